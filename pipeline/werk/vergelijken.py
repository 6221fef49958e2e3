"""What members propose to change in circulated minutes: the copies that came back, beside what was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pipeline.lezen.mail import MAIL_SOORTEN, read_mail
from pipeline.markering.inline import loosen_markeringen
from pipeline.model import Bron, Melding, melding
from pipeline.werk.inlezen import expand
from pipeline.werk.lezing import as_word, in_werkmap, read_alike, read_bestand, read_lezing, read_word_lezing
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.overname import Innamewens, read_stuk
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg, Vraag
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.inname import Exemplaar
    from pipeline.lezen import Lezing
    from pipeline.model import Verslag
    from pipeline.model.document import Wijziging

__all__ = ["Reacties", "VergelijkReacties", "Wijziging", "vergelijk_reacties"]


@dataclass(frozen=True, slots=True)
class VergelijkReacties(Verzoek):
    """Copies that came back (files, or a folder of them) against the file that was sent (``verzonden``)."""

    daad: ClassVar[str] = "vergelijk_reacties"
    bestanden: tuple[Path, ...] = ()
    verzonden: Path = Path()


@dataclass(frozen=True, slots=True)
class Reacties:
    """What is proposed, by item and author, in how many copies."""

    voorstellen: tuple[Wijziging, ...]
    exemplaren: int


def vergelijk_reacties(opdracht: Opdracht, verzoek: VergelijkReacties) -> Uitkomst:
    """List every change in the copies; ``gegevens`` is None where what was sent cannot be read."""
    from pipeline.inname import list_voorstellen

    sent = read_lezing(opdracht, read_bestand(opdracht, verzoek.verzonden), verzoek.verzonden.name)
    meldingen: list[Melding] = list(sent.meldingen)
    if sent.verslag is None:
        return Uitkomst(meldingen=tuple(meldingen))
    original = opdracht.find(verzoek.verzonden)
    paths = [path for path in expand(opdracht, verzoek.bestanden, MAIL_SOORTEN) if path.resolve() != original]
    mails = [path for path in paths if path.suffix.lower() in MAIL_SOORTEN]
    asked, attached = _read_mails(opdracht, mails, sent.verslag, meldingen)
    files = [*((path.name, read_bestand(opdracht, path)) for path in paths if path not in mails), *attached]
    copies = [copy for file in files if (copy := _read_exemplaar(opdracht, *file, sent, meldingen)) is not None]
    found = (*list_voorstellen(sent.verslag, copies), *asked)
    written, following = _take_in(opdracht, verzoek, found)
    return Uitkomst(written, tuple(meldingen), vervolg=following, gegevens=Reacties(found, len(copies) + len(mails)))


def _take_in(
    opdracht: Opdracht, verzoek: VergelijkReacties, found: tuple[Wijziging, ...]
) -> tuple[tuple[Geschreven, ...], tuple[Vervolg, ...]]:
    """Keep what is asked beside the record, where what was sent is a document we made of minutes that went round."""
    from pipeline.werk.reacties import take_in

    path = opdracht.find(verzoek.verzonden)
    stuk = read_stuk(opdracht, path, read_bestand(opdracht, verzoek.verzonden), Innamewens())
    made = stuk.maaksel if in_werkmap(opdracht) else None
    reeks = opdracht.inhoud.reeks(made[1]) if made else None
    if made is None or reeks is None or made[0] != "verslag" or not reeks.is_rondgezonden(made[2]):
        text = "verwerk wat u overneemt in het verslag, of neem een heel exemplaar over met --neem-over."
        return (), ((Vervolg(text),) if found else ())
    written = take_in(opdracht, reeks, made[2], found)
    meeting = {"tafel": reeks.tafel.id, "datum": made[2]}
    return written, ((Vervolg("beslis wat u overneemt: {daad}", "toon_reacties", meeting),) if found else ())


def _read_mails(
    opdracht: Opdracht, paths: list[Path], sent: Verslag, meldingen: list[Melding]
) -> tuple[list[Wijziging], list[tuple[str, bytes]]]:
    """Return what mails ask, and the minutes attached to them; a passage that is not sure is asked about."""
    from pipeline.inname import find_mailvragen

    asked: list[Wijziging] = []
    attached: list[tuple[str, bytes]] = []
    for path in paths:
        mail = read_mail(read_bestand(opdracht, path), path.name)
        if mail is None:
            text = f"{path.name} kan niet worden gelezen en telt niet mee."
            meldingen.append(melding("bestand-onleesbaar", text, Bron(path.name)))
            continue
        copies = [(name, data) for name, data in mail.bijlagen if name.lower().endswith((".docx", ".pdf", ".odt"))]
        attached += copies
        for vraag in find_mailvragen(sent, mail.van, mail.datum, mail.alineas, path.name):
            asked.append(vraag.wijziging if vraag.is_zeker else _confirm(opdracht, vraag.wijziging, path.name))
    return asked, attached


def _confirm(opdracht: Opdracht, wijziging: Wijziging, bestand: str) -> Wijziging:
    """Ask whether a remark is about the passage it looks like; unless somebody says so it keeps the item only."""
    text = f'{wijziging.auteur} schrijft: "{wijziging.nieuw}"\nGaat dit over ({wijziging.punt}): "{wijziging.oud}"?'
    place = f"{bestand} {wijziging.nieuw}"
    answer = opdracht.ask(Vraag("passage", place, text, ("ja", "nee"), gewoon="ja")) if opdracht.mag_vragen else None
    return wijziging if answer == "ja" else replace(wijziging, oud="", punt=wijziging.punt if answer is None else "")


def _read_exemplaar(
    opdracht: Opdracht, naam: str, data: bytes, sent: Lezing, meldingen: list[Melding]
) -> Exemplaar | None:
    """Read a copy: what was tracked in it, its comments, and its text without anything tracked."""
    from pipeline.inname import Exemplaar
    from pipeline.word.opmerkingen import read_opmerkingen
    from pipeline.word.pakket import OnleesbaarPakket
    from pipeline.word.wijzigingen import undo_all

    word = as_word(opdracht, data, naam)
    lezing = (read_lezing if word is data else read_word_lezing)(opdracht, word, naam)
    try:
        before = read_word_lezing(opdracht, undo_all(word), naam)
        comments = read_opmerkingen(word)
    except OnleesbaarPakket:
        before, comments = lezing, ()
    if lezing.verslag is None or before.verslag is None:
        text = f"{naam} kan niet worden gelezen en telt niet mee."
        meldingen.append(melding("bestand-onleesbaar", text, Bron(naam)))
        return None
    notes = tuple(_note(o, naam, lezing) for o in comments)
    changes = _place_insertions(opdracht, word, naam, lezing.wijzigingen, before)
    authors = {w.auteur for w in (*lezing.wijzigingen, *notes) if w.auteur}
    author = next(iter(authors)) if len(authors) == 1 else Path(naam).stem
    return Exemplaar(naam, author, before.verslag, changes, notes, read_alike(sent, before))


def _place_insertions(
    opdracht: Opdracht, word: bytes, naam: str, wijzigingen: tuple[Wijziging, ...], before: Lezing
) -> tuple[Wijziging, ...]:
    """Give new words that stand in a line of their own text the line they came in: so it is known where they go."""
    from pipeline.inname import find_regel
    from pipeline.word.wijzigingen import undo_wijzigingen

    found = []
    for number, wijziging in enumerate(wijzigingen, 1):
        pair = None
        if wijziging.soort == "ingevoegd" and not wijziging.oud and before.verslag is not None:
            single = undo_wijzigingen(word, lambda n, _, only=number: n == only)  # type: ignore[misc]
            after = read_word_lezing(opdracht, single, naam)
            pair = find_regel(before.verslag, after.verslag) if after.verslag is not None else None
        if pair is None:
            found.append(wijziging)
        else:
            found.append(replace(wijziging, soort="gewijzigd", oud=pair[0], nieuw=pair[1]))
    return tuple(found)


def _note(opmerking: Any, bestand: str, lezing: Any) -> Wijziging:
    """Return a comment as a proposed change: the words it is about, and what is said of them."""
    from pipeline.model.document import Wijziging

    bron = Bron(bestand, "alinea", opmerking.alinea)
    punt = _punt_at(lezing, opmerking.alinea)
    return Wijziging(
        opmerking.auteur,
        "opmerking",
        loosen_markeringen(opmerking.fragment),
        opmerking.tekst,
        opmerking.datum,
        punt,
        bron,
    )


def _punt_at(lezing: Any, alinea: int | None) -> str:
    """Return the heading of the item a paragraph stands in."""
    heading = ""
    for punt in lezing.verslag.punten:
        if alinea is None or punt.bron is None or (punt.bron.nummer or 0) > alinea:
            break
        heading = f"{punt.nummer}. {punt.titel}" if punt.nummer else punt.titel
    return heading
