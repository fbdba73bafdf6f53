"""De toets op de ladder: eerst wat goed is, dan elke reden afzonderlijk, en dan voor wie het geldt."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.toetsen import Gap, Onderzoek, StapToets, Toets, Uitkomst
from beleidscheck.toetsen.stap import threshold
from beleidscheck.trap.ladder import BLOK, Pad, Signaal, build_ladder

LEZER: TypeAdapter[Any] = TypeAdapter(Toets)
NORM = "{soort: stap, signaal: [ziekmeldingen], uiterlijk: 4 keer, binnen: 12 schoolweken, actie: [verzuimgesprek], wie: [mentor], met: [leerling, ouder]}"
BIJ = "bij: [{signaal: ziekmeldingen, drempel: 4 keer, periode: 12 schoolweken}]"
GOED = "{wie: mentor, actie: verzuimgesprek, met: [leerling, ouder]}"
STAP_0: Pad = (BLOK, "trappen", 0, "stappen", 0)
NAAM = "«ziekmeldingen» (vanaf de 4e keer binnen 12 schoolweken)"


def _onderzoek(stappen: str, school: str = "{}", leeftijd: str = "", kader: str = "") -> Onderzoek:
    blok = yaml.safe_load(textwrap.dedent(stappen)) if stappen.lstrip().startswith(("trappen", "volgt", "{")) else _trap(stappen)
    feiten = {BLOK: blok, "school": yaml.safe_load(school)}
    trappen = {"kader@1": yaml.safe_load(textwrap.dedent(kader))} if kader else {}
    return Onderzoek(
        feiten=feiten,
        peildatum=date(2026, 10, 1),
        ladder=build_ladder(blok, trappen),
        leeftijd=leeftijd,
        noem=lambda woord: woord.replace("_", " "),
        titel=lambda _: "",
    )


def _trap(stappen: str) -> dict[str, Any]:
    return {"trappen": [{"trap": "proef", "stappen": yaml.safe_load(textwrap.dedent(stappen))}]} if stappen else {}


def _run(toets: str, stappen: str, school: str = "{}", leeftijd: str = "", kader: str = "") -> Uitkomst:
    gelezen = LEZER.validate_python(yaml.safe_load(toets))
    assert isinstance(gelezen, StapToets)
    return gelezen.run(_onderzoek(stappen, school, leeftijd, kader))


def _een(uitkomst: Uitkomst) -> Gap:
    (gap,) = uitkomst.gaps
    return gap


def _norm(**anders: str) -> str:
    """Return the norm with these fields changed; an empty text takes one away."""
    velden = {**yaml.safe_load(NORM), **{veld: yaml.safe_load(waarde) for veld, waarde in anders.items()}}
    return str(yaml.safe_dump({veld: waarde for veld, waarde in velden.items() if waarde is not None}))


def _stap(actie: str = GOED, voor: str = "", drempel: str = "4 keer") -> str:
    signaal = f"bij: [{{signaal: ziekmeldingen, drempel: {drempel}, periode: 12 schoolweken}}]"
    return f"{{{signaal}, acties: [{actie}]{', ' + voor if voor else ''}}}"


# ---- Goed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toets", "stappen"),
    [
        pytest.param(NORM, f"[{{{BIJ}, acties: [{GOED}]}}]", id="precies wat de norm vraagt"),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: schorsing}}, {{signaal: ziekmeldingen, drempel: 3 keer, periode: 1 schooljaar}}], acties: [{GOED}]}}]",
            id="eerder, en langer terug",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{wie: mentor, actie: verzuimgesprek, met: [leerling]}}, {{wie: mentor, actie: verzuimgesprek, met: [ouder]}}]}}]",
            id="twee gesprekken tellen samen",
        ),
        pytest.param(
            _norm(wie="[mentor, oco]", actie="[gesprek, verzuimgesprek]"),
            f"[{{{BIJ}, acties: [{GOED}]}}]",
            id="één van de rollen en acties",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 2 keer, periode: 12 schoolweken}}], acties: []}}, {{{BIJ}, acties: [{GOED}]}}]",
            id="een eerdere stap zonder deze actie stoort niet",
        ),
        pytest.param(_norm(met="null", met_een_van="[ouder, oco]"), f"[{{{BIJ}, acties: [{GOED}]}}]", id="één van met wie"),
        pytest.param("{soort: stap, signaal: [schorsing]}", "[{bij: [{signaal: schorsing}]}]", id="alleen een signaal"),
        pytest.param(
            "{soort: stap, signaal: [schorsing, luxe_verzuim]}", "[{bij: [{signaal: luxe_verzuim}]}]", id="één van de signalen"
        ),
        pytest.param(
            "{soort: stap, signaal: [aanwezigheid], onder: 95 procent}",
            "[{bij: [{signaal: aanwezigheid, drempel: 96 procent, vergelijking: onder}]}]",
            id="een peil",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 4 keer, ook_meer_dan: true}",
            "[{bij: [{signaal: te_laat, drempel: 4 keer, vergelijking: meer_dan}]}]",
            id="ook meer dan",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 15 keer, vanaf: 10 keer}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}]}, {bij: [{signaal: te_laat, drempel: 12 keer}]}]",
            id="de verdere trede",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 7 werkdagen}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 1 week}]}]",
            id="op tijd",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 1 schooldag}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 2 uur}]}]",
            id="uren zijn op tijd",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 1 dag}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 1 lesuur}]}]",
            id="een lesuur is op tijd",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], voorwaarde: Instemming}",
            "[{bij: [{signaal: x}], acties: [{actie: a, voorwaarde: na INSTEMMING ouder}]}]",
            id="voorwaarde",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], telt: [les, stage]}",
            "[{bij: [{signaal: x}], acties: [{actie: a, telt: [les]}, {actie: a, telt: [stage]}]}]",
            id="wat telt, over twee acties",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], vastlegging: [LVS], vastlegging_een_van: [OPP, PvA]}",
            "[{bij: [{signaal: x}], acties: [{actie: a, vastlegging: [OPP]}, {actie: a, vastlegging: [PvA, LVS]}]}]",
            id="waar, bij één van twee acties",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 3 keer, periode_genoemd: true}",
            "{trappen: [{trap: te_laat, telt_per: schooljaar, stappen: [{bij: [{signaal: te_laat, drempel: 3 keer}]}]}]}",
            id="de periode staat bij de trap",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 6 keer, actie: [contact], inclusief_vorige: true}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}], acties: [{actie: contact}]}, {inclusief_vorige: true, bij: [{signaal: te_laat, drempel: 6 keer}], acties: [{actie: brief}]}]",
            id="inclusief vorige neemt de actie mee",
        ),
    ],
)
def test_goed(toets: str, stappen: str) -> None:
    uitkomst = _run(toets, stappen)
    assert (uitkomst.gaps, uitkomst.niet_getoetst, uitkomst.nvt) == ((), "", "")
    assert uitkomst.gelezen


def test_gelezen_zijn_het_signaal_en_de_acties_die_het_doen() -> None:
    acties = "{wie: meldpunt, actie: verzuimgesprek}, {wie: mentor, actie: brief}, {wie: mentor, actie: verzuimgesprek, met: [leerling, ouder]}"
    assert _run(NORM, f"[{{{BIJ}, acties: [{acties}]}}]").gelezen == ((*STAP_0, "bij", 0), (*STAP_0, "acties", 2))


# ---- Elke reden --------------------------------------------------------------------------------------------------

TOEVOEGEN = "Voeg een stap toe bij «ziekmeldingen», uiterlijk bij 4 keer binnen 12 schoolweken, met de actie «verzuimgesprek» door mentor met leerling en ouder."


@pytest.mark.parametrize(
    ("toets", "stappen", "gap"),
    [
        pytest.param(
            NORM,
            "",
            Gap(
                (BLOK, "trappen"),
                "In de stappen bij afwezigheid staat niet wat de school doet bij «ziekmeldingen», uiterlijk bij 4 keer binnen 12 schoolweken.",
                TOEVOEGEN,
            ),
            id="geen stappen",
        ),
        pytest.param(
            "{soort: stap, signaal: [schorsing, luxe_verzuim], actie: [inspectie_melden, brief]}",
            f"[{{{BIJ}, acties: [{GOED}]}}]",
            Gap(
                (BLOK, "trappen"),
                "In de stappen bij afwezigheid staat niet wat de school doet bij «schorsing» of «luxe verzuim».",
                "Voeg een stap toe bij «schorsing» of «luxe verzuim», met de actie «inspectie melden» of «brief».",
            ),
            id="geen stap bij dit signaal",
        ),
        pytest.param(
            "{soort: stap, signaal: [aanwezigheid], onder: 95 procent}",
            "",
            Gap(
                (BLOK, "trappen"),
                "In de stappen bij afwezigheid staat niet wat de school doet bij «aanwezigheid», zodra het onder 95 procent komt.",
                "Voeg een stap toe bij «aanwezigheid», zodra het onder 95 procent komt.",
            ),
            id="geen stap bij een peil",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 4 dagen}}], acties: [{GOED}]}}]",
            Gap(
                (BLOK, "trappen"),
                "In de stappen bij afwezigheid staat niet wat de school doet bij «ziekmeldingen», uiterlijk bij 4 keer binnen 12 schoolweken.",
                TOEVOEGEN,
            ),
            id="een drempel van een andere soort",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 5 keer, periode: 12 schoolweken}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «ziekmeldingen» komt uw stap pas vanaf de 5e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
                "Zet de drempel van deze stap op 4 keer.",
                Reden.WIJKT_AF,
            ),
            id="te laat",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 4 keer, vergelijking: meer_dan, periode: 12 schoolweken}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «ziekmeldingen» komt uw stap pas bij meer dan 4 keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
                "Zet de drempel van deze stap op 4 keer, met `vergelijking: vanaf`.",
                Reden.WIJKT_AF,
            ),
            id="meer dan is te laat",
        ),
        pytest.param(
            NORM,
            "[{bij: [{signaal: ziekmeldingen, drempel: 8 keer, periode: 12 schoolweken}], acties: [{actie: brief}]}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «ziekmeldingen» komt uw stap pas vanaf de 8e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
                TOEVOEGEN,
                Reden.WIJKT_AF,
            ),
            id="te laat en een andere actie: een eigen stap",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0),
                "Bij «ziekmeldingen» staat niet vanaf wanneer uw stap komt; gevraagd is uiterlijk bij 4 keer.",
                "Zet de drempel van deze stap op 4 keer.",
            ),
            id="geen drempel",
        ),
        pytest.param(
            "{soort: stap, signaal: [aanwezigheid], onder: 95 procent}",
            "[{bij: [{signaal: aanwezigheid, drempel: 90 procent, vergelijking: onder, periode: 12 schoolweken}]}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «aanwezigheid» komt uw stap pas onder 90 procent over 12 schoolweken; gevraagd is zodra het onder 95 procent komt.",
                "Zet de drempel van deze stap op 95 procent.",
                Reden.WIJKT_AF,
            ),
            id="een peil dat te laag ligt",
        ),
        pytest.param(
            "{soort: stap, signaal: [aanwezigheid], onder: 95 procent}",
            "[{bij: [{signaal: aanwezigheid, drempel: 95 procent}]}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «aanwezigheid» komt uw stap pas vanaf 95 procent; gevraagd is zodra het onder 95 procent komt.",
                "Zet de drempel van deze stap op 95 procent, met `vergelijking: onder`.",
                Reden.WIJKT_AF,
            ),
            id="een peil de verkeerde kant op",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 15 keer, vanaf: 10 keer, actie: [brief]}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}], acties: [{actie: brief}]}]",
            Gap(
                (*STAP_0, "bij", 0),
                "Na de stap bij «te laat» (vanaf de 3e keer) volgt geen verdere stap, uiterlijk bij 15 keer.",
                "Voeg een stap toe bij «te laat», uiterlijk bij 15 keer, met de actie «brief».",
            ),
            id="geen verdere trede",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 15 keer, vanaf: 10 keer, actie: [brief]}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}], acties: [{actie: brief}]}, {bij: [{signaal: te_laat, drempel: 20 keer}], acties: []}]",
            Gap(
                (*STAP_0[:-1], 1, "bij", 0, "drempel"),
                "Bij «te laat» komt uw stap pas vanaf de 20e keer; gevraagd is uiterlijk bij 15 keer.",
                "Voeg een stap toe bij «te laat», uiterlijk bij 15 keer, met de actie «brief».",
                Reden.WIJKT_AF,
            ),
            id="er is wel een verdere trede, maar te laat",
        ),
        pytest.param(
            NORM,
            "[{bij: [{signaal: ziekmeldingen, drempel: 2 keer, periode: 12 schoolweken}], acties: [{wie: mentor, actie: brief}]}]",
            Gap(
                STAP_0,
                "Bij «ziekmeldingen» is er geen stap, uiterlijk bij 4 keer binnen 12 schoolweken, "
                "met de actie «verzuimgesprek» door mentor met leerling en ouder.",
                TOEVOEGEN,
            ),
            id="een eerdere stap hoeft de actie niet te hebben",
        ),
        pytest.param(
            NORM,
            "[{bij: [{signaal: ziekmeldingen, drempel: 6 keer, periode: 12 schoolweken}], acties: [{wie: mt, actie: verzuimgesprek}]}]",
            Gap(
                (*STAP_0, "bij", 0, "drempel"),
                "Bij «ziekmeldingen» komt uw stap pas vanaf de 6e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
                "Zet de drempel van deze stap op 4 keer. Zet bij deze actie `wie: mentor`.",
                Reden.WIJKT_AF,
            ),
            id="te laat en door een ander",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{wie: mentor, actie: brief}}]}}]",
            Gap(
                STAP_0,
                f"Bij {NAAM} ontbreekt de actie «verzuimgesprek» door mentor met leerling en ouder.",
                "Voeg bij deze stap de actie «verzuimgesprek» door mentor met leerling en ouder toe.",
            ),
            id="de actie ontbreekt",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{wie: meldpunt, actie: verzuimgesprek, met: [leerling, ouder]}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} doet «meldpunt» de actie «verzuimgesprek»; gevraagd is «mentor».",
                "Zet bij deze actie `wie: mentor`.",
                Reden.WIJKT_AF,
            ),
            id="verkeerde rol",
        ),
        pytest.param(
            _norm(wie="[mentor, oco]"),
            f"[{{{BIJ}, acties: [{{wie: mt, actie: verzuimgesprek}}, {{wie: docent, actie: verzuimgesprek}}, {{wie: mt, actie: verzuimgesprek}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} doen «mt» en «docent» de actie «verzuimgesprek»; gevraagd is «mentor» of «oco».",
                "Zet bij deze actie `wie: mentor`.",
                Reden.WIJKT_AF,
            ),
            id="twee verkeerde rollen",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{actie: verzuimgesprek}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} staat niet wie de actie «verzuimgesprek» doet; gevraagd is «mentor».",
                "Zet bij deze actie `wie: mentor`.",
            ),
            id="geen rol",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{wie: mentor, actie: verzuimgesprek}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} noemt de actie «verzuimgesprek» niet met wie; gevraagd zijn «leerling» en «ouder».",
                "Voeg bij deze actie onder `met` «leerling» en «ouder» toe.",
            ),
            id="niet met wie",
        ),
        pytest.param(
            NORM,
            f"[{{{BIJ}, acties: [{{wie: mentor, actie: verzuimgesprek, met: [leerling, mt]}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} noemt de actie «verzuimgesprek» wel «leerling» en «mt», maar niet «ouder».",
                "Voeg bij deze actie onder `met` «ouder» toe.",
                Reden.WIJKT_AF,
            ),
            id="zonder ouder",
        ),
        pytest.param(
            _norm(met="null", met_een_van="[ouder, oco]"),
            f"[{{{BIJ}, acties: [{{wie: mentor, actie: verzuimgesprek}}]}}]",
            Gap(
                (*STAP_0, "acties", 0),
                f"Bij {NAAM} noemt de actie «verzuimgesprek» niet met wie; gevraagd is «ouder» of «oco».",
                "Voeg bij deze actie onder `met` «ouder» of «oco» toe.",
            ),
            id="met geen van beiden",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], vastlegging: [LVS, OPP]}",
            "[{bij: [{signaal: x}], acties: [{actie: a}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» staat niet dat u de actie «a» vastlegt in «LVS» en «OPP».",
                "Voeg bij deze actie onder `vastlegging` «LVS» en «OPP» toe.",
            ),
            id="nergens vastgelegd",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], vastlegging_een_van: [OPP, PvA]}",
            "[{bij: [{signaal: x}], acties: [{actie: a, vastlegging: [LVS]}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» legt u de actie «a» wel vast in «LVS», maar niet in «OPP» of «PvA».",
                "Voeg bij deze actie onder `vastlegging` «OPP» of «PvA» toe.",
                Reden.WIJKT_AF,
            ),
            id="ergens anders vastgelegd",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], vastlegging: [LVS, OPP]}",
            "[{bij: [{signaal: x}], acties: [{actie: a, vastlegging: [LVS]}, {actie: a, vastlegging: [OPP]}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» legt u de actie «a» wel vast in «LVS», maar niet in «OPP».",
                "Voeg bij deze actie onder `vastlegging` «OPP» toe.",
                Reden.WIJKT_AF,
            ),
            id="twee halve vastleggingen zijn geen hele",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 7 werkdagen}",
            "[{bij: [{signaal: x}], acties: [{actie: a}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» staat bij de actie «a» geen termijn; gevraagd is binnen 7 werkdagen.",
                "Zet bij deze actie `termijn: 7 werkdagen`.",
            ),
            id="geen termijn",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 7 werkdagen}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 2 weken}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» doet u de actie «a» binnen 2 weken; gevraagd is binnen 7 werkdagen.",
                "Zet bij deze actie `termijn: 7 werkdagen`.",
                Reden.WIJKT_AF,
            ),
            id="termijn te lang",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 1 dag}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 72 uur}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» doet u de actie «a» binnen 72 uur; gevraagd is binnen 1 dag.",
                "Zet bij deze actie `termijn: 1 dag`.",
                Reden.WIJKT_AF,
            ),
            id="72 uur is geen dag",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], termijn: 1 dag}",
            "[{bij: [{signaal: x}], acties: [{actie: a, termijn: 2 keer}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» doet u de actie «a» binnen 2 keer; gevraagd is binnen 1 dag.",
                "Zet bij deze actie `termijn: 1 dag`.",
                Reden.WIJKT_AF,
            ),
            id="een termijn in keren",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], voorwaarde: instemming}",
            "[{bij: [{signaal: x}], acties: [{actie: a, voorwaarde: zo nodig}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» staat bij de actie «a» niet de voorwaarde «instemming».",
                "Zet bij deze actie een `voorwaarde` waarin «instemming» staat.",
            ),
            id="voorwaarde ontbreekt",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], telt: [les, stage]}",
            "[{bij: [{signaal: x}], acties: [{actie: a, telt: [les]}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» staat bij de actie «a» niet dat «stage» meetelt.",
                "Voeg bij deze actie onder `telt` «stage» toe.",
            ),
            id="één ding telt niet mee",
        ),
        pytest.param(
            "{soort: stap, signaal: [x], actie: [a], telt: [les, stage]}",
            "[{bij: [{signaal: x}], acties: [{actie: a}]}]",
            Gap(
                (*STAP_0, "acties", 0),
                "Bij «x» staat bij de actie «a» niet dat «les» en «stage» meetellen.",
                "Voeg bij deze actie onder `telt` «les» en «stage» toe.",
            ),
            id="twee dingen tellen niet mee",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 4 keer}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0),
                "Bij «ziekmeldingen» staat niet over welke periode u telt; gevraagd is minstens 12 schoolweken.",
                "Zet bij dit signaal `periode: 12 schoolweken`.",
            ),
            id="geen periode",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 4 keer, periode: 10 weken}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0, "periode"),
                "Bij «ziekmeldingen» telt u over 10 weken; gevraagd is dat u op elk moment minstens 12 schoolweken terugkijkt.",
                "Zet bij dit signaal `periode: 12 schoolweken`.",
                Reden.WIJKT_AF,
            ),
            id="periode te kort",
        ),
        pytest.param(
            NORM,
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 4 keer, periode: 12 schoolweken, venster: vast}}], acties: [{GOED}]}}]",
            Gap(
                (*STAP_0, "bij", 0, "periode"),
                "Bij «ziekmeldingen» telt u over 12 schoolweken in vaste blokken; gevraagd is dat u op elk moment minstens 12 schoolweken terugkijkt.",
                "Zet bij dit signaal `periode: 12 schoolweken` en `venster: voortschrijdend`.",
                Reden.WIJKT_AF,
            ),
            id="vaste blokken",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 3 keer, herhaling: true}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}]}]",
            Gap(
                (*STAP_0, "bij", 0),
                "Bij «te laat» (vanaf de 3e keer) staat niet dat de stap bij herhaling opnieuw geldt.",
                "Zet bij dit signaal `herhaling: ja`.",
            ),
            id="geen herhaling",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 3 keer, periode_genoemd: true}",
            "[{bij: [{signaal: te_laat, drempel: 3 keer}]}]",
            Gap(
                (*STAP_0, "bij", 0),
                "Bij «te laat» (vanaf de 3e keer) staat niet over welke periode u telt.",
                "Zet bij dit signaal een `periode`, bijvoorbeeld `1 schooljaar`.",
            ),
            id="periode niet genoemd",
        ),
        pytest.param(
            "{soort: stap, signaal: [te_laat], uiterlijk: 6 keer, inclusief_vorige: true}",
            "[{bij: [{signaal: te_laat, drempel: 6 keer}]}]",
            Gap(
                STAP_0,
                "Bij «te laat» (vanaf de 6e keer) staat niet dat ook de acties van de vorige stap gelden.",
                "Zet bij deze stap `inclusief_vorige: ja`.",
            ),
            id="niet inclusief vorige",
        ),
    ],
)
def test_elke_reden(toets: str, stappen: str, gap: Gap) -> None:
    uitkomst = _run(toets, stappen)
    assert uitkomst.gaps == (gap,)
    assert uitkomst.niet_getoetst == ""


@pytest.mark.parametrize(
    ("stappen", "zin"),
    [
        pytest.param(
            f"[{{{BIJ}, acties: []}}, {{{BIJ}, acties: [{{wie: meldpunt, actie: verzuimgesprek}}]}}]",
            f"Bij {NAAM} doet «meldpunt» de actie «verzuimgesprek»; gevraagd is «mentor».",
            id="de verkeerde rol is dichterbij dan geen actie",
        ),
        pytest.param(
            f"[{{{BIJ}, acties: [{{wie: meldpunt, actie: verzuimgesprek}}]}}, {{{BIJ}, acties: [{{wie: mentor, actie: verzuimgesprek, met: [ouder]}}]}}]",
            f"Bij {NAAM} noemt de actie «verzuimgesprek» wel «ouder», maar niet «leerling».",
            id="een ontbrekende is dichterbij dan de verkeerde rol",
        ),
        pytest.param(
            f"[{{bij: [{{signaal: ziekmeldingen, drempel: 9 keer}}], acties: []}}, {{{BIJ}, acties: []}}]",
            f"Bij {NAAM} ontbreekt de actie «verzuimgesprek» door mentor met leerling en ouder.",
            id="op tijd zonder actie is dichterbij dan te laat zonder actie",
        ),
        pytest.param(
            f"[{_stap('{actie: brief}', drempel='2 keer')}, {_stap('{actie: brief}')}]",
            f"Bij {NAAM} ontbreekt de actie «verzuimgesprek» door mentor met leerling en ouder.",
            id="van twee stappen op tijd de laatste",
        ),
        pytest.param(
            f"[{_stap('{actie: brief}', drempel='6 keer')}, {_stap('{actie: brief}', drempel='9 keer')}]",
            "Bij «ziekmeldingen» komt uw stap pas vanaf de 6e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
            id="van twee stappen te laat de eerste",
        ),
        pytest.param(
            f"[{_stap('{actie: brief}', drempel='2 keer')}, {_stap('{wie: mt, actie: verzuimgesprek}', drempel='6 keer')}]",
            "Bij «ziekmeldingen» komt uw stap pas vanaf de 6e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
            id="te laat met een andere rol is dichterbij dan een eerdere stap zonder de actie",
        ),
    ],
)
def test_de_dichtstbijzijnde_stap_wordt_genoemd(stappen: str, zin: str) -> None:
    assert _een(_run(NORM, stappen)).zin == zin


# ---- Lesuren -----------------------------------------------------------------------------------------------------

DUO = "{soort: stap, signaal: [ongeoorloofde_uren], uiterlijk: 16 klokuren, binnen: 4 weken, actie: [duo_melden]}"
LESUREN = "[{bij: [{signaal: ongeoorloofde_uren, drempel: 16 lesuren, periode: 4 weken}], acties: [{actie: duo_melden}]}]"
ONBEKEND = "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."


def test_lesuren_zonder_lengte_zijn_niet_getoetst() -> None:
    assert _run(DUO, LESUREN) == Uitkomst(gelezen=((BLOK, "trappen"),), niet_getoetst=ONBEKEND)
    assert _run(DUO, LESUREN, "{lesuur_minuten: 50}").holds
    assert _een(_run(DUO, LESUREN.replace("16 lesuren", "20 lesuren"), "{lesuur_minuten: 50}")).reden is Reden.WIJKT_AF


@pytest.mark.parametrize("minuten", ["0", "-50", "vijftig", "null"])
def test_een_onmogelijke_lengte_telt_als_onbekend(minuten: str) -> None:
    assert _run(DUO, LESUREN, f"{{lesuur_minuten: {minuten}}}").niet_getoetst == ONBEKEND


def test_een_andere_stap_die_wel_voldoet_maakt_het_goed() -> None:
    ook = (
        LESUREN[:-1]
        + ", {bij: [{signaal: ongeoorloofde_uren, drempel: 15 klokuren, periode: 1 maand}], acties: [{actie: duo_melden}]}]"
    )
    assert _run(DUO, ook).holds


def test_zonder_de_actie_is_het_een_gat_ook_al_is_de_lengte_onbekend() -> None:
    """A step that does not do what is asked misses, however long a lesson is."""
    gap = _een(_run(DUO, LESUREN.replace("duo_melden", "brief")))
    assert (
        gap.zin
        == "Bij «ongeoorloofde uren» is er geen stap, uiterlijk bij 16 klokuren binnen 4 weken, met de actie «duo melden»."
    )


# ---- Voor wie ----------------------------------------------------------------------------------------------------

NOORD = "geldt_voor: {locaties: [Noord]}"
LOCATIES = "{locaties: [Noord, Zuid, West]}"


@pytest.mark.parametrize(
    ("stappen", "school", "leeftijd"),
    [
        pytest.param(
            f"[{_stap(voor=NOORD)}, {_stap(voor='geldt_voor: {locaties: [Zuid]}')}]",
            "{locaties: [Noord, Zuid]}",
            "",
            id="elke locatie heeft een stap",
        ),
        pytest.param(f"[{_stap(voor=NOORD)}, {_stap()}]", LOCATIES, "", id="ook een stap voor iedereen"),
        pytest.param(
            f"[{_stap(voor='geldt_voor: {leeftijd: {tot: 18}}')}]", "{}", "onder_18", id="de norm gaat over wie jonger is dan 18"
        ),
        pytest.param(f"[{_stap(voor='geldt_voor: {leeftijd: {van: 18}}')}]", "{}", "vanaf_18", id="de norm gaat over wie 18 is"),
        pytest.param(
            f"[{_stap(voor='geldt_voor: {leerjaren: [1, 2]}')}, {_stap(voor='geldt_voor: {leerjaren: [3, 4]}')}]",
            "{sector: vo, onderwijssoorten: [vmbo-tl]}",
            "",
            id="alle leerjaren",
        ),
    ],
)
def test_goed_voor_elke_groep(stappen: str, school: str, leeftijd: str) -> None:
    assert _run(NORM, stappen, school, leeftijd).holds


GEEN_STAP = (
    "In de stappen bij afwezigheid staat niet wat de school doet bij «ziekmeldingen», uiterlijk bij 4 keer binnen 12 schoolweken."
)


@pytest.mark.parametrize(
    ("stappen", "school", "leeftijd", "scope", "zin"),
    [
        pytest.param(
            f"[{_stap(voor=NOORD)}]",
            "{locaties: [Noord, Zuid]}",
            "",
            "locatie Zuid",
            f"{GEEN_STAP} Dit geldt voor: locatie Zuid.",
            id="één locatie zonder",
        ),
        pytest.param(
            f"[{_stap(voor=NOORD)}]",
            LOCATIES,
            "",
            "locatie Zuid; locatie West",
            f"{GEEN_STAP} Dit geldt voor: locatie Zuid; locatie West.",
            id="twee locaties zonder",
        ),
        pytest.param(
            f"[{_stap(voor=NOORD)}]",
            "{locaties: [Noord, A, B, C, D]}",
            "",
            "locatie A; locatie B; locatie C; en nog 1 groep",
            f"{GEEN_STAP} Dit geldt voor: locatie A; locatie B; locatie C; en nog 1 groep.",
            id="vier locaties zonder",
        ),
        pytest.param(
            f"[{_stap(voor=NOORD)}]",
            "{locaties: [Noord, A, B, C, D, E]}",
            "",
            "locatie A; locatie B; locatie C; en nog 2 groepen",
            f"{GEEN_STAP} Dit geldt voor: locatie A; locatie B; locatie C; en nog 2 groepen.",
            id="vijf locaties zonder",
        ),
        pytest.param(
            f"[{_stap(voor=NOORD, drempel='5 keer')}, {_stap(voor='geldt_voor: {locaties: [Zuid]}')}]",
            "{locaties: [Noord, Zuid]}",
            "",
            "locatie Noord",
            "Bij «ziekmeldingen» komt uw stap pas vanaf de 5e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer. Dit geldt voor: locatie Noord.",
            id="op één locatie te laat",
        ),
        pytest.param(
            f"[{_stap(drempel='5 keer')}, {_stap(actie='{actie: brief}', voor=NOORD)}]",
            "{locaties: [Noord, Zuid]}",
            "",
            "",
            "Bij «ziekmeldingen» komt uw stap pas vanaf de 5e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer.",
            id="overal hetzelfde mis: geen groep genoemd",
        ),
        pytest.param(
            f"[{_stap(voor='geldt_voor: {leeftijd: {tot: 18}}')}]",
            "{}",
            "vanaf_18",
            "vanaf 18 jaar",
            f"{GEEN_STAP} Dit geldt voor: vanaf 18 jaar.",
            id="niet voor wie 18 is",
        ),
    ],
)
def test_de_groep_waarvoor_het_misgaat(stappen: str, school: str, leeftijd: str, scope: str, zin: str) -> None:
    gap = _een(_run(NORM, stappen, school, leeftijd))
    assert (gap.scope, gap.zin) == (scope, zin)


def test_inclusief_vorige_neemt_geen_actie_mee_die_voor_anderen_is() -> None:
    stappen = f"""
        - {{bij: [{{signaal: te_laat, drempel: 3 keer}}], acties: [{{actie: contact}}], {NOORD}}}
        - {{inclusief_vorige: true, bij: [{{signaal: te_laat, drempel: 6 keer}}], acties: [{{actie: brief}}]}}
    """
    gap = _een(
        _run("{soort: stap, signaal: [te_laat], uiterlijk: 6 keer, actie: [contact]}", stappen, "{locaties: [Noord, Zuid]}")
    )
    assert gap.zin == "Bij «te laat» (vanaf de 6e keer) ontbreekt de actie «contact». Dit geldt voor: locatie Zuid."


@pytest.mark.parametrize(
    ("voor", "leeftijd", "goed"),
    [
        pytest.param("geldt_voor: {leeftijd: {van: 18}}", "vanaf_18", True, id="een stap voor wie 18 is"),
        pytest.param("geldt_voor: {leeftijd: {tot: 18}}", "onder_18", False, id="een stap voor wie jonger is"),
        pytest.param("geldt_voor: {leeftijd: {van: 16}}", "vanaf_18", False, id="een stap voor wie 16 of ouder is"),
        pytest.param("geldt_voor: {}", "", False, id="een stap voor iedereen"),
    ],
)
def test_vanaf_18_is_het_doorstroompunt_de_partner(voor: str, leeftijd: str, *, goed: bool) -> None:
    toets = "{soort: stap, signaal: [x], actie: [duo_melden], met: [leerplichtambtenaar]}"
    stappen = f"[{{bij: [{{signaal: x}}], acties: [{{actie: duo_melden, met: [doorstroompunt]}}], {voor}}}]"
    assert _run(toets, stappen, leeftijd=leeftijd).holds is goed


def test_een_gat_in_een_groep_gaat_voor_niet_getoetst_in_een_andere() -> None:
    stappen = LESUREN[1:-1].replace("acties", "geldt_voor: {locaties: [Noord]}, acties")
    uitkomst = _run(DUO, f"[{stappen}]", "{locaties: [Noord, Zuid]}")
    assert uitkomst.niet_getoetst == ""
    assert _een(uitkomst).scope == "locatie Zuid"
    assert _run(DUO, f"[{stappen}, {LESUREN[1:-1]}]", "{locaties: [Noord, Zuid]}").niet_getoetst == ONBEKEND


def test_te_veel_groepen_is_niet_getoetst() -> None:
    stappen = ", ".join(_stap(voor=f"geldt_voor: {{locaties: [L{n}], onderwijssoorten: [S{n}]}}") for n in range(20))
    reden = "De stappen gelden voor te veel verschillende groepen leerlingen om elke groep te toetsen."
    assert _run(NORM, f"[{stappen}]") == Uitkomst(gelezen=((BLOK, "trappen"),), niet_getoetst=reden)


# ---- Een overgenomen ladder --------------------------------------------------------------------------------------

KADER = f"""
    - trap: ziekte
      stappen:
        - {{id: ziek-4, bij: [{{signaal: ziekmeldingen, drempel: 5 keer, periode: 12 schoolweken}}], acties: [{GOED}]}}
