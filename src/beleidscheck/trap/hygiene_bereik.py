"""Wat er ontbreekt: een stap voor niemand, een groep leerlingen of een soort afwezigheid zonder stap, een actie zonder uitvoerder."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.reikwijdte import reach
from beleidscheck.trap.verloop import PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.trap.ladder import Ladder, Pad, Signaal, Stap
    from beleidscheck.trap.reikwijdte import Reikwijdte

_VOLWASSEN: Final = 18
#: Signalen waarvan een school die ze bij de ene groep telt, zich zal afvragen waarom niet bij de andere.
_GETELD: Final = (
    "ziekmeldingen",
    "ziek_aaneengesloten",
    "ziekte_uren",
    "ongeoorloofde_uren",
    "ongeoorloofd_aaneengesloten",
    "te_laat",
    PEIL,
)
#: Per geregistreerde soort afwezigheid: de signalen die haar opmerken, en hoe een lezer haar in eigen woorden noemt.
_MERKT_OP: Final[dict[str, tuple[frozenset[str], str]]] = {
    "ziek": (
        frozenset({
            "ziekmeldingen", "ziek_aaneengesloten", "ziekte_uren", "nog_ziek_na_weekend", "zorgwekkend_ziekteverzuim",
            "opvallende_afwezigheid", "geoorloofd_aaneengesloten", "geoorloofde_uren", "medische_reden", "ziek_en_ongeoorloofd",
        }),
        r"\bziek",
    ),
    "ongeoorloofd": (
        frozenset({
            "ongeoorloofde_uren", "ongeoorloofd_aaneengesloten", "luxe_verzuim", "afwezig_zonder_bericht", "vermoeden_ongeoorloofd",
            "twijfel_geoorloofd", "opvallende_afwezigheid", "ziek_en_ongeoorloofd",
        }),
        r"ongeoorloofd|spijbel|zonder (?:geldige )?(?:reden|bericht)",
    ),
    "ongeoorloofd_te_laat": (frozenset({"te_laat"}), r"\bte laat"),
}  # fmt: skip
#: Per soort afwezigheid met een verplichte melding: bij welke signalen die melding hoort.
_MELDT_BIJ: Final[dict[str, frozenset[str]]] = {
    "ongeoorloofd": _MERKT_OP["ongeoorloofd"][0],
    "ongeoorloofd_te_laat": _MERKT_OP["ongeoorloofd_te_laat"][0],
    "door_school_geinitieerd": frozenset({"schorsing", "uit_de_les_gestuurd"}),
}
_MELDEN: Final = frozenset({"duo_melden", "lpa_melden", "inspectie_melden"})
_INSTANTIES: Final = frozenset({"leerplichtambtenaar", "doorstroompunt", "inspectie"})
#: Functies binnen de school; wie zij hier zijn, moet de school zeggen.
_FUNCTIES: Final = frozenset({
    "directeur", "mt", "meldpunt", "docent", "mentor", "leerjaarcoordinator", "verzuimcoordinator", "oco", "ondersteuningsteam",
    "schoolaanwezigheidsteam", "functionaris_gegevensbescherming", "decaan", "stagebegeleider", "vertrouwenspersoon",
    "schoolmaatschappelijk_werk",
})  # fmt: skip


def steps_for_nobody(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the steps that hold for no pupil of this school."""
    for stap in ladder.stappen:
        if stap.bereik and (reden := _nobody(reach(stap), gegevens)):
            yield Gebrek(Kwaal.VOOR_NIEMAND, ((*stap.pad, "geldt_voor"),), stap, detail=reden[0], woorden=reden[1])


def _nobody(wijdte: Reikwijdte, gegevens: Gegevens) -> tuple[str, tuple[str, ...]] | None:
    if leeg := wijdte.for_nobody():
        leeftijden = (str(wijdte.van), str(wijdte.tot)) if leeg == "leeftijd" else ()
        return (leeg, leeftijden)
    if gegevens.volwassenen is False and wijdte.van >= _VOLWASSEN:
        return ("volwassenen", ())
    for naam, gevraagd, bekend in (
        ("locatie", wijdte.locaties, gegevens.locaties),
        ("leerjaar", wijdte.leerjaren, gegevens.leerjaren),
        ("onderwijssoort", wijdte.onderwijssoorten, gegevens.onderwijssoorten),
    ):
        if gevraagd is not None and bekend and not any(_same(waarde, ander, naam) for waarde in gevraagd for ander in bekend):
            return (naam, tuple(sorted(gevraagd)))
    return None


def _same(waarde: str, bekend: str, naam: str) -> bool:
    een, ander = waarde.strip().casefold(), bekend.strip().casefold()
    return een == ander or (naam == "onderwijssoort" and (een.startswith(ander) or ander.startswith(een)))


