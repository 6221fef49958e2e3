"""Realistic meetings of any size, made up from a few sentences: the same number gives the same meeting.

Every item and every row carries words of its own at its begin and its end (``Onderwerp 7:``, ``stuk 7b``; ``Actie
12:``, ``e12``), so that a test can see on which page it begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from pipeline.documenten import Stukken
from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    Agendapunt,
    Alinea,
    Besluit,
    Besluitenlijst,
    BesluitenlijstRegel,
    Bijlage,
    Deelnemer,
    Kenmerk,
    Organisatie,
    Persoon,
    Stap,
    Tabel,
    Tafel,
    Termijn,
    Terugkoppeling,
    Tijdvak,
    Vergadering,
    Verslag,
    VerslagPunt,
)
from pipeline.model.verslag import Blok

DAG, VORIGE = date(2026, 6, 5), date(2026, 4, 24)
ORGANISATIE = Organisatie("Provincie Voorbeeld", "secretariaat", "secretariaat@voorbeeld.example")
TAFEL = Tafel("prt", "Provinciale Regietafel Voorbeeld", "PRT", contact="secretariaat@voorbeeld.example")

_ZINNEN = (
    "De secretaris licht de stand van zaken toe en noemt wat er sinds de vorige vergadering is veranderd.",
    "De regio's zien dat de planning krap is, maar haalbaar als de gegevens op tijd worden aangeleverd.",
    "Gevraagd wordt of de cijfers per gemeente kunnen worden getoond; dat kan, met een toelichting erbij.",
    "Er is waardering voor het werk van de secretariaten.",
    "Een van de leden wijst op de gevolgen voor de begroting van kleine gemeenten en vraagt daar aandacht voor.",
    "Het ministerie neemt de vraag mee en komt er schriftelijk op terug.",
    "Afgesproken wordt dat de notitie wordt aangevuld met een overzicht van locaties, per regio en per jaar.",
)
_TITELS = (
    "Opening en mededelingen",
    "Actuele opvangsituatie",
    "Voortgang van de tweede cyclus van de spreidingswet en de volgorde waarin de regio's hun plannen aanleveren",
    "Huisvesting van statushouders",
    "Doelgroepflexibele regeling: stand van zaken, ervaringen van gemeenten en vragen aan het ministerie",
)
_ACTIES = (
    "Overzicht maken van locaties die sluiten",
    "Een voorstel voorbereiden voor de verdeling van de opgave over de gemeenten in de regio, met de gevolgen voor "
    "de planning en de kosten",
    "Bijeenkomst voor gemeenten plannen over de regeling",
    "Met het COA en de betrokken gemeenten nagaan welke opvanglocaties kunnen worden verlengd, onder welke "
    "voorwaarden, en daarover een notitie schrijven die in de ambtelijke tafel wordt voorbereid",
)
_HOUDERS = ("COA", "PRT-secretariaat", "voorzitter RRT Amsterdam-Amstelland", "ministerie van AenM", "mw. Van den Berg")
_TERMIJNEN = (
    Termijn("3 juli 2026", date(2026, 7, 3)),
    Termijn("volgende vergadering", date(2026, 7, 17)),
    Termijn("30-09-2026", date(2026, 9, 30)),
    Termijn("na publicatie van de capaciteitsraming"),
    Termijn(),
)
_NAMEN = ("De Vries", "Van den Voorbeeldenburg-Toetsmans", "Jansen", "El Idrissi", "De Wit", "Van der Proef")
_ROLLEN = ("wethouder", "burgemeester", "regiocoördinator", "vicevoorzitter", "beleidsadviseur opvang en huisvesting")
_GROEPEN = ("Provincie Voorbeeld", "Noord", "Midden-Voorbeeldland en Omstreken", "Zuid", "Oost", "West", "COA",
            "Ministeries")  # fmt: skip


def deelnemers(aantal: int) -> tuple[Deelnemer, ...]:
    """So many people, over the groups; some sent word, some come for another."""
    per_groep = max(2, -(-aantal // len(_GROEPEN)))
    return tuple(
        Deelnemer(
            Persoon("mw." if n % 2 else "dhr.", "", "", f"{_NAMEN[n % 6]} {n + 1}"),
            _GROEPEN[n // per_groep],
            f"Gemeente {n + 1}",
            _ROLLEN[n % 5] if n % 3 == 0 else "",
            aanwezig=n % 9 != 4,
        )
        for n in range(aantal)
    )


def regels(aantal: int, datum: date = VORIGE) -> tuple[ActielijstRegel, ...]:
    """So many open actions of earlier meetings: late, moved, reported on, with a note, and without any of it."""
    return tuple(_regel(n, datum) for n in range(1, aantal + 1))


def _regel(n: int, datum: date) -> ActielijstRegel:
    term = _TERMIJNEN[n % 5]
    houder = _HOUDERS[n % 5]
    note = f"De eerste gegevens zijn er; de rest volgt, zie e{n}." if n % 3 else f"Zie e{n}."
    gemeld = Terugkoppeling("A1", "open", Termijn(), "Er is meer tijd nodig.") if n % 7 == 0 else None
    return ActielijstRegel(
        Kenmerk("prt", datum - timedelta(days=42 * (n % 3)), f"A{n}"),
        f"Actie {n}: {_ACTIES[n % 4]}",
        houder,
        (houder,),
        term,
        "open",
        note,
        "",
        False,
        n % 4 // 2,
        n % 6 == 1,
        (Stap(datum, "open", term, houder),),
        gemeld=gemeld,
    )


def agenda(punten: int, mensen: int, acties: int, stukken: int = 2) -> Stukken:
    """An agenda of so many items with a note and papers, so many people and so many open actions."""
    return Stukken(
        ORGANISATIE,
        TAFEL,
        Vergadering(
            "prt",
            DAG,
            Tijdvak(time(9, 30), time(11, 0)),
            "Provinciehuis, Voorbeeldstad",
            agendapunten=tuple(_agendapunt(n, stukken) for n in range(1, punten + 1)),
        ),
        deelnemers=deelnemers(mensen),
        actielijst=Actielijst("prt", DAG, regels(acties)),
        volgende=date(2026, 7, 17),
    )


def _agendapunt(n: int, stukken: int) -> Agendapunt:
    return Agendapunt(
        str(n),
        f"Onderwerp {n}: {_TITELS[n % 5]}",
        ("ter informatie", "bespreking", "besluitvorming")[n % 3],
        5 * (n % 4) or None,
        _HOUDERS[n % 5],
        f"Gevraagd wordt kennis te nemen van de stand van zaken. {' '.join(_ZINNEN[: n % 4])}",
        tuple(Bijlage(f"Notitie bij dit onderwerp, stuk {n}{'ab'[i]}", nummer=f"{n}{'ab'[i]}") for i in range(stukken)),
    )


def verslag(punten: int, alineas: int, mensen: int, acties: int) -> Stukken:
    """Minutes of so many items of so many blocks, with decisions, and with so many actions, half of them older."""
    own, older = acties // 2, acties - acties // 2
    base = agenda(punten, mensen, 0)
    besluiten = tuple(
        Besluit(f"B{n}", f"Besluit {n}: de tafel gaat akkoord met het voorstel en met de planning.", _titel(3 * n))
        for n in range(1, punten // 3 + 1)
    )
    tekst = Verslag(
        "prt",
        DAG,
        tijd=Tijdvak(time(9, 30), time(11, 0)),
        locatie="Provinciehuis, Voorbeeldstad",
        punten=tuple(VerslagPunt(_titel(n), str(n), tuple(_blokken(n, alineas))) for n in range(1, punten + 1)),
        actiepunten=tuple(Actiepunt(f"A{n}", f"Actie {n}", "COA") for n in range(1, own + 1)),
        besluiten=besluiten,
    )
    mine = tuple(replace(r, kenmerk=Kenmerk("prt", DAG, r.kenmerk.label)) for r in regels(own, DAG))
    return replace(base, verslag=tekst, actielijst=Actielijst("prt", DAG, (*regels(older), *mine)))


def _titel(n: int) -> str:
    return f"Onderwerp {n}: {_TITELS[n % 5]}"


def _blokken(punt: int, aantal: int) -> Iterator[Blok]:
    """Paragraphs of one to five sentences, and between them lists, a line that announces, a bold line, a table."""
    for n in range(aantal):
        seed = punt * 7 + n * 3
        yield Alinea(" ".join(_ZINNEN[(seed + i) % 7] for i in range(1 + seed % 5)) + f" [A{1 + seed % 9}]")
        if seed % 4 == 1:
            yield Alinea("De vergadering noemt deze punten:")
            yield from (Alinea(_ZINNEN[(seed + i) % 7], "opsomming", i % 2) for i in range(3 + seed % 3))
        if seed % 6 == 2:
            yield Alinea("**Bespreking**")
        if seed % 9 == 5:
            yield Tabel((("Stap", "Wie", "Wanneer"), *((f"Stap {i}", _HOUDERS[i], "3 juli 2026") for i in range(4))))
    yield Alinea(f"Zo wordt besloten, zie s{punt}.")


def actielijst(acties: int) -> Stukken:
    """An action list of so many rows; one in ten of them closed in the last meeting."""
    rows = tuple(
        replace(r, status="afgerond", te_laat=False) if n % 10 == 9 else r for n, r in enumerate(regels(acties))
    )
    return Stukken(ORGANISATIE, TAFEL, Vergadering("prt", DAG), actielijst=Actielijst("prt", DAG, rows))


def besluitenlijst(aantal: int) -> Stukken:
    """A list of so many decisions."""
    rows = tuple(
        BesluitenlijstRegel(Kenmerk("prt", VORIGE, f"B{n}"), Besluit(f"B{n}", f"Besluit {n}: {_ZINNEN[n % 7]}"))
        for n in range(1, aantal + 1)
    )
    return Stukken(ORGANISATIE, TAFEL, Vergadering("prt", DAG), besluitenlijst=Besluitenlijst("prt", rows))
