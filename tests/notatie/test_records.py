"""tafel.yaml, agenda.yaml, register.yaml, regietafel.yaml and the logboek: values, and what is wrong with them."""

from datetime import date, time
from textwrap import dedent

import pytest

from pipeline.model import Deelnemer, Kenmerk, Lid, Persoon, Tafel, Tijdvak, VastPunt, Vergadering
from pipeline.notatie import (
    RECORDS,
    make_brontekst,
    parse_agenda,
    parse_gebeurtenis,
    parse_organisatie,
    parse_register,
    parse_tafel,
    parse_verslag,
    write_agenda,
)
from pipeline.notatie.lezer import nearest

DATUM = date(2026, 1, 23)


def bron(tekst, naam="x.yaml"):
    return make_brontekst(dedent(tekst).lstrip("\n"), naam)


def test_an_organisation_is_read():
    organisatie, meldingen = parse_organisatie(bron("naam: Provincie Voorbeeld\nemail: post@voorbeeld.nl\n"))
    assert (organisatie.naam, organisatie.email, meldingen) == ("Provincie Voorbeeld", "post@voorbeeld.nl", ())


def test_a_table_is_read_with_its_members_and_standing_items():
    tafel, meldingen = parse_tafel(
        bron("""
        naam: Tafel van Voorbeeldstad
        korte_naam: TVV
        tijd: 9:30 - 11:00
        ritme: {weken: 6, weekdag: vrijdag}
        nummering: doorlopend
        termijnen: {agenda: 10}
        acties_vanaf: 1 januari 2026
        actiehouders: [PRT-secretariaat, de regio's]
        leden:
          - id: voorbeeld
            aanhef: dhr.
            tussenvoegsel: van
            achternaam: Voorbeeld
            organisatie: Voorbeeldstad
            van: 2024-01-01
            tot: 18 maart 2026
        toehoorders:
          - {id: ministerie, functie: vertegenwoordiger}
        vaste_punten:
          - Opening
          - {titel: Sluiting, plaats: eind, duur: 5 min}
        """),
        "tvv",
    )
    assert meldingen == ()
    assert (tafel.id, tafel.kort, tafel.tijd) == ("tvv", "TVV", Tijdvak(time(9, 30), time(11)))
    assert (tafel.weken, tafel.weekdag, tafel.nummering) == (6, "vrijdag", "doorlopend")
    assert (tafel.agenda_dagen, tafel.verslag_dagen, tafel.acties_vanaf) == (10, 14, "2026-01-01")
    assert tafel.actiehouders == ("PRT-secretariaat", "de regio's")
    assert tafel.leden == (
        Lid(
            "voorbeeld",
            Persoon("dhr.", "", "van", "Voorbeeld"),
            groep="Voorbeeldstad",
            organisatie="Voorbeeldstad",
            van=date(2024, 1, 1),
            tot=date(2026, 3, 18),
        ),
        Lid("ministerie", Persoon(), functie="vertegenwoordiger", hoedanigheid="toehoorder"),
    )
    assert tafel.vaste_punten == (VastPunt("Opening"), VastPunt("Sluiting", "eind", duur=5))


def test_every_problem_of_a_table_is_told_in_one_run(plekken):
    _, meldingen = parse_tafel(
        bron("""
        korte_naam: TVV
        locatei: Voorbeeldhuis
        tijd: 11:00 - 9:30
        nummering: soms
        ritme: {weken: zes}
        leden:
          - {id: a, achternaam: Voorbeeld, van: 30 februari 2026}
          - {id: a, achternaam: De Proef, van: 2026-05-01, tot: 2026-04-01}
          - achternaam: Zonder Id
          - {id: leeg}
        """),
        "tvv",
    )
    assert plekken(meldingen) == [
        ("veld-ontbreekt", 1),
        ("veld-onbekend", 2),
        ("eind-voor-begin", 3),
        ("veld-soort", 4),
        ("veld-soort", 5),
        ("datum-bestaat-niet", 7),
        ("eind-voor-begin", 8),
        ("lid-dubbel", 8),
        ("veld-ontbreekt", 9),
        ("veld-ontbreekt", 10),
    ]
    assert "Bedoelt u locatie?" in meldingen[1].tekst


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("locatei", "locatie"),
        ("Tijd", "tijd"),
        ("agendapunt", "agendapunten"),
        ("afmelding", "afmeldingen"),
        ("qqq", None),
    ],
)
def test_the_nearest_known_field_is_suggested(getypt, bedoeld):
    agenda = next(record for record in RECORDS if record.naam == "agenda.yaml")
    assert nearest(getypt, agenda.namen) == bedoeld


