"""``regietafel lees``: read minutes as people send them, say what is in them, and take them over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import VERKEERD_GEBRUIK, Oproep, json_option
from pipeline.cli.scherm import show_meldingen
from pipeline.model import melding

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.inlezen import Gelezen, Kant


@dutch_command(short_help="Lees een verslag (Word, PDF, tekst), zeg wat erin staat, en neem het over.")
@click.argument("bestanden", metavar="BESTAND...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--neem-over", "neem_over", is_flag=True, help="Zet het in de werkmap; ook een hele map tegelijk.")
@click.option("--tafel", metavar="TAFEL", help="Van welke tafel het verslag is.")
@click.option("--datum", metavar="DATUM", help="Van welke dag de vergadering is.")
@click.option(
    "--kies",
    "keuzes",
    metavar="KEUZE",
    multiple=True,
    help="Bij verschil: record of word, of per punt 3=word. Bij --wijzigingen: de nummers, zoals 1,3, of alle.",
)
@click.option("--wijzigingen", "toon_wijzigingen", is_flag=True, help="Toon de bijgehouden wijzigingen in Word.")
@click.option(
    "--vergelijk", metavar="VERZONDEN", type=click.Path(path_type=Path), help="Vergelijk met wat is verzonden."
)
@click.option("--in-word", "in_word", is_flag=True, help="Zet voorstellen als opmerkingen in een kopie.")
@json_option
@click.pass_obj
def lees(
    oproep: Oproep,
    /,
    bestanden: tuple[Path, ...],
    neem_over: bool,
    tafel: str | None,
    datum: str | None,
    keuzes: tuple[str, ...],
    toon_wijzigingen: bool,
    vergelijk: Path | None,
    in_word: bool,
    als_json: bool,
) -> int:
    """Lees een verslag (.docx, .pdf, .txt, .md, .odt, .doc, .rtf) en zeg wat erin staat: vergadering, deelnemers,
    agendapunten, acties en besluiten. Acties zonder markering worden voorgesteld, met hoe zeker dat is.

    Met --neem-over komt het in de werkmap, als agenda.yaml en verslag.md. Wat u in Word hebt gewijzigd in een
    verslag of formulier dat dit programma heeft gemaakt, komt zo terug in het verslag. Er wordt nooit iets
    overschreven: zijn het verslag en Word allebei veranderd, dan ziet u ze naast elkaar en kiest u met --kies.

    Met --vergelijk legt u teruggestuurde exemplaren naast wat u hebt verzonden.

    \b
    Voorbeeld:
      regietafel lees verslag.docx
      regietafel lees verslag.pdf --json
      regietafel lees archief --neem-over --tafel prt
      regietafel lees verslag.docx --in-word
      regietafel lees reactie1.docx reactie2.docx --vergelijk verzonden.docx
    """
    from pipeline.cli.vragen import carry_out

    if vergelijk is not None:
        from pipeline.cli.vergelijken import show_reacties
        from pipeline.werk.vergelijken import VergelijkReacties

        return show_reacties(carry_out(oproep, VergelijkReacties(bestanden, vergelijk)), als_json)
    if neem_over:
        from pipeline.cli.lees_overname import show_overname
        from pipeline.werk.inlezen import Innamewens, NeemOver

        alle = toon_wijzigingen and keuzes == ("alle",)
        numbers = _read_numbers(keuzes) if toon_wijzigingen and not alle else None
        sides = {} if toon_wijzigingen else _read_keuzes(keuzes)
        wens = Innamewens(tafel, _read_datum(oproep, datum), sides, numbers, toon_wijzigingen, alle)
        return show_overname(carry_out(oproep, NeemOver(bestanden, wens)), als_json)
    if len(bestanden) > 1:
        raise click.UsageError("Noem een bestand tegelijk, of gebruik --neem-over of --vergelijk.")
    if in_word:
        from pipeline.cli.tonen import show_kopie
        from pipeline.werk.in_word import ZetVoorstellenInWord

        return show_kopie(carry_out(oproep, ZetVoorstellenInWord(bestanden[0])))
    from pipeline.werk.inlezen import LeesIn

    return _say(carry_out(oproep, LeesIn(bestanden[0])), toon_wijzigingen, als_json)


def _say(uitkomst: Uitkomst, toon_wijzigingen: bool, als_json: bool) -> int:
    """Say what is in a file."""
    from pipeline.cli.lees_scherm import print_lezing_json, show_lezing

    gelezen: Gelezen = uitkomst.gegevens
    if als_json:
        print_lezing_json(gelezen)
    else:
        show_meldingen(uitkomst.meldingen)
        if gelezen.lezing.verslag is not None:
            show_lezing(gelezen.lezing, gelezen.voorstellen, toon_wijzigingen)
    return VERKEERD_GEBRUIK if gelezen.lezing.verslag is None else uitkomst.code


def _read_datum(oproep: Oproep, datum: str | None) -> date | None:
    if datum is None:
        return None
    from pipeline.markering import parse_datum

    found = parse_datum(datum).datum
    if found is None:
        oproep.stop(melding("datum-onleesbaar", f"{datum} is geen datum. Schrijf bijvoorbeeld 2026-01-23."))
    return found


def _read_keuzes(keuzes: tuple[str, ...]) -> dict[str, Kant]:
    """Read ``word``, ``3=word`` or ``actielijst=record``; one without a part counts for all the rest."""
    found: dict[str, Kant] = {}
    for keuze in keuzes:
        part, _, side = keuze.rpartition("=")
        if side not in ("record", "word"):
            raise click.UsageError(f"--kies {keuze}: kies record of word, bijvoorbeeld --kies 3=word")
        found[part.strip()] = "word" if side == "word" else "record"
    return found


def _read_numbers(keuzes: tuple[str, ...]) -> frozenset[int] | None:
    """Read ``1,3``: the changes to take; None where nothing was chosen."""
    words = [word.strip() for keuze in keuzes for word in keuze.split(",") if word.strip()]
    if any(not word.isdecimal() for word in words):
        raise click.UsageError("--kies: noem de nummers van de wijzigingen, bijvoorbeeld --kies 1,3 (0 is geen)")
    return frozenset(int(word) for word in words) if keuzes else None
