"""Het parsen van een beleid: elke fout met haar hele zin en plaats, en wat er van een goed beleid overblijft."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import ValidationError

from beleidscheck.beleid.woorden import LEEG, Uitbreiding
from beleidscheck.data import example_dir
from beleidscheck.errors import Fault, InvalidPolicyError, UnreadableFileError
from beleidscheck.policy import Policy, Synoniem, parse_policy
from beleidscheck.policy.kennis import kennis_van
from beleidscheck.policy.privacy import personal_data
from beleidscheck.policy.vertaling import translate
from beleidscheck.source import parse_source, read_source
from tests.hulp.regio import noord_kennemerland

PEILDATUM = date(2026, 11, 1)
KOP = "formaat: 1\nkaders: [model16@2023]\nbeleid: {titel: T}\nschool: {naam: S, sector: vo, regio: anders}\n"


def parse(yaml: str, uitbreiding: Uitbreiding = LEEG) -> Policy:
    return parse_policy(parse_source(yaml.encode(), Path("beleid.yaml")), PEILDATUM, uitbreiding)


def fouten(yaml: str, uitbreiding: Uitbreiding = LEEG) -> list[str]:
    with pytest.raises(InvalidPolicyError) as gevangen:
        parse(yaml, uitbreiding)
    return [f"{fout.regel}:{fout.kolom} {fout.code} {fout.pad} | {fout.zin} {fout.remedie}" for fout in gevangen.value.faults]


# ---- Elke soort fout: regel:kolom, code, pad | zin en remedie -----------------------------------------------------

FORMAAT: list[Any] = [
    pytest.param(
        KOP.replace(", regio: anders", ""),
        ["4:1 ontbreekt school.regio | Het verplichte veld `school.regio` ontbreekt. Voeg toe: `regio: anders`."],
        id="verplicht veld ontbreekt",
    ),
    pytest.param(
        "formaat: 1\n",
        [
            "1:1 ontbreekt beleid | Het verplichte veld `beleid` ontbreekt. Voeg toe: `beleid:` met daaronder `titel`.",
            "1:1 ontbreekt kaders | Het verplichte veld `kaders` ontbreekt. Voeg toe: `kaders:` met daaronder `- model16@2023`.",
            "1:1 ontbreekt school | Het verplichte veld `school` ontbreekt. Voeg toe: `school:` met daaronder `naam`, `sector` en `regio`.",
        ],
        id="niets ingevuld",
    ),
    pytest.param(
        KOP.replace("formaat: 1", "formaat: 2"),
        ["1:10 formaat formaat | Bij `formaat` staat het getal 2; dit gereedschap leest formaat 1. Schrijf `formaat: 1`."],
        id="verkeerd formaat",
    ),
    pytest.param(
        KOP.replace("formaat: 1", "formaat: true"),
        ["1:10 formaat formaat | Bij `formaat` staat `true`; dit gereedschap leest formaat 1. Schrijf `formaat: 1`."],
        id="formaat als ja",
    ),
    pytest.param(
        KOP.replace("[model16@2023]", "[]"),
        ["2:9 leeg kaders | De lijst bij `kaders` is leeg. Noem minstens één kader, bijvoorbeeld `- model16@2023`."],
        id="geen kader",
    ),
    pytest.param(
        KOP.replace("[model16@2023]", "[model16]"),
        [
            "2:10 schrijfwijze kaders[0] | Bij `kaders[0]` staat «model16»; dat is geen kader met versie. Schrijf `naam@versie`, bijvoorbeeld `model16@2023`."
        ],
        id="kader zonder versie",
    ),
    pytest.param(
        KOP.replace("model16@2023", ", ".join(f"k{n}@1" for n in range(21))),
        ["2:9 te-lang kaders | De lijst bij `kaders` is te lang. Noem er hooguit 20."],
        id="te veel kaders",
    ),
    pytest.param(
        KOP.replace("beleid: {titel: T}", "beleid:"),
        [
            "3:8 verkeerde-soort beleid | Bij `beleid` staat niets; hier hoort een blok met sleutels. Zet er sleutels onder, ingesprongen: `titel`, `schooljaar`, `versie`, `status`, `formeel_verantwoordelijk`, `vastgesteld_op`, `ingangsdatum`, `volgende_herziening` en nog 3."
        ],
        id="verplicht blok leeg",
    ),
]
SLEUTELS: list[Any] = [
    pytest.param(
        KOP + "melden_en_verlof:\n  melden:\n    kannalen: []\n",
        [
            "7:5 onbekende-sleutel melden_en_verlof.melden.kannalen | De sleutel `kannalen` bestaat niet onder `melden_en_verlof.melden`. Bedoelde u `kanalen`?"
        ],
        id="onbekende sleutel, bijna goed",
    ),
    pytest.param(
        KOP + "betrokkenheid:\n  meetperiode: 12 schoolweken\n",
        [
            "6:3 onbekende-sleutel betrokkenheid.meetperiode | De sleutel `meetperiode` bestaat niet onder `betrokkenheid`. Deze sleutel hoort onder `stimuleren_aanwezigheid`."
        ],
        id="onbekende sleutel, hoort elders",
    ),
    pytest.param(
        KOP + "visie: wij zien iedereen\n",
        [
            "5:1 onbekende-sleutel visie | De sleutel `visie` bestaat niet op het hoogste niveau. Deze sleutel hoort onder `visie_en_doel`."
        ],
        id="onbekende sleutel, bovenaan",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  zwerfsleutel: 1\n",
        [
            "6:3 onbekende-sleutel visie_en_doel.zwerfsleutel | De sleutel `zwerfsleutel` bestaat niet onder `visie_en_doel`. Mogelijk zijn: `beleid`, `regie`, `taken`, `procedure`, `toelichting`, `elders_geregeld`, `nog_in_te_vullen`, `visie`, `integrale_benadering` of `doelen`."
        ],
        id="onbekende sleutel, nergens",
    ),
    pytest.param(
        KOP + "samenwerking:\n  msa: {trekker: oco}\n",
        [
            "6:3 verhuisde-sleutel samenwerking.msa | De sleutel `msa` bestaat niet onder `samenwerking`. Zet dit onder `regionaal:`, dus als `regionaal.msa`; welke sleutels daar mogen, staat in het kader van uw regio."
        ],
        id="verhuisd naar regionaal",
    ),
    pytest.param(
        KOP + "betrokkenheid:\n  overleg_naar_leeftijd: {tot_12: ouders}\n",
        [
            "6:3 verhuisde-sleutel betrokkenheid.overleg_naar_leeftijd | De sleutel `overleg_naar_leeftijd` bestaat niet onder `betrokkenheid`. Zet dit onder `regionaal:`, dus als `regionaal.overleg_naar_leeftijd`; welke sleutels daar mogen, staat in het kader van uw regio."
        ],
        id="verhuisd uit betrokkenheid",
    ),
    pytest.param(
        KOP + "rollen:\n  mijn rol: x\n",
        [
            '6:3 sleutel rollen["mijn rol"] | De sleutel «mijn rol» bij `rollen` kan niet. Gebruik letters, cijfers, `_` en `-`, zonder spaties, bijvoorbeeld `mijn_rol`.'
        ],
        id="eigen rol met een spatie",
    ),
    pytest.param(
        KOP + "rollen:\n  slb'er: x\n",
        ["6:3 sleutel rollen.slb'er | De sleutel «slb'er» bij `rollen` kan niet. Bedoelde u `mentor`?"],
        id="rol met een bekende naam",
    ),
    pytest.param(
        KOP + "rollen:\n  rector: x\n  directeur: y\n",
        [
            "7:3 dubbele-rol rollen.directeur | `rector` en `directeur` zijn namen voor dezelfde rol (`directeur`). Voeg ze samen; zet de tweede naam bij `ook_genoemd`."
        ],
        id="twee namen voor een rol",
    ),
]
SOORT_WAARDE: list[Any] = [
    pytest.param(
        KOP.replace("titel: T", "titel: T, versie: 1.5"),
        [
            '3:28 verkeerde-soort beleid.versie | Bij `beleid.versie` staat het getal 1.5; hier hoort een tekst. Zet aanhalingstekens om de tekst: `versie: "1.5"`.'
        ],
        id="getal waar tekst moet",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  procedure:\n    - 12\n",
        [
            '7:7 verkeerde-soort visie_en_doel.procedure[0] | Bij `visie_en_doel.procedure[0]` staat het getal 12; hier hoort een tekst. Zet aanhalingstekens om de tekst: `- "12"`.'
        ],
        id="getal in een lijst van teksten",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  procedure:\n    -\n",
        [
            "7:6 leeg visie_en_doel.procedure[0] | Bij `visie_en_doel.procedure[0]` staat niets; hier hoort een tekst. Vul het in, of haal deze regel weg."
        ],
        id="leeg onderdeel van een lijst",
    ),
    pytest.param(
        KOP.replace("naam: S", "naam: "),
        ["4:16 leeg school.naam | Bij `school.naam` staat niets; hier hoort een tekst. Schrijf hier een korte tekst."],
        id="verplichte tekst leeg",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: ''"),
        [
            "3:17 leeg beleid.titel | Bij `beleid.titel` staat een lege tekst; hier hoort een tekst. Vul het in, of haal deze regel weg."
        ],
        id="lege tekst",
    ),
    pytest.param(
        KOP + "communicatie:\n  procedure:\n    - let op: eerst bellen\n",
        [
            "7:7 verkeerde-soort communicatie.procedure[0] | Bij `communicatie.procedure[0]` staat een blok met sleutels; hier hoort een tekst. Staat er een dubbele punt in de zin? Zet dan aanhalingstekens om de hele zin."
        ],
        id="dubbele punt in een zin",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: [a, b]"),
        [
            "3:17 verkeerde-soort beleid.titel | Bij `beleid.titel` staat een lijst; hier hoort een tekst. Schrijf hier een korte tekst."
        ],
        id="lijst waar tekst moet",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: true"),
        [
            "3:17 verkeerde-soort beleid.titel | Bij `beleid.titel` staat `true`; hier hoort een tekst. Schrijf hier een korte tekst."
        ],
        id="ja waar tekst moet",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: " + "x" * 1001),
        [
            "3:17 te-lang beleid.titel | De tekst bij `beleid.titel` is 1001 tekens lang; hooguit 1000 passen. Maak de tekst korter; een uitgebreid verhaal kan bij `beleid` of `toelichting`."
        ],
        id="te lange tekst",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  visie: " + "x" * 20001 + "\n",
        [
            "6:10 te-lang visie_en_doel.visie | De tekst bij `visie_en_doel.visie` is 20001 tekens lang; hooguit 20000 passen. Maak de tekst korter."
        ],
        id="te lange lopende tekst",
    ),
    pytest.param(
        KOP + "visie_en_doel: wij zien iedereen\n",
        [
            "5:16 verkeerde-soort visie_en_doel | Bij `visie_en_doel` staat «wij zien iedereen»; hier hoort een blok met sleutels. Zet er sleutels onder, ingesprongen: `beleid`, `regie`, `taken`, `procedure`, `toelichting`, `elders_geregeld`, `nog_in_te_vullen`, `visie` en nog 2."
        ],
        id="tekst waar een blok moet",
    ),
    pytest.param(
        KOP + "rollen:\n  - mentor\n",
        [
            "6:3 verkeerde-soort rollen | Bij `rollen` staat een lijst; hier hoort een blok met sleutels. Schrijf sleutels met een dubbele punt."
        ],
        id="lijst waar een blok moet",
    ),
    pytest.param(
        KOP + "toerusting:\n  - uren\n",
        [
            "6:3 verkeerde-soort toerusting | Bij `toerusting` staat een lijst; hier hoort een blok met sleutels. Haal de streepjes weg en schrijf sleutels: `beleid`, `regie`, `taken`, `procedure`, `toelichting`, `elders_geregeld`, `nog_in_te_vullen`, `uren` en nog 2."
        ],
        id="lijst waar een element moet",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, onderwijssoorten: havo"),
        [
            "4:49 verkeerde-soort school.onderwijssoorten | Bij `school.onderwijssoorten` staat «havo»; hier hoort een lijst. Zet elk onderdeel op een eigen regel met een streepje ervoor: `- havo`."
        ],
        id="tekst waar een lijst moet",
    ),
    pytest.param(
        KOP + "communicatie:\n  procedure: eerst bellen wij de ouders, dan sturen wij een brief en daarna volgt een gesprek\n",
        [
            "6:14 verkeerde-soort communicatie.procedure | Bij `communicatie.procedure` staat «eerst bellen wij de ouders, dan sturen…»; hier hoort een lijst. Zet elk onderdeel op een eigen regel met een streepje en een spatie ervoor."
        ],
        id="lange tekst waar een lijst moet",
    ),
    pytest.param(
        KOP + "rollen:\n  docent: 5\n",
        [
            '6:11 verkeerde-soort rollen.docent | Bij `rollen.docent` staat het getal 5; hier hoort een tekst. Zet aanhalingstekens om de tekst: `docent: "5"`.'
        ],
        id="getal bij een rol",
    ),
    pytest.param(
        KOP + "rollen:\n  docent: {wei: x}\n",
        ["6:12 onbekende-sleutel rollen.docent.wei | De sleutel `wei` bestaat niet onder `rollen.docent`. Bedoelde u `wie`?"],
        id="onbekende sleutel bij een rol",
    ),
]
JA_EN_NEE_GETALLEN: list[Any] = [
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, leerlingen_18plus: yes"),
        [
            "4:50 ja-of-nee school.leerlingen_18plus | Bij `school.leerlingen_18plus` staat «yes»; hier hoort `ja` of `nee`. Schrijf `ja`."
        ],
        id="yes",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, leerlingen_18plus: off"),
        [
            "4:50 ja-of-nee school.leerlingen_18plus | Bij `school.leerlingen_18plus` staat «off»; hier hoort `ja` of `nee`. Schrijf `nee`."
        ],
        id="off",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, leerlingen_18plus: misschien"),
        [
            "4:50 ja-of-nee school.leerlingen_18plus | Bij `school.leerlingen_18plus` staat «misschien»; hier hoort `ja` of `nee`. Schrijf `ja` of `nee`."
        ],
        id="misschien",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, leerlingen_18plus: 3"),
        [
            "4:50 ja-of-nee school.leerlingen_18plus | Bij `school.leerlingen_18plus` staat het getal 3; hier hoort `ja` of `nee`. Schrijf `ja` of `nee`."
        ],
        id="getal waar ja of nee moet",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, aantal_leerlingen: negenhonderd"),
        [
            "4:50 getal school.aantal_leerlingen | Bij `school.aantal_leerlingen` staat «negenhonderd»; hier hoort een getal. Schrijf alleen een getal, bijvoorbeeld `16`."
        ],
        id="tekst waar een getal moet",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, lesuur_minuten: '50'"),
        [
            "4:47 getal school.lesuur_minuten | Bij `school.lesuur_minuten` staat «50»; hier hoort een getal. Schrijf alleen het getal, zonder eenheid of aanhalingstekens: `lesuur_minuten: 50`."
        ],
        id="getal tussen aanhalingstekens",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, lesuur_minuten: 50.5"),
        [
            "4:47 getal school.lesuur_minuten | Bij `school.lesuur_minuten` staat het getal 50.5; hier hoort een heel getal. Rond het getal af."
        ],
        id="breuk waar een heel getal moet",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, lesuur_minuten: 5"),
        [
            "4:47 getal school.lesuur_minuten | Bij `school.lesuur_minuten` staat het getal 5; dat is te klein. Vul een getal in van minstens 10."
        ],
        id="te klein",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, lesuur_minuten: 900"),
        [
            "4:47 getal school.lesuur_minuten | Bij `school.lesuur_minuten` staat het getal 900; dat is te groot. Vul een getal in van hooguit 240."
        ],
        id="te groot",
    ),
    pytest.param(
        KOP + "begrippen:\n  dreigend_thuiszitter: {aanwezigheid_van: 90%}\n",
        [
            "6:44 getal begrippen.dreigend_thuiszitter.aanwezigheid_van | Bij `begrippen.dreigend_thuiszitter.aanwezigheid_van` staat «90%»; hier hoort een getal. Schrijf alleen het getal, zonder eenheid of aanhalingstekens: `aanwezigheid_van: 90`."
        ],
        id="procentteken",
    ),
    pytest.param(
        KOP + "begrippen:\n  dreigend_thuiszitter: {aanwezigheid_tot: 195}\n",
        [
            "6:44 getal begrippen.dreigend_thuiszitter.aanwezigheid_tot | Bij `begrippen.dreigend_thuiszitter.aanwezigheid_tot` staat het getal 195; dat is te groot. Vul een getal in van hooguit 100."
        ],
        id="meer dan honderd procent",
    ),
    pytest.param(
        KOP + "begrippen:\n  dreigend_thuiszitter: {aanwezigheid_van: -1}\n",
        [
            "6:44 getal begrippen.dreigend_thuiszitter.aanwezigheid_van | Bij `begrippen.dreigend_thuiszitter.aanwezigheid_van` staat het getal -1; dat is te klein. Vul een getal in van minstens 0."
        ],
        id="minder dan nul procent",
    ),
]
SCHRIJFWIJZE: list[Any] = [
    pytest.param(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: 15-09-2026"),
        [
            "3:36 schrijfwijze beleid.vastgesteld_op | Bij `beleid.vastgesteld_op` staat «15-09-2026»; dat is geen datum. Bedoelde u `2026-09-15`?"
        ],
        id="datum andersom",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: 15 september 2026"),
        [
            "3:36 schrijfwijze beleid.vastgesteld_op | Bij `beleid.vastgesteld_op` staat «15 september 2026»; dat is geen datum. Bedoelde u `2026-09-15`?"
        ],
        id="datum met maandnaam",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: 2026-02-30"),
        [
            "3:36 datum beleid.vastgesteld_op | Bij `beleid.vastgesteld_op` staat «2026-02-30»; die dag bestaat niet. Controleer de dag en de maand; schrijf jaar, maand, dag."
        ],
        id="dag die niet bestaat",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: morgen"),
        [
            "3:36 schrijfwijze beleid.vastgesteld_op | Bij `beleid.vastgesteld_op` staat «morgen»; dat is geen datum. Schrijf jaar, maand en dag, bijvoorbeeld `2026-09-15`."
        ],
        id="geen datum",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: 2026"),
        [
            "3:36 verkeerde-soort beleid.vastgesteld_op | Bij `beleid.vastgesteld_op` staat het getal 2026; hier hoort een datum. Schrijf jaar, maand en dag, bijvoorbeeld `2026-09-15`."
        ],
        id="jaartal waar een datum moet",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, schooljaar: 2026/2027"),
        [
            "3:32 schrijfwijze beleid.schooljaar | Bij `beleid.schooljaar` staat «2026/2027»; dat is geen schooljaar. Bedoelde u `2026-2027`?"
        ],
        id="schooljaar met een schuine streep",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: T, schooljaar: 2026"),
        [
            "3:32 verkeerde-soort beleid.schooljaar | Bij `beleid.schooljaar` staat het getal 2026; hier hoort een schooljaar. Schrijf beide jaren, bijvoorbeeld `2026-2027`."
        ],
        id="schooljaar als jaartal",
    ),
    pytest.param(
        KOP + "melden_en_verlof:\n  melden: {tijdstip: '8.30 uur'}\n",
        [
            '6:22 schrijfwijze melden_en_verlof.melden.tijdstip | Bij `melden_en_verlof.melden.tijdstip` staat «8.30 uur»; dat is geen tijdstip. Bedoelde u `"08:30"`?'
        ],
        id="tijdstip met een punt",
    ),
    pytest.param(
        KOP + "melden_en_verlof:\n  melden: {tijdstip: 8.35}\n",
        [
            '6:22 verkeerde-soort melden_en_verlof.melden.tijdstip | Bij `melden_en_verlof.melden.tijdstip` staat het getal 8.35; hier hoort een tijdstip. Bedoelde u `"08:35"`?'
        ],
        id="tijdstip als breuk",
    ),
    pytest.param(
        KOP + "melden_en_verlof:\n  melden: {tijdstip: half negen}\n",
        [
            '6:22 schrijfwijze melden_en_verlof.melden.tijdstip | Bij `melden_en_verlof.melden.tijdstip` staat «half negen»; dat is geen tijdstip. Schrijf uren en minuten tussen aanhalingstekens, bijvoorbeeld `"08:30"`.'
        ],
        id="tijdstip in woorden",
    ),
    pytest.param(
        KOP + "langdurig_afwezig:\n  vrijstelling: {uiterlijk: 1 juli}\n",
        [
            "6:29 schrijfwijze langdurig_afwezig.vrijstelling.uiterlijk | Bij `langdurig_afwezig.vrijstelling.uiterlijk` staat «1 juli»; dat is geen dag in het jaar. Bedoelde u `07-01`?"
        ],
        id="dag in het jaar in woorden",
    ),
    pytest.param(
        KOP + "langdurig_afwezig:\n  vrijstelling: {uiterlijk: 02-30}\n",
        [
            "6:29 schrijfwijze langdurig_afwezig.vrijstelling.uiterlijk | Bij `langdurig_afwezig.vrijstelling.uiterlijk` staat «02-30»; dat is geen dag in het jaar. Schrijf maand en dag, bijvoorbeeld `07-01` voor 1 juli."
        ],
        id="dag in het jaar die niet bestaat",
    ),
    pytest.param(
        KOP + "melden_en_verlof:\n  melden: {uiterste_termijn: twee dagen}\n",
        [
            "6:30 schrijfwijze melden_en_verlof.melden.uiterste_termijn | Bij `melden_en_verlof.melden.uiterste_termijn` staat «twee dagen»; dat is geen hoeveelheid. Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`."
        ],
        id="hoeveelheid in woorden",
    ),
    pytest.param(
        KOP + "melden_en_verlof:\n  melden: {uiterste_termijn: 2}\n",
        [
            "6:30 verkeerde-soort melden_en_verlof.melden.uiterste_termijn | Bij `melden_en_verlof.melden.uiterste_termijn` staat het getal 2; hier hoort een hoeveelheid. Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`."
        ],
        id="hoeveelheid zonder eenheid",
    ),
    pytest.param(
        KOP + "check_en_nabellen:\n  frequentie: soms\n",
        [
            "6:15 schrijfwijze check_en_nabellen.frequentie | Bij `check_en_nabellen.frequentie` staat «soms»; dat is geen ritme. Schrijf bijvoorbeeld `week`, `6 weken`, `kwartaal`, `jaarlijks` of `4 keer per jaar`."
        ],
        id="ritme",
    ),
    pytest.param(
        KOP + "communicatie:\n  momenten: [{herhaling: af en toe}]\n",
        [
            "6:26 schrijfwijze communicatie.momenten[0].herhaling | Bij `communicatie.momenten[0].herhaling` staat «af en toe»; dat is geen ritme. Schrijf bijvoorbeeld `jaarlijks`, `kwartaal`, `bij_start` of `eenmalig`."
        ],
        id="herhaling",
    ),
    pytest.param(
        KOP.replace("regio: anders", "regio: Noord-Kennemerland"),
        [
            "4:38 schrijfwijze school.regio | Bij `school.regio` staat «Noord-Kennemerland»; dat is geen regio. Bedoelde u `noord-kennemerland`?"
        ],
        id="regio met hoofdletters",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, brin: 99zz"),
        ["4:37 schrijfwijze school.brin | Bij `school.brin` staat «99zz»; dat is geen BRIN-nummer. Bedoelde u `99ZZ`?"],
        id="BRIN in kleine letters",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, brin: onbekend"),
        [
            "4:37 schrijfwijze school.brin | Bij `school.brin` staat «onbekend»; dat is geen BRIN-nummer. Schrijf twee cijfers en twee hoofdletters, zo nodig met vestigingsnummer, bijvoorbeeld `99ZZ` of `99ZZ01`."
        ],
        id="BRIN onzin",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, website: www.school.example"),
        [
            "4:40 schrijfwijze school.website | Bij `school.website` staat «www.school.example»; dat is geen link. Schrijf het hele adres, beginnend met `https://`, `http://`, `mailto:` of `tel:`."
        ],
        id="link zonder https",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: vo, website: 'javascript:alert(1)'"),
        [
            "4:40 schrijfwijze school.website | Bij `school.website` staat «javascript:alert(1)»; dat is geen link. Schrijf het hele adres, beginnend met `https://`, `http://`, `mailto:` of `tel:`."
        ],
        id="gevaarlijke link",
    ),
    pytest.param(
        KOP + "huisstijl: {hoofdkleur: rood}\n",
        [
            '5:25 schrijfwijze huisstijl.hoofdkleur | Bij `huisstijl.hoofdkleur` staat «rood»; dat is geen kleur. Schrijf een hekje en zes tekens tussen aanhalingstekens, bijvoorbeeld `"#1b4f72"`.'
        ],
        id="kleur",
    ),
    pytest.param(
        KOP + "contacten:\n  - telefoon: bel de balie\n    email: mail de balie\n",
        [
            '6:15 schrijfwijze contacten[0].telefoon | Bij `contacten[0].telefoon` staat «bel de balie»; dat is geen telefoonnummer. Schrijf alleen cijfers, spaties en streepjes tussen aanhalingstekens, bijvoorbeeld `"072 555 00 00"`.',
            "7:12 schrijfwijze contacten[0].email | Bij `contacten[0].email` staat «mail de balie»; dat is geen e-mailadres. Schrijf een adres zoals `absent@school.example`.",
        ],
        id="telefoon en mailadres",
    ),
    pytest.param(
        KOP + "afwijkingen:\n  - norm: artikel 4\n",
        [
            "6:11 schrijfwijze afwijkingen[0].norm | Bij `afwijkingen[0].norm` staat «artikel 4»; dat is geen id van een norm. Neem het id over uit het rapport, bijvoorbeeld `nk2024.luxe.lpa`."
        ],
        id="id van een norm",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{trap: Te laat komen}]\n",
        [
            "6:20 schrijfwijze stappen_bij_afwezigheid.trappen[0].trap | Bij `stappen_bij_afwezigheid.trappen[0].trap` staat «Te laat komen»; dat is geen vast woord. Gebruik letters, cijfers, `_` en `-`, zonder spaties, bijvoorbeeld `te_laat_komen`."
        ],
        id="woord met spaties",
    ),
    pytest.param(
        KOP + "regionaal: {MSA x: 1}\n",
        [
            "5:1 onbekende-sleutel regionaal | Onder `regionaal` staan velden, maar geen van de gekozen kaders kent regionale velden. Zet het kader van uw regio bij `kaders`, of haal dit blok weg.",
            '5:13 sleutel regionaal["MSA x"] | De sleutel «MSA x» bij `regionaal` kan niet. Gebruik kleine letters, cijfers en `_`, zonder spaties.',
        ],
        id="regionale sleutel met hoofdletters",
    ),
]
VASTE_WOORDEN: list[Any] = [
    pytest.param(
        KOP.replace("titel: T", "titel: T, status: vastgestelt"),
        [
            "3:28 onbekend-woord beleid.status | Bij `beleid.status` staat «vastgestelt»; dat is hier geen bekend woord. Bedoelde u `vastgesteld`? Mogelijk zijn: `concept`, `ter_instemming` of `vastgesteld`."
        ],
        id="keuze, verschreven",
    ),
    pytest.param(
        KOP.replace("sector: vo", "sector: voortgezet onderwijs"),
        [
            "4:27 onbekend-woord school.sector | Bij `school.sector` staat «voortgezet onderwijs»; dat is hier geen bekend woord. Bedoelde u `vo`? Mogelijk zijn: `po`, `sbo`, `so`, `vo`, `pro`, `vso` of `mbo`."
        ],
        id="keuze, leesbare naam",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{stappen: [{bij: [{vergelijking: ongeveer}]}]}]\n",
        [
            "6:46 onbekend-woord stappen_bij_afwezigheid.trappen[0].stappen[0].bij[0].vergelijking | Bij `stappen_bij_afwezigheid.trappen[0].stappen[0].bij[0].vergelijking` staat «ongeveer»; dat is hier geen bekend woord. Mogelijk zijn: `vanaf`, `meer_dan`, `onder` of `elke`."
        ],
        id="keuze, niets wat erop lijkt",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{stappen: [{bij: [{signaal: te laat}]}]}]\n",
        [
            "6:41 onbekend-woord stappen_bij_afwezigheid.trappen[0].stappen[0].bij[0].signaal | Bij `stappen_bij_afwezigheid.trappen[0].stappen[0].bij[0].signaal` staat «te laat»; dat is hier geen bekend woord. Bedoelde u `te_laat`?"
        ],
        id="keuze uit een lange lijst",
    ),
    pytest.param(
        KOP + "registratie: {basis: 5}\n",
        [
            "5:22 onbekend-woord registratie.basis | Bij `registratie.basis` staat het getal 5; dat is hier geen bekend woord. Mogelijk zijn: `individueel_rooster`, `groepsrooster` of `schooltijden`."
        ],
        id="keuze, getal",
    ),
    pytest.param(
        KOP + "communicatie: {regie: mentro}\n",
        [
            "5:23 onbekend-woord communicatie.regie | Bij `communicatie.regie` staat «mentro»; die rol kennen wij niet. Bedoelde u `mentor`?"
        ],
        id="rol, verschreven",
    ),
    pytest.param(
        KOP + "communicatie: {regie: jongerenwerker}\n",
        [
            "5:23 onbekend-woord communicatie.regie | Bij `communicatie.regie` staat «jongerenwerker»; die rol kennen wij niet. Zet een eigen rol eerst onder `rollen:`, bijvoorbeeld `jongerenwerker: wie dit bij u doet`, of zet het kader van uw regio bij `kaders`."
        ],
        id="rol, onbekend",
    ),
    pytest.param(
        KOP + "rollen: {jongerenwerker: x}\ncommunicatie: {regie: jongerenwerkr}\n",
        [
            "6:23 onbekend-woord communicatie.regie | Bij `communicatie.regie` staat «jongerenwerkr»; die rol kennen wij niet. Bedoelde u `jongerenwerker`?"
        ],
        id="rol, eigen rol verschreven",
    ),
    pytest.param(
        KOP + "communicatie: {regie: ondersteuningscoördinator}\n",
        [
            "5:23 schrijfwijze communicatie.regie | Bij `communicatie.regie` staat «ondersteuningscoördinator»; dat is geen vast woord. Bedoelde u `oco`?"
        ],
        id="rol, geen vast woord maar wel bekend",
    ),
    pytest.param(
        KOP + "communicatie: {regie: js_coach}\n",
        [
            "5:23 onbekend-woord communicatie.regie | Bij `communicatie.regie` staat «js_coach»; die rol kennen wij niet. Zet een eigen rol eerst onder `rollen:`, bijvoorbeeld `js_coach: wie dit bij u doet`, of zet het kader van uw regio bij `kaders`."
        ],
        id="rol van een andere regio",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{stappen: [{acties: [{actie: belllen}]}]}]\n",
        [
            "6:42 onbekend-woord stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].actie | Bij `stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].actie` staat «belllen»; die actie kennen wij niet. Bedoelde u `contact`?"
        ],
        id="actie, synoniem verschreven",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{stappen: [{acties: [{actie: toveren}]}]}]\n",
        [
            "6:42 onbekend-woord stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].actie | Bij `stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].actie` staat «toveren»; die actie kennen wij niet. Kies een bekend woord, bijvoorbeeld `melden`, `registreren`, `registreren_ongeoorloofd`, `doorgeven`, `contact` of `gesprek`, of zet het kader van uw regio bij `kaders`."
        ],
        id="actie, onbekend",
    ),
    pytest.param(
        KOP + "stappen_bij_afwezigheid:\n  trappen: [{stappen: [{acties: [{vastlegging: [kluis]}]}]}]\n",
        [
            "6:49 onbekend-woord stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].vastlegging[0] | Bij `stappen_bij_afwezigheid.trappen[0].stappen[0].acties[0].vastlegging[0]` staat «kluis»; die plaats van vastlegging kennen wij niet. Kies een bekend woord, bijvoorbeeld `LVS`, `OPP`, `PvA`, `DUO`, `dossier` of `handmatig`, of zet het kader van uw regio bij `kaders`."
        ],
        id="plaats, onbekend",
    ),
]
PRIVACY: list[Any] = [
    pytest.param(
        KOP + "visie_en_doel:\n  visie: Leerling 111222333 is vaak ziek.\n",
        [
            "6:10 persoonsgegeven visie_en_doel.visie | Bij `visie_en_doel.visie` staat een getal dat een burgerservicenummer kan zijn. Haal het weg; in een beleid horen geen nummers van leerlingen of ouders."
        ],
        id="burgerservicenummer",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  visie: Leerling 1112.22.333 is vaak ziek.\n",
        [
            "6:10 persoonsgegeven visie_en_doel.visie | Bij `visie_en_doel.visie` staat een getal dat een burgerservicenummer kan zijn. Haal het weg; in een beleid horen geen nummers van leerlingen of ouders."
        ],
        id="burgerservicenummer met punten",
    ),
    pytest.param(
        KOP + "communicatie: {regie: '111222333'}\n",
        [
            "5:23 persoonsgegeven communicatie.regie | Bij `communicatie.regie` staat een getal dat een burgerservicenummer kan zijn. Haal het weg; in een beleid horen geen nummers van leerlingen of ouders."
        ],
        id="burgerservicenummer op de plaats van een woord",
    ),
    pytest.param(
        KOP.replace("titel: T", "titel: 111222333"),
        [
            "3:17 persoonsgegeven beleid.titel | Bij `beleid.titel` staat een getal dat een burgerservicenummer kan zijn. Haal het weg; in een beleid horen geen nummers van leerlingen of ouders."
        ],
        id="burgerservicenummer als getal",
    ),
    pytest.param(
        KOP + "visie_en_doel:\n  toelichting: De leerling is geboren op 12 maart 2010.\n",
        [
            "6:16 persoonsgegeven visie_en_doel.toelichting | Bij `visie_en_doel.toelichting` staat een geboortedatum. Haal de geboortedatum weg; een beleid gaat nooit over één leerling."
        ],
        id="geboortedatum",
    ),
    pytest.param(
        KOP + "contacten: [{functie: 'J. de Vries, geb. 12-03-1980'}]\n",
        [
            "5:23 persoonsgegeven contacten[0].functie | Bij `contacten[0].functie` staat een geboortedatum. Haal de geboortedatum weg; een beleid gaat nooit over één leerling."
        ],
        id="geboortedatum, kort",
    ),
]
REGIONAAL: list[Any] = [
    pytest.param(
        KOP + "regionaal: {msa: {trekker: oco}}\n",
        False,
        [
            "5:1 onbekende-sleutel regionaal | Onder `regionaal` staan velden, maar geen van de gekozen kaders kent regionale velden. Zet het kader van uw regio bij `kaders`, of haal dit blok weg."
        ],
        id="geen kader met regionale velden",
    ),
    pytest.param(
        KOP + "regionaal: nee\n",
        True,
        [
            "5:12 verkeerde-soort regionaal | Bij `regionaal` staat «nee»; hier hoort een blok met sleutels. Zet er sleutels onder, ingesprongen."
        ],
        id="geen blok",
    ),
    pytest.param(
        KOP + "regionaal: {mda: {}}\n",
        True,
        ["5:13 onbekende-sleutel regionaal.mda | De sleutel `mda` bestaat niet onder `regionaal`. Bedoelde u `msa`?"],
        id="onbekend blok",
    ),
    pytest.param(
        KOP + "regionaal: {mdo: {elk: 6 weken}}\n",
        True,
        ["5:19 onbekende-sleutel regionaal.mdo.elk | De sleutel `elk` bestaat niet onder `regionaal.mdo`. Bedoelde u `elke`?"],
        id="onbekende sleutel",
    ),
    pytest.param(
        KOP + "regionaal: {mdo: {trekker: oko}}\n",
        True,
        [
            "5:28 onbekend-woord regionaal.mdo.trekker | Bij `regionaal.mdo.trekker` staat «oko»; die rol kennen wij niet. Bedoelde u `oco`?"
        ],
        id="onbekende rol",
    ),
    pytest.param(
        KOP + "regionaal: {mdo: {verslag: yes}}\n",
        True,
        [
            "5:28 schrijfwijze regionaal.mdo.verslag | Bij `regionaal.mdo.verslag` staat «yes»; hier hoort `ja` of `nee`. Bedoelde u `ja`?"
        ],
        id="ja of nee",
    ),
    pytest.param(
        KOP + "regionaal: {mdo: {elke: soms}}\n",
        True,
        [
            "5:25 schrijfwijze regionaal.mdo.elke | Bij `regionaal.mdo.elke` staat «soms»; hier hoort een ritme. Schrijf bijvoorbeeld `week`, `6 weken`, `kwartaal`, `jaarlijks` of `4 keer per jaar`."
        ],
        id="ritme",
    ),
    pytest.param(
        KOP + "regionaal: {verzuimspreekuur: {minuten: tien}}\n",
        True,
        [
            "5:41 verkeerde-soort regionaal.verzuimspreekuur.minuten | Bij `regionaal.verzuimspreekuur.minuten` staat «tien»; hier hoort een heel getal. Schrijf alleen een getal, bijvoorbeeld `16`."
        ],
        id="tekst waar een getal moet",
    ),
    pytest.param(
        KOP + "regionaal: {verzuimspreekuur: {minuten: 1000}}\n",
        True,
        [
            "5:41 getal regionaal.verzuimspreekuur.minuten | Bij `regionaal.verzuimspreekuur.minuten` staat het getal 1000; dat is te groot. Vul een getal in van hooguit 240."
        ],
        id="te groot",
    ),
    pytest.param(
        KOP + "regionaal: {verzuimspreekuur: {minuten: -1}}\n",
        True,
        [
            "5:41 getal regionaal.verzuimspreekuur.minuten | Bij `regionaal.verzuimspreekuur.minuten` staat het getal -1; dat is te klein. Vul een getal in van minstens 0."
        ],
        id="te klein",
    ),
    pytest.param(
        KOP + "regionaal: {opschaling: 5}\n",
        True,
        [
            '5:25 verkeerde-soort regionaal.opschaling | Bij `regionaal.opschaling` staat het getal 5; hier hoort een tekst. Zet aanhalingstekens om de tekst: `"5"`.'
        ],
        id="getal waar tekst moet",
    ),
    pytest.param(
        KOP + "regionaal: {msa: {peildata: 09-01}}\n",
        True,
        [
            "5:29 verkeerde-soort regionaal.msa.peildata | Bij `regionaal.msa.peildata` staat «09-01»; hier hoort een lijst. Zet elk onderdeel op een eigen regel met een streepje en een spatie ervoor."
        ],
        id="tekst waar een lijst moet",
    ),
    pytest.param(
        KOP + "regionaal: {msa: [a]}\n",
        True,
        [
            "5:18 verkeerde-soort regionaal.msa | Bij `regionaal.msa` staat een lijst; hier hoort een blok met sleutels. Zet er sleutels onder, ingesprongen, elk met een dubbele punt."
        ],
        id="lijst waar een blok moet",
    ),
    pytest.param(
        KOP + "regionaal: {msa: {peildata: [9 september]}}\n",
        True,
        [
            "5:30 schrijfwijze regionaal.msa.peildata[0] | Bij `regionaal.msa.peildata[0]` staat «9 september»; hier hoort een dag in het jaar. Bedoelde u `09-09`?"
        ],
        id="patroon zonder bekende vorm",
    ),
    pytest.param(
        KOP + "regionaal: {opschaling: 'geboren op 12-03-2010'}\n",
        True,
        [
            "5:25 persoonsgegeven regionaal.opschaling | Bij `regionaal.opschaling` staat een geboortedatum. Haal de geboortedatum weg; een beleid gaat nooit over één leerling."
        ],
        id="geboortedatum",
    ),
]


@pytest.mark.parametrize(
    ("yaml", "verwacht"), [*FORMAAT, *SLEUTELS, *SOORT_WAARDE, *JA_EN_NEE_GETALLEN, *SCHRIJFWIJZE, *VASTE_WOORDEN, *PRIVACY]
)
def test_fout(yaml: str, verwacht: list[str]) -> None:
    assert fouten(yaml) == verwacht


@pytest.mark.parametrize(("yaml", "met_regio", "verwacht"), REGIONAAL)
def test_fout_onder_regionaal(yaml: str, met_regio: bool, verwacht: list[str]) -> None:
    assert fouten(yaml, noord_kennemerland() if met_regio else LEEG) == verwacht


FRAGMENT = {
    "type": "object",
    "required": ["team"],
    "properties": {
        "team": {
            "type": "object",
            "minProperties": 1,
            "properties": {
                "soort": {"enum": ["klein", "groot"]},
                "vast": {"const": "ja hoor"},
                "naam": {"type": "string", "minLength": 3, "maxLength": 5, "pattern": "^[a-z]+$"},
                "leden": {"type": "array", "uniqueItems": True, "minItems": 1, "maxItems": 2, "items": {"$ref": "#/$defs/Rol"}},
                "open": {"type": "boolean"},
                "bedrag": {"type": "number", "multipleOf": 5},
                "anders": {"not": {}},
            },
        },
        "vrij": {"type": "object", "maxProperties": 1},
    },
}


@pytest.mark.parametrize(
    ("blok", "zinnen"),
    [
        pytest.param("vrij: {a: 1}", ["Bij `regionaal` ontbreekt `team`. Voeg `team:` toe."], id="required"),
        pytest.param(
            "team: {soort: klien}",
            [
                "Bij `regionaal.team.soort` staat «klien»; dat is hier geen bekend woord. Bedoelde u `klein`? Mogelijk zijn: `klein` of `groot`."
            ],
            id="enum",
        ),
        pytest.param(
            "team: {vast: 5}",
            ["Bij `regionaal.team.vast` staat het getal 5; dat is hier geen bekend woord. Mogelijk zijn: `ja hoor`."],
            id="const",
        ),
        pytest.param(
            "team: {naam: ab}", ["De tekst bij `regionaal.team.naam` is te kort. Schrijf minstens 3 tekens."], id="minLength"
        ),
        pytest.param(
            "team: {naam: abcdef}", ["De tekst bij `regionaal.team.naam` is te lang. Schrijf hooguit 5 tekens."], id="maxLength"
        ),
        pytest.param(
            "team: {naam: ABC}",
            ["Bij `regionaal.team.naam` staat «ABC»; dat past hier niet. Kijk in een voorbeeldbeleid hoe dit veld eruitziet."],
            id="pattern",
        ),
        pytest.param(
            "team: {naam: 12}",
            ['Bij `regionaal.team.naam` staat het getal 12; hier hoort een tekst. Zet aanhalingstekens om de tekst: `"12"`.'],
            id="type string",
        ),
        pytest.param(
            "team: {leden: []}", ["Bij `regionaal.team.leden` staat te weinig. Hier horen er minstens 1."], id="minItems"
        ),
        pytest.param(
            "team: {leden: [oco, mentor, docent]}",
            ["Bij `regionaal.team.leden` staat te veel. Hier passen er hooguit 2."],
            id="maxItems",
        ),
        pytest.param(
            "team: {leden: [oco, oco]}",
            ["In de lijst bij `regionaal.team.leden` staat iets dubbel. Haal het dubbele weg."],
            id="uniqueItems",
        ),
        pytest.param(
            "team: {leden: [een lid]}",
            [
                "Bij `regionaal.team.leden[0]` staat «een lid»; hier hoort een vast woord. Gebruik letters, cijfers, `_` en `-`, zonder spaties, bijvoorbeeld `meldpunt`."
            ],
            id="$ref Rol",
        ),
        pytest.param(
            "team: {open: misschien}",
            ["Bij `regionaal.team.open` staat «misschien»; hier hoort `ja` of `nee`. Schrijf `ja` of `nee`."],
            id="type boolean",
        ),
        pytest.param(
            "team: {bedrag: 3}",
            [
                "Bij `regionaal.team.bedrag` staat het getal 3; dat past hier niet. Kijk in een voorbeeldbeleid hoe dit veld eruitziet."
            ],
            id="terugval",
        ),
        pytest.param(
            "team: {anders: 1}",
            [
                "Bij `regionaal.team.anders` staat het getal 1; dat past hier niet. Kijk in een voorbeeldbeleid hoe dit veld eruitziet."
            ],
            id="not",
        ),
        pytest.param("team: {}", ["Bij `regionaal.team` staat te weinig. Hier horen er minstens 1."], id="minProperties"),
        pytest.param(
            "team: {soort: klein}\n  vrij: {a: 1, b: 2}",
            ["Bij `regionaal.vrij` staat te veel. Hier passen er hooguit 1."],
            id="maxProperties",
        ),
        pytest.param(
            "team: {soort: klein, zoort: groot}",
            ["De sleutel `zoort` bestaat niet onder `regionaal.team`. Bedoelde u `soort`?"],
            id="onbekende sleutel",
        ),
        pytest.param(
            "team: {xyz: groot, soort: klein}",
            [
                "De sleutel `xyz` bestaat niet onder `regionaal.team`. Mogelijk zijn: `soort`, `vast`, `naam`, `leden`, `open`, `bedrag` of `anders`."
            ],
            id="vreemde sleutel",
        ),
    ],
)
def test_elke_regel_van_een_fragment_heeft_een_zin(blok: str, zinnen: list[str]) -> None:
    assert [fout.partition(" | ")[2] for fout in fouten(f"{KOP}regionaal:\n  {blok}\n", Uitbreiding(velden=FRAGMENT))] == zinnen


def test_alle_fouten_tegelijk_in_de_volgorde_van_het_bestand() -> None:
    yaml = (
        "formaat: 1\nkaders: [model16@2023]\nbeleid: {titel: T, status: klaar}\nschool: {naam: S, sector: vo, regio: anders}\n"
        "communicatie:\n  regie: mentro\n  tekst: x\nregionaal:\n  mdo: {elke: soms}\n"
    )
    assert [fout.split(" | ")[0] for fout in fouten(yaml, noord_kennemerland())] == [
        "3:28 onbekend-woord beleid.status",
        "6:10 onbekend-woord communicatie.regie",
        "7:3 onbekende-sleutel communicatie.tekst",
        "9:15 schrijfwijze regionaal.mdo.elke",
    ]


def test_nooit_meer_fouten_dan_iemand_kan_lezen() -> None:
    gevonden = fouten(KOP + "visie_en_doel:\n" + "".join(f"  sleutel{nummer}: x\n" for nummer in range(60)))
    assert len(gevonden) == 51
    assert (
        gevonden[-1]
        == "56:3 meer-fouten  | En nog 10 fouten in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw."
    )


def test_een_fout_zonder_eigen_zin_krijgt_de_terugval() -> None:
    source = parse_source(KOP.encode(), Path("beleid.yaml"))
    fout = ValidationError.from_exception_data("Beleid", [{"type": "frozen_instance", "loc": ("beleid", "titel"), "input": "T"}])
    (gevonden,) = translate(fout, source, kennis_van())
    assert (gevonden.regel, gevonden.zin, gevonden.remedie) == (
        3,
        "Bij `beleid.titel` (Titel) staat «T»; dat past hier niet.",
        "Kijk in een voorbeeldbeleid hoe dit veld eruitziet.",
    )


# ---- Wat er van een goed beleid overblijft ------------------------------------------------------------------------


def test_feiten_zijn_gewone_genormaliseerde_waarden() -> None:
    policy = parse(
        KOP.replace("titel: T", "titel: T, vastgesteld_op: 2026-09-15")
        + "rollen:\n  rector: de rector\n  mt: {wie: teamleider, ook_genoemd: [afdelingsleider]}\n  docent:\n"
        + "visie_en_doel:\n  visie:\n  doelen: [{streefwaarde: 95.0}, {streefwaarde: 0.5}]\n"
        + "melden_en_verlof:\n  melden: {door: [ouders, leerling], eerste_dag: ja, opnieuw_na_weekend: false, uiterste_termijn: 2 dag}\n"
        + "stappen_bij_afwezigheid:\n  trappen:\n    - stappen:\n        - bij: [{drempel: 4x}]\n"
        + "          acties: [{wie: coach, actie: bellen, vastlegging: [Magister]}]\n"
    )
    assert policy.feiten == {
        "formaat": 1,
        "kaders": ["model16@2023"],
        "beleid": {"titel": "T", "vastgesteld_op": "2026-09-15"},
        "school": {"naam": "S", "sector": "vo", "regio": "anders"},
        "rollen": {"directeur": "de rector", "mt": "teamleider"},
        "visie_en_doel": {"doelen": [{"streefwaarde": 95}, {"streefwaarde": 0.5}]},
        "melden_en_verlof": {
            "melden": {
                "door": ["ouder", "leerling"],
                "uiterste_termijn": "2 dagen",
                "eerste_dag": True,
                "opnieuw_na_weekend": False,
            }
        },
        "stappen_bij_afwezigheid": {
            "trappen": [
                {
                    "stappen": [
                        {
                            "bij": [{"drempel": "4 keer"}],
                            "acties": [{"wie": "mentor", "actie": "contact", "vastlegging": ["LVS"]}],
                        }
                    ]
                }
            ]
        },
    }
    assert json.loads(json.dumps(policy.feiten)) == policy.feiten
    assert policy.beleid.beleid.vastgesteld_op == date(2026, 9, 15)
    assert policy.meldingen_synoniemen == (
        Synoniem(("rollen", "rector"), "rector", "directeur"),
        Synoniem(("melden_en_verlof", "melden", "door", 0), "ouders", "ouder"),
        Synoniem(("stappen_bij_afwezigheid", "trappen", 0, "stappen", 0, "acties", 0, "wie"), "coach", "mentor"),
        Synoniem(("stappen_bij_afwezigheid", "trappen", 0, "stappen", 0, "acties", 0, "actie"), "bellen", "contact"),
        Synoniem(("stappen_bij_afwezigheid", "trappen", 0, "stappen", 0, "acties", 0, "vastlegging", 0), "Magister", "LVS"),
    )
    assert policy.waarschuwingen == ()


def test_regionale_feiten_zijn_ook_genormaliseerd() -> None:
    velden = {
        "type": "object",
        "properties": {
            "a": {"$ref": "#/$defs/Hoeveelheid"},
            "b": {"type": "array", "items": {"$ref": "#/$defs/Rol"}},
            "c": {"$ref": "#/$defs/JaNee"},
            "d": {"type": "boolean"},
            "e": {"$ref": "#/$defs/Zin"},
        },
    }
    policy = parse(KOP + "regionaal: {a: 4x, b: [coach, oco], c: nee, d: true, e: }\n", Uitbreiding(velden=velden))
    assert policy.feiten["regionaal"] == {"a": "4 keer", "b": ["mentor", "oco"], "c": False, "d": True}
    assert policy.meldingen_synoniemen == (Synoniem(("regionaal", "b", 0), "coach", "mentor"),)


def test_half_geschreven_beleid_laadt() -> None:
    policy = parse(KOP + "visie_en_doel:\n  visie:\nrollen:\nregionaal: {msa: }\ntoerusting: {}\n")
    assert {naam: policy.feiten.get(naam) for naam in ("visie_en_doel", "rollen", "regionaal", "toerusting")} == {
        "visie_en_doel": {},
        "rollen": None,
        "regionaal": {},
        "toerusting": {},
    }


def test_eigen_rol_van_de_school_is_een_rol() -> None:
    assert parse(KOP + "rollen: {jongerenwerker: de jongerenwerker}\ncommunicatie: {regie: jongerenwerker}\n").feiten[
        "communicatie"
    ] == {"regie": "jongerenwerker"}


def test_bijna_bekende_woorden_zijn_een_waarschuwing() -> None:
    policy = parse(
        KOP
        + "rollen: {menter: x}\nlangdurig_afwezig:\n  voorzieningen: [opvangclas, opvangklas, Afstandsonderwijs, eigen plek]\n"
        "samenwerking:\n  partners: [{betrekken_als: [te_laat, medisch_reden]}]\n"
    )
    assert [f"{fout.regel}:{fout.kolom} {fout.zin} {fout.remedie}" for fout in policy.waarschuwingen] == [
        "5:10 De eigen rol `menter` lijkt op de bekende rol `mentor`. Bedoelde u `mentor`? Zo niet, dan blijft uw eigen rol staan.",
        "7:19 Bij `langdurig_afwezig.voorzieningen[0]` staat «opvangclas»; dat lijkt op het bekende woord `opvangklas`. Bedoelde u `opvangklas`? Zo niet, dan blijft uw eigen woord staan.",
        "7:43 Bij `langdurig_afwezig.voorzieningen[2]` staat «Afstandsonderwijs»; dat lijkt op het bekende woord `afstandsonderwijs`. Bedoelde u `afstandsonderwijs`? Zo niet, dan blijft uw eigen woord staan.",
        "9:40 Bij `samenwerking.partners[0].betrekken_als[1]` staat «medisch_reden»; dat lijkt op het bekende woord `medische_reden`. Bedoelde u `medische_reden`? Zo niet, dan blijft uw eigen woord staan.",
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("Bel 072 555 00 00 of 0612345678.", id="telefoonnummer"),
        pytest.param("Bel +31 612345673 of +31612345673.", id="telefoonnummer met landnummer"),
        pytest.param("Leerlingen geboren op of na 1 oktober 2010", id="peildatum voor geboorte"),
        pytest.param("Het verlof begint op 12-03-2010.", id="gewone datum"),
        pytest.param("Leerling 111222334 is vaak ziek.", id="negen cijfers zonder elfproef"),
        pytest.param("KvK 12345678, nummer 1112223330", id="acht en tien cijfers"),
        pytest.param("000000000", id="nullen"),
        pytest.param("Het gebouw is gebouwd op 12-03-2010.", id="gebouwd"),
    ],
)
def test_geen_persoonsgegeven(tekst: str) -> None:
    assert personal_data(tekst) == ""


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        pytest.param("bsn 111222333", "bsn", id="los"),
        pytest.param("bsn: 111 222 333.", "bsn", id="met spaties"),
        pytest.param("(1112.22.333)", "bsn", id="met punten"),
        pytest.param("geb. 1-3-10", "geboortedatum", id="kort"),
        pytest.param("Geboren te Alkmaar op 1 maart 2010", "geboortedatum", id="met plaats"),
        pytest.param("geboortedatum: 2010-03-12", "geboortedatum", id="iso"),
        pytest.param("geboren vrijdag 12/3/2010", "geboortedatum", id="met dag"),
    ],
)
def test_persoonsgegeven(tekst: str, soort: str) -> None:
    assert personal_data(tekst) == soort


def test_een_persoonsgegeven_wordt_niet_herhaald() -> None:
    assert "111222333" not in "".join(fouten(KOP + "school: 111222333\n".replace("school", "registratie") + "beleid2: 1\n"))


# ---- Het voorbeeld en verzonnen invoer ----------------------------------------------------------------------------

VOORBEELD = example_dir() / "polderlicht-college-vo.yaml"


def test_voorbeeld_parst_zonder_opmerkingen() -> None:
    policy = parse_policy(read_source(VOORBEELD), PEILDATUM, noord_kennemerland())
    assert policy.meldingen_synoniemen == ()
    assert policy.waarschuwingen == ()
    assert policy.feiten["regionaal"]["mdo"]["verslag"] is True
    assert policy.feiten["rollen"]["mt"] == "teamleider van de afdeling"


def test_dezelfde_invoer_geeft_dezelfde_feiten() -> None:
    een, twee = (parse_policy(read_source(VOORBEELD), PEILDATUM, noord_kennemerland()) for _ in range(2))
    assert json.dumps(een.feiten) == json.dumps(twee.feiten)


@pytest.mark.traag
def test_parsen_is_snel() -> None:
    source, uitbreiding = read_source(VOORBEELD), noord_kennemerland()
    parse_policy(source, PEILDATUM, uitbreiding)
    duren = []
    for _ in range(20):
        begin = time.perf_counter()
        parse_policy(source, PEILDATUM, uitbreiding)
        duren.append(time.perf_counter() - begin)
    assert sorted(duren)[10] < 0.010  # gemeten: 3 tot 4 ms voor 43 kB; de grens laat ruimte voor een drukke machine


YAML_WAARDEN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-10, 10**12), st.floats(-1e6, 1e6), st.text(max_size=20)),
    lambda kind: st.one_of(st.lists(kind, max_size=3), st.dictionaries(st.text(min_size=1, max_size=10), kind, max_size=3)),
    max_leaves=8,
)
SLEUTELNAMEN = [
    "formaat",
    "kaders",
    "beleid",
    "school",
    "rollen",
    "regionaal",
    "stappen_bij_afwezigheid",
    "melden_en_verlof",
    "medezeggenschap",
    "x y",
]


@settings(max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(SLEUTELNAMEN), YAML_WAARDEN, max_size=5))
def test_elke_invoer_is_een_beleid_of_een_nette_fout(data: dict[str, Any]) -> None:
    for uitbreiding in (LEEG, noord_kennemerland()):
        for fout in alle_fouten(json.dumps(data), uitbreiding):
            assert fout.zin.endswith((".", "?"))
            assert fout.remedie
            assert min(fout.regel, fout.kolom) >= 1


def alle_fouten(yaml: str, uitbreiding: Uitbreiding) -> tuple[Fault, ...]:
    try:
        parse(yaml, uitbreiding)
    except UnreadableFileError as fout:
        return fout.faults
    return ()
