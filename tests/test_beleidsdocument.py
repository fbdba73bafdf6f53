from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pytest

from beleidscheck.beleid.woordinfo import Uitbreiding, Woordinfo
from beleidscheck.document.beleid import Kadergegevens
from beleidscheck.document.beleid_ladder import _NAMEN
from beleidscheck.document.blokken import Beeld, Definities, Groep, Kop, Lijst, Noot, Tabel, p
from beleidscheck.document.namen import Namen, with_article
from beleidscheck.document.signaalzin import counting, signal_phrase
from beleidscheck.document.taal import (
    date_nl,
    enumerate_nl,
    figure,
    mid_sentence,
    month_day,
    quantity_nl,
    rhythm_nl,
    sentence,
    time_nl,
    times,
    within,
)
from beleidscheck.document.tekst import block_lines, document_text, line_text
from tests.hulp.toetsbank import kaders
from tests.hulp.verwacht import VOORBEELDEN, assert_expected
from tests.hulp.volbeleid import VAST, andere_waarde, bouw, document_uit, document_van, vervang

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.document.blokken import Blok, Document
    from tests.hulp.volbeleid import Pad

VOL: Final = bouw()
TEKST: Final = document_text(document_van(VOL.waarden))

#: Bladen die de lezer met opzet niet ziet, met de reden.
NIET_GETOOND: Final = {
    "formaat": "het nummer van het bestandsformaat zegt een lezer niets",
    "huisstijl.hoofdkleur": "staat in de stijl van het document, niet in de tekst",
    "huisstijl.accentkleur": "staat in de stijl van het document, niet in de tekst",
    "huisstijl.logo": "staat als beeld op het titelblad",
    "stappen_bij_afwezigheid.trappen[].trap": "de technische naam; de lezer ziet de titel",
    "stappen_bij_afwezigheid.trappen[].stappen[].id": "de technische naam van een stap",
    "stappen_bij_afwezigheid.vervang[].id": "de technische naam van een stap",
    "stappen_bij_afwezigheid.voeg_toe[].id": "de technische naam van een stap",
    "stappen_bij_afwezigheid.voeg_toe[].trap": "zegt alleen waar de stap komt te staan",
    "stappen_bij_afwezigheid.voeg_toe[].na": "zegt alleen waar de stap komt te staan",
}
#: Bladen met een vaste waarde in het volle beleid, met de woorden waarin de lezer ze terugziet.
IN_WOORDEN: Final = {
    "kaders[]": "Dit beleid volgt: Proefkader van de regio (proefkader@1).",
    "stappen_bij_afwezigheid.volgt": "overgenomen uit: Proefkader van de regio.",
    "stappen_bij_afwezigheid.vervalt[]": "Van die overgenomen stappen vervallen: De vervallen stap.",
    "stappen_bij_afwezigheid.typen[].trap": "Merk",
    "regionaal.losse_zin": "Merkregioeen staat los.",
    "regionaal.kring.elke": "Elke negen weken",
    "regionaal.kring.wie": "Leider van de kring",
    "regionaal.kring.keer_per_jaar": "27",
    "regionaal.kring.peildata[]": "29 maart",
    "regionaal.kring.verslag": "Komt er een verslag\nJa",
    "regionaal.kring.gasten[].wie": "Inspectie van het Onderwijs",
    "regionaal.kring.gasten[].als": "Merkregiotwee",
}


def naam(pad: Pad) -> str:
    return "".join("[]" if isinstance(deel, int) else f".{deel}" for deel in pad).removeprefix(".")


def waarde(pad: Pad) -> Any:  # noqa: ANN401 - elke YAML-waarde
    gevonden: Any = VOL.waarden
    for deel in pad:
        gevonden = gevonden[deel]
    return gevonden


MERKEN: Final = {pad: merk for pad, merk in VOL.merken.items() if naam(pad) not in NIET_GETOOND}
ANDERE: Final = [pad for pad in VOL.bladen if pad not in VOL.merken and naam(pad) not in {*NIET_GETOOND, *IN_WOORDEN}]


# ---- Elk blad van de YAML verschijnt, en niets anders ---------------------------------------------------------------


def test_het_volle_beleid_heeft_elk_veld_van_het_formaat() -> None:
    assert len(VOL.bladen) > 550
    assert {naam(pad) for pad in VOL.bladen} >= {*NIET_GETOOND, *IN_WOORDEN}


@pytest.mark.parametrize("pad", MERKEN, ids=naam)
def test_elk_tekstblad_staat_in_het_document(pad: Pad) -> None:
    assert MERKEN[pad].casefold() in TEKST.casefold()


