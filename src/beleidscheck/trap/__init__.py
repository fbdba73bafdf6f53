"""De escalatieladder als zuivere waarden: signalen, stappen, acties, en de vraag of de ene drempel niet later afgaat dan de andere."""
