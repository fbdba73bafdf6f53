"""Toetsen die alleen een lezer kan afmaken: lopende tekst en verklaringen. Een sleutelwoord maakt nooit iets goed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from beleidscheck.bevinding import Reden
from beleidscheck.toetsen.basis import Gap, Leesvraag, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, nothing, show, split
from beleidscheck.toetsen.leesbaar import plain
from beleidscheck.toetsen.tekst import count_words
from beleidscheck.toetsen.waarden import as_list, emptiness

if TYPE_CHECKING:
    from collections.abc import Callable

    from beleidscheck.trap.ladder import Pad


class Proza(ToetsBasis):
    """Er staat een echte tekst; of die zegt wat de norm vraagt, beoordeelt een lezer.

    `woorden` zijn groepen woordstammen die een goede tekst meestal bevat: de lezer ziet welke wij niet vonden.

    ```yaml
    - soort: proza
      velden: [visie_en_doel.visie]
      min_woorden: 25
      woorden: [[aanwezig]]
    ```

    ```yaml te beoordelen
    visie_en_doel:
      visie: >-
        Bij ons telt elke leerling mee. Wie er niet is, wordt gemist. Daarom weten wij elke dag wie er aanwezig is, vragen wij
        bij afwezigheid meteen hoe het gaat en zoeken wij samen met leerling en ouders naar wat helpt.
    ```

    ```yaml voldoet niet
    visie_en_doel:
      visie: Wij vinden aanwezigheid belangrijk.
    ```
    """

    soort: Literal["proza"]
    velden: list[str] = Field(min_length=1, description="De velden waar de tekst mag staan; één ervan is genoeg.")
    min_woorden: int = Field(default=3, description="Uit hoeveel woorden de tekst minstens bestaat.")
    woorden: list[list[str]] = Field(default_factory=nothing, description="Groepen woorden; van elke groep verwacht de lezer er minstens één in de tekst.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when there is no text to read, otherwise the passage for the reader."""
        paden = tuple(split(veld) for veld in self.velden)
        gaten = [emptiness(onderzoek, veld) for veld in self.velden]
        if all(gaten):
            return Uitkomst(tuple(gat for gat in gaten if gat)[:1], paden)
        gevuld = [veld for veld, gat in zip(self.velden, gaten, strict=True) if gat is None]
        ruw = " / ".join(prose(onderzoek.value(veld)) for veld in gevuld)
        pad, geteld = split(gevuld[0]), count_words(ruw)
        if geteld < self.min_woorden:
            naam = onderzoek.name_field(gevuld[0])
            lengte = f"{geteld} {'woord' if geteld == 1 else 'woorden'}"
            zin = (
                f"De tekst bij {naam} telt {lengte}; dat is te kort om dit te beschrijven (reken op minstens {self.min_woorden})."
            )
            return Uitkomst((Gap(pad, zin, f"Werk de tekst bij {naam} uit.", Reden.WIJKT_AF),), paden)
        passage = " / ".join(prose(onderzoek.value(veld), onderzoek.noem) for veld in gevuld)
        return Uitkomst(gelezen=paden, vragen=(Leesvraag(pad, passage, self._not_seen(ruw)),))

    def _not_seen(self, passage: str) -> str:
        """Return which groups of words the reader will not find; empty when all are there."""
        laag = passage.lower()
        gemist = [groep for groep in self.woorden if not any(stam.lower() in laag for stam in groep)]
        zonder = [f"geen woord als {enumerate_nl([f'«{stam}»' for stam in groep], 'of')}" for groep in gemist]
        return f"Wij vonden in deze tekst {enumerate_nl(zonder)}; lees daarom extra goed." if gemist else ""

    def fields(self) -> tuple[str, ...]:
        """Return the fields."""
        return tuple(self.velden)


def prose(waarde: Any, noem: Callable[[str], str] = str) -> str:  # noqa: ANN401 - elke YAML-waarde kan tekst bevatten
    """Return all text in a value, fixed words as `noem` names them: items of a list one after another, of mappings the values."""
    if isinstance(waarde, list):
        return "; ".join(prose(deel, noem) for deel in waarde)
    if isinstance(waarde, dict):
        return ", ".join(prose(deel, noem) for deel in waarde.values())
    return plain(show(waarde), noem)


