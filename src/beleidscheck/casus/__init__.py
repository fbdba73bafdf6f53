"""De casus: een verzonnen leerling en haar jaar, uitgevoerd onder de ladder van een school of een kader.

Eén bestand is tegelijk een voorbeeld, een test en een stuk van het beleidsdocument. Er komen nooit gegevens van een echte leerling in.
"""
