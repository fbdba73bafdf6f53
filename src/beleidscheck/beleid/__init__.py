"""Het beleidsbestand (`formaat: 1`) als pydantic-modellen, met zijn woorden, zijn veldpaden en zijn JSON Schema.

`model` heeft het topmodel `Beleid`, `elementen` de zestien elementen, `woorden` de vaste woorden met hun leesbare
namen, `paden` de veldpaden die een kader mag noemen en `schema` de generator van `schema/beleid.schema.json`.
"""