@pytest.mark.parametrize("pad", ANDERE, ids=naam)
def test_elk_ander_blad_verandert_het_document(pad: Pad) -> None:
    oud = waarde(pad)
    nieuw = andere_waarde(VOL.bladen[pad], oud)
    if pad[-1] == "aard":
        nieuw = "sanctie"  # een andere aard verandert alleen iets als het een sanctie wordt
    assert nieuw != oud
    assert document_text(document_van(vervang(VOL.waarden, pad, nieuw))) != TEKST


@pytest.mark.parametrize("pad", IN_WOORDEN)
def test_vaste_waarde_verschijnt_in_woorden(pad: str) -> None:
    assert IN_WOORDEN[pad] in TEKST


@pytest.mark.parametrize("pad", NIET_GETOOND)
def test_wat_niet_getoond_wordt_bestaat(pad: str) -> None:
    assert pad in {naam(blad) for blad in VOL.bladen}


def test_geen_getal_verschijnt_dat_nergens_staat() -> None:
    ruw = set(re.findall(r"[0-9]+", str(VOL.waarden) + str(VAST)))
    kader = {"31", "32", "1"}  # uit de ladder van het kader, en zijn versie
    bellen = {"0725550102"}  # het telefoonnummer als link
    elementen = {str(nummer) for nummer in range(1, 17)}
    vaste_zinnen = {"18", "100"}  # "leerlingen van 18 jaar", "100 procent aanwezig"
    gewoon = {getal.lstrip("0") for getal in ruw}
    schoon = TEKST.replace("van 18 tot 23 jaar", "")  # uitleg van het Doorstroompunt in de woordenlijst
    assert set(re.findall(r"[0-9]+", schoon)) <= ruw | gewoon | kader | bellen | elementen | vaste_zinnen


def test_een_leeg_beleid_zegt_alleen_vaste_zinnen() -> None:
    leeg = {"formaat": 1, "kaders": ["x@1"], "beleid": {"titel": "T"}, "school": {"naam": "N", "sector": "vo", "regio": "anders"}}
    regels = document_text(document_van(leeg, gereed=False, kaders=())).splitlines()
    leegte = "Over dit onderdeel staat in dit beleid nog niets."
    assert regels[:16] == [
        "T",
        "N",
        "dit is een concept",
        "Dit beleid is nog niet vastgesteld. Het beleid voldoet nog niet aan alle kaders die het volgt.",
        "Over dit document",
        "Dit is ook het verzuimbeleid van de school.",
        "Dit beleid volgt: x@1.",
        "Over de school",
        "Soort onderwijs",
        "Voortgezet onderwijs.",
        "Regio",
        "Een andere regio.",
        "Visie op aanwezigheid",
        "1. Visie en doelen",
        leegte,
        "Visie op aanwezigheid",
    ]
    assert regels.count(leegte) == 16
    assert len(regels) == 12 + 3 * 16 + 1


def test_heel_document() -> None:
    kaders = (Kadergegevens("model16@2023", "Model schoolbeleid in zestien elementen"),)
    document = document_uit(
        (VOORBEELDEN / "beleidsdocument.yaml").read_bytes(), gereed=False, kaders=kaders, uitbreiding=Uitbreiding()
    )
    assert_expected(document_text(document), "beleidsdocument.txt")


# ---- Het titelblad en CONCEPT ---------------------------------------------------------------------------------------

KLEIN: Final[dict[str, Any]] = {
    "formaat": 1,
    "kaders": ["model16@2023"],
    "beleid": {"titel": "Ons beleid", "status": "vastgesteld", "versie": "2.0"},
    "school": {"naam": "De Duinen", "sector": "vo", "regio": "anders", "gemeente": "Zeedam", "bevoegd_gezag": "Stichting Kust"},
}


def klein(**erbij: object) -> dict[str, Any]:
    return {**KLEIN, **erbij}


@pytest.mark.parametrize(
    ("status", "gereed", "concept"),
    [
        pytest.param("vastgesteld", True, False, id="gereed en vastgesteld"),
        pytest.param("vastgesteld", False, True, id="niet gereed"),
        pytest.param("concept", True, True, id="niet vastgesteld"),
        pytest.param("ter_instemming", True, True, id="nog ter instemming"),
    ],
)
def test_concept(status: str, gereed: bool, concept: bool) -> None:
    document = document_van(klein(beleid={"titel": "T", "status": status}), gereed=gereed)
    assert document.concept is concept
    assert any(isinstance(blok, Noot) and blok.titel == "dit is een concept" for blok in document.blokken) is concept


