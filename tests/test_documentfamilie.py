from __future__ import annotations

import io
import json
import re
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from beleidscheck.beleid.woorden import LEEG
from beleidscheck.cli import familie
from beleidscheck.cli.publiceren import kader_facts, policy_document, stamp
from beleidscheck.document.blokken import Kop, Tabel
from beleidscheck.document.kaart import KAARTEN, appointments, compose_card, material
from beleidscheck.document.kaart_delen import Lezer, plain_signal
from beleidscheck.document.kaart_eigen import parse_own
from beleidscheck.document.kaart_kalender import Afspraak
from beleidscheck.document.kaart_stappen import _within_box
from beleidscheck.document.namen import Namen
from beleidscheck.document.tekst import block_lines, document_text
from beleidscheck.policy import parse_policy
from beleidscheck.render.html import render_html
from beleidscheck.render.ics import Agenda, render_ics
from beleidscheck.render.markdown import render_markdown
from beleidscheck.report import build_report
from beleidscheck.source import parse_source
from tests.hulp.opdracht import draai
from tests.hulp.verwacht import assert_expected, zonder_hash
from tests.hulp.volbeleid import KADERS, UITBREIDING, bouw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok, Document
    from beleidscheck.document.kaart_delen import Stof
    from beleidscheck.report import Report

POLICIES: Final = Path(__file__).resolve().parent.parent / "policies"
SCHOLEN: Final = tuple(sorted(pad.stem for pad in POLICIES.glob("*.yaml")))
DAG: Final = date(2026, 10, 1)
ENKEL: Final = ("informatiekaart", "leerlingkaart")
_GETAL: Final = re.compile(r"[0-9]+")


@cache
def rapport(school: str) -> Report:
    return build_report(POLICIES / f"{school}.yaml", bestand=f"{school}.yaml", peildatum=DAG)


@cache
def stof_van(school: str) -> Stof:
    report = rapport(school)
    assert report.policy is not None
    return material(report.policy, kader_facts(report))


def kaart(stof: Stof, soort: str, **extra: Any) -> Document:  # noqa: ANN401 - wat compose_card verder aanneemt
    return compose_card(stof, soort, **{"stempel": "", "gereed": True, **extra})[0]


def woorden(document: Document) -> str:
    """De woorden op een kaart, zonder de adressen achter de verwijzingen."""
    return "\n".join(
        regel for regel in block_lines(document.blokken) if regel and not regel.startswith(("http", "mailto:", "tel:"))
    )


def getallen(tekst: str) -> set[str]:
    """De getallen in een tekst, zonder voorloopnullen: 08:30 en 8.30 uur zijn dezelfde."""
    return {getal.lstrip("0") or "0" for getal in _GETAL.findall(tekst)}


def waarden(feit: object) -> Iterator[str]:
    if isinstance(feit, dict):
        for deel in feit.values():
            yield from waarden(deel)
    elif isinstance(feit, list | tuple):
        for deel in feit:
            yield from waarden(deel)
    else:
        yield str(feit)


# ---- Het hele bestand, voor één school ------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", KAARTEN)
def test_de_hele_kaart(soort: str) -> None:
    report = rapport("polderlicht-college-vo")
    document = kaart(stof_van("polderlicht-college-vo"), soort, stempel=stamp(report))
    assert_expected(zonder_hash(re.sub(r"\(([0-9a-f]{12})\)", "(HASH)", render_markdown(document))), f"familie/{soort}.md")


