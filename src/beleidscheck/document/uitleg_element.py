"""De bladzijde van één element van het model: waar het in het beleid staat, en wat elk kader erover vraagt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.beleid.paden import boom
from beleidscheck.document.blokken import Code, Kop, p, t
from beleidscheck.document.rapport_woorden import number_of, number_of_norms, sentence
from beleidscheck.document.taal import enumerate_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_norm import element_name, norm_list
from beleidscheck.document.uitleg_paden import START, Wijzer, block_page, element_page, kader_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.uitleg_boek import Boek
    from beleidscheck.kader import Kader


def element_page_of(nummer: int, boek: Boek) -> Pagina:
    """Return the page of one element; 0 is what the policy says outside the elements."""
    pad = element_page(nummer)
    wijzer = Wijzer(pad)
    regels = boek.per_element.get(nummer, ())
    per_kader = {kader.ref: [regel for regel in regels if regel.ref == kader.ref] for kader in boek.kaders}
    blokken: list[Blok] = [Kop(2, t("In het beleid"), "beleid"), *_in_policy(nummer, wijzer)]
    for nummer_kader, kader in enumerate(boek.kaders, 1):
        if eigen := per_kader[kader.ref]:
            blokken += [
                Kop(2, t(kader.bestand.naam), f"kader-{nummer_kader}"),
                p(f"{number_of_norms(len(eigen))} in ", wijzer.link(kader_page(kader.ref), kader.ref), f"; {status_words(kader)}."),
                norm_list(eigen, wijzer, eigen=kader.ref, zegt=True),
            ]
    if not regels:
        blokken.append(p("De gekozen kaders vragen hier niets over."))
    return Pagina(
        pad,
        element_name(nummer),
        tuple(blokken),
        kenmerken=tuple(_facts(nummer, boek, wijzer)),
        kruimels=(("Uitleg", START), ("Elementen", f"{START}#elementen")),
    )


def status_words(kader: Kader) -> str:
    """Return what the status of a kader means for the weight of its norms."""
    match kader.bestand.status:
        case "geldend":
            return "dit is een geldend kader"
        case "model":
            return "dit is een model en geen wet"
        case "verlopen":
            return "dit kader is verlopen"
        case anders:
            return f"dit is een {anders} en weegt hooguit als aandachtspunt"


def _facts(nummer: int, boek: Boek, wijzer: Wijzer) -> Iterator[tuple[str, Regel]]:
    regels = boek.per_element.get(nummer, ())
    if element := next((element for element in ELEMENTEN if element.nummer == nummer), None):
        yield "Hoofdthema", t(element.hoofdthema)
        yield "Sleutel", (wijzer.code(block_page(element.sleutel), element.sleutel),)
    yield "Normen", t(number_of_norms(len(regels)))
    yield "Kaders", t(number_of(len({regel.ref for regel in regels}), "kader", "kaders"))


def _in_policy(nummer: int, wijzer: Wijzer) -> Iterator[Blok]:
    element = next((element for element in ELEMENTEN if element.nummer == nummer), None)
    if element is None:
        yield p(
            "Dit staat buiten de zestien elementen: wie de school is en hoe het document heet, wat woorden betekenen, "
            "en hoe aanwezigheid en afwezigheid worden geregistreerd."
        )
        return
    veld = boom().velden[element.sleutel]
    yield p(sentence(veld.uitleg.partition(": ")[2] or veld.uitleg))
    delen = [deel.titel for sleutel, deel in veld.velden.items() if sleutel not in {"elders_geregeld", "nog_in_te_vullen"}]
    yield p(
        "De school schrijft dit onder ",
        wijzer.code(block_page(element.sleutel), element.sleutel),
        f". Wat daar kan staan: {enumerate_nl(titel[:1].lower() + titel[1:] for titel in delen)}.",
    )
    yield p(
        "Is het in een ander document geregeld, schrijf dan ", Code("elders_geregeld"),
        " met de vindplaats. Weet u wie het wanneer invult, schrijf dan ", Code("nog_in_te_vullen"), ".",
    )  # fmt: skip