def test_titelblad() -> None:
    document = document_van(
        klein(beleid={**KLEIN["beleid"], "vastgesteld_op": "2026-09-15", "formeel_verantwoordelijk": "bevoegd_gezag"})
    )
    assert (document.titel, document.ondertitel) == ("Ons beleid", "De Duinen, Zeedam")
    assert document.kenmerken == (
        ("Versie", "2.0"),
        ("Status", "Vastgesteld"),
        ("Vastgesteld op", "15 september 2026"),
        ("Formeel verantwoordelijk", "Stichting Kust (bevoegd gezag)"),
    )


def test_ankers_zijn_uniek_en_alle_verwijzingen_komen_aan() -> None:
    document = document_van(VOL.waarden)
    ankers = [blok.anker for blok in document.blokken if isinstance(blok, Kop) and blok.anker]
    assert len(ankers) == len(set(ankers))
    regels = set(block_lines(document.blokken))
    assert {regel.removeprefix("#") for regel in regels if re.fullmatch(r"#[a-z_-]+", regel)} <= set(ankers)


def test_koppen_slaan_geen_niveau_over() -> None:
    niveaus = [blok.niveau for blok in document_van(VOL.waarden).blokken if isinstance(blok, Kop)]
    assert niveaus[0] == 2
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(niveaus))


def test_tabellen_zijn_recht() -> None:
    for tabel in tabellen(document_van(VOL.waarden).blokken):
        assert {len(rij) for rij in tabel.rijen} <= {len(tabel.koppen)}
        assert all(rij[0].kop and not any(cel.kop for cel in rij[1:]) for rij in tabel.rijen)


def tabellen(blokken: Iterable[Blok]) -> list[Tabel]:
    return [blok for blok in blokken if isinstance(blok, Tabel) and blok.bijschrift]


# ---- De ladder ------------------------------------------------------------------------------------------------------


def ladder(*stappen: dict[str, Any], **erbij: object) -> dict[str, Any]:
    return klein(stappen_bij_afwezigheid={"trappen": [{"trap": "te_laat", "stappen": list(stappen)}]}, **erbij)


TE_LAAT: Final = {"signaal": "te_laat", "drempel": "3 keer", "periode": "1 schooljaar"}


def tabelrijen(document: Document, begin: str) -> list[list[str]]:
    return [
        [" ".join(block_lines(cel.blokken)) for cel in rij]
        for tabel in tabellen(document.blokken)
        if tabel.bijschrift.startswith(begin)
        for rij in tabel.rijen
    ]


def test_sanctie_en_ondersteuning_staan_apart() -> None:
    document = document_van(
        ladder(
            {
                "bij": [TE_LAAT],
                "acties": [
                    {"wie": "mentor", "actie": "gesprek", "met": ["leerling"], "termijn": "5 schooldagen"},
                    {"wie": "mt", "actie": "sanctie", "met": ["leerling"], "sanctie": {"soort": "nablijven", "lesuren": 2}},
                    {"wie": "mt", "actie": "werk_inhalen", "aard": "sanctie"},
                ],
            }
        )
    )
    assert tabelrijen(document, "Wat er gebeurt") == [["Mentor", "Voert een gesprek met de leerling.", "5 schooldagen"]]
    assert tabelrijen(document, "Sanctie") == [
        ["Managementteam", "Legt de leerling een sanctie op. Sanctie: nablijven, 2 lesuren."],
        ["Managementteam", "Laat het gemiste werk inhalen."],
    ]


def test_eigen_rolnaam_en_bereik() -> None:
    document = document_van(
        ladder(
            {
                "bij": [TE_LAAT, {"signaal": "luxe_verzuim"}],
                "geldt_voor": {
                    "locaties": ["Noord"],
                    "leerjaren": [1, 2],
                    "leeftijd": {"van": 12, "tot": 16},
                    "leerplicht": ["leerplichtig"],
                },
                "acties": [
                    {
                        "wie": "mentor",
                        "actie": "contact",
                        "met": ["ouder", "oco"],
                        "kanaal": "telefoon",
                        "voorwaarde": "Instemming van de ouder.",
                    }
                ],
            },
            rollen={"mentor": "coach van de klas", "oco": "team zorg"},
        )
    )
    assert tabelrijen(document, "Wat er gebeurt") == [
        [
            "Coach van de klas",
            "Neemt contact op met de ouders en het team zorg, telefonisch. Voorwaarde: instemming van de ouder.",
        ]
    ]
    regels = list(block_lines(document.blokken))
    assert (
        "Deze stap geldt voor locatie Noord; leerjaar 1 en 2; leerlingen van 12 tot 16 jaar; leerplichtige leerlingen." in regels
    )
    assert {"Eén van deze signalen is genoeg:", "Vanaf de 3e keer te laat in één schooljaar.", "Bij luxeverzuim."} <= set(regels)


