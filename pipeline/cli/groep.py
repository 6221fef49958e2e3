"""The command ``regietafel`` itself: its options, its commands, and how it fails."""

from __future__ import annotations

import sys
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from pipeline.cli.nederlands import Groep, NederlandseOpdracht, say_usage_error
from pipeline.cli.opdracht import Opdracht

# A command and the module under pipeline.cli that holds it, in the order of a meeting's life.
OPDRACHTEN: tuple[tuple[str, str], ...] = (
    ("nieuw", "nieuw"),
    ("planning", "planning"),
    ("verplaats", "verplaats"),
    ("status", "status"),
    ("aangemeld", "aangemeld"),
    ("agenda", "stukken"),
    ("akkoord", "akkoord"),
    ("herinner", "herinner"),
    ("bundel", "bundel"),
    ("verzend", "verzend"),
    ("verslag", "verslag"),
    ("vaststellen", "vaststellen"),
    ("publiceer", "publiceer"),
    ("voorbeeld", "voorbeeld"),
    ("intrekken", "intrekken"),
    ("actielijst", "stukken"),
    ("besluitenlijst", "stukken"),
    ("acties", "acties"),
    ("lees", "lees"),
    ("voorstellen", "voorstellen"),
    ("controleer", "controleer"),
    ("leden", "leden"),
    ("sjablonen", "sjablonen"),
)


class Regietafel(Groep):
    """The group that loads a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a meeting's life."""
        return [naam for naam, _ in OPDRACHTEN]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        module = dict(OPDRACHTEN).get(cmd_name)
        if module is None:
            return None
        command = getattr(import_module(f"pipeline.cli.{module}"), cmd_name)
        return command if isinstance(command, click.Command) else None


def _parse_op(ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    if value is None:
        return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    from pipeline.markering import parse_datum

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
    ctx.obj = Opdracht(Path(werkmap) if werkmap else Path.cwd(), op)
    if ctx.invoked_subcommand is None:
        command = regietafel.get_command(ctx, "status")
        assert isinstance(command, NederlandseOpdracht)
        ctx.invoke(command)
        if sys.stdin.isatty() and sys.stdout.isatty():
            from pipeline.cli.menu import run_menu

            run_menu(ctx.obj, run_opdracht)


def run_opdracht(opdracht: Opdracht, words: list[str]) -> None:
    """Run one command as if it had been typed, in the same werkmap and on the same day; complaints are shown."""
    try:
        regietafel.main(["-C", str(opdracht.map), "--op", opdracht.op.isoformat(), *words],
                        prog_name="regietafel", standalone_mode=False)  # fmt: skip
    except click.exceptions.Exit:
        return
    except click.ClickException as error:
        say_usage_error(error)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 a fout, 2 wrong usage or input."""
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
