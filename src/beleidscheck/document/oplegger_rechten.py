"""Welk recht de medezeggenschap heeft, per onderdeel van het beleid. Over het beleid als geheel geeft de wet geen apart recht.

De artikelen komen uit een tekst van de Wet medezeggenschap op scholen (WMS) uit 2015; dat staat er in elk document bij.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.woorden import label
from beleidscheck.document.blokken import Alinea, Cel, Kop, Noot, Regeleinde, Tabel, cel, p, t
from beleidscheck.document.taal import capitalise, date_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import Report

_PO: Final = frozenset({"po", "sbo", "so"})
VOORBEHOUD: Final = (
    "De wet noemt het aanwezigheidsbeleid niet apart. Welk recht geldt, hangt af van het onderdeel en van waar de school het regelt. De"
    " artikelen komen uit een tekst van de Wet medezeggenschap op scholen (WMS) uit 2015; nummers kunnen intussen anders zijn. Ga dat na op"
    " wetten.overheid.nl en in uw eigen reglement."
)
_MBO: Final = (
    "In het mbo geldt naar ons weten niet de Wet medezeggenschap op scholen, maar de Wet op de ondernemingsraden, en voor studenten de wet"
    " over het beroepsonderwijs. Wij hebben dat niet in een bron nagegaan: vraag het bestuur welk recht het per onderdeel toepast."
)


@dataclass(frozen=True, slots=True)
class Recht:
    """Eén onderdeel met het recht dat erbij hoort: `sleutel` is hoe het beleid dat onderdeel noemt."""

    sleutel: str
    onderdeel: str
    waarover: str
    recht: str
    geleding: str
    artikel: str


def room(regels: int) -> Cel:
    """Return a cell to write in, so many lines high."""
    return Cel((Alinea((Regeleinde(),) * regels),))


def rights(sector: str) -> tuple[Recht, ...]:
    """Return the rights per part for this sector; none for the mbo, of which we have no source."""
    if sector == "mbo":
        return ()
    po = sector in _PO
    return (
        Recht(
            "schoolreglement",
            "Schoolreglement",
            "regels over melden, verlof, te laat komen en sancties, voor zover zij in het schoolreglement staan",
            "instemming",
            "de hele MR",
            "artikel 10, onder c",
        ),
        Recht(
            "schoolgids",
            "Schoolgids",
            "wat de schoolgids over het beleid zegt",
            "instemming",
            "de ouders in de MR" if po else "de ouders en leerlingen in de MR",
            "artikel 13, lid 1, onder g" if po else "artikel 14, lid 1, onder a",
        ),
        Recht(
            "privacyregeling",
            "Privacyregeling",
            "welke gegevens over aanwezigheid de school vastlegt, deelt en bewaart",
            "instemming",
            "de ouders in de MR" if po else "de ouders, en voor gegevens van leerlingen de leerlingen in de MR",
            "artikel 13, lid 1, onder i en k" if po else "artikel 14, lid 2, onder f en g, en lid 3, onder d",
        ),
        Recht(
            "leerlingenstatuut",
            "Leerlingenstatuut",
            "rechten en plichten van leerlingen bij afwezigheid, voor zover zij in het statuut staan",
            "instemming",
            "de ouders in de MR" if po else "de leerlingen in de MR",
            "artikel 13, lid 1, onder e" if po else "artikel 14, lid 3, onder b",
        ),
        Recht(
            "taakbelasting",
            "Taakverdeling",
            "nieuwe taken voor het personeel, zoals registreren, nabellen en gesprekken voeren",
            "instemming",
            "het personeel in de MR",
            "artikel 12, onder h",
        ),
        Recht(
            "veiligheidsbeleid",
            "Veiligheid en welzijn",
            "regels over veiligheid, gezondheid en welzijn, voor zover het beleid die stelt",
            "instemming",
            "de hele MR",
            "artikel 10, onder e",
        ),
        Recht(
            "schoolplan",
            "Schoolplan",
            "doelen voor aanwezigheid, voor zover zij in het schoolplan staan",
            "instemming",
            "de hele MR",
            "artikel 10, onder b",
        ),
    )


def said_by_school(report: Report) -> dict[str, str]:
    """Return per part what the school recorded about it: right, council, date and outcome, in one line."""
    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    gezegd: dict[str, list[str]] = {}
    for blok in report.policy.feiten.get("medezeggenschap", ()):
        gezegd.setdefault(str(blok.get("onderdeel", "overig")), []).append(_one(blok, report))
    return {onderdeel: " ".join(regels) for onderdeel, regels in gezegd.items()}


def _one(blok: Mapping[str, Any], report: Report) -> str:
    assert report.policy is not None  # noqa: S101 - zie boven
    uitbreiding = report.policy.uitbreiding
    soorten = (("recht", "mr_recht"), ("geleding", "geleding"), ("uitkomst", "uitkomst"))
    delen = [label(str(blok[naam]), soort, uitbreiding) for naam, soort in soorten if naam in blok]
    if "datum" in blok:
        delen.append(date_nl(str(blok["datum"])))
    if "toelichting" in blok:
        delen.append(str(blok["toelichting"]))
    return sentence(", ".join(delen)) if delen else "Genoemd, zonder recht of datum."


def rights_in_short(report: Report) -> tuple[Blok, ...]:
    """Return the rights on the first page: per part which right, and of whom."""
    rijen = rights(report.sector)
    if not rijen:
        return (p(_MBO),)
    tabel = Tabel(
        "",
        ("Onderdeel", "Recht", "Van wie"),
        tuple((cel(een.onderdeel, kop=True), cel(capitalise(een.recht)), cel(capitalise(een.geleding))) for een in rijen),
    )
    return (tabel, p("Over het beleid als geheel geeft de wet geen apart recht. De artikelen, met een voorbehoud, staan in bijlage C."))


def rights_in_full(report: Report, kop: str) -> Iterator[Blok]:
    """Yield the rights with their articles, what the school recorded, and room for the answer."""
    yield Kop(2, t(kop), "bijlage-rechten")
    rijen, gezegd = rights(report.sector), said_by_school(report)
    if rijen:
        yield p(VOORBEHOUD)
        yield Tabel(
            "Welk recht bij welk onderdeel hoort",
            ("Onderdeel", "Recht volgens de WMS", "Wat de school vastlegde", "Antwoord en datum"),
            tuple(
                (
                    cel(een.onderdeel, kop=True),
                    cel(sentence(f"{een.recht} van {een.geleding} ({een.artikel})"), f" Het gaat om {een.waarover}."),
                    cel(gezegd.pop(een.sleutel, "Nog niets.")),
                    room(1),
                )
                for een in rijen
            ),
        )
    else:
        yield Noot("let_op", "een ander recht in het mbo", (p(_MBO),))
    if gezegd:
        assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
        yield Tabel(
            "Wat de school verder aan de medezeggenschap voorlegde",
            ("Onderdeel", "Wat de school vastlegde", "Antwoord en datum"),
            tuple(
                (cel(capitalise(label(onderdeel, "mr_onderdeel", report.policy.uitbreiding)), kop=True), cel(wat), room(1))
                for onderdeel, wat in gezegd.items()
            ),
        )
