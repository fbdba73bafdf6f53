"""Zinnen over ziekte en toestemming: (wat er is, wat de school kan doen)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.trap.gebrek import Gebrek, Kwaal
from beleidscheck.trap.gebrekdelen import also, at, capital, name, the

if TYPE_CHECKING:
    from beleidscheck.trap.gebrekdelen import Noem, Zegger

_LIJSTEN: Final = {
    "categorieen": "Bij de categorieën van de registratie",
    "eigen_codes": "Bij de eigen codes van de registratie",
    "redenen": "Bij de redenen van de registratie",
}


_ALLEEN_DEEL: Final = "Ziekte mag niet als ziekte worden gemeld; alleen het deel waarvan u vermoedt dat het ongeoorloofd is."


def _ziekte_gemeld(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    if gebrek.detail == "typen verplicht":
        naam = noem(gebrek.woorden[0])
        zin = f"Bij «{naam}» staat een verplichte melding, maar ziekte wordt niet gemeld bij leerplicht of DUO."
        return zin, f"Zet bij «{naam}» `melding: geen`."
    if gebrek.detail == "criteria":
        zin = f"«{noem(gebrek.woorden[0])}» is bij u een reden om een signaal af te geven aan leerplicht. {_ALLEEN_DEEL}"
        return zin, "Haal dit criterium weg, of gebruik het signaal `vermoeden_ongeoorloofd`."
    if gebrek.actie is not None and gebrek.actie.actie in {"duo_melden", "lpa_melden"}:
        zin = f"Bij «{name(gebrek.signaal, noem)}» meldt u aan leerplicht of DUO. {_ALLEEN_DEEL}"
    else:
        zin = f"Bij «{name(gebrek.signaal, noem)}» gaan gegevens van een zieke leerling naar leerplicht of DUO. {_ALLEEN_DEEL}"
    doen = "Verwijs bij ziekte naar de jeugdarts, of zet bij deze actie als `voorwaarde` dat er een vermoeden van ongeoorloofde afwezigheid is."
    if gebrek.stap is not None and any(signaal.naam.startswith("ongeoorloofd") for signaal in gebrek.stap.signalen):
        doen = "Maak van de signalen twee stappen, en meld alleen bij de ongeoorloofde afwezigheid."
    return zin, doen


def _ziekte_besproken(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    if gebrek.detail == "typen vrijwillig":
        naam = noem(gebrek.woorden[0])
        zin = (
            f"Bij «{naam}» mag de school volgens het beleid melden, maar ziekte gaat ook vrijwillig niet naar leerplicht of DUO."
        )
        return zin, f"Zet bij «{naam}» `melding: geen`."
    if gebrek.detail == "typen extern":
        zin = "Bij ziekte betrekt u de leerplichtambtenaar. Bij ziekte is de jeugdarts de partner; leerplicht pas bij een vermoeden van ongeoorloofde afwezigheid."
        return zin, "Zet bij ziekte de jeugdarts als externe partner."
    if gebrek.detail == "partners":
        zin = f"De leerplichtambtenaar wordt betrokken als er sprake is van «{noem(gebrek.woorden[0])}». Bij ziekte is de jeugdarts de partner."
        return zin, "Zet bij de leerplichtambtenaar `vermoeden_ongeoorloofd` in plaats van ziekte."
    if gebrek.signaal is not None and gebrek.signaal.naam.startswith("geoorloofd"):
        zin = f"{capital(at(gebrek.signaal, noem))} meldt u aan leerplicht of DUO, terwijl ook ziekte geoorloofd is."
        return (
            zin,
            "Betrek leerplicht zonder melding, of zet als `voorwaarde` dat er een vermoeden van ongeoorloofde afwezigheid is.",
        )
    zin = f"{capital(at(gebrek.signaal, noem))} komt leerplicht in beeld, ook als de leerling alleen ziek is."
    doen = "Betrek eerst de jeugdarts; zet bij deze actie als `voorwaarde` dat er een vermoeden van ongeoorloofde afwezigheid is."
    return zin, doen


def _ziekte_ongeoorloofd(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    if gebrek.detail in _LIJSTEN:
        zin = f"{_LIJSTEN[gebrek.detail]} telt ziekte als ongeoorloofd. Ziekte is een wettelijke reden om niet op school te zijn (Leerplichtwet 1969, artikel 11)."
        return zin, "Zet ziekte in de groep geoorloofd; wie zich niet volgens de afspraak meldt, krijgt een eigen reden."
    zin = f"{capital(at(gebrek.signaal, noem))} telt de afwezigheid voortaan als ongeoorloofd, zonder dat er een vermoeden hoeft te zijn."
    return (
        zin,
        "Zet als `voorwaarde` wanneer dat zo is, bijvoorbeeld als leerling of ouders niet meewerken, of gebruik het signaal `geen_medewerking`.",
    )


def _school_beslist(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    wie = the(gebrek.actie.wie, noem) if gebrek.actie is not None and gebrek.actie.wie else "de school"
    zin = f"{capital(at(gebrek.signaal, noem))} bepaalt {wie} of de afwezigheid geoorloofd is, zonder jeugdarts of leerplicht."
    return zin, "Zet bij `met` de jeugdarts, die adviseert, of de leerplichtambtenaar, die na onderzoek bepaalt."


def _volwassen(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    wat = noem(gebrek.actie.actie) if gebrek.actie is not None else ""
    zin = (
        f"Deze stap is voor leerlingen van 18 jaar of ouder en betrekt de ouders («{wat}»), maar er staat niet dat de leerling dat goedvindt."
        + also(gebrek)
    )
    return zin, "Zet als `voorwaarde` de toestemming van de leerling, of vul `doelgroep_18plus.ouders_betrokken` in."


#: Per gebrek de titel en de zin.
ZINNEN: Final[dict[Kwaal, tuple[str, Zegger]]] = {
    Kwaal.ZIEKTE_GEMELD: ("Ziekte wordt als ziekte gemeld", _ziekte_gemeld),
    Kwaal.ZIEKTE_BESPROKEN: ("Leerplicht bij ziekte", _ziekte_besproken),
    Kwaal.ZIEKTE_ONGEOORLOOFD: ("Ziekte telt als ongeoorloofd", _ziekte_ongeoorloofd),
    Kwaal.SCHOOL_BESLIST: ("De school beslist zelf over ziekte", _school_beslist),
    Kwaal.VOLWASSEN: ("Ouders van een volwassen leerling", _volwassen),
}
