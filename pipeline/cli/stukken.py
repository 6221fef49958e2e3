"""``regietafel agenda``, and the command of every document type that says it has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze, keuze_opties
from pipeline.cli.nederlands import NederlandseOpdracht, dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, split_doel

if TYPE_CHECKING:
    from pipeline.documentsoorten import DocumentSoort


@dutch_command(short_help="Maak de agenda als Word-bestand.")
@doel_argument
@keuze_opties
@click.pass_obj
def agenda(oproep: Oproep, /, doel: tuple[str, ...], als_json: bool, **keuze: bool) -> int:
    """Maak de agenda van een vergadering, met de open acties erbij.

    Zonder DATUM: de eerste vergadering die komt.

    \b
    Voorbeeld:
      regietafel agenda
      regietafel agenda prt 2026-01-23 --pdf
    """
    from pipeline.cli.tonen import show_documenten
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.agenda import MaakAgenda

    tafel, datum = split_doel(oproep, doel)
    return show_documenten(carry_out(oproep, MaakAgenda(tafel, datum, Keuze(**keuze))), als_json)


def make_document_command(soort: DocumentSoort) -> NederlandseOpdracht:
    """Make the command of a document type: its help is what the type says of itself."""

    def make(oproep: Oproep, /, doel: tuple[str, ...], als_json: bool, **keuze: bool) -> int:
        from pipeline.cli.tonen import show_documenten
        from pipeline.cli.vragen import carry_out
        from pipeline.werk.document import MaakDocument

        tafel, datum = split_doel(oproep, doel)
        verzoek = MaakDocument(tafel, datum, soort.naam, Keuze(**keuze))
        return show_documenten(carry_out(oproep, verzoek), als_json)

    make.__doc__ = f"{soort.hulp}\n\n\b\nVoorbeeld:\n" + "\n".join(f"  {line}" for line in soort.voorbeelden)
    declared = doel_argument(keuze_opties(click.pass_obj(make)))
    return dutch_command(name=soort.naam, short_help=soort.uitleg)(declared)
