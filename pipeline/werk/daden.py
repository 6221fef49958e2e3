"""The table of acts: everything a secretary can have done, and everything she can ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from pipeline.werk.uitkomst import Uitkomst


class Aard(StrEnum):
    """How an act touches the disk."""

    KIJKT = "kijkt"  # it reads, and what is half done it shows
    VOORBEREID = "voorbereid"  # it is prepared, and then written; what could not be made is told and left out
    HEEL = "heel"  # the same, and every part needs the others: where a file cannot be written, nothing is


@dataclass(frozen=True, slots=True)
class Daad:
    """An act: its name, the module of ``pipeline.werk`` that holds it, its kind, and the command that gives it.

    ``opdracht`` is the command with the places of the request's fields: ``agenda {tafel} {datum}``. A word of which
    the field is empty falls away, with the option before it. An act without one is done in files, or in the browser.
    With ``in_stappen`` something is done along the way that cannot be held back at the end: a mail, a site, a file.
    """

    naam: str
    module: str
    aard: Aard
    regel: str
    in_stappen: bool = False

    @property
    def opdracht(self) -> str:
        """The command this act belongs to; one without is called by its own name."""
        return self.regel.split()[0] if self.regel else self.naam

    def load(self) -> Callable[[Any, Any], Uitkomst]:
        """Return the function that does it: it takes an Opdracht and the request."""
        found: Callable[[Any, Any], Uitkomst] = getattr(import_module(f"pipeline.werk.{self.module}"), self.naam)
        return found


# In the order of a meeting's life.
DADEN: tuple[Daad, ...] = (
    Daad("nieuw", "nieuw", Aard.VOORBEREID, "nieuw {map}"),
    Daad("wijzig_agenda", "agenda_wijzigen", Aard.HEEL, ""),
    Daad("voeg_stuk_toe", "agenda_wijzigen", Aard.HEEL, ""),
    Daad("maak_agenda", "agenda", Aard.VOORBEREID, "agenda {tafel} {datum}"),
    Daad("leg_akkoord_vast", "akkoord", Aard.VOORBEREID, "akkoord {tafel} {datum} --toelichting {toelichting}"),
    Daad("maak_bundel", "bundel", Aard.VOORBEREID, "bundel {tafel} {datum} {vertrouwelijk}"),
    Daad("toon_verslagtekst", "verslag", Aard.KIJKT, ""),
    Daad("bewaar_verslag", "verslag", Aard.HEEL, ""),
    Daad("begin_verslag", "verslag", Aard.VOORBEREID, "verslag {tafel} {datum}"),
    Daad("maak_verslag", "verslag", Aard.VOORBEREID, "verslag {tafel} {datum}"),
    Daad("maak_formulier", "verslag", Aard.VOORBEREID, "verslag {tafel} {datum} --leeg"),
    Daad("maak_document", "document", Aard.VOORBEREID, "{soort} {tafel} {datum}"),
    Daad("toon_status", "status", Aard.KIJKT, "status {tafel}"),
    Daad("lees_in", "inlezen", Aard.KIJKT, "lees {bestand}"),
    Daad("neem_over", "inlezen", Aard.VOORBEREID, "lees {bestand} --neem-over", in_stappen=True),
    Daad("vergelijk_reacties", "vergelijken", Aard.VOORBEREID, "lees {bestand} --vergelijk {verzonden}"),
    Daad("zet_voorstellen_in_word", "in_word", Aard.VOORBEREID, "lees {bestand} --in-word"),
    Daad("zet_punten_in_word", "in_word", Aard.VOORBEREID, "controleer {tafel} {datum} --in-word"),
    Daad("bereid_verzending_voor", "verzenden", Aard.VOORBEREID, "verzend {zending} {tafel} {datum} {nazending}"),
    Daad("verstuur", "verzenden", Aard.VOORBEREID, "verzend {zending} {tafel} {datum} --smtp", in_stappen=True),
    Daad(
        "leg_verzending_vast",
        "verzenden",
        Aard.VOORBEREID,
        "verzend {zending} {tafel} {datum} {nazending} --verzonden {dag}",
    ),
    Daad("geef_vrij", "verzenden", Aard.VOORBEREID, "verzend {zending} {tafel} {datum} --vrijgeven {woorden}"),
    Daad(
        "noteer_reactie",
        "reacties",
        Aard.HEEL,
        "reacties {tafel} {datum} --van {wie} --punt {punt} --oud {oud} --nieuw {nieuw} --opmerking {opmerking}",
    ),
    Daad(
        "maak_correctie",
        "correctie",
        Aard.HEEL,
        "correctie {tafel} {datum} --punt {punt} --oud {oud} --nieuw {nieuw} --door {door} --reden {reden}",
    ),
    Daad("maak_reactieoverzicht", "reacties", Aard.VOORBEREID, "reacties {tafel} {datum} --word"),
    Daad("toon_reacties", "reacties", Aard.KIJKT, "reacties {tafel} {datum}"),
    Daad("beantwoord_reactie", "reacties", Aard.HEEL, "reacties {tafel} {datum} {antwoord} {nummers} --reden {reden}"),
    Daad("stel_vast", "vaststellen", Aard.HEEL, "vaststellen {tafel} {datum} --tijdens {tijdens}"),
    Daad("maak_wijzigingsvoorstel", "vaststellen", Aard.VOORBEREID, "reacties {tafel} {datum} --concept"),
    Daad("rectificeer", "vaststellen", Aard.HEEL, "vaststellen {tafel} {datum} --rectificatie"),
    Daad("toon_openbaar", "publiceren", Aard.KIJKT, "publiceer {tafel} {datum} --proef"),
    Daad("publiceer", "publiceren", Aard.VOORBEREID, "publiceer {tafel} {datum}", in_stappen=True),
    Daad("beslis_naam", "publiceren", Aard.HEEL, ""),
    Daad("geef_woorden_vrij", "publiceren", Aard.VOORBEREID, "publiceer {tafel} {datum} --vrijgeven {woorden}"),
    Daad("toon_site", "publiceren", Aard.KIJKT, "voorbeeld"),
    Daad(
        "trek_in",
        "publiceren",
        Aard.VOORBEREID,
        "intrekken {tafel} {datum} --stuk {stuk} --reden {reden}",
        in_stappen=True,
    ),
    Daad("toon_aangemeld", "aangemeld", Aard.KIJKT, "aangemeld {tafel}"),
    Daad("beslis_aanmelding", "aangemeld", Aard.HEEL, "aangemeld {tafel} {datum} {keuze} {nummer}"),
    Daad("herinner", "herinneren", Aard.VOORBEREID, "herinner {tafel} {datum}"),
    Daad("toon_voorstellen", "voorstellen", Aard.KIJKT, "voorstellen {tafel} {datum}"),
    Daad(
        "beoordeel_voorstel",
        "voorstellen",
        Aard.HEEL,
        "voorstellen {tafel} {datum} --neem-over {neem_over} --wijs-af {wijs_af} --reden {reden}",
    ),
    Daad("controleer", "controle", Aard.KIJKT, "controleer {tafel} {datum}"),
    Daad("herstel", "controle", Aard.VOORBEREID, "controleer {tafel} {datum} --herstel"),
    Daad("aanvaard_punt", "controle", Aard.VOORBEREID, "controleer {tafel} {datum} --negeer {nummer}"),
    Daad("toon_acties", "acties", Aard.KIJKT, "acties {tafel} {open}"),
    Daad("verplaats", "verplaatsen", Aard.HEEL, "verplaats {tafel} {datum} {naar}"),
    Daad("gelast_af", "verplaatsen", Aard.HEEL, "verplaats {tafel} {datum} --afgelast {reden}"),
    Daad("toon_planning", "planning", Aard.KIJKT, "planning {tafel} {jaar}"),
    Daad("plan_jaar", "planning", Aard.HEEL, "planning {tafel} {jaar} --neem-over"),
    Daad("wijzig_actie", "acties", Aard.HEEL, ""),
    Daad("toon_besluiten", "besluiten", Aard.KIJKT, ""),
    Daad("schrijf_acties", "acties", Aard.VOORBEREID, "acties {tafel} --xlsx {naar}"),
    Daad("toon_leden", "leden", Aard.KIJKT, "leden {tafel}"),
    Daad("schrijf_leden", "leden", Aard.VOORBEREID, "leden {tafel} --naar {naar}"),
    Daad("vergelijk_leden", "leden", Aard.KIJKT, "leden {tafel} --uit {uit}"),
    Daad("wijzig_leden", "leden", Aard.VOORBEREID, "leden {tafel} --uit {uit} --neem-over"),
    Daad("maak_dossier", "dossier", Aard.VOORBEREID, "dossier {tafel} {datum} --naar {naar}"),
    Daad("toon_daden", "terugweg", Aard.KIJKT, "ongedaan {tafel}"),
    Daad("neem_terug", "terugweg", Aard.HEEL, "ongedaan", in_stappen=True),
    Daad("toon_geschiedenis", "terugweg", Aard.KIJKT, "geschiedenis {bestand}"),
    Daad("toon_sjablonen", "sjablonen", Aard.KIJKT, "sjablonen {tafel}"),
)  # fmt: skip
_PER_NAAM = {daad.naam: daad for daad in DADEN}


def find_daad(naam: str) -> Daad:
    """Return the act of this name."""
    return _PER_NAAM[naam]
