"""From minutes to proposals: every sentence that nobody marked, through the pipeline, judged and worded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.markering.inline import is_vet, plain_text
from pipeline.markering.vreemd import find_vreemd
from pipeline.model import Actielijst, Actiepunt, Besluit, Bron, Verslag, Voorstel, Voortgang
from pipeline.model.verslag import Alinea, Blok
from pipeline.taal.actietekst import points_back, word_actie
from pipeline.taal.besluiten import get_besluiten
from pipeline.taal.context import Taalplek, Taalzin, Vergaderkring, get_zinnen, set_plek, set_vergadering
from pipeline.taal.koppelen import Mededeling
from pipeline.taal.kring import build_kring, iter_deelnemers, join_namen
from pipeline.taal.pijplijn import build_nlp
from pipeline.taal.regels import REDENEN
from pipeline.taal.sleutels import find_sleutel
from pipeline.taal.termijnen import find_termijn
from pipeline.taal.toezeggingen import Toezegging, get_toezeggingen
from pipeline.taal.verdeling import divides_work
from pipeline.taal.voortgang import get_voortgang, read_stand, reports_progress

# Letters: evidence this long is a sentence, not a word that stands in any. Of the words of a sentence: with half of
# them in the action, the marker is of that sentence.
_EIGEN_ZIN, _DEEL_VAN_ZIN = 25, 0.5
ONDERGRENS = 0.3
# Passages that are in memory at once: with spaCy's own thousand a long document takes more than a gigabyte.
_TEGELIJK = 32
# A longer line is no line of a list of tasks.
_MAX_REGEL = 25


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or remark of the minutes; ``sleutel`` is the number of what it is about."""

    tekst: str
    bron: Bron
    agendapunt: str = ""
    sleutel: str = ""
    vertrouwelijk: bool = False
    kop: str = ""
    plek: Taalplek = field(default_factory=Taalplek)


def zoek_voorstellen(
    verslag: Verslag,
    nlp: Language | None = None,
    *,
    actielijst: Actielijst | None = None,
    volgende: date | None = None,
    bekend: Iterable[str] = (),
    ondergrens: float = ONDERGRENS,
) -> tuple[Voorstel, ...]:
    """Return what the minutes seem to agree on and nobody marked, in the order of the text.

    ``actielijst`` is what is open, to recognise older actions in; ``volgende`` the date of the next meeting;
    ``bekend`` are owners that are on no list of participants. Below ``ondergrens`` nothing is proposed.
    """
    meeting = Vergaderkring(
        build_kring(verslag.deelnemers, bekend), verslag.datum if verslag.datum > date.min else None, volgende
    )
    model = nlp or build_nlp()
    passages = tuple(split_passages(verslag))
    docs = (set_plek(set_vergadering(model.make_doc(p.tekst), meeting), p.plek) for p in passages)
    marked = _marked_sentences(verslag)
    found: list[Voorstel] = []
    for passage, doc in zip(passages, model.pipe(docs, batch_size=_TEGELIJK), strict=True):
        proposals = (*_acties(passage, doc), *_besluiten(passage, doc), *_voortgang(passage, doc, actielijst))
        found.extend(v for v in proposals if not _is_marked(v, marked) and v.zekerheid >= ondergrens)
    return tuple(found)


def zoek_mededelingen(
    verslag: Verslag, nlp: Language | None = None, *, volgende: date | None = None
) -> tuple[Mededeling, ...]:
    """Return the sentences of minutes with their heading, number and reported state, to compare older actions with."""
    meeting = Vergaderkring(build_kring(verslag.deelnemers), verslag.datum if verslag.datum > date.min else None)
    passages = tuple(split_passages(verslag))
    docs = (set_vergadering((nlp or build_nlp()).make_doc(p.tekst), meeting) for p in passages)
    return tuple(
        Mededeling(zin.tekst, p.kop, p.sleutel, read_stand(zin.tekst), reports_progress(zin), _place(p.bron, zin))
        for p, doc in zip(passages, (nlp or build_nlp()).pipe(docs, batch_size=_TEGELIJK), strict=True)
        for zin in get_zinnen(doc)
        if len(zin.span) > 2
    )


def split_passages(verslag: Verslag) -> Iterator[Passage]:
    """Give the running text of minutes piece by piece; headings only lend their number to what follows.

    What stands above the first item, or in minutes without items, is text as well.
    """
    yield from _passages(verslag.inleiding, "", "", False)
    for punt in verslag.punten:
        yield from _passages(punt.blokken, punt.nummer or punt.titel, punt.titel, punt.vertrouwelijk)
    for actie in verslag.actiepunten:
        if actie.toelichting and actie.bron:
            yield Passage(actie.toelichting, actie.bron, actie.agendapunt, "", actie.vertrouwelijk)