def test_de_hele_agenda(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    uitkomst = draai(
        capsys,
        "publiceer",
        str(POLICIES / "polderlicht-college-vo.yaml"),
        "--document",
        "jaarkalender",
        "--formaat",
        "ics",
        "--peildatum",
        "2026-10-01",
        "--uit",
        str(tmp_path / "jaar.ics"),
    )
    assert uitkomst.code == 0, uitkomst.fout
    tekst = (tmp_path / "jaar.ics").read_bytes().decode()
    assert_expected(zonder_hash(re.sub(r"\(([0-9a-f]{12})\)", "(HASH)", ontvouwd(tekst))), "familie/jaarkalender.ics.txt")


# ---- Eén set feiten -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", KAARTEN)
@pytest.mark.parametrize("school", SCHOLEN)
def test_elk_getal_op_een_kaart_staat_in_het_beleid(school: str, soort: str) -> None:
    report, stof = rapport(school), stof_van(school)
    bron = "\n".join(
        (*waarden(report.policy and report.policy.feiten), *waarden([kader.bestand.trappen for kader in report.bron_kaders]))
    )
    vast = {"18"} if stof.adults else set()  # «18 jaar of ouder» zegt een vaste zin
    assert getallen(woorden(kaart(stof, soort))) <= getallen(bron) | vast


@pytest.mark.parametrize("soort", KAARTEN)
@pytest.mark.parametrize("school", SCHOLEN)
def test_elk_getal_op_een_kaart_staat_ook_in_het_beleidsdocument(school: str, soort: str) -> None:
    beleid, _ = policy_document(rapport(school))
    mag = getallen(document_text(beleid)) | ({"18"} if stof_van(school).adults else set())
    assert getallen(woorden(kaart(stof_van(school), soort))) <= mag


#: Waar in het beleid, de nieuwe waarde, hoe de oude en de nieuwe gelezen worden, en op welke kaarten.
LEZERS: Final = ("informatiekaart", "leerlingkaart", "schoolgidsparagraaf")
WIJZIGINGEN: Final = [
    (("melden_en_verlof", "melden", "tijdstip"), "07:11", "Vóór 8.30 uur", "Vóór 7.11 uur", LEZERS),
    (("check_en_nabellen", "nabellen", "tijdstip"), "11:17", "anaf 9.30 uur", "anaf 11.17 uur", (*LEZERS, "stappenkaart")),
    (("check_en_nabellen", "afwezig_zonder_reden", "termijn"), "3 uur", "1 uur", "3 uur", (*LEZERS, "stappenkaart")),
    (("controle_in_de_les", "te_laat", "afwezig_vanaf"), "37 minuten", "anaf 20 minuten", "anaf 37 minuten", LEZERS),
    (("beleid", "titel"), "Zo doen wij dat", "Aanwezigheidsbeleid Polderlicht College", "Zo doen wij dat", tuple(KAARTEN)),
    (("beleid", "ingangsdatum"), "2027-02-03", "1 oktober 2026", "3 februari 2027", tuple(KAARTEN)),
    (("beleid", "versie"), "8.7", "versie 1.0", "versie 8.7", tuple(KAARTEN)),
    (("rollen", "mt"), "sectorhoofd", "eamleider van de afdeling", "ectorhoofd", tuple(KAARTEN)),
    (("rollen", "mentor"), "tutor", "entor van de klas", "utor", tuple(KAARTEN)),
    (("contacten", 0, "telefoon"), "010 999 88 77", "072 555 00 00; absent", "010 999 88 77", (*LEZERS, "stappenkaart")),
    (
        ("langdurig_afwezig", "contact_met_thuiszitter", "elke"),
        "5 weken",
        "heeft elke week contact",
        "heeft elke vijf weken contact",
        LEZERS,
    ),
    (
        ("doelgroep_18plus", "ouders_betrokken"),
        "na een gesprek",
        "alleen met toestemming van de leerling",
        "na een gesprek",
        LEZERS,
    ),
    (("gegevensbescherming", "bewaartermijn"), "9 jaar", "5 jaar", "9 jaar", ("schoolgidsparagraaf",)),
    (("visie_en_doel", "doelen", 0, "peildatum"), "2027-04-09", "", "9 april 2027", ("jaarkalender",)),
    (("periodieke_analyse", "ritme", 0, "elke"), "9 weken", "", "lke negen weken", ("stappenkaart", "jaarkalender")),
]


@pytest.mark.parametrize(
    ("pad", "nieuw", "oud_zin", "nieuw_zin", "kaarten"), WIJZIGINGEN, ids=[".".join(map(str, w[0])) for w in WIJZIGINGEN]
)
def test_een_gewijzigde_waarde_verandert_op_elke_kaart_mee(
    pad: tuple[str | int, ...], nieuw: str, oud_zin: str, nieuw_zin: str, kaarten: tuple[str, ...]
) -> None:
    report = rapport("polderlicht-college-vo")
    policy = deepcopy(report.policy)
    assert policy is not None
    doel: Any = policy.feiten
    for deel in pad[:-1]:
        doel = doel[deel]
    doel[pad[-1]] = nieuw
    voor, na = stof_van("polderlicht-college-vo"), material(policy, kader_facts(report))
    for soort in KAARTEN:
        eerst, daarna = woorden(kaart(voor, soort)), woorden(kaart(na, soort))
        if soort not in kaarten:
            continue
        assert oud_zin in eerst, soort
        assert nieuw_zin not in eerst, soort
        assert nieuw_zin in daarna, soort
        assert not oud_zin or oud_zin not in daarna, soort


def test_een_gewijzigde_drempel_verandert_op_elke_kaart_mee() -> None:
    report = rapport("polderlicht-college-vo")
    policy = deepcopy(report.policy)
    assert policy is not None
    trap = next(trap for trap in policy.feiten["stappen_bij_afwezigheid"]["trappen"] if trap["trap"] == "te_laat")
    trap["stappen"][0]["bij"][0]["drempel"] = "77 keer"
    na = material(policy, kader_facts(report))
    for soort in (*LEZERS, "stappenkaart"):
        assert "anaf de 77e keer te laat" in woorden(kaart(na, soort)), soort
        assert "anaf de 3e keer te laat" not in woorden(kaart(na, soort)), soort


@pytest.mark.parametrize("school", SCHOLEN)
def test_elke_actie_van_de_ladder_staat_een_keer_op_de_stappenkaart(school: str) -> None:
    stof = stof_van(school)
    acties = sum(len(trede.feiten.get("acties", ())) for deel in stof.delen for trede in deel.treden)
    rijen = sum(
        len(blok.rijen)
        for blok in kaart(stof, "stappenkaart").blokken
        if isinstance(blok, Tabel) and blok.bijschrift.startswith("Stappen ")
    )
    assert acties > 0
    assert rijen == acties


@pytest.mark.parametrize(
    ("termijn", "vak"),
    [
        ("1 uur", "vandaag"),
        ("1 lesuur", "vandaag"),
        ("1 schooldag", "vandaag"),
        ("1 dagdeel", "vandaag"),
        ("2 schooldagen", "deze-week"),
        ("5 schooldagen", "deze-week"),
        ("1 week", "deze-week"),
        ("6 schooldagen", "deze-maand"),
        ("8 dagen", "deze-maand"),
        ("1 maand", "deze-maand"),
        ("31 dagen", "deze-maand"),
        ("32 dagen", "later"),
        ("6 weken", "later"),
        ("3 keer", "zonder-termijn"),
        ("spoedig", "zonder-termijn"),
    ],
)
def test_een_termijn_komt_in_haar_vak(termijn: str, vak: str) -> None:
    assert _within_box(termijn) == vak


# ---- Wat er niet staat, en hoe het er staat -------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOLEN)
def test_een_leeg_vak_staat_er_niet_en_wordt_gemeld(school: str) -> None:
    stof = stof_van(school)
    for soort in KAARTEN:
        document, meldingen = compose_card(stof, soort, stempel="", gereed=True)
        koppen = [kop for kop in alle_koppen(document.blokken) if kop.niveau == 2]
        assert len({kop.anker for kop in koppen}) == len(koppen)
        heeft_contact = any(kop.anker in {"vragen", "contact"} for kop in koppen)
        assert heeft_contact == ("contacten" in stof.feiten) or soort == "jaarkalender"
        assert any("contacten" in melding for melding in meldingen) == (
            "contacten" not in stof.feiten and soort != "jaarkalender"
        )


def alle_koppen(blokken: tuple[Blok, ...]) -> Iterator[Kop]:
    for blok in blokken:
        if isinstance(blok, Kop):
            yield blok
        elif hasattr(blok, "blokken"):
            yield from alle_koppen(blok.blokken)


@pytest.mark.parametrize("soort", KAARTEN)
@pytest.mark.parametrize("school", SCHOLEN)
def test_de_taal_van_een_kaart(school: str, soort: str) -> None:
    stof = stof_van(school)
    tekst = woorden(kaart(stof, soort))
    for fout in ("  ", " .", "..", " ,", "de u ", "de uw ", "het u ", "None", "_", "u en u ", "jou en jou", "de de ", "het het "):
        assert fout not in tekst, fout
    eigen = "\n".join(waarden(stof.feiten))
    if stof.namen.sector == "mbo":
        vreemd = set(re.findall(r"[^\n.:;]*\bleerling(?:en)?\b[^\n.:;]*", tekst))
        assert all(zin.strip() in eigen for zin in vreemd)
    if soort in ENKEL:
        assert "aaneengesloten" not in tekst
        assert not re.search(
            r"\b(?:on)?geoorloofd afwezig\b",
            re.sub("|".join(map(re.escape, filter(lambda w: len(w) > 12, waarden(stof.feiten)))) or "$^", "", tekst),
        )


@pytest.mark.parametrize("school", SCHOLEN)
def test_de_zinnen_op_een_leerlingkaart_zijn_kort(school: str) -> None:
    zinnen = [
        zin for zin in re.split(r"[.!?:;](?:\s|$)|\n", woorden(kaart(stof_van(school), "leerlingkaart"))) if len(zin.split()) > 1
    ]
    assert sum(len(zin.split()) for zin in zinnen) / len(zinnen) <= 12


def test_de_leerlingkaart_spreekt_de_leerling_aan() -> None:
    tekst = woorden(kaart(stof_van("polderlicht-college-vo"), "leerlingkaart"))
    assert "neemt contact op met je ouders" in tekst
    assert "met jou en je ouders" in tekst
    assert "uw kind" not in tekst
    assert not re.search(r"\bu\b", tekst)


@pytest.mark.parametrize(
    ("vorm", "sector", "met", "zin"),
    [
        ("u", "vo", ["leerling", "ouder"], "neemt contact op met u en uw kind"),
        ("u", "mbo", ["leerling", "ouder"], "neemt contact op met u en de student"),
        ("je", "vo", ["ouder", "leerling"], "neemt contact op met jou en je ouders"),
        ("je", "vo", [], "neemt contact op"),
    ],
)
def test_een_actie_spreekt_de_lezer_aan(vorm: Any, sector: str, met: list[str], zin: str) -> None:  # noqa: ANN401 - een woord uit een vaste rij
    assert Lezer({}, LEEG, sector, vorm).action({"actie": "contact", "met": met}) == zin


def test_een_vaste_zin_noemt_de_lezer() -> None:
    assert (
        Lezer({}, LEEG, "vo", "je").action({"actie": "verwijzen", "met": ["jeugdarts"]}) == "verwijst jou door naar de jeugdarts"
    )
    assert Lezer({}, LEEG, "mbo", "u").action({"actie": "schorsen"}) == "schorst de student"
    assert Lezer({"ouder": "vader of moeder"}, LEEG, "vo", "u").the_role("ouder") == "u"


def test_een_signaal_in_gewone_woorden_houdt_de_woorden_van_de_school() -> None:
    namen = Namen({}, LEEG, "vo")
    signaal = {
        "signaal": "ongeoorloofde_uren",
        "drempel": "8 lesuren",
        "periode": "4 weken",
        "toelichting": "ook ongeoorloofd afwezig bij gym",
    }
    assert (
        plain_signal(signaal, namen)
        == "vanaf 8 lesuren afwezig zonder geldige reden binnen 4 weken (ook ongeoorloofd afwezig bij gym)"
    )
    assert plain_signal({"signaal": "anders", "toelichting": "een lege stoel"}, namen) == "een lege stoel"


# ---- Eén A4 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", ENKEL)
@pytest.mark.parametrize("school", SCHOLEN)
def test_een_kaart_past_op_een_blad(school: str, soort: str) -> None:
    from beleidscheck.render.typst_pdf import render_pdf  # noqa: PLC0415 - alleen hier

    pdf = render_pdf(kaart(stof_van(school), soort, gereed=False))
    assert len(familie._BLADZIJDE.findall(pdf)) == 1


def test_een_kaart_die_niet_past_wordt_gemeld(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    tekst = (POLICIES / "polderlicht-college-vo.yaml").read_text(encoding="utf-8")
    lang = tekst.replace("hoe: telefonisch of via de ouderapp", "hoe: " + "telefonisch of via de ouderapp of anders " * 24)
    visie = "\n".join(
        f"  - functie: loket {nummer}\n    bereikbaar: elke dag van acht tot vijf, behalve op vrijdag" for nummer in range(120)
    )
    beleid = tmp_path / "lang.yaml"
    beleid.write_text(lang.replace("contacten:\n", f"contacten:\n{visie}\n", 1), encoding="utf-8")
    uitkomst = draai(
        capsys, "publiceer", str(beleid), "--document", "informatiekaart", "--formaat", "pdf", "--uit", str(tmp_path / "a.pdf")
    )
    assert uitkomst.code == 0, uitkomst.fout
    assert "Let op: de informatiekaart past niet op één A4." in uitkomst.fout


@pytest.mark.parametrize("school", SCHOLEN)
def test_een_kaart_in_word_heeft_twee_kolommen_en_alle_woorden(school: str) -> None:
    from beleidscheck.render.docx_word import render_docx  # noqa: PLC0415 - alleen hier

    document = kaart(stof_van(school), "informatiekaart", gereed=False)
    inhoud = render_docx(document)
    assert inhoud == render_docx(document)
    word = docx.Document(io.BytesIO(inhoud))
    assert [sectie._sectPr.find(qn("w:cols")).get(qn("w:num")) for sectie in word.sections] == ["1", "2"]
    assert [sectie.start_type for sectie in word.sections] == [WD_SECTION.CONTINUOUS, WD_SECTION.CONTINUOUS]
    alineas = [alinea.text for alinea in word.paragraphs]
    assert alineas[0] == "CONCEPT"
    assert [regel for regel in woorden(document).splitlines() if regel not in alineas] == []
    assert "beleidscheck" not in "".join(alineas)


def test_de_letter_van_een_kaart_in_word_wordt_kleiner_als_er_meer_staat() -> None:
    from beleidscheck.render.docx_word import render_docx  # noqa: PLC0415 - alleen hier

    maten = [
        docx.Document(io.BytesIO(render_docx(kaart(stof_van(school), "informatiekaart")))).styles["Normal"].font.size.pt
        for school in ("kleine-school-po", "polderlicht-college-vo", "waterland-mbo")
    ]
    assert maten == sorted(maten, reverse=True)
    assert maten[0] > maten[-1] >= 7


# ---- De agenda ------------------------------------------------------------------------------------------------------

AGENDA: Final = Agenda("Jaar", "99ZZ", DAG, "stempel", concept=False)


def ontvouwd(tekst: str) -> str:
    return tekst.replace("\r\n ", "").replace("\r\n", "\n")


def ontsnapt(tekst: str) -> str:
    return re.sub(r"\\(.)", lambda gevonden: "\n" if gevonden[1] == "n" else gevonden[1], tekst)


@given(
    st.lists(st.tuples(st.dates(date(1900, 1, 1), date(2199, 12, 30)), st.text(max_size=200), st.booleans()), max_size=5),
    st.text(max_size=300),
)
def test_elke_agenda_is_geldig(rij: list[tuple[date, str, bool]], stempel: str) -> None:
    afspraken = [Afspraak(*deel) for deel in rij]
    inhoud = render_ics(Agenda("N\r\nEND:VCALENDAR", "s", None, stempel, concept=True), afspraken)
    assert inhoud == render_ics(Agenda("N\r\nEND:VCALENDAR", "s", None, stempel, concept=True), afspraken)
    regels = inhoud.split(b"\r\n")
    assert regels.pop() == b""
    assert all(len(regel) <= 75 and b"\n" not in regel and b"\r" not in regel for regel in regels)
    los = ontvouwd(inhoud.decode()).split("\n")
    assert los[0] == "BEGIN:VCALENDAR"
    assert los[-2] == "END:VCALENDAR"
    assert los.count("END:VCALENDAR") == 1
    assert los.count("BEGIN:VEVENT") == los.count("END:VEVENT") == len(rij)
    uids = [regel for regel in los if regel.startswith("UID:")]
    assert len(set(uids)) == len(rij)
    assert all(re.match(r"[A-Z-]+[:;]", regel) for regel in los[:-1])
    for (dag, wat, _), begin, eind, kop in zip(rij, zoek(los, "DTSTART"), zoek(los, "DTEND"), zoek(los, "SUMMARY"), strict=True):
        assert begin == f"DTSTART;VALUE=DATE:{dag:%Y%m%d}"
        assert eind == f"DTEND;VALUE=DATE:{dag + timedelta(days=1):%Y%m%d}"
        verwacht = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]|[\ud800-\udfff]", " ", wat.replace("\r\n", "\n").replace("\r", "\n"))
        assert ontsnapt(kop.removeprefix("SUMMARY:")) == f"CONCEPT: {verwacht}"


def zoek(regels: list[str], naam: str) -> list[str]:
    return [regel for regel in regels if regel.startswith(naam)]


def test_een_verschoven_dag_houdt_zijn_uid() -> None:
    eerst = render_ics(AGENDA, [Afspraak(DAG, "Herziening", jaarlijks=False)]).decode()
    later = render_ics(AGENDA, [Afspraak(DAG + timedelta(days=30), "Herziening", jaarlijks=False)]).decode()
    assert zoek(eerst.split("\r\n"), "UID") == zoek(later.split("\r\n"), "UID")
    assert eerst != later
    assert "DTSTAMP:20261001T000000Z" in eerst


def test_een_andere_school_heeft_andere_uids() -> None:
    ander = Agenda("Jaar", "00AA", DAG, "stempel", concept=False)
    rij = [Afspraak(DAG, "Herziening", jaarlijks=False)]
    assert zoek(render_ics(AGENDA, rij).decode().split("\r\n"), "UID") != zoek(
        render_ics(ander, rij).decode().split("\r\n"), "UID"
    )


def test_zonder_schooljaar_heeft_een_jaarlijkse_dag_geen_datum() -> None:
    policy = deepcopy(rapport("polderlicht-college-vo").policy)
    assert policy is not None
    policy.feiten["langdurig_afwezig"]["vrijstelling"]["uiterlijk"] = "02-29"
    met, zonder = appointments(material(policy, kader_facts(rapport("polderlicht-college-vo"))))
    assert "Uiterste dag voor de aanvraag van een vrijstelling" in zonder  # 2027 heeft geen 29 februari
    assert any(afspraak.jaarlijks and afspraak.dag == date(2027, 3, 1) for afspraak in met)
    del policy.feiten["beleid"]["schooljaar"]
    met, _ = appointments(material(policy, kader_facts(rapport("polderlicht-college-vo"))))
    assert met
    assert not any(afspraak.jaarlijks for afspraak in met)


# ---- Eigen woorden --------------------------------------------------------------------------------------------------


def test_eigen_woorden_komen_erbij_en_de_feiten_blijven() -> None:
    eigen = parse_own(
        "# Welkom op school\nFijn dat je er bent.\n\n## zo meldt u AFWEZIGHEID\nBel gerust.\n\n## Fietsen\nZet uw fiets weg, plaats 4711.\n"
    )
    stof = stof_van("polderlicht-college-vo")
    document, meldingen = compose_card(stof, "informatiekaart", stempel="", gereed=True, eigen=eigen)
    tekst = woorden(document)
    assert document.titel == "Welkom op school"
    assert tekst.startswith("Fijn dat je er bent.")
    assert tekst.index("Zo meldt u afwezigheid") < tekst.index("Bel gerust.") < tekst.index("Vóór 8.30 uur")
    assert tekst.rindex("Fietsen") > tekst.index("Meer weten?")
    assert [melding for melding in meldingen if "4711" in melding] == [
        "in uw eigen tekst bij de informatiekaart staat 4711, en dat getal staat niet in de feiten van deze kaart."
    ]
    assert set(woorden(kaart(stof, "informatiekaart")).splitlines()) <= set(tekst.splitlines())


@given(st.text(max_size=300))
def test_eigen_woorden_breken_niets(tekst: str) -> None:
    document = kaart(stof_van("kleine-school-po"), "leerlingkaart", eigen=parse_own(tekst))
    assert "8.45 uur" in woorden(document)


# ---- Als gebruiker --------------------------------------------------------------------------------------------------


def test_alles_schrijft_elk_document(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    beleid = POLICIES / "polderlicht-college-vo.yaml"
    for _ in range(2):  # een tweede keer geeft dezelfde bytes
        uitkomst = draai(
            capsys, "publiceer", str(beleid), "--document", "alles", "--peildatum", "2026-10-01", "--uit", str(tmp_path / "uit")
        )
        assert uitkomst.code == 0, uitkomst.fout
        nu = {pad.name: pad.read_bytes() for pad in (tmp_path / "uit").iterdir()}
    stam = "polderlicht-college-vo"
    assert set(nu) == {f"{stam}.html", f"{stam}-jaarkalender.ics", *(f"{stam}-{soort}.html" for soort in KAARTEN)}
    assert nu == {pad.name: pad.read_bytes() for pad in (tmp_path / "uit").iterdir()}
    assert "CONCEPT" not in uitkomst.uit


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--document", "informatiekaart", "--formaat", "ics"), "kan niet bij --formaat"),
        (("--document", "alles", "--formaat", "ics"), "kan niet bij --formaat"),
        (("--formaat", "ics"), "kan niet bij --formaat"),
        (("--document", "informatiekaartje"), "Bedoelde u «informatiekaart»?"),
        (("--document", "alles", "--uit", "een.html"), "Noem bij `--uit` een map"),
        (("--document", "leerlingkaart", "--sjabloon", "a.docx"), "hoort bij `--formaat docx`"),
        (("--document", "leerlingkaart", "--sjablonen", "bestaat-niet"), "bestaat niet"),
    ],
)
def test_verkeerd_gebruik(capsys: pytest.CaptureFixture[str], opties: tuple[str, ...], zin: str) -> None:
    uitkomst = draai(capsys, "publiceer", str(POLICIES / "kleine-school-po.yaml"), *opties)
    assert uitkomst.code == 2
    assert zin in uitkomst.fout
    assert "Traceback" not in uitkomst.fout


