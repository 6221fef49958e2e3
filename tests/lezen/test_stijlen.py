"""Minutes in the styles of many bodies, all made up: what is marked as an action is found, with its owner."""

from __future__ import annotations

import pytest

from pipeline.lezen import lees

COLLEGE = """\
GEMEENTE VOORBEELDSTAD
Besluitenlijst van de vergadering van het college van burgemeester en wethouders
Datum: 14 mei 2024

Aanwezig: A. Burgemeester, B. Wethouder, C. Wethouder, D. Secretaris
Afwezig: -

Nr.  Onderwerp                              Besluit
1    Vaststellen besluitenlijst 7 mei       Conform
2    Subsidie dorpshuis                     Het college besluit 10.000 euro te verlenen
3    Rondvraag                              Geen
"""

OR = """\
# Notulen OR-vergadering

**Datum:** dinsdag 4 februari 2025, 13.00–15.00 uur
**Locatie:** vergaderzaal 2 / Teams
**Aanwezig:** Ans (voorzitter), Ben, Cor, Dea (ambtelijk secretaris), Ed v/d Berg
**Afwezig:** Fien (vakantie)

1. **Opening en vaststellen agenda**

   De agenda wordt vastgesteld.

2. **Mededelingen**

   Ben meldt dat de arbodienst is gewisseld. *Actie Ben: informatie delen via Teams (vóór 15 februari).*

3. **Reorganisatie**

   De OR wil meer informatie. Cor vraagt de bestuurder om een planning. **(actie Cor)**
   Afgesproken wordt dat Dea een vragenlijst maakt. ACTIE: Dea, Cor

**Actielijst**

| # | Wat | Wie | Wanneer | Status |
|--:|-----|-----|---------|:------:|
| 25-01 | Informatie arbodienst delen | Ben | 15-02-2025 | open |
| 24-17 | Reglement aanpassen | Ans/Dea | Q4 2024 | ~~open~~ gereed |
| | | | | |
"""

BESTUUR = """\
Verslag bestuursvergadering Stichting Proef

Datum en tijd: maandag 3 juni 2024 om 19.30 uur
Aanwezig: Piet (vz.), Klaas (penn.), Marie (secr.), Truus
Met kennisgeving afwezig: Henk

1 Opening
Piet opent de vergadering.

2 Notulen van 6 mei 2024
De notulen worden goedgekeurd.
Actielijst: punt 3 en 5 zijn afgerond en kunnen van de lijst. Punt 7 blijft staan.

3 Financiën
Klaas licht de cijfers toe. De contributie blijft gelijk.
- actie Klaas: begroting 2025 opstellen voor de vergadering van september
- actie Klaas en Marie: subsidieaanvraag indienen (deadline 1 oktober)

4 Zomerfeest
Truus regelt de catering (A). Marie vraagt de vergunning aan (A).
De actie voor het goede doel leverde 400 euro op.

5 Rondvraag
Geen.

Actiepunten
Wie     Wat                                   Wanneer
Klaas   Begroting 2025                        september
Klaas   Subsidieaanvraag                      1 oktober
Truus   Catering
"""

TECHNISCH = """\
---
title: Verslag TO Voorbeeldstandaard
date: 2024-11-05
---

# Verslag Technisch Overleg Voorbeeldstandaard, 5 november 2024

Deelnemers: Alice (Org A), Bob (Org B), Carol (Org C, voorzitter)

## Agenda
1. Opening
2. Issues
3. Rondvraag

## 1. Opening
Carol opent.

## 2. Issues
### [#12](https://example.org/12) Foutcodes
Besproken. **Besluit:** voorstel overnemen.
**Actie:** Bob verwerkt in de volgende release.

### #15 Paginering
> ACTIE @alice: voorbeeld uitwerken
Principe AP02: gebruik bestaande standaarden.

## 3. Rondvraag
- Bob: wanneer is de volgende versie? Carol: volgt.

## Actiepunten
Actie | Wie | Status
--- | --- | ---
Release 1.2 publiceren | Bob | gereed (12-10)
Voorbeeld paginering | Alice | nieuw
"""

