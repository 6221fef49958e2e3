"""A small public edition with made-up people, to make a site of."""

from __future__ import annotations

from datetime import date, time

from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Agendapunt,
    Alinea,
    Besluit,
    Deelnemer,
    Kenmerk,
    Organisatie,
    Persoon,
    Publicatieplaats,
    Stap,
    Tabel,
    Tafel,
    Termijn,
    Tijdvak,
    Vergadering,
    Verslag,
    VerslagPunt,
)
from pipeline.publicatie.editie import Editie, Intrekking, Publicatie, PubliekStuk
from pipeline.publicatie.site import Site, build_site

JANUARI, MAART, DECEMBER = date(2026, 1, 23), date(2026, 3, 13), date(2025, 12, 12)
TAFEL = Tafel("vrt", "Voorbeeldse Regietafel", "VRT", "Provinciehuis, Voorbeeldstad", Tijdvak(time(9, 30), time(11)))
TWEEDE = Tafel("rrt-oost", "Regionale Regietafel Oost", "RRT Oost")
ORGANISATIE = Organisatie(
    "Provincie Voorbeeld",
    uitgever="Provincie Voorbeeld",
    website="https://www.voorbeeld.nl/vergaderingen",
    publicatie=Publicatieplaats(
        "https://verslagen.voorbeeld.nl", "https://identifier.overheid.nl/tooi/id/provincie/pv00", "", "utrecht"
    ),
)


def make_editie(datum: date = JANUARI, tafel: Tafel = TAFEL, tekst: str = "De voorzitter opent.") -> Editie:
    """An edition with one of everything a page can show."""
    blokken = (
        Alinea("**Stand van zaken**"),
        Alinea(tekst),
        Alinea("Er komt een [A1] over de opvanglocatie.", "opsomming"),
        Alinea("met een vervolg", "opsomming", 1),
        Alinea("en nog een punt", "opsomming"),
        Tabel((("Gemeente", "Plekken"), ("Voorbeeldstad", "120"))),
    )
    punten = (VerslagPunt("Opening", "1", (Alinea(tekst),)), VerslagPunt("Opvanglocaties", "2", blokken))
    deelnemers = (
        Deelnemer(Persoon("dhr.", "", "van", "Voorbeeld"), "Oost", "Voorbeeldstad", "voorzitter"),
        Deelnemer(Persoon(weergave="regiomanager"), "COA", aanwezig=False),
    )
    regel = ActielijstRegel(
        Kenmerk(tafel.id, datum, "A1"), "Plekken zoeken", "COA", ("COA",), Termijn("1 mei"), "open", "", "2", False,
        0, False, (Stap(datum, "open", Termijn("1 mei"), "COA"),),
    )  # fmt: skip
    return Editie(
        tafel=tafel,
        verslag=Verslag(tafel.id, datum, "vastgesteld", punten=punten, besluiten=(Besluit("B1", "Akkoord."),)),
        gepubliceerd_op=date(2026, 5, 1),
        vergadering=Vergadering(
            tafel.id,
            datum,
            agendapunten=(Agendapunt("1", "Opening"), Agendapunt("2", "Opvanglocaties", "bespreking")),
        ),
        deelnemers=deelnemers,
        actielijst=Actielijst(tafel.id, datum, (regel,)),
        stukken=(
            PubliekStuk(f"{datum} Verslag {tafel.kort}.pdf", "Verslag", "verslag", b"%PDF-1.7 " + b"x" * 90_000),
            PubliekStuk("Notitie plekken.pdf", "Notitie plekken", "bijlage", b"%PDF-1.7 notitie", "2"),
        ),
        vastgesteld_op=date(2026, 4, 24),
    )


def make_publicatie() -> Publicatie:
    """Two tables, three meetings of which one was taken back, one to come, and a calendar."""
    gepland = Vergadering("vrt", date(2026, 6, 12), Tijdvak(time(9, 30)), "Provinciehuis")
    return Publicatie(
        (make_editie(), make_editie(MAART), make_editie(JANUARI, TWEEDE)),
        (Intrekking("vrt", DECEMBER, date(2026, 2, 1), "Er stond iets in dat niet openbaar is."),),
        (TAFEL, TWEEDE),
        (gepland,),
        {"vrt": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"},
    )


def build(publicatie: Publicatie, organisatie: Organisatie = ORGANISATIE) -> Site:
    """Build a site that has nothing to complain about."""
    site, meldingen = build_site(organisatie, publicatie)
    assert not meldingen
    assert site is not None
    return site
