"""A made-up meeting: what templates are checked against, and shown with by ``regietafel sjablonen``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from pipeline.documenten.bouw import (
    bouw_aantekenformulier,
    bouw_actielijst,
    bouw_agenda,
    bouw_annotatie,
    bouw_besluitenlijst,
    bouw_oplegger,
    bouw_reactieoverzicht,
    bouw_termijnagenda,
    bouw_vergaderschema,
    bouw_verslag,
)
from pipeline.documenten.stukken import Stukken
from pipeline.documenten.woorden import Woorden
from pipeline.model import (
    Aanmelding,
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    Agendapunt,
    Alinea,
    Annotatie,
    Besluit,
    Besluitenlijst,
    BesluitenlijstRegel,
    Bijlage,
    Deelnemer,
    Kenmerk,
    Koppeling,
    Mijlpaal,
    Oplegger,
    Organisatie,
    Persoon,
    Reactie,
    Stap,
    Tafel,
    Termijn,
    Terugkoppeling,
    Tijdvak,
    Vergadering,
    Verslag,
    VerslagPunt,
)

_DAG, _VORIGE = date(2026, 3, 20), date(2026, 2, 6)
_DEELNEMERS = (
    Deelnemer(
        Persoon("dhr.", "", "", "Voorbeeld"),
        "Regio Midden",
        "Voorbeeldstad",
        "wethouder",
        "agendalid",
        vanaf_punt="2",
        tot_punt="4",
        vervangt="mw. Toets",
    ),
    Deelnemer(Persoon("mw.", "", "", "Toets"), "Regio Midden", "Toetsdorp", aanwezig=False),
    Deelnemer(Persoon("mw.", "", "de", "Proef"), "Provincie Voorbeeld", "Provincie Voorbeeld", "voorzitter"),
)
_ORGANISATIE = Organisatie(
    "Provincie Voorbeeld",
    "secretariaat",
    "secretariaat@voorbeeld.example",
    "https://voorbeeld.example",
    "Provincie Voorbeeld",
)
_TAFEL = Tafel(
    "voorbeeld",
    "Provinciale Regietafel Voorbeeld",
    "PRT",
    voorzitter="mw. De Proef",
    secretaris="secretaris PRT",
    contact="secretariaat@voorbeeld.example",
)
_BESLUIT = Besluit("B1", "De tafel stelt het verslag van 6 februari 2026 vast.", "1")


def _regel(label: str, datum: date, status: str, **rest: object) -> ActielijstRegel:
    stap = Stap(_DAG, status, Termijn("1 mei 2026", date(2026, 5, 1)), "secretariaat", "Het stuk volgt.")  # type: ignore[arg-type]
    base = ActielijstRegel(
        kenmerk=Kenmerk("voorbeeld", datum, label),
        actie="Het overzicht van locaties bijwerken",
        actiehouder="secretariaat",
        actiehouders=("secretariaat",),
        termijn=stap.termijn,
        status=stap.status,
        toelichting=stap.toelichting,
        agendapunt="2",
        vertrouwelijk=False,
        verschoven=1,
        te_laat=status == "open",
        geschiedenis=(stap,),
        koppelingen=(Koppeling("gesplitst_uit", Kenmerk("voorbeeld", _VORIGE, "A1")),),
    )
    return replace(base, **rest)  # type: ignore[arg-type]


def voorbeeld_stukken() -> Stukken:
    """Return a meeting in which everything a template can name occurs."""
    vergadering = _vergadering()
    besluiten = Besluitenlijst("voorbeeld", (BesluitenlijstRegel(Kenmerk("voorbeeld", _DAG, "B1"), _BESLUIT),))
    return Stukken(
        _ORGANISATIE,
        _TAFEL,
        vergadering,
        _verslag(),
        _DEELNEMERS,
        _actielijst(),
        besluiten,
        date(2026, 5, 1),
        2026,
        (replace(vergadering, verplaatst_van=(date(2026, 3, 13),)),),
        (Mijlpaal("realisatie", "Taakstellingen van de gemeenten gerealiseerd", date(2026, 7, 1), 2024),),
        aanmeldingen=(
            Aanmelding("mw. Toets", "Doorstroom", reden="Het stuk is nog niet klaar.", vergadering=date(2026, 5, 1)),
        ),
        reacties=(
            Reactie("mw. De Proef", "verwijderd", "2. Opvang", "spoedig", "", "niet_overnemen", "Zo is het gezegd."),
            Reactie("mw. Toets", "gewijzigd", "1. Opening", "opent", "opent de vergadering", "overnemen"),
        ),
    )


def _actielijst() -> Actielijst:
    gemeld = Terugkoppeling("A2 (06-02-2026)", "open", Termijn(), "Het overzicht is bijna klaar.")
    regels = (_regel("A2", _VORIGE, "open", gemeld=gemeld), _regel("A3", _VORIGE, "afgerond", gemeld=gemeld))
    return Actielijst("voorbeeld", _DAG, regels)


def _vergadering() -> Vergadering:
    punt = Agendapunt(
        "1",
        "Opening en mededelingen",
        "ter informatie",
        5,
        "de voorzitter",
        "Vaststellen van de agenda.",
        (Bijlage("Conceptverslag 6 februari 2026", "conceptverslag.pdf", nummer="1a"),),
        annotatie=Annotatie(
            "De tafel stelt de agenda vast.", ("Heet de nieuwe leden welkom.",), ("Is er een rondvraag?",)
        ),
        oplegger=Oplegger("De tafel begint aan een nieuw jaar.", "De agenda vaststellen.", "De stukken gaan rond."),
    )
    return Vergadering(
        "voorbeeld",
        _DAG,
        Tijdvak(time(9, 30), time(11, 0)),
        "Provinciehuis, Voorbeeldstad",
        "Deze vergadering is besloten.",
        (punt,),
        _DEELNEMERS,
        zaaknummer="Z-2026-0012",
    )


def _verslag() -> Verslag:
    return Verslag(
        "voorbeeld",
        _DAG,
        inleiding=(Alinea("De vergadering begint om half tien."),),
        punten=(VerslagPunt("Opening en mededelingen", "1", (Alinea("De voorzitter opent.", "opsomming"),)),),
        actiepunten=(Actiepunt("A1", "Het overzicht bijwerken", "secretariaat"),),
        besluiten=(_BESLUIT,),
    )


def _all_words() -> Woorden:
    stukken = voorbeeld_stukken()
    agenda, lijst, schema = bouw_agenda(stukken), bouw_actielijst(stukken), bouw_vergaderschema(stukken)
    (said,), (own,) = bouw_oplegger(stukken).agendapunten, bouw_annotatie(stukken).agendapunten
    more = {n: getattr(own, n) for n in ("conclusie", "spreekpunten", "vragen")}
    more |= {n: getattr(said, n) for n in ("aanleiding", "gevraagd", "vervolg")}
    late = "termijn verstreken"
    return replace(
        bouw_verslag(stukken),
        agendapunten=tuple(replace(p, begin="9:30", **more) for p in bouw_aantekenformulier(stukken).agendapunten),
        acties=tuple(replace(actie, bij=actie.agendapunt) for actie in agenda.acties),
        afgehandeld=tuple(replace(actie, bij=actie.agendapunt, termijnstand=late) for actie in lijst.afgehandeld),
        besluiten=tuple(replace(b, bij=b.agendapunt) for b in bouw_besluitenlijst(stukken).besluiten),
        besluiten_los=bouw_verslag(stukken).besluiten,
        reactielijst=bouw_reactieoverzicht(stukken).reactielijst,
        aanmeldingen=bouw_termijnagenda(stukken).aanmeldingen,
        jaar=schema.jaar,
        vergaderingen=schema.vergaderingen,
        mijlpalen=schema.mijlpalen,
    )


VOORBEELD_WOORDEN = _all_words()
