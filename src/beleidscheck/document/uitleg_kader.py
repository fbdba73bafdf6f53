"""De bladzijde van één kader: status en geldigheid, bronnen, tellingen, alle normen, de eigen ladder en de eigen woorden."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Niveau
from beleidscheck.document.beleid_ladder import collect, steps
from beleidscheck.document.blokken import Alinea, Cel, Code, Groep, Kop, Lijst, Link, Tabel, Tekst, cel, p, t
from beleidscheck.document.namen import Namen
from beleidscheck.document.proza import safe_url
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of_norms, sentence
from beleidscheck.document.taal import capitalise, date_nl, enumerate_nl
from beleidscheck.document.uitleg_boek import Pagina, how_tested
from beleidscheck.document.uitleg_element import status_words
from beleidscheck.document.uitleg_norm import ELEMENT, element_name, norm_list
from beleidscheck.document.uitleg_paden import START, Wijzer, element_page, kader_page, norm_page, word_page
from beleidscheck.trap.ladder import BLOK, build_ladder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.uitleg_boek import Boek, Regelnorm
    from beleidscheck.kader import Kader
    from beleidscheck.kader.model import Woord

_LIJSTEN: Final = (("rollen", "rol", "Rollen"), ("plaatsen", "plaats", "Plaatsen van vastlegging"), ("acties", "actie", "Acties"), ("signalen", "signaal", "Signalen"))


def kader_page_of(kader: Kader, boek: Boek) -> Pagina:
    """Return the page of one kader."""
    pad = kader_page(kader.ref)
    wijzer = Wijzer(pad)
    regels = [regel for regel in boek.regels if regel.ref == kader.ref]
    blokken: list[Blok] = [
        Kop(2, t("Wat dit kader is"), "wat"),
        Alinea(with_code(sentence(kader.bestand.toelichting)), "inleiding"),
        *((Alinea(with_code(sentence(kader.bestand.opmerking))),) if kader.bestand.opmerking else ()),
        *_validity(kader, boek, wijzer),
        Kop(2, t("De bronnen"), "bronnen"),
        *_sources(kader),
        Kop(2, t("In getallen"), "telling"),
        *_counts(regels),
        *_changes(kader, boek, wijzer),
        Kop(2, t("Alle normen"), "normen"),
        *_norms(regels, wijzer),
        *_ladder(kader),
        *_words(kader, wijzer),
        *_terms(kader),
    ]
    return Pagina(
        pad,
        kader.bestand.naam,
        tuple(blokken),
        kenmerken=tuple(_facts(kader, regels)),
        kruimels=(("Uitleg", START), ("Kaders", f"{START}#kaders")),
        keuzes=(("Hoe sterk", tuple(Niveau)),),
        zoekt=True,
    )


def _facts(kader: Kader, regels: list[Regelnorm]) -> Iterator[tuple[str, Regel]]:
    bestand = kader.bestand
    yield "Kader", (Code(kader.ref),)
    yield "Versie", t(bestand.versie)
    yield "Status", t(bestand.status)
    yield "Geldig", t(period_words(kader))
    yield "Normen", t(str(len(regels)))
    if bestand.regio:
        yield "Regio", t(Namen({}, kader.uitbreiding).word(bestand.regio, "regio"))
    if bestand.sectoren:
        yield "Sectoren", t(enumerate_nl(bestand.sectoren))


def period_words(kader: Kader) -> str:
    """Return from when till when a kader holds."""
    tot = f" tot en met {date_nl(kader.bestand.geldig_tot)}" if kader.bestand.geldig_tot else ", zonder einddatum"
    return f"vanaf {date_nl(kader.bestand.geldig_van)}{tot}"


def _validity(kader: Kader, boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    yield p(f"{capitalise(status_words(kader))}. Het is geldig {period_words(kader)}.")
    bekend = {ander.ref for ander in boek.kaders}
    if basis := kader.bestand.gebaseerd_op:
        yield p("Dit kader neemt alle normen over van ", _reference(basis, bekend, wijzer), " en scherpt ze alleen aan.")
    if kader.bestand.in_werking_op:
        yield p(f"Als dag van inwerkingtreding is ingesteld: {date_nl(kader.bestand.in_werking_op)}. Het wetsvoorstel blijft zo heten.")
    if voor := kader.bestand.opvolger_van:
        yield p("Dit kader is de opvolger van ", _reference(voor, bekend, wijzer), ".")
    for ander in boek.kaders:
        if ander.bestand.opvolger_van == kader.ref:
            yield p("De opvolger van dit kader is ", _reference(ander.ref, bekend, wijzer), f" ({ander.bestand.status}).")


def _reference(ref: str, bekend: set[str], wijzer: Wijzer) -> Inline:
    return wijzer.code(kader_page(ref), ref) if ref in bekend else Code(ref)


def _sources(kader: Kader) -> Iterator[Blok]:
    items = []
    for bron in kader.bestand.bronnen.values():
        adres = safe_url(bron.url)
        titel: Inline = Link((Tekst(bron.titel),), adres) if adres else Tekst(bron.titel)
        items.append((p(titel, f" ({bron.uitgever}, {date_nl(bron.datum)}). {sentence(bron.toelichting)}".rstrip()),))
    yield Lijst(tuple(items))


def _counts(regels: list[Regelnorm]) -> Iterator[Blok]:
    per_niveau = Counter(regel.norm.niveau for regel in regels)
    per_wijze = Counter(how_tested(regel.norm) for regel in regels)
    som = (cel("samen", kop=True), cel(str(len(regels))))
    yield Tabel("Hoe sterk de bron het zegt", ("Niveau", "Normen"), (*((cel(str(niveau), kop=True), cel(str(per_niveau[niveau]))) for niveau in Niveau), som))
    yield Tabel("Wie het toetst", ("Hoe", "Normen"), (*((cel(hoe, kop=True), cel(str(aantal))) for hoe, aantal in sorted(per_wijze.items())), som))


def _old_norm(norm: str, ref: str, bekend: set[str], wijzer: Wijzer) -> Inline:
    return wijzer.code(norm_page(ref, norm), norm) if norm in bekend else Code(norm)


def _changes(kader: Kader, boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    bestand = kader.bestand
    if not bestand.wijzigingen and not bestand.vervallen:
        return
    yield Kop(2, t("Wat er veranderd is"), "wijzigingen")
    if bestand.wijzigingen:
        rijen = tuple((cel(str(deel.get("soort", "")), kop=True), Cel((Alinea(with_code(str(deel.get("wat", "")))),))) for deel in bestand.wijzigingen)
        yield Tabel("Wijzigingen ten opzichte van de voorganger", ("Soort", "Wat"), rijen)
    if bestand.vervallen:
        oud = {regel.norm.id for regel in boek.regels if regel.ref == bestand.opvolger_van}
        vervallen = tuple((Cel((Lijst(tuple((p(_old_norm(norm, bestand.opvolger_van or "", oud, wijzer)),) for norm in deel.normen)),), kop=True), Cel((Alinea(with_code(deel.zegt)),)), cel(f"{bestand.bronnen[deel.bron].titel if deel.bron in bestand.bronnen else deel.bron}, {deel.plek}")) for deel in bestand.vervallen)
        yield Tabel("Normen van de voorganger die vervallen", ("Norm", "Wat de bron zegt", "Bron"), vervallen)


def _norms(regels: list[Regelnorm], wijzer: Wijzer) -> Iterator[Blok]:
    for nummer in ELEMENT:
        eigen = [regel for regel in regels if regel.norm.element == nummer]
        if eigen:
            yield Kop(3, t(element_name(nummer)), f"element-{nummer}")
            kop = p(f"{number_of_norms(len(eigen))}; zie ook ", wijzer.link(element_page(nummer), "dit element in alle kaders"), ".")
            yield Groep((kop, norm_list(eigen, wijzer, eigen=regels[0].ref, zegt=True)), soort="zoek")


def _ladder(kader: Kader) -> Iterator[Blok]:
    if not kader.trappen:
        return
    yield Kop(2, t("De ladder van dit kader"), "ladder")
    yield p("Een school die deze ladder overneemt, schrijft bij ", Code(BLOK), " alleen ", Code(f"volgt: {kader.ref}"), " en haar eigen afwijkingen.")
    feiten: dict[str, Any] = {BLOK: {"volgt": kader.ref}}
    trappen: Mapping[str, Any] = {kader.ref: kader.trappen}
    namen = Namen({}, kader.uitbreiding)
    delen = collect(feiten, build_ladder(feiten[BLOK], trappen), trappen, namen)
    yield from steps({}, namen, delen, {}, ())


def _words(kader: Kader, wijzer: Wijzer) -> Iterator[Blok]:
    lijst = kader.bestand.woordenlijst
    tabellen = [(soort, titel, getattr(lijst, naam)) for naam, soort, titel in _LIJSTEN]
    if not any(woorden for *_, woorden in tabellen) and not lijst.woorden:
        return
    yield Kop(2, t("Eigen woorden"), "woorden")
    yield p("Deze woorden kent alleen een beleid dat dit kader noemt.")
    for soort, titel, woorden in tabellen:
        if woorden:
            yield _word_table(titel, woorden, wijzer, soort)
    if lijst.woorden:
        yield _word_table("Overige woorden", lijst.woorden, wijzer, "")


def _word_table(titel: str, woorden: Mapping[str, Woord], wijzer: Wijzer, soort: str) -> Tabel:
    rijen = tuple(
        (
            Cel((p(wijzer.code(word_page(soort, woord), woord) if soort else Code(woord)),), kop=True),
            cel(info.label),
            cel(sentence(info.uitleg)),
            cel(", ".join(info.synoniemen)),
        )
        for woord, info in woorden.items()
    )
    return Tabel(titel, ("Woord", "Heet in documenten", "Betekenis", "Ook herkend als"), rijen)


def _terms(kader: Kader) -> Iterator[Blok]:
    if not kader.bestand.termen:
        return
    yield Kop(2, t("Woorden die verouderd zijn"), "termen")
    rijen = tuple((cel(term.oud, kop=True), cel(term.nieuw), cel(term.bron)) for term in kader.bestand.termen)
    yield Tabel("Ouder woord en wat er nu voor staat", ("Ouder woord", "Liever", "Bron"), rijen)
