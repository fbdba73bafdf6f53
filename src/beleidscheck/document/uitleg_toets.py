"""Een toets in gewone woorden: wat zij nagaat, met verwijzingen naar de velden waar zij naar kijkt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, assert_never

from beleidscheck.beleid.paden import zoek_veld
from beleidscheck.beleid.woorden import LEEG, label
from beleidscheck.document.blokken import Alinea, Code, Lijst, Tekst, p, t
from beleidscheck.document.taal import enumerate_nl
from beleidscheck.document.uitleg_paden import field_page
from beleidscheck.toetsen import (
    Alle,
    Als,
    Bevat,
    Dekt,
    EenItem,
    EenVan,
    ElkItem,
    Gelijk,
    Gevuld,
    Grens,
    Keuze,
    Lezen,
    Onderzoek,
    Proza,
    StapToets,
    Toets,
    Verklaring,
    Verwijst,
)
from beleidscheck.toetsen.taak import named
from beleidscheck.toetsen.waarden import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.beleid.woordinfo import Uitbreiding
    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.uitleg_paden import Wijzer
    from beleidscheck.toetsen import ToetsBasis, Voorwaarde

#: Een dag die nergens toe doet: een beschrijving rekent niet met tijd.
_GEEN_DAG: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Verteller:
    """Vertelt wat toetsen nagaan; kent de woorden van het kader en weet waar elk veld wordt uitgelegd."""

    wijzer: Wijzer
    uitbreiding: Uitbreiding = LEEG

    @property
    def onderzoek(self) -> Onderzoek:
        """Return an investigation of nothing, that knows how words and fields are called."""
        return Onderzoek({}, _GEEN_DAG, noem=self.word, titel=self.title)

    def word(self, woord: str) -> str:
        """Return the readable name of a fixed word."""
        return label(woord, uitbreiding=self.uitbreiding)

    def title(self, veld: str) -> str:
        """Return the title of a field without the number of its element; empty for a field that does not exist."""
        gevonden = zoek_veld(veld, self.uitbreiding)
        return gevonden.titel.lstrip("0123456789. ") if gevonden else ""

    def field(self, veld: str) -> Regel:
        """Return a field by its title and its path, which links to where it is explained."""
        titel = self.title(veld)
        pad = self.wijzer.code(field_page(veld), veld)
        return t(f"«{titel}» (", pad, ")") if titel and titel != veld else (pad,)

    def fields(self, velden: Sequence[str], voegwoord: str = "en") -> Regel:
        """Return several fields as an enumeration."""
        regel: list[Inline] = []
        for nummer, veld in enumerate(velden):
            if nummer:
                regel.append(Tekst(f" {voegwoord} " if nummer == len(velden) - 1 else ", "))
            regel += self.field(veld)
        return tuple(regel)

    # ---- Per soort ---------------------------------------------------------------------------------------------------

    def tell(self, toetsen: Sequence[ToetsBasis]) -> tuple[Blok, ...]:
        """Return what these tests look at together: one as it is, more as a list of which every item must hold."""
        if len(toetsen) == 1:
            return self.one(toetsen[0])
        return (p("Alles hieronder moet kloppen:"), Lijst(tuple(self.one(toets) for toets in toetsen)))

    def one(self, toets: ToetsBasis) -> tuple[Blok, ...]:
        """Return what one test looks at."""
        assert isinstance(toets, _SOORTEN)  # noqa: S101 - elke soort staat in de vereniging
        return tuple(self._tell(toets))

    def _tell(self, toets: Toets) -> Iterator[Blok]:  # noqa: C901, PLR0912 - één tak per soort
        match toets:
            case Gevuld():
                yield self._filled(toets.velden)
            case Gelijk():
                yield p("Bij ", *self.field(toets.veld), f" staat {words(self.onderzoek, [toets.waarde], 'of')}.")
            case Keuze():
                yield p("Bij ", *self.field(toets.veld), f" staat {words(self.onderzoek, toets.waarden, 'of')}.")
            case Bevat():
                yield from self._contains(toets)
            case Grens():
                grens = f"hoogstens {toets.hoogstens}" if toets.hoogstens is not None else f"minstens {toets.minstens}"
                yield p(*self.field(toets.veld), f" is {grens}.")
            case EenItem():
                yield p("Bij ", *self.field(toets.veld), f" staat minstens één regel met {self._demands(toets.waar)}.")
            case ElkItem():
                yield p(
                    "Bij ", *self.field(toets.veld), f" staat minstens één regel, en elke regel heeft {self._demands(toets.waar)}."
                )
            case Dekt():
                woorden = words(self.onderzoek, toets.waarden, "en")
                yield p("Bij ", *self.field(toets.veld), " is er een regel voor elk van deze gevallen (", Code(toets.sleutel), f"): {woorden}.")
            case Verwijst():
                yield p("Elke ", Code(toets.sleutel), " bij ", *self.field(toets.veld), " wijst naar een trap die in het beleid staat, met minstens één echte stap.")
            case StapToets():
                yield from self._step(toets)
            case Proza():
                yield from self._prose(toets)
            case Verklaring():
                onderwerp = self.word(toets.onderwerp)
                yield p(f"Iemand verklaart namens de school «{onderwerp}», met functie en datum, bij ", *self.field("verklaringen"), ".")
                yield p("Of de verklaring klopt, beoordeelt een lezer.")
            case Lezen():
                yield p("Er staat iets te lezen bij ", *self.fields(toets.velden, "of"), ".")
                yield p(f"Meer gaat de machine niet na; een lezer oordeelt. {toets.reden}")
            case Als():
                yield from self._if(toets)
            case EenVan():
                yield p("Eén hiervan is genoeg:")
                yield Lijst(tuple(self.one(deel) for deel in toets.toetsen))
            case Alle():
                yield p("Al het volgende samen:")
                yield Lijst(tuple(self.one(deel) for deel in toets.toetsen))
            case _:
                assert_never(toets)

    def _filled(self, velden: Sequence[str]) -> Alinea:
        zin = " is ingevuld." if len(velden) == 1 else " zijn allemaal ingevuld."
        return p(*self.fields(velden), zin)

    def _contains(self, toets: Bevat) -> Iterator[Blok]:
        bij = ("Bij ", *self.field(toets.veld))
        if toets.alle:
            yield p(*bij, f" {'staat' if len(toets.alle) == 1 else 'staan'} {words(self.onderzoek, toets.alle, 'en')}.")
        if toets.een_van:
            meer = "minstens één van " if len(toets.een_van) > 1 else ""
            yield p(*bij, f" staat {meer}{words(self.onderzoek, toets.een_van, 'en')}.")
        if toets.minstens:
            yield p(*bij, f" {'staat' if toets.minstens == 1 else 'staan'} minstens {_parts(toets.minstens)}.")
        if toets.hoogstens:
            yield p(*bij, f" {'staat' if toets.hoogstens == 1 else 'staan'} hoogstens {_parts(toets.hoogstens)}.")

    def _demands(self, waar: Mapping[str, Voorwaarde]) -> str:
        onderzoek = self.onderzoek
        return enumerate_nl(f"{voorwaarde.wanted(onderzoek)} bij «{sleutel}»" for sleutel, voorwaarde in waar.items())

    def _prose(self, toets: Proza) -> Iterator[Blok]:
        yield p("Er staat een echte tekst van minstens ", f"{toets.min_woorden} woorden bij ", *self.fields(toets.velden, "of"), ".")
        if toets.woorden:
            groepen = [enumerate_nl([f"«{woord}»" for woord in groep], "of") for groep in toets.woorden]
            yield p(
                "De machine zoekt in die tekst naar een woord als ",
                Tekst(", en naar een woord als ".join(groepen)),
                ". Vindt zij dat niet, dan zegt zij dat tegen de lezer; een gevonden woord maakt nooit iets goed.",
            )
        yield p("Of de tekst zegt wat de norm vraagt, beoordeelt een lezer.")

    def _if(self, toets: Als) -> Iterator[Blok]:
        match toets.als:
            case Gevuld():
                yield p("Alleen als het beleid iets zegt bij ", *self.fields(toets.als.velden, "of"), ":")
                anders = "Zegt het beleid daar niets, dan is de norm niet van toepassing."
            case Gelijk() | Keuze():
                waarden = [toets.als.waarde] if isinstance(toets.als, Gelijk) else toets.als.waarden
                yield p("Alleen als bij ", *self.field(toets.als.veld), f" {words(self.onderzoek, waarden, 'of')} staat:")
                anders = "Staat er iets anders, dan is de norm niet van toepassing; staat er niets, dan is hij niet getoetst."
        yield Lijst(tuple(self.one(deel) for deel in toets.dan))
        yield p(anders)

    # ---- De ladder ---------------------------------------------------------------------------------------------------

    def _step(self, toets: StapToets) -> Iterator[Blok]:
        namen = named(self.onderzoek, toets.signaal, "of")
        yield p("In ", *self.field("stappen_bij_afwezigheid"), f" staat een stap bij {namen}{_when(toets)}.")
        eisen = [*self._task(toets), *_counting(toets)]
        if eisen:
            yield Lijst(tuple((p(eis),) for eis in eisen))

    def _task(self, toets: StapToets) -> Iterator[str]:
        onderzoek = self.onderzoek
        if toets.actie:
            wie = f", door {named(onderzoek, toets.wie, 'of')}" if toets.wie else ""
            yield f"Dan volgt de actie {named(onderzoek, toets.actie, 'of')}{wie}; een eerdere stap mag dat ook al doen."
        if toets.met:
            yield f"De actie is met {named(onderzoek, toets.met)}."
        if toets.met_een_van:
            yield f"De actie is met {_one_of(toets.met_een_van)}{named(onderzoek, toets.met_een_van)}."
        if toets.vastlegging:
            yield f"De actie wordt vastgelegd in {named(onderzoek, toets.vastlegging)}."
        if toets.vastlegging_een_van:
            yield f"De actie wordt vastgelegd in {_one_of(toets.vastlegging_een_van)}{named(onderzoek, toets.vastlegging_een_van)}."
        if toets.termijn:
            yield f"De actie gebeurt binnen {toets.termijn}."
        if toets.voorwaarde:
            yield f"In de voorwaarde bij de actie staat «{toets.voorwaarde}»."
        if toets.telt:
            yield f"Bij de actie {'telt' if len(toets.telt) == 1 else 'tellen'} {named(onderzoek, toets.telt)} mee."


_SOORTEN: Final = (
    Gevuld, Gelijk, Keuze, Bevat, Grens, EenItem, ElkItem, Dekt, Verwijst, StapToets, Proza, Verklaring, Lezen, Als, EenVan, Alle,
)  # fmt: skip


def _when(toets: StapToets) -> str:
    delen = []
    if toets.vanaf:
        delen.append(f"die niet eerder begint dan bij {toets.vanaf}")
    over = f" binnen {toets.binnen}" if toets.binnen else ""
    if toets.uiterlijk:
        ook = f" («meer dan {toets.uiterlijk}» mag ook)" if toets.ook_meer_dan else ""
        delen.append(f"die uiterlijk begint bij {toets.uiterlijk}{over}{ook}")
    if toets.onder:
        delen.append(f"die begint zodra het onder {toets.onder} komt{f' over {toets.binnen}' if toets.binnen else ''}")
    return f", {enumerate_nl(delen)}" if delen else ""


def _counting(toets: StapToets) -> Iterator[str]:
    if toets.herhaling:
        yield "Bij herhaling geldt de stap opnieuw."
    if toets.periode_genoemd:
        yield "Bij het signaal staat over welke periode de school telt."
    if toets.inclusief_vorige:
        yield "Ook de acties van de vorige stap gelden."


def _one_of(woorden: Iterable[str]) -> str:
    return "minstens één van " if len(tuple(woorden)) > 1 else ""


def _parts(aantal: int) -> str:
    return f"{aantal} {'onderdeel' if aantal == 1 else 'onderdelen'}"