def test_volgt_toont_de_hele_ladder_met_de_afwijkingen() -> None:
    regels = list(block_lines(document_van(VOL.waarden).blokken))
    stappen = [regel for regel in regels if re.match(r"Stap [0-9]+: ", regel)]
    assert stappen[0] == "Stap 1: vanaf de 31e ziekmelding binnen 32 schoolweken"
    assert "Deze stap doet de school anders dan het kader dat zij volgt." in regels
    assert "Deze stap heeft de school zelf toegevoegd." in regels
    assert not any("De vervallen stap" in stap for stap in stappen)


def test_twee_trappen_met_dezelfde_naam_blijven_apart() -> None:
    trappen = [
        {"trap": "te_laat", "geldt_voor": {"leeftijd": {"tot": 18}}, "stappen": [{"bij": [TE_LAAT]}]},
        {"trap": "te_laat", "geldt_voor": {"leeftijd": {"van": 18}}, "stappen": [{"bij": [{**TE_LAAT, "drempel": "5 keer"}]}]},
    ]
    document = document_van(klein(stappen_bij_afwezigheid={"trappen": trappen}))
    koppen = [(blok.anker, line_text(blok.inhoud)) for blok in document.blokken if isinstance(blok, Kop)]
    plek = koppen.index(("stappen-te-laat", "Stappen: te laat komen"))
    assert koppen[plek + 1 : plek + 4] == [
        ("", "Stap 1: vanaf de 3e keer te laat in één schooljaar"),
        ("stappen-te-laat-2", "Stappen: te laat komen"),
        ("", "Stap 1: vanaf de 5e keer te laat in één schooljaar"),
    ]
    regels = list(block_lines(document.blokken))
    assert regels.count("Deze stappen gelden voor leerlingen jonger dan 18 jaar.") == 1
    assert regels.count("Deze stappen gelden voor leerlingen vanaf 18 jaar.") == 1


def test_beeld_bij_elke_ladder_met_meer_stappen() -> None:
    een = document_van(ladder({"bij": [TE_LAAT]}))
    twee = document_van(
        ladder({"bij": [TE_LAAT]}, {"bij": [{**TE_LAAT, "drempel": "6 keer"}], "acties": [{"actie": "brief", "met": ["ouder"]}]})
    )
    assert [blok for blok in een.blokken if isinstance(blok, Beeld)] == []
    assert [blok.alt for blok in twee.blokken if isinstance(blok, Beeld)] == [
        "Stap 1. Vanaf de 3e keer te laat in één schooljaar: Geen vaste actie. Stap 2. Vanaf de 6e keer te laat in één schooljaar: Brief: ouders."
    ]


def test_in_het_kort_zegt_wat_ouders_merken() -> None:
    acties = [
        {"wie": "meldpunt", "actie": "doorgeven", "met": ["mentor"]},
        {"wie": "mentor", "actie": "brief", "met": ["ouder"]},
        {"wie": "mentor", "actie": "duo_melden", "met": ["leerplichtambtenaar"]},
    ]
    melden = {"melden": {"bij": "meldpunt", "tijdstip": "08:30", "hoe": "bellen of appen"}}
    document = document_van(ladder({"bij": [TE_LAAT], "acties": acties}, melden_en_verlof=melden))
    (kort,) = (blok for blok in document.blokken if isinstance(blok, Groep))
    assert list(block_lines(kort.blokken)) == [
        "Afwezigheid melden",
        "Meld afwezigheid bij het meldpunt. Vóór 8.30 uur.",
        "Hoe: Bellen of appen.",
        "Verlof nodig? Zie Afwezigheid melden en verlof aanvragen.",
        "#melden_en_verlof",
        "Te laat",
        "Vanaf de 3e keer te laat in één schooljaar: de mentor stuurt een brief aan de ouders, en meldt de afwezigheid via het verzuimloket van DUO aan de leerplichtambtenaar.",
    ]


