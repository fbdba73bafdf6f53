"""Afkortingen: wat het gepubliceerde document in zijn begrippenlijst uitlegt, en wat geen uitleg nodig heeft."""

from __future__ import annotations

from typing import Final

#: Staat een van deze in het document, dan legt de begrippenlijst hem uit.
AFKORTINGEN: Final = {
    "AVG": "Algemene verordening gegevensbescherming, de privacywet",
    "bpv": "beroepspraktijkvorming: de stage in het mbo",
    "CJG": "Centrum voor Jeugd en Gezin",
    "DUO": "Dienst Uitvoering Onderwijs; beheert het loket waar scholen afwezigheid melden",
    "FG": "functionaris gegevensbescherming",
    "GGD": "Gemeentelijke of Gemeenschappelijke Gezondheidsdienst",
    "JGZ": "jeugdgezondheidszorg",
    "LVS": "leerlingvolgsysteem",
    "MAZL": "Medische Advisering Ziekgemelde Leerling",
    "MDO": "multidisciplinair overleg",
    "MR": "medezeggenschapsraad",
    "MSA": "Monitor School Aanwezigheid",
    "OPP": "ontwikkelingsperspectief",
    "SMART": "specifiek, meetbaar, acceptabel, realistisch en tijdgebonden",
    "SWV": "samenwerkingsverband passend onderwijs",
}
#: Wat iedereen als naam of woord kent, ook wie niet weet waar de letters voor staan.
ALGEMEEN_BEKEND: Final = frozenset({
    "BSN", "BTW", "BV", "B&W", "CAO", "CD", "COVID", "DVD", "EHBO", "EU", "GGZ", "GPS", "HIV", "ICT", "ID", "IT", "NL", "NV", "OCW",
    "OK", "PC", "PDF", "QR", "SMS", "TV", "USB", "VN", "VS", "WC", "URL", "UTF", "YAML",
})  # fmt: skip
#: Schoolsoorten en leerwegen; wie ze in hoofdletters schrijft, kort niets af wat uitleg vraagt.
SCHOOLSOORTEN: Final = frozenset({
    "po", "vo", "vso", "so", "sbo", "pro", "mbo", "hbo", "wo", "vmbo", "mavo", "havo", "vwo", "vavo", "isk", "bb", "kb", "gl",
    "tl", "bbl", "bol", "bao", "lwoo",
})  # fmt: skip