CLIENTENRAAD = """\
CONCEPTVERSLAG CLIËNTENRAAD ZORGGROEP VOORBEELD

Datum        : dinsdag 14 oktober 2025
Aanwezig     : Piet Proef (vz), Anna Test, Jan de Voorbeeld, Maria Specimen (locatie Zuid)
Afwezig      : Kees Model (m.k.)
Verslag      : Lies Schrijver

1. Welkom
Piet heet iedereen welkom.

2. Verslag van 9 september 2025
Blz. 2: 'maaltijden' moet zijn 'maaltijdservice'. Het verslag wordt met deze wijziging vastgesteld.
N.a.v. het verslag: de folder is nog niet klaar. Anna vraagt dit na bij communicatie.    ACTIE ANNA

3. Maaltijden
De raad is ontevreden over het eten. Jan nodigt de chef-kok uit voor de volgende vergadering. (A: Jan)
Maria inventariseert de klachten op locatie Zuid.
>> actie Maria, uiterlijk 1 november

ACTIELIJST
1. Folder navragen - Anna - november 2025
2. Chef-kok uitnodigen (Jan)
3. Klachten inventariseren: Maria
"""

WERKGROEP = """\
# Notulen werkgroep Toegankelijkheid

- **Datum**: 3 september 2024
- **Aanwezig**: Sanne, Bob K., Priya, Tom (notulen)
- **Afgemeld**: Eva

## Mededelingen
Niets bijzonders.

## Website
- Sanne heeft de audit gedaan. [AP-01] Priya maakt een plan (deadline 1 oktober).
- Contrast klopt niet
  - TODO @Tom: kleuren aanpassen
- Volgens AP02 moeten we open standaarden gebruiken.

### Afspraken
- We vergaderen elke eerste dinsdag
- Bob belt de leverancier

### Acties
- [ ] Priya: plan maken
- [x] Tom: vorige notulen publiceren
- [ ] @Sanne auditrapport delen met de gemeente
- Eva bijpraten (Bob)

## Volgende keer
1 oktober, zelfde tijd.
"""

WATERSCHAP = """\
                    VERSLAG

Overleg   : Stuurgroep Dijkversterking Voorbeeldwaard
Datum     : 8 mei 2025
Tijd      : 10:00-12:00
Locatie   : Waterschapshuis, kamer 3
Deelnemers: J. Jansen (Waterschap, voorzitter), P. de Vries (Provincie), M. El Proef (Rijkswaterstaat)
Afgemeld  : K. Smit (Gemeente)

1  Opening
De voorzitter opent de vergadering.

2  Actielijst vorig overleg
Actie 12 is afgehandeld. Actie 14 loopt nog; De Vries verwacht in juni een reactie van het Rijk.

3  Planning
De planning loopt drie weken uit. Jansen licht toe dat de aannemer later begint.
De stuurgroep besluit de mijlpaal te verschuiven naar 1 september.
Actie 15: De Vries stuurt de aangepaste planning rond voor de volgende vergadering.
Actie 16 (El Proef): beoordeling hydraulica afronden, medio juli.

Actie       Omschrijving                                     Wie         Gereed
14          Reactie Rijk opvragen over subsidie              De Vries    juni 2025
15          Aangepaste planning rondsturen                   De Vries    volgende verg.
16          Beoordeling hydraulica afronden                  El Proef    medio juli
"""

REGIO = """\
# Verslag portefeuillehoudersoverleg Wonen regio Voorbeeld d.d. 5 juni 2025

| | |
|---|---|
| Datum | 5 juni 2025 |
| Tijd | 13.00 - 14.30 uur |
| Locatie | Raadhuis Proefdorp |

**Aanwezig:** wethouder Jansen (Voorbeeldstad), wethouder Pietersen (Proefdorp), mw. K. Test (ambtelijk secretaris)
**Afwezig met kennisgeving:** wethouder Van Dam (Damdorp)

## 1. Opening en vaststelling agenda
De agenda wordt vastgesteld.

## 2. Woondeal
De voortgang is besproken.
**Actie 2025-06:** Mw. Test stuurt de stand van zaken voor 1 juli aan de leden.
> **ACTIE JANSEN**: bespreekt dit met de provincie.

**Besluit**: het overleg stemt in met de woondeal.

ACTIE: zie punt 4

## 3. Actiepunten
Geen.

## 4. Actie- en besluitenlijst

| Datum | Agendapunt | Actie | Actiehouder | Gereed |
|---|---|---|---|---|
| 10-04-2025 | 3 | Memo opstellen over flexwonen | Pietersen | 1-9-2025 |
| 05-06-2025 | 2 | Stand van zaken sturen | K. Test | |
| 05-06-2025 | 2 | ~~Vervallen actie~~ Afspraak plannen | allen | gereed |
"""


def acties(text: str, naam: str) -> list[tuple[str, str, str]]:
    return [(a.label, a.actie, a.actiehouder) for a in lees(text.encode(), naam).verslag.actiepunten]


