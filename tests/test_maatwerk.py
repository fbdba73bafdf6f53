"""Maatwerk-kaders: alles overnemen, aanscherpen, aanvullen; wie versoepelt krijgt een fout met beide plaatsen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.data import kader_dir
from beleidscheck.errors import InvalidKaderError, UsageError
from beleidscheck.kader import load_kader, read_kader
from beleidscheck.report import Report, build_report
from tests.hulp.kaderbank import kader, norm, regel_met, schrijf
from tests.hulp.opdracht import EERSTE_VERSIE, MODEL, PROTOCOL, VOLLEDIG, draai

if TYPE_CHECKING:
    from pathlib import Path

PEILDATUM = date(2026, 10, 1)
NK = kader_dir() / f"{PROTOCOL}.yaml"
MOMENT = {"soort": "keuze", "veld": "controle_in_de_les.moment", "waarden": ["elke_les", "elk_dagdeel"]}
STAP = {
    "soort": "stap", "signaal": ["te_laat", "zorg_opgroeien"], "uiterlijk": "6 keer", "binnen": "12 weken",
    "actie": ["gesprek", "contact"], "wie": ["mentor", "oco"], "met": ["ouder"], "termijn": "5 schooldagen",
}  # fmt: skip
GRENS = {"soort": "grens", "veld": "monitoring_en_evaluatie.effectiviteit.elke", "hoogstens": "1 jaar"}
BEVAT = {"soort": "bevat", "veld": "registratie.bronnen", "alle": ["melding", "lescontrole"]}


def basis(map_: Path, *toetsen: dict[str, Any], **anders: Any) -> Path:  # noqa: ANN401 - velden van een norm
    """Write a base kader with one norm with these tests."""
    return schrijf(map_, kader(norm("basis.een", toetsen or (MOMENT,), **anders), id="basis", geldig_van="2026-01-01"))


def maatwerk(map_: Path, *normen: dict[str, Any], **anders: Any) -> Path:  # noqa: ANN401 - velden van een kader
    """Write a kader that rests on it; a norm is written with only what changes."""
    inhoud = {**kader(id="eigen"), "gebaseerd_op": "basis@1", "bronnen": {}, "normen": list(normen), **anders}
    return schrijf(map_, {sleutel: waarde for sleutel, waarde in inhoud.items() if waarde is not None})


def fouten(pad: Path) -> list[tuple[int, str]]:
    with pytest.raises(InvalidKaderError) as fout:
        read_kader(pad)
    return [(deel.regel, deel.zin) for deel in fout.value.faults]


def rapport(*refs: object, beleid: Path = VOLLEDIG) -> Report:
    return build_report(beleid, bestand=beleid.name, peildatum=PEILDATUM, kader_refs=[str(ref) for ref in refs])


# ---- Wat mag -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        pytest.param(MOMENT, MOMENT, id="hetzelfde"),
        pytest.param(
            MOMENT, {"soort": "gelijk", "veld": "controle_in_de_les.moment", "waarde": "elke_les"}, id="één van de keuzes"
        ),
        pytest.param(GRENS, {**GRENS, "hoogstens": "1 halfjaar"}, id="vaker"),
        pytest.param(BEVAT, {**BEVAT, "alle": ["melding", "lescontrole", "nabellen"]}, id="meer woorden"),
        pytest.param(STAP, {**STAP, "uiterlijk": "4 keer"}, id="lagere drempel"),
        pytest.param(STAP, {**STAP, "binnen": "20 weken"}, id="langer venster"),
        pytest.param(STAP, {**STAP, "wie": ["mentor"]}, id="minder rollen die het mogen"),
        pytest.param(STAP, {**STAP, "met": ["ouder", "leerling"]}, id="met meer mensen"),
        pytest.param(STAP, {**STAP, "termijn": "2 schooldagen"}, id="kortere termijn"),
        pytest.param(STAP, {**STAP, "herhaling": True}, id="ook bij herhaling"),
    ],
)
def test_strenger_mag(tmp_path: Path, oud: dict[str, Any], nieuw: dict[str, Any]) -> None:
    basis(tmp_path, oud)
    gelezen = read_kader(maatwerk(tmp_path, {"id": "basis.een", "toetsen": [nieuw]}))
    assert [norm_.id for norm_ in gelezen.normen] == ["basis.een"]
    assert gelezen.normen[0].titel == "Visie"
    assert gelezen.normen[0].toetsen[0].model_dump(exclude_unset=True) == nieuw


def test_een_toets_en_een_norm_erbij_en_een_zwaarder_niveau(tmp_path: Path) -> None:
    basis(tmp_path)
    eigen = norm("eigen.twee", bron="besluit")
    pad = maatwerk(
        tmp_path,
        {"id": "basis.een", "niveau": "verplicht", "toetsen": [MOMENT, GRENS]},
        eigen,
        bronnen={"besluit": {"titel": "Besluit", "uitgever": "SWV", "datum": "2026"}},
    )
    gelezen = read_kader(pad)
    assert [(norm_.id, str(norm_.niveau), len(norm_.toetsen)) for norm_ in gelezen.normen] == [
        ("basis.een", "verplicht", 2),
        ("eigen.twee", "verwacht", 1),
    ]
    assert gelezen.basis is not None
    assert [kader_.ref for kader_ in gelezen.chain] == ["eigen@1", "basis@1"]
    assert [gelezen.origin(norm_).ref for norm_ in gelezen.normen] == ["eigen@1", "eigen@1"]


# ---- Wat niet mag --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        pytest.param(
            STAP,
            {**STAP, "uiterlijk": "9 keer"},
            "vraagt nu minder: `uiterlijk` is «9 keer» in plaats van «6 keer»",
            id="drempel omhoog",
        ),
        pytest.param(STAP, {**STAP, "uiterlijk": "7 keer"}, "vraagt nu minder", id="drempel één omhoog"),
        pytest.param(
            STAP,
            {**STAP, "binnen": "4 weken"},
            "vraagt nu minder: `binnen` is «4 weken» in plaats van «12 weken»",
            id="venster korter",
        ),
        pytest.param(STAP, {**STAP, "met": []}, "vraagt nu minder: `met` is niets in plaats van «ouder»", id="rol minder"),
        pytest.param(STAP, {**STAP, "wie": ["mentor", "oco", "mt"]}, "vraagt nu minder", id="meer rollen die het mogen"),
        pytest.param(STAP, {**STAP, "termijn": "10 schooldagen"}, "vraagt nu minder", id="termijn langer"),
        pytest.param(
            STAP, {**STAP, "signaal": ["te_laat", "zorg_opgroeien", "luxe_verzuim"]}, "vraagt nu minder", id="signaal erbij"
        ),
        pytest.param(
            STAP,
            {**STAP, "uiterlijk": "9 keer", "termijn": "2 schooldagen"},
            "niet te zeggen is of dat strenger is",
            id="het een wel het ander niet",
        ),
        pytest.param(STAP, {**STAP, "uiterlijk": "2 klokuren"}, "niet te zeggen is of dat strenger is", id="andere eenheid"),
        pytest.param(
            GRENS,
            {**GRENS, "hoogstens": "2 jaar"},
            "vraagt nu minder: `hoogstens` is «2 jaar» in plaats van «1 jaar»",
            id="minder vaak",
        ),
        pytest.param(
            GRENS,
            {"soort": "gevuld", "velden": ["monitoring_en_evaluatie.effectiviteit.elke"]},
            "is weggelaten",
            id="andere soort",
        ),
        pytest.param(
            MOMENT, {**MOMENT, "waarden": ["elke_les", "elk_dagdeel", "steekproef"]}, "vraagt nu minder", id="keuze erbij"
        ),
        pytest.param(BEVAT, {**BEVAT, "alle": ["melding"]}, "vraagt nu minder", id="woord minder"),
        pytest.param(
            MOMENT,
            {"soort": "als", "als": {"soort": "gelijk", "veld": "school.sector", "waarde": "vo"}, "dan": [MOMENT]},
            "is weggelaten",
            id="onder een voorwaarde",
        ),
        pytest.param(MOMENT, {"soort": "een_van", "toetsen": [MOMENT, GRENS]}, "is weggelaten", id="één van twee"),
    ],
)
def test_soepeler_wordt_geweigerd_met_beide_plaatsen(
    tmp_path: Path, oud: dict[str, Any], nieuw: dict[str, Any], zin: str
) -> None:
    daar = basis(tmp_path, oud)
    pad = maatwerk(tmp_path, {"id": "basis.een", "toetsen": [nieuw]})
    gevonden = fouten(pad)
    assert len(gevonden) == 1
    assert zin in gevonden[0][1]
    assert f"(basiskader: basis@1.yaml:{regel_met(daar, '- soort:')})" in gevonden[0][1]
    assert regel_met(pad, "toetsen:") <= gevonden[0][0] <= regel_met(pad, "toetsen:") + 1


def test_een_toets_weglaten_wordt_geweigerd(tmp_path: Path) -> None:
    basis(tmp_path, MOMENT, GRENS)
    ((_, zin),) = fouten(maatwerk(tmp_path, {"id": "basis.een", "toetsen": [MOMENT]}))
    assert "de toets «grens» op `monitoring_en_evaluatie.effectiviteit.elke` is weggelaten" in zin


@pytest.mark.parametrize(
    ("oud", "anders", "zin"),
    [
        pytest.param({}, {"niveau": "aanbevolen"}, "het niveau gaat van «verwacht» naar «aanbevolen», en dat is lichter", id="niveau lager"),
        pytest.param({}, {"grond": "advies"}, "de grond gaat van «afspraak» naar «advies»", id="lichtere grond"),
        pytest.param({}, {"grond": "wet"}, "de grond gaat van «afspraak» naar «wet»", id="geen wet van maken"),
        pytest.param({}, {"geldt_voor": {"sectoren": ["vo"]}}, "de norm geldt niet meer voor elke sector", id="minder sectoren"),
        pytest.param({"geldt_voor": {"sectoren": ["vo", "pro"]}}, {"geldt_voor": {"sectoren": ["vo"]}}, "de norm geldt niet meer voor pro", id="een sector minder"),
        pytest.param({}, {"geldt_voor": {"leeftijd": "onder_18"}}, "de norm geldt niet meer voor elke leeftijd", id="leeftijd"),
        pytest.param({}, {"niet_gecodeerd": "Dit kan een machine niet."}, "de norm heet hier niet te coderen", id="niet gecodeerd"),
        pytest.param(
            {}, {"lezing": {"nummer": "C1", "waarde": "x", "strengste_lezing": "y", "notitie": "z", "ruimste": [{"soort": "gevuld", "velden": ["controle_in_de_les.moment"]}]}},
            "er is een ruimere lezing bij gekomen", id="ruimere lezing",
        ),
    ],
)  # fmt: skip
def test_de_rest_van_een_norm_mag_ook_niet_lichter(tmp_path: Path, oud: dict[str, Any], anders: dict[str, Any], zin: str) -> None:
    basis(tmp_path, MOMENT, **oud)
    ((_, gevonden),) = fouten(maatwerk(tmp_path, {"id": "basis.een", **anders}))
    assert zin in gevonden
    assert "(basiskader: basis@1.yaml:" in gevonden


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        pytest.param({"regio": "ergens"}, None, id="een regio erbij mag"),
        pytest.param({"status": "concept"}, "Met de status «concept» wegen uw normen lichter", id="status"),
        pytest.param(
            {"bronnen": {"nota": {"titel": "Iets anders", "uitgever": "x", "datum": "2026"}}},
            "De bron «nota» bestaat al in het basiskader",
            id="bron",
        ),
        pytest.param(
            {"vervallen": [{"normen": ["basis.een"], "zegt": "Weg.", "bron": "nota", "plek": "1"}]},
            "De norm «basis.een» vervalt hier",
            id="norm weglaten",
        ),
    ],
)
def test_de_kop(tmp_path: Path, anders: dict[str, Any], zin: str | None) -> None:
    basis(tmp_path)
    pad = maatwerk(tmp_path, {"id": "basis.een", "niveau": "verplicht"}, **anders)
    if zin is None:
        assert read_kader(pad).bestand.regio == "ergens"
    else:
        assert [gevonden for _, gevonden in fouten(pad) if zin in gevonden]


def test_de_regio_en_sectoren_van_het_basiskader_blijven(tmp_path: Path) -> None:
    schrijf(tmp_path, kader(id="basis", regio="hier", sectoren=["vo", "pro"]))
    assert read_kader(maatwerk(tmp_path, norm("x.y"))).bestand.regio == "hier"
    zinnen = [zin for _, zin in fouten(maatwerk(tmp_path, norm("x.y"), regio="daar", sectoren=["vo"]))]
    assert zinnen == [
        "Dit kader is voor regio «daar», maar het basiskader voor «hier» (basis@1.yaml:15).",
        "Het basiskader is ook voor pro (basis@1.yaml:16); hier ontbreekt die sector.",
    ] or [zin.split(" (")[0] for zin in zinnen] == [
        "Dit kader is voor regio «daar», maar het basiskader voor «hier»",
        "Het basiskader is ook voor pro",
    ]


def test_het_einde_van_het_basiskader_telt_mee(tmp_path: Path) -> None:
    schrijf(tmp_path, kader(id="basis", geldig_tot="2027-07-31"))
    gelezen = read_kader(maatwerk(tmp_path, norm("x.y")))
    assert gelezen.expired(date(2027, 8, 1))
    assert not gelezen.expired(date(2027, 7, 31))


# ---- Ketens en kringen ----------------------------------------------------------------------------------------------


def test_een_keten_neemt_alles_over_en_mag_nergens_versoepelen(tmp_path: Path) -> None:
    basis(tmp_path, GRENS)
    maatwerk(tmp_path, {"id": "basis.een", "toetsen": [{**GRENS, "hoogstens": "1 halfjaar"}]})
    derde = schrijf(tmp_path, {**kader(norm("derde.twee"), id="derde"), "gebaseerd_op": "eigen@1", "bronnen": {}})
    gelezen = read_kader(derde)
    assert [norm_.id for norm_ in gelezen.normen] == ["basis.een", "derde.twee"]
    assert gelezen.origin_of("basis.een").ref == "eigen@1"
    terug = schrijf(
        tmp_path, {**kader({"id": "basis.een", "toetsen": [GRENS]}, id="vierde"), "gebaseerd_op": "derde@1", "bronnen": {}}
    )
    ((_, zin),) = fouten(terug)
    assert "`hoogstens` is «1 jaar» in plaats van «1 halfjaar»" in zin
    assert "(basiskader: eigen@1.yaml:" in zin


def test_kringen_en_kaders_die_er_niet_zijn(tmp_path: Path) -> None:
    schrijf(tmp_path, {**kader(id="a"), "gebaseerd_op": "b@1"})
    pad = schrijf(tmp_path, {**kader(id="b"), "gebaseerd_op": "a@1"})
    ((regel, zin),) = fouten(pad)
    assert zin == "Dit kader rust op zichzelf: b@1 → a@1 → b@1."
    assert regel == regel_met(pad, "gebaseerd_op")
    ((_, zin),) = fouten(schrijf(tmp_path, {**kader(id="c"), "gebaseerd_op": "c@1"}))
    assert zin == "Dit kader rust op zichzelf: c@1 → c@1."
    ((_, zin),) = fouten(schrijf(tmp_path, {**kader(id="d"), "gebaseerd_op": "nergens@1"}))
    assert zin == "Het basiskader «nergens@1» bestaat niet."
    ((_, zin),) = fouten(schrijf(tmp_path, {**kader(id="e"), "gebaseerd_op": "../../etc/passwd"}))
    assert zin == "Bij `gebaseerd_op` hoort een kader met zijn versie."
    ((_, zin),) = fouten(schrijf(tmp_path, {**kader(id="f"), "gebaseerd_op": 3}))
    assert zin == "Bij `gebaseerd_op` hoort een kader met zijn versie."


def test_een_lange_keten(tmp_path: Path) -> None:
    schrijf(tmp_path, kader(id="k0"))
    for nummer in range(1, 20):
        pad = schrijf(
            tmp_path, {**kader(norm(f"k{nummer}.x"), id=f"k{nummer}"), "gebaseerd_op": f"k{nummer - 1}@1", "bronnen": {}}
        )
    ((_, zin),) = fouten(pad)
    assert zin == "Er rusten meer dan 8 kaders op elkaar."


def test_een_basiskader_met_fouten_of_een_andere_naam(tmp_path: Path) -> None:
    schrijf(tmp_path, kader(norm(aan_zet="conrector"), id="basis"))
    ((_, zin),) = fouten(maatwerk(tmp_path, norm("x.y")))
    assert zin.startswith("Het basiskader «basis@1» deugt niet: basis@1.yaml:")
    schrijf(tmp_path, kader(id="iets"), "basis@1.yaml")
    ((_, zin),) = fouten(maatwerk(tmp_path, norm("x.y")))
    assert zin == "In basis@1.yaml staat een ander kader: «iets@1»."


# ---- Toetsen -------------------------------------------------------------------------------------------------------


def test_een_toets_aan_maatwerk_noemt_het_juiste_kader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zwaarder = next(norm_.id for norm_ in load_kader(PROTOCOL).normen if str(norm_.niveau) == "verwacht")
    inhoud = {
        **kader(
            norm("swv.terugkijken", [{**GRENS, "hoogstens": "1 maand"}], bron="besluit"),
            {"id": zwaarder, "niveau": "verplicht"},
            id="swv",
        ),
        "gebaseerd_op": PROTOCOL,
    }
    pad = schrijf(
        tmp_path, {**inhoud, "bronnen": {"besluit": {"titel": "Besluit van het SWV", "uitgever": "SWV", "datum": "2026-06-01"}}}
    )
    met, zonder = rapport(pad), rapport(PROTOCOL)
    assert len(met.bevindingen) == len(zonder.bevindingen) + 1
    assert {b.norm.kader for b in met.bevindingen} == {"swv@1"}
    per_norm = {b.norm.id: b for b in met.bevindingen}
    assert per_norm["swv.terugkijken"].norm.document == "Besluit van het SWV"
    assert (per_norm["swv.terugkijken"].norm.overgenomen_uit, per_norm[zwaarder].norm.overgenomen_uit) == ("", "")
    overgenomen = [b for b in met.bevindingen if b.norm.id not in {"swv.terugkijken", zwaarder}]
    assert {b.norm.overgenomen_uit for b in overgenomen} == {PROTOCOL}
    assert [(b.norm.id, b.oordeel, b.gewicht) for b in overgenomen] == [
        (b.norm.id, b.oordeel, b.gewicht) for b in zonder.bevindingen if b.norm.id != zwaarder
    ]
    assert met.kaders[0].gebaseerd_op == ((PROTOCOL, load_kader(PROTOCOL).sha256),)
    gedraaid = draai(capsys, "toets", EERSTE_VERSIE, "--kader", pad, "--peildatum", "2026-10-01", "--formaat", "markdown")
    assert (
        "swv@1 (overgenomen uit noord-kennemerland@2024-2025), Protocol Schoolaanwezigheid Noord-Kennemerland 2024-2025"
        in gedraaid.uit
    )
    assert f"noord-kennemerland@2024-2025 {load_kader(PROTOCOL).sha256[:12]}" in gedraaid.uit


def test_een_school_mag_de_trap_van_het_basiskader_volgen(tmp_path: Path) -> None:
    beleid = tmp_path / "school.yaml"
    beleid.write_text(
        f"formaat: 1\nkaders: [{PROTOCOL}]\nbeleid: {{titel: Beleid}}\nschool: {{naam: School, sector: vo, regio: noord-kennemerland}}\nstappen_bij_afwezigheid: {{volgt: {PROTOCOL}}}\n",
        encoding="utf-8",
    )
    pad = schrijf(
        tmp_path,
        {
            **kader(norm("swv.x"), id="swv"),
            "gebaseerd_op": PROTOCOL,
            "bronnen": {"nota": {"titel": "N", "uitgever": "S", "datum": "2026"}},
        },
    )
    assert rapport(pad, beleid=beleid).fouten == ()


def test_een_overgenomen_concept_blijft_een_concept(tmp_path: Path) -> None:
    privacy = {"soort": "gevuld", "velden": ["gegevensbescherming.beleid"]}
    schrijf(tmp_path, kader(norm("c.een", [privacy], niveau="verplicht"), id="basis", status="concept"))
    eigen = norm("e.een", [privacy], niveau="verplicht")
    leeg = rapport(maatwerk(tmp_path, eigen), beleid=EERSTE_VERSIE)
    gewichten = {b.norm.id: b.gewicht for b in leeg.bevindingen if b.oordeel is Oordeel.VOLDOET_NIET}
    assert gewichten == {"c.een": Gewicht.AANDACHTSPUNT, "e.een": Gewicht.TEKORT}


def test_basis_en_maatwerk_samen_is_dubbel(tmp_path: Path) -> None:
    pad = schrijf(
        tmp_path,
        {
            **kader(norm("swv.x"), id="swv"),
            "gebaseerd_op": MODEL,
            "bronnen": {"nota": {"titel": "N", "uitgever": "S", "datum": "2026"}},
        },
    )
    with pytest.raises(UsageError, match=r"^Het kader «model16@2023» zit al in «swv@1», dat erop rust. Noem alleen «swv@1».$"):
        rapport(pad, MODEL)