def _passages(blokken: Iterable[Blok], name: str, titel: str, vertrouwelijk: bool) -> Iterator[Passage]:
    key, heading, list_head = find_sleutel(titel), "", titel if divides_work(titel) else ""
    for blok in blokken:
        if not isinstance(blok, Alinea) or not blok.tekst.strip():
            continue
        text = plain_text(blok.tekst)
        if is_vet(blok.tekst):
            key, heading = find_sleutel(text) or key, text
            list_head = text if divides_work(text) else ""
            continue
        bron = blok.bron or Bron("")
        yield Passage(
            text, bron, name, find_sleutel(text) or key, vertrouwelijk, f"{titel} {heading}", Taalplek(list_head)
        )
        list_head = _next_head(text, list_head)


def _next_head(text: str, before: str) -> str:
    """Return what heads the lines that follow: this line, if it does; a long one ends the list before it."""
    if divides_work(text):
        return text
    ends = len(text.split()) > _MAX_REGEL or text.rstrip().endswith(":")
    return "" if ends else before


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _marked_sentences(verslag: Verslag) -> tuple[tuple[str, str], ...]:
    """Give for everything marked its evidence and its text, folded."""
    marked = [(a.bron, a.actie) for a in verslag.actiepunten] + [(b.bron, b.tekst) for b in verslag.besluiten]
    return tuple((_fold(bron.zin), _fold(text)) for bron, text in marked if bron and bron.zin)


def _is_marked(voorstel: Voorstel, marked: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether somebody marked this sentence; one that only stands beside a marked one is not.

    A marker in the sentence is enough: what it marks may have gone into a row of the list of actions.
    """
    sentence = voorstel.bron.zin or ""
    if any(found.soort == voorstel.soort for found in find_vreemd(sentence)):
        return True
    own = _fold(sentence)
    return any(_covers(evidence, text, own) for evidence, text in marked)


def _covers(evidence: str, text: str, own: str) -> bool:
    if own not in evidence and not (len(evidence) > _EIGEN_ZIN and evidence in own):
        return False
    if own == evidence or text in own or own in text:
        return True
    words = set(own.split())
    return len(words & set(text.split())) >= _DEEL_VAN_ZIN * len(words) or own not in evidence


def _acties(passage: Passage, doc: Doc) -> Iterator[Voorstel]:
    found = get_toezeggingen(doc)
    for toezegging in found:
        zin = toezegging.kandidaat.zin
        alone = sum(1 for t in found if t.kandidaat.zin is zin) == 1
        yield _voorstel(passage, toezegging, zin, alone)


def _voorstel(passage: Passage, toezegging: Toezegging, zin: Taalzin, alone: bool) -> Voorstel:
    k = toezegging.kandidaat
    owner = join_namen(k.actiehouders)
    bron = _place(passage.bron, zin)
    action = Actiepunt(
        passage.sleutel,
        word_actie(k, alone),
        owner,
        tuple(v.tekst for v in k.actiehouders),
        find_termijn(k, met_vorige=points_back(k)),
        agendapunt=passage.agendapunt,
        vertrouwelijk=passage.vertrouwelijk,
        soort="impliciet",
        zekerheid=round(toezegging.zekerheid, 2),
        bron=bron,
    )
    reason = REDENEN[k.regel].format(wie=owner or "iemand")
    people = tuple(iter_deelnemers(k.actiehouders))
    return Voorstel("actie", action, round(toezegging.zekerheid, 2), reason, bron, k.regel, people)


def _besluiten(passage: Passage, doc: Doc) -> Iterator[Voorstel]:
    for found in get_besluiten(doc):
        bron = _place(passage.bron, found.zin)
        decision = Besluit("", found.zin.tekst, passage.agendapunt, passage.vertrouwelijk, bron)
        yield Voorstel(
            "besluit", decision, found.regel.zekerheid, found.regel.uitleg, bron, f"besluit_{found.regel.naam}"
        )


def _voortgang(passage: Passage, doc: Doc, actielijst: Actielijst | None) -> Iterator[Voorstel]:
    """Give what is said of actions of the list by their label; a label that is not on it says nothing certain."""
    if actielijst is None:
        return
    for found in get_voortgang(doc):
        rows = [r for r in actielijst.regels if r.kenmerk.label.casefold() == found.label.casefold()]
        dated = [r for r in rows if r.kenmerk.datum == found.datum] if found.datum else rows
        if not dated:
            continue
        bron = _place(passage.bron, found.zin)
        progress = Voortgang(
            dated[-1].kenmerk,
            status=found.status,
            toelichting=found.zin.tekst,
            zekerheid=0.9 if len(dated) == 1 else 0.6,
            bron=bron,
        )
        reason = f"er staat hoe het met {found.label} is"
        yield Voorstel(
            "voortgang", progress, progress.zekerheid or 0.6, reason, bron, "stand", vermoedelijk=dated[-1].kenmerk
        )


def _place(bron: Bron, zin: Taalzin) -> Bron:
    """Narrow the place of a passage down to one sentence; offsets count within the passage's first unit."""
    begin = (bron.begin or 0) + zin.span.start_char
    end = (bron.begin or 0) + zin.span.end_char
    return replace(bron, begin=begin, eind=end, zin=zin.tekst)
