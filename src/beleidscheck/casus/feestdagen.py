"""De officiële Nederlandse feestdagen van een jaar, uitgerekend; zij zijn met elf, en Pasen bepaalt er zes van."""

from __future__ import annotations

from datetime import date, timedelta

_ZONDAG = 7


def public_holidays(jaar: int) -> dict[date, str]:
    """Return the eleven public holidays of a calendar year with their names, in order.

    The King's birthday moves to Saturday when it falls on a Sunday.
    """
    pasen = _easter(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.isoweekday() == _ZONDAG:
        koningsdag -= timedelta(days=1)
    dagen = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - timedelta(days=2): "Goede Vrijdag",
        pasen: "eerste paasdag",
        pasen + timedelta(days=1): "tweede paasdag",
        koningsdag: "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        pasen + timedelta(days=39): "Hemelvaartsdag",
        pasen + timedelta(days=49): "eerste pinksterdag",
        pasen + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
    return dict(sorted(dagen.items()))


def _easter(jaar: int) -> date:
    """Return Easter Sunday in the Gregorian calendar: the Sunday after the first full moon of spring, as the church computes it."""
    eeuw, rest = divmod(jaar, 100)
    gulden = jaar % 19
    epacta = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    zondag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - epacta - rest % 4) % 7
    bij = (gulden + 11 * epacta + 22 * zondag) // 451
    maand, dag = divmod(epacta + zondag - 7 * bij + 114, 31)
    return date(jaar, maand, dag + 1)
