"""Write the generated pages of ``docs/``: the commands from their ``--help``, the Meldingen from the code.

Run by ``make docs``; ``tests/test_docs.py`` holds the pages against what this would write.
"""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.groep import OPDRACHTEN, regietafel
from pipeline.model import SOORTEN, Ernst

DOCS = Path(__file__).parents[1] / "docs"
_ERNST = {Ernst.FOUT: "fout", Ernst.WAARSCHUWING: "waarschuwing", Ernst.TIP: "tip"}


def write_commandos() -> str:
    """Return the page of all commands: the help of each as the screen shows it."""
    parts = ["# De opdrachten", "", "Deze bladzijde is gemaakt uit `--help`. Voor wie begint is er de",
             "[handleiding](handleiding/index.md).", ""]  # fmt: skip
    context = click.Context(regietafel, info_name="regietafel", max_content_width=90, terminal_width=90)
    parts += _section("regietafel", regietafel.get_help(context))
    for naam in (ingang.naam for ingang in OPDRACHTEN):
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


PAGINAS = {"commandos.md": write_commandos, "meldingen.md": write_meldingen}


def main() -> None:
    """Write every page."""
    for naam, write in PAGINAS.items():
        (DOCS / naam).write_text(write(), encoding="utf-8", newline="\n")
        print(f"docs/{naam}")


if __name__ == "__main__":
    main()
