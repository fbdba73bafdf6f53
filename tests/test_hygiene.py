"""De hygiëne van een ladder: eerst wat niet mag afgaan, dan elk gebrek apart, en de bewijzen op alle kleine ladders."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any, Final

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from beleidscheck.beleid.woorden import ACTIES, SIGNALEN
from beleidscheck.kader import available, load_kader
from beleidscheck.trap.eerder import fires_with, no_later
from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.gebrekzin import describe
from beleidscheck.trap.hygiene import find_gebreken
from beleidscheck.trap.hygiene_paar import backward_steps, dead_steps
from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.ladder import BLOK, Ladder, Signaal, Stap, build_ladder
from beleidscheck.trap.tellen import fires
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

GESPREK: Final = "{wie: mentor, actie: gesprek, met: [leerling]}"
BRIEF: Final = "{wie: mt, actie: brief, met: [ouder]}"
DUO: Final = "{wie: mt, actie: duo_melden, met: [leerplichtambtenaar]}"


def _bouw(*stappen: str, trap: str = "trap: te_laat, telt_per: schooljaar") -> Ladder:
    """Return a ladder with one trap of these steps, each as a user would write it."""
    gelezen = yaml.safe_load(f"{{{trap}, stappen: [{', '.join(stappen)}]}}")
    return build_ladder({"trappen": [gelezen]}, {})


def _stap(bij: str, *acties: str, rest: str = "") -> str:
    return f"{{bij: [{bij}], acties: [{', '.join(acties or (GESPREK,))}]{', ' + rest if rest else ''}}}"


def _te_laat(drempel: object, *acties: str, rest: str = "", signaal: str = "") -> str:
    return _stap(f"{{signaal: te_laat, drempel: {drempel} keer{signaal}}}", *acties, rest=rest)


def _codes(ladder: Ladder, **gegevens: Any) -> list[Kwaal]:  # noqa: ANN401 - velden van Gegevens
    return [gebrek.kwaal for gebrek in find_gebreken(ladder, Gegevens(**gegevens))]


def _een(ladder: Ladder, **gegevens: Any) -> Gebrek:  # noqa: ANN401 - velden van Gegevens
    gevonden = find_gebreken(ladder, Gegevens(**gegevens))
    assert len(gevonden) == 1, [gebrek.kwaal for gebrek in gevonden]
    return gevonden[0]


# ---- Wat niet mag afgaan ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", available())
def test_de_ladder_van_een_kader_is_schoon(ref: str) -> None:
    trappen = load_kader(ref).trappen
    assert find_gebreken(build_ladder({"trappen": trappen}, {})) == ()
    assert find_gebreken(build_ladder({"volgt": ref}, {ref: trappen})) == ()


@pytest.mark.parametrize(
    "ladder",
    [
        pytest.param(_bouw(*(_te_laat(n) for n in (3, 6, 9, 12, 15))), id="3-6-9-12-15, elke keer hetzelfde gesprek"),
        pytest.param(_bouw(*(_te_laat(n) for n in (3, 7, 10))), id="3-7-10"),
        pytest.param(_bouw(*(_te_laat(n) for n in (4, 8, 12))), id="4-8-12"),
        pytest.param(_bouw(*(_te_laat(n) for n in (4, 8, 10, 16))), id="4-8-10-16"),
        pytest.param(_bouw(_te_laat(5), _te_laat(10, BRIEF), _te_laat(15, DUO)), id="5-10-15"),
        pytest.param(_bouw(_te_laat(5), _te_laat(9, DUO, signaal=", vergelijking: meer_dan")), id="5 en meer dan 9"),
        pytest.param(_bouw(_te_laat(10), _te_laat(11, DUO)), id="10 en 11"),
        pytest.param(
            _bouw(_te_laat(10, BRIEF, signaal=", periode: 1 rapportperiode"), trap="trap: te_laat"), id="10 per rapportperiode"
        ),
        pytest.param(
            _bouw(_te_laat(10, BRIEF), trap="trap: te_laat, telt_per: rapportperiode"), id="10 per rapportperiode, bij de trap"
        ),
        pytest.param(
            _bouw(
                _te_laat(6, signaal=", vergelijking: meer_dan"),
                _te_laat(9, DUO),
                trap="trap: te_laat, telt_per: maand, coulance: twee jokers per schooljaar",
            ),
            id="meer dan 6 en 9 per maand, met jokers",
        ),
        pytest.param(
            _bouw(_te_laat(1, signaal=", vergelijking: elke"), _te_laat(3, BRIEF), _te_laat(6, DUO)),
            id="elke keer inhalen, en dan 3 en 6",
        ),
        pytest.param(
            _bouw(_te_laat(3, BRIEF), _te_laat(6, DUO), _te_laat(1, signaal=", vergelijking: elke")),
            id="elke keer, onderaan opgeschreven",
        ),
        pytest.param(_bouw(_te_laat(4, signaal=", vergelijking: elke"), _te_laat(12, DUO)), id="elke vierde keer"),
        pytest.param(_bouw(_te_laat(12, DUO)), id="alleen 12"),
        pytest.param(
            _bouw(*(_te_laat(n, rest="inclusief_vorige: ja" if n > 4 else "") for n in (4, 8, 12))), id="inclusief vorige"
        ),
        pytest.param(_bouw(_te_laat(3, rest="geldt_voor: {leerjaren: [1, 2]}"), _te_laat(6, BRIEF)), id="onderbouw eerder"),
        pytest.param(
            _bouw(_te_laat(6, rest="geldt_voor: {leeftijd: {tot: 18}}"), _te_laat(3, rest="geldt_voor: {leeftijd: {van: 18}}")),
            id="andere groepen hoeven niet op volgorde",
        ),
        pytest.param(
            _bouw(_te_laat(5, signaal=", periode: 4 weken"), _te_laat(2, BRIEF, signaal=", periode: 1 dag")),
            id="een korter venster is geen lagere trede",
        ),
        pytest.param(_bouw(_te_laat(60, signaal=", periode: 1 week")), id="vaak, maar het kan"),
        pytest.param(
            _bouw(_stap("{signaal: ongeoorloofde_uren, drempel: 40 klokuren, periode: 1 week}")), id="een week spijbelen"
        ),
        pytest.param(
            _bouw(_stap("{signaal: ziek_aaneengesloten, drempel: 5 schooldagen, periode: 1 week}")), id="een hele week ziek"
        ),
        pytest.param(
            _bouw(_stap("{signaal: aanwezigheid, drempel: 100 procent, periode: 12 weken}")), id="een compliment bij 100 procent"
        ),
        pytest.param(
            _bouw(_stap("{signaal: schorsing}"), _stap("{signaal: schorsing}", BRIEF)), id="twee stappen bij een schorsing"
        ),
        pytest.param(
            _bouw(
                _stap("{signaal: anders, toelichting: niet op stage}"),
                _stap("{signaal: anders, toelichting: niet op de sportdag}"),
            ),
            id="twee eigen signalen",
        ),
        pytest.param(
            _bouw(_stap("{signaal: anders}"), _stap("{signaal: anders}")),
            id="twee eigen signalen zonder toelichting zijn niet hetzelfde",
        ),
        pytest.param(
            _bouw(
                _te_laat(3, "{wie: mentor, actie: sanctie, met: [leerling], sanctie: {soort: nablijven, lesuren: 1}}"),
                _te_laat(6, "{wie: mentor, actie: sanctie, met: [leerling], sanctie: {soort: nablijven, lesuren: 2}}"),
            ),
            id="een zwaardere sanctie bij een hogere drempel",
        ),
        pytest.param(_bouw(_te_laat(3), trap="trap: te_laat, telt_per: doorlopend"), id="met opzet doorlopend"),
        pytest.param(
            _bouw(_te_laat(3, signaal=", periode: 4 weken"), trap="trap: te_laat, telt_per: kwartaal"),
            id="een kortere periode in een kwartaal",
        ),
        pytest.param(
            _bouw(_te_laat(3, signaal=", periode: 1 maand"), trap="trap: te_laat, telt_per: maand"),
            id="dezelfde periode bij de trap en het signaal",
        ),
        pytest.param(
            _bouw(_stap("{signaal: ongeoorloofde_uren, drempel: 1 lesuur}")), id="het eerste uur heeft geen periode nodig"
        ),
        pytest.param(Ladder(), id="geen ladder"),
    ],
)
def test_geen_vals_alarm(ladder: Ladder) -> None:
    assert find_gebreken(ladder) == ()


# ---- Eén stap ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signaal", "kwaal", "zin"),
    [
        pytest.param(
            "{signaal: te_laat, drempel: 61 keer, periode: 1 week}",
            Kwaal.NOOIT,
            "De stap bij «te laat» (vanaf de 61e keer binnen 1 week) gaat nooit af: in 1 week past hooguit 60 keer.",
            id="vaker dan er lessen zijn",
        ),
        pytest.param(
            "{signaal: ziekmeldingen, drempel: 5 keer, vergelijking: meer_dan, periode: 1 week}",
            Kwaal.NOOIT,
            "De stap bij «ziekmeldingen» (bij meer dan 5 keer binnen 1 week) gaat nooit af: in 1 week past hooguit 5 keer.",
            id="elke dag ziekmelden en dan nog een keer",
        ),
        pytest.param(
            "{signaal: ziekmeldingen, drempel: 7 keer, periode: 7 dagen}",
            Kwaal.NOOIT,
            "De stap bij «ziekmeldingen» (vanaf de 7e keer binnen 7 dagen) gaat nooit af: in 7 dagen past hooguit 5 keer.",
            id="ook in het weekend ziekmelden",
        ),
        pytest.param(
            "{signaal: ziek_aaneengesloten, drempel: 10 schooldagen, periode: 1 week}",
            Kwaal.NOOIT,
            "De stap bij «aaneengesloten ziek» (vanaf de 10e schooldag binnen 1 week) gaat nooit af: in 1 week passen hooguit 5 schooldagen.",
            id="tien schooldagen in een week",
        ),
        pytest.param(
            "{signaal: ongeoorloofd_aaneengesloten, drempel: 3 weken, periode: 2 weken}",
            Kwaal.NOOIT,
            "De stap bij «aaneengesloten ongeoorloofd afwezig» (vanaf 3 weken binnen 2 weken) gaat nooit af: de drempel is langer dan de periode.",
            id="de drempel is langer dan het venster",
        ),
        pytest.param(
            "{signaal: ongeoorloofde_uren, drempel: 61 klokuren, periode: 1 week}",
            Kwaal.NOOIT,
            "De stap bij «uren ongeoorloofd afwezig» (vanaf 61 klokuren binnen 1 week) gaat nooit af: in 1 week passen hooguit 5 schooldagen.",
            id="meer uren dan er in een week zitten",
        ),
        pytest.param(
            "{signaal: aanwezigheid, drempel: 0 procent, vergelijking: onder, periode: 4 weken}",
            Kwaal.NOOIT,
            "Niemand is minder dan 0 procent aanwezig, dus de stap bij «aanwezigheidspercentage» (onder 0 procent over 4 weken) gaat nooit af.",
            id="onder 0 procent",
        ),
        pytest.param(
            "{signaal: aanwezigheid, drempel: 100 procent, vergelijking: meer_dan, periode: 4 weken}",
            Kwaal.NOOIT,
            "Niemand is meer dan 100 procent aanwezig, dus de stap bij «aanwezigheidspercentage» (bij meer dan 100 procent binnen 4 weken) gaat nooit af.",
            id="meer dan 100 procent",
        ),
        pytest.param(
            "{signaal: aanwezigheid, drempel: 101 procent, vergelijking: onder, periode: 4 weken}",
            Kwaal.ALTIJD,
            "Iedereen is hooguit 100 procent aanwezig, dus de stap bij «aanwezigheidspercentage» (onder 101 procent over 4 weken) geldt voor elke leerling.",
            id="onder 101 procent is iedereen",
        ),
        pytest.param(
            "{signaal: aanwezigheid, drempel: 95 procent, periode: 12 schoolweken}",
            Kwaal.PEIL_OMGEKEERD,
            "De stap bij «aanwezigheidspercentage» (vanaf 95 procent binnen 12 schoolweken) gaat af bij wie veel aanwezig is, niet bij wie veel mist.",
            id="onder vergeten",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer, vergelijking: onder, periode: 4 weken}",
            Kwaal.EENHEID,
            "«te laat» gaat af onder 3 keer, dus ook bij wie niets heeft gemist.",
            id="onder bij een telling",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 5 procent, periode: 4 weken}",
            Kwaal.EENHEID,
            "«te laat» telt u in keren, uren of dagen, maar de drempel is vanaf 5 procent binnen 4 weken.",
            id="procent bij een telling",
        ),
        pytest.param(
            "{signaal: ziek_aaneengesloten, drempel: 4 keer}",
            Kwaal.EENHEID,
            "«aaneengesloten ziek» telt u in dagen of weken achter elkaar, maar de drempel is vanaf de 4e keer.",
            id="keren bij een reeks",
        ),
        pytest.param(
            "{signaal: ziekmeldingen, drempel: 7 schooldagen}",
            Kwaal.EENHEID,
            "«ziekmeldingen» telt u in keren, maar de drempel is vanaf de 7e schooldag.",
            id="dagen bij ziekmeldingen",
        ),
        pytest.param(
            "{signaal: aanwezigheid, drempel: 9 keer, periode: 4 weken}",
            Kwaal.EENHEID,
            "«aanwezigheidspercentage» telt u in procenten, maar de drempel is vanaf de 9e keer binnen 4 weken.",
            id="keren bij een peil",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer, periode: 4 keer}",
            Kwaal.GEEN_TIJD,
            "Bij «te laat» (vanaf de 3e keer binnen 4 keer) is de periode 4 keer; dat is geen tijd in dagen of weken.",
            id="een periode in keren",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer, periode: 0 weken}",
            Kwaal.GEEN_TIJD,
            "Bij «te laat» (vanaf de 3e keer binnen 0 weken) is de periode 0 weken; daarin valt niets te tellen.",
            id="een periode van niets",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer, periode: 2 maanden}",
            Kwaal.VENSTER,
            "Bij «te laat» (vanaf de 3e keer binnen 2 maanden) staat niet of de periode elke dag meeschuift of een vast begin heeft.",
            id="een maand zonder begin",
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer}",
            Kwaal.ZONDER_PERIODE,
            "«te laat» telt u (3 keer), maar er staat niet over welke periode. Dan weet niemand wanneer de telling opnieuw begint.",
            id="een telling zonder periode",
        ),
    ],
)
def test_een_signaal_dat_niet_kan(signaal: str, kwaal: Kwaal, zin: str) -> None:
    gebrek = _een(_bouw(_stap(signaal), trap="trap: eigen"))
    assert (gebrek.kwaal, describe(gebrek).zin) == (kwaal, zin)
    assert gebrek.paden[0][:6] == (BLOK, "trappen", 0, "stappen", 0, "bij")


def test_een_telling_zonder_periode_is_een_melding_per_trap() -> None:
    gebrek = _een(_bouw(_te_laat(3), _te_laat(6, BRIEF), _te_laat(9, DUO), trap="trap: te_laat"))
    assert (gebrek.kwaal, gebrek.woorden, len(gebrek.paden)) == (Kwaal.ZONDER_PERIODE, ("3 keer", "6 keer", "9 keer"), 3)


PEIL: Final = "{signaal: aanwezigheid, drempel: 95 procent, vergelijking: onder}"


@pytest.mark.parametrize(
    ("ladder", "codes"),
    [
        pytest.param(_bouw(_te_laat(3, rest="inclusief_vorige: ja")), [Kwaal.GEEN_VORIGE], id="de eerste stap heeft geen vorige"),
        pytest.param(
            _bouw(_stap("{signaal: schorsing}", BRIEF), _te_laat(3, rest="inclusief_vorige: ja")),
            [Kwaal.GEEN_VORIGE],
            id="de vorige gaat over iets anders",
        ),
        pytest.param(_bouw("{bij: [{signaal: schorsing}], acties: []}"), [Kwaal.LEEG], id="geen actie"),
        pytest.param(_bouw(f"{{bij: [], acties: [{GESPREK}]}}"), [Kwaal.NOOIT], id="geen signaal"),
        pytest.param(
            _bouw(_te_laat(3, rest="id: a"), _te_laat(6, rest="id: a")), [Kwaal.DUBBEL_ID], id="twee keer dezelfde naam"
        ),
        pytest.param(_bouw(_stap(PEIL), trap="trap: bijzonder"), [Kwaal.ZONDER_PERIODE], id="een peil zonder meetperiode"),
        pytest.param(
            _bouw(_te_laat(9, signaal=", periode: 12 schoolweken"), trap="trap: te_laat, telt_per: maand"),
            [Kwaal.TELT_PER],
            id="elke maand opnieuw",
        ),
        pytest.param(
            _bouw(_stap("{signaal: ongeoorloofd_aaneengesloten, drempel: 3 dagen}", DUO)),
            [Kwaal.OUDE_GRENS],
            id="drie dagen: de oude grens",
        ),
        pytest.param(
            _bouw(
                _stap("{signaal: ongeoorloofd_aaneengesloten, drempel: 3 dagen}", DUO),
                _stap("{signaal: ongeoorloofde_uren, drempel: 16 lesuren, periode: 4 lesweken}", DUO),
            ),
            [],
            id="drie dagen naast zestien uur",
        ),
        pytest.param(
            _bouw(_stap("{signaal: ongeoorloofd_aaneengesloten, drempel: 3 dagen}")), [], id="drie dagen zonder melding"
        ),
    ],
)
def test_de_stap_zelf(ladder: Ladder, codes: list[Kwaal]) -> None:
    assert _codes(ladder) == codes


def test_een_peil_telt_over_de_meetperiode_van_het_beleid() -> None:
    assert _codes(_bouw(_stap(PEIL), trap="trap: bijzonder"), meetperiode=True) == []


@pytest.mark.parametrize(
    ("drempel", "gegevens", "codes"),
    [
        pytest.param("16 lesuren", {"invoer_eenheid": "lesuur"}, [], id="lesuren geteld en ingevoerd"),
        pytest.param("16 klokuren", {"invoer_eenheid": "lesuur", "lesuur": 50}, [], id="om te rekenen"),
        pytest.param("16 klokuren", {"invoer_eenheid": "lesuur", "rekent_om": True}, [], id="het systeem rekent om"),
        pytest.param("16 klokuren", {"invoer_eenheid": "lesuur"}, [Kwaal.NIET_GEREGISTREERD], id="lesuur van onbekende lengte"),
        pytest.param("16 lesuren", {"invoer_eenheid": "klokuur"}, [Kwaal.NIET_GEREGISTREERD], id="lesuren bij klokuren"),
        pytest.param(
            "16 klokuren", {"invoer_eenheid": "dagdeel", "lesuur": 50}, [Kwaal.NIET_GEREGISTREERD], id="uren bij dagdelen"
        ),
        pytest.param("4 dagdelen", {"invoer_eenheid": "dagdeel"}, [], id="dagdelen bij dagdelen"),
        pytest.param("16 uur", {"invoer_eenheid": "klokuur", "sector": "vo"}, [], id="uur bij klokuren"),
        pytest.param("16 uur", {"sector": "po"}, [], id="het basisonderwijs kent geen lesuur"),
        pytest.param("16 uur", {"sector": "vo"}, [Kwaal.UUR], id="uur in het vo"),
        pytest.param("16 uur", {"invoer_eenheid": "lesuur", "lesuur": 50}, [Kwaal.UUR], id="uur bij lesuren"),
        pytest.param("16 lesuren", {}, [], id="niets bekend"),
    ],
)
def test_de_eenheid_van_de_registratie(drempel: str, gegevens: dict[str, Any], codes: list[Kwaal]) -> None:
    ladder = _bouw(_stap(f"{{signaal: ongeoorloofde_uren, drempel: {drempel}, periode: 4 lesweken}}"), trap="trap: ongeoorloofd")
    assert _codes(ladder, **gegevens) == codes


def test_minuten_te_laat_vraagt_registratie_per_minuut() -> None:
    ladder = _bouw(_stap("{signaal: te_laat, drempel: 60 minuten, periode: 4 lesweken}"))
    assert _codes(ladder, invoer_eenheid="lesuur", lesuur=50) == [Kwaal.NIET_GEREGISTREERD]
    assert _codes(ladder, invoer_eenheid="minuut") == []


# ---- Twee stappen ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stappen", "zin"),
    [
        pytest.param(
            [_te_laat(3, rest="id: een"), _te_laat(3, rest="id: twee")],
            "De stap «twee» bij «te laat» (vanaf de 3e keer binnen 1 schooljaar) voegt niets toe: de stap «een» bij «te laat» (vanaf de 3e keer binnen 1 schooljaar) "
            "gaat nooit later af en doet dit allemaal al.",
            id="twee keer dezelfde",
        ),
        pytest.param(
            [_te_laat(2, signaal=", vergelijking: meer_dan"), _te_laat(3)],
            "De stap bij «te laat» (vanaf de 3e keer binnen 1 schooljaar) voegt niets toe: de stap bij «te laat» (bij meer dan 2 keer binnen 1 schooljaar) "
            "gaat nooit later af en doet dit allemaal al.",
            id="meer dan 2 is vanaf 3",
        ),
        pytest.param(
            [_te_laat(3, signaal=", vergelijking: elke"), _te_laat(6)],
            "De stap bij «te laat» (vanaf de 6e keer binnen 1 schooljaar) voegt niets toe: de stap bij «te laat» (elke 3e keer binnen 1 schooljaar) "
            "gaat nooit later af en doet dit allemaal al.",
            id="elke 3e keer is ook de 6e",
        ),
        pytest.param(
            [_te_laat(4, signaal=", periode: 12 weken"), _te_laat(4, signaal=", periode: 8 weken")],
            "De stap bij «te laat» (vanaf de 4e keer binnen 8 weken) voegt niets toe: de stap bij «te laat» (vanaf de 4e keer binnen 12 weken) "
            "gaat nooit later af en doet dit allemaal al.",
            id="even vaak in een korter venster",
        ),
        pytest.param(
            [_stap("{signaal: luxe_verzuim}", BRIEF, GESPREK), _stap("{signaal: luxe_verzuim}", BRIEF)],
            "De stap bij «luxeverzuim» voegt niets toe: de stap bij «luxeverzuim» gaat nooit later af en doet dit allemaal al.",
            id="een signaal zonder getal",
        ),
    ],
)
def test_een_stap_die_niets_toevoegt(stappen: list[str], zin: str) -> None:
    gebrek = _een(_bouw(*stappen))
    assert (gebrek.kwaal, describe(gebrek).zin) == (Kwaal.DOOD, zin)


@pytest.mark.parametrize(
    "stappen",
    [
        pytest.param([_te_laat(3), _te_laat(3, BRIEF)], id="een andere actie"),
        pytest.param(
            [_te_laat(3), _te_laat(3, rest="geldt_voor: {leerjaren: [1]}"), _te_laat(6)][1:],
            id="de ander is voor minder leerlingen",
        ),
        pytest.param(
            [_te_laat(3, rest="geldt_voor: {leerjaren: [1]}"), _te_laat(3, rest="geldt_voor: {leerjaren: [2]}")],
            id="andere leerlingen",
        ),
        pytest.param(
            [_te_laat(3), _te_laat(3, "{wie: mentor, actie: gesprek, met: [leerling, ouder]}")][1:], id="met meer mensen"
        ),
        pytest.param([_te_laat(3), _te_laat(6, signaal=", herhaling: ja")], id="een herhaling telt vaker"),
        pytest.param(
            [_te_laat(3), _te_laat(3, GESPREK.replace("}", ", kanaal: telefoon}"), BRIEF)][1:],
            id="een stap is niet zijn eigen dubbel",
        ),
        pytest.param(
            [_te_laat(3, GESPREK.replace("}", ", kanaal: mail}")), _te_laat(3, GESPREK.replace("}", ", kanaal: telefoon}"))],
            id="op een andere manier",
        ),
        pytest.param(
            [
                _te_laat(3, GESPREK.replace("}", ", voorwaarde: bij zorg}")),
                _te_laat(3, GESPREK.replace("}", ", voorwaarde: anders}")),
            ],
            id="in een ander geval",
        ),
        pytest.param(
            [
                _stap("{signaal: ziekmeldingen, drempel: 4 keer, periode: 12 weken}"),
                _stap("{signaal: ziekmeldingen, drempel: 4 keer, periode: 12 weken}, {signaal: opvallende_afwezigheid}"),
            ][1:],
            id="een tweede signaal",
        ),
    ],
)
def test_een_stap_die_wel_iets_toevoegt(stappen: list[str]) -> None:
    assert _codes(_bouw(*stappen)) == []


@pytest.mark.parametrize("extra", [", voorwaarde: bij zorg", ""])
def test_de_volledigste_van_twee_blijft(extra: str) -> None:
    mager = GESPREK.replace("}", f"{extra}}}")
    vol = GESPREK if extra else GESPREK.replace("}", ", kanaal: telefoon}")
    ladder = _bouw(_te_laat(3, mager), _te_laat(3, vol))
    assert _een(ladder).stap is ladder.stappen[0]
    assert _een(Ladder(ladder.stappen[::-1])).stap is ladder.stappen[0]


@pytest.mark.parametrize(
    ("stappen", "van_naar"),
    [
        pytest.param([_te_laat(3), _te_laat(9, BRIEF), _te_laat(6, DUO)], (2, 1), id="3-9-6"),
        pytest.param([_te_laat(12), _te_laat(3, BRIEF), _te_laat(6, DUO), _te_laat(9, DUO, BRIEF)], (1, 0), id="12 vooraan"),
        pytest.param([_te_laat(3), _te_laat(6, BRIEF), _te_laat(9, DUO), _te_laat(2, DUO, BRIEF)], (3, 0), id="2 achteraan"),
        pytest.param(
            [_te_laat(4, signaal=", periode: 4 weken"), _te_laat(4, BRIEF, signaal=", periode: 8 weken")], (1, 0), id="even vaak in een ruimer venster"
        ),
        pytest.param(
            [_te_laat(6, signaal=", periode: 8 weken"), _te_laat(3, BRIEF, signaal=", periode: 4 weken")], (1, 0), id="zes in acht is ook drie in vier"
        ),
        pytest.param(
            [_stap("{signaal: aanwezigheid, drempel: 90 procent, vergelijking: onder, periode: 4 weken}"),
             _stap("{signaal: aanwezigheid, drempel: 95 procent, vergelijking: onder, periode: 4 weken}", BRIEF)],
            (1, 0),
            id="een peil: eerst 90, dan 95",
        ),
        pytest.param(
            [_stap("{signaal: ziek_aaneengesloten, drempel: 4 weken}"), _stap("{signaal: ziek_aaneengesloten, drempel: 10 schooldagen}", BRIEF)],
            (1, 0),
            id="een reeks in andere dagen",
        ),
        pytest.param(
            [_stap("{signaal: ongeoorloofde_uren, drempel: 16 lesuren, periode: 4 lesweken, herhaling: ja}", DUO),
             _stap("{signaal: ongeoorloofde_uren, drempel: 8 lesuren, periode: 4 lesweken}")],
            (1, 0),
            id="uren met herhaling",
        ),
        pytest.param(
            [_stap("{signaal: ziekmeldingen, drempel: 4 keer, periode: 12 schoolweken}, {signaal: ziek_aaneengesloten, drempel: 7 schooldagen}"),
             _stap("{signaal: ziekmeldingen, drempel: 6 keer, periode: 12 schoolweken}, {signaal: ziek_aaneengesloten, drempel: 5 schooldagen}", BRIEF)],
            (1, 0),
            id="een van de signalen",
        ),
        pytest.param(
            [_te_laat(9, rest="geldt_voor: {leerjaren: [1, 2]}"), _te_laat(6, BRIEF, rest="geldt_voor: {leerjaren: [2, 3]}")], (1, 0), id="voor leerjaar 2"
        ),
    ],
)  # fmt: skip
def test_drempels_die_teruglopen(stappen: list[str], van_naar: tuple[int, int]) -> None:
    ladder = _bouw(*stappen)
    gebrek = _een(ladder)
    assert gebrek.kwaal is Kwaal.ACHTERUIT
    assert (gebrek.stap, gebrek.ander_stap) == tuple(ladder.stappen[i] for i in van_naar)


def test_zonder_getal_hangt_het_van_de_trap_af() -> None:
    """Not cooperating when ill is something else than not cooperating when truant."""
    stap = _stap("{signaal: geen_medewerking}")
    anders = _stap("{signaal: geen_medewerking}", GESPREK.replace("mentor", "mt"))
    for tweede in (stap, anders):
        trappen = yaml.safe_load(f"[{{trap: ziekte, stappen: [{stap}]}}, {{trap: ongeoorloofd, stappen: [{tweede}]}}]")
        assert find_gebreken(build_ladder({"trappen": trappen}, {})) == ()
    assert _codes(_bouw(stap, anders)) == [Kwaal.TEGENSTRIJDIG]


def test_ouders_van_volwassenen_is_een_melding_per_trap() -> None:
    ladder = _bouw(
        *(_te_laat(n, BRIEF) for n in (3, 6, 9)), trap="trap: te_laat, telt_per: schooljaar, geldt_voor: {leeftijd: {van: 18}}"
    )
    zin = describe(_een(ladder)).zin
    assert zin == (
        "Deze stap is voor leerlingen van 18 jaar of ouder en betrekt de ouders («brief»), maar er staat niet dat de leerling dat goedvindt. "
        "Dat geldt ook voor nog 2 stappen in deze trap."
    )


def test_in_een_andere_trap_is_de_volgorde_vrij() -> None:
    trappen = yaml.safe_load(
        f"[{{trap: a, telt_per: schooljaar, stappen: [{_te_laat(9)}]}}, {{trap: b, telt_per: schooljaar, stappen: [{_te_laat(6, BRIEF)}]}}]"
    )
    assert find_gebreken(build_ladder({"trappen": trappen}, {})) == ()


@pytest.mark.parametrize(
    ("een", "ander", "waarin"),
    [
        pytest.param(GESPREK, "{wie: mt, actie: gesprek, met: [leerling]}", "wie", id="een andere rol"),
        pytest.param(
            "{wie: mentor, actie: gesprek, met: [leerling], termijn: 5 schooldagen}",
            "{wie: mentor, actie: gesprek, met: [leerling], termijn: 10 schooldagen}",
            "termijn",
            id="een andere termijn",
        ),
        pytest.param(
            "{wie: mentor, actie: sanctie, met: [leerling], sanctie: {soort: nablijven, lesuren: 1}}",
            "{wie: mentor, actie: sanctie, met: [leerling], sanctie: {soort: nablijven, lesuren: 2}}",
            "sanctie",
            id="een zwaardere sanctie",
        ),
        pytest.param(GESPREK, "{wie: mt, actie: gesprek, met: [ouder]}", "", id="met een ander"),
        pytest.param(GESPREK, "{wie: mt, actie: gesprek, met: [leerling], voorwaarde: bij zorg}", "", id="onder een voorwaarde"),
        pytest.param(
            "{wie: mentor, actie: doorgeven, met: [mt]}",
            "{wie: oco, actie: doorgeven, met: [mt]}",
            "",
            id="doorgeven doet ieder voor zich",
        ),
        pytest.param(
            "{wie: mentor, actie: gesprek, met: [leerling], termijn: 1 schooldag}",
            "{wie: mentor, actie: gesprek, met: [leerling], termijn: 24 uur}",
            "",
            id="dezelfde termijn anders geschreven",
        ),
    ],
)
def test_stappen_die_elkaar_tegenspreken(een: str, ander: str, waarin: str) -> None:
    gebreken = [
        gebrek
        for gebrek in find_gebreken(_bouw(_te_laat(3, een), _te_laat(3, BRIEF, ander)))
        if gebrek.kwaal is Kwaal.TEGENSTRIJDIG
    ]
    assert [gebrek.detail for gebrek in gebreken] == ([waarin] if waarin else [])
    assert _codes(_bouw(_te_laat(3, een), _te_laat(4, BRIEF, ander))) == []


# ---- Voor wie -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bereik", "gegevens", "zin"),
    [
        pytest.param("{leeftijd: {van: 18, tot: 12}}", {}, "niemand is 18 jaar of ouder en ook jonger dan 12", id="leeftijd verkeerd om"),
        pytest.param("{leeftijd: {van: 18, tot: 18}}", {}, "niemand is 18 jaar of ouder en ook jonger dan 18", id="van is tot"),
        pytest.param("{leeftijd: {van: 18}, leerplicht: [leerplichtig]}", {}, "op die leeftijd is niemand leerplichtig of kwalificatieplichtig", id="18 en leerplichtig"),
        pytest.param("{leeftijd: {van: 18}}", {"volwassenen": False}, "uw school heeft geen leerlingen van 18 jaar of ouder", id="geen volwassenen"),
        pytest.param("{leerjaren: [7]}", {"leerjaren": ("1", "2", "3", "4")}, "leerjaar 7 heeft uw school niet", id="een leerjaar dat er niet is"),
        pytest.param("{locaties: [Noord]}", {"locaties": ("Zuid", "West")}, "locatie «Noord» heeft uw school niet", id="een locatie die er niet is"),
        pytest.param("{onderwijssoorten: [vwo]}", {"onderwijssoorten": ("vmbo-tl", "havo")}, "onderwijssoort «vwo» heeft uw school niet", id="een onderwijssoort die er niet is"),
        pytest.param("{leeftijd: {van: 12, tot: 18}}", {"volwassenen": False}, "", id="tot 18"),
        pytest.param("{onderwijssoorten: [vmbo]}", {"onderwijssoorten": ("vmbo-tl", "havo")}, "", id="een deel van de naam"),
        pytest.param("{locaties: [noord]}", {"locaties": ("Noord",)}, "", id="hoofdletters maken niet uit"),
        pytest.param("{leerjaren: [4, 7]}", {"leerjaren": ("1", "2", "3", "4")}, "", id="een van beide bestaat"),
    ],
)  # fmt: skip
def test_een_stap_voor_niemand(bereik: str, gegevens: dict[str, Any], zin: str) -> None:
    ladder = _bouw(_te_laat(3), _te_laat(6, rest=f"geldt_voor: {bereik}"))
    if not zin:
        assert _codes(ladder, **gegevens) == []
        return
    gebrek = _een(ladder, **gegevens)
    assert describe(gebrek).zin == f"De stap bij «te laat» (vanaf de 6e keer binnen 1 schooljaar) geldt voor niemand: {zin}."


def test_trap_en_stap_samen_voor_niemand() -> None:
    ladder = _bouw(
        _te_laat(6, rest="geldt_voor: {leerjaren: [4]}"),
        trap="trap: te_laat, telt_per: schooljaar, geldt_voor: {leerjaren: [1, 2]}",
    )
    assert describe(_een(ladder)).zin.endswith("geldt voor niemand: de trap en de stap hebben bij `leerjaren` niets gemeen.")


@pytest.mark.parametrize(
    ("bereiken", "gegevens", "mist"),
    [
        pytest.param(["{leerjaren: [1, 2]}"], {"leerjaren": ("1", "2", "3")}, ("leerjaar", ("3",)), id="leerjaar 3"),
        pytest.param(
            ["{leerjaren: [1]}", "{leerjaren: [2, 3]}"], {"leerjaren": ("1", "2", "3")}, None, id="samen alle leerjaren"
        ),
        pytest.param(["{locaties: [Noord]}"], {"locaties": ("Noord", "Zuid")}, ("locatie", ("Zuid",)), id="locatie Zuid"),
        pytest.param(["{locaties: [Noord]}"], {}, None, id="de school noemt geen locaties"),
        pytest.param(
            ["{leeftijd: {tot: 16}}", "{leeftijd: {van: 18}}"], {}, ("leeftijd", ("16", "18")), id="16 en 17 vallen ertussen"
        ),
        pytest.param(["{leeftijd: {tot: 18}}"], {}, None, id="alleen tot 18 is een keuze"),
        pytest.param(["{leerplicht: [leerplichtig]}"], {}, None, id="alleen leerplichtigen is de wet"),
        pytest.param(["{leeftijd: {tot: 18}}", "{leeftijd: {van: 18}}"], {}, None, id="tot en vanaf 18"),
    ],
)
def test_een_groep_zonder_stap(bereiken: list[str], gegevens: dict[str, Any], mist: tuple[str, tuple[str, ...]] | None) -> None:
    ladder = _bouw(*(_te_laat(3, rest=f"geldt_voor: {bereik}") for bereik in bereiken))
    gevonden = find_gebreken(ladder, Gegevens(**gegevens))
    assert [(gebrek.kwaal, gebrek.detail, gebrek.woorden) for gebrek in gevonden] == (
        [(Kwaal.GROEP_ZONDER, *mist)] if mist else []
    )


def _lijst(naam: str, *rijen: dict[str, Any]) -> dict[str, Any]:
    return {"lijsten": ((naam, ("x", naam), list(rijen)),)}


@pytest.mark.parametrize(
    ("rij", "stap", "codes"),
    [
        pytest.param({"code": "ongeoorloofd_te_laat"}, _stap("{signaal: schorsing}"), [Kwaal.GEEN_STAP], id="te laat geregistreerd, geen stap"),
        pytest.param({"code": "ziek"}, _te_laat(3), [Kwaal.GEEN_STAP], id="ziek geregistreerd, geen stap"),
        pytest.param({"code": "ziek"}, _stap("{signaal: geoorloofd_aaneengesloten, drempel: 2 weken}"), [], id="ziek is ook geoorloofd"),
        pytest.param({"code": "ziek"}, _stap("{signaal: anders, toelichting: vaak ziek}"), [], id="in eigen woorden"),
        pytest.param({"code": "ongeoorloofd_te_laat"}, _stap("{signaal: aanwezigheid, drempel: 95 procent, vergelijking: onder, periode: 4 weken}"), [], id="een percentage telt alles"),
        pytest.param({"code": "ongeoorloofd_te_laat"}, _stap("{signaal: ongeoorloofde_uren, drempel: 1 lesuur}", "{wie: mentor, actie: gesprek, telt: [te_laat]}"), [], id="te laat telt als uur"),
        pytest.param({"code": "medisch_bezoek"}, _te_laat(3), [], id="een doktersbezoek hoeft geen stap"),
    ],
)  # fmt: skip
def test_geregistreerd_maar_in_geen_stap(rij: dict[str, Any], stap: str, codes: list[Kwaal]) -> None:
    assert _codes(_bouw(stap), **_lijst("categorieen", rij)) == codes


@pytest.mark.parametrize(
    ("acties", "codes"),
    [
        pytest.param(DUO, [], id="gemeld"),
        pytest.param("{wie: mt, actie: betrekken, met: [leerplichtambtenaar]}", [], id="leerplicht betrokken"),
        pytest.param(BRIEF, [Kwaal.GEEN_MELDING], id="niet gemeld"),
    ],
)
def test_een_verplichte_melding_die_niemand_doet(acties: str, codes: list[Kwaal]) -> None:
    ladder = _bouw(_stap("{signaal: ongeoorloofde_uren, drempel: 1 lesuur}", acties), trap="trap: ongeoorloofd")
    assert _codes(ladder, **_lijst("typen", {"type": "ongeoorloofd", "melding": "verplicht", "trap": "ongeoorloofd"})) == codes


def test_een_functie_die_niemand_heeft() -> None:
    ladder = _bouw(
        _te_laat(3, "{wie: decaan, actie: gesprek, met: [leerling]}"), _te_laat(6, "{wie: decaan, actie: brief, met: [ouder]}")
    )
    gebrek = _een(ladder, uitvoerders=frozenset({"mentor"}))
    assert (
        describe(gebrek).zin == "In uw stappen moet «decaan» iets doen (2 keer), maar bij `rollen` staat niet wie dat bij u is."
    )
    assert _codes(ladder, uitvoerders=frozenset({"decaan"})) == []
    assert _codes(ladder) == []


# ---- Ziekte -------------------------------------------------------------------------------------------------------------

ZES_KEER: Final = "{signaal: ziekmeldingen, drempel: 6 keer, periode: 26 weken}"
MET_LEERPLICHT: Final = "{wie: oco, actie: betrekken, met: [jeugdarts, leerplichtambtenaar]%s}"


@pytest.mark.parametrize(
    ("bij", "actie", "codes"),
    [
        pytest.param(ZES_KEER, DUO, [Kwaal.ZIEKTE_GEMELD], id="ziek: via DUO"),
        pytest.param(ZES_KEER, "{wie: mt, actie: lpa_melden}", [Kwaal.ZIEKTE_GEMELD], id="ziek: rechtstreeks bij leerplicht"),
        pytest.param(ZES_KEER, "{wie: mt, actie: doorgeven, met: [leerplichtambtenaar]}", [Kwaal.ZIEKTE_GEMELD], id="ziek: doorgeven aan leerplicht"),
        pytest.param(ZES_KEER, "{wie: mt, actie: registreren, vastlegging: [DUO]}", [Kwaal.ZIEKTE_GEMELD], id="ziek: vastgelegd bij DUO"),
        pytest.param(ZES_KEER, MET_LEERPLICHT % "", [Kwaal.ZIEKTE_BESPROKEN], id="ziek: leerplicht betrokken"),
        pytest.param(ZES_KEER, "{wie: leerplichtambtenaar, actie: gesprek, met: [leerling]}", [Kwaal.ZIEKTE_BESPROKEN], id="ziek: leerplicht praat"),
        pytest.param(ZES_KEER, MET_LEERPLICHT % ", voorwaarde: als de afwezigheid ongeoorloofd is", [], id="alleen het ongeoorloofde deel"),
        pytest.param(ZES_KEER, MET_LEERPLICHT % ", voorwaarde: bij een vermoeden van spijbelen", [], id="bij een vermoeden"),
        pytest.param(ZES_KEER, MET_LEERPLICHT % ", voorwaarde: als de ouders niet willen meewerken", [], id="als ouders niet meewerken"),
        pytest.param(ZES_KEER, DUO.replace("]}", "], voorwaarde: bij een vermoeden van psychische klachten}"), [Kwaal.ZIEKTE_GEMELD], id="een vermoeden van iets anders"),
        pytest.param(ZES_KEER, DUO.replace("]}", "], voorwaarde: met medewerking van de ouders}"), [Kwaal.ZIEKTE_GEMELD], id="met medewerking is geen vermoeden"),
        pytest.param(ZES_KEER, MET_LEERPLICHT % ", voorwaarde: met toestemming van de ouders", [], id="betrekken met toestemming"),
        pytest.param(ZES_KEER, DUO.replace("]}", "], voorwaarde: met toestemming van de ouders}"), [Kwaal.ZIEKTE_GEMELD], id="toestemming maakt een melding niet goed"),
        pytest.param(ZES_KEER, DUO.replace("]}", "], voorwaarde: ook als het niet ongeoorloofd is}"), [Kwaal.ZIEKTE_GEMELD], id="niet ongeoorloofd is geen vermoeden"),
        pytest.param(ZES_KEER, DUO.replace("]}", "], toelichting: Wij melden alleen het ongeoorloofde deel.}"), [], id="de toelichting beperkt"),
        pytest.param("{signaal: ziek_en_ongeoorloofd}", DUO, [], id="ziek en ongeoorloofd door elkaar"),
        pytest.param("{signaal: vermoeden_ongeoorloofd}", DUO, [], id="een vermoeden"),
        pytest.param("{signaal: geen_medewerking}", "{wie: mt, actie: lpa_melden}", [], id="geen medewerking"),
        pytest.param("{signaal: geoorloofd_aaneengesloten, drempel: 4 weken}", MET_LEERPLICHT % "", [], id="vier weken geoorloofd: leerplicht mag erbij"),
        pytest.param("{signaal: geoorloofd_aaneengesloten, drempel: 4 weken}", DUO, [Kwaal.ZIEKTE_BESPROKEN], id="vier weken geoorloofd: niet melden"),
        pytest.param(f"{ZES_KEER}, {{signaal: ongeoorloofde_uren, drempel: 16 lesuren, periode: 4 weken}}", DUO, [Kwaal.ZIEKTE_GEMELD], id="ziek of ongeoorloofd in één stap"),
        pytest.param("{signaal: nog_ziek_na_weekend}", DUO, [Kwaal.ZIEKTE_GEMELD], id="na het weekend nog ziek"),
        pytest.param("{signaal: ziekte_uren, drempel: 16 lesuren, periode: 4 weken}", DUO, [Kwaal.ZIEKTE_GEMELD], id="16 uur ziek"),
        pytest.param("{signaal: zorgwekkend_ziekteverzuim}", "{wie: oco, actie: verwijzen, met: [jeugdarts]}", [], id="naar de jeugdarts"),
        pytest.param(ZES_KEER, "{wie: mt, actie: registreren_ongeoorloofd}", [Kwaal.ZIEKTE_ONGEOORLOOFD], id="veel ziek heet ongeoorloofd"),
        pytest.param(ZES_KEER, "{wie: mt, actie: registreren_ongeoorloofd, voorwaarde: als de ouders niet meewerken aan het gesprek; dan is er geen medewerking}", [], id="zonder medewerking wel"),
        pytest.param(ZES_KEER, "{wie: jeugdverpleegkundige, actie: categorie_bepalen}", [Kwaal.SCHOOL_BESLIST], id="de verpleegkundige bepaalt"),
        pytest.param(ZES_KEER, "{wie: mt, actie: categorie_bepalen, met: [jeugdarts]}", [], id="de school bepaalt na advies"),
    ],
)  # fmt: skip
def test_ziekte_gaat_niet_als_ziekte_naar_leerplicht(bij: str, actie: str, codes: list[Kwaal]) -> None:
    assert _codes(_bouw(_stap(bij, actie), trap="trap: ziekte")) == codes


def test_ziekte_via_de_vorige_stap() -> None:
    uren = "{signaal: ongeoorloofde_uren, drempel: %d lesuren, periode: 4 weken}"
    ladder = _bouw(
        _stap(uren % 16, DUO), _stap(f"{uren % 20}, {ZES_KEER}", BRIEF, rest="inclusief_vorige: ja"), trap="trap: ziekte"
    )
    gebrek = _een(ladder)
    assert (gebrek.kwaal, gebrek.stap, gebrek.actie) == (Kwaal.ZIEKTE_GEMELD, ladder.stappen[1], ladder.stappen[0].acties[0])


@pytest.mark.parametrize(
    ("lijst", "rij", "codes"),
    [
        pytest.param("typen", {"type": "ziek", "melding": "verplicht"}, [Kwaal.ZIEKTE_GEMELD], id="soort: verplicht"),
        pytest.param("typen", {"type": "ziek", "melding": "vrijwillig"}, [Kwaal.ZIEKTE_BESPROKEN], id="soort: vrijwillig"),
        pytest.param("typen", {"type": "medisch_bezoek", "melding": "verplicht"}, [Kwaal.ZIEKTE_GEMELD], id="soort: doktersbezoek"),
        pytest.param("typen", {"type": "ziek", "melding": "geen", "extern": ["leerplichtambtenaar"]}, [Kwaal.ZIEKTE_BESPROKEN], id="soort: leerplicht als partner"),
        pytest.param("typen", {"type": "ziek", "melding": "geen", "extern": ["jeugdarts"]}, [], id="soort: jeugdarts als partner"),
        pytest.param("criteria", {"signaal": "ziekmeldingen", "categorie": "ziek"}, [Kwaal.ZIEKTE_GEMELD], id="criterium: ziekmeldingen"),
        pytest.param("criteria", {"signaal": "opvallende_afwezigheid", "categorie": "ziek"}, [Kwaal.ZIEKTE_GEMELD], id="criterium: categorie ziek"),
        pytest.param("criteria", {"signaal": "ongeoorloofde_uren", "categorie": "ongeoorloofd"}, [], id="criterium: ongeoorloofd"),
        pytest.param("categorieen", {"code": "ziek", "groep": "ongeoorloofd"}, [Kwaal.ZIEKTE_ONGEOORLOOFD], id="categorie: ongeoorloofd"),
        pytest.param("categorieen", {"code": "ziek", "groep": "geoorloofd"}, [], id="categorie: geoorloofd"),
        pytest.param("eigen_codes", {"code": "ZK", "valt_onder": "ziek", "groep": "ongeoorloofd"}, [Kwaal.ZIEKTE_ONGEOORLOOFD], id="eigen code"),
        pytest.param("redenen", {"reden": "ziek_conform_gemeld", "categorie": "ongeoorloofd"}, [Kwaal.ZIEKTE_ONGEOORLOOFD], id="reden"),
        pytest.param("redenen", {"reden": "ziek_of_arts_niet_conform_gemeld", "categorie": "ongeoorloofd"}, [], id="reden: niet volgens afspraak gemeld"),
        pytest.param("partners", {"rol": "leerplichtambtenaar", "betrekken_als": ["ziekmeldingen"]}, [Kwaal.ZIEKTE_BESPROKEN], id="partner: leerplicht"),
        pytest.param("partners", {"rol": "jeugdarts", "betrekken_als": ["ziekmeldingen"]}, [], id="partner: jeugdarts"),
    ],
)  # fmt: skip
def test_ziekte_buiten_de_stappen(lijst: str, rij: dict[str, Any], codes: list[Kwaal]) -> None:
    assert _codes(Ladder(), **_lijst(lijst, rij)) == codes


@pytest.mark.parametrize(
    ("bereik", "actie", "gegevens", "codes"),
    [
        pytest.param("{leeftijd: {van: 18}}", BRIEF, {}, [Kwaal.VOLWASSEN], id="18 en ouders"),
        pytest.param("{leeftijd: {van: 18}}", BRIEF, {"ouders_volwassenen": True}, [], id="elders geregeld"),
        pytest.param(
            "{leeftijd: {van: 18}}",
            BRIEF.replace("]}", "], voorwaarde: met toestemming van de leerling}"),
            {},
            [],
            id="met toestemming",
        ),
        pytest.param("{leeftijd: {van: 16}}", BRIEF, {}, [], id="ook jonger dan 18"),
        pytest.param("{leeftijd: {van: 18}}", GESPREK, {}, [], id="alleen de leerling"),
    ],
)
def test_ouders_van_een_volwassen_leerling(bereik: str, actie: str, gegevens: dict[str, Any], codes: list[Kwaal]) -> None:
    assert _codes(_bouw(_te_laat(3, actie, rest=f"geldt_voor: {bereik}")), **gegevens) == codes


# ---- Volgen met afwijkingen ---------------------------------------------------------------------------------------------


def _volgt(**afwijking: Any) -> Ladder:  # noqa: ANN401 - velden van het beleid
    ref = "noord-kennemerland@2024-2025"
    return build_ladder({"volgt": ref, **afwijking}, {ref: load_kader(ref).trappen})


@pytest.mark.parametrize(
    ("afwijking", "codes"),
    [
        pytest.param({"vervalt": ["te-laat-9"]}, [], id="een stap vervalt"),
        pytest.param({"vervalt": ["te-laat-3"]}, [Kwaal.GEEN_VORIGE], id="de eerste stap vervalt"),
        pytest.param({"vervang": [{"id": "te-laat-9", "bij": [{"signaal": "te_laat", "drempel": "16 keer", "periode": "1 schooljaar"}]}]}, [Kwaal.ACHTERUIT], id="9 wordt 16"),
        pytest.param({"vervang": [{"id": "te-laat-9", "bij": [{"signaal": "te_laat", "drempel": "8 keer", "periode": "1 schooljaar"}]}]}, [], id="9 wordt 8"),
        pytest.param({"voeg_toe": [{"trap": "te_laat", "bij": [{"signaal": "te_laat", "drempel": "2 keer", "periode": "1 schooljaar"}], "acties": [{"wie": "mentor", "actie": "gesprek"}]}]}, [Kwaal.ACHTERUIT], id="2 achteraan"),
        pytest.param({"voeg_toe": [{"trap": "ziekte", "na": "ziek-dag-1", "bij": [{"signaal": "ziekmeldingen", "drempel": "6 keer", "periode": "26 weken"}], "acties": [{"wie": "mt", "actie": "lpa_melden"}]}]}, [Kwaal.ZIEKTE_GEMELD], id="een stap die ziekte meldt"),
    ],
)  # fmt: skip
def test_volgen_met_een_afwijking(afwijking: dict[str, Any], codes: list[Kwaal]) -> None:
    assert _codes(_volgt(**afwijking)) == codes


# ---- Het bewijs op alle kleine ladders ------------------------------------------------------------------------------------

MAANDAG: Final = date(2026, 9, 7)
KORT: Final = Kalender(MAANDAG, MAANDAG + timedelta(days=6))
DAGEN: Final = 6


@cache
def _verlopen(meest: int = 2) -> tuple[Verloop, ...]:
    """Return every course of being late at most `meest` times a day on six days in a row, and some with very many on one day."""
    per_dag = [*product(range(meest + 1), repeat=DAGEN), *product((0, 1, 3, 4, 5, 6), repeat=3)]
    return tuple(
        Verloop(tuple(Gebeurtenis(MAANDAG + timedelta(days=dag), "te_laat") for dag, keer in enumerate(rij) for _ in range(keer)))
        for rij in per_dag
    )


@cache
def _eerste(drempel: int, venster: int, vergelijking: str, soort: str = "voortschrijdend") -> tuple[int, ...]:
    """Return on which day the signal first fires on each course; a day past the end when it never does."""
    signaal = _signaal(drempel, venster, vergelijking, soort)
    return tuple(
        ((gevonden[0].dag - MAANDAG).days if (gevonden := fires(signaal, verloop, KORT)) else DAGEN + 1)
        for verloop in _verlopen()
    )


@cache
def _signaal(drempel: int, venster: int, vergelijking: str, soort: str = "voortschrijdend") -> Signaal:
    ladder = _bouw(
        _te_laat(drempel, signaal=f", periode: {venster} dagen, vergelijking: {vergelijking}, venster: {soort}"),
        trap="trap: te_laat",
    )
    return ladder.stappen[0].signalen[0]


KLEIN: Final = [(g, v, hoe) for g in range(1, 6) for v in range(1, 5) for hoe in ("vanaf", "meer_dan", "elke")]


def _stappen(*signalen: Signaal, zelfde: bool) -> Ladder:
    acties = [_bouw(_te_laat(9, actie)).stappen[0].acties for actie in (GESPREK, BRIEF, DUO)]
    return Ladder(
        tuple(Stap("te_laat", ("stap", i), (signaal,), acties[0 if zelfde else i]) for i, signaal in enumerate(signalen))
    )


def test_een_dode_stap_gaat_nooit_als_eerste_af() -> None:
    gemeld = 0
    for een, ander in product(KLEIN, repeat=2):
        ladder = _stappen(_signaal(*een), _signaal(*ander), zelfde=True)
        for gebrek in dead_steps(ladder):
            dood, leeft = (ander, een) if gebrek.stap is ladder.stappen[1] else (een, ander)
            gemeld += 1
            assert all(eerder <= later for eerder, later in zip(_eerste(*leeft), _eerste(*dood), strict=True)), (een, ander)
    assert gemeld > 200


def test_een_latere_stap_komt_echt_eerder() -> None:
    gevonden: Counter[str] = Counter()
    for een, ander in product(KLEIN, repeat=2):
        ladder = _stappen(_signaal(*een), _signaal(*ander), zelfde=False)
        paren = list(zip(_eerste(*ander), _eerste(*een), strict=True))
        nooit_later = all(laat <= vroeg for laat, vroeg in paren)
        soms_eerder = any(laat < vroeg for laat, vroeg in paren)
        gemeld = bool(list(backward_steps(ladder, Gegevens())))
        assert not gemeld or (nooit_later and soms_eerder), (een, ander)
        if nooit_later and soms_eerder and ander[2] != "elke":
            gevonden["gemeld" if gemeld else "gemist"] += 1
    assert gevonden["gemeld"] > 500
    assert gevonden["gemist"] < gevonden["gemeld"] / 5


@pytest.mark.traag
def test_drie_stappen_op_alle_verlopen() -> None:
    klein = [(g, v, "vanaf") for g in range(1, 5) for v in (1, 2, 4)]
    for drie in product(klein, repeat=3):
        ladder = _stappen(*(_signaal(*deel) for deel in drie), zelfde=True)
        doden = {gebrek.stap.pad[1] for gebrek in dead_steps(ladder) if gebrek.stap is not None}
        levend = [_eerste(*deel) for i, deel in enumerate(drie) if i not in doden]
        assert levend
        for i in doden:
            assert isinstance(i, int)
            assert all(min(eerst) <= later for later, *eerst in zip(_eerste(*drie[i]), *levend, strict=True)), drie
        orde = _stappen(*(_signaal(*deel) for deel in drie), zelfde=False)
        for gebrek in backward_steps(orde, Gegevens()):
            assert gebrek.stap is not None
            assert gebrek.ander_stap is not None
            laat, vroeg = (orde.stappen.index(stap) for stap in (gebrek.stap, gebrek.ander_stap))
            assert laat > vroeg
            assert all(a <= b for a, b in zip(_eerste(*drie[laat]), _eerste(*drie[vroeg]), strict=True)), drie


@pytest.mark.traag
def test_nooit_later_klopt_ook_met_vaste_blokken() -> None:
    soorten = [(g, v, hoe, soort) for g, v, hoe in KLEIN if hoe != "elke" for soort in ("voortschrijdend", "vast")]
    bewezen = 0
    for een, ander in product(soorten, repeat=2):
        if no_later(_signaal(*een), _signaal(*ander)):
            bewezen += 1
            assert all(a <= b for a, b in zip(_eerste(*een), _eerste(*ander), strict=True)), (een, ander)
    assert bewezen > 1000


def test_een_reeks_komt_zonder_vakantie_niet_later() -> None:
    """Two thresholds for a run in different kinds of days, on runs that begin on each day of the week."""
    drempels = [f"{n} {dag}" for n in (1, 2, 3, 5, 6, 7, 10) for dag in ("schooldagen", "kalenderdagen", "weken")]
    signalen = {
        tekst: _bouw(_stap(f"{{signaal: ziek_aaneengesloten, drempel: {tekst}, vergelijking: {hoe}}}")).stappen[0].signalen[0]
        for tekst in drempels
        for hoe in ("vanaf",)
    }
    kalender = Kalender(MAANDAG, MAANDAG + timedelta(days=120))
    lang = kalender.school_days
    reeksen = [Verloop(tuple(Gebeurtenis(dag, "ziek") for dag in lang[start:])) for start in range(5)]
    eerste = {
        tekst: tuple(min((keer.dag for keer in fires(signaal, reeks, kalender)), default=date.max) for reeks in reeksen)
        for tekst, signaal in signalen.items()
    }
    bewezen = 0
    for een, ander in product(drempels, repeat=2):
        if no_later(signalen[een], signalen[ander]):
            bewezen += 1
            assert all(a <= b for a, b in zip(eerste[een], eerste[ander], strict=True)), (een, ander)
    assert bewezen > 150


# ---- Willekeurige ladders -------------------------------------------------------------------------------------------------

_EENHEDEN: Final = [
    "keer",
    "lesuren",
    "klokuren",
    "uur",
    "minuten",
    "dagdelen",
    "schooldagen",
    "dagen",
    "weken",
    "procent",
    "maanden",
]
_PERIODEN: Final = [*_EENHEDEN, "schoolweken", "schooljaren", "rapportperiodes", "kwartalen"]


def _hoeveelheden(eenheden: list[str]) -> st.SearchStrategy[str]:
    getallen = st.one_of(st.integers(0, 20).map(str), st.sampled_from(["0,5", "1,5", "99999"]))
    return st.tuples(getallen, st.sampled_from(eenheden)).map(" ".join)


SIGNAAL: Final = st.fixed_dictionaries(
    {"signaal": st.sampled_from(sorted(SIGNALEN))},
    optional={
        "drempel": _hoeveelheden(_EENHEDEN),
        "periode": _hoeveelheden(_PERIODEN),
        "vergelijking": st.sampled_from(["vanaf", "meer_dan", "onder", "elke"]),
        "venster": st.sampled_from(["vast", "voortschrijdend"]),
        "herhaling": st.booleans(),
        "opnieuw_tellen_na_melding": st.booleans(),
        "toelichting": st.sampled_from(["🎒", "te laat op stage"]),
    },
)
ACTIE: Final = st.fixed_dictionaries(
    {"actie": st.sampled_from(sorted(ACTIES))},
    optional={
        "wie": st.sampled_from(["mentor", "mt", "leerplichtambtenaar", "decaan"]),
        "met": st.lists(st.sampled_from(["ouder", "leerling", "leerplichtambtenaar", "jeugdarts"]), max_size=3),
        "termijn": _hoeveelheden(_EENHEDEN),
        "vastlegging": st.lists(st.sampled_from(["LVS", "DUO"]), max_size=2),
        "voorwaarde": st.sampled_from(["als het ongeoorloofd is", "bij zorg"]),
        "sanctie": st.fixed_dictionaries({"soort": st.just("nablijven")}, optional={"lesuren": st.integers(0, 3)}),
    },
)
STAP: Final = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["a", "b"]),
        "bij": st.lists(SIGNAAL, max_size=3),
        "acties": st.lists(ACTIE, max_size=3),
        "inclusief_vorige": st.booleans(),
        "geldt_voor": st.fixed_dictionaries(
            {},
            optional={
                "leerjaren": st.lists(st.integers(1, 4), max_size=3),
                "locaties": st.lists(st.sampled_from(["Noord", "Zuid"]), max_size=2),
                "leeftijd": st.fixed_dictionaries({}, optional={"van": st.integers(3, 20), "tot": st.integers(3, 20)}),
                "leerplicht": st.lists(st.sampled_from(["leerplichtig", "niet_leerplichtig"]), max_size=2),
            },
        ),
    },
)
TRAP: Final = st.fixed_dictionaries(
    {"trap": st.sampled_from(["ziekte", "te_laat"])},
    optional={"telt_per": st.sampled_from(["schooljaar", "maand", "doorlopend"]), "stappen": st.lists(STAP, max_size=4)},
)
GEGEVENS: Final = st.builds(
    Gegevens,
    sector=st.sampled_from(["", "po", "vo"]),
    lesuur=st.sampled_from([None, 50]),
    leerjaren=st.sampled_from([(), ("1", "2", "3", "4")]),
    locaties=st.sampled_from([(), ("Noord", "Zuid")]),
    volwassenen=st.sampled_from([None, False, True]),
    invoer_eenheid=st.sampled_from(["", "lesuur", "klokuur", "minuut", "dagdeel"]),
    uitvoerders=st.sampled_from([None, frozenset[str](), frozenset({"mt"})]),
)


@given(trappen=st.lists(TRAP, max_size=2), gegevens=GEGEVENS)
def test_elke_ladder_wordt_gelezen(trappen: list[dict[str, Any]], gegevens: Gegevens) -> None:
    ladder = build_ladder({"trappen": trappen}, {})
    gevonden = find_gebreken(ladder, gegevens)
    assert gevonden == find_gebreken(build_ladder({"trappen": trappen}, {}), gegevens)
    for gebrek in gevonden:
        assert gebrek.paden
        woorden = describe(gebrek)
        for tekst in (woorden.zin, woorden.te_doen):
            assert tekst.endswith(".")
            assert "  " not in tekst
            assert tekst == tekst.strip()


_OORDEEL: Final = st.builds(
    lambda drempel, hoe, rest: {"signaal": "te_laat", "drempel": f"{drempel} keer", "vergelijking": hoe, **rest},
    st.integers(1, 6),
    st.sampled_from(["vanaf", "meer_dan", "elke"]),
    st.fixed_dictionaries(
        {
            "periode": st.sampled_from(
                ["3 dagen", "1 week", "2 weken", "5 schooldagen", "10 schooldagen", "2 schoolweken", "1 maand", "1 schooljaar"]
            )
        },
        optional={
            "venster": st.sampled_from(["vast", "voortschrijdend"]),
            "herhaling": st.booleans(),
            "opnieuw_tellen_na_melding": st.booleans(),
        },
    ),
)
_HERFST: Final = Kalender.of_year(
    "2026-2027", (Tijdvak(date(2026, 10, 10), date(2026, 10, 18)), Tijdvak(date(2026, 12, 19), date(2027, 1, 3)))
)


@given(een=_OORDEEL, ander=_OORDEEL, data=st.data())
def test_wat_zeker_heet_spreekt_een_leerling_nooit_tegen(een: dict[str, Any], ander: dict[str, Any], data: st.DataObject) -> None:
    a, b = (build_ladder({"trappen": [{"stappen": [{"bij": [deel]}]}]}, {}).stappen[0].signalen[0] for deel in (een, ander))
    zeker = [relatie for relatie in (no_later, fires_with) if relatie(a, b)]
    assume(zeker)
    plekken = data.draw(st.lists(st.integers(0, data.draw(st.sampled_from([8, 60, len(_HERFST.school_days) - 1]))), max_size=14))
    verloop = Verloop(tuple(Gebeurtenis(_HERFST.school_days[plek], "te_laat") for plek in plekken))
    van_b = fires(b, verloop, _HERFST)
    van_a = fires(a, verloop, _HERFST)
    assert not van_b or (van_a and van_a[0].dag <= van_b[0].dag)


def test_een_grote_ladder_is_te_lezen() -> None:
    assert find_gebreken(_bouw(*(_te_laat(n + 1) for n in range(300)))) == ()
    omgekeerd = Ladder(tuple(reversed(_bouw(*(_te_laat(n + 1, signaal=", periode: 1 schooljaar") for n in range(300))).stappen)))
    gebrek = _een(omgekeerd)
    assert describe(gebrek).zin.endswith("In deze trap staan nog 148 stappen niet op volgorde.")
