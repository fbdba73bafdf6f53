from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest

from beleidscheck.document.beeld import BREED, SMAL, Niveauvlak, Trede, elementen_beeld, ladder_beeld, niveaus_beeld
from beleidscheck.document.letters import text_width, wrap

if TYPE_CHECKING:
    from beleidscheck.document.blokken import Beeld

SVG: Final = "{http://www.w3.org/2000/svg}"
VLAKKEN = (
    Niveauvlak("Niveau 3", "minder dan 90 procent aanwezig", "intensieve aanpak per leerling en jeugdhulp"),
    Niveauvlak(
        "Niveau 2",
        "90 tot 95 procent aanwezig",
        "gerichte aanpak voor een leerling of groep, steun voor leerling en ouders en de oorzaak wegnemen",
    ),
    Niveauvlak("Niveau 1", "95 tot en met 100 procent aanwezig", "een goede basis voor alle leerlingen"),
)
TREDEN = (
    Trede("Vanaf de 3e keer te laat in één schooljaar", ("Contact opnemen", "Gesprek")),
    Trede(
        "Vanaf de 6e keer te laat in één schooljaar",
        ("Brief", "Melding via het verzuimloket van DUO", "Multidisciplinair overleg organiseren"),
        ("nablijven, 2 lesuren",),
    ),
)
TITELS = (
    "Visie en doelen",
    "Aanwezigheid stimuleren",
    "Communicatie over het beleid",
    "Afwezigheid melden en verlof aanvragen",
    "Controle in de les",
    "Dagelijkse check en nabellen",
    "Periodieke analyse",
    "Rollen bij het stimuleren van aanwezigheid",
    "Rollen en stappen bij afwezigheid",
    "Toerusting en ondersteuning van professionals",
    "Betrokkenheid van ouders en leerlingen",
    "Samenwerking met partners buiten de school",
    "Langdurig afwezige leerlingen",
    "Monitoring en evaluatie van het beleid",
    "Bescherming van gegevens",
    "Verantwoording en reflectie",
)
STATUSSEN = ("volledig", "deels", "ontbreekt", "te beoordelen", "niet van toepassing")
ELEMENTEN = [(nummer, titel, STATUSSEN[nummer % 5]) for nummer, titel in enumerate(TITELS, 1)]
LANG = "x" * 300
VIJANDIG = ['<script>alert(1)</script>"', "a & b < c", LANG, "\u202eomgekeerd\x00\x1b", "👩‍🏫 مرحبا", "{{ 7*7 }}"]
BEELDEN = [
    pytest.param(niveaus_beeld("n", "De niveaus", VLAKKEN), id="niveaus"),
    pytest.param(ladder_beeld("l", "De stappen", TREDEN), id="ladder"),
    pytest.param(elementen_beeld(ELEMENTEN), id="elementen"),
    pytest.param(niveaus_beeld("n", LANG, [Niveauvlak(tekst, tekst, tekst) for tekst in VIJANDIG]), id="niveaus: vijandig"),
    pytest.param(ladder_beeld("l", LANG, [Trede(tekst, (tekst,) * 9, (tekst,)) for tekst in VIJANDIG]), id="ladder: vijandig"),
    pytest.param(elementen_beeld([(nummer, tekst, tekst) for nummer, tekst in enumerate(VIJANDIG)]), id="elementen: vijandig"),
]


