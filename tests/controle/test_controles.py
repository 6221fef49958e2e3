"""Every check, with a minimal record that triggers it and one that just doesn't."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from dossiers import AGENDA, DEELNEMERS, TAFEL, acties, codes, maak, punt

from pipeline.controle import CONTROLES, controleer
from pipeline.model import Gebeurtenis, Verzending


@dataclass(frozen=True)
class Geval:
    """One way to go wrong: the check, the code, the record that has it and the one that just hasn't."""

    controle: str
    code: str
    fout: dict[str, Any]
    goed: dict[str, Any]
    id: str = field(default="")


def _geval(controle: str, code: str, fout: dict[str, Any], goed: dict[str, Any], id: str = "") -> Geval:
    return Geval(controle, code, fout, goed, id or controle)


def _tekst(tekst: str, **rest: Any) -> dict[str, Any]:
    return {"tekst": punt(tekst), **rest}


def _actie(rij: str, **rest: Any) -> dict[str, Any]:
    return {"tekst": punt("Wij gaan door [A1].") + acties(rij), **rest}


WETHOUDERS = """
naam: Voorbeeldtafel
korte_naam: VT
leden:
  - {id: w1, functie: wethouder, organisatie: Polderwijk}
  - {id: w2, functie: wethouder, organisatie: Testdam}
  - {id: voorbeeld, aanhef: dhr., achternaam: Voorbeeld, organisatie: Voorbeeldstad}
"""


def _rij(actiehouder: str = "Voorbeeldstad", termijn: str = "1 maart 2026") -> str:
    return f"A1 | Iets doen | {actiehouder} | {termijn} | open | "


OUD = punt("Wij gaan iets doen [A2].") + acties("A2 | Een brief aan het Rijk schrijven | VT | {} | {} | ")
OUD_OPEN = OUD.format("1 januari 2026", "open")
OUD_KLAAR = OUD.format("1 januari 2026", "afgerond")
MET_STUK = "agendapunten:\n  - {titel: Opening, bijlagen: [Notitie.pdf]}\n"
TABEL = "| Wat | Aantal |\n|---|---|\n| Noord | 1.200 |\n| Zuid | 300 |\n| Totaal | {} |"
BESLUIT = "\n## Besluitenlijst\n\n| Nr | Besluit |\n|---|---|\n| B1 | Het plan gaat door. |\n"
DOORLOPEND = TAFEL + "nummering: doorlopend\n"


def _op(soort: str, dag: date) -> tuple[Gebeurtenis, ...]:
    return (Gebeurtenis(soort, dag),)


def _mail(lijst: str, bericht: str) -> tuple[Gebeurtenis, ...]:
    sent = Verzending("verslag", lijst, ("t@dorp.example",), bericht)
    return (Gebeurtenis("verzonden", date(2026, 1, 30), verzending=sent),)


