"""A decision about minutes, carried out in the werkmap: shown, recorded, and made into documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.keuze import Keuze
from pipeline.cli.opdracht import Opdracht
from pipeline.markering import format_datum
from pipeline.model import Bron, Gebeurtenis, Reeks, Tekstwijziging, Verslag, melding
from pipeline.notatie import read_brontekst
from pipeline.vaststelling import Uitvoering, Vaststelbesluit, carry_out, describe_wijziging
from pipeline.werk.levering import Levering
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.verslag import collect_verslag
from pipeline.werkmap import FileBusyError, IntussenVeranderdError, lock, read_bytes, write_atomic
from pipeline.werkmap.opslag import fingerprint

if TYPE_CHECKING:
    from pipeline.word.bijhouden import Versie


def carry_out_all(
    opdracht: Opdracht, reeks: Reeks, besluiten: tuple[Vaststelbesluit, ...], keuze: Keuze, proef: bool
) -> int:
    """Carry out decisions one after the other, and make the documents; with ``proef`` only show the first steps."""
    datum = besluiten[0].datum
    levering = Levering(opdracht, reeks, datum, keuze)
    _forgive_broken_off(levering, besluiten[0])
    for besluit in besluiten:
        if not levering.is_tegengehouden:
            levering = _carry_out(levering, besluit, proef)
    if not (levering.is_tegengehouden or proef):
        folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
        levering.deliver("verslag", collect_verslag(levering), folder)
    if proef and not levering.is_tegengehouden:
        return levering.finish("")
    return levering.finish(f"publiceer het verslag: regietafel publiceer {reeks.tafel.id} {datum} --proef")


def _carry_out(levering: Levering, besluit: Vaststelbesluit, proef: bool) -> Levering:
    opdracht, reeks = levering.opdracht, levering.reeks
    paden, path = opdracht.inhoud.paden, opdracht.inhoud.paden.verslag(reeks.tafel.id, besluit.datum)
    content = _read_base(reeks, besluit, path)
    bron, _ = read_brontekst(content, paden.show(path))
    done, problems = carry_out(bron, reeks, besluit)
    levering.meldingen.extend(problems)
    if done is None:
        return levering
    if not levering.keuze.als_json:
        _show(done, proef)
    tracked = _track(levering, done)
    if proef or levering.is_tegengehouden:
        return levering
    _write(levering, done, content, path)
    if tracked is not None and not levering.is_tegengehouden:
        _place_tracked(levering, besluit, tracked)
    opdracht.reload()
    after = Levering(opdracht, opdracht.reeks(reeks.tafel.id), besluit.datum, levering.keuze)
    after.uitkomsten.extend(levering.uitkomsten)
    after.meldingen.extend(m for m in levering.meldingen if m not in after.meldingen)
    return after


def _kept(besluit: Vaststelbesluit, path: Path) -> Path:
    """Return where the text as it was before is kept."""
    stem = "zoals rondgezonden" if besluit.soort == "vastgesteld" else f"tot {besluit.op.isoformat()}"
    return path.parent / "oud" / f"verslag ({stem}).md"


def _read_base(reeks: Reeks, besluit: Vaststelbesluit, path: Path) -> bytes:
    """Read the text to change; after a run that was broken off that is the one it kept."""
    content, kept = read_bytes(path), _kept(besluit, path)
    marks = [g.vingerafdruk for g in reeks.logboeken.get(besluit.datum, ()) if g.vingerafdruk]
    if kept.is_file() and fingerprint(content) not in marks and fingerprint(read_bytes(kept)) in marks:
        return read_bytes(kept)
    return content


def _forgive_broken_off(levering: Levering, besluit: Vaststelbesluit) -> None:
    """Take back the complaint that the text was changed, where the change is this very decision, half recorded."""
    paden = levering.opdracht.inhoud.paden
    path = paden.verslag(levering.reeks.tafel.id, besluit.datum)
    base, content = _read_base(levering.reeks, besluit, path), read_bytes(path)
    if base == content:
        return
    bron, _ = read_brontekst(base, paden.show(path))
    done, _ = carry_out(bron, levering.reeks, besluit)
    if done is not None and done.tekst.to_bytes() == content:
        levering.meldingen[:] = [m for m in levering.meldingen if m.code != "bevroren-gewijzigd"]


def _show(done: Uitvoering, proef: bool) -> None:
    """Print what is adopted, and every change as the words that go and the words that come."""
    besluit = done.besluit
    verb = "Rectificatie" if besluit.soort == "gerectificeerd" else "Vaststelling"
    where = besluit.waar if besluit.soort == "vastgesteld" else besluit.reden
    click.echo(f"{verb} van het verslag van {format_datum(besluit.datum)}, {format_datum(besluit.op)}: {where}")
    if not besluit.wijzigingen:
        click.echo("Zonder wijzigingen.")
    for wijziging in besluit.wijzigingen:
        shown = describe_wijziging(wijziging)
        click.secho(f"  {shown.kop}", bold=True)
        click.secho(f"  - {shown.oud}", fg="red")
        click.secho(f"  + {shown.nieuw}", fg="green")
    if proef:
        click.echo("Dit is een proef: er is niets geschreven.")


def _track(levering: Levering, done: Uitvoering) -> bytes | None:
    """Make the Word file with tracked changes; None where nothing changes."""
    from pipeline.word.bijhouden import Versie, track_changes
    from pipeline.word.vingerafdruk import stamp

    if not done.stappen:
        return None
    before = _render(levering, done.oud, is_first=True)
    if before is None:
        return None
    versies: list[Versie] = []
    for wijziging, verslag in done.stappen:
        content = _render(levering, verslag)
        if content is not None:
            versies.append(Versie(content, _author(levering, wijziging), done.besluit.op))
    return stamp(track_changes(before, versies))


def _render(levering: Levering, verslag: Verslag, is_first: bool = False) -> bytes | None:
    """Make the minutes as they would be with this record; problems are told once, of the first."""
    from dataclasses import replace

    reeks = levering.reeks
    others = tuple(v for v in reeks.verslagen if v.datum != verslag.datum)
    single = Levering(levering.opdracht, replace(reeks, verslagen=(*others, verslag)), verslag.datum, levering.keuze)
    single.meldingen.clear()
    _, content = single.make("verslag", collect_verslag(single))
    if is_first:
        levering.meldingen.extend(m for m in single.meldingen if m not in levering.meldingen)
    return content


def _author(levering: Levering, wijziging: Tekstwijziging) -> str:
    organisatie = levering.opdracht.inhoud.organisatie
    return wijziging.door or organisatie.afzender or organisatie.naam or "secretariaat"


def _write(levering: Levering, done: Uitvoering, content: bytes, path: Path) -> None:
    """Keep the old text, write the new one, and record what was circulated and what was adopted."""
    opdracht, besluit = levering.opdracht, done.besluit
    new = done.tekst.to_bytes()
    try:
        with lock(opdracht.inhoud.paden.map):
            now = read_bytes(path)
            if now not in (content, new):
                raise IntussenVeranderdError(path)
            write_atomic(_kept(besluit, path), content)
            write_atomic(path, new, now)
    except IntussenVeranderdError as changed:
        shown = opdracht.inhoud.paden.show(changed.path)
        levering.meldingen.append(melding("intussen-gewijzigd", bron=Bron(shown)))
        return
    except FileBusyError as busy:
        levering.meldingen.append(melding("in-gebruik", f"{busy.path.name} is open in een ander programma."))
        return
    event = Gebeurtenis(
        besluit.soort,
        besluit.op,
        besluit.reden,
        vingerafdruk=fingerprint(new),
        vingerafdruk_voor=fingerprint(content),
        waar=besluit.waar,
        wijzigingen=besluit.wijzigingen,
    )
    record_gebeurtenis(opdracht, levering.reeks, besluit.datum, event)


def _place_tracked(levering: Levering, besluit: Vaststelbesluit, content: bytes) -> None:
    from pipeline.word.vingerafdruk import is_same, is_unchanged

    folder = levering.opdracht.inhoud.paden.verslagmap(levering.reeks.tafel.id, besluit.datum)
    levering.place(folder / _name(levering.reeks, besluit), content, is_unchanged, is_same=is_same)


def _name(reeks: Reeks, besluit: Vaststelbesluit) -> str:
    from pipeline.werkmap import safe_name

    what = "Wijzigingen bij vaststelling"
    if besluit.soort == "gerectificeerd":
        what = f"Wijzigingen bij rectificatie {_short(besluit.op)}"
    return safe_name(f"{besluit.datum.isoformat()} {what} {reeks.tafel.kort}.docx")


def _short(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
