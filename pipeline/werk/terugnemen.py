"""Reading back a document we made: what was typed in Word goes into the record, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pipeline.inname import (
    Kant,
    Lezingen,
    Samenvoeging,
    Verschil,
    begin_verslag,
    list_onder_embargo,
    only_changes,
    prepare,
    record_merk,
    rewrite,
    voeg_samen,
)
from pipeline.model import Actielijst, Bron, Melding, Reeks, Verslag, melding
from pipeline.werk.lezing import read_alike, read_word_lezing
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Vraag
from pipeline.werkmap import is_file

if TYPE_CHECKING:
    from pipeline.werk.overname import Innamestand, Innamestuk, Innameuitslag, Innamewens


def take_back(bank: Innamestand, stuk: Innamestuk, reeks: Reeks, wens: Innamewens, uitslag: Innameuitslag) -> None:
    """Bring what was changed in a document of ours into the record of its meeting."""
    from pipeline.word.vingerafdruk import is_unchanged

    assert uitslag.datum is not None and stuk.lezing.verslag is not None
    datum = uitslag.datum
    kept = _read_kept(bank, stuk, reeks, datum)
    if is_unchanged(stuk.data) or kept == stuk.data:
        uitslag.uitkomst = "al overgenomen" if kept == stuk.data else "niet gewijzigd"
        return
    lezingen = _compare(bank, stuk, reeks, datum, kept, uitslag)
    if any(m.code == "inname-onvolledig" for m in uitslag.meldingen):
        return
    samen = voeg_samen(lezingen, wens.keuzes)
    chosen = _ask(bank.opdracht, stuk, samen.botsingen)
    if chosen:
        samen = voeg_samen(lezingen, {**wens.keuzes, **chosen})
    uitslag.verschillen, uitslag.botsingen = samen.overgenomen, samen.botsingen
    uitslag.acties = len(samen.verslag.actiepunten)
    from pipeline.werk.notities import add_notities

    add_notities(bank, reeks, stuk.lezing.notities, uitslag)
    uitslag.notities = stuk.lezing.notities
    reeks = bank.reeks(reeks.tafel.id)
    if reeks.is_rondgezonden(datum):
        _refuse(bank, reeks, datum, samen, uitslag)
    elif samen.botsingen:
        uitslag.uitkomst = "wacht op een keuze"
        parts = ", ".join(v.titel for v in samen.botsingen)
        text = f"Het verslag en {stuk.pad.name} zijn allebei veranderd, bij: {parts}. Er is niets overschreven."
        uitslag.meldingen.append(melding("keuze-nodig", text, Bron(stuk.pad.name)))
    else:
        _write(bank, stuk, reeks, samen, uitslag)


def _compare(
    bank: Innamestand, stuk: Innamestuk, reeks: Reeks, datum: date, kept: bytes | None, uitslag: Innameuitslag
) -> Lezingen:
    """Put the three readings beside each other: the record, the file now, and the file as it was."""
    from pipeline.word.vingerafdruk import RECORD

    assert stuk.lezing.verslag is not None and stuk.stempel is not None and stuk.maaksel is not None
    soort = stuk.maaksel[0]
    stand = bank.stand(reeks, datum)
    record = reeks.verslag(datum) or _begin(reeks, datum)
    word = _as_record(stuk.lezing.verslag, reeks, datum, stand, uitslag.meldingen)
    before = kept or _make_again(bank.opdracht, reeks, stuk)
    read = read_alike(read_word_lezing(bank.opdracht, before, stuk.pad.name), stuk.lezing) if before else None
    basis = _as_record(read, reeks, datum, stand, []) if read else record
    same = kept is None and stuk.stempel.get(RECORD) == record_merk(reeks.verslag(datum))
    known = kept is not None or same or soort == "aantekenformulier"
    return Lezingen(record, word, basis, same, known, list_onder_embargo(reeks.vergadering(datum)))


def _as_record(gelezen: Verslag, reeks: Reeks, datum: date, stand: Actielijst, meldingen: list[Melding]) -> Verslag:
    """Read a document as the record it would make, with of older actions only what changed."""
    from pipeline.voortgang import next_nummer

    free = (next_nummer(reeks, datum, "A"), next_nummer(reeks, datum, "B"))
    ready = prepare(only_changes(replace(gelezen, tafel=reeks.tafel.id), stand), reeks.tafel, datum, free)
    meldingen += ready.meldingen
    return ready.verslag


def _begin(reeks: Reeks, datum: date) -> Verslag:
    vergadering = reeks.vergadering(datum)
    return begin_verslag(reeks, vergadering) if vergadering else Verslag(reeks.tafel.id, datum)


def _make_again(opdracht: Opdracht, reeks: Reeks, stuk: Innamestuk) -> bytes | None:
    """Make the document anew from the record as it is: what a file that nobody touched would say."""
    from pipeline.werk.levering import Levering
    from pipeline.werk.verslag import collect_formulier, collect_verslag

    assert stuk.maaksel is not None
    soort, _, datum = stuk.maaksel
    levering = Levering(opdracht, reeks, datum)
    collect = collect_formulier if soort == "aantekenformulier" else collect_verslag
    return levering.make(soort, collect(levering))[1]


def _read_kept(bank: Innamestand, stuk: Innamestuk, reeks: Reeks, datum: date) -> bytes | None:
    """Read the copy kept at the last reading back, if it is of the same making."""
    from pipeline.werkmap import read_bytes
    from pipeline.word.vingerafdruk import read_stamp

    path = bank.paden.bron(reeks.tafel.id, datum, stuk.woordnaam)
    try:
        data = read_bytes(path) if is_file(path) else None
    except OSError:
        return None
    return data if data and read_stamp(data) == stuk.stempel else None


def _ask(opdracht: Opdracht, stuk: Innamestuk, botsingen: tuple[Verschil, ...]) -> dict[str, Kant]:
    """Let her choose between both versions of each part."""
    chosen: dict[str, Kant] = {}
    for botsing in botsingen:
        old, new = botsing.oud or "(niets)", botsing.nieuw or "(niets)"
        text = f"{botsing.titel}\nIn het verslag (record): {old}\nIn Word (word): {new}\nWelke wordt het"
        answer = opdracht.ask(Vraag("keuze", f"{stuk.pad.name} {botsing.sleutel}", text, ("record", "word")))
        if answer is not None:
            chosen[botsing.sleutel] = "word" if answer == "word" else "record"
    return chosen


def _refuse(bank: Innamestand, reeks: Reeks, datum: date, samen: Samenvoeging, uitslag: Innameuitslag) -> None:
    """Leave minutes alone that went round; what differs is listed."""
    differs = samen.overgenomen + samen.botsingen
    uitslag.uitkomst = "bevroren" if differs else "niet gewijzigd"
    uitslag.verschillen, uitslag.botsingen = differs, ()
    if differs:
        shown = bank.paden.show(bank.paden.verslag(reeks.tafel.id, datum))
        parts = ", ".join(v.titel for v in differs)
        text = f"Het verslag van {datum.isoformat()} is al rondgezonden. Niet overgenomen: {parts}."
        uitslag.meldingen.append(melding("verslag-bevroren", text, Bron(shown)))


def _write(bank: Innamestand, stuk: Innamestuk, reeks: Reeks, samen: Samenvoeging, uitslag: Innameuitslag) -> None:
    """Write the record, check that it says what was meant, and keep the old one and the Word file."""
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import FileBusyError, keep_old, read_bytes, write_atomic

    datum, tafel = samen.verslag.datum, reeks.tafel
    path, kept = bank.paden.verslag(tafel.id, datum), bank.paden.bron(tafel.id, datum, stuk.woordnaam)
    shown = bank.paden.show(path)
    typed = read_bytes(path) if is_file(path) else None
    new = rewrite(read_brontekst(typed, shown)[0] if typed else None, samen.verslag, tafel, shown)
    if new.meldingen:
        uitslag.meldingen += new.meldingen
        return
    changed = reeks.verslag(datum) is None or bool(samen.overgenomen)
    try:
        if changed and typed is not None:
            keep_old(path, typed)
        if changed and write_atomic(path, new.tekst.to_bytes()):
            uitslag.geschreven.append(path)
        if kept.resolve() != stuk.pad.resolve():
            write_atomic(kept, stuk.data)
    except FileBusyError as busy:
        said = f"{busy.path.name} is open in een ander programma."
        uitslag.meldingen.append(melding("in-gebruik", said, Bron(bank.paden.show(busy.path))))
        return
    uitslag.uitkomst = "overgenomen" if changed else "niets nieuws"
    others = tuple(v for v in reeks.verslagen if v.datum != datum)
    bank.renew(replace(reeks, verslagen=(*others, new.verslag)))
