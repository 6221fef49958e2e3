"""``regietafel lees ... --neem-over``: one file or a whole folder, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from pipeline.cli.lees_scherm import show_notities
from pipeline.cli.opdracht import Opdracht
from pipeline.cli.overname import Stuk, Uitslag, Wens, Werkbank, read_stuk, take_over
from pipeline.cli.scherm import melding_json, print_json, say_next, say_written, show_meldingen
from pipeline.inname import Verschil
from pipeline.model import Bron, Ernst, melding
from pipeline.werk.lezing import read_bestand

_SOORTEN = frozenset((".docx", ".docm", ".pdf", ".txt", ".md", ".odt", ".doc", ".rtf"))


def neem_over(opdracht: Opdracht, bestanden: tuple[Path, ...], wens: Wens, als_json: bool) -> int:
    """Take over files, and those in folders, oldest meeting first; a bad one does not stop the rest."""
    bank = Werkbank(opdracht)
    stukken, failed = _read_all(opdracht, tuple(expand(opdracht, bestanden)), wens)
    uitslagen = failed + [_take_over_whole(bank, stuk, wens) for stuk in sorted(stukken, key=_day)]
    meldingen = tuple(m for uitslag in uitslagen for m in uitslag.meldingen)
    if als_json:
        _print_json(opdracht, uitslagen)
    elif len(uitslagen) == 1:
        _show_one(opdracht, uitslagen[0])
    else:
        _show_all(uitslagen)
    return opdracht.finish(meldingen)


def expand(opdracht: Opdracht, bestanden: Iterable[Path]) -> Iterator[Path]:
    """Give the files, and of a folder every file that may hold minutes, in the order of their names."""
    for bestand in bestanden:
        path = opdracht.find(bestand)
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~")) for part in found.relative_to(path).parts)
            if found.is_file() and not hidden and found.suffix.lower() in _SOORTEN:
                yield found


def _read_all(opdracht: Opdracht, paths: tuple[Path, ...], wens: Wens) -> tuple[list[Stuk], list[Uitslag]]:
    """Read every file, with the progress shown where there is somebody to see it."""
    if len(paths) == 1:
        return [read_stuk(opdracht, paths[0], read_bestand(opdracht, paths[0]), wens)], []
    stukken: list[Stuk] = []
    failed: list[Uitslag] = []
    for path in _progress(paths):
        try:
            stukken.append(read_stuk(opdracht, path, path.read_bytes(), wens))
        except OSError:
            text = f"{path.name} kan niet worden gelezen."
            found = melding("bestand-onleesbaar", text, Bron(path.name))
            failed.append(Uitslag(path, "niet te lezen", meldingen=[found]))
    return stukken, failed


def _take_over_whole(bank: Werkbank, stuk: Stuk, wens: Wens) -> Uitslag:
    """Take over one file whole or not at all; what was taken over stays, whatever becomes of the next file."""
    from pipeline.werkmap import active

    uitslag = take_over(bank, stuk, wens)
    journal = active()
    if journal is not None and journal.is_mislukt:
        journal.take_back()
        uitslag.geschreven.clear()
    elif journal is not None:
        journal.settle()
    return uitslag


def _progress(paths: tuple[Path, ...]) -> Iterator[Path]:
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(paths, "Lezen", console=console, transient=True, disable=not console.is_terminal)


def _day(stuk: Stuk) -> tuple[str, str]:
    datum = stuk.lezing.datum
    return (datum.isoformat() if datum else "9999", str(stuk.pad))


def _show_one(opdracht: Opdracht, uitslag: Uitslag) -> None:
    new = uitslag.uitkomst == "overgenomen"
    show_meldingen(m for m in uitslag.meldingen if new or m.ernst is not Ernst.TIP)
    for botsing in uitslag.botsingen:
        show_botsing(botsing)
    for path in uitslag.geschreven:
        say_written(opdracht.inhoud.paden.show(path))
    where = f"{uitslag.tafel} {uitslag.datum}" if uitslag.datum else ""
    _say_outcome(uitslag, where)


def _acties(uitslag: Uitslag) -> str:
    return f"{uitslag.acties} {'actie' if uitslag.acties == 1 else 'acties'}"


def _say_outcome(uitslag: Uitslag, where: str) -> None:
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


def _show_all(uitslagen: list[Uitslag]) -> None:
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


def _print_json(opdracht: Opdracht, uitslagen: list[Uitslag]) -> None:
    show = opdracht.inhoud.paden.show
    print_json(
        {
            "bestanden": [_as_json(u, [show(p) for p in u.geschreven]) for u in uitslagen],
            "meldingen": [melding_json(m) for u in uitslagen for m in u.meldingen],
        }
    )


def _as_json(uitslag: Uitslag, geschreven: list[str]) -> dict[str, Any]:
    return {
        "bestand": uitslag.bestand.name,
        "uitkomst": uitslag.uitkomst,
        "tafel": uitslag.tafel or None,
        "datum": uitslag.datum.isoformat() if uitslag.datum else None,
        "acties": uitslag.acties,
        "notities": len(uitslag.notities),
        "geschreven": geschreven,
        "verschillen": [verschil_json(v) for v in uitslag.verschillen],
        "botsingen": [verschil_json(v) for v in uitslag.botsingen],
    }


def verschil_json(verschil: Verschil) -> dict[str, str]:
    """Return a difference as machines read it."""
    return {"deel": verschil.sleutel, "titel": verschil.titel, "oud": verschil.oud, "nieuw": verschil.nieuw}
