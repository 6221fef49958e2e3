"""``regietafel controleer``: the second reader."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, split_doel
from pipeline.cli.scherm import melding_json, print_json, say_next, show_meldingen
from pipeline.model import Ernst, Melding, Reeks

if TYPE_CHECKING:
    from pipeline.controle import Dossier


@dutch_command(short_help="Controleer de bestanden van een vergadering, of alles.")
@doel_argument
@click.option("--herstel", is_flag=True, help="Verbeter bestandsnamen, en namen in het verslag, die net anders zijn.")
@click.option("--negeer", metavar="NUMMER", type=int, help="Aanvaard dit punt; het telt dan niet meer mee.")
@click.option("--reden", metavar="TEKST", help="Waarom u het punt aanvaardt (hoort bij --negeer).")
@click.option("--in-word", "in_word", is_flag=True, help="Zet de punten als opmerkingen in een kopie van Word.")
@json_option
@click.pass_obj
def controleer(
    opdracht: Opdracht,
    /,
    doel: tuple[str, ...],
    herstel: bool,
    negeer: int | None,
    reden: str | None,
    in_word: bool,
    als_json: bool,
) -> int:
    """Controleer wat er is ingevuld, en noem alles wat niet klopt in een keer: waar, wat en wat u kunt doen.

    Zonder TAFEL en DATUM: alle vergaderingen. Met --in-word staan de punten van een vergadering als opmerkingen
    in een kopie van het Word-bestand.

    \b
    Voorbeeld:
      regietafel controleer
      regietafel controleer prt 2026-01-23 --herstel
      regietafel controleer prt 2026-01-23 --negeer 2 --reden "klopt zo"
    """
    tafel, gevraagd = split_doel(opdracht, doel)
    if herstel or negeer is not None:
        _change(opdracht, tafel, gevraagd, negeer, reden)
    if in_word:
        from pipeline.cli.in_word import punten_in_word

        reeks = opdracht.reeks(tafel)
        datum = pick_datum(opdracht, reeks, gevraagd, gehouden=True)
        return punten_in_word(opdracht, reeks, datum, check_vergadering(opdracht, reeks, datum))
    found, count = _collect(opdracht, tafel, gevraagd)
    if als_json:
        print_json({"meldingen": [melding_json(m) for m in found]})
    else:
        show_meldingen(found, genummerd=gevraagd is not None)
        _say_sum(found, count)
    return opdracht.finish(found)


def _collect(opdracht: Opdracht, tafel: str | None, gevraagd: date | None) -> tuple[tuple[Melding, ...], int]:
    """Check what was asked for; return the findings and how many meetings were checked."""
    reeksen = (opdracht.reeks(tafel),) if tafel or gevraagd else opdracht.inhoud.reeksen
    meldingen = _general(opdracht)
    count = 0
    for reeks in reeksen:
        data = (pick_datum(opdracht, reeks, gevraagd, gehouden=True),) if gevraagd else reeks.data
        for datum in data:
            meldingen += check_vergadering(opdracht, reeks, datum)
            count += 1
    return tuple(dict.fromkeys(meldingen)), count


def _change(
    opdracht: Opdracht, tafel: str | None, gevraagd: date | None, negeer: int | None, reden: str | None
) -> None:
    """Apply the corrections, or accept one finding, of one meeting; what is left is shown after it."""
    from pipeline.cli.aanvaarden import accept_finding, apply_corrections, rename_records

    if negeer is None and (_take_back(opdracht) + rename_records(opdracht)):
        opdracht.reload()
        if gevraagd is None:
            return
    if gevraagd is None:
        raise click.UsageError("noem de vergadering, bijvoorbeeld: regietafel controleer prt 2026-01-23 --herstel")
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    if negeer is None:
        count = apply_corrections(opdracht, _build(opdracht, reeks, datum))
        click.echo(f"Verbeterd: {count}", err=True)
    else:
        found, _ = _collect(opdracht, tafel, gevraagd)
        if not 1 <= negeer <= len(found):
            raise click.UsageError(f"er is geen punt {negeer}; er zijn er {len(found)}")
        if not reden:
            raise click.UsageError('geef de reden erbij: --reden "waarom het zo goed is"')
        accept_finding(opdracht, reeks.tafel.id, datum, found[negeer - 1], reden)
    opdracht.reload()


def _take_back(opdracht: Opdracht) -> int:
    """Put back what a command on another computer left half done; return how many there were."""
    from pipeline.cli.heel import say_teruggezet
    from pipeline.werkmap import take_back_half_af

    root = opdracht.inhoud.paden.map
    taken_back = take_back_half_af(root, ook_van_elders=True)
    for done in taken_back:
        say_teruggezet(done, root)
    return len(taken_back)


def _general(opdracht: Opdracht) -> list[Melding]:
    """What reading found in files that belong to no meeting; the rest is said with its meeting."""
    meetings = tuple(
        f"{top}/{reeks.tafel.id}/{datum}/"
        for top in ("agenda", "verslagen")
        for reeks in opdracht.inhoud.reeksen
        for datum in reeks.data
    )
    return [m for m in opdracht.inhoud.meldingen if not (m.bron and m.bron.bestand.startswith(meetings))]


def check_vergadering(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Melding, ...]:
    """Run the checks on one meeting: on its minutes where there are any, else on its agenda."""
    from pipeline.controle import controleer as run_controles

    fase = "verslag" if reeks.verslag(datum) else "agenda"
    return run_controles(_build(opdracht, reeks, datum), fase)  # type: ignore[arg-type]


def find_fouten(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Melding, ...]:
    """Run the checks and return what must be put right before anything goes out."""
    return tuple(m for m in check_vergadering(opdracht, reeks, datum) if m.ernst is Ernst.FOUT and m.aanvaard is None)


def _build(opdracht: Opdracht, reeks: Reeks, datum: date) -> Dossier:
    from pipeline.controle import build_dossier
    from pipeline.werkmap import IN_AGENDA, IN_VERSLAG, find_overige, list_files

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    unused = (
        *find_overige(paden.vergadering(tafel, datum), datum, IN_AGENDA),
        *find_overige(paden.verslagmap(tafel, datum), datum, IN_VERSLAG),
    )
    own = (f"agenda/{reeks.tafel.id}/{datum}", f"verslagen/{reeks.tafel.id}/{datum}")
    read = [m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand.startswith(own)]
    shown = tuple(paden.show(path) for path in unused)
    return build_dossier(reeks, datum, opdracht.op, list_files(paden.bijlagen(tafel, datum)), shown, read)


def _say_sum(meldingen: tuple[Melding, ...], count: int) -> None:
    """End with a line that says how it stands."""
    open_ones = [m for m in meldingen if m.aanvaard is None]
    by_ernst = [(ernst, sum(m.ernst is ernst for m in open_ones)) for ernst in Ernst]
    names = {Ernst.FOUT: ("fout", "fouten"), Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
             Ernst.TIP: ("tip", "tips")}  # fmt: skip
    parts = [f"{n} {names[ernst][n != 1]}" for ernst, n in by_ernst if n]
    meetings = f"{count} {'vergadering' if count == 1 else 'vergaderingen'} gecontroleerd"
    click.echo(f"{meetings}: {', '.join(parts) or 'alles in orde'}.")
    if parts:
        say_next("verbeter wat hierboven staat en geef de opdracht nog eens.")
