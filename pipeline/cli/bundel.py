"""``regietafel bundel``: one PDF of the agenda and all its papers."""

from __future__ import annotations

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Opdracht, doel_argument, json_option, pick_datum, require_agenda, split_doel
from pipeline.model import ANDEREN, SECRETARIAAT


@dutch_command(short_help="Maak een PDF van de agenda en alle stukken.")
@doel_argument
@click.option("--vertrouwelijk", is_flag=True, help="Neem ook de vertrouwelijke stukken op, in een aparte bundel.")
@click.option("--overschrijf", is_flag=True, help="Vervang een gewijzigde bundel; de oude gaat naar oud.")
@click.option("--ernaast", is_flag=True, help="Zet de nieuwe bundel naast een gewijzigde.")
@json_option
@click.pass_obj
def bundel(
    opdracht: Opdracht, /, doel: tuple[str, ...], vertrouwelijk: bool, overschrijf: bool, ernaast: bool, als_json: bool
) -> int:
    """Maak van de agenda en alle stukken een PDF, op volgorde van de agenda.

    Elk stuk krijgt een stempel (Bijlage 3a), de bladzijden lopen door, en u klikt van de agenda naar een stuk en
    terug. Vertrouwelijke stukken komen alleen in de bundel met --vertrouwelijk. Ontbreekt er een stuk of is er
    een beschadigd, dan hoort u dat eerst en wordt er niets gemaakt.

    \b
    Voorbeeld:
      regietafel bundel
      regietafel bundel prt 2026-06-05 --vertrouwelijk
    """
    from pipeline.bundel import is_ongewijzigd, seal
    from pipeline.cli.agendastukken import bundel_naam, prepare_agenda
    from pipeline.cli.levering import Levering
    from pipeline.cli.nalezing import Nalezing

    tafel, gevraagd = split_doel(opdracht, doel)
    reeks = opdracht.reeks(tafel)
    datum = pick_datum(opdracht, reeks, gevraagd, gehouden=False)
    require_agenda(opdracht, reeks, datum)
    levering = Levering(opdracht, reeks, datum, Keuze(ernaast=ernaast, overschrijf=overschrijf, als_json=als_json))
    kring = SECRETARIAAT if vertrouwelijk else ANDEREN
    stukken = prepare_agenda(levering, (kring,))
    if stukken is not None:
        folder = opdracht.inhoud.paden.vergadering(reeks.tafel.id, datum)
        name = bundel_naam(levering, stukken.versie(kring).is_bundel_vertrouwelijk)
        content = seal(stukken.build_bundel(levering, kring))
        levering.meldingen += Nalezing(levering).check(kring, "wie het vertrouwelijke niet mag zien", {name: content})
        if not levering.is_tegengehouden:
            stukken.place_word(levering)
            levering.place(folder / name, content, is_ongewijzigd, "bundel-gewijzigd")
    return levering.finish(
        f"kijk de bundel na. De agenda verstuurt u met: regietafel verzend agenda {reeks.tafel.id} {datum}"
    )
