"""Van gebeurtenissen naar gewone waarden met hun plek; alles wat niet mag, wordt verzameld in plaats van vertrouwd.

Ankers worden geweigerd en verwijzingen nooit gevolgd, dus een waarde kan niet groter worden dan de tekst waar zij uit komt.
De diepte is begrensd voordat iets in recursie gaat.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, TypeAlias

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from beleidscheck.errors import Fault
from beleidscheck.source import keuring
from beleidscheck.source.bestand import VERBODEN_TEKEN, character_message
from beleidscheck.source.fouten import Fouten
from beleidscheck.source.ontleder import ONTLEDER
from beleidscheck.source.pad import dotted
from beleidscheck.source.plaats import Regels, Tak
from beleidscheck.source.scalar import read_scalar
from beleidscheck.source.syntaxis import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event, NodeEvent

    from beleidscheck.source.fouten import Melding
    from beleidscheck.source.ontleder import Ontleder
    from beleidscheck.source.plaats import Plek

MAX_DIEPTE: Final = 64
MAX_KNOPEN: Final = 50_000
_MAX_INSPRINGING: Final = 200
_MAX_ZIN: Final = 200

Waarde: TypeAlias = "dict[str, Waarde] | list[Waarde] | str | int | float | bool | None"

#: Wit en commentaar vóór het document; een instructie daarna wordt geweigerd voordat de ontleder haar ziet, want duizenden
#: `%TAG`-regels kosten libyaml kwadratisch veel tijd.
_INSTRUCTIE_VOORAF: Final = re.compile(r"(?:[ \t]*+(?:\#[^\r\n]*+)?(?:\r\n|\r|\n))*+%")
_VOLGEND_DOCUMENT: Final = re.compile(r"(?<![^\r\n])(?:---|%)")
#: Waar geen van deze in een tekst staat, heeft geen waarde een anker, tag, escape of afgesneden staart, en hoeft daar niet per
#: waarde naar gekeken te worden. «J&S» en «let op!» zijn niet verdacht: een anker of tag begint nooit midden in een woord.
_VERDACHT: Final = tuple(map(re.compile, (r"&(?<!\w&)(?=[\w-])", r"!(?<!\w!)", r"\\", r"(?<=[ \t])\#\w")))
#: Een streepje aan het begin van een vervolgregel, en commentaar dat eruitziet als `groep #1`.
_VERVOLGSTREEPJE: Final = re.compile(r"[\r\n][ ]*+-(?=[ ])")
_HEKJE: Final = re.compile(r"[ \t]++(?P<rest>\#\w[^\r\n]{0,100})")
#: Na een escape kan ook een losse terugloop in een waarde staan; buiten escapes is dat een regeleinde.
_VERBODEN_NA_ESCAPE: Final = re.compile(rf"{VERBODEN_TEKEN.pattern}|\r")


class Ontleed(NamedTuple):
    """De waarden van een document, waar zij staan, en wat er niet aan deugt."""

    data: dict[str, Any]
    wortel: Tak
    fouten: list[Fault]


class _StopError(Exception):
    """Verder lezen heeft geen zin: een grens is bereikt, of er is geen document."""


def build(tekst: str, ontleder: Callable[[str], Ontleder] = ONTLEDER) -> Ontleed:
    """Return the values in `tekst` with all faults; with faults the values mean nothing."""
    bouwer = _Bouwer(tekst, ontleder(tekst))
    try:
        return bouwer.document()
    except _StopError:
        pass
    except YAMLError as exc:
        fout = explain(exc if isinstance(exc, MarkedYAMLError) else MarkedYAMLError(), tekst, bouwer.regels)
        if not bouwer.fouten.has_line(fout.regel):  # anders is het de nasleep van wat daar al gemeld is
            bouwer.fouten.add(fout)
    return Ontleed({}, Tak(0, {}, {}), bouwer.fouten.in_order())


def _begin(event: Event) -> int:
    return event.start_mark.index  # type: ignore[union-attr]  # een ontleder zet altijd een plek


def _end(event: Event) -> int:
    return event.end_mark.index  # type: ignore[union-attr]  # idem


class _Bouwer:
    """Eén gang door de gebeurtenissen van één document."""

    __slots__ = ("_goede_sleutels", "_over", "_pad", "_tekst", "_verdacht", "_volgende", "fouten", "regels")

    def __init__(self, tekst: str, ontleder: Ontleder) -> None:
        self._tekst = tekst
        self.regels = Regels(tekst)
        self._volgende: Callable[[], Any] = ontleder.get_event
        self._verdacht = any(patroon.search(tekst) for patroon in _VERDACHT)
        self._pad: list[str | int] = []
        self._over = MAX_KNOPEN - 1
        self._goede_sleutels: set[str] = set()
        self.fouten = Fouten()

    def document(self) -> Ontleed:
        """Return the only document in the text; raise what the parser raises, or `_StopError`."""
        if gevonden := _INSTRUCTIE_VOORAF.match(self._tekst):
            self._meld(keuring.INSTRUCTIE, gevonden.end() - 1)
            raise _StopError
        self._volgende()
        if isinstance(self._volgende(), StreamEndEvent):
            self._meld(keuring.ALLEEN_COMMENTAAR if "#" in self._tekst else keuring.LEEG, 0)
            raise _StopError
        begin = self._volgende()
        waarde, wortel = self._node(begin)
        self._check_end(self._volgende())
        if isinstance(waarde, dict) and isinstance(wortel, Tak):
            return Ontleed(waarde, wortel, self.fouten.in_order())
        if not self.fouten:
            self._meld(keuring.LEEG if waarde is None else keuring.root_fault(waarde), _begin(begin))
        raise _StopError

    def _node(self, event: Event, deel: str | int | None = None) -> tuple[Waarde, Plek]:
        """Return a value and where it starts; `deel` is its key or its place in the list, the root has none."""
        if isinstance(event, ScalarEvent):
            return self._scalar(event, deel), _begin(event)
        if isinstance(event, AliasEvent):
            self._meld(keuring.ALIAS, _begin(event), deel)
            return None, _begin(event)
        assert isinstance(event, CollectionStartEvent)  # noqa: S101 - meer soorten knopen bestaan er niet
        if deel is not None:
            self._pad.append(deel)
        waarde = self._collection(event)
        if deel is not None:
            self._pad.pop()
        return waarde

    def _collection(self, event: CollectionStartEvent) -> tuple[Waarde, Plek]:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self._pad) >= MAX_DIEPTE:
            self._stop_too_deep(event)
        return self._mapping(event) if isinstance(event, MappingStartEvent) else self._sequence(event)

    def _mapping(self, start: MappingStartEvent) -> tuple[dict[str, Waarde], Tak]:
        waarden: dict[str, Waarde] = {}
        sleutels: dict[str, int] = {}
        kinderen: dict[str, Plek] = {}
        volgende, scalar, goed = self._volgende, self._scalar, self._goede_sleutels
        while (soort := type(sleutel := volgende())) is not MappingEndEvent:
            self._over -= 2
            if self._over < 0:
                self._stop_at(sleutel)
            if soort is not ScalarEvent:
                self._refuse_key(sleutel)
                self._node(volgende(), "?")
                continue
            naam = sleutel.value
            if naam not in goed or self._verdacht:
                self._check_key(sleutel, naam)
            if naam in sleutels:
                self._meld(keuring.duplicate_key_fault(naam, *self.regels.position(sleutels[naam])), _begin(sleutel), naam)
            else:
                sleutels[naam] = sleutel.start_mark.index
            event = volgende()
            soort = type(event)
            if soort is ScalarEvent:  # verreweg het meeste; daarom zonder omweg
                waarde: Waarde = scalar(event, naam)
                plek: Plek = event.start_mark.index
                if waarde is None and start.flow_style and self._is_stray(sleutel, event):
                    self._stray(naam, sleutel, waarden)
                    continue
            else:
                waarde, plek = self._node(event, naam)
            waarden[naam] = waarde
            kinderen[naam] = plek
        return waarden, Tak(_begin(start), kinderen, sleutels)

    def _sequence(self, start: Event) -> tuple[list[Waarde], Tak]:
        waarden: list[Waarde] = []
        kinderen: list[Plek] = []
        volgende = self._volgende
        while (soort := type(event := volgende())) is not SequenceEndEvent:
            self._over -= 1
            if self._over < 0:
                self._stop_at(event)
            if soort is ScalarEvent:
                waarde: Waarde = self._scalar(event, len(waarden))
                plek: Plek = event.start_mark.index
            else:
                waarde, plek = self._node(event, len(waarden))
            waarden.append(waarde)
            kinderen.append(plek)
        return waarden, Tak(_begin(start), kinderen, {})

    def _stop_at(self, event: Event) -> NoReturn:
        self._meld(keuring.TE_VEEL, _begin(event))
        raise _StopError

    def _stop_too_deep(self, event: Event) -> NoReturn:
        self._meld(keuring.TE_DIEP, _begin(event))
        raise _StopError

    def _scalar(self, event: ScalarEvent, deel: str | int | None) -> Waarde:
        tekst = event.value
        if self._verdacht:
            self._check_signs(event, deel)
        if event.style:
            return tekst
        if ":" in tekst or tekst[:1] == "-" or " - " in tekst:
            self._check_plain(event, deel)
        return read_scalar(tekst)

    def _check_key(self, event: ScalarEvent, naam: str) -> None:
        if self._verdacht:
            self._check_signs(event, naam)
        if event.style:
            return
        if melding := keuring.key_fault(naam):
            self._meld(melding, _begin(event))
        else:
            self._goede_sleutels.add(naam)

    def _refuse_key(self, event: Event) -> None:
        if isinstance(event, AliasEvent):
            self._meld(keuring.ALIAS, _begin(event))
            return
        begin = _begin(event)
        sjabloon = begin and self._tekst.startswith("{{", begin - 1)
        self._meld(keuring.SJABLOON if sjabloon else keuring.SAMENGESTELDE_SLEUTEL, begin)
        diepte = 1
        while diepte:  # wat in zo'n sleutel staat, doet er niet toe
            self._over -= 1
            if self._over < 0:
                self._stop_at(event)
            if len(self._pad) + diepte >= MAX_DIEPTE:  # ook wie diep overslaat, kost libyaml kwadratisch veel tijd
                self._stop_too_deep(event)
            binnen = self._volgende()
            diepte += isinstance(binnen, CollectionStartEvent) - isinstance(binnen, CollectionEndEvent)

    def _is_stray(self, sleutel: Event, waarde: Event) -> bool:
        """Tell whether a key between braces has no colon: the parser then makes up an empty value where the next token is."""
        if not isinstance(waarde, ScalarEvent) or waarde.value or waarde.style:
            return False
        return ":" not in self._tekst[_end(sleutel) : _begin(waarde)]

    def _stray(self, naam: str, sleutel: Event, waarden: dict[str, Waarde]) -> None:
        vorige = None
        if waarden:
            eerder, begin = waarden.popitem()
            if isinstance(begin, str | int | float):  # zo staat bij een tweede komma de hele zin in de uitleg
                begin = f"{begin}, {naam}"[:_MAX_ZIN]
                vorige = (eerder, begin)
            waarden[eerder] = begin
        self._meld(keuring.stray_key_fault(naam, vorige), _begin(sleutel))

    def _check_plain(self, event: ScalarEvent, deel: str | int | None) -> None:
        """Refuse a text without quotation marks that YAML reads otherwise than it looks."""
        begin, eind = _begin(event), _end(event)
        kolom = event.start_mark.column  # type: ignore[union-attr]  # zie _begin
        if kolom <= _MAX_INSPRINGING and not self._tekst[begin - kolom : begin].strip(" "):
            regel = self._tekst[begin:eind].partition("\n")[0].partition("\r")[0]
            if melding := keuring.bare_text_fault(regel):
                self._meld(melding, begin, deel)
        if streepje := _VERVOLGSTREEPJE.search(self._tekst, begin, eind):
            self._meld(keuring.VERVOLGSTREEPJE, streepje.end() - 1, deel)

    def _check_signs(self, event: ScalarEvent, deel: str | int | None) -> None:
        """Refuse what only a text with the signs of `_VERDACHT` can hold."""
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event, deel)
        if event.style == '"' and (gevonden := _VERBODEN_NA_ESCAPE.search(event.value)):
            self._meld(character_message(gevonden[0]), _begin(event), deel)
        if not event.style and (hekje := _HEKJE.match(self._tekst, _end(event))):
            self._meld(keuring.comment_fault(hekje["rest"]), hekje.start("rest"), deel)

    def _refuse_properties(self, event: NodeEvent, deel: str | int | None = None) -> None:
        for melding in keuring.property_faults(event):
            self._meld(melding, _begin(event), deel)

    def _check_end(self, einde: Event) -> None:
        if gevonden := _VOLGEND_DOCUMENT.search(self._tekst, _end(einde)):
            self._meld(keuring.MEER_DOCUMENTEN, gevonden.start())
        else:
            self._volgende()  # het einde, of een fout van de ontleder over wat er nog staat

    def _meld(self, melding: Melding, plek: int, deel: str | int | None = None) -> None:
        regel, kolom = self.regels.position(plek)
        if self.fouten.full:  # de rest wordt alleen geteld: een pad opschrijven kan veel werk zijn
            self.fouten.count(regel, kolom)
            return
        self.fouten.add(Fault(*melding, regel=regel, kolom=kolom, pad=self._dotted(deel)))

    def _dotted(self, deel: str | int | None) -> str:
        return dotted(tuple(self._pad) if deel is None else (*self._pad, deel))