def test_een_stuk_beleid_geeft_geen_kaart(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    stuk = tmp_path / "stuk.yaml"
    stuk.write_text("formaat: 1\nbeleid: [\n", encoding="utf-8")
    uitkomst = draai(capsys, "publiceer", str(stuk), "--document", "alles", "--uit", str(tmp_path / "uit"))
    assert uitkomst.code == 2
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("inhoud", [b"\xff\xfe kapot", b"x" * 200_001])
def test_een_bestand_met_eigen_woorden_dat_niet_deugt(capsys: pytest.CaptureFixture[str], tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "leerlingkaart.md").write_bytes(inhoud)
    uitkomst = draai(
        capsys,
        "publiceer",
        str(POLICIES / "kleine-school-po.yaml"),
        "--document",
        "leerlingkaart",
        "--sjablonen",
        str(tmp_path),
        "--uit",
        str(tmp_path / "k.html"),
    )
    assert uitkomst.code == 2
    assert "leerlingkaart.md" in uitkomst.fout
    assert not (tmp_path / "k.html").exists()


def test_een_bestand_met_eigen_woorden_wordt_niet_overschreven(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    eigen = tmp_path / "leerlingkaart.md"
    eigen.write_text("Welkom.\n", encoding="utf-8")
    opties = ("--document", "leerlingkaart", "--formaat", "markdown", "--sjablonen", str(tmp_path), "--uit", str(eigen))
    uitkomst = draai(capsys, "publiceer", str(POLICIES / "kleine-school-po.yaml"), *opties)
    assert uitkomst.code == 2
    assert eigen.read_text(encoding="utf-8") == "Welkom.\n"


def test_een_beleid_zonder_vaste_dag_heeft_geen_agenda(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kaal = tmp_path / "kaal.yaml"
    kaal.write_text(
        "formaat: 1\nkaders: [model16@2023]\nbeleid: {titel: T}\nschool: {naam: S, sector: vo, regio: anders}\n", encoding="utf-8"
    )
    los = draai(
        capsys, "publiceer", str(kaal), "--document", "jaarkalender", "--formaat", "ics", "--uit", str(tmp_path / "a.ics")
    )
    assert los.code == 2
    assert "noemt geen vaste dag" in los.fout
    alles = draai(capsys, "publiceer", str(kaal), "--document", "alles", "--uit", str(tmp_path / "uit"))
    assert alles.code == 0, alles.fout
    assert {pad.suffix for pad in (tmp_path / "uit").iterdir()} == {".html"}
    assert "op de jaarkalender ontbreekt een afspraak met een vaste dag." in alles.fout


def test_elk_veld_van_het_formaat_geeft_hele_kaarten() -> None:
    raw = json.dumps(bouw().waarden, ensure_ascii=False).encode()
    policy = parse_policy(parse_source(raw, Path("beleid.yaml")), DAG, UITBREIDING)
    stof = material(policy, KADERS)
    for soort in KAARTEN:
        document, meldingen = compose_card(stof, soort, stempel="", gereed=True)
        assert meldingen == ()
        assert render_html(document).count("<h1>") == 1
        assert "None" not in woorden(document)
    met, _ = appointments(stof)
    assert render_ics(AGENDA, met).count(b"BEGIN:VEVENT") == len(met) > 0


def test_vijandige_tekst_is_tekst() -> None:
    policy = deepcopy(rapport("polderlicht-college-vo").policy)
    assert policy is not None
    kwaad = '<script>alert(1)</script> ![x](http://kwaad.example/x.png) [y](javascript:alert(1)) "#" \u202e🙂'
    policy.feiten["melden_en_verlof"]["melden"]["hoe"] = kwaad
    policy.feiten["contacten"][0]["functie"] = kwaad
    policy.feiten["rollen"]["meldpunt"] = kwaad
    policy.feiten["school"]["naam"] = kwaad
    stof = material(policy, kader_facts(rapport("polderlicht-college-vo")))
    for soort in KAARTEN:
        html = render_html(kaart(stof, soort))
        assert "<script" not in html
        assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
        assert "<img" not in html


def test_concept_staat_erop_tot_het_beleid_gereed_en_vastgesteld_is() -> None:
    stof = stof_van("polderlicht-college-vo")
    assert not kaart(stof, "informatiekaart", gereed=True).concept
    assert kaart(stof, "informatiekaart", gereed=False).concept
    assert kaart(stof_van("kleine-school-po"), "informatiekaart", gereed=True).concept
