"""De opdrachtregel: argumenten lezen, één functie aanroepen, afdrukken of schrijven, en een exitcode teruggeven."""
