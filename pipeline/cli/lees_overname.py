"""``regietafel lees ... --neem-over``: one file or a whole folder, and what became of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.lees_scherm import show_notities
from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.model import Ernst

if TYPE_CHECKING:
    from pipeline.werk import Uitkomst
    from pipeline.werk.inlezen import Ingenomen, Verschil


def show_overname(uitkomst: Uitkomst, als_json: bool) -> int:
    """Say what became of each file; return the exit code."""
    done: tuple[Ingenomen, ...] = uitkomst.gegevens
    if als_json:
        _print_json(uitkomst)
    elif len(done) == 1:
        _show_one(done[0])
    else:
        _show_all(done)
    return uitkomst.code


def _show_one(uitslag: Ingenomen) -> None:
    new = uitslag.uitkomst == "overgenomen"
    show_meldingen(m for m in uitslag.meldingen if new or m.ernst is not Ernst.TIP)
    for botsing in uitslag.botsingen:
        show_botsing(botsing)
    for path in uitslag.geschreven:
        say_written(path)
    where = f"{uitslag.tafel} {uitslag.datum}" if uitslag.datum else ""
    _say_outcome(uitslag, where)


def _acties(uitslag: Ingenomen) -> str:
    return f"{uitslag.acties} {'actie' if uitslag.acties == 1 else 'acties'}"


def _say_outcome(uitslag: Ingenomen, where: str) -> None:
    """Say how it ended, and what to do next."""
    if uitslag.uitkomst == "overgenomen":
        parts = ", ".join(v.titel for v in uitslag.verschillen)
        click.echo(f"Overgenomen: {_acties(uitslag)}." + (f" Veranderd: {parts}." if parts else ""))
        show_notities(uitslag.notities)
        say_next(f"kijk na wat er is overgenomen: regietafel controleer {where}")
    elif uitslag.uitkomst in ("al overgenomen", "niets nieuws", "niet gewijzigd"):
        click.echo(f"{uitslag.bestand.name}: er is niets nieuws om over te nemen.")
    elif uitslag.uitkomst == "verschilt":
        for verschil in uitslag.verschillen:
            show_botsing(verschil, "In het verslag", "In het bestand")
    else:
        click.echo(f"{uitslag.bestand.name}: {uitslag.uitkomst}.")


def show_botsing(verschil: Verschil, links: str = "In het verslag (record)", rechts: str = "In Word (word)") -> None:
    """Show both versions of a part beside each other."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=verschil.titel, title_justify="left", expand=True)
    table.add_column(links, overflow="fold", ratio=1)
    table.add_column(rechts, overflow="fold", ratio=1)
    table.add_row(Text(verschil.oud or "(niets)"), Text(verschil.nieuw or "(niets)"))
    Console().print(table)


def _show_all(uitslagen: tuple[Ingenomen, ...]) -> None:
    """Say of every file what became of it, then what there is to know, then the sum."""
    for uitslag in sorted(uitslagen, key=lambda u: str(u.bestand)):
        where = f" ({uitslag.tafel} {uitslag.datum}, {_acties(uitslag)})" if uitslag.datum else ""
        click.echo(f"  {uitslag.bestand.name}: {uitslag.uitkomst}{where}")
    show_meldingen(m for u in uitslagen for m in u.meldingen if m.ernst is not Ernst.TIP)
    counts = Counter(uitslag.uitkomst for uitslag in uitslagen)
    click.echo(f"{len(uitslagen)} bestanden: " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items())) + ".")
    doubles = sum(m.code == "vermoedelijk-dezelfde" for u in uitslagen for m in u.meldingen)
    if doubles:
        click.echo(f"{doubles} keer staat er waarschijnlijk een oudere actie opnieuw. Bevestig dat met: regietafel "
                   "voorstellen TAFEL DATUM")  # fmt: skip
    if counts["overgenomen"]:
        say_next("kijk na wat er is overgenomen met: regietafel controleer")


def _print_json(uitkomst: Uitkomst) -> None:
    found = [_as_json(done) for done in uitkomst.gegevens]
    print_json({"bestanden": found, "meldingen": [melding_json(m) for m in uitkomst.meldingen]})


def _as_json(uitslag: Ingenomen) -> dict[str, Any]:
    return {
        "bestand": uitslag.bestand.name,
        "uitkomst": uitslag.uitkomst,
        "tafel": uitslag.tafel or None,
        "datum": uitslag.datum.isoformat() if uitslag.datum else None,
        "acties": uitslag.acties,
        "notities": len(uitslag.notities),
        "geschreven": list(uitslag.geschreven),
        "verschillen": [verschil_json(v) for v in uitslag.verschillen],
        "botsingen": [verschil_json(v) for v in uitslag.botsingen],
    }


def verschil_json(verschil: Verschil) -> dict[str, str]:
    """Return a difference as machines read it."""
    return {"deel": verschil.sleutel, "titel": verschil.titel, "oud": verschil.oud, "nieuw": verschil.nieuw}
