"""Eén kader van voor tot achter nagekeken: structuur, woorden, onhaalbare en botsende normen, de eigen ladder en de voorbeelden."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import SIGNALEN, label
from beleidscheck.bevinding import Oordeel
from beleidscheck.controle.voorbeelden import VERWACHT_WOORDEN, Geval, Voorbeeldenboek
from beleidscheck.data import kader_dir
from beleidscheck.errors import Fault, InvalidKaderError, UnreadableFileError
from beleidscheck.kader import available, load_kader, read_kader
from beleidscheck.kader.botsing import conflicts, impossible, inner
from beleidscheck.kader.haalbare_stap import step_faults
from beleidscheck.kader.keuring import all_faults
from beleidscheck.kader.maatwerk import line_in, there
from beleidscheck.kader.nauwkeurig import unknown_open_words
from beleidscheck.source import dotted, parse_dotted
from beleidscheck.toetsen import StapToets
from beleidscheck.trap.gebrek import Kwaal
from beleidscheck.trap.gebrekzin import describe
from beleidscheck.trap.hygiene import find_gebreken
from beleidscheck.trap.ladder import BLOK, build_ladder

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.controle.voorbeelden import Uitslag
    from beleidscheck.kader.model import Kader, Norm
    from beleidscheck.source import Source
    from beleidscheck.trap.ladder import Pad

#: Fouten in deze delen maken dat geen enkel voorbeeld te draaien is.
_KOP: Final = (
    "velden",
    "woordenlijst",
    "bronnen",
    "trappen",
    "regio",
    "sectoren",
    "id",
    "versie",
    "gebaseerd_op",
    "geldig_van",
    "geldig_tot",
)
#: Een school die zo'n trap overneemt, meldt ziekte als ziekte; dat mag niet.
_NOOIT: Final = frozenset({Kwaal.ZIEKTE_GEMELD, Kwaal.ZIEKTE_ONGEOORLOOFD})
_LOS_OP: Final = "Los eerst de fouten hierboven op; daarna draaien de voorbeelden."


@dataclass(frozen=True, slots=True)
class Opmerking:
    """Iets wat aan een kader mis is of opvalt: het bestand, de plaats, een zin en wat eraan te doen is."""

    bestand: Path
    fault: Fault


@dataclass(frozen=True, slots=True)
class Kadercontrole:
    """De uitkomst voor één kader; zonder fouten is het bruikbaar. `gedraaid` telt de voorbeelden, ook die uit `herstel`."""

    bestand: Path
    ref: str
    naam: str
    fouten: tuple[Opmerking, ...]
    waarschuwingen: tuple[Opmerking, ...] = ()
    normen: int = 0
    overgenomen: int = 0
    gedraaid: int = 0
    geslaagd: int = 0
    onleesbaar: bool = False


def control_kader(path: Path) -> Kadercontrole:
    """Return everything that is wrong with the kader in this file, all at once. It never raises for a bad file."""
    try:
        kader = read_kader(path, grondig=False)
    except UnreadableFileError as fout:
        fouten = tuple(Opmerking(fout.path, fault) for fault in fout.faults)
        return Kadercontrole(path, "", "", fouten, onleesbaar=not isinstance(fout, InvalidKaderError))
    return _Controle(kader).result()


class _Controle:
    """Eén controle: verzamelt fouten en waarschuwingen."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self.fouten: list[Opmerking] = []
        self.waarschuwingen: list[Opmerking] = []
        self.gedraaid = self.geslaagd = 0
        self._boek = Voorbeeldenboek(kader)

    def result(self) -> Kadercontrole:
        """Return the outcome, in the order of the files."""
        self.fouten += [Opmerking(self.kader.path, fault) for fault in all_faults(self.kader)]
        kop_fout = any(_part(fault.fault) in _KOP for fault in self.fouten)
        slecht = {_norm_number(fault.fault) for fault in self.fouten}
        for nummer, norm in enumerate(self.kader.eigen.normen):
            self._impossible(nummer, norm)
        self._conflicts()
        self._predecessor()
        self.waarschuwingen += [Opmerking(self.kader.path, fault) for fault in unknown_open_words(self.kader)]
        if kop_fout:
            self.warn((), "De voorbeelden zijn niet gedraaid.", _LOS_OP)
        else:
            self._examples(slecht)
            self._ladder(slecht)
        eigen = self.kader.eigen
        return Kadercontrole(
            self.kader.path, self.kader.ref, eigen.naam, _in_order(self.fouten), _in_order(self.waarschuwingen),
            len(self.kader.normen), len(self.kader.normen) - len(eigen.normen) if self.kader.basis else 0, self.gedraaid, self.geslaagd,
        )  # fmt: skip

    def fault(self, pad: Pad, zin: str, remedie: str, bron: Source | None = None, code: str = "kader") -> None:
        """Note a fault at a place in the kader, or in another file."""
        self.fouten.append(_remark(bron or self.kader.source, pad, code, zin, remedie))

    def warn(self, pad: Pad, zin: str, remedie: str, bron: Source | None = None, code: str = "kader") -> None:
        """Note a warning at a place in the kader, or in another file."""
        self.waarschuwingen.append(_remark(bron or self.kader.source, pad, code, zin, remedie))

    # ---- Onhaalbaar en botsend ---------------------------------------------------------------------------------

    def _impossible(self, nummer: int, norm: Norm) -> None:
        pad: Pad = ("normen", nummer)
        doen = "Pas de toets aan; een norm die niemand haalt, zegt niets over een school."
        signalen = {**SIGNALEN, **self.kader.uitbreiding.signalen}
        for plek, zin in impossible(norm):
            self.fault((*pad, *plek), f"Norm «{norm.id}»: {zin}", doen, code="onhaalbaar")
        for plaats, toetsen in (
            ("toetsen", norm.toetsen),
            *((("lezing", soort), getattr(norm.lezing, soort)) for soort in ("strengste", "ruimste") if norm.lezing),
        ):
            onder: Pad = plaats if isinstance(plaats, tuple) else (plaats,)
            for i, toets in enumerate(toetsen):
                for deel in inner(toets):
                    if isinstance(deel, StapToets):
                        for zin in step_faults(deel, signalen):
                            self.fault((*pad, *onder, i), f"Norm «{norm.id}»: {zin}", doen, code="onhaalbaar")

    def _conflicts(self) -> None:
        normen = self.kader.normen
        nummers = {norm.id: i for i, norm in enumerate(self.kader.eigen.normen)}
        uitkomst = conflicts(normen)
        for botsing in uitkomst.paren:
            een, ander, een_pad, ander_pad = botsing.een, botsing.ander, botsing.een_pad, botsing.ander_pad
            if ander.id not in nummers:
                een, ander, een_pad, ander_pad = ander, een, ander_pad, een_pad
            if ander.id not in nummers:
                continue  # twee normen van het basiskader: dat is niet van dit bestand
            bron = self.kader.origin(een)
            nummer = next(i for i, norm in enumerate(bron.eigen.normen) if norm.id == een.id)
            plek = bron.source.position(("normen", nummer, *een_pad))
            zin = f"{botsing.zin} De andere staat in {bron.path.name}:{plek.regel}."
            self.fault(
                ("normen", nummers[ander.id], *ander_pad),
                zin,
                "Laat beide normen hetzelfde vragen, of beperk voor welke scholen zij gelden.",
                code="botsing",
            )
        if not uitkomst.volledig:
            self.warn(
                ("normen",),
                "Er zijn te veel normen over dezelfde velden om ze allemaal met elkaar te vergelijken.",
                "Verdeel het kader over meer kaders.",
            )

    def _predecessor(self) -> None:
        """Warn about a predecessor that nobody knows, and about a name that already belongs to a kader of ours."""
        ons = kader_dir() / f"{self.kader.ref}.yaml"
        if self.kader.ref in available() and load_kader(self.kader.ref).sha256 != self.kader.sha256:
            zin = f"«{self.kader.ref}» is de naam van een meegeleverd kader ({ons.name}), maar met een andere inhoud."
            self.warn(
                ("versie",), zin, "Geef uw kader een eigen `id` of `versie`, zodat een rapport maar één ding kan betekenen."
            )
        voor = self.kader.eigen.opvolger_van
        if voor and "@" in voor and voor not in available() and not self.kader.path.with_name(f"{voor}.yaml").is_file():
            self.warn(
                ("opvolger_van",),
                f"Het kader «{voor}» is niet bekend.",
                f"Zet {voor}.yaml in dezelfde map, of haal `opvolger_van` weg.",
            )

    # ---- Voorbeelden ---------------------------------------------------------------------------------------------

    def _examples(self, slecht: set[int | None]) -> None:
        try:
            naast = self._boek.naast
        except UnreadableFileError as fout:
            self.fouten += [Opmerking(fout.path, fault) for fault in fout.faults]
            return
        if naast:
            bestand, bron = naast
            if bestand.kader != self.kader.ref:
                self.fault(
                    ("kader",),
                    f"Deze voorbeelden zijn van «{bestand.kader}», maar ernaast staat «{self.kader.ref}».",
                    "Zet bij `kader` het goede kader.",
                    bron,
                )
            for id_ in bestand.normen:
                if id_ not in self.kader.eigen_normen:
                    self.fault(
                        ("normen", id_),
                        f"De norm «{id_}» staat niet in dit kader.",
                        "Haal deze voorbeelden weg, of verbeter het id.",
                        bron,
                    )
        for nummer, norm in enumerate(self.kader.eigen.normen):
            if nummer not in slecht:
                self._norm_examples(nummer, norm)

    def _norm_examples(self, nummer: int, norm: Norm) -> None:
        pad: Pad = ("normen", nummer)
        geschreven = self._boek.written(norm)
        if not norm.herstel.snippet.strip():
            self.warn(
                (*pad, "herstel"),
                f"Norm «{norm.id}»: bij `herstel` staat geen stukje YAML (`snippet`).",
                "Schrijf het stukje beleid dat deze norm oplost.",
            )
        aanwezig = {geval.verwacht for geval in geschreven}
        if not geschreven:
            self.warn(
                pad,
                f"Norm «{norm.id}» heeft geen voorbeelden.",
                "Zet bij `voorbeelden` een beleid dat voldoet en een dat niet voldoet.",
                code="geen-voorbeelden",
            )
        elif "voldoet_niet" not in aanwezig:
            self.warn(
                pad,
                f"Norm «{norm.id}» heeft geen voorbeeld dat niet voldoet.",
                "Zet er een bij `voldoet_niet`; zo blijkt dat de norm iets tegenhoudt.",
                code="geen-voorbeelden",
            )
        for geval in self._boek.examples(norm):
            uitslag = self._boek.run(norm, geval)
            self.gedraaid += 1
            if uitslag.meets(geval.verwacht):
                self.geslaagd += 1
            else:
                self._wrong(norm, geval, uitslag)

    def _wrong(self, norm: Norm, geval: Geval, uitslag: Uitslag) -> None:
        """Note an example that came out differently, or whose piece of policy cannot be read."""
        uit_herstel = geval.pad[-1] == "snippet"
        wat = "het stukje YAML bij `herstel`" if uit_herstel else "dit voorbeeld"
        if uitslag.bevinding is None:
            for fout in uitslag.fouten[:5]:
                plek = self._place(geval, fout)
                self.fault(
                    plek,
                    f"Norm «{norm.id}»: {wat} is geen beleid dat te lezen is. {fout.zin}",
                    fout.remedie,
                    geval.bron,
                    "voorbeeld",
                )
            return
        bevinding = uitslag.bevinding
        if uit_herstel:
            zin = f"Norm «{norm.id}»: {wat} lost de norm niet op; het oordeel is «{bevinding.oordeel}». {bevinding.zin}"
            doen = "Pas het stukje YAML of de toets aan. Zolang niets de norm oplost, haalt geen enkel beleid haar."
        else:
            zin = f"Norm «{norm.id}»: {wat} hoort «{VERWACHT_WOORDEN[geval.verwacht]}» te zijn, maar het oordeel is «{bevinding.oordeel}». {bevinding.zin}"
            doen = "Pas het voorbeeld aan, of de toets als die iets anders vraagt dan bedoeld."
        self.fault(geval.pad, zin, doen, geval.bron, "voorbeeld")

    def _place(self, geval: Geval, fout: Fault) -> Pad:
        if geval.pad[-1] == "snippet" or not fout.pad:
            return geval.pad
        try:
            return (*geval.pad, "beleid", *parse_dotted(fout.pad))
        except ValueError:
            return geval.pad

    # ---- De eigen ladder -----------------------------------------------------------------------------------------

    def _ladder(self, slecht: set[int | None]) -> None:
        """Note what is wrong with the ladder of the kader itself, and which of its norms a school that follows it does not meet."""
        if not self.kader.eigen.trappen:
            return
        self._hygiene()
        over = [norm for i, norm in enumerate(self.kader.eigen.normen) if i not in slecht and _about_ladder(norm)]
        for norm in over:
            bevinding = self._followed(norm)
            if (
                bevinding is not None
                and bevinding.oordeel is Oordeel.VOLDOET_NIET
                and all(gat.startswith(BLOK) for gat in bevinding.gaten)
            ):
                nummer = next(i for i, een in enumerate(self.kader.eigen.normen) if een.id == norm.id)
                zin = f"Norm «{norm.id}»: een school die de trap van dit kader overneemt, haalt deze norm niet. {bevinding.zin}"
                self.warn(("normen", nummer), zin, "Pas de trap of de norm aan, zodat zij hetzelfde vragen.", code="eigen-trap")
        self._softer_ladder()

    def _softer_ladder(self) -> None:
        """Note that the ladder of a tailoring kader drops what the ladder of its base does: norms of the base that only that one meets."""
        basis = self.kader.basis
        if basis is None or not basis.trappen:
            return
        eigen = {norm.id for norm in self.kader.eigen.normen}
        erft = [norm for norm in basis.normen if norm.id not in eigen and _about_ladder(norm)]
        kwijt = [norm for norm in erft if self._misses(norm) and not self._misses(norm, basis)]
        if not kwijt:
            return
        meer = f" en nog {len(kwijt) - 1} {'norm' if len(kwijt) == 2 else 'normen'}" if len(kwijt) > 1 else ""  # noqa: PLR2004 - twee
        zin = (
            f"De trap van dit kader is soepeler dan die van het basiskader ({line_in(basis, ('trappen',))}). Een school die hem"
            f" overneemt, haalt daarmee «{kwijt[0].id}» ({there(basis, kwijt[0], ())}){meer} uit het basiskader niet."
        )
        self.fault(
            ("trappen",),
            zin,
            "Neem de stappen van het basiskader over en scherp die aan, of laat `trappen` weg.",
            code="versoepeling",
        )

    def _misses(self, norm: Norm, volgt: Kader | None = None) -> bool:
        bevinding = self._followed(norm, volgt)
        return bevinding is not None and bevinding.oordeel is Oordeel.VOLDOET_NIET

    def _hygiene(self) -> None:
        """Note what is wrong with the ladder on its own; that sickness goes to leerplicht as sickness is a fault, the rest a warning."""
        noem = partial(label, uitbreiding=self.kader.uitbreiding)
        ladder = build_ladder({"trappen": self.kader.trappen}, {})
        for gebrek in find_gebreken(ladder):
            zin = describe(gebrek, noem)
            pad = tuple(gebrek.paden[0][1:]) if gebrek.paden and gebrek.paden[0][:1] == (BLOK,) else ("trappen",)
            noteer = self.fault if gebrek.kwaal in _NOOIT else self.warn
            noteer(pad, f"{zin.titel}: {zin.zin}", zin.te_doen, code=str(gebrek.kwaal))

    def _followed(self, norm: Norm, volgt: Kader | None = None) -> Bevinding | None:
        data = self._boek.empty(norm)
        data["kaders"] = [self.kader.ref]
        data[BLOK] = {"volgt": (volgt or self.kader).ref}
        return self._boek.judge(norm, data).bevinding


def _about_ladder(norm: Norm) -> bool:
    return all(isinstance(toets, StapToets) for toets in norm.toetsen)


def _remark(bron: Source, pad: Pad, code: str, zin: str, remedie: str) -> Opmerking:
    plek = bron.position(pad)
    return Opmerking(bron.path, Fault(code, zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad)))


def _in_order(opmerkingen: list[Opmerking]) -> tuple[Opmerking, ...]:
    """Return them once each, in the order of the files and the lines."""
    uniek = {(str(deel.bestand), deel.fault.regel, deel.fault.kolom, deel.fault.zin): deel for deel in opmerkingen}
    return tuple(deel for _, deel in sorted(uniek.items(), key=lambda paar: paar[0]))


def _part(fault: Fault) -> str:
    return fault.pad.split(".")[0].split("[")[0]


def _norm_number(fault: Fault) -> int | None:
    """Return which norm a fault is about, or `None`."""
    if not fault.pad.startswith("normen["):
        return None
    return int(fault.pad[len("normen[") :].split("]")[0])