@pytest.mark.parametrize(
    ("tekst", "naam", "verwacht"),
    [
        (COLLEGE, "college.txt", []),
        (
            OR,
            "or.md",
            [
                ("", "Cor vraagt de bestuurder om een planning.", "Cor"),
                ("", "Afgesproken wordt dat Dea een vragenlijst maakt.", "Dea, Cor"),
                ("25-01", "Informatie arbodienst delen", "Ben"),
                ("24-17", "Reglement aanpassen", "Ans/Dea"),
            ],
        ),
        (
            BESTUUR,
            "bestuur.txt",
            [
                ("", "begroting 2025 opstellen voor de vergadering van september", "Klaas"),
                ("", "subsidieaanvraag indienen (deadline 1 oktober)", "Klaas en Marie"),
                ("", "Begroting 2025", "Klaas"),
                ("", "Subsidieaanvraag", "Klaas"),
                ("", "Catering", "Truus"),
            ],
        ),
        (
            TECHNISCH,
            "to.md",
            [
                ("", "Bob verwerkt in de volgende release.", "Bob"),
                ("", "voorbeeld uitwerken", "alice"),
                ("", "Release 1.2 publiceren", "Bob"),
                ("", "Voorbeeld paginering", "Alice"),
            ],
        ),
        (
            CLIENTENRAAD,
            "clienten.txt",
            [
                ("", "Anna vraagt dit na bij communicatie.", "ANNA"),
                ("", "Folder navragen", "Anna"),
                ("", "Chef-kok uitnodigen", "Jan"),
                ("", "Klachten inventariseren", "Maria"),
            ],
        ),
        (
            WERKGROEP,
            "wg.md",
            [
                ("AP-01", "Sanne heeft de audit gedaan.", ""),
                ("", "kleuren aanpassen", "Tom"),
                ("", "Bob belt de leverancier", "Bob"),
                ("", "plan maken", "Priya"),
                ("", "vorige notulen publiceren", "Tom"),
                ("", "Sanne auditrapport delen met de gemeente", "Sanne"),
                ("", "Eva bijpraten", "Bob"),
            ],
        ),
        (
            WATERSCHAP,
            "ws.txt",
            [
                ("14", "Reactie Rijk opvragen over subsidie", "De Vries"),
                ("15", "Aangepaste planning rondsturen", "De Vries"),
                ("16", "Beoordeling hydraulica afronden", "El Proef"),
            ],
        ),
        (
            REGIO,
            "regio.md",
            [
                ("2025-06", "Mw. Test stuurt de stand van zaken voor 1 juli aan de leden.", "Mw. Test"),
                ("", "bespreekt dit met de provincie.", "JANSEN"),
                ("", "Memo opstellen over flexwonen", "Pietersen"),
                ("", "Stand van zaken sturen", "K. Test"),
                ("", "Afspraak plannen", "allen"),
            ],
        ),
    ],
    ids=["college", "or", "bestuur", "technisch overleg", "cliëntenraad", "werkgroep", "waterschap", "regio"],
)
def test_the_marked_actions_are_found_with_their_owners(tekst, naam, verwacht):
    assert acties(tekst, naam) == verwacht


@pytest.mark.parametrize(
    ("tekst", "naam", "punten", "aanwezig", "afwezig"),
    [
        (OR, "or.md", 3, 5, 1),
        (BESTUUR, "bestuur.txt", 5, 4, 1),
        (TECHNISCH, "to.md", 3, 3, 0),
        (CLIENTENRAAD, "clienten.txt", 3, 5, 1),
        (WERKGROEP, "wg.md", 3, 4, 1),
        (WATERSCHAP, "ws.txt", 3, 3, 1),
        (REGIO, "regio.md", 2, 3, 1),
    ],
)
def test_the_items_and_the_people_are_found(tekst, naam, punten, aanwezig, afwezig):
    verslag = lees(tekst.encode(), naam).verslag
    assert len(verslag.punten) == punten
    assert sum(d.aanwezig for d in verslag.deelnemers) == aanwezig
    assert sum(not d.aanwezig for d in verslag.deelnemers) == afwezig


def test_decisions_are_found_with_what_they_are_about():
    found = lees(COLLEGE.encode(), "college.txt").verslag.besluiten
    assert [b.tekst for b in found] == [
        "Vaststellen besluitenlijst 7 mei: Conform",
        "Subsidie dorpshuis: Het college besluit 10.000 euro te verlenen",
    ]