def kort(document: Document) -> list[str]:
    """Return the lines of 'In het kort'."""
    (groep,) = (blok for blok in document.blokken if isinstance(blok, Groep))
    return list(block_lines(groep.blokken))


def bellen(signaal: str, drempel: str) -> dict[str, Any]:
    return {
        "bij": [{"signaal": signaal, "drempel": drempel}],
        "acties": [{"wie": "mentor", "actie": "contact", "met": ["ouder"]}],
    }


def test_in_het_kort_groepeert_per_groep_leerlingen() -> None:
    uren = [bellen("ongeoorloofde_uren", f"{uur} uur") for uur in (2, 3, 4, 5, 6, 7, 8)]
    trappen = [
        {"trap": "jong", "geldt_voor": {"leeftijd": {"tot": 18}}, "stappen": uren},
        {"trap": "oud", "geldt_voor": {"leeftijd": {"van": 18}}, "stappen": uren[:1]},
        {"trap": "anders", "stappen": [bellen("ongeoorloofd_aaneengesloten", "4 weken")]},
        {"trap": "ook_oud", "geldt_voor": {"leeftijd": {"van": 18}}, "stappen": uren[-1:]},
    ]
    document = document_van(klein(stappen_bij_afwezigheid={"trappen": trappen}))
    assert kort(document) == [
        "Zonder geldige reden afwezig",
        "Voor leerlingen jonger dan 18 jaar:",
        "Vanaf 2 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Vanaf 3 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Vanaf 4 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Vanaf 5 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Vanaf 6 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Er zijn nog twee stappen. Zie Rollen en stappen bij afwezigheid.",
        "#stappen_bij_afwezigheid",
        "Voor leerlingen vanaf 18 jaar:",
        "Vanaf 2 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Vanaf 8 uur ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
        "Voor iedereen:",
        "Vanaf 4 weken aaneengesloten ongeoorloofd afwezig: de mentor neemt contact op met de ouders.",
    ]


def test_in_het_kort_noemt_niemand_als_alles_voor_iedereen_is() -> None:
    stappen = [bellen("te_laat", f"{keer} keer") for keer in (1, 2, 3, 4, 5, 6)]
    assert kort(document_van(ladder(*stappen)))[-3:] == [
        "Vanaf de 5e keer te laat: de mentor neemt contact op met de ouders.",
        "Er is nog één stap. Zie Rollen en stappen bij afwezigheid.",
        "#stappen_bij_afwezigheid",
    ]
    assert not any(regel.startswith("Voor ") for regel in kort(document_van(ladder(*stappen))))


@pytest.mark.parametrize(
    ("wie", "voorwaarde", "zin"),
    [
        pytest.param(
            "mentor",
            "alleen bij studenten onder 18 jaar",
            "de mentor stuurt een brief aan de ouders, en meldt de afwezigheid via het verzuimloket van DUO aan de "
            "leerplichtambtenaar (alleen bij studenten onder 18 jaar).",
            id="dezelfde",
        ),
        pytest.param(
            "mt",
            "Overleg met de ouder.",
            "de mentor stuurt een brief aan de ouders; het managementteam meldt de afwezigheid via het verzuimloket van DUO aan de "
            "leerplichtambtenaar (voorwaarde: overleg met de ouder).",
            id="een ander",
        ),
    ],
)
def test_in_het_kort_zegt_wanneer_een_melding_niet_gebeurt(wie: str, voorwaarde: str, zin: str) -> None:
    acties = [
        {"wie": "mentor", "actie": "brief", "met": ["ouder"]},
        {"wie": wie, "actie": "duo_melden", "met": ["leerplichtambtenaar"], "voorwaarde": voorwaarde},
    ]
    assert kort(document_van(ladder({"bij": [TE_LAAT], "acties": acties}))) == [
        "Te laat",
        f"Vanaf de 3e keer te laat in één schooljaar: {zin}",
    ]


def test_een_eigen_signaal_staat_midden_in_de_zin() -> None:
    signaal = {"signaal": "anders", "toelichting": "Hetzelfde busje komt in twee weken drie keer te laat."}
    met_titel = document_van(ladder({"titel": "Het vervoer", "bij": [signaal]}))
    assert "Wanneer: hetzelfde busje komt in twee weken drie keer te laat." in block_lines(met_titel.blokken)
    kaal = document_van(ladder({"bij": [signaal]}))
    assert "Stap 1: hetzelfde busje komt in twee weken drie keer te laat" in block_lines(kaal.blokken)
    twee = document_van(ladder({"bij": [signaal, {"signaal": "schorsing"}]}))
    assert "Hetzelfde busje komt in twee weken drie keer te laat." in block_lines(twee.blokken)


