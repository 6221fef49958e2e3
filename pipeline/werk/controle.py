"""The second reader: what does not fit in the records of a meeting, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Ernst, Melding, Reeks, melding
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum
from pipeline.werk.uitkomst import Geschreven, Hersteld, Uitkomst
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.controle import Dossier


@dataclass(frozen=True, slots=True)
class Controleer(OverVergadering):
    """What does not fit: in the records of one meeting, of a table, or of all."""

    daad: ClassVar[str] = "controleer"


@dataclass(frozen=True, slots=True)
class Herstel(OverVergadering):
    """Names of files that are nearly right, what was cut off elsewhere, and names in the minutes of this meeting."""

    daad: ClassVar[str] = "herstel"


@dataclass(frozen=True, slots=True)
class AanvaardPunt(OverVergadering):
    """One finding of a meeting (``nummer``, as ``controleer`` counts them) that is right as it is, and why."""

    daad: ClassVar[str] = "aanvaard_punt"
    nummer: int = 0
    reden: str = ""


def controleer(opdracht: Opdracht, verzoek: Controleer) -> Uitkomst:
    """Check what was asked for; ``gegevens`` is how many meetings that were. Nothing is written."""
    found, count = _collect(opdracht, verzoek)
    return Uitkomst(meldingen=found, gegevens=count)


def herstel(opdracht: Opdracht, verzoek: Herstel) -> Uitkomst:
    """Mend what can be mended without asking; what is left is for ``controleer``.

    ``gegevens`` is how many words in the minutes were mended; None where only files got their name.
    """
    taken_back, renamed = _take_back(opdracht), _rename_records(opdracht)
    if taken_back or renamed:
        opdracht.reload()
        if verzoek.datum is None:
            return Uitkomst(gedaan=renamed, hersteld=taken_back)
    reeks, datum = _require_vergadering(opdracht, verzoek)
    mended = _apply_corrections(opdracht, _build(opdracht, reeks, datum))
    return Uitkomst(gedaan=(*renamed, *mended), hersteld=taken_back, gegevens=len(mended))


def aanvaard_punt(opdracht: Opdracht, verzoek: AanvaardPunt) -> Uitkomst:
    """Write a finding into the register as accepted, with the reason; nothing else in it changes."""
    reeks, datum = _require_vergadering(opdracht, verzoek)
    found, _ = _collect(opdracht, verzoek)
    if not 1 <= verzoek.nummer <= len(found):
        raise VerkeerdVerzoek(f"er is geen punt {verzoek.nummer}; er zijn er {len(found)}")
    if not verzoek.reden:
        raise VerkeerdVerzoek('geef de reden erbij: --reden "waarom het zo goed is"')
    path = _accept(opdracht, reeks.tafel.id, datum, found[verzoek.nummer - 1], verzoek.reden)
    return Uitkomst((Geschreven(opdracht.show(path)),))


def check_vergadering(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Melding, ...]:
    """Run the checks on one meeting: on its minutes where there are any, else on its agenda."""
    from pipeline.controle import controleer as run_controles

    fase = "verslag" if reeks.verslag(datum) else "agenda"
    return run_controles(_build(opdracht, reeks, datum), fase)  # type: ignore[arg-type]


def find_fouten(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Melding, ...]:
    """Run the checks and return what must be put right before anything goes out."""
    return tuple(m for m in check_vergadering(opdracht, reeks, datum) if m.ernst is Ernst.FOUT and m.aanvaard is None)


def _require_vergadering(opdracht: Opdracht, verzoek: OverVergadering) -> tuple[Reeks, date]:
    if verzoek.datum is None:
        raise VerkeerdVerzoek("noem de vergadering, bijvoorbeeld: regietafel controleer prt 2026-01-23 --herstel")
    reeks = opdracht.reeks(verzoek.tafel)
    return reeks, pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)


def _collect(opdracht: Opdracht, verzoek: OverVergadering) -> tuple[tuple[Melding, ...], int]:
    """Check what was asked for; return the findings and how many meetings were checked."""
    tafel, gevraagd = verzoek.tafel, verzoek.datum
    reeksen = (opdracht.reeks(tafel),) if tafel or gevraagd else opdracht.inhoud.reeksen
    meldingen = _general(opdracht)
    count = 0
    for reeks in reeksen:
        data = (pick_datum(opdracht, reeks, gevraagd, gehouden=True),) if gevraagd else reeks.data
        for datum in data:
            meldingen += check_vergadering(opdracht, reeks, datum)
            count += 1
    return tuple(dict.fromkeys(meldingen)), count


def _general(opdracht: Opdracht) -> list[Melding]:
    """What reading found in files that belong to no meeting; the rest is said with its meeting."""
    meetings = tuple(
        f"{top}/{reeks.tafel.id}/{datum}/"
        for top in ("agenda", "verslagen")
        for reeks in opdracht.inhoud.reeksen
        for datum in reeks.data
    )
    return [m for m in opdracht.inhoud.meldingen if not (m.bron and m.bron.bestand.startswith(meetings))]


def _build(opdracht: Opdracht, reeks: Reeks, datum: date) -> Dossier:
    from pipeline.controle import build_dossier
    from pipeline.werkmap import IN_AGENDA, IN_VERSLAG, find_overige, list_files

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    unused = (
        *find_overige(paden.vergadering(tafel, datum), datum, IN_AGENDA),
        *find_overige(paden.verslagmap(tafel, datum), datum, IN_VERSLAG),
    )
    own = (f"agenda/{reeks.tafel.id}/{datum}", f"verslagen/{reeks.tafel.id}/{datum}")
    read = [m for m in opdracht.inhoud.meldingen if m.bron and m.bron.bestand.startswith(own)]
    shown = tuple(paden.show(path) for path in unused)
    return build_dossier(reeks, datum, opdracht.op, list_files(paden.bijlagen(tafel, datum)), shown, read)


def _take_back(opdracht: Opdracht) -> tuple[Hersteld, ...]:
    """Put back what a command on another computer left half done: on the disk itself, since nothing rests on it yet."""
    from pipeline.werk.doen import put_back
    from pipeline.werkmap import on_disk

    if opdracht.is_proef:
        return ()
    with on_disk():
        return put_back(opdracht.inhoud.paden.map, ook_van_elders=True)


def _rename_records(opdracht: Opdracht) -> tuple[str, ...]:
    """Give every record under a wrong name the right one; return what was done."""
    from pipeline.werkmap import RECORDS, exists, find_verkeerde_namen, move

    paden = opdracht.inhoud.paden
    reported = {m.bron.bestand for m in opdracht.inhoud.meldingen if m.code == "bestandsnaam" and m.bron}
    folders = dict.fromkeys((paden.map / shown).parent for shown in sorted(reported))
    found = [misnamed for folder in folders for misnamed in find_verkeerde_namen(folder, sorted(RECORDS))]
    done = []
    for misnamed in found:
        if paden.show(misnamed.pad) in reported and not exists(misnamed.goed):
            move(misnamed.pad, misnamed.goed)
            done.append(f"{paden.show(misnamed.pad)} -> {misnamed.naam}")
    return tuple(done)


def _apply_corrections(opdracht: Opdracht, dossier: Dossier) -> tuple[str, ...]:
    """Apply every correction that is proposed for the minutes; return what was corrected."""
    from pipeline.controle import apply_herstel, propose_herstel
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import rewrite

    paden, tafel, datum = opdracht.inhoud.paden, dossier.tafel.id, dossier.datum
    if dossier.reeks.is_rondgezonden(datum):
        tekst = f"Het verslag van {datum.isoformat()} is al rondgezonden. Er is niets verbeterd."
        opdracht.stop(melding("bevroren-gewijzigd", tekst))
    path = paden.verslag(tafel, datum)
    corrections = [h for h in propose_herstel(dossier) if h.bron.bestand == paden.show(path)]

    def correct(content: bytes) -> bytes:
        bron, _ = read_brontekst(content, paden.show(path))
        return bron.with_tekst(apply_herstel(bron.tekst, corrections)[0]).to_bytes()

    if corrections:
        rewrite(path, correct)
    return tuple(f"{c.oud} -> {c.nieuw} ({c.bron})" for c in corrections)


def _accept(opdracht: Opdracht, tafel: str, datum: date, finding: Melding, reden: str) -> Path:
    from pipeline.notatie import append_to_register, read_brontekst
    from pipeline.werkmap import rewrite

    path = opdracht.inhoud.paden.register(tafel, datum)
    words = finding.bron.zin if finding.bron and finding.bron.zin else finding.tekst
    fields = {"code": finding.code, "zin": words, "reden": reden}

    def accept(content: bytes) -> bytes:
        bron, _ = read_brontekst(content, opdracht.show(path))
        return bron.with_tekst(append_to_register(bron.tekst, "negeer", fields)).to_bytes()

    try:
        rewrite(path, accept)
    except ValueError:
        shown = opdracht.show(path)
        opdracht.stop(melding("yaml-opmaak", f"Zet in {shown} elk punt onder negeer op een eigen regel."))
    return path
