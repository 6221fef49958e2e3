"""Click in Dutch: its help pages and its complaints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

_HELP = "Toon deze uitleg."


class _Nederlands(click.Command):
    """What a command and a group share: Dutch headings on the help page."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that says how the command is used."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", "[OPTIES]").replace("[COMMAND] [ARGS]...", "OPDRACHT ...")
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return --help with a Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP
        return option


class NederlandseOpdracht(_Nederlands):
    """A command whose help is Dutch."""


class Groep(_Nederlands, click.Group):
    """A group whose help is Dutch."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        _Nederlands.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each command."""
        with formatter.section("Opdrachten"):
            formatter.write_dl(self.list_uitleg(ctx))

    def list_uitleg(self, ctx: click.Context) -> list[tuple[str, str]]:
        """List the commands with their line."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(limit=90)) for name, command in commands if command]


def dutch_command(**settings: Any) -> Callable[[Callable[..., Any]], NederlandseOpdracht]:
    """Declare a command with Dutch help; used as ``click.command``."""
    return click.command(cls=NederlandseOpdracht, **settings)


def say_usage_error(error: click.ClickException) -> None:
    """Tell in Dutch what was wrong with the call, and where to look."""
    click.echo(f"regietafel: {_explain(error)}", err=True)
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"Zie: {context.command_path} --help", err=True)


def _explain(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"de optie {error.option_name} bestaat niet{_nearest(error.option_name, error.possibilities)}."
    if isinstance(error, click.MissingParameter):
        return f"er ontbreekt iets: {error.param.make_metavar(error.ctx) if error.param and error.ctx else ''}."
    if isinstance(error, click.BadParameter) or not isinstance(error, click.UsageError):
        return error.format_message().removeprefix("Invalid value: ")
    return _explain_usage(error)


def _explain_usage(error: click.UsageError) -> str:
    message = error.message
    if message.startswith("No such command"):
        name = message.split("'")[1] if "'" in message else ""
        group = error.ctx.command if error.ctx else None
        names = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else ()
        return f"de opdracht {name} bestaat niet{_nearest(name, names)}."
    if message.startswith("Got unexpected extra argument"):
        return f"dit is te veel: {message.partition('(')[2].rstrip(')') or message}."
    if "requires an argument" in message or "does not take a value" in message:
        name = message.split("'")[1] if "'" in message else message
        return f"de optie {name} is niet goed ingevuld."
    return message


def _nearest(name: str, options: Sequence[str] | None) -> str:
    from difflib import get_close_matches

    match = get_close_matches(name, options or (), n=1)
    return f"; bedoelt u {match[0]}?" if match else ""
