"""The records of three tables with plainly made-up names."""

from __future__ import annotations

REGIETAFEL = """\
naam: Provincie Voorbeeld
afzender: Secretariaat Voorbeeld
email: secretariaat@voorbeeld.nl
tafel: prt
vrije_perioden:
  - {naam: zomerreces, van: 2027-07-10, tot: 2027-08-22}
"""
PRT = """\
naam: Provinciale Regietafel Voorbeeld
korte_naam: PRT
locatie: Provinciehuis, Voorbeeldstad
tijd: 9:30 - 11:00
contact: secretariaat@voorbeeld.nl
ritme: {weken: 6, weekdag: vrijdag}
actiehouders: [COA]
leden:
  - {id: proef, aanhef: mw., tussenvoegsel: de, achternaam: Proef, organisatie: Voorbeeldstad,
     email: proef@voorbeeld.nl}
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Toetsdorp, email: voorbeeld@voorbeeld.nl}
vaste_punten:
  - {titel: Opening, duur: 5}
  - {titel: Verslag van de vorige vergadering, soort: verslag, doel: vaststelling, duur: 5}
  - {titel: Terugkoppeling, soort: acties, duur: 10}
  - {titel: Sluiting, plaats: eind, duur: 5}
  - {titel: Concept provinciaal verslag, mijlpaal: provinciaal_verslag, duur: 20}
"""
RRT = """\
naam: Regionale Regietafel Midden
korte_naam: RRT Midden
tijd: 9:30 - 11:00
voedt: prt
ritme: {weken: 6, weekdag: donderdag, dagen_vooraf: 15}
vaste_punten:
  - {titel: Terugkoppeling, soort: acties}
"""
