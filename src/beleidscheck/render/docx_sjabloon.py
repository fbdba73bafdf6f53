"""Een leeg Word-document openen: ons eigen, of het sjabloon van de school, dat wij niet zomaar vertrouwen.

Van een sjabloon blijven de stijlen, de bladspiegel en de kop- en voetteksten; de tekst die erin staat, vervalt.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

_MEESTE_BYTES: Final = 20_000_000
_MEESTE_UITGEPAKT: Final = 100_000_000
_MEESTE_DELEN: Final = 3000
_TYPEN: Final = "[Content_Types].xml"
_HOOFDDEEL: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SJABLOONDEEL: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
#: XML in een andere tekenset dan UTF-8 schrijft Word niet; wie het doet, wil iets verbergen.
_ANDERE_TEKENS: Final = re.compile(rb"\x00|\xff\xfe|\xfe\xff|encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
_MACRO: Final = re.compile(r"vbaProject|vbaData|activeX", re.IGNORECASE)
#: Wat bij een sjabloon hoort; al het andere waar de tekst naar verwees, gaat met de tekst weg.
_BLIJFT: Final = frozenset(
    {
        RT.STYLES,
        RT.NUMBERING,
        RT.SETTINGS,
        RT.THEME,
        RT.FONT_TABLE,
        RT.WEB_SETTINGS,
        RT.FOOTNOTES,
        RT.ENDNOTES,
        RT.HEADER,
        RT.FOOTER,
    }
)
_OPNIEUW: Final = "Open het in Word en bewaar het opnieuw als .docx."


def open_template(sjabloon: Path | None) -> WordDocument:
    """Return an empty Word document: the school's template without its text, or our own.

    Raises `UsageError` when the template is missing, broken, or holds something that does not belong in a document.
    """
    if sjabloon is None:
        word = docx.Document()
        _set_page(word)
    else:
        word = _open(sjabloon)
    lichaam: Any = word.element.body
    for deel in list(lichaam):
        if deel.tag != qn("w:sectPr"):
            lichaam.remove(deel)
    if lichaam.find(qn("w:sectPr")) is None:
        word.add_section()
    _drop_leftovers(word)
    return word


def _set_page(word: WordDocument) -> None:
    """Set A4 with the margins of the PDF."""
    blad = word.sections[0]
    blad.page_width, blad.page_height = docx.shared.Mm(210), docx.shared.Mm(297)
    blad.left_margin = blad.right_margin = docx.shared.Mm(20)
    blad.top_margin = blad.bottom_margin = docx.shared.Mm(24)


def _open(sjabloon: Path) -> WordDocument:
    raw = _read(sjabloon)
    try:
        return docx.Document(io.BytesIO(_checked(raw, sjabloon)))
    except zipfile.BadZipFile:
        raise UsageError(f"{sjabloon} is geen Word-document. {_OPNIEUW}") from None
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        SyntaxError,
        AttributeError,
        NotImplementedError,
        EOFError,
        OSError,
        zipfile.LargeZipFile,
    ):
        raise UsageError(f"{sjabloon} is een beschadigd Word-document. {_OPNIEUW}") from None


def _read(sjabloon: Path) -> bytes:
    try:
        with sjabloon.open("rb") as bron:
            raw = bron.read(_MEESTE_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"Het sjabloon {sjabloon} bestaat niet. Controleer de naam achter `--sjabloon`.") from None
    except OSError:
        raise UsageError(
            f"Het sjabloon {sjabloon} is niet te lezen. Controleer of het een bestand is en of u het mag lezen."
        ) from None
    if len(raw) > _MEESTE_BYTES:
        raise UsageError(
            f"Het sjabloon {sjabloon} is groter dan 20 MB. Haal er beelden uit die niet in een kop- of voettekst staan."
        )
    return raw


def _checked(raw: bytes, sjabloon: Path) -> bytes:
    """Return the package as a document; raise `UsageError` for what could harm who opens it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as bron:
        delen = bron.infolist()
        if len(delen) > _MEESTE_DELEN or sum(deel.file_size for deel in delen) > _MEESTE_UITGEPAKT:
            raise UsageError(f"Het sjabloon {sjabloon} wordt uitgepakt veel te groot. Gebruik een gewoon Word-document.")
        inhoud = {deel.filename: bron.read(deel) for deel in delen}
    if _TYPEN not in inhoud or any(deel.flag_bits & 1 for deel in delen):
        raise zipfile.BadZipFile
    if b"macroEnabled" in inhoud[_TYPEN] or any(_MACRO.search(naam) for naam in inhoud):
        raise UsageError(
            f"Het sjabloon {sjabloon} bevat macro's. Bewaar het in Word als gewoon document (.docx), zonder macro's."
        )
    for naam, tekst in inhoud.items():
        if not naam.lower().endswith((".xml", ".rels")):
            continue
        if _ANDERE_TEKENS.search(tekst[:200]):
            raise UsageError(f"{sjabloon} is een beschadigd Word-document. {_OPNIEUW}")
        if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", tekst, re.IGNORECASE):
            raise UsageError(
                f"Het sjabloon {sjabloon} bevat een doctype of entiteit, en dat hoort niet in een Word-document. {_OPNIEUW}"
            )
        if naam.endswith(".rels"):
            inhoud[naam] = _without_outside(tekst, sjabloon)
    inhoud[_TYPEN] = inhoud[_TYPEN].replace(_SJABLOONDEEL.encode(), _HOOFDDEEL.encode())
    klaar = io.BytesIO()
    with zipfile.ZipFile(klaar, "w") as doel:
        for naam, tekst in inhoud.items():
            doel.writestr(naam, tekst)
    return klaar.getvalue()


def _without_outside(rels: bytes, sjabloon: Path) -> bytes:
    """Return relationships without those to a template elsewhere; raise for a picture or part that is fetched when opened."""
    wortel: Any = parse_xml(rels)
    for relatie in list(wortel):
        soort = (relatie.get("Type") or "").rpartition("/")[2]
        if relatie.get("TargetMode") != "External" or soort == "hyperlink":
            continue
        if soort != "attachedTemplate":
            raise UsageError(
                f"Het sjabloon {sjabloon} haalt iets van buiten zichzelf op zodra iemand het opent."
                " Neem beelden in het document zelf op."
            )
        wortel.remove(relatie)
    return serialize_part_xml(wortel)


def _drop_leftovers(word: WordDocument) -> None:
    """Drop what only the removed text used: its pictures, comments and links; and the link to another template."""
    for nummer, relatie in list(word.part.rels.items()):
        if relatie.reltype not in _BLIJFT:
            del word.part.rels[nummer]
    instellingen: Any = word.settings.element
    for naam in ("w:attachedTemplate", "w:documentProtection", "w:mailMerge", "w:trackRevisions", "w:rsids"):
        for oud in instellingen.findall(qn(naam)):
            instellingen.remove(oud)