def lees(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - onze eigen tekening


def vakken(svg: str) -> list[tuple[float, float, float, float]]:
    """Return a generous box around every text: left, top, right, bottom."""
    rij = []
    for tekst in lees(svg).iter(f"{SVG}text"):
        grootte = float(tekst.attrib["font-size"])
        breed = text_width(tekst.text or "", grootte, vet="font-weight" in tekst.attrib)
        x = float(tekst.attrib["x"]) - (breed / 2 if tekst.get("text-anchor") == "middle" else 0)
        y = float(tekst.attrib["y"])
        rij.append((x, y - grootte * 0.8, x + breed, y + grootte * 0.2))
    return rij


@pytest.mark.parametrize("beeld", BEELDEN)
def test_tekst_valt_binnen_de_tekening(beeld: Beeld) -> None:
    _, _, breed, hoog = (float(getal) for getal in lees(beeld.svg).attrib["viewBox"].split())
    assert vakken(beeld.svg)
    for links, boven, rechts, onder in vakken(beeld.svg):
        assert links >= -0.5
        assert rechts <= breed + 0.5
        assert boven >= -0.5
        assert onder <= hoog + 0.5


@pytest.mark.parametrize("beeld", BEELDEN)
def test_tekst_overlapt_niet(beeld: Beeld) -> None:
    rij = vakken(beeld.svg)
    for nummer, een in enumerate(rij):
        for ander in rij[nummer + 1 :]:
            naast = een[2] <= ander[0] or ander[2] <= een[0]
            onder = een[3] <= ander[1] or ander[3] <= een[1]
            assert naast or onder, (een, ander)


@pytest.mark.parametrize("beeld", BEELDEN)
def test_tekening_is_toegankelijk_en_zonder_eigen_kleur(beeld: Beeld) -> None:
    wortel = lees(beeld.svg)
    assert wortel.attrib["role"] == "img"
    assert wortel.attrib["width"] == "100%"
    titel, uitleg = wortel.attrib["aria-labelledby"].split()
    assert (wortel[0].tag, wortel[0].attrib["id"]) == (f"{SVG}title", titel)
    assert (wortel[1].tag, wortel[1].attrib["id"]) == (f"{SVG}desc", uitleg)
    assert wortel[1].text
    kleuren = {waarde for deel in wortel.iter() for sleutel, waarde in deel.attrib.items() if sleutel in {"fill", "stroke"}}
    assert kleuren <= {"currentColor", "none"}
    assert {deel.tag.removeprefix(SVG) for deel in wortel.iter()} <= {"svg", "title", "desc", "rect", "text", "path", "circle"}


def test_alles_wat_in_de_tekening_staat_staat_ook_in_het_alternatief() -> None:
    for beeld in (niveaus_beeld("n", "De niveaus", VLAKKEN), ladder_beeld("l", "De stappen", TREDEN), elementen_beeld(ELEMENTEN)):
        alt = re.sub(r"[^a-z0-9à-ÿ ]", " ", beeld.alt.casefold())
        for tekst in lees(beeld.svg).iter(f"{SVG}text"):
            woorden = re.sub(r"[^a-z0-9à-ÿ ]", " ", (tekst.text or "").casefold()).split()
            assert all(woord in alt for woord in woorden), tekst.text


def test_alternatief_van_de_ladder() -> None:
    assert ladder_beeld("l", "De stappen", TREDEN).alt == (
        "Stap 1. Vanaf de 3e keer te laat in één schooljaar: Contact opnemen; Gesprek. "
        "Stap 2. Vanaf de 6e keer te laat in één schooljaar: Brief; Melding via het verzuimloket van DUO; Multidisciplinair overleg organiseren; sanctie: nablijven, 2 lesuren."
    )


def test_alternatief_van_de_elementen() -> None:
    assert elementen_beeld([(1, "Visie en doelen", "volledig"), (2, "Aanwezigheid stimuleren", "ontbreekt")]).alt == (
        "1. Visie en doelen: volledig. 2. Aanwezigheid stimuleren: ontbreekt."
    )


def test_statuswoord_staat_heel_in_elke_tegel() -> None:
    tekst = " ".join(deel.text or "" for deel in lees(elementen_beeld(ELEMENTEN).svg).iter(f"{SVG}text"))
    for status in STATUSSEN:
        assert status in tekst


def test_lange_ladder_verwijst_naar_de_tabel() -> None:
    svg = ladder_beeld("l", "t", [Trede("Nu", tuple(f"Actie {letter}" for letter in "abcdefghijklmnop"))]).svg
    assert "en nog 6: zie de tabel" in svg


@pytest.mark.parametrize("breedte", [SMAL, BREED])
@pytest.mark.parametrize("tekst", [*VIJANDIG, "ondersteuningscoördinator van de afdeling bovenbouw"])
def test_afbreken_blijft_binnen_de_breedte(tekst: str, breedte: int) -> None:
    regels = wrap(tekst, breedte / 4, 13, vet=True, regels=3)
    assert 1 <= len(regels) <= 3
    assert all(text_width(regel, 13, vet=True) <= breedte / 4 for regel in regels)


def test_afbreken_verliest_geen_woorden_als_het_past() -> None:
    assert " ".join(wrap("een twee drie vier vijf", 60, 13, regels=9)) == "een twee drie vier vijf"