def groups_without_step(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield, for each counted signal, the pupils for whom no step has it while for others one does."""
    for naam in _GETELD:
        stappen = [(stap, signaal) for stap in ladder.stappen for signaal in stap.signalen if signaal.naam == naam]
        wijdtes = [reach(stap) for stap, _ in stappen]
        if not stappen or any(stap.for_everyone() for stap, _ in stappen):
            continue
        for dimensie, mist in _missing(wijdtes, gegevens):
            paden = tuple(dict.fromkeys(stap.pad for stap, _ in stappen))
            yield Gebrek(Kwaal.GROEP_ZONDER, paden, *stappen[0], detail=dimensie, woorden=mist)


def _missing(wijdtes: Sequence[Reikwijdte], gegevens: Gegevens) -> Iterator[tuple[str, tuple[str, ...]]]:
    echt = [wijdte for wijdte in wijdtes if not wijdte.for_nobody()]
    for dimensie, bekend, toegelaten in (
        ("locatie", gegevens.locaties, [wijdte.locaties for wijdte in echt]),
        ("leerjaar", gegevens.leerjaren, [wijdte.leerjaren for wijdte in echt]),
        ("onderwijssoort", gegevens.onderwijssoorten, [wijdte.onderwijssoorten for wijdte in echt]),
    ):
        mist = tuple(
            waarde
            for waarde in bekend
            if not any(namen is None or any(_same(waarde, naam, dimensie) for naam in namen) for namen in toegelaten)
        )
        if mist and len(mist) < len(bekend):
            yield dimensie, mist
    tot = None
    for eerste, tweede in pairwise(sorted((wijdte.van, wijdte.tot) for wijdte in echt)):
        tot = eerste[1] if tot is None else max(tot, eerste[1])
        if tot < tweede[0]:
            yield "leeftijd", (str(tot), str(tweede[0]))


# ---- Wat geregistreerd of gemeld wordt en in geen stap voorkomt ---------------------------------------------------------


def absences_without_step(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the kinds of absence that the school registers but does nothing about in any step."""
    namen = {signaal.naam for stap in ladder.stappen for signaal in stap.signalen}
    if not namen or PEIL in namen:  # zonder ladder zeggen de normen het; een percentage telt alle afwezigheid
        return
    teksten = " ".join(_texts(ladder)).casefold()
    soorten: dict[str, Pad] = {}
    for lijst, sleutel in (("categorieen", "code"), ("typen", "type")):
        for pad, rij in gegevens.rows(lijst):
            soorten.setdefault(str(rij.get(sleutel, "")), (*pad, sleutel))
    for soort, (signalen, in_woorden) in _MERKT_OP.items():
        if soort in soorten and not signalen & namen and not re.search(in_woorden, teksten):
            yield Gebrek(Kwaal.GEEN_STAP, (soorten[soort],), detail=soort)


def _texts(ladder: Ladder) -> Iterator[str]:
    for stap in ladder.stappen:
        for signaal in stap.signalen:
            yield signaal.toelichting
        for actie in stap.acties:
            yield from (
                actie.voorwaarde,
                str(actie.bijzonderheden.get("toelichting", "")),
                " ".join(actie.telt).replace("_", " "),
            )


def reports_without_step(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the kinds of absence with a compulsory report that no step makes."""
    for pad, rij in gegevens.rows("typen"):
        signalen = _MELDT_BIJ.get(str(rij.get("type", "")))
        if signalen is None or rij.get("melding") != "verplicht":
            continue
        stappen = [
            stap
            for stap in ladder.stappen
            if stap.trap == rij.get("trap") or any(signaal.naam in signalen for signaal in stap.signalen)
        ]
        if stappen and not any(_reports(ladder, stap) for stap in stappen):
            paden = ((*pad, "melding"), *(stap.pad for stap in stappen[:2]))
            yield Gebrek(Kwaal.GEEN_MELDING, paden, stappen[0], detail=str(rij["type"]))


def _reports(ladder: Ladder, stap: Stap) -> bool:
    return any(actie.actie in _MELDEN or _INSTANTIES & {*actie.met} for actie in ladder.actions(stap))


def unfilled_actors(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the functions that must do something in a step while the school does not say who that is, once each."""
    if gegevens.uitvoerders is None:
        return
    gezien: dict[str, list[tuple[Stap, Pad]]] = {}
    for stap in ladder.stappen:
        for actie in stap.acties:
            if actie.wie in _FUNCTIES and actie.wie not in gegevens.uitvoerders:
                gezien.setdefault(actie.wie, []).append((stap, actie.pad))
    for rol, plekken in gezien.items():
        paden = tuple(dict.fromkeys(pad for _, pad in plekken))
        yield Gebrek(Kwaal.NIEMAND, paden, plekken[0][0], detail=rol, woorden=(str(len(plekken)),))


# ---- De stappen zelf ----------------------------------------------------------------------------------------------------


def broken_steps(ladder: Ladder) -> Iterator[Gebrek]:
    """Yield steps without a signal or an action, with nothing before them to include, or with a name that is taken."""
    ids: dict[str, Stap] = {}
    for stap in ladder.stappen:
        if not stap.signalen:
            yield Gebrek(Kwaal.NOOIT, ((*stap.pad, "bij"),), stap, detail="geen signaal")
        elif not stap.acties and not ladder.actions(stap):
            yield Gebrek(Kwaal.LEEG, ((*stap.pad, "acties"),), stap, stap.signalen[0])
        if stap.inclusief_vorige and not _has_earlier(ladder, stap):
            yield Gebrek(Kwaal.GEEN_VORIGE, ((*stap.pad, "inclusief_vorige"),), stap, _first_signal(stap))
        if stap.id and stap.id in ids:
            yield Gebrek(Kwaal.DUBBEL_ID, ((*stap.pad, "id"), (*ids[stap.id].pad, "id")), stap, detail=stap.id)
        ids.setdefault(stap.id, stap)


def _has_earlier(ladder: Ladder, stap: Stap) -> bool:
    namen = {signaal.naam for signaal in stap.signalen}
    return any(signaal.naam in namen for eerder in ladder.earlier(stap) for signaal in eerder.signalen)


def _first_signal(stap: Stap) -> Signaal | None:
    return stap.signalen[0] if stap.signalen else None
