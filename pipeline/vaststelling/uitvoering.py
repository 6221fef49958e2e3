"""Carrying out a decision: from the record as it was circulated to the record as it is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.model import Melding, Reeks, Tekstwijziging, Verslag, has_fouten, melding
from pipeline.notatie import Brontekst, apply_wijzigingen, check_vorm, parse_verslag, set_front_matter_field
from pipeline.vaststelling.besluit import Vaststelbesluit


@dataclass(frozen=True, slots=True)
class Uitvoering:
    """A decision carried out: the new text of ``verslag.md``, and what it says.

    ``stappen`` are the minutes with one change each, to show what each of them does.
    """

    besluit: Vaststelbesluit
    tekst: Brontekst
    oud: Verslag
    nieuw: Verslag
    stappen: tuple[tuple[Tekstwijziging, Verslag], ...] = ()


def carry_out(bron: Brontekst, reeks: Reeks, besluit: Vaststelbesluit) -> tuple[Uitvoering | None, tuple[Melding, ...]]:
    """Apply all changes to the record, or none of them; what cannot be done is in the Meldingen."""
    text, problems = apply_wijzigingen(bron.tekst, besluit.wijzigingen)
    old, _ = _parse(bron, reeks, besluit.datum)
    if problems:
        return None, problems
    adopted = bron.with_tekst(set_front_matter_field(text, "status", "vastgesteld"))
    new, found = _parse(adopted, reeks, besluit.datum)
    problems = tuple(_check(bron, reeks, besluit, old))
    if problems or has_fouten(found):
        return None, (*problems, *found)
    return Uitvoering(besluit, adopted, old, new, tuple(_steps(bron, reeks, besluit))), ()


def _steps(bron: Brontekst, reeks: Reeks, besluit: Vaststelbesluit) -> Iterator[tuple[Tekstwijziging, Verslag]]:
    for wijziging in besluit.wijzigingen:
        text, _ = apply_wijzigingen(bron.tekst, (wijziging,))
        yield wijziging, _parse(bron.with_tekst(text), reeks, besluit.datum)[0]


def _check(bron: Brontekst, reeks: Reeks, besluit: Vaststelbesluit, old: Verslag) -> Iterator[Melding]:
    """Report the changes that do more than change words: labels and items are frozen."""
    for wijziging, verslag in _steps(bron, reeks, besluit):
        changed = check_vorm(old, verslag)
        if changed:
            text = f"Deze wijziging verandert ook {changed}. Dat kan na het rondzenden niet meer."
            help_text = "Verander alleen woorden. Een nieuwe actie of een nieuw besluit hoort in register.yaml."
            yield melding("wijziging-onmogelijk", text, wijziging.bron, help_text)


def _parse(bron: Brontekst, reeks: Reeks, datum: date) -> tuple[Verslag, tuple[Melding, ...]]:
    register = reeks.registers.get(datum)
    answers = register.vertrouwelijkheid if register else ()
    return parse_verslag(bron, reeks.tafel, datum, reeks.vergadering(datum), reeks.volgende(datum), answers)