def test_wij_meten() -> None:
    document = document_van(klein(periodieke_analyse={"maten": ["frequentie", "duur", "percentage"]}))
    assert "Wij meten: hoe vaak, hoe lang en welk percentage." in block_lines(document.blokken)


def test_de_ladder_van_het_kader_spreekt_gewoon_nederlands() -> None:
    (trappen,) = (kader.trappen for kader in kaders() if kader.trappen)
    titels = {str(trap["trap"]): trap["titel"] for trap in trappen}
    assert titels == {trap: _NAMEN[trap] for trap in titels}
    acties = [actie for trap in trappen for stap in trap["stappen"] for actie in stap["acties"]]
    assert {actie["voorwaarde"] for actie in acties if "voorwaarde" in actie} == {
        "instemming van de ouder",
        "als er zorg is",
        "als het nodig is",
        "als de afwezigheid ongeoorloofd is",
        "als de aanwezigheid onder 95 procent is",
        "als de school dat zinvol vindt",
    }
    assert all(actie["toelichting"] == sentence(actie["toelichting"]) for actie in acties if "toelichting" in actie)


def test_beeld_en_samenvatting_zeggen_voor_wie_een_stap_geldt() -> None:
    stap = {
        "bij": [TE_LAAT],
        "geldt_voor": {"leerjaren": [4]},
        "acties": [{"wie": "mentor", "actie": "contact", "met": ["ouder"]}],
    }
    regels = list(block_lines(document_van(ladder(stap, {"bij": [{"signaal": "schorsing"}]})).blokken))
    assert (
        "Vanaf de 3e keer te laat in één schooljaar (geldt voor leerjaar 4): de mentor neemt contact op met de ouders." in regels
    )
    assert any(
        regel.startswith("Stap 1. Vanaf de 3e keer te laat in één schooljaar (geldt voor leerjaar 4): Contact opnemen.")
        for regel in regels
    )


def test_mbo_spreekt_van_studenten_maar_niet_in_de_woorden_van_de_school() -> None:
    stap = {
        "bij": [TE_LAAT],
        "acties": [{"wie": "oco", "actie": "verwijzen", "met": ["jeugdarts"], "voorwaarde": "als de leerling wil"}],
    }
    document = document_van({**ladder(stap), "school": {**KLEIN["school"], "sector": "mbo"}})
    rij = ["Ondersteuningscoördinator", "Verwijst de student door naar de jeugdarts (als de leerling wil)."]
    assert tabelrijen(document, "Wat er gebeurt") == [rij]


def test_elementtitels_spreken_in_het_mbo_van_studenten() -> None:
    waarden = klein(betrokkenheid={"regie": "mt", "taken": [{"rol": "mt", "taak": "praat met de vertrouwenspersoon"}]})
    titels = {}
    for sector in ("vo", "mbo"):
        document = document_van({**waarden, "school": {**KLEIN["school"], "sector": sector}})
        titels[sector] = [line_text(blok.inhoud) for blok in document.blokken if isinstance(blok, Kop) and blok.niveau == 2]
        regels = set(block_lines(document.blokken))
        wie = "leerlingen" if sector == "vo" else "studenten"
        assert {f"Ouders en {wie}", f"Taken bij: betrokkenheid van ouders en {wie}"} <= regels
        assert f"Bij wie een {wie.removesuffix('en')} of ouder vertrouwelijk terechtkan." in regels
        assert f"Betrokkenheid van ouders en {wie}" in tabelrijen(document, "Per rol: waar die de regie")[0]
    assert [titel for titel in titels["mbo"] if titel not in titels["vo"]] == [
        "11. Betrokkenheid van ouders en studenten",
        "13. Langdurig afwezige studenten",
    ]
    assert len(titels["mbo"]) == len(titels["vo"])


