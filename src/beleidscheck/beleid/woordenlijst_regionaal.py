"""Woorden die maar één regio heeft; zij verhuizen naar de woordenlijst van het kader van die regio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from beleidscheck.beleid.woordinfo import Actieinfo, Woordinfo

if TYPE_CHECKING:
    from collections.abc import Mapping

A: TypeAlias = Actieinfo
W: TypeAlias = Woordinfo

REGIONAAL_ROLLEN: Final[dict[str, W]] = {
    "poh": W(
        "praktijkondersteuner van de huisarts",
        "ondersteunt de huisarts, vaak bij psychische klachten",
        "de",
        "praktijkondersteuners van de huisarts",
    ),
    "js_coach": W(
        "Jeugd & Schoolcoach",
        "coach voor leerling en gezin in het voortgezet onderwijs; alleen met instemming van de ouder",
        "de",
        "Jeugd & Schoolcoaches",
        ("J&S-coach", "J&S", "jeugd-_en_schoolcoach", "jeugd_en_schoolcoach"),
    ),
    "consulent": W(
        "consulent passend onderwijs",
        "adviseert de school namens het samenwerkingsverband",
        "de",
        "consulenten passend onderwijs",
        ("vo-consulent", "consulent_passend_onderwijs"),
    ),
    "swv": W(
        "samenwerkingsverband",
        "het samenwerkingsverband passend onderwijs",
        "het",
        "samenwerkingsverbanden",
        ("SWVNK", "samenwerkingsverband"),
    ),
    "kernteam": W("kernteam", "het team dat op school preventief casussen bespreekt", "het", "kernteams"),
    "jeugdteam": W("jeugdteam", "het jeugdteam dat op school werkt", "het", "jeugdteams"),
    "cjg_coach": W("CJG-coach", "coach van het Centrum voor Jeugd en Gezin", "de", "CJG-coaches"),
}
REGIONAAL_ACTIES: Final[dict[str, A]] = {
    "mdo_organiseren": A(
        "multidisciplinair overleg organiseren",
        "een overleg met ouders, leerling en partners organiseren",
        zin="organiseert een multidisciplinair overleg",
        zin_met="organiseert een multidisciplinair overleg met {met}",
    ),
    "mdo_evalueren": A(
        "multidisciplinair overleg evalueren",
        "de afspraken van het overleg evalueren",
        zin="evalueert het multidisciplinair overleg",
        zin_met="evalueert het multidisciplinair overleg met {met}",
    ),
    "msa_melden": A(
        "opnemen in de Monitor School Aanwezigheid",
        "de leerling opnemen in de Monitor School Aanwezigheid",
        aard="registreren",
        zin="neemt de leerling op in de Monitor School Aanwezigheid",
        zin_met="neemt de leerling op in de Monitor School Aanwezigheid, samen met {met}",
    ),
    "verzuimspreekuur": A(
        "preventief spreekuur van leerplicht",
        "een gesprek op het preventieve spreekuur van leerplicht",
        aard="contact",
        zin="ontvangt de leerling op het preventieve spreekuur",
        zin_met="ontvangt {met} op het preventieve spreekuur",
    ),
}
REGIONAAL_PLAATSEN: Final[dict[str, W]] = {
    "MSA": W(
        "Monitor School Aanwezigheid", "de regionale monitor van leerlingen met zorgelijke afwezigheid", "de", "", ("monitor",)
    ),
    "TopDossier": W("TopDossier", "het dossier dat school en samenwerkingsverband delen", "het", "", ("TD",)),
}
REGIONAAL_WOORDEN: Final[dict[str, W]] = {
    "tier_1": W("niveau 1", "aanwezigheid van 95 procent of meer"),
    "tier_2": W("niveau 2", "aanwezigheid tussen 90 en 95 procent"),
    "tier_3": W("niveau 3", "aanwezigheid onder 90 procent"),
    "absoluut_verzuim": W("absoluut verzuim", "de leerling staat op geen enkele school ingeschreven"),
    "dreigend_thuiszitter": W("dreigend thuiszitter", "de leerling dreigt thuis te komen zitten"),
    "dreigend_thuiszitter_op_frequentie": W(
        "dreigend thuiszitter op grond van frequentie", "vaak afwezig, waardoor thuiszitten dreigt"
    ),
    "thuiszitter": W("thuiszitter", "de leerling zit thuis zonder passend aanbod"),
    "alle_betrokkenen": W("alle betrokkenen", "iedereen die bij het overleg was of had moeten zijn"),
    "duo_overig_verzuim": W("melding als overig verzuim via DUO", "melden via het verzuimloket als overig verzuim"),
    "alle": W("alle leeftijden", "er is geen leeftijdsgrens"),
    "ouder_mailen": W("ouder mailen", "de school mailt de ouder vooraf"),
    "lpa_mailen": W("leerplichtambtenaar mailen", "de school mailt de leerplichtambtenaar vooraf"),
    "selecteren": W("leerlingen kiezen", "de school kiest wie op het spreekuur komt"),
    "naw_lijst": W("lijst met namen en adressen", "de school levert een lijst met gegevens"),
    "inplannen": W("inplannen", "de school plant de gesprekken"),
    "leerling_uitnodigen": W("leerling uitnodigen", "de school nodigt de leerling uit"),
    "duo_melding_spreekuur": W("melding spreekuur via DUO", "de school meldt het spreekuur via DUO"),
    "verzuimoverzicht": W("verzuimoverzicht", "de school levert het overzicht van de afwezigheid"),
    "eerdere_duo_melding": W("eerdere melding via DUO", "er is al eerder gemeld"),
    "contraeffectief": W("werkt averechts", "het spreekuur zou averechts werken"),
    "direct_meer_nodig": W("direct meer nodig", "er is meteen meer nodig dan een spreekuur"),
    "eerdere_halt_waarschuwing": W("eerdere Halt-waarschuwing", "de leerling kreeg al een waarschuwing voor Halt"),
    "topdossier_opp": W("ontwikkelingsperspectief in TopDossier", "het ontwikkelingsperspectief staat in TopDossier"),
    "topdossier_mdo_verslag": W(
        "verslag van het overleg in TopDossier", "het verslag van het multidisciplinair overleg staat in TopDossier"
    ),
    "topdossier_toestemming": W("toestemming in TopDossier", "de toestemming van de ouders staat in TopDossier"),
}

#: Alles bij elkaar, per soort zoals in `Uitbreiding`.
REGIONAAL: Final[dict[str, Mapping[str, Woordinfo]]] = {
    "rollen": REGIONAAL_ROLLEN,
    "acties": REGIONAAL_ACTIES,
    "plaatsen": REGIONAAL_PLAATSEN,
    "woorden": REGIONAAL_WOORDEN,
}