def test_an_agenda_takes_time_place_and_standing_items_from_its_table():
    tafel = Tafel(
        "tvv",
        "Tafel",
        locatie="Voorbeeldhuis",
        tijd=Tijdvak(time(9, 30), time(11)),
        vaste_punten=(VastPunt("Opening", duur=5), VastPunt("Vaststelling verslag"), VastPunt("Sluiting", "eind")),
    )
    vergadering, meldingen = parse_agenda(
        bron("""
        agendapunten:
          - titel: vaststelling  verslag
            doel: vaststelling
          - titel: Voorbeeldpunt
            bijlagen: [notitie.pdf, {titel: Kaart, bestand: kaart.png, vertrouwelijk: ja}]
          - Nog een punt
        """),
        tafel,
        DATUM,
    )
    assert meldingen == ()
    assert (vergadering.tijd, vergadering.locatie) == (tafel.tijd, "Voorbeeldhuis")
    assert [(p.nummer, p.titel) for p in vergadering.agendapunten] == [
        ("1", "Opening"),
        ("2", "vaststelling  verslag"),
        ("3", "Voorbeeldpunt"),
        ("4", "Nog een punt"),
        ("5", "Sluiting"),
    ]
    bijlagen = vergadering.agendapunten[2].bijlagen
    assert [(b.titel, b.bestand, b.vertrouwelijk) for b in bijlagen] == [
        ("notitie", "notitie.pdf", False),
        ("Kaart", "kaart.png", True),
    ]
    assert vergadering.agendapunten[2].bron.nummer == 4


def test_an_agenda_that_says_so_goes_without_the_standing_items():
    tafel = Tafel("tvv", "Tafel", vaste_punten=(VastPunt("Opening"), VastPunt("Sluiting", "eind")))
    vergadering, meldingen = parse_agenda(
        bron("""
        vaste_punten: nee
        agendapunten:
          - Voorbeeldpunt
        """),
        tafel,
        DATUM,
    )
    assert meldingen == ()
    assert [(p.nummer, p.titel) for p in vergadering.agendapunten] == [("1", "Voorbeeldpunt")]
    again, _ = parse_agenda(bron(write_agenda(vergadering, tafel)), tafel, DATUM)
    assert again == vergadering


def test_numbers_that_are_written_stay_and_counting_goes_on_from_them(tafel):
    vergadering, _ = parse_agenda(
        bron("""
        agendapunten:
          - {titel: een}
          - {titel: ingevoegd, nummer: 1a}
          - {titel: twee}
          - {titel: vijf, nummer: 5}
          - {titel: zes}
        """),
        tafel,
        DATUM,
    )
    assert [p.nummer for p in vergadering.agendapunten] == ["1", "1a", "2", "5", "6"]


def test_what_is_wrong_in_an_agenda_is_told_with_its_line(tafel, plekken):
    _, meldingen = parse_agenda(
        bron("""
        tijd: half tien ongeveer
        agendapunten:
          - doel: ter informatie
            tietel: Punt
          - titel: [een, twee]
          - titel: Punt
            duur: lang
            bijlagen: [../../geheim.docx]
        terugkoppeling:
          - {actie: A2 (31-02-2025), status: bijna misschien, termijn: 31 april}
          - actie: niet dit
        """),
        tafel,
        DATUM,
    )
    assert plekken(meldingen) == [
        ("tijd-onleesbaar", 1),
        ("veld-ontbreekt", 3),
        ("veld-onbekend", 4),
        ("veld-soort", 5),
        ("veld-soort", 7),
        ("buiten-werkmap", 8),
        ("datum-bestaat-niet", 10),
        ("status-onbekend", 10),
        ("termijn-bestaat-niet", 10),
        ("veld-soort", 11),
    ]


def test_a_mistake_in_the_layout_does_not_make_later_fields_missing(tafel, plekken):
    _, meldingen = parse_agenda(bron("agendapunten:\n  - doel: x\n    bijlagen: [een\n    titel: y\n"), tafel, DATUM)
    assert plekken(meldingen) == [("yaml-opmaak", 3)]


def test_participants_are_read_by_group_as_lines_records_and_ids():
    tafel = Tafel(
        "tvv", "Tafel", leden=(Lid("proef", Persoon("mw.", "", "de", "Proef"), groep="Zuid", rol="voorzitter"),)
    )
    vergadering, meldingen = parse_agenda(
        bron("""
        deelnemers:
          Noord:
            - dhr. Voorbeeld (Voorbeeldstad) [afwezig]
            - {naam: mw. Van der Test, vervangt: dhr. Voorbeeld, vanaf_punt: 3, hoedanigheid: toehoorder}
          Zuid:
            - proef
            - {lid: proef, aanwezig: nee}
        """),
        tafel,
        DATUM,
    )
    assert meldingen == ()
    found = [(d.naam, d.groep, d.organisatie, d.rol, d.aanwezig, d.lid, d.bron.nummer) for d in vergadering.deelnemers]
    assert found == [
        ("dhr. Voorbeeld", "Noord", "Voorbeeldstad", "", False, "", 3),
        ("mw. Van der Test", "Noord", "", "", True, "", 4),
        ("mw. De Proef", "Zuid", "", "voorzitter", True, "proef", 6),
        ("mw. De Proef", "Zuid", "", "voorzitter", False, "proef", 7),
    ]
    assert vergadering.deelnemers[1].vervangt == "dhr. Voorbeeld"