@pytest.mark.parametrize(
    ("signaal", "zin"),
    [
        pytest.param(
            {"signaal": "ziekmeldingen", "drempel": "4 keer", "periode": "12 schoolweken"},
            "vanaf de 4e ziekmelding binnen 12 schoolweken",
            id="ziekmeldingen",
        ),
        pytest.param(
            {"signaal": "te_laat", "drempel": "9 keer", "vergelijking": "meer_dan"}, "bij meer dan 9 keer te laat", id="meer dan"
        ),
        pytest.param({"signaal": "te_laat", "drempel": "4 keer", "vergelijking": "elke"}, "bij elke 4e keer te laat", id="elke"),
        pytest.param(
            {"signaal": "ziek_aaneengesloten", "drempel": "7 schooldagen"}, "vanaf 7 schooldagen aaneengesloten ziek", id="dagen"
        ),
        pytest.param({"signaal": "ziek_aaneengesloten", "drempel": "1 dag"}, "vanaf de 1e dag ziek", id="eerste dag"),
        pytest.param(
            {"signaal": "ongeoorloofde_uren", "drempel": "1 lesuur"},
            "vanaf het 1e lesuur ongeoorloofd afwezig",
            id="eerste lesuur",
        ),
        pytest.param(
            {"signaal": "ongeoorloofde_uren", "drempel": "16 lesuren", "periode": "4 lesweken"},
            "vanaf 16 lesuren ongeoorloofd afwezig binnen 4 lesweken",
            id="uren",
        ),
        pytest.param(
            {"signaal": "ongeoorloofde_uren", "drempel": "16 uur", "vergelijking": "elke"},
            "telkens na 16 uur ongeoorloofd afwezig",
            id="elke uren",
        ),
        pytest.param(
            {"signaal": "aanwezigheid", "drempel": "95 procent", "vergelijking": "onder", "periode": "12 schoolweken"},
            "aanwezigheid onder 95 procent over 12 schoolweken",
            id="procent",
        ),
        pytest.param({"signaal": "geen_medewerking"}, "als leerling of ouders niet meewerken", id="zonder getal"),
        pytest.param({"signaal": "anders", "toelichting": "Er is iets."}, "er is iets", id="eigen signaal"),
        pytest.param({"signaal": "anders", "toelichting": "DUO belt."}, "DUO belt", id="eigen signaal met een naam voorop"),
        pytest.param(
            {"signaal": "te_laat", "drempel": "3 keer", "toelichting": "per vak"},
            "vanaf de 3e keer te laat (per vak)",
            id="met toelichting",
        ),
    ],
)
def test_signaal_als_zin(signaal: dict[str, Any], zin: str) -> None:
    assert signal_phrase(signaal, NAMEN) == zin


def test_hoe_er_geteld_wordt() -> None:
    signaal = {"periode": "4 lesweken", "venster": "voortschrijdend", "herhaling": False, "opnieuw_tellen_na_melding": True}
    assert list(counting(signaal)) == [
        "De periode van 4 lesweken schuift elke dag mee.",
        "Deze stap volgt één keer, ook als de grens later weer wordt bereikt.",
        "Na een melding begint de telling opnieuw.",
    ]


# ---- Regionaal: een andere regio vraagt geen Python -----------------------------------------------------------------


def test_regionale_velden_komen_uit_het_kader() -> None:
    velden = {
        "type": "object",
        "title": "R",
        "properties": {
            "buurtteam": {
                "type": "object",
                "title": "Het buurtteam",
                "properties": {"trekker": {"type": "string", "title": "Wie trekt", "x-soort": "rol"}},
            }
        },
    }
    uitbreiding = Uitbreiding(rollen={"buurtwerker": Woordinfo("buurtwerker", "", "de")}, velden=velden)
    document = document_van(klein(regionaal={"buurtteam": {"trekker": "buurtwerker"}}), uitbreiding=uitbreiding)
    regels = list(block_lines(document.blokken))
    plek = regels.index("Regionale afspraken")
    assert regels[plek : plek + 4] == ["Regionale afspraken", "Het buurtteam", "Wie trekt", "Buurtwerker"]


def test_jaarkalender_ook_van_de_regio() -> None:
    rijen = tabelrijen(document_van(VOL.waarden), "Alles met een vast")
    assert ["De kring #regionaal", "Elke negen weken", "Leider van de kring"] in rijen
    assert ["29 maart, elk jaar", "De kring: peildagen #regionaal"] in rijen


# ---- Taal -----------------------------------------------------------------------------------------------------------

NAMEN: Final = Namen({}, Uitbreiding())


