"""De woordenlijsten: elk vast woord met zijn betekenis, hoe het in documenten heet, en wat ook wordt herkend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.paden import Veld, boom
from beleidscheck.beleid.woorden import KEUZES as LIJSTEN
from beleidscheck.beleid.woorden import Actieinfo, Signaalinfo, woorden_van
from beleidscheck.document.blokken import Cel, Code, Groep, Kop, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_woorden import number_of, number_of_norms, sentence
from beleidscheck.document.taal import enumerate_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_norm import norm_list
from beleidscheck.document.uitleg_paden import (
    KEUZES,
    START,
    WOORDEN,
    WOORDLIJSTEN,
    Wijzer,
    kader_page,
    list_anchor,
    word_anchor,
    words_page,
)

if TYPE_CHECKING:

    from beleidscheck.beleid.woorden import Woordinfo
    from beleidscheck.document.blokken import Blok, Inline
    from beleidscheck.document.uitleg_boek import Boek

TITELS: Final = {
    "rol": ("Rollen", "Wie iets doet: mensen en diensten binnen en buiten de school."),
    "signaal": ("Signalen", "Waar een stap mee begint: wat er geteld of gezien wordt."),
    "actie": ("Acties", "Wat er in een stap gebeurt."),
    "plaats": ("Plaatsen", "Waar iets wordt vastgelegd."),
}
_DREMPELS: Final = {
    "keer": "een aantal keren, zoals 4 keer",
    "uren": "een aantal uren, zoals 16 klokuren",
    "dagen": "een aantal dagen, zoals 7 schooldagen",
    "procent": "een percentage, zoals 90 procent",
    "geen": "geen getal",
}


def words_overview(boek: Boek) -> Pagina:
    """Return the overview of all lists of words."""
    wijzer = Wijzer(WOORDEN)
    lang = tuple(
        (
            Cel((p(wijzer.link(words_page(lijst), TITELS[lijst][0])),), kop=True),
            cel(TITELS[lijst][1]),
            cel(str(len(woorden_van(lijst, boek.uitbreiding)))),
        )
        for lijst in WOORDLIJSTEN
    )
    waar = _used_in()
    kort = tuple(
        (Cel((p(wijzer.link(words_page(lijst), _name(lijst))),), kop=True), cel(", ".join(info.label for info in woorden.values())), cel(str(len(woorden))))
        for lijst, woorden in LIJSTEN.items()
        if lijst in waar
    )
    blokken: list[Blok] = [
        Kop(2, t("De lange lijsten"), "lang"),
        p(
            "Een vast woord schrijft u zonder spaties en zonder hoofdletters, zoals ", Code("verzuimgesprek"),
            ". Schrijft u een woord dat hetzelfde betekent, dan wordt dat meestal herkend. Een eigen woord mag ook; beleidscheck vraagt dan of u een bekend woord bedoelde.",
        ),
        Groep((Tabel("De lange lijsten", ("Lijst", "Wat erin staat", "Woorden"), lang),), soort="zoek"),
        Kop(2, t("De korte lijsten"), "kort"),
        Groep((Tabel("De korte lijsten", ("Lijst", "Waaruit u kiest", "Woorden"), kort),), soort="zoek"),
    ]  # fmt: skip
    return Pagina(WOORDEN, "Woordenlijst", tuple(blokken), kruimels=(("Uitleg", START),), zoekt=True)


def words_page_of(lijst: str, boek: Boek) -> Pagina:
    """Return the page of one long list."""
    wijzer = Wijzer(words_page(lijst))
    titel, wat = TITELS[lijst]
    woorden = woorden_van(lijst, boek.uitbreiding)
    extra = {"signaal": ("Drempel",), "actie": ("Aard",)}.get(lijst, ())
    koppen = ("Woord", "Betekenis", "Ook herkend als", *extra, "Normen die erom vragen")
    rijen = tuple(_row(lijst, woord, info, boek, wijzer) for woord, info in woorden.items())
    blokken: list[Blok] = [Kop(2, t(f"Alle {titel.lower()}"), "woorden"), p(wat), Groep((Tabel(f"{titel}: {len(rijen)} woorden", koppen, rijen),), soort="zoek")]
    return Pagina(
        words_page(lijst),
        titel,
        tuple(blokken),
        kenmerken=(("Lijst", (Code(lijst),)), ("Woorden", t(str(len(rijen))))),
        kruimels=(("Uitleg", START), ("Woordenlijst", WOORDEN)),
        zoekt=True,
    )


def _row(lijst: str, woord: str, info: Woordinfo, boek: Boek, wijzer: Wijzer) -> tuple[Cel, ...]:
    naam: list[Inline] = [Code(woord)]
    betekenis: list[Blok] = [p(sentence(f"{info.label}: {info.uitleg}" if info.uitleg else info.label))]
    if bronnen := [kader.ref for kader in boek.kaders if woord in _own(lijst, kader.uitbreiding)]:
        verwijzingen = [deel for ref in bronnen for deel in (", ", wijzer.code(kader_page(ref), ref))][1:]
        betekenis.append(p("Alleen bij ", *verwijzingen, "."))
    extra: tuple[Cel, ...] = ()
    if isinstance(info, Signaalinfo):
        periode = ", binnen een periode" if info.periode else ""
        extra = (cel(f"{_DREMPELS[info.drempelsoort]}{periode}"),)
    elif isinstance(info, Actieinfo):
        extra = (cel(info.aard),)
    regels = boek.per_woord.get((lijst, woord), ())
    normen = Cel((Uitklap(t(number_of_norms(len(regels))), (norm_list(regels, wijzer),)),)) if regels else cel("\N{EN DASH}")
    return (
        Cel((p(*naam),), kop=True, anker=word_anchor(woord)),
        Cel(tuple(betekenis)),
        cel(", ".join(info.synoniemen) or "\N{EN DASH}"),
        *extra,
        normen,
    )


def _own(lijst: str, uitbreiding: object) -> dict[str, object]:
    naam = {"rol": "rollen", "signaal": "signalen", "actie": "acties", "plaats": "plaatsen"}[lijst]
    eigen: dict[str, object] = getattr(uitbreiding, naam)
    return eigen


# ---- De korte lijsten ------------------------------------------------------------------------------------------------


def choices_page() -> Pagina:
    """Return the page of all short lists, each with the fields that choose from it."""
    waar = _used_in()
    blokken: list[Blok] = []
    for lijst, woorden in LIJSTEN.items():
        if lijst not in waar:
            continue
        blokken.append(Kop(2, t(_name(lijst)), list_anchor(lijst)))
        velden = waar[lijst]
        ook = " Elk signaal mag hier ook." if lijst == "aanleiding" else ""
        kop = p(f"{'Dit veld kiest' if len(velden) == 1 else 'Deze velden kiezen'} hieruit: {enumerate_nl(velden)}.{ook}")
        rijen = tuple(
            (cel(Code(woord), kop=True), cel(info.label), cel(sentence(info.uitleg) or "\N{EN DASH}")) for woord, info in woorden.items()
        )
        tabel = Tabel(f"{_name(lijst)}: {number_of(len(rijen), 'woord', 'woorden')}", ("Woord", "Heet in documenten", "Betekenis"), rijen)
        blokken.append(Groep((kop, tabel), soort="zoek"))
    return Pagina(KEUZES, "Korte woordenlijsten", tuple(blokken), kruimels=(("Uitleg", START), ("Woordenlijst", WOORDEN)), zoekt=True)


def _name(lijst: str) -> str:
    naam = {"mr_onderdeel": "onderdeel van de medezeggenschap", "mr_recht": "recht van de medezeggenschap"}.get(lijst, lijst.replace("_", " "))
    return naam[:1].upper() + naam[1:]


def _used_in() -> dict[str, list[str]]:
    """Return per list the titles of the fields that choose from it."""
    gevonden: dict[str, list[str]] = {}

    def zoek(veld: Veld) -> None:
        if veld.woorden in LIJSTEN:
            gevonden.setdefault(veld.woorden, []).append(f"«{veld.titel}»")
        for deel in (*veld.velden.values(), *filter(None, (veld.item, veld.vrij))):
            zoek(deel)

    zoek(boom())
    return {lijst: list(dict.fromkeys(velden)) for lijst, velden in gevonden.items()}