def test_a_participant_who_names_an_unknown_member_is_reported(plekken):
    tafel = Tafel("tvv", "Tafel", leden=(Lid("proef", Persoon(achternaam="Proef")),))
    _, meldingen = parse_agenda(bron("deelnemers:\n  - {lid: proeff}\n"), tafel, DATUM)
    assert plekken(meldingen) == [("persoon-onbekend", 2)]


def test_a_register_is_read(tafel):
    register, meldingen = parse_register(
        bron("""
        acties:
          - {label: A4, actie: Notitie maken, actiehouder: COA, termijn: 17 maart 2026, toelichting: gesplitst uit A1}
        voortgang:
          - {actie: A2 (17-12-2025), status: afgerond, tekst: Nieuwe tekst}
        besluiten:
          - {label: B2, tekst: De tafel gaat akkoord.}
        koppelingen:
          - {actie: A3, soort: zelfde_als, met: A2 (17-12-2025), bevestigd: nee}
        weigeringen:
          - {zin: Dat wordt uitgezocht., reden: geen actie}
        negeer:
          - {code: persoon-onbekend, zin: dhr. Voorbeeld, reden: gast}
        """),
        tafel,
        DATUM,
    )
    assert meldingen == ()
    (actie,), (voortgang,), (koppeling,) = register.actiepunten, register.voortgang, register.koppelingen
    assert (actie.label, actie.actiehouders, actie.termijn.datum) == ("A4", ("COA",), date(2026, 3, 17))
    assert actie.koppelingen[0].met == Kenmerk("prt", DATUM, "A1")
    assert (voortgang.verwijst_naar, voortgang.status) == (Kenmerk("prt", date(2025, 12, 17), "A2"), "afgerond")
    assert voortgang.actie == "Nieuwe tekst"
    assert (koppeling.van.label, koppeling.koppeling.soort, koppeling.bevestigd) == ("A3", "zelfde_als", False)
    assert (register.besluiten[0].tekst, register.afwijzingen[0].reden) == ("De tafel gaat akkoord.", "geen actie")
    assert register.negeringen[0].code == "persoon-onbekend"


def test_a_label_given_twice_in_a_register_is_reported(tafel, plekken):
    _, meldingen = parse_register(
        bron("acties:\n  - {label: A4, actie: een}\n  - {label: A4, actie: twee}\n  - {label: zomaar, actie: drie}\n"),
        tafel,
        DATUM,
    )
    assert plekken(meldingen) == [("label-dubbel", 3), ("veld-soort", 4)]


def test_an_event_is_read_and_one_without_a_day_is_none(plekken):
    gebeurtenis, meldingen = parse_gebeurtenis(bron("soort: rondgezonden\nop: 2026-02-03\n"))
    assert (gebeurtenis.soort, gebeurtenis.op, meldingen) == ("rondgezonden", date(2026, 2, 3), ())
    gebeurtenis, meldingen = parse_gebeurtenis(bron("soort: rondgestuurd\nop: morgen misschien\n"))
    assert gebeurtenis is None
    assert plekken(meldingen) == [("veld-soort", 1), ("datum-onleesbaar", 2)]


def test_every_field_of_every_record_says_in_dutch_what_it_is():
    for record in RECORDS:
        assert len(set(record.namen)) == len(record.namen)
        assert all(veld.uitleg.endswith(".") for veld in record.velden)
        assert all(veld.record for veld in record.velden if veld.soort in ("record", "records", "deelnemers"))


def test_someone_who_sent_word_and_is_on_no_list_is_named_with_the_nearest():
    tafel = Tafel("prt", "Proeftafel", leden=(Lid("v", Persoon("dhr.", achternaam="Voorbeeld")),))
    agenda = make_brontekst(
        "agendapunten: []\nafmeldingen:\n  - v\n  - dhr. Voorbeelt\n  - dhr. Voorbeeld\n", "agenda.yaml"
    )
    _, (gemeld,) = parse_agenda(agenda, tafel, DATUM)
    assert (gemeld.code, gemeld.bron.nummer) == ("persoon-onbekend", 4)
    assert gemeld.hulp == "Bedoelt u dhr. Voorbeeld?"


def test_an_absentee_may_be_someone_the_agenda_expected():
    tafel = Tafel("prt", "Proeftafel")
    expected = Vergadering("prt", DATUM, deelnemers=(Deelnemer(Persoon(weergave="mw. De Proef")),))
    record = make_brontekst(
        "---\ntafel: prt\ndatum: 23-01-2026\nafwezig: [mw. De Proef, mw. Niemand]\n---\n## Punt\n", "verslag.md"
    )
    _, meldingen = parse_verslag(record, tafel, DATUM, expected)
    assert [(m.code, m.bron.nummer) for m in meldingen] == [("persoon-onbekend", 4)]
    assert "mw. Niemand" in meldingen[0].tekst


def test_a_weekday_that_is_not_that_of_its_date_is_reported():
    record = make_brontekst("---\ntafel: prt\ndatum: maandag 23 januari 2026\n---\n## Punt\n", "verslag.md")
    _, (gemeld,) = parse_verslag(record, Tafel("prt", "Proeftafel"), DATUM)
    assert (gemeld.code, gemeld.bron.nummer) == ("weekdag-anders", 3)
    assert "vrijdag" in gemeld.tekst