@pytest.mark.parametrize(
    ("gekregen", "verwacht"),
    [
        pytest.param(enumerate_nl([]), "", id="niets"),
        pytest.param(enumerate_nl(["a"]), "a", id="één"),
        pytest.param(enumerate_nl(["a", "b"]), "a en b", id="twee"),
        pytest.param(enumerate_nl(["a", "", "b", "c"], "of"), "a, b of c", id="drie, leeg telt niet"),
        pytest.param(sentence("ijs eten"), "IJs eten.", id="ij"),
        pytest.param(sentence("Kan dat?"), "Kan dat?", id="vraagteken"),
        pytest.param(mid_sentence("Het regent hard"), "het regent hard", id="midden in een zin"),
        pytest.param(mid_sentence("Hetty belt"), "Hetty belt", id="een naam houdt de hoofdletter"),
        pytest.param(mid_sentence("Het regent. Dan bellen wij"), "Het regent. Dan bellen wij", id="twee zinnen"),
        pytest.param(mid_sentence(""), "", id="midden in een zin, leeg"),
        pytest.param(sentence("zij zei 'ja.'"), "Zij zei 'ja.'", id="punt binnen aanhalingstekens"),
        pytest.param(date_nl("2026-09-15"), "15 september 2026", id="datum"),
        pytest.param(date_nl(date(2026, 3, 1)), "1 maart 2026", id="datumwaarde"),
        pytest.param(date_nl("morgen"), "morgen", id="geen datum"),
        pytest.param(month_day("09-01"), "1 september", id="dag in het jaar"),
        pytest.param(time_nl("08:30"), "8.30 uur", id="tijd"),
        pytest.param(time_nl("14:05"), "14.05 uur", id="tijd in de middag"),
        pytest.param(quantity_nl("1 schooldagen"), "1 schooldag", id="enkelvoud"),
        pytest.param(quantity_nl("16 lesuur"), "16 lesuren", id="meervoud"),
        pytest.param(within("5 schooldagen"), "binnen 5 schooldagen", id="termijn"),
        pytest.param(rhythm_nl("week"), "elke week", id="elke week"),
        pytest.param(rhythm_nl("1 kwartaal"), "elk kwartaal", id="elk kwartaal"),
        pytest.param(rhythm_nl("6 weken"), "elke zes weken", id="elke zes weken"),
        pytest.param(rhythm_nl("2 jaar"), "elke twee jaar", id="elke twee jaar"),
        pytest.param(rhythm_nl("4 keer per jaar"), "vier keer per jaar", id="keer per jaar"),
        pytest.param(rhythm_nl("20 keer per jaar"), "20 keer per jaar", id="boven twaalf in cijfers"),
        pytest.param(times(1), "één keer", id="één keer"),
        pytest.param(figure(13.5), "13,5", id="komma"),
    ],
)
def test_taal(gekregen: str, verwacht: str) -> None:
    assert gekregen == verwacht


@pytest.mark.parametrize(
    ("rolnaam", "met_lidwoord"),
    [
        ("teamleider van de afdeling", "de teamleider van de afdeling"),
        ("FG van Stichting Polderlicht", "de FG van Stichting Polderlicht"),
        ("team zorg", "het team zorg"),
        ("ondersteuningsteam", "het ondersteuningsteam"),
        ("meldpunt bij de receptie", "het meldpunt bij de receptie"),
        ("IB'er", "de IB'er"),
        ("de conciërge", "de conciërge"),
        ("iedere lesgevende", "iedere lesgevende"),
        ("Stichting Waterkant", "Stichting Waterkant"),
        ("college van bestuur", "het college van bestuur"),
    ],
)
def test_lidwoord_bij_een_eigen_rolnaam(rolnaam: str, met_lidwoord: str) -> None:
    assert with_article(rolnaam) == met_lidwoord


@pytest.mark.parametrize(
    ("sector", "rol", "naam_in_zin"),
    [
        ("po", "mentor", "de groepsleerkracht"),
        ("mbo", "leerling", "de student"),
        ("vo", "mentor", "de mentor"),
        ("vo", "eigen_rol", "de eigen rol"),
    ],
)
def test_rol_naar_sector(sector: str, rol: str, naam_in_zin: str) -> None:
    assert Namen({}, Uitbreiding(), sector).the_role(rol) == naam_in_zin


# ---- Proza van de school --------------------------------------------------------------------------------------------


def test_losse_woorden_worden_een_zin_en_markdown_blijft() -> None:
    voorwaarden = {"veiligheid": "vertrouwenspersoon", "gezondheid": "- JGZ\n- sport"}
    document = document_van(klein(stimuleren_aanwezigheid={"voorwaarden": voorwaarden}))
    paren = {line_text(term): inhoud for blok in document.blokken if isinstance(blok, Definities) for term, inhoud in blok.paren}
    assert list(block_lines(paren["Veiligheid"])) == ["Vertrouwenspersoon."]
    assert paren["Gezondheid"] == (Lijst(((p("JGZ"),), (p("sport"),))),)
