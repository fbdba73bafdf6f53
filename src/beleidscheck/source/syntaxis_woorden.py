"""De zinnen bij een schrijfwijze die geen YAML is: steeds (code, zin, remedie)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.source.fouten import fragment, quoted

if TYPE_CHECKING:
    from beleidscheck.source.fouten import Melding

#: Aanhalingstekens zoals een tekstverwerker ze maakt; voor YAML zijn het gewone letters.
_GEKRULD: Final = frozenset("\u201c\u201d\u201e\u2018\u2019\u201a")

VREEMDE_SPATIE: Final = (
    "vreemde-spatie",
    "Op deze regel staat een harde of onzichtbare spatie waar YAML een gewone spatie verwacht.",
    "Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma.",
)
TAB_VOORAAN: Final = (
    "tab",
    "Deze regel springt in met een tab; YAML kent daarvoor alleen spaties.",
    "Vervang de tab door spaties, twee per niveau.",
)
TAB: Final = ("tab", "Hier staat een tab waar YAML een spatie verwacht.", "Vervang de tab door een spatie.")
BLOKTEKST: Final = (
    "bloktekst",
    "Achter `|` of `>` mag op dezelfde regel geen tekst staan.",
    "Begin de tekst op de volgende regel, twee spaties ingesprongen, of zet aanhalingstekens om de hele waarde.",
)
TAG: Final = (
    "tag",
    "Hier staat een uitroepteken; dat leest YAML als een tag, en tags zijn niet toegestaan.",
    "Haal de tag weg, of zet aanhalingstekens om de hele waarde als het uitroepteken erbij hoort.",
)
ESCAPE: Final = (
    "escape",
    "Tussen dubbele aanhalingstekens begint een schuine streep (`\\`) een bijzonder teken, en dit teken bestaat niet.",
    "Zet enkele aanhalingstekens om de tekst, of schrijf de streep dubbel (`\\\\`).",
)
STREEPJE_TUSSEN_SLEUTELS: Final = (
    "inspringing",
    "Hier staat een lijststreepje waar een sleutel hoort.",
    "Zet het streepje recht onder de andere streepjes van dezelfde lijst, of laat het inspringen onder zijn sleutel.",
)
SLEUTEL_TUSSEN_STREEPJES: Final = (
    "inspringing",
    "Hier staat een sleutel waar een lijststreepje hoort.",
    "Zet de sleutel recht onder de sleutels waar hij bij hoort, of begin de regel met een streepje en een spatie.",
)
INSPRINGING: Final = (
    "inspringing",
    "Deze regel springt anders in dan de regels waar hij bij hoort.",
    "Zet regels van hetzelfde niveau recht onder elkaar, met twee spaties per niveau.",
)
STREEPJE_ACHTER_SLEUTEL: Final = (
    "streepje",
    "Hier staat een lijststreepje achter een sleutel op dezelfde regel.",
    "Zet elk streepje op een eigen regel onder de sleutel, of zet aanhalingstekens om de hele waarde.",
)
GEEN_SLEUTEL: Final = (
    "sleutel",
    "Voor de dubbele punt staat geen sleutel.",
    "Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde.",
)
GEEN_WAARDE: Final = (
    "haak",
    "Tussen deze haken staat een komma zonder waarde ervoor.",
    "Haal de komma weg, of zet aanhalingstekens om de tekst waar zij bij hoort.",
)
OPEN_HAAK_AAN_EIND: Final = (
    "haak",
    "Hier houdt het bestand op terwijl er nog een haak openstaat.",
    "Sluit elke `[` met `]` en elke `{` met `}`, of zet aanhalingstekens om de tekst als de haak erbij hoort.",
)
DUBBELE_PUNT_TUSSEN_HAKEN: Final = (
    "dubbele-punt",
    "Tussen deze haken staat een dubbele punt in een waarde; YAML leest dat als een nieuwe sleutel.",
    "Zet aanhalingstekens om de tekst waar de dubbele punt bij hoort.",
)
SPATIE_TUSSEN_HAKEN: Final = (
    "spatie",
    "Tussen haken hoort een spatie achter een dubbele punt.",
    "Zet een spatie achter de dubbele punt, of aanhalingstekens om de tekst.",
)
DUBBELE_PUNT_IN_VERVOLG: Final = (
    "dubbele-punt",
    "In een tekst die over meer regels loopt, staat een dubbele punt; YAML leest dat als een nieuwe sleutel.",
    "Zet aanhalingstekens om de hele tekst, of zet `>-` achter de sleutel en begin de tekst op de volgende regel.",
)
STREEPJES_VOORAF: Final = (
    "yaml",
    "Achter `---` staat een sleutel op dezelfde regel.",
    "Begin de sleutel op een nieuwe regel.",
)
TERUGVAL: Final = (
    "yaml",
    "Hier staat iets dat niet als YAML te lezen is.",
    "Controleer op deze regel en de regel erboven de inspringing, de aanhalingstekens, de haken en de dubbele punten.",
)


def bad_start(rest: str) -> Melding:
    """Return what to say about a value that starts with a character that YAML keeps for itself."""
    if not rest:
        return TERUGVAL
    zin = f"De waarde begint met «{rest[0]}», en dat teken heeft in YAML een bijzondere betekenis."
    return "begin-teken", zin, f"Zet aanhalingstekens om de hele waarde: `{quoted(rest)}`."


def bullet(rest: str) -> Melding:
    """Return what to say about a line that starts with an asterisk, as in a list in Markdown."""
    zin = "Deze regel begint met een sterretje; een opsomming schrijft u in YAML met streepjes."
    return "begin-teken", zin, f"Schrijf `- {fragment(rest[1:])}`, of zet aanhalingstekens om de tekst."


def open_quote(rest: str) -> Melding:
    """Return what to say about a quotation mark that is never closed."""
    zin = f"De tekst «{fragment(rest)}» begint met een aanhalingsteken dat nergens wordt gesloten."
    if rest.startswith("'"):
        return "aanhalingsteken", zin, f"Sluit het, of zet dubbele aanhalingstekens om de hele tekst: `{quoted(rest)}`."
    return "aanhalingsteken", zin, "Zet aan het eind van de tekst hetzelfde aanhalingsteken."


def text_after(teken: str, rest: str, waarde: str) -> Melding:
    """Return what to say about text after the quotation mark or bracket that closes a value."""
    wat, code = ("sluitende haak", "haak") if teken in "]}" else ("sluitende aanhalingsteken", "aanhalingsteken")
    lidwoord = "de" if code == "haak" else "het"
    goed = f": `{quoted(waarde)}`." if waarde else "."
    return code, f"Achter {lidwoord} {wat} staat nog tekst: «{fragment(rest)}».", f"Zet aanhalingstekens om de hele waarde{goed}"


def open_bracket(haak: str, sluiter: str) -> Melding:
    """Return what to say about a bracket that is never closed."""
    zin = f"De haak `{haak}` wordt niet gesloten."
    return "haak", zin, f"Zet `{sluiter}` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort."


def wrong_bracket(haak: str, regel: int, sluiter: str, gevonden: str) -> Melding:
    """Return what to say about a bracket that is closed by one of the other kind."""
    return "haak", f"De haak `{haak}` van regel {regel} wordt gesloten met `{gevonden}`.", f"Sluit hem met `{sluiter}`."


def no_comma(rest: str) -> Melding:
    """Return what to say about two values between brackets with no comma between them."""
    return (
        "haak",
        f"Tussen haken ontbreekt een komma voor «{fragment(rest)}».",
        "Zet een komma tussen de waarden, of aanhalingstekens om de hele waarde.",
    )


def no_space(sleutel: str, waarde: str) -> Melding:
    """Return what to say about a colon that is glued to its value."""
    return "spatie", "Achter de dubbele punt ontbreekt een spatie.", f"Schrijf `{fragment(f'{sleutel}: {waarde}')}`."


def no_space_after_dash(rest: str) -> Melding:
    """Return what to say about a list dash that is glued to its item."""
    return "streepje", "Achter het streepje ontbreekt een spatie.", f"Schrijf `- {fragment(rest[1:])}`."


def no_colon(rest: str) -> Melding:
    """Return what to say about a line that stands where a key belongs but has no colon."""
    zin = f"Achter «{fragment(rest)}» ontbreekt een dubbele punt met een waarde."
    return (
        "geen-dubbele-punt",
        zin,
        f"Schrijf `{fragment(rest)}: waarde`, of laat de regel inspringen als hij bij de tekst erboven hoort.",
    )


def block_text_not_indented(regel: int) -> Melding:
    """Return what to say about a line that belongs to the block text of an earlier line."""
    zin = f"Deze regel hoort bij de tekst die op regel {regel} met `|` of `>` begint, maar springt niet in."
    return "inspringing", zin, "Laat elke regel van die tekst inspringen, twee spaties verder dan de sleutel."


def too_deep(sleutel: str, regel: int) -> Melding:
    """Return what to say about a key under a line that has a value already."""
    zin = f"Deze regel springt verder in dan regel {regel}, maar daar staat al een waarde."
    return (
        "inspringing",
        zin,
        f"Zet `{fragment(sleutel)}` recht onder de sleutels waar hij bij hoort, of haal de waarde op regel {regel} weg.",
    )


def colon_in_value(sleutel: str, waarde: str) -> Melding:
    """Return what to say about a value with a colon and a space in it."""
    naam = fragment(sleutel)
    zin = f"In de waarde van `{naam}` staat een dubbele punt; YAML leest dat als een nieuwe sleutel."
    recht = " Gebruik rechte aanhalingstekens, geen gekrulde." if waarde[:1] in _GEKRULD else ""
    return "dubbele-punt", zin, f"Zet aanhalingstekens om de hele waarde: `{naam}: {quoted(waarde)}`.{recht}"