class Verklaring(ToetsBasis):
    """Iemand verklaart het, met functie en datum; of het klopt, beoordeelt een lezer.

    ```yaml
    - soort: verklaring
      onderwerp: conform_wet
    ```

    ```yaml te beoordelen
    verklaringen:
      - onderwerp: conform_wet
        door: directeur
        op: 2026-09-15
    ```

    ```yaml voldoet niet
    verklaringen:
      - onderwerp: conform_wet
        door: directeur
    ```
    """

    soort: Literal["verklaring"]
    onderwerp: str = Field(description="Waarover iemand iets verklaart.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when nobody declares it, otherwise the declaration for the reader."""
        naam = onderzoek.noem(self.onderwerp)
        uitkomsten = [
            self._judge(onderzoek, naam, ("verklaringen", nummer), item)
            for nummer, item in enumerate(as_list(onderzoek.value("verklaringen")))
            if isinstance(item, dict) and item.get("onderwerp") == self.onderwerp
        ]
        if uitkomsten:
            return next((uitkomst for uitkomst in uitkomsten if uitkomst.holds), uitkomsten[0])
        doen = f"Laat de schoolleiding dit verklaren: zet bij `verklaringen` een regel met `onderwerp: {self.onderwerp}`, `door` en `op`."
        return Uitkomst(
            (Gap(("verklaringen",), f"Er staat geen verklaring «{naam}» in het beleid.", doen),), (("verklaringen",),)
        )

    def _judge(self, onderzoek: Onderzoek, naam: str, pad: Pad, item: dict[str, Any]) -> Uitkomst:
        """Return what is wrong with a declaration on the subject, or the declaration for the reader."""
        mist = [sleutel for sleutel in ("door", "op") if not item.get(sleutel)]
        if mist:
            zin = f"Bij de verklaring «{naam}» {'ontbreekt' if len(mist) == 1 else 'ontbreken'} {enumerate_nl([f'`{m}`' for m in mist])}."
            return Uitkomst((Gap(pad, zin, "Vul in wie dit verklaart en op welke datum."),), (pad,))
        if str(item["op"]) > onderzoek.peildatum.isoformat():
            zin = f"De verklaring «{naam}» heeft een datum na de peildatum ({item['op']})."
            return Uitkomst((Gap((*pad, "op"), zin, "Vul de datum in waarop dit is verklaard.", Reden.WIJKT_AF),), (pad,))
        passage = f"Verklaard door {onderzoek.noem(str(item['door']))} op {item['op']}: {naam}."
        return Uitkomst(gelezen=(pad,), vragen=(Leesvraag(pad, passage),))

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return ("verklaringen",)


class Lezen(ToetsBasis):
    """De machine kan hier niets over zeggen; de lezer krijgt de passage en de reden.

    ```yaml
    - soort: lezen
      velden: [samenwerking.beleid]
      reden: De norm gaat over houding; daar is geen feit voor.
    ```

    ```yaml te beoordelen
    samenwerking:
      beleid: Wij bellen een partner vroeg, delen zorgen open en spreken samen af wie wat doet.
    ```

    ```yaml voldoet niet
    samenwerking:
      beleid: n.t.b.
    ```
    """

    soort: Literal["lezen"]
    velden: list[str] = Field(min_length=1, description="De velden die de lezer krijgt; één ervan is genoeg.")
    reden: str = Field(description="Waarom een machine hier niets over kan zeggen.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return the passages for the reader; a gap when there is nothing to read."""
        uitkomst = Proza(soort="proza", velden=self.velden).run(onderzoek)
        return replace(uitkomst, vragen=tuple(replace(vraag, opmerking=self.reden) for vraag in uitkomst.vragen))

    def fields(self) -> tuple[str, ...]:
        """Return the fields."""
        return tuple(self.velden)
