"""Het vroegste schema: nagegaan op alle verlopen van een korte lijn, voor elk stel remmen, en de kortste verdeling over dagen."""

from __future__ import annotations

from itertools import accumulate, combinations_with_replacement, product
from typing import TYPE_CHECKING, Final

import pytest

from beleidscheck.trap.schema import Rem, earliest, fewest_days

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DAGEN: Final = 6
LES: Final = (True,) * DAGEN


def _slides(lengte: int, dagen: int = DAGEN) -> tuple[int, ...]:
    return tuple(dag - lengte + 1 for dag in range(dagen))


def _cuts(lengte: int, fase: int, dagen: int = DAGEN) -> tuple[int, ...]:
    return tuple(dag - (dag - fase) % lengte for dag in range(dagen))


def _windows() -> list[tuple[int, ...]]:
    schuivend = [_slides(lengte) for lengte in range(1, 5)]
    vast = [_cuts(lengte, fase) for lengte in range(2, 5) for fase in range(lengte)]
    return list(dict.fromkeys((*schuivend, *vast)))


def _silent(verloop: Sequence[int], remmen: Sequence[Rem]) -> bool:
    """Tel op elke dag het hele venster na."""
    return all(
        sum(verloop[max(rem.begin[dag], 0) : dag + 1]) <= rem.hoogste
        for rem in remmen
        for dag in range(len(verloop))
        if verloop[dag]
    )


def _most(remmen: Sequence[Rem], verlopen: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Return per day the most that any silent course has by then."""
    sommen = [tuple(accumulate(verloop)) for verloop in verlopen if _silent(verloop, remmen)]
    return tuple(map(max, zip(*sommen, strict=True)))


def test_het_vroegste_schema_loopt_voor_op_elk_ander_verloop() -> None:
    """6 dagen, 0 tot 3 per dag: 4096 verlopen voor elk van 189 stellen van één of twee signalen, schuivend en vast, elke fase."""
    verlopen = list(product(range(4), repeat=DAGEN))
    remmen = [Rem(hoogste, begin) for hoogste in (1, 2) for begin in _windows()]
    stellen = [*((rem,) for rem in remmen), *combinations_with_replacement(remmen, 2)][::2]
    for stel in stellen:
        meest = _most(stel, verlopen)
        for nodig in range(1, meest[-1] + 2):
            schema = earliest(LES, stel, 0, DAGEN - 1, nodig, 3)
            if nodig > meest[-1]:
                assert schema is None
                continue
            assert schema is not None
            gezet = [0] * DAGEN
            for dag, aantal in schema:
                gezet[dag] = aantal
            assert _silent(gezet, stel)
            assert all(som == min(hoogste, nodig) for som, hoogste in zip(accumulate(gezet), meest, strict=True))
    assert (len(verlopen), len(stellen)) == (4096, 189)


def test_zonder_les_gebeurt_er_niets() -> None:
    lessen = (True, False, True, False, True, True)
    assert earliest(lessen, [Rem(1, _slides(2))], 0, 5, 4, 1) is None
    assert earliest(lessen, [Rem(1, _slides(2))], 0, 5, 3, 1) == [(0, 1), (2, 1), (4, 1)]


def test_een_grens_per_dag() -> None:
    assert earliest(LES, [], 0, 5, 5, 2) == [(0, 2), (1, 2), (2, 1)]
    assert earliest(LES, [], 0, 5, 5) == [(0, 5)]
    assert earliest(LES, [], 3, 5, 7, 2) is None


def _spread_over(aantal: int, per_dag: int, dagen: int) -> Iterator[tuple[int, ...]]:
    return (rij for rij in product(range(per_dag + 1), repeat=dagen) if sum(rij) == aantal)


@pytest.mark.parametrize("per_dag", [2, 3])
def test_de_minste_dagen_zijn_de_minste(per_dag: int) -> None:
    """6 dagen: elke verdeling van 1 tot 8 stukken, voor elk van 26 signalen."""
    gezien = 0
    for rem in [Rem(hoogste, begin) for hoogste in (3, 4) for begin in _windows()]:
        for nodig in range(1, 9):
            goed = [rij for rij in _spread_over(nodig, per_dag, DAGEN) if rij[0] and _silent(rij, [rem])]
            gevonden = fewest_days(LES, [rem], 0, DAGEN - 1, nodig, per_dag)
            assert (gevonden is None) is (not goed)
            if gevonden is None:
                continue
            gezien += 1
            minst = min(sum(map(bool, rij)) for rij in goed)
            eerst = min(tuple(dag for dag, n in enumerate(rij) if n) for rij in goed if sum(map(bool, rij)) == minst)
            assert tuple(dag for dag, _ in gevonden) == eerst
    assert gezien > 50


def test_de_minste_dagen_worden_ook_in_een_lang_venster_gevonden() -> None:
    """Hooguit 3 op een dag en 19 in drie weken: 20 in vier weken kan op zeven van de twintig lesdagen, en niet op zes."""
    lessen = [dag % 7 < 5 for dag in range(28)]
    remmen = [Rem(3, range(28)), Rem(19, [dag - 20 for dag in range(28)])]
    gevonden = fewest_days(lessen, remmen, 0, 27, 20, 7)
    assert gevonden == [(0, 3), (1, 3), (2, 3), (3, 3), (4, 3), (7, 3), (21, 2)]