GEVALLEN: tuple[Geval, ...] = (
    _geval(
        "namen die anders zijn gespeld dan in de lijst",
        "naam-afwijkend",
        _tekst("Mevrouw De Proev vraagt iets."),
        _tekst("Mevrouw De Proef vraagt iets."),
    ),
    _geval(
        "namen die anders zijn gespeld dan in de lijst",
        "naam-afwijkend",
        _tekst("Volgens Voorbeelt vraagt het tijd. Voorbeelt vraagt meer."),
        _tekst("Het voorbeeld vraagt tijd. Voorbeelden vragen meer."),
        "een naam zonder de heer of mevrouw",
    ),
    _geval(
        "namen die anders zijn gespeld dan in de lijst",
        "naam-afwijkend",
        _actie(_rij("dhr. Voorbeelt")),
        _actie(_rij("dhr. Voorbeeld")),
        "een naam in de actielijst",
    ),
    _geval(
        "sprekers die niet op de lijst staan",
        "spreker-onbekend",
        _tekst("De heer Vreemdeling (COA) merkt iets op."),
        _tekst("De voorzitter dankt de heer Vreemdeling voor zijn brief."),
    ),
    _geval(
        "sprekers die niet op de lijst staan",
        "spreker-onbekend",
        _tekst("Mevrouw Verleden vraagt iets."),
        _tekst("Mevrouw De Proef vraagt iets."),
        "een lid van vroeger",
    ),
    _geval(
        "sprekers die er niet waren",
        "spreker-afwezig",
        _tekst("De heer Jansen vraagt iets."),
        _tekst("De heer Jansen heeft zich afgemeld."),
    ),
    _geval(
        "sprekers die er niet waren",
        "spreker-afwezig",
        _tekst("De voorzitter vraagt iets.", kop=DEELNEMERS.replace("(voorzitter)", "(voorzitter) [afwezig]")),
        _tekst("De voorzitter vraagt iets."),
        "een voorzitter die er niet was",
    ),
    _geval(
        "sprekers die er niet waren",
        "spreker-afwezig",
        {
            "tekst": punt("Mevrouw De Proef vraagt iets.") + "\n## 2. Stand\n\nVerder niets.\n",
            "kop": "deelnemers:\n  Testdam:\n    - {naam: mw. De Proef, vanaf_punt: 2}",
        },
        {
            "tekst": punt("Verder niets.") + "\n## 2. Stand\n\nMevrouw De Proef vraagt iets.\n",
            "kop": "deelnemers:\n  Testdam:\n    - {naam: mw. De Proef, vanaf_punt: 2}",
        },
        "iemand die later kwam",
    ),
    _geval(
        "de heer of mevrouw",
        "aanhef-anders",
        _tekst("De heer De Proef vraagt iets."),
        _tekst("Mw. De Proef vraagt iets."),
    ),
    _geval(
        "actiehouders die op geen lijst staan",
        "actiehouder-niet-eenduidig",
        _actie(_rij("de wethouder"), tafel=WETHOUDERS),
        _actie(_rij("de wethouder van Polderwijk"), tafel=WETHOUDERS),
        "een functie die er meer hebben",
    ),
    _geval(
        "actiehouders die op geen lijst staan",
        "actiehouder-onbekend",
        _actie(_rij("wethouder Duindorp"), tafel=WETHOUDERS),
        _actie(_rij("wethouder (Polderwijk)"), tafel=WETHOUDERS),
        "een functie bij een organisatie",
    ),
    _geval(
        "afgemeld en toch aanwezig",
        "deelnemer-tegenstrijdig",
        _tekst(
            "Niets.",
            tafel=WETHOUDERS,
            kop="deelnemers:\n  Gemeenten:\n    - wethouder Polderwijk\n    - wethouder (Testdam)",
            agenda="afmeldingen: [de wethouder van Polderwijk]\n",
        ),
        _tekst(
            "Niets.",
            tafel=WETHOUDERS,
            kop="deelnemers:\n  Gemeenten:\n    - wethouder Polderwijk [afwezig]\n    - wethouder (Testdam)",
            agenda="afmeldingen: [de wethouder van Polderwijk]\n",
        ),
        "iemand met alleen een functie",
    ),
    _geval(
        "leden die er hetzelfde uitzien",
        "leden-gelijk",
        _tekst("Niets.", tafel=WETHOUDERS.replace("Testdam", "Polderwijk")),
        _tekst("Niets.", tafel=WETHOUDERS),
    ),
    _geval(
        "deelnemers die dubbel staan",
        "deelnemer-dubbel",
        _tekst("Niets.", kop=DEELNEMERS + "    - mw. De Proef\n"),
        _tekst("Niets.", kop=DEELNEMERS + "    - dhr. De Proef\n"),
    ),
    _geval(
        "deelnemers die dubbel staan",
        "deelnemer-tegenstrijdig",
        _tekst("Niets.", kop=DEELNEMERS + "    - mw. De Proef [afwezig]\n"),
        _tekst("Niets.", kop=DEELNEMERS + "    - mw. Proefje [afwezig]\n"),
        "aanwezig en afwezig",
    ),
    _geval(
        "afgemeld en toch aanwezig",
        "deelnemer-tegenstrijdig",
        _tekst("Niets.", agenda=AGENDA + "afmeldingen: [de-proef]\n"),
        _tekst("Niets.", agenda=AGENDA),
    ),
    _geval("acties zonder actiehouder", "actie-zonder-actiehouder", _actie(_rij("?")), _actie(_rij())),
    _geval(
        "acties zonder termijn",
        "actie-zonder-termijn",
        _actie(_rij(termijn="")),
        _actie(_rij(termijn="z.s.m.")),
    ),
    _geval(
        "termijnen voor de vergadering",
        "termijn-voor-vergadering",
        _actie(_rij(termijn="22 januari 2026")),
        _actie(_rij(termijn="23 januari 2026")),
    ),
    _geval(
        "termijnen op een dag die niet bestaat",
        "termijn-bestaat-niet",
        _actie(_rij(termijn="30 februari 2026")),
        _actie(_rij(termijn="28 februari 2026")),
    ),
    _geval(
        "actiehouders die op geen lijst staan",
        "actiehouder-onbekend",
        _actie(_rij("Niemandsland")),
        _actie(_rij("de regio's")),
    ),
    _geval(
        "actiepunten zonder nummer",
        "actie-zonder-nummer",
        _tekst("Het COA zoekt dit uit (actiepunt)."),
        _tekst("Het COA zoekt dit uit; dat actiepunt staat al in de lijst."),
    ),
    _geval(
        "actiepunten zonder nummer",
        "actie-zonder-nummer",
        _tekst("Het COA zoekt dit uit [a]."),
        _tekst("Het COA zoekt dit uit, zie artikel 3 [a1b]."),
    ),
    _geval(
        "nummers die dubbel zijn of overgeslagen",
        "nummer-overgeslagen",
        {"tekst": punt("Een [A1], twee [A3].") + acties(_rij(), _rij().replace("A1", "A3"))},
        {"tekst": punt("Een [A1], twee [A2].") + acties(_rij(), _rij().replace("A1", "A2"))},
    ),
    _geval(
        "nummers die dubbel zijn of overgeslagen",
        "label-dubbel",
        _actie(_rij().replace("A1", "A2"), tafel=DOORLOPEND, eerder=OUD_OPEN),
        _actie(_rij().replace("A1", "A2"), tafel=TAFEL, eerder=OUD_OPEN),
        "een nummer van een eerder verslag",
    ),
    _geval(
        "verwijzingen naar acties die er niet zijn",
        "actie-bestaat-niet",
        _tekst("Zie [A3 (17-12-2025)].", eerder=OUD_OPEN),
        _tekst("Zie [A2 (17-12-2025)].", eerder=OUD_OPEN),
    ),
    _geval(
        "rijen en markeringen die niet in de actielijst komen",
        "actie-niet-verantwoord",
        _tekst("De brief is bijna klaar [A2 (31-02-2026)].", eerder=OUD_OPEN),
        _tekst("De brief is bijna klaar [A2 (17-12-2025)].", eerder=OUD_OPEN),
        "een markering met een dag die niet bestaat",
    ),
    _geval(
        "koppelingen tussen acties die niet op elkaar lijken",
        "koppeling-twijfel",
        _actie("A1 | Bussen regelen | VT | 1 maart 2026 | open; zelfde als A2 (17-12-2025) | ", eerder=OUD_OPEN),
        _actie("A1 | Een brief schrijven | VT | 1 maart 2026 | open; zelfde als A2 (17-12-2025) | ", eerder=OUD_OPEN),
        "een koppeling zonder woorden",
    ),
    _geval(
        "open acties die ontbreken",
        "open-actie-ontbreekt",
        _tekst("Niets.", eerder=OUD_OPEN),
        _tekst("De brief is bijna klaar [A2 (17-12-2025)].", eerder=OUD_OPEN),
    ),
    _geval(
        "open acties die ontbreken",
        "open-actie-ontbreekt",
        _tekst("Niets.", eerder=OUD_OPEN),
        _tekst("Niets.", eerder=OUD_KLAAR),
        "een actie die al klaar is, hoeft niet terug te komen",
    ),
    _geval(
        "afgeronde acties die terugkomen",
        "actie-heropend",
        {"tekst": punt("Niets.") + acties("A2 (17-12-2025) | | | | open | "), "eerder": OUD_KLAAR},
        {"tekst": punt("Niets.") + acties("A2 (17-12-2025) | | | | afgerond | "), "eerder": OUD_KLAAR},
    ),
    _geval(
        "afgeronde acties die terugkomen",
        "actie-heropend",
        _actie("A1 | Een brief aan het Rijk schrijven | VT | 1 maart 2026 | open | ", eerder=OUD_KLAAR),
        _actie("A1 | Een advies aan de regio schrijven | VT | 1 maart 2026 | open | ", eerder=OUD_KLAAR),
        "een afgeronde actie onder een nieuw nummer",
    ),
    _geval(
        "punten die niet op de agenda staan",
        "punt-niet-op-agenda",
        {"tekst": "## Verrassing\n\nNiets.\n", "agenda": AGENDA},
        {"tekst": "## Stand van zaken\n\nNiets.\n", "agenda": AGENDA},
    ),
    _geval(
        "agendapunten die in het verslag ontbreken",
        "punt-niet-in-verslag",
        _tekst("Niets.", agenda=AGENDA),
        {"tekst": punt("Niets.") + "\n## 2. Hoe staat het ermee\n\nNiets.\n", "agenda": AGENDA},
    ),
    _geval(
        "bijlagen van de agenda die er niet zijn",
        "bijlage-ontbreekt",
        _tekst("Niets.", agenda=MET_STUK),
        _tekst("Niets.", agenda=MET_STUK, bijlagen=("notitie.pdf",)),
    ),
    _geval(
        "bijlagen die de tekst noemt en die er niet zijn",
        "bijlage-onbekend",
        _tekst("Zie bijlage 2.", agenda=MET_STUK, bijlagen=("Notitie.pdf",)),
        _tekst("Zie bijlage 1 en bijlage 2 bij de wet.", agenda=MET_STUK, bijlagen=("Notitie.pdf",)),
    ),
    _geval(
        "bijlagen waar niets naar verwijst",
        "bijlage-ongenoemd",
        _tekst("Niets.", agenda=AGENDA, bijlagen=("Bijlage 3 Kaart.pdf",)),
        _tekst("Zie bijlage 3.", agenda=AGENDA, bijlagen=("Bijlage 3 Kaart.pdf",)),
    ),
    _geval(
        "besluiten die niet in de lijst staan",
        "besluit-niet-in-lijst",
        _tekst("De vergadering besluit het plan door te laten gaan."),
        {"tekst": punt("De vergadering besluit dat het plan doorgaat [B1].") + BESLUIT},
    ),
    _geval(
        "besluiten die niet in de lijst staan",
        "besluit-niet-in-lijst",
        _tekst("Er wordt unaniem besloten een brief te sturen."),
        _tekst("De vergadering stelt de agenda en het verslag van 17 december vast."),
        "het vorige verslag vaststellen hoeft niet in de lijst",
    ),
    _geval(
        "dag en datum",
        "weekdag-anders",
        _tekst("De sessie is op maandag 23 januari 2026."),
        _tekst("De sessie is op vrijdag 23 januari 2026."),
    ),
    _geval(
        "datums die niet bestaan",
        "datum-bestaat-niet",
        _tekst("De sessie is op 30 februari."),
        _tekst("De sessie is op 28 februari, van 9-17 uur."),
    ),
    _geval(
        "plekken om in te vullen",
        "invulplek",
        _tekst("Het woord is aan [NAAM]."),
        _tekst("Het woord is aan [de gastspreker]."),
    ),
    _geval(
        "plekken om in te vullen",
        "invulplek",
        _tekst("De kosten zijn PM."),
        _tekst("De zitting begint om 4 PM in het PMC."),
        "PM",
    ),
    _geval(
        "plekken om in te vullen",
        "invulplek",
        _tekst("Beste {{ naam }},"),
        _tekst("De groep {a, b} telt mee."),
        "een code van een sjabloon",
    ),
    _geval(
        "afkortingen zonder uitleg",
        "afkorting-onbekend",
        _tekst("De QRST komt in maart."),
        _tekst("De Quasi Regionale Stuurtafel (QRST) komt in maart. De QRST, het COA en XYZ ook."),
    ),
    _geval("totalen in tabellen", "totaal-anders", _tekst(TABEL.format("1.400")), _tekst(TABEL.format("1.500"))),
    _geval(
        "totalen in tabellen",
        "totaal-anders",
        _tekst("| Regio | Jan | Feb | Totaal |\n|---|---|---|---|\n| Noord | 1 | 2 | 4 |\n| Zuid | 1 | 1 | 2 |"),
        _tekst("| Regio | Jan | Feb | Totaal |\n|---|---|---|---|\n| Noord | 1 | 2 | 3 |\n| Zuid | 1 | - | |"),
        "een totaal achter aan de rij",
    ),
    _geval(
        "bestanden die niet worden gebruikt",
        "bestand-ongebruikt",
        _tekst("Niets.", overige=("verslagen/vt/2026-01-23/krabbels.txt",)),
        _tekst("Niets."),
    ),
    _geval(
        "e-mailadressen die geen adres zijn",
        "adres-ongeldig",
        _tekst("Niets.", tafel=TAFEL + 'verzendlijsten: [{naam: pers, adressen: ["p@x.example; redactie"]}]\n'),
        _tekst("Niets.", tafel=TAFEL + 'verzendlijsten: [{naam: pers, adressen: ["p@x.example; q@x.example"]}]\n'),
    ),
    _geval(
        "wat dubbel is gedaan",
        "dubbel-gedaan",
        _tekst("Niets.", logboek=_op("rondgezonden", date(2026, 1, 30)) + _op("rondgezonden", date(2026, 1, 31))),
        _tekst(
            "Niets.", logboek=_op("agenda_rondgezonden", date(2026, 1, 16)) + _op("rondgezonden", date(2026, 1, 30))
        ),
    ),
    _geval(
        "wat dubbel is gedaan",
        "dubbel-gedaan",
        _tekst("Niets.", logboek=_mail("leden", "<a@x>") + _mail("leden", "<b@x>")),
        _tekst("Niets.", logboek=_mail("leden", "<a@x>") + _mail("ambtelijk", "<b@x>")),
        "een mail die dubbel is verzonden",
    ),
    _geval(
        "agenda op tijd rondgezonden",
        "agenda-te-laat",
        {"verslag": False, "agenda": AGENDA, "op": date(2026, 1, 17)},
        {"verslag": False, "agenda": AGENDA, "op": date(2026, 1, 16)},
    ),
    _geval(
        "agenda op tijd rondgezonden",
        "agenda-te-laat",
        _tekst("Niets.", agenda=AGENDA, logboek=_op("agenda_rondgezonden", date(2026, 1, 17))),
        _tekst("Niets.", agenda=AGENDA, logboek=_op("agenda_rondgezonden", date(2026, 1, 16))),
        "een agenda die te laat is rondgezonden",
    ),
    _geval(
        "verslag op tijd rondgezonden",
        "verslag-te-laat",
        _tekst("Niets.", op=date(2026, 2, 7)),
        _tekst("Niets.", op=date(2026, 2, 6)),
    ),
    _geval(
        "verslag op tijd rondgezonden",
        "verslag-te-laat",
        _tekst("Niets.", logboek=_op("rondgezonden", date(2026, 2, 7))),
        _tekst("Niets.", logboek=_op("rondgezonden", date(2026, 2, 6)), op=date(2026, 4, 1)),
        "een verslag dat te laat is rondgezonden",
    ),
    _geval(
        "status en logboek",
        "status-anders",
        _tekst("Niets.", logboek=_op("vastgesteld", date(2026, 3, 6))),
        _tekst("Niets.", logboek=_op("vastgesteld", date(2026, 3, 6)), kop=DEELNEMERS + "status: vastgesteld"),
    ),
    _geval(
        "vragen zonder antwoord",
        "aanwezigheid-vraag",
        _tekst("Niets.", register="notities: [{tekst: Was dhr. Voorbeeld er?, vraag: ja}]"),
        _tekst("Niets.", register="notities: [{tekst: Was hij er?, vraag: ja, antwoord: ja}, {tekst: Nog bellen.}]"),
    ),
    _geval(
        "antwoorden over punten die er niet zijn",
        "vertrouwelijkheid-zonder-punt",
        _tekst("Niets.", register="vertrouwelijkheid: {punt: 7, vertrouwelijk: nee, reden: staat in de krant}"),
        _tekst(
            "Niets.", register="vertrouwelijkheid: {punt: 1. Opening, vertrouwelijk: nee, reden: staat in de krant}"
        ),
    ),
    _geval(
        "versieregel",
        "status-anders",
        _tekst("Vastgestelde versie | Contact: secretariaat@voorbeeld.nl"),
        _tekst("Conceptversie | Contact: secretariaat@voorbeeld.nl"),
    ),
)


def _functie(naam: str):
    return next(c.functie for c in CONTROLES if c.naam == naam)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.id)
def test_a_minimal_record_triggers_the_check_and_a_neighbour_does_not(geval: Geval):
    assert geval.code in {m.code for m in _functie(geval.controle)(maak(**geval.fout))}
    assert geval.code in codes(controleer(maak(**geval.fout)))
    assert geval.code not in codes(controleer(maak(**geval.goed)))


def test_every_check_has_a_case():
    assert {c.naam for c in CONTROLES} == {g.controle for g in GEVALLEN}


def test_no_two_checks_go_by_one_name():
    assert len({c.naam for c in CONTROLES}) == len(CONTROLES)
