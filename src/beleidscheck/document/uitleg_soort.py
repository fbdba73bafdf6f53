"""De bladzijde van één soort toets: wat zij nagaat, haar velden, voorbeelden, en de normen die haar gebruiken."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic_core import PydanticUndefined

from beleidscheck.document.blokken import Alinea, Cel, Code, Codeblok, Kop, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of_norms, sentence
from beleidscheck.document.taal import enumerate_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_norm import norm_list
from beleidscheck.document.uitleg_paden import START, Wijzer, kind_page
from beleidscheck.document.uitleg_voorbeeld import case_blocks, case_titles, kind_cases
from beleidscheck.toetsen import Voorwaarde
from beleidscheck.toetsen.basis import show
from beleidscheck.toetsen.voorbeeld import read_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.uitleg_boek import Boek
    from beleidscheck.toetsen import ToetsBasis

#: Per type van Python: hoe één waarde heet, en hoe meer waarden heten.
_WAARDEN: Final = {str: ("tekst", "teksten"), int: ("getal", "getallen"), float: ("getal", "getallen"), bool: ("true of false", "true of false")}
_HOEVEELHEID: Final = ("hoeveelheid (zoals 4 keer, 1 jaar)", "hoeveelheden")
_TOETS: Final = ("toets", "toetsen")
#: Zoveel normen staan er meteen; de rest klapt open.
_METEEN: Final = 12


def kind_name(soort: type[ToetsBasis]) -> str:
    """Return the name of a soort, as it stands in YAML."""
    (naam,) = get_args(soort.model_fields["soort"].annotation)
    return str(naam)


def kind_page_of(soort: type[ToetsBasis], boek: Boek) -> Pagina:
    """Return the page of one soort."""
    naam = kind_name(soort)
    pad = kind_page(naam)
    wijzer = Wijzer(pad)
    voorbeeld = read_example(soort)
    gevallen = [geval for _, geval in kind_cases(soort)]
    eerste, *meer = voorbeeld.uitleg
    regels = boek.per_soort.get(naam, ())
    gebruik: tuple[Blok, ...] = (norm_list(regels, wijzer),) if regels else (p("Geen norm van deze kaders gebruikt deze soort."),)
    if len(regels) > _METEEN:
        gebruik = (Uitklap(t(f"Alle {number_of_norms(len(regels))}"), gebruik),)
    blokken: list[Blok] = [
        Kop(2, t("Wat zij nagaat"), "wat"),
        Alinea(with_code(eerste), "inleiding"),
        *(Alinea(with_code(alinea)) for alinea in meer),
        Kop(2, t("Hoe u haar opschrijft"), "velden"),
        *_fields(soort, f"De velden van de soort {naam}"),
        *_conditions(soort),
        Kop(2, t("Voorbeelden"), "voorbeelden"),
        p("Deze toets in een kader:"),
        Codeblok(voorbeeld.toets.rstrip("\n")),
        p("En dit zegt beleidscheck erover bij een stukje beleid:"),
        *(case_blocks(geval, titel) for geval, titel in zip(gevallen, case_titles(gevallen), strict=True)),
        Kop(2, t("Normen die haar gebruiken"), "normen"),
        *gebruik,
    ]
    return Pagina(
        pad,
        f"Soort toets: {naam}",
        tuple(blokken),
        kenmerken=(("Soort", (Code(naam),)), ("Gebruikt door", t(number_of_norms(len(regels))))),
        kruimels=(("Uitleg", START), ("Soorten toetsen", f"{START}#soorten")),
    )


def _fields(model: type[BaseModel], bijschrift: str) -> Iterator[Blok]:
    rijen = []
    for naam, info in own_first(model):
        rijen.append((Cel((p(Code(naam)),), kop=True), cel(sentence(info.description or "")), cel(type_words(info.annotation)), cel(_needed(info))))
    yield Tabel(bijschrift, ("Veld", "Wat u invult", "Soort waarde", "Nodig?"), tuple(rijen))


def own_first(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    """Yield the fields of a soort without its name; what it adds itself goes before what it has in common with others."""
    eigen = [naam for naam in model.__annotations__ if naam in model.model_fields]
    yield from ((naam, model.model_fields[naam]) for naam in dict.fromkeys((*eigen, *model.model_fields)) if naam != "soort")


def _needed(info: FieldInfo) -> str:
    if info.is_required():
        return "verplicht"
    standaard = info.get_default(call_default_factory=True)
    if standaard is PydanticUndefined or standaard in (None, "", [], False):
        return "mag ontbreken"
    return f"mag ontbreken; dan geldt {show(standaard)}"


def _conditions(soort: type[ToetsBasis]) -> Iterator[Blok]:
    """Yield what may stand at a condition, for a soort that has them."""
    if any("Voorwaarde" in repr(info.annotation) for info in soort.model_fields.values()):
        yield p("Een voorwaarde heeft precies één van deze vormen:")
        yield from _fields(Voorwaarde, "De vormen van een voorwaarde")


def type_words(soort: Any, *, meer: bool = False) -> str:  # noqa: ANN401, PLR0911 - een typeaanduiding; één tak per soort
    """Return what kind of value a field of a test takes, in words; `meer` asks for the plural."""
    herkomst, delen = get_origin(soort), get_args(soort)
    if soort in _WAARDEN:
        return _WAARDEN[soort][meer]
    if herkomst is Annotated:
        return _HOEVEELHEID[meer] if "StringConstraints" in repr(delen[1:]) else type_words(delen[0], meer=meer)
    if herkomst in (Union, types.UnionType):
        kern = list(dict.fromkeys(type_words(deel, meer=meer) for deel in delen if deel is not types.NoneType))
        return _TOETS[meer] if kern == [_TOETS[meer]] else enumerate_nl(kern, "of")
    if herkomst is Literal:
        return enumerate_nl([f"«{deel}»" for deel in delen], "of")
    if herkomst is list:
        return f"{'lijsten' if meer else 'lijst'} van {type_words(delen[0], meer=True)}"
    if herkomst is dict:
        return f"per sleutel een {type_words(delen[1])}"
    if isinstance(soort, type) and issubclass(soort, Voorwaarde):
        return "voorwaarde"
    if not meer and "list" in str(soort):  # een verwijzing vooruit die nog niemand heeft opgelost
        return f"lijst van {_TOETS[True]}"
    return _TOETS[meer]
