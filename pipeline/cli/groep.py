"""The command ``regietafel`` itself: its options, its commands, and how it fails."""

from __future__ import annotations

import gc
import sys
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from pipeline.cli.nederlands import Groep, NederlandseOpdracht, say_usage_error
from pipeline.documentsoorten import DOCUMENTSOORTEN

if TYPE_CHECKING:
    from pipeline.cli.opdracht import Oproep


class Ingang(NamedTuple):
    """A command: its name, the module under ``pipeline.cli`` that holds it, and its line on the help page."""

    naam: str
    module: str
    uitleg: str


# In the order of a meeting's life. The lines stand here too, so that the help page loads no command to read its own;
# tests/cli/test_start.py holds the two together. Document types with a command of their own are not here: they say all
# of it themselves (``documentsoorten``), and are looked up where the name is none of these.
OPDRACHTEN: tuple[Ingang, ...] = (
    Ingang("nieuw", "nieuw", "Maak een nieuwe werkmap, met een voorbeeld."),
    Ingang("werkbank", "werkbank", "Open de werkbank in de browser."),
    Ingang("planning", "planning", "Plan de vergaderingen van een jaar."),
    Ingang("verplaats", "verplaats", "Verplaats een vergadering met haar stukken, of gelast haar af."),
    Ingang("status", "status", "Toon hoe het met elke vergadering staat."),
    Ingang("aangemeld", "aangemeld", "Toon wat er is aangemeld voor de agenda, en neem het op."),
    Ingang("agenda", "stukken", "Maak de agenda als Word-bestand."),
    Ingang("akkoord", "akkoord", "Leg vast dat de voorzitter akkoord is met de agenda."),
    Ingang("herinner", "herinner", "Maak per actiehouder een bericht met de open acties."),
    Ingang("bundel", "bundel", "Maak een PDF van de agenda en alle stukken."),
    Ingang("verzend", "verzend", "Stuur de agenda, het verslag of de actielijst aan de verzendlijsten."),
    Ingang("verslag", "verslag", "Maak het (concept)verslag als Word-bestand, met de actielijst."),
    Ingang("reacties", "reacties", "Toon de reacties op een rondgezonden verslag, en beslis erover."),
    Ingang("correctie", "correctie", "Verbeter woorden in een verslag dat is rondgezonden of vastgesteld."),
    Ingang("vaststellen", "vaststellen", "Stel een rondgezonden verslag vast, met of zonder wijzigingen."),
    Ingang("publiceer", "publiceer", "Maak de openbare versie van een vastgesteld verslag."),
    Ingang("voorbeeld", "voorbeeld", "Bekijk de openbare site op uw eigen computer."),
    Ingang("intrekken", "intrekken", "Trek een gepubliceerd verslag of stuk in."),
    Ingang("acties", "acties", "Toon de acties op het scherm."),
    Ingang("lees", "lees", "Lees een verslag (Word, PDF, tekst), zeg wat erin staat, en neem het over."),
    Ingang(
        "voorstellen",
        "voorstellen",
        "Toon wat er misschien ook een actie of besluit is, en neem het over of wijs het af.",
    ),
    Ingang("controleer", "controleer", "Controleer de bestanden van een vergadering, of alles."),
    Ingang("dossier", "dossier", "Zet alles van een vergadering in een map voor het archief."),
    Ingang("ongedaan", "ongedaan", "Toon wat er is gedaan, en neem het terug."),
    Ingang("geschiedenis", "geschiedenis", "Toon wat er met een bestand is gebeurd."),
    Ingang("leden", "leden", "Toon de leden van een tafel, of neem ze over uit Excel."),
    Ingang("sjablonen", "sjablonen", "Toon wat de sjablonen gebruiken en kunnen gebruiken."),
)  # fmt: skip
_PER_NAAM = {ingang.naam: ingang for ingang in OPDRACHTEN}


class Regietafel(Groep):
    """The group that loads a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a meeting's life."""
        return [naam for naam, _ in self.list_uitleg(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        ingang = _PER_NAAM.get(cmd_name)
        if ingang is None:
            return _find_document_command(cmd_name)
        command = getattr(import_module(f"pipeline.cli.{ingang.module}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def list_uitleg(self, ctx: click.Context) -> list[tuple[str, str]]:
        """List the commands with their line, and load none of them."""
        lines = [(ingang.naam, ingang.uitleg) for ingang in OPDRACHTEN]
        for soort in (s for s in DOCUMENTSOORTEN if s.uitleg):
            place = [naam for naam, _ in lines].index(soort.na) + 1
            lines.insert(place, (soort.naam, soort.uitleg))
        return lines


def _find_document_command(naam: str) -> click.Command | None:
    """Return the command of a document type with this name."""
    from pipeline.cli.stukken import make_document_command

    soort = next((s for s in DOCUMENTSOORTEN if s.uitleg and s.naam == naam), None)
    return make_document_command(soort) if soort else None


def _parse_op(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    if value is None:
        from zoneinfo import ZoneInfo

        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    from pipeline.markering.datums import parse_datum

    datum = parse_datum(value).datum
    if datum is None:
        raise click.BadParameter(f"{value} is geen datum. Schrijf bijvoorbeeld 2026-01-23.")
    return datum


@click.group(cls=Regietafel, invoke_without_command=True)
@click.option("-C", "werkmap", metavar="WERKMAP", type=click.Path(path_type=Path), help="Werk in deze map.")
@click.option("--op", metavar="DATUM", callback=_parse_op, help="Doe alsof het deze dag is.")
@click.version_option(package_name="regietafel", prog_name="regietafel", message="%(prog)s %(version)s",
                      help="Toon de versie.")  # fmt: skip
@click.pass_context
def regietafel(ctx: click.Context, werkmap: Path | None, op: date) -> None:
    """Van vergadering naar stukken: agenda, verslag en actielijst.

    \b
    Voorbeeld:
      regietafel nieuw mijn-werkmap
      regietafel -C mijn-werkmap agenda
    """
    from pipeline.cli.opdracht import Oproep

    ctx.obj = Oproep(Path(werkmap) if werkmap else Path.cwd(), op)
    if ctx.invoked_subcommand is None:
        command = regietafel.get_command(ctx, "status")
        assert isinstance(command, NederlandseOpdracht)
        ctx.invoke(command)
        if sys.stdin.isatty() and sys.stdout.isatty():
            from pipeline.cli.menu import run_menu

            run_menu(ctx.obj, run_opdracht)


def run_opdracht(oproep: Oproep, words: list[str]) -> None:
    """Run one command as if it had been typed, in the same werkmap and on the same day; complaints are shown."""
    try:
        regietafel.main(["-C", str(oproep.map), "--op", oproep.op.isoformat(), *words],
                        prog_name="regietafel", standalone_mode=False)  # fmt: skip
    except click.exceptions.Exit:
        return
    except click.ClickException as error:
        say_usage_error(error)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 a fout, 2 wrong usage or input."""
    # A command lives a second and makes hardly any circles: looking for those as often as Python does by default
    # (every 700 new objects) costs a twelfth of it.
    gc.set_threshold(100_000, 20, 20)
    try:
        result = regietafel.main(args, prog_name="regietafel", standalone_mode=False)
        sys.exit(result if isinstance(result, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        click.echo("Afgebroken.", err=True)
        sys.exit(2)
    except click.ClickException as error:
        say_usage_error(error)
        sys.exit(2)
    except Exception as error:
        from pipeline.cli.storing import explain

        sys.exit(explain(error))
