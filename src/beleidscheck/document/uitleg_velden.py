"""De velden van het beleid: per veld wat het is, welke waarde erin hoort, een voorbeeld, en welke normen het lezen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.paden import Veld, boom, regionale_boom
from beleidscheck.beleid.woorden import KEUZES, woorden_van
from beleidscheck.document.blokken import (
    Alinea,
    Cel,
    Code,
    Codeblok,
    Groep,
    Kop,
    Lijst,
    Regeleinde,
    Tabel,
    Tekst,
    Uitklap,
    cel,
    p,
    t,
)
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of, number_of_norms, sentence
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_paden import (
    BOVENAAN,
    START,
    VELDEN,
    WOORDLIJSTEN,
    Wijzer,
    block_page,
    field_anchor,
    kader_page,
    words_page,
)
from beleidscheck.document.uitleg_veldvoorbeeld import example_value
from beleidscheck.source import write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.uitleg_boek import Boek, Regelnorm

_SOORTEN: Final = {
    "proza": "lopende tekst; Markdown mag",
    "tekst": "korte tekst",
    "hoeveelheid": "getal met een eenheid",
    "ritme": "hoe vaak",
    "datum": "datum: jaar-maand-dag",
    "woord": "vast woord",
    "ja_nee": "ja of nee",
    "getal": "getal",
    "lijst": "lijst",
    "object": "blok met sleutels",
}
_VORMEN: Final = {
    "tijdstip": "tijd, tussen aanhalingstekens",
    "maanddag": "maand en dag",
    "url": "adres op internet",
    "kader": "kader als naam@versie",
    "norm": "id van een norm",
    "brin": "BRIN-nummer",
    "telefoon": "telefoonnummer, tussen aanhalingstekens",
    "mailadres": "e-mailadres",
    "kleur": "kleur als #rrggbb, tussen aanhalingstekens",
    "schooljaar": "schooljaar",
}
#: Zoveel normen staan meteen in een cel; meer klappen open.
_METEEN: Final = 3
_KOPPEN: Final = ("Veld", "Wat u invult", "Voorbeeld", "Normen die het lezen")


def fields_page(boek: Boek) -> Pagina:
    """Return the overview of all keys of the policy."""
    wijzer = Wijzer(VELDEN)
    top = boom().velden
    rijen = []
    for sleutel, veld in top.items():
        if sleutel in BOVENAAN:
            continue
        aantal = sum(1 for _ in walk(sleutel, veld)) if sleutel != "regionaal" else sum(1 for _ in _regional(boek))
        rijen.append(
            (Cel((p(wijzer.code(block_page(sleutel), sleutel)),), kop=True), cel(veld.titel), cel(sentence(veld.uitleg)), cel(str(aantal)))
        )
    blokken: list[Blok] = [
        Kop(2, t("Zo ziet een beleid eruit"), "bestand"),
        p(
            "Een beleid is één bestand. Elke sleutel hieronder staat erin op het hoogste niveau; wat eronder kan staan, vindt u door de "
            "sleutel te volgen. Alleen wie de school is, moet er staan. Al het andere mag ontbreken, en is dan in het rapport iets om te doen."
        ),
        _table("Wat bovenaan staat", [(sleutel, top[sleutel]) for sleutel in BOVENAAN], boek, wijzer),
        Kop(2, t("De sleutels"), "sleutels"),
        Groep((Tabel("Alle sleutels van een beleid", ("Sleutel", "Titel", "Wat het is", "Velden"), tuple(rijen)),), soort="zoek"),
        *_kinds(),
    ]
    return Pagina(VELDEN, "De velden van een beleid", tuple(blokken), kruimels=(("Uitleg", START),), zoekt=True)


def _kinds() -> Iterator[Blok]:
    yield Kop(2, t("Soorten waarden"), "waarden")
    rijen = (
        ("vast woord", "Een woord uit een woordenlijst, zonder spaties.", "mentor"),
        ("getal met een eenheid", "Een hoeveelheid: hoe vaak, hoelang of hoeveel.", "12 schoolweken"),
        ("hoe vaak", "Een ritme.", "4 keer per jaar"),
        ("datum", "Jaar, maand en dag.", "2026-09-15"),
        ("tijd", "Uren en minuten, tussen aanhalingstekens.", '"08:30"'),
        ("ja of nee", "Zonder aanhalingstekens.", "ja"),
        ("lopende tekst", "Een of meer zinnen; met >- ervoor mag de tekst over meer regels lopen.", "visie: >-"),
        ("lijst", "Elk onderdeel op een eigen regel, met een streepje en een spatie ervoor.", "- ouder"),
    )
    yield Tabel("Zo schrijft u een waarde", ("Soort waarde", "Wat het is", "Voorbeeld"), tuple((cel(a, kop=True), cel(b), cel(Code(c))) for a, b, c in rijen))


def block_page_of(sleutel: str, boek: Boek) -> Pagina:
    """Return the page of everything that may stand under one key of the policy."""
    wijzer = Wijzer(block_page(sleutel))
    veld = boom().velden[sleutel]
    blokken: list[Blok] = [Kop(2, t("Wat hier staat"), field_anchor(sleutel)), Alinea(with_code(sentence(veld.uitleg)), "inleiding")]
    if normen := boek.per_veld.get(sleutel, ()):
        titel = f"{number_of_norms(len(normen))} {'leest' if len(normen) == 1 else 'lezen'} dit blok als geheel"
        blokken += [*((p(f"{titel}:"),) if len(normen) <= _METEEN else ()), _norms(normen, wijzer, titel)]
    if sleutel == "regionaal":
        blokken += _regional_sections(boek, wijzer)
    elif veld.vrij is not None:
        blokken += _own_keys(sleutel, veld.vrij, boek, wijzer)
    else:
        blokken += _sections(sleutel, veld, boek, wijzer)
    return Pagina(
        block_page(sleutel),
        veld.titel.lstrip("0123456789. "),
        tuple(blokken),
        kenmerken=(("Sleutel", (Code(sleutel),)),),
        kruimels=(("Uitleg", START), ("Velden", VELDEN)),
        zoekt=True,
    )


def _sections(pad: str, veld: Veld, boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    """Yield a table for every object below this field, each under its own heading."""
    for titel, waar, velden in objects(pad, veld):
        regels = [(f"{waar}.{naam}", deel) for naam, deel in velden.items()]
        yield Kop(3, t(titel, " (", Code(waar), ")"))
        yield Groep((_table(f"De velden onder {waar}", regels, boek, wijzer),), soort="zoek")


def _own_keys(pad: str, waarde: Veld, boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    """Yield what may stand at a key that the school chooses itself: in short, at length, and every role that is known."""
    yield p("Elke sleutel is een rol: een uit de ", wijzer.link(words_page("rol"), "woordenlijst"), ", of een eigen woord. In het kort:")
    yield Codeblok(write_yaml({pad: {"mentor": "mentor van de klas"}}).rstrip("\n"))
    if waarde.velden:
        yield p("Wie meer wil zeggen, schrijft in plaats van de tekst een blok:")
        yield _table("Wat er bij een rol kan staan", [(f"{pad}.mentor.{naam}", veld) for naam, veld in waarde.velden.items()], boek, wijzer)
    rijen = [
        (Cel((p(Code(rol)),), kop=True, anker=field_anchor(f"{pad}.{rol}")), cel(info.label), cel(sentence(info.uitleg)), _read_by(f"{pad}.{rol}", boek, wijzer))
        for rol, info in woorden_van("rol", boek.uitbreiding).items()
    ]
    yield Kop(3, t("Alle bekende rollen"))
    yield Groep((Tabel("Alle bekende rollen", ("Sleutel", "Heet in documenten", "Wie dat is", "Normen die het lezen"), tuple(rijen)),), soort="zoek")


def objects(pad: str, veld: Veld) -> Iterator[tuple[str, str, Mapping[str, Veld]]]:
    """Yield every block below a field: its title, its path and its fields; the outermost first."""
    binnen, waar = veld, pad
    while binnen.item is not None:
        binnen, waar = binnen.item, f"{waar}[]"
    if binnen.velden:
        yield veld.titel.lstrip("0123456789. ") or pad, waar, binnen.velden
        for naam, deel in binnen.velden.items():
            yield from objects(f"{waar}.{naam}", deel)


def walk(pad: str, veld: Veld) -> Iterator[tuple[str, Veld]]:
    """Yield every field below a field with its path."""
    for _, waar, velden in objects(pad, veld):
        yield from ((f"{waar}.{naam}", deel) for naam, deel in velden.items())


def _regional(boek: Boek) -> Iterator[tuple[str, Veld]]:
    for kader in boek.kaders:
        if kader.bestand.velden:
            yield from walk("regionaal", regionale_boom(kader.bestand.velden))


def _regional_sections(boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    """Yield the regional fields per kader; a field that an earlier kader has too is explained there."""
    gezien: set[str] = set()
    for nummer, kader in enumerate(boek.kaders, 1):
        if not kader.bestand.velden:
            continue
        yield Kop(2, t(kader.bestand.naam), f"kader-{nummer}")
        yield p("Deze velden kent een beleid dat ", wijzer.code(kader_page(kader.ref), kader.ref), " noemt.")
        bekend: list[str] = []
        for titel, waar, velden in objects("regionaal", regionale_boom(kader.bestand.velden)):
            regels = [(f"{waar}.{naam}", deel) for naam, deel in velden.items() if f"{waar}.{naam}" not in gezien]
            bekend += [f"{waar}.{naam}" for naam in velden if f"{waar}.{naam}" in gezien]
            gezien.update(pad for pad, _ in regels)
            if regels:
                yield Kop(3, t(titel, " (", Code(waar), ")"))
                yield Groep((_table(f"De velden onder {waar}", regels, boek, wijzer),), soort="zoek")
        if bekend:
            yield p(f"{number_of(len(bekend), 'veld staat', 'velden staan')} hierboven al bij een ander kader.")


# ---- Eén tabel -------------------------------------------------------------------------------------------------------


def _table(bijschrift: str, velden: Sequence[tuple[str, Veld]], boek: Boek, wijzer: Wijzer) -> Tabel:
    return Tabel(bijschrift, _KOPPEN, tuple(_row(pad, veld, boek, wijzer) for pad, veld in velden))


def _row(pad: str, veld: Veld, boek: Boek, wijzer: Wijzer) -> tuple[Cel, ...]:
    naam = pad.rpartition(".")[2]
    titel = Alinea(t(Code(naam), Regeleinde(), veld.titel))
    uitleg: list[Blok] = [Alinea(with_code(sentence(veld.uitleg)))] if veld.uitleg and veld.uitleg != veld.titel else []
    uitleg.append(Alinea(kind_words(veld, wijzer), "klein"))
    return (
        Cel((titel,), kop=True, anker=field_anchor(pad)),
        Cel(tuple(uitleg)),
        Cel(_example(pad, veld)),
        _read_by(pad, boek, wijzer),
    )


def _read_by(pad: str, boek: Boek, wijzer: Wijzer) -> Cel:
    normen = boek.per_veld.get(pad, ())
    return Cel((_norms(normen, wijzer, number_of_norms(len(normen))),)) if normen else cel("\N{EN DASH}")


def _norms(normen: Sequence[Regelnorm], wijzer: Wijzer, titel: str) -> Blok:
    lijst = Lijst(tuple((p(wijzer.norm(regel.ref, regel.norm.id, regel.norm.titel)),) for regel in normen))
    return lijst if len(normen) <= _METEEN else Uitklap(t(titel), (lijst,))


def kind_words(veld: Veld, wijzer: Wijzer) -> Regel:
    """Return what kind of value belongs in a field, with a link to its words."""
    if veld.veldtype == "lijst" and veld.item is not None:
        binnen = kind_words(veld.item, wijzer)
        return t("Lijst; elk onderdeel: ", *_lowered(binnen))
    soort = _VORMEN.get(veld.vorm, _SOORTEN[veld.veldtype])
    soort = soort[:1].upper() + soort[1:]
    if veld.woorden and (veld.woorden in WOORDLIJSTEN or veld.woorden in KEUZES):
        eigen = "" if veld.gesloten else "; een eigen woord mag ook"
        return t(f"{soort} uit de lijst ", wijzer.link(words_page(veld.woorden), veld.woorden.replace("_", " ")), f"{eigen}.")
    return t(f"{soort}.")


def _lowered(regel: Regel) -> Regel:
    eerste: Inline = regel[0]
    return (Tekst(eerste.tekst[:1].lower() + eerste.tekst[1:]), *regel[1:]) if isinstance(eerste, Tekst) else regel


def _example(pad: str, veld: Veld) -> tuple[Blok, ...]:
    waarde = example_value(pad, veld)
    if waarde is None:
        return (p("\N{EN DASH}"),)
    return (Codeblok(write_yaml({pad.rpartition(".")[2]: waarde}).rstrip("\n")),)
