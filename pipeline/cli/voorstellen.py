"""``regietafel voorstellen``: what the language pass proposes, for a person to accept or refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.lees_scherm import show_notities
from pipeline.cli.nederlands import dutch_command
from pipeline.cli.opdracht import Oproep, doel_argument, json_option, split_doel
from pipeline.cli.scherm import bron_json, melding_json, print_json, show_meldingen
from pipeline.cli.tonen import show_gedaan, show_geschreven, show_vervolg
from pipeline.model import Aanmelding, Actiepunt, GelegdeKoppeling, Voortgang

if TYPE_CHECKING:
    from pipeline.werk.voorstellen import Keuze, Voorstellenlijst


@dutch_command(short_help="Toon wat er misschien ook een actie of besluit is, en neem het over of wijs het af.")
@doel_argument
@click.option(
    "--neem-over", "neem_over", metavar="KENMERKEN", help="Neem deze voorstellen over, zoals akt7m,v3p9x of alle."
)
@click.option("--wijs-af", "wijs_af", metavar="KENMERKEN", help="Wijs deze voorstellen af; ze komen niet terug.")
@click.option("--reden", default="", metavar="TEKST", help="Waarom u ze afwijst.")
@json_option
@click.pass_obj
def voorstellen(
    oproep: Oproep,
    /,
    doel: tuple[str, ...],
    neem_over: str | None,
    wijs_af: str | None,
    reden: str,
    als_json: bool,
) -> int:
    """Toon de zinnen in een verslag die een actie, een besluit of voortgang lijken, en die niemand heeft gemarkeerd.
    Ook staan hier acties die misschien dezelfde zijn als een oudere, en agendapunten die zijn uitgesteld: die komen
    op de volgende agenda als u ze overneemt. Niets telt mee voordat u het overneemt.

    Elk voorstel heeft een eigen kenmerk, dat niet verandert als de lijst verandert. Daarmee kiest u het.
    Wat u overneemt, krijgt een nummer in de tekst en een regel in de actielijst. Is het verslag al rondgezonden,
    dan komt het in register.yaml. Zonder DATUM: het laatste verslag.

    \b
    Voorbeeld:
      regietafel voorstellen
      regietafel voorstellen prt 2026-01-23 --neem-over akt7m,v3p9x
      regietafel voorstellen prt 2026-01-23 --wijs-af b8kd4 --reden "Dat is al gebeurd."
    """
    from pipeline.cli.vragen import carry_out
    from pipeline.werk.voorstellen import BeoordeelVoorstel, ToonVoorstellen

    chosen = split_doel(oproep, doel)
    decides = any(word.strip() for word in f"{neem_over or ''},{wijs_af or ''}".split(","))
    verzoek = BeoordeelVoorstel(*chosen, neem_over or "", wijs_af or "", reden) if decides else ToonVoorstellen(*chosen)
    uitkomst = carry_out(oproep, verzoek)
    zitting = uitkomst.gegevens
    if zitting is None:
        show_meldingen(uitkomst.meldingen)
        show_geschreven(uitkomst)
        show_gedaan(uitkomst)
        show_vervolg(uitkomst)
        return uitkomst.code
    if als_json:
        found = [_as_json(merk, item, zitting) for merk, item in zitting.lijst.alle.items()]
        print_json({"voorstellen": found, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})
        return uitkomst.code
    show_meldingen(uitkomst.meldingen)
    _show(zitting)
    show_vervolg(uitkomst)
    return uitkomst.code


def _show(zitting: Voorstellenlijst) -> None:
    from pipeline.markering import format_datum
    from pipeline.werk.in_word import owner_and_term
    from pipeline.werk.voorstellen import words_of

    click.secho(f"{zitting.reeks.tafel.naam}, {format_datum(zitting.datum)}", bold=True)
    for merk, item in zitting.lijst.alle.items():
        if isinstance(item, GelegdeKoppeling):
            click.echo(f"  {merk}  {_say_koppeling(item, zitting)}")
            continue
        if isinstance(item, Aanmelding):
            secret = " (vertrouwelijk)" if item.vertrouwelijk else ""
            click.echo(f"  {merk}  agendapunt voor een volgende vergadering: {item.wat}{secret}")
            click.echo(f"         {item.toelichting} ({item.bron})")
            continue
        owner = owner_and_term(item.inhoud) if isinstance(item.inhoud, Actiepunt) else ""
        click.echo(f"  {merk}  {item.soort}, {round(item.zekerheid * 100)}%: {words_of(item)}{owner}")
        click.echo(f"         {item.reden} ({item.bron})")
    show_notities(zitting.register.notities)
    if not zitting.lijst.alle:
        click.echo("Er zijn geen voorstellen.")


def _say_koppeling(item: GelegdeKoppeling, zitting: Voorstellenlijst) -> str:
    """Say a link as a question, with the words of both; one that fell away says so."""
    link = item.koppeling
    said = {"zelfde_als": "is dezelfde actie als", "samengevoegd_met": "is samengevoegd met"}
    own = f"{item.van.label} ({link.tekst})" if link.tekst else item.van.label
    other = f"{link.met.verwijzing} ({link.tekst_met})" if link.tekst_met else link.met.verwijzing
    gone = " [vervallen: de woorden zijn veranderd]" if item in zitting.vervallen else ""
    return f"koppeling: {own} {said.get(link.soort, 'is gesplitst uit')} {other}{gone}"


def _as_json(merk: str, item: Keuze, zitting: Voorstellenlijst) -> dict[str, Any]:
    from pipeline.werk.voorstellen import words_of

    if isinstance(item, GelegdeKoppeling):
        link = item.koppeling
        return {
            "kenmerk": merk,
            "soort": "koppeling",
            "actie": str(item.van),
            "tekst": link.tekst or None,
            "verband": link.soort,
            "met": str(link.met),
            "tekst_met": link.tekst_met or None,
            "vervallen": item in zitting.vervallen,
        }
    if isinstance(item, Aanmelding):
        return {
            "kenmerk": merk,
            "soort": "agendapunt",
            "tekst": item.wat,
            "reden": item.toelichting,
            "vertrouwelijk": item.vertrouwelijk,
            "bron": bron_json(item.bron),
        }
    inhoud = item.inhoud
    action = inhoud if isinstance(inhoud, Actiepunt | Voortgang) else None
    return {
        "kenmerk": merk,
        "soort": item.soort,
        "tekst": words_of(item),
        "actiehouder": (action.actiehouder if action else "") or None,
        "termijn": (action.termijn.tekst if action else "") or None,
        "verwijst_naar": inhoud.verwijst_naar.verwijzing if isinstance(inhoud, Voortgang) else None,
        "zekerheid": item.zekerheid,
        "reden": item.reden,
        "bron": bron_json(item.bron),
    }
