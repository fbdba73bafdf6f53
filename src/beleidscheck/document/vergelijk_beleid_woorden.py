"""De woorden van een vergelijking van twee versies: hoe een feit heet, wat er stond en wat er komt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import boom, regionale_boom
from beleidscheck.beleid.woorden import label
from beleidscheck.document.beleid_acties import short_action
from beleidscheck.document.namen import Namen
from beleidscheck.document.rapport_woorden import clip
from beleidscheck.document.signaalzin import signal_phrase
from beleidscheck.document.taal import capitalise, date_nl, enumerate_nl, figure, quantity_nl, rhythm_nl, sentence
from beleidscheck.vergelijk.beleid_model import Aard, Plek

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.beleid.woorden import Uitbreiding
    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Rij, Trapstap, Verschil, Waar

_NUMMER: Final = re.compile(r"^[0-9]+\. ")
_NIETS_WEG: Final = "Niets gaat weg."
_NIETS_ERBIJ: Final = "Er komt niets bij."
_STIL: Final = (_NIETS_WEG, _NIETS_ERBIJ)
NIETS: Final = "Staat er niet."
#: Zoveel van een tekst staat in een cel; van een langere tekst het deel dat verandert.
_MAX_TEKST: Final = 320
_OMGEVING: Final = 90
AARD_UITLEG: Final[dict[Aard, str]] = {
    Aard.STRENGER: "de school doet eerder, vaker of meer iets, of een norm vraagt wat er nu staat",
    Aard.SOEPELER: "de school doet later, minder vaak of minder, of wat een norm vraagt, staat er niet meer",
    Aard.ANDERS: "er verandert iets, en een programma kan niet zeggen of het meer of minder is: dat ziet alleen een lezer",
    Aard.REDACTIONEEL: "dezelfde woorden anders geschreven, of iets over het document zelf",
}


class Verwoorder:
    """Kent de namen van de school en van de velden, en maakt van een verschil leesbare tekst."""

    def __init__(self, report: Report) -> None:
        assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
        feiten = report.policy.feiten
        self.uitbreiding: Uitbreiding = report.policy.uitbreiding
        self.namen = Namen(feiten.get("rollen", {}), self.uitbreiding, report.sector)

    def chapter(self, onderwerp: str) -> str:
        """Return the title of a chapter of the policy."""
        veld = boom().velden.get(onderwerp)
        return veld.titel if veld is not None else capitalise(onderwerp.replace("_", " "))

    def subject(self, rij: Rij) -> str:
        """Return what a row is about: "Melden: uiterste termijn", "Verlof: bijzonder", "Stap ziekte-2 (trap ziekte)"."""
        stap = rij.stap_wordt or rij.stap_was
        if stap is not None:
            return f"Stap «{clip(stap.naam, 80)}» (trap {self.namen.word(stap.trap)})" if stap.trap else f"Stap «{clip(stap.naam, 80)}»"
        waar = rij.waar
        eerste, *rest = [*self._names(waar)] or [""]
        return ": ".join((eerste, *map(_small, rest))) or self.chapter(str(waar[0]))

    def _names(self, waar: Waar) -> Iterator[str]:
        for nummer, deel in enumerate(waar):
            veld = self.field(waar[: nummer + 1])
            if isinstance(deel, Plek):
                naam = f"onderdeel {deel.waarde}" if not deel.sleutel else self.value(self._key_field(veld, deel), deel.waarde)
                yield clip(naam, 80)
            elif nummer:
                yield veld.titel if veld is not None and veld.titel else label(deel, uitbreiding=self.uitbreiding)

    @staticmethod
    def _key_field(veld: Veld | None, plek: Plek) -> Veld | None:
        return veld.velden.get(plek.sleutel) if veld is not None else None

    def field(self, waar: Waar) -> Veld | None:
        """Return the field of the format at this place, or `None` when it has no description."""
        plek: Veld | None = boom()
        for nummer, deel in enumerate(waar):
            if plek is None:
                return None
            if isinstance(deel, Plek):
                plek = plek.item
            elif nummer == 0 and deel == "regionaal":
                plek = regionale_boom(self.uitbreiding.velden) if self.uitbreiding.velden else None
            elif plek.vrij is not None:
                plek = plek.vrij
            else:
                plek = plek.velden.get(deel)
        return plek

    def value(self, veld: Veld | None, waarde: Any) -> str:  # noqa: ANN401, PLR0911 - één tak per soort waarde
        """Return a value as a reader sees it."""
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, int | float):
            return figure(waarde)
        if isinstance(waarde, list):
            return enumerate_nl(self.value(veld.item if veld is not None else None, deel) for deel in waarde)
        if isinstance(waarde, dict):
            return "; ".join(
                f"{'' if sleutel == 'elke' else f'{self._title(veld, sleutel)}: '}{self.value(veld.velden.get(sleutel) if veld is not None else None, deel)}"
                for sleutel, deel in waarde.items()
            )
        tekst = str(waarde)
        match veld.veldtype if veld is not None else "":
            case "datum":
                return date_nl(tekst)
            case "hoeveelheid":
                return quantity_nl(tekst)
            case "ritme":
                return rhythm_nl(tekst)
            case "woord":
                return self._word(veld, tekst)
            case _:
                return tekst

    def _word(self, veld: Veld | None, woord: str) -> str:
        soort = veld.woorden if veld is not None else ""
        if soort == "rol":
            return self.namen.role(woord)
        return self.namen.word(woord, soort)

    def _title(self, veld: Veld | None, sleutel: str) -> str:
        onder = veld.velden.get(sleutel) if veld is not None else None
        naam = onder.titel if onder is not None and onder.titel else sleutel.replace("_", " ")
        return _small(naam)

    # ---- Was en wordt ------------------------------------------------------------------------------------------------

    def sides(self, rij: Rij) -> tuple[list[str], list[str]]:
        """Return the lines of both cells of a row."""
        if rij.stap_was is not None or rij.stap_wordt is not None:
            return self._step_sides(rij.stap_was, rij.stap_wordt)
        was: list[str] = []
        wordt: list[str] = []
        for verschil in rij.verschillen:
            naam = self._part(rij, verschil)
            oud, nieuw = self._both(verschil)
            was.append(f"{naam}{oud}")
            wordt.append(f"{naam}{nieuw}")
        return was, wordt

    def _part(self, rij: Rij, verschil: Verschil) -> str:
        """Return what stands before a value: the name of the key within a block of a list, or nothing."""
        binnen = verschil.waar[len(rij.waar) :]
        if not binnen:
            return ""
        namen = list(self._names(verschil.waar))[-len(binnen) :]
        return f"{': '.join((namen[0], *map(_small, namen[1:])))}: "

    def _both(self, verschil: Verschil) -> tuple[str, str]:
        veld = self.field(verschil.waar)
        was, wordt = (self._side(veld, waarde) for waarde in (verschil.was, verschil.wordt))
        if verschil.lijst:
            return (f"Weg: {was}" if verschil.was else _NIETS_WEG, f"Erbij: {wordt}" if verschil.wordt else _NIETS_ERBIJ)
        if max(len(was), len(wordt)) > _MAX_TEKST:
            return excerpts(was, wordt)
        return was, wordt

    def _side(self, veld: Veld | None, waarde: Any) -> str:  # noqa: ANN401 - elke YAML-waarde
        return NIETS if waarde is None else self.value(veld, waarde)

    def _step_sides(self, was: Trapstap | None, wordt: Trapstap | None) -> tuple[list[str], list[str]]:
        if was is None or wordt is None:
            staat = was or wordt
            regels = self._step_lines(staat.feiten) if staat is not None else []
            return (regels, [NIETS]) if was is not None else ([NIETS], regels)
        oud, nieuw = self._step_parts(was.feiten), self._step_parts(wordt.feiten)
        weg, erbij = ([deel for deel in kant if deel not in ander] for kant, ander in ((oud, nieuw), (nieuw, oud)))
        kanten = []
        for kant, ander in ((weg, erbij), (erbij, weg)):
            gelijk = {rest for _, rest in ander}
            kanten.append([sentence(begin if rest in gelijk else begin + rest) for begin, rest in kant])
        return kanten[0] or [_NIETS_WEG], kanten[1] or [_NIETS_ERBIJ]

    def _step_lines(self, stap: Mapping[str, Any]) -> list[str]:
        """Return a step as lines."""
        return [sentence(begin + rest) for begin, rest in self._step_parts(stap)]

    def _step_parts(self, stap: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return a step in parts: its signals, each action with what belongs to it, and what is said about it."""
        regels = [(signal_phrase(signaal, self.namen), self._counting(signaal)) for signaal in stap.get("bij", ())]
        regels += [(short_action(actie, self.namen), self._extra(actie)) for actie in stap.get("acties", ())]
        veld = boom().velden["stappen_bij_afwezigheid"].velden["trappen"].item
        stapveld = veld.velden["stappen"].item if veld is not None else None
        for naam in ("titel", "geldt_voor", "inclusief_vorige", "toelichting"):
            if naam in stap:
                onder = stapveld.velden.get(naam) if stapveld is not None else None
                regels.append((f"{capitalise(self._title(stapveld, naam))}: {clip(self.value(onder, stap[naam]), _MAX_TEKST)}", ""))
        return regels

    def _counting(self, signaal: Mapping[str, Any]) -> str:
        return self._rest(signaal, ("venster", "herhaling", "opnieuw_tellen_na_melding"), "bij")

    def _extra(self, actie: Mapping[str, Any]) -> str:
        return self._rest(actie, ("kanaal", "termijn", "vastlegging", "telt", "sanctie", "bij_uitblijven", "toelichting"), "acties")

    def _rest(self, blok: Mapping[str, Any], sleutels: Sequence[str], lijst: str) -> str:
        veld = boom().velden["stappen_bij_afwezigheid"].velden["trappen"].item
        stap = veld.velden["stappen"].item if veld is not None else None
        item = stap.velden[lijst].item if stap is not None else None
        delen = [
            f"{self._title(item, naam)}: {self.value(item.velden.get(naam) if item is not None else None, blok[naam])}"
            for naam in sleutels
            if naam in blok
        ]
        return f" ({'; '.join(delen)})" if delen else ""

    def in_short(self, rij: Rij, lengte: int) -> str:
        """Return a row on one line: the subject, what it was and what it becomes."""
        return f"{clip(self.full_subject(rij), 90)}. {self.was_and_is(rij, lengte)}"

    def was_and_is(self, rij: Rij, lengte: int) -> str:
        """Return what it was and what it becomes in one line of about this length; of a list only what goes and what comes."""
        kanten = [[sentence(regel) for regel in kant] for kant in self.sides(rij)]
        if any(een.lijst for een in rij.verschillen):
            return clip(" ".join(regel for kant in kanten for regel in kant if regel not in _STIL), lengte)
        was, wordt = (clip(" ".join(kant), lengte // 2) for kant in kanten)
        return f"Was: {was} Wordt: {wordt}"

    def full_subject(self, rij: Rij) -> str:
        """Return what a row is about, with its chapter: "Registratie: bronnen"."""
        if rij.stap_was is not None or rij.stap_wordt is not None:
            return self.subject(rij)
        return f"{_NUMMER.sub('', self.chapter(rij.onderwerp))}: {_small(self.subject(rij))}"


def _small(naam: str) -> str:
    """Return a title to go on with inside a line; an abbreviation keeps its capitals."""
    return naam[:1].lower() + naam[1:] if naam[1:2].islower() else naam


def excerpts(was: str, wordt: str) -> tuple[str, str]:
    """Return of two long texts the part that differs, with some words around it."""
    begin = 0
    while begin < min(len(was), len(wordt)) and was[begin] == wordt[begin]:
        begin += 1
    eind = 0
    while eind < min(len(was), len(wordt)) - begin and was[-1 - eind] == wordt[-1 - eind]:
        eind += 1
    return _excerpt(was, begin, eind), _excerpt(wordt, begin, eind)


def _excerpt(tekst: str, begin: int, eind: int) -> str:
    van, tot = max(0, begin - _OMGEVING), min(len(tekst), len(tekst) - eind + _OMGEVING)
    if van:
        van = tekst.find(" ", van, begin) + 1 or van
    if tot < len(tekst):
        plek = tekst.rfind(" ", len(tekst) - eind, tot)
        tot = plek if plek > 0 else tot
    midden = clip(tekst[van:tot], 2 * _MAX_TEKST)
    return f"{'… ' if van else ''}{midden}{' …' if tot < len(tekst) else ''}"
