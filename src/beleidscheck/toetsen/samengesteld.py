"""Toetsen die andere toetsen samennemen: als … dan, één van, en alle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from beleidscheck.toetsen.basis import Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, together
from beleidscheck.toetsen.lezen import Lezen, Proza, Verklaring
from beleidscheck.toetsen.lijsten import Dekt, EenItem, ElkItem, Verwijst
from beleidscheck.toetsen.stap import StapToets
from beleidscheck.toetsen.velden import Bevat, Gelijk, Gevuld, Grens, Keuze
from beleidscheck.toetsen.waarden import say

if TYPE_CHECKING:
    from collections.abc import Iterable


class Als(ToetsBasis):
    """Alleen als de voorwaarde opgaat, geldt de rest; is de voorwaarde niet te bepalen, dan is de norm niet getoetst.

    ```yaml
    - soort: als
      als: {soort: gelijk, veld: school.leerlingen_18plus, waarde: true}
      dan:
        - {soort: gevuld, velden: [doelgroep_18plus.melder]}
    ```

    ```yaml voldoet
    school:
      leerlingen_18plus: ja
    doelgroep_18plus:
      melder: leerling
    ```

    ```yaml voldoet niet
    school:
      leerlingen_18plus: ja
    ```

    ```yaml niet van toepassing
    school:
      leerlingen_18plus: nee
    ```
    """

    soort: Literal["als"]
    als: Annotated[Gelijk | Keuze | Gevuld, Field(discriminator="soort")] = Field(description="De voorwaarde waaronder de rest geldt.")
    dan: list[Toets] = Field(min_length=1, description="De toetsen die gelden als de voorwaarde opgaat.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return the outcome of `dan`, or why it does not apply or could not be tested."""
        voorwaarde = self.als.run(onderzoek)
        if isinstance(self.als, Gevuld):
            return self._where_filled(onderzoek, voorwaarde, self.als)
        naam = onderzoek.name_field(self.als.veld)
        if onderzoek.value(self.als.veld) is None:
            return Uitkomst(
                gelezen=voorwaarde.gelezen,
                niet_getoetst=f"Of dit voor uw school geldt, hangt af van {naam}, en dat is niet ingevuld.",
            )
        if voorwaarde.gaps:
            return Uitkomst(
                gelezen=voorwaarde.gelezen,
                nvt=f"Dit geldt niet voor uw school: bij {naam} staat «{say(onderzoek, onderzoek.value(self.als.veld))}».",
            )
        return self._then(onderzoek, voorwaarde)

    def _where_filled(self, onderzoek: Onderzoek, voorwaarde: Uitkomst, gevuld: Gevuld) -> Uitkomst:
        """Return the outcome for a rule about something that a school may leave out."""
        if voorwaarde.gaps:
            namen = enumerate_nl([onderzoek.name_field(veld) for veld in gevuld.velden])
            return Uitkomst(
                gelezen=voorwaarde.gelezen, nvt=f"Dit geldt alleen als het beleid iets zegt bij {namen}; dat doet het niet."
            )
        return self._then(onderzoek, voorwaarde)

    def _then(self, onderzoek: Onderzoek, voorwaarde: Uitkomst) -> Uitkomst:
        uitkomst = together(toets.run(onderzoek) for toets in self.dan)
        return replace(uitkomst, gelezen=(*voorwaarde.gelezen, *uitkomst.gelezen))

    def fields(self) -> tuple[str, ...]:
        """Return the fields of the condition and of what it guards."""
        return (*self.als.fields(), *all_fields(self.dan))


class EenVan(ToetsBasis):
    """Eén van de toetsen hoeft te slagen.

    ```yaml
    - soort: een_van
      toetsen:
        - {soort: gelijk, veld: school.sector, waarde: po}
        - {soort: bevat, veld: betrokkenheid.medezeggenschap.leerlingenraad, alle: [evalueren]}
    ```

    ```yaml voldoet
    school:
      sector: vo
    betrokkenheid:
      medezeggenschap:
        leerlingenraad: [formuleren, evalueren]
    ```

    ```yaml voldoet niet
    school:
      sector: vo
    betrokkenheid:
      medezeggenschap:
        leerlingenraad: [formuleren]
    ```
    """

    soort: Literal["een_van"]
    toetsen: list[Toets] = Field(min_length=2, description="De toetsen waarvan er één moet slagen.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return the first outcome that holds, preferring one without a question; otherwise the nearest."""
        uitkomsten = [toets.run(onderzoek) for toets in self.toetsen]
        geslaagd = [uitkomst for uitkomst in uitkomsten if uitkomst.holds and not uitkomst.nvt]
        if geslaagd:
            return min(geslaagd, key=lambda uitkomst: len(uitkomst.vragen))
        mogelijk = [uitkomst for uitkomst in uitkomsten if not uitkomst.nvt] or uitkomsten
        return min(mogelijk, key=lambda uitkomst: (len(uitkomst.gaps), bool(uitkomst.niet_getoetst)))

    def fields(self) -> tuple[str, ...]:
        """Return the fields of all."""
        return all_fields(self.toetsen)


class Alle(ToetsBasis):
    """Alle toetsen moeten slagen; alleen nodig binnen `een_van`.

    ```yaml
    - soort: alle
      toetsen:
        - {soort: gelijk, veld: registratie.basis, waarde: individueel_rooster}
        - {soort: gevuld, velden: [registratie.lvs]}
    ```

    ```yaml voldoet
    registratie:
      basis: individueel_rooster
      lvs: Magister
    ```

    ```yaml voldoet niet
    registratie:
      basis: individueel_rooster
    ```
    """

    soort: Literal["alle"]
    toetsen: list[Toets] = Field(min_length=2, description="De toetsen die allemaal moeten slagen.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return the outcome of all of them at once."""
        return together([toets.run(onderzoek) for toets in self.toetsen])

    def fields(self) -> tuple[str, ...]:
        """Return the fields of all."""
        return all_fields(self.toetsen)


def all_fields(toetsen: Iterable[ToetsBasis]) -> tuple[str, ...]:
    """Return the fields that these tests read, each once."""
    return tuple(dict.fromkeys(veld for toets in toetsen for veld in toets.fields()))


Toets: TypeAlias = Annotated[
    Gevuld
    | Gelijk
    | Keuze
    | Bevat
    | Grens
    | EenItem
    | ElkItem
    | Dekt
    | Verwijst
    | StapToets
    | Proza
    | Verklaring
    | Lezen
    | Als
    | EenVan
    | Alle,
    Field(discriminator="soort"),
]
