"""Elk tegenvoorbeeld leest als een verhaal dat niemand hoeft uit te leggen; het hele stel staat in één bestand, om na te lezen."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any, Final

import pytest
import yaml
from pydantic import TypeAdapter

from beleidscheck.beleid.woorden import label
from beleidscheck.toetsen import Onderzoek, StapToets, Toets, Uitkomst
from beleidscheck.trap.ladder import BLOK, build_ladder
from tests.hulp.verwacht import assert_expected

LEZER: Final[TypeAdapter[Any]] = TypeAdapter(Toets)
ZIEK: Final = "signaal: [ziekmeldingen], uiterlijk: 4 keer, binnen: 12 schoolweken, actie: [verzuimgesprek]"
UREN: Final = "signaal: [ongeoorloofde_uren], uiterlijk: 16 klokuren, binnen: 4 weken, actie: [duo_melden]"
REEKS: Final = "signaal: [ziek_aaneengesloten], uiterlijk: 7 schooldagen, actie: [verzuimgesprek]"
LANG: Final = "signaal: [ongeoorloofd_aaneengesloten], uiterlijk: 4 weken, actie: [duo_melden]"
LAAT: Final = "signaal: [te_laat], uiterlijk: 6 keer, actie: [brief]"

#: (wat er anders is, de norm, de signalen van de school, de termijn van de actie).
GEVALLEN: Final = (
    ("een hogere drempel", ZIEK, ["5 keer | 12 schoolweken"], ""),
    ("meer dan in plaats van vanaf", ZIEK, ["4 keer | 12 schoolweken | meer_dan"], ""),
    ("een kortere periode", ZIEK, ["4 keer | 10 schoolweken"], ""),
    ("een veel kortere periode met een lagere drempel", ZIEK, ["3 keer | 6 schoolweken"], ""),
    ("weken in plaats van schoolweken", ZIEK, ["4 keer | 12 weken"], ""),
    ("te weinig schooldagen in plaats van schoolweken", ZIEK, ["4 keer | 59 schooldagen"], ""),
    ("drie maanden", ZIEK, ["4 keer | 3 maanden"], ""),
    ("een kwartaal in vaste blokken", ZIEK, ["4 keer | 1 kwartaal | vast"], ""),
    ("vaste blokken van schoolweken", ZIEK, ["4 keer | 12 schoolweken | vast"], ""),
    ("vaste schooljaren", ZIEK, ["4 keer | 1 schooljaar | vast"], ""),
    ("een rapportperiode", ZIEK, ["4 keer | 1 rapportperiode | vast"], ""),
    ("twee signalen die samen niet genoeg zijn", ZIEK, ["3 keer | 5 schoolweken", "4 keer | 10 schoolweken"], ""),
    ("elke vijfde keer", ZIEK, ["5 keer | 1 schooljaar | elke"], ""),
    ("te laat: pas bij de 9e keer", LAAT, ["9 keer | 1 schooljaar"], ""),
    ("te laat: binnen twee weken", LAAT + ", binnen: 4 weken", ["6 keer | 2 weken"], ""),
    ("te laat: per maand in vaste blokken", LAAT + ", binnen: 4 weken", ["6 keer | 1 maand | vast"], ""),
    ("te laat: vaak op een dag", LAAT.replace("6 keer", "3 keer") + ", binnen: 1 dag", ["4 keer | 1 dag"], ""),
    ("meer dan 16 uur", UREN, ["16 klokuren | 4 weken | meer_dan"], ""),
    ("20 uur", UREN, ["20 klokuren | 4 weken"], ""),
    ("16 uur in twee weken", UREN, ["16 klokuren | 2 weken"], ""),
    ("4 weken tegen 4 lesweken", UREN.replace("4 weken", "4 lesweken"), ["16 klokuren | 4 weken"], ""),
    ("16 uur in een vaste maand", UREN, ["16 klokuren | 1 maand | vast"], ""),
    ("lesuren van 50 minuten", UREN, ["20 lesuren | 4 weken"], ""),
    (
        "een uur per dag minder dan de norm ziet",
        UREN.replace("16 klokuren", "3 klokuren").replace("4 weken", "2 dagen"),
        ["2 klokuren | 1 dag"],
        "",
    ),
    ("herhaling: één keer per jaar", UREN + ", herhaling: true", ["16 klokuren | 4 weken"], ""),
    ("herhaling: eerst eronder", UREN + ", herhaling: true", ["16 klokuren | 4 weken | nietopnieuw"], ""),
    ("ziek: een dag later", REEKS, ["8 schooldagen"], ""),
    ("ziek: meer dan 7", REEKS, ["7 schooldagen | meer_dan"], ""),
    ("ziek: 10 dagen", REEKS, ["10 dagen"], ""),
    ("ziek: twee weken", REEKS, ["2 weken"], ""),
    ("afwezig: 20 schooldagen tegen 4 weken", LANG, ["20 schooldagen"], ""),
    ("afwezig: 4 schoolweken tegen 4 weken", LANG, ["4 schoolweken"], ""),
    ("afwezig: meer dan 4 weken", LANG, ["4 weken | meer_dan"], ""),
    ("afwezig: 20 schooldagen tegen 4 schoolweken", LANG.replace("4 weken", "4 schoolweken"), ["20 schooldagen"], ""),
    (
        "peil: een lagere grens",
        "signaal: [aanwezigheid], onder: 95 procent, actie: [plan_van_aanpak]",
        ["92 procent | 12 schoolweken | onder"],
        "",
    ),
    (
        "peil: een langere meetperiode",
        "signaal: [aanwezigheid], onder: 95 procent, binnen: 12 schoolweken, actie: [plan_van_aanpak]",
        ["95 procent | 24 schoolweken | onder"],
        "",
    ),
    (
        "termijn: schooldagen tegen een week",
        "signaal: [in_of_uitschrijving], actie: [duo_registreren], termijn: 1 week",
        [""],
        "5 schooldagen",
    ),
    ("termijn: te lang", "signaal: [in_of_uitschrijving], actie: [duo_registreren], termijn: 7 werkdagen", [""], "2 weken"),
    ("termijn: geen termijn", "signaal: [in_of_uitschrijving], actie: [duo_registreren], termijn: 7 werkdagen", [""], "geen"),
    (
        "termijn na een reeks",
        "signaal: [ongeoorloofd_aaneengesloten], uiterlijk: 2 weken, actie: [mdo_organiseren], termijn: 3 weken",
        ["2 weken"],
        "15 schooldagen",
    ),
    (
        "een eigen signaal",
        "signaal: [uit_de_les_gestuurd], uiterlijk: 3 keer, binnen: 4 weken, actie: [gesprek]",
        ["3 keer | 2 weken"],
        "",
    ),
    (
        "ziekte-uren",
        "signaal: [ziekte_uren], uiterlijk: 16 klokuren, binnen: 4 weken, actie: [verwijzen]",
        ["20 klokuren | 4 weken"],
        "",
    ),
)


def _signal(naam: str, tekst: str) -> dict[str, Any]:
    drempel, *rest = (deel.strip() for deel in tekst.split("|"))
    signaal: dict[str, Any] = {"signaal": naam, **({"drempel": drempel} if drempel else {})}
    for deel in rest:
        if deel in {"meer_dan", "elke", "onder"}:
            signaal["vergelijking"] = deel
        elif deel == "vast":
            signaal["venster"] = deel
        elif deel == "nietopnieuw":
            signaal |= {"herhaling": True, "opnieuw_tellen_na_melding": False}
        else:
            signaal["periode"] = deel
    return signaal


def run(norm: str, signalen: list[str], termijn: str = "", **school: object) -> Uitkomst:
    toets = LEZER.validate_python(yaml.safe_load(f"{{soort: stap, {norm}}}"))
    assert isinstance(toets, StapToets)
    actie: dict[str, Any] = {
        "wie": "mentor",
        "actie": toets.actie[0],
        **({"termijn": termijn} if termijn not in {"", "geen"} else {}),
    }
    stap = {"bij": [_signal(toets.signaal[0], tekst) for tekst in signalen], "acties": [actie]}
    blok = {"trappen": [{"trap": "proef", "stappen": [stap]}]}
    feiten = {BLOK: blok, "school": {"lesuur_minuten": 50, **school}}
    return toets.run(Onderzoek(feiten, date(2026, 10, 1), build_ladder(blok, {}), noem=label))


def test_alle_verhalen() -> None:
    """42 gevallen; lees het bestand als een lezer die niets van de toets weet."""
    stukken = []
    for naam, norm, signalen, termijn in GEVALLEN:
        uitkomst = run(norm, signalen, termijn)
        assert uitkomst.trapbewijs is not None, naam
        assert uitkomst.trapbewijs.uitkomst == "tegenvoorbeeld", (naam, uitkomst.trapbewijs)
        gewicht = "aandachtspunt" if uitkomst.tussen else "tekort"
        zin = (*uitkomst.gaps, *uitkomst.tussen)[0].zin
        stukken.append(
            "\n".join(
                (f"{naam} ({gewicht})", *textwrap.wrap(uitkomst.trapbewijs.verhaal, 110), *textwrap.wrap(f"De toets: {zin}", 110))
            )
        )
    assert len(stukken) == 42
    assert_expected("\n\n".join(stukken) + "\n", "tegenvoorbeelden.txt")


@pytest.mark.parametrize(("naam", "norm", "signalen", "termijn"), GEVALLEN, ids=[geval[0] for geval in GEVALLEN])
def test_het_verloop_als_waarden(naam: str, norm: str, signalen: list[str], termijn: str) -> None:
    """Elke week die het verhaal noemt komt in de waarden voor, en er staat geen jargon in."""
    bewijs = run(norm, signalen, termijn).trapbewijs
    assert bewijs is not None, naam
    assert bewijs.verloop
    assert all(voorval.week >= 1 and voorval.dag and voorval.wat for voorval in bewijs.verloop)
    assert f"week {bewijs.verloop[0].week}" in bewijs.verhaal or "procent" in bewijs.verhaal
    assert not any(woord in bewijs.verhaal for woord in ("None", "_", "  ", "..", "drempel", "venster"))
