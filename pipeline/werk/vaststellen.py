"""Minutes adopted, with the changes asked for, and rectified afterwards: recorded, and made into documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Bron, Gebeurtenis, Reeks, Tekstwijziging, Verslag, melding
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.uitkomst import Uitkomst, Vervolg, Vraag
from pipeline.werk.verslag import collect_verslag
from pipeline.werk.verzoek import OverVergadering
from pipeline.werkmap import fail_whole

if TYPE_CHECKING:
    from pipeline.vaststelling import Uitvoering, Vaststelbesluit
    from pipeline.word.bijhouden import Versie


# A document that somebody changed, and that was left as it is.
_GEWEIGERD = frozenset({"word-gewijzigd", "afbeelding-alleen-in-word"})


@dataclass(frozen=True, slots=True)
class StelVast(OverVergadering):
    """The minutes of a meeting, as the next one decided; with ``schriftelijk`` outside a meeting, on ``dag``.

    ``tijdens`` is the meeting that did, where its own minutes don't say so (yet).
    """

    daad: ClassVar[str] = "stel_vast"
    schriftelijk: bool = False
    dag: date | None = None
    toelichting: str = ""
    keuze: Keuze = Keuze(pdf=True)
    tijdens: date | None = None


@dataclass(frozen=True, slots=True)
class Rectificeer(OverVergadering):
    """The rectifications that stand in the register of the minutes of a meeting."""

    daad: ClassVar[str] = "rectificeer"
    keuze: Keuze = Keuze(pdf=True)


@dataclass(frozen=True, slots=True)
class MaakWijzigingsvoorstel(OverVergadering):
    """The minutes that went round with what is taken over as tracked changes, to go with the papers."""

    daad: ClassVar[str] = "maak_wijzigingsvoorstel"
    keuze: Keuze = Keuze()


@dataclass(frozen=True, slots=True)
class Wijzigingsregel:
    """A change to show: where, the words that go and the words that come."""

    plaats: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class Doorgevoerd:
    """A decision about minutes as it is carried out: what, where it was taken or why, and every change."""

    soort: str
    datum: date
    op: date
    waar: str
    wijzigingen: tuple[Wijzigingsregel, ...]


def stel_vast(opdracht: Opdracht, verzoek: StelVast) -> Uitkomst:
    """Adopt minutes: keep what was circulated, write what was adopted, and make the documents."""
    from pipeline.vaststelling import find_schriftelijk, find_vaststelling
    from pipeline.werk.reacties import ask_reacties

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    if verzoek.schriftelijk:
        besluit, found = find_schriftelijk(reeks, datum, verzoek.dag or opdracht.op, verzoek.toelichting)
    else:
        tijdens = pick_datum(opdracht, reeks, verzoek.tijdens, gehouden=True) if verzoek.tijdens else None
        besluit, found = find_vaststelling(reeks, datum, tijdens or _ask_tijdens(opdracht, reeks, datum))
    if besluit is None:
        return Uitkomst(meldingen=found)
    reeks = ask_reacties(opdracht, reeks, datum)
    return _carry_out_all(opdracht, reeks, (besluit,), verzoek.keuze, with_reacties=True)


def _ask_tijdens(opdracht: Opdracht, reeks: Reeks, datum: date) -> date | None:
    """Ask whether the meeting after this one adopted the minutes, where no minutes say so and somebody can tell."""
    from pipeline.markering import format_datum

    later = next((d for d in sorted(reeks.data) if datum < d <= opdracht.op), None)
    is_settled = reeks.is_vastgesteld(datum) or reeks.vaststelling(datum) is not None
    if later is None or is_settled or not reeks.is_rondgezonden(datum) or not opdracht.mag_vragen:
        return None
    text = f"Is het verslag van {format_datum(datum)} vastgesteld in de vergadering van {format_datum(later)}?"
    answer = opdracht.ask(Vraag("vastgesteld", f"{reeks.tafel.id} {datum} {later}", text, ("ja", "nee"), gewoon="ja"))
    return None if answer == "nee" else later


def _add_reacties(levering: Levering, besluit: Vaststelbesluit) -> Vaststelbesluit:
    """Take along what was decided on reactions; a change the minutes of the meeting name themselves counts once."""
    from pipeline.werk.reacties import with_reacties

    path = levering.opdracht.inhoud.paden.reacties(levering.reeks.tafel.id, besluit.datum)
    taken, found = with_reacties(levering.reeks, besluit.datum, Bron(levering.opdracht.show(path)))
    levering.meldingen.extend(found)
    said = {" ".join(w.oud.split()) for w in besluit.wijzigingen}
    changes = (reactie.wijziging for reactie in taken)
    more = tuple(w for w in changes if w is not None and " ".join(w.oud.split()) not in said)
    return replace(besluit, wijzigingen=(*besluit.wijzigingen, *more))


def maak_wijzigingsvoorstel(opdracht: Opdracht, verzoek: MaakWijzigingsvoorstel) -> Uitkomst:
    """Make the circulated minutes with the changes that are taken over tracked in them, each under who asked for it."""
    from pipeline.notatie import read_brontekst
    from pipeline.vaststelling import Vaststelbesluit, carry_out
    from pipeline.werk.rondgezonden import pick_rondgezonden
    from pipeline.werkmap import read_bytes

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_rondgezonden(opdracht, reeks, verzoek.datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    besluit = _add_reacties(levering, Vaststelbesluit("vastgesteld", datum, opdracht.op, ""))
    if not besluit.wijzigingen:
        opdracht.stop(melding("geen-wijzigingen"))
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)
    bron, _ = read_brontekst(read_bytes(path), opdracht.show(path))
    done, problems = carry_out(bron, reeks, besluit)
    levering.meldingen.extend(problems)
    tracked = _track(levering, done) if done is not None else None
    if tracked is None or levering.is_tegengehouden:
        return Uitkomst(meldingen=tuple(levering.meldingen))
    _place_tracked(levering, f"{datum.isoformat()} Conceptverslag met wijzigingen {reeks.tafel.kort}.docx", tracked)
    return levering.finish(Vervolg("stuur het mee met de stukken van de vergadering die het verslag vaststelt."))


def rectificeer(opdracht: Opdracht, verzoek: Rectificeer) -> Uitkomst:
    """Carry out the rectifications of adopted minutes, one after the other."""
    from pipeline.vaststelling import find_rectificaties

    reeks = opdracht.reeks(verzoek.tafel)
    datum = _pick(opdracht, reeks, verzoek.datum)
    besluiten, found = find_rectificaties(reeks, datum)
    return _carry_out_all(opdracht, reeks, besluiten, verzoek.keuze) if besluiten else Uitkomst(meldingen=found)


def _pick(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> date:
    """Return the meeting asked for, else the one whose minutes are next to be adopted."""
    from pipeline.vaststelling import find_te_vaststellen

    found = (
        pick_datum(opdracht, reeks, gevraagd, gehouden=True) if gevraagd else find_te_vaststellen(reeks, opdracht.op)
    )
    if found is None:
        text = f"Van {reeks.tafel.id} is geen verslag dat nog moet worden vastgesteld."
        opdracht.stop(melding("vergadering-onbekend", text))
    if reeks.verslag(found) is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van de vergadering van {found.isoformat()} is geen verslag."))
    return found


def _carry_out_all(
    opdracht: Opdracht,
    reeks: Reeks,
    besluiten: tuple[Vaststelbesluit, ...],
    keuze: Keuze,
    with_reacties: bool = False,
) -> Uitkomst:
    """Carry out decisions one after the other, and make the documents."""
    datum = besluiten[0].datum
    levering = Levering(opdracht, reeks, datum, keuze)
    shown: list[Doorgevoerd] = []
    if with_reacties:
        besluiten = tuple(_add_reacties(levering, besluit) for besluit in besluiten)
    for besluit in besluiten:
        if not levering.is_tegengehouden:
            levering = _carry_out(levering, besluit, shown)
    if not levering.is_tegengehouden:
        folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)
        levering.deliver("verslag", collect_verslag(levering), folder)
    if any(m.code in _GEWEIGERD for m in levering.meldingen):
        fail_whole()  # adopted minutes without their document could not be made any more
    meeting = {"tafel": reeks.tafel.id, "datum": datum}
    following = Vervolg("publiceer het verslag: {daad}", "toon_openbaar", meeting)
    return levering.finish(following, gegevens=tuple(shown))


def _carry_out(levering: Levering, besluit: Vaststelbesluit, shown: list[Doorgevoerd]) -> Levering:
    from pipeline.notatie import read_brontekst
    from pipeline.vaststelling import carry_out
    from pipeline.werkmap import read_bytes

    opdracht, reeks = levering.opdracht, levering.reeks
    of_before = Levering(opdracht, reeks, besluit.datum).meldingen  # of the text that is about to change
    path = opdracht.inhoud.paden.verslag(reeks.tafel.id, besluit.datum)
    content = read_bytes(path)
    bron, _ = read_brontekst(content, opdracht.show(path))
    done, problems = carry_out(bron, reeks, besluit)
    levering.meldingen.extend(problems)
    if done is None:
        return levering
    shown.append(_describe(done))
    tracked = _track(levering, done)
    if levering.is_tegengehouden:
        return levering
    _write(levering, done, content, path)
    if tracked is not None:
        _place_tracked(levering, _name(reeks, besluit), tracked)
    opdracht.reload()
    after = Levering(opdracht, opdracht.reeks(reeks.tafel.id), besluit.datum, levering.keuze)
    after.geplaatst.extend(levering.geplaatst)
    after.meldingen.extend(m for m in levering.meldingen if m not in (*of_before, *after.meldingen))
    return after


def _kept(besluit: Vaststelbesluit, path: Path) -> Path:
    """Return where the text as it was before is kept."""
    stem = "zoals rondgezonden" if besluit.soort == "vastgesteld" else f"tot {besluit.op.isoformat()}"
    return path.parent / "oud" / f"verslag ({stem}).md"


def _describe(done: Uitvoering) -> Doorgevoerd:
    """Say what is adopted, and every change as the words that go and the words that come."""
    from pipeline.vaststelling import describe_wijziging

    besluit = done.besluit
    where = besluit.waar if besluit.soort == "vastgesteld" else besluit.reden
    described = (describe_wijziging(wijziging) for wijziging in besluit.wijzigingen)
    lines = tuple(Wijzigingsregel(found.kop, found.oud, found.nieuw) for found in described)
    return Doorgevoerd(besluit.soort, besluit.datum, besluit.op, where, lines)


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
    from pipeline.werkmap import fingerprint, write_atomic

    besluit, new = done.besluit, done.tekst.to_bytes()
    write_atomic(_kept(besluit, path), content)
    write_atomic(path, new)
    event = Gebeurtenis(
        besluit.soort,
        besluit.op,
        besluit.reden,
        vingerafdruk=fingerprint(new),
        vingerafdruk_voor=fingerprint(content),
        waar=besluit.waar,
        wijzigingen=besluit.wijzigingen,
    )
    record_gebeurtenis(levering.opdracht, levering.reeks, besluit.datum, event)


def _place_tracked(levering: Levering, naam: str, content: bytes) -> None:
    from pipeline.werkmap import safe_name
    from pipeline.word.vingerafdruk import is_same, is_unchanged

    folder = levering.opdracht.inhoud.paden.verslagmap(levering.reeks.tafel.id, levering.datum)
    levering.place(folder / safe_name(naam), content, is_unchanged, is_same=is_same)


def _name(reeks: Reeks, besluit: Vaststelbesluit) -> str:
    what = "Wijzigingen bij vaststelling"
    if besluit.soort == "gerectificeerd":
        what = f"Wijzigingen bij rectificatie {_short(besluit.op)}"
    return f"{besluit.datum.isoformat()} {what} {reeks.tafel.kort}.docx"


def _short(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
