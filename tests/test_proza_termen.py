"""Oudere woorden: waar zij met rust blijven, waar zij worden gezien, en dat de plek precies klopt."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hulp.prozabank import CONCEPT, NK, beleid, lint, over
from tests.hulp.toetsbank import kaders


@pytest.mark.parametrize(
    ("tekst", "refs"),
    [
        pytest.param("Wij melden dit bij het verzuimloket.", (CONCEPT,), id="vaste naam"),
        pytest.param(
            "Het Verzuimloket van DUO en het wettelijk\nverzuim.", (CONCEPT,), id="vaste naam met hoofdletter en over de regel"
        ),
        pytest.param("Bij ziekteverzuim belt de mentor.", (CONCEPT,), id="achter in een langer woord"),
        pytest.param("De verzuimcoördinator en het verzuimbeleid.", (CONCEPT,), id="voor in een langer woord"),
        pytest.param("Er is een verzuim- en verlofregeling.", (CONCEPT,), id="half woord"),
        pytest.param("Het nazorgteam komt langs.", (NK,), id="een ander woord dat er in zit"),
        pytest.param("Zie `RMC` en `het zorgteam`.", (NK,), id="code"),
        pytest.param("```\nhet zorgteam en RMC\n```", (NK,), id="codeblok"),
        pytest.param("    het zorgteam en RMC", (NK,), id="ingesprongen code"),
        pytest.param('Zie [het oude RMC](https://rmc.example/zorgteam "zorgteam") hier.', (NK,), id="link"),
        pytest.param("Zie ![RMC](zorgteam.png) en <https://zorgteam.example>.", (NK,), id="beeld en adres"),
        pytest.param('Zie [oud][1].\n\n[1]: https://x.example/zorgteam "RMC"', (NK,), id="verwijzing onderaan"),
        pytest.param("Mail zorgteam@school.example of kijk op www.zorgteam.nl en zorgteam.pdf.", (NK,), id="adres"),
        pytest.param("> Het zorgteam van vroeger.\n\nNu anders.", (NK,), id="citaat"),
        pytest.param("Vroeger heette dit \u201chet zorgteam\u201d, en daarvoor 'ZAT' of \"RMC\".", (NK,), id="aangehaald"),
        pytest.param("Het ZATERDAGTEAM werkt op zaterdag.", (NK,), id="hoofdletters in een woord"),
        pytest.param("Het RMCX en het armc.", (NK,), id="letters in een woord"),
        pytest.param(
            "Het Doorstroompunt (voorheen RMC) en Doorstroompunt/RMC, RMC/Doorstroompunt en Doorstroompunt (RMC).",
            (NK,),
            id="oud naast nieuw",
        ),
        pytest.param("Het woord verzuim en het oude zorgteam.", (NK, CONCEPT), id="het woord zelf"),
        pytest.param(
            "Het geoorloofde (ziekte)verzuim, wie verzuimen, en een signaal zorgelijk verzuim.", (CONCEPT,), id="delen en namen"
        ),
        pytest.param("De zat mensen", (NK,), id="een gewoon woord zonder hoofdletters"),
    ],
)
def test_blijft_met_rust(tekst: str, refs: tuple[str, ...]) -> None:
    assert over(tekst, "verouderd-woord", *refs) == []


def test_niet_in_de_registratie_of_de_naam_van_een_ander_document() -> None:
    tekst = (
        "formaat: 1\nkaders: [noord-kennemerland@2024-2025]\nbeleid:\n  titel: T\n  vervangt: Verzuimprotocol van het zorgteam\n"
        "school:\n  naam: S\n  sector: vo\n  regio: noord-kennemerland\nregistratie:\n  correctie: Het RMC en het zorgteam corrigeren.\n"
    )
    assert lint(tekst) == ()
    assert [advies.over for advies in lint(tekst.replace("titel: T", "titel: Het zorgteam"))] == ["zorgteam"]


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        pytest.param("De zorgcoördinator belt.", ["zorgcoördinator"], id="enkelvoud"),
        pytest.param("De Zorgcoördinatoren bellen.", ["Zorgcoördinatoren"], id="meervoud en hoofdletter"),
        pytest.param("Het ZORGTEAM", ["ZORGTEAM"], id="hoofdletters"),
        pytest.param("Onze zorgteams en het zorgteamoverleg.", ["zorgteams", "zorgteamoverleg"], id="samenstelling"),
        pytest.param("Onze verzuimprotocollen.", ["verzuimprotocollen"], id="meervoud met dubbele letter"),
        pytest.param("Het RMC, de RMC-medewerker en RMC's.", ["RMC", "RMC", "RMC's"], id="afkorting"),
        pytest.param("**Het** _zorgteam_ en *RMC*.", ["zorgteam", "RMC"], id="nadruk"),
        pytest.param(
            "# Het zorgteam\n\n- het RMC\n  - het ZAT\n\n| a | b |\n|---|---|\n| RMC | x |",
            ["zorgteam", "RMC", "ZAT", "RMC"],
            id="overal",
        ),
        pytest.param("`code` zorgteam [link](x) zorgteam `x`", ["zorgteam", "zorgteam"], id="tussen code en links"),
        pytest.param("'s Ochtends is het zorgteam er, en 's avonds ook.", ["zorgteam"], id="geen aanhaling maar een weglating"),
        pytest.param("De foto's van het zorgteam en de opa's.", ["zorgteam"], id="apostrof"),
    ],
)
def test_wordt_gezien(tekst: str, woorden: list[str]) -> None:
    adviezen = [advies for advies in lint(beleid(tekst)) if advies.code == "verouderd-woord"]
    assert sorted(plek.woord for advies in adviezen for plek in advies.vindplaatsen) == sorted(woorden)
    assert all(advies.vervanging and advies.zin and advies.te_doen for advies in adviezen)


def test_de_hoofdterm_van_de_memo() -> None:
    (advies,) = (een for een in lint(beleid("Het verzuim daalt."), CONCEPT) if een.code == "verouderd-woord")
    assert (advies.over, advies.vervanging) == ("verzuim", "afwezigheid")
    assert "memo" in advies.zin


def test_twee_kaders_met_hetzelfde_woord_geven_een_advies() -> None:
    (advies,) = (een for een in lint(beleid("Het RMC."), NK, CONCEPT) if een.code == "verouderd-woord")
    assert NK in advies.zin
    assert CONCEPT in advies.zin


def test_van_twee_woorden_die_overlappen_telt_het_langste() -> None:
    assert over("Ons verzuimprotocol.", "verouderd-woord", NK, CONCEPT) == ["verzuimprotocol"]


_WOORDEN = [term.oud for term in kaders(NK)[0].bestand.termen]
_OPVULLING = st.text(st.sampled_from("abc é😀'\".,:;-#*_|>\\`[]()\n\t "), max_size=60)


@settings(max_examples=250, deadline=None)
@given(
    stukken=st.lists(st.tuples(_OPVULLING, st.sampled_from(_WOORDEN)), min_size=1, max_size=5),
    stijl=st.sampled_from([None, "'", '"', "|", ">"]),
    breed=st.integers(10, 120),
    unicode_=st.booleans(),
    crlf=st.booleans(),
)
def test_de_gemelde_plek_is_het_woord(
    stukken: list[tuple[str, str]], stijl: str | None, breed: int, unicode_: bool, crlf: bool
) -> None:
    waarde = "x" + "".join(f"{opvul} {woord} " for opvul, woord in stukken)
    kop = yaml.safe_dump(
        {
            "formaat": 1,
            "kaders": [NK],
            "beleid": {"titel": "T"},
            "school": {"naam": "S", "sector": "vo", "regio": "noord-kennemerland"},
        },
    )
    tekst = kop + yaml.dump(
        {"visie_en_doel": {"visie": waarde}}, default_style=stijl, width=breed, allow_unicode=unicode_, default_flow_style=False
    )
    tekst = tekst.replace("\n", "\r\n") if crlf else tekst
    try:
        adviezen = lint(tekst)
    except Exception as fout:
        if type(fout).__name__ in {"UnreadableFileError", "InvalidPolicyError"}:
            return  # ons lezen is strenger dan YAML
        raise
    regels = tekst.replace("\r\n", "\n").split("\n")
    for advies in adviezen:
        if advies.code == "verouderd-woord":
            for plek in advies.vindplaatsen:
                hier = regels[plek.plaats.regel - 1][plek.plaats.kolom - 1 :]
                assert hier.startswith(plek.woord[:1])
                if plek.woord.isascii() and "'" not in plek.woord:
                    assert hier.startswith(plek.woord)
                assert plek.woord in plek.zin


def test_geen_plek_te_veel_of_te_weinig_bij_veel_woorden() -> None:
    for keer, getoond in ((450, 450), (700, 500)):
        adviezen = [advies for advies in lint(beleid("Het RMC en het zorgteam. " * keer)) if advies.code == "verouderd-woord"]
        assert sorted(len(advies.vindplaatsen) for advies in adviezen) == [getoond, getoond]
        assert all(f"{keer} keer" in advies.zin for advies in adviezen)