"""


def test_een_gat_in_een_overgenomen_stap_wijst_naar_volgt() -> None:
    gap = _een(_run(NORM, "volgt: kader@1", kader=KADER))
    assert gap.pad == (BLOK, "volgt")
    assert (
        gap.te_doen
        == "Zet de drempel van deze stap op 4 keer. Deze stap komt uit kader@1: neem hem met `id: ziek-4` op onder `vervang`."
    )


def test_wat_een_school_vervangt_is_van_haar() -> None:
    anders = (
        "{volgt: kader@1, vervang: [{id: ziek-4, bij: [{signaal: ziekmeldingen, drempel: 6 keer, periode: 12 schoolweken}]}]}"
    )
    gap = _een(_run(NORM, anders, kader=KADER))
    assert gap.pad == (BLOK, "vervang", 0, "bij", 0, "drempel")
    assert gap.te_doen == "Zet de drempel van deze stap op 4 keer."
    assert _run(NORM, anders.replace("6 keer", "4 keer"), kader=KADER).holds


# ---- De drempel in woorden ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drempel", "vergelijking", "periode", "tekst"),
    [
        pytest.param("", "vanaf", "", "", id="geen drempel"),
        pytest.param("3 keer", "vanaf", "", "vanaf de 3e keer", id="vanaf"),
        pytest.param("3 keer", "vanaf", "1 schooljaar", "vanaf de 3e keer binnen 1 schooljaar", id="met periode"),
        pytest.param("7 schooldagen", "vanaf", "", "vanaf de 7e schooldag", id="schooldagen"),
        pytest.param("4 weken", "vanaf", "", "vanaf 4 weken", id="weken"),
        pytest.param("1,5 dag", "vanaf", "", "vanaf 1,5 dagen", id="een halve dag"),
        pytest.param("16 lesuren", "meer_dan", "4 weken", "bij meer dan 16 lesuren binnen 4 weken", id="meer dan"),
        pytest.param("95 procent", "onder", "12 schoolweken", "onder 95 procent over 12 schoolweken", id="onder"),
        pytest.param("3 keer", "elke", "", "elke 3e keer", id="elke"),
        pytest.param("4 lesuren", "elke", "", "elke 4 lesuren", id="elke vier uur"),
        pytest.param("1 keer", "elke", "", "elke keer", id="elke keer"),
        pytest.param("1 lesuur", "elke", "", "elk lesuur", id="elk lesuur"),
    ],
)
def test_de_drempel_in_woorden(drempel: str, vergelijking: str, periode: str, tekst: str) -> None:
    lees = [parse_hoeveelheid(deel) if deel else None for deel in (drempel, periode)]
    assert threshold(Signaal("proef", (), lees[0], vergelijking, lees[1])) == tekst
