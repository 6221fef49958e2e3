"""Write the generated pages of ``docs/``: the commands from their ``--help``, the Meldingen from the code.

Run by ``make docs``; ``tests/test_docs.py`` holds the pages against what this would write.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click
from kamers import write_tekening

from pipeline.cli.groep import regietafel
from pipeline.model import SOORTEN, Ernst
from pipeline.werk import Geschreven, Hersteld, Uitkomst, Vervolg, Vraag

DOCS = Path(__file__).parents[1] / "docs"
_ERNST = {Ernst.FOUT: "fout", Ernst.WAARSCHUWING: "waarschuwing", Ernst.TIP: "tip"}


def write_commandos() -> str:
    """Return the page of all commands: the help of each as the screen shows it."""
    parts = ["# De opdrachten", "", "Deze bladzijde is gemaakt uit `--help`. Voor wie begint is er de",
             "[handleiding](handleiding/index.md).", ""]  # fmt: skip
    context = click.Context(regietafel, info_name="regietafel", max_content_width=90, terminal_width=90)
    parts += _section("regietafel", regietafel.get_help(context))
    for naam in regietafel.list_commands(context):
        command = regietafel.get_command(context, naam)
        assert command is not None, naam
        inner = click.Context(command, info_name=naam, parent=context, max_content_width=90, terminal_width=90)
        parts += _section(naam, command.get_help(inner))
    return "\n".join(parts)


def _section(naam: str, uitleg: str) -> list[str]:
    return [f"## {naam}", "", "```text", *(line.rstrip() for line in uitleg.splitlines()), "```", ""]


def write_meldingen() -> str:
    """Return the page of all kinds of Melding, in the order of the code."""
    lines = ["# De meldingen", "", "Elke melding heeft een code. Zoek hier de code op die op het scherm staat. Bij een",
             "**fout** stopt het programma met code 1 en wordt er niets geschreven dat van de fout afhangt.", "",
             "| code | ernst | wat het betekent | wat u kunt doen |", "|---|---|---|---|"]  # fmt: skip
    for soort in SOORTEN:
        cells = (f"`{soort.code}`", _ERNST[soort.ernst], soort.uitleg, soort.hulp)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def write_architectuur() -> str:
    """Return the page about the rooms: written by hand, with the drawing made from the table the house test uses."""
    return _template("architectuur").replace("@KAMERS@", write_tekening())


def write_schemas() -> str:
    """Return the page of the shapes others may rely on, with the fields as they are in the code."""
    rest = "\n\n".join(f"`{kind.__name__}`\n\n{_fields(kind)}" for kind in (Geschreven, Vervolg, Hersteld))
    text = _template("schemas").replace("@UITKOMST@", _fields(Uitkomst)).replace("@VRAAG@", _fields(Vraag))
    return text.replace("@REST@", rest)


def _template(naam: str) -> str:
    return (Path(__file__).parent / f"{naam}.md.in").read_text(encoding="utf-8")


def _fields(kind: type) -> str:
    """Describe a dataclass: its docstring, and its fields with their types."""
    told = " ".join((kind.__doc__ or "").split()).replace("``", "`")
    rows = [f"| `{f.name}` | `{str(f.type).replace('|', 'or')}` |" for f in fields(kind)]
    return "\n".join([told, "", "| field | type |", "|---|---|", *rows])


PAGINAS = {
    "commandos.md": write_commandos,
    "meldingen.md": write_meldingen,
    "architectuur.md": write_architectuur,
    "schemas.md": write_schemas,
}


def main() -> None:
    """Write every page."""
    for naam, write in PAGINAS.items():
        (DOCS / naam).write_text(write(), encoding="utf-8", newline="\n")
        print(f"docs/{naam}")


if __name__ == "__main__":
    main()
