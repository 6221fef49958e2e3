"""A record and the Word file that was made from it, both edited since: one record, part by part.

Three readings are compared: the Word file as it is now, the same file as it was made (or last read back), and
the record. What the Word file left as it was, is the record's; what it changed is taken from it, unless the
record changed there too: then a person chooses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from pipeline.inname.delen import Deel, Verschil, delen, punt_sleutel
from pipeline.markering.inline import plain_text
from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    Besluit,
    Deelnemer,
    Kenmerk,
    Termijn,
    Vergadering,
    Verslag,
    VerslagPunt,
    Voortgang,
)

Kant = Literal["record", "word"]
T = TypeVar("T")
R = TypeVar("R", Actiepunt, Besluit)
A = TypeVar("A", Actiepunt, Voortgang)


@dataclass(frozen=True, slots=True)
class Lezingen:
    """What is compared: the record, the Word file now, and the Word file as it was (``basis``).

    ``record_gelijk`` says that the record is still the one the file was made from: then Word leads. Where
    ``basis_bekend`` is False, ``basis`` shows the record of now instead: then who changed a part is not known.
    ``onder_embargo`` are the numbers and titles of the items that the agenda has under an embargo.
    """

    record: Verslag
    word: Verslag
    basis: Verslag
    record_gelijk: bool = False
    basis_bekend: bool = True
    onder_embargo: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """The record with what was changed in Word: ``overgenomen`` came from it, ``botsingen`` wait for a choice.

    Of a Verschil ``oud`` is what the record says, ``nieuw`` what Word says.
    """

    verslag: Verslag
    overgenomen: tuple[Verschil, ...] = ()
    botsingen: tuple[Verschil, ...] = ()


def list_onder_embargo(vergadering: Vergadering | None) -> frozenset[str]:
    """Return the numbers and titles of the items that the agenda keeps for a while, and not for good."""
    items = vergadering.agendapunten if vergadering else ()
    return frozenset(name for p in items if p.embargo and not p.vertrouwelijk for name in (p.nummer, p.titel) if name)


def voeg_samen(lezingen: Lezingen, keuzes: Mapping[str, Kant] | None = None) -> Samenvoeging:
    """Bring what was changed in Word into the record.

    ``keuzes`` settles parts that both changed: by their key, by the number or title of an item, or ``""`` for
    all that are left.
    """
    parts = [
        _Afweging(lezingen, sleutel, keuzes or {}) for sleutel in _keys(lezingen.word, lezingen.record, lezingen.basis)
    ]
    changed = [part for part in parts if part.is_gewijzigd]
    clashes = tuple(part.verschil for part in changed if part.botst)
    taken = tuple(part.verschil for part in changed if part.kant == "word")
    return Samenvoeging(_assemble(lezingen, parts), taken, clashes)


class _Afweging:
    """One part, weighed: which side it is taken from."""

    def __init__(self, lezingen: Lezingen, sleutel: str, keuzes: Mapping[str, Kant]) -> None:
        self.sleutel = sleutel
        self.record, self.word, self.basis = (
            _find(verslag, sleutel) for verslag in (lezingen.record, lezingen.word, lezingen.basis)
        )
        changed_in_word = _text(self.word) != _text(self.basis)
        self.is_gewijzigd = changed_in_word and _text(self.word) != _text(self.record)
        moved = not lezingen.basis_bekend or _plain(self.record) != _plain(self.basis)
        record_moved = moved and not lezingen.record_gelijk
        choice = self._choice(keuzes)
        self.botst = self.is_gewijzigd and record_moved and choice is None
        self.kant: Kant = "word" if self.is_gewijzigd and not self.botst else "record"
        if self.is_gewijzigd and record_moved and choice:
            self.kant = choice

    @property
    def gekozen(self) -> Deel | None:
        """The part as it is to be, None where it goes."""
        return self.word if self.kant == "word" else self.record

    @property
    def verschil(self) -> Verschil:
        titled = self.word or self.record or self.basis
        return Verschil(self.sleutel, titled.titel if titled else "", _text(self.record), _text(self.word))

    def _choice(self, keuzes: Mapping[str, Kant]) -> Kant | None:
        """Find the choice for this part, under any of the names a person gives it."""
        _, _, name = self.sleutel.partition(":")
        titled = self.word or self.record or self.basis
        title = titled.titel if titled else ""
        names = (self.sleutel, name, title, title.partition(". ")[2] or title, "")
        folded = {key.casefold(): side for key, side in keuzes.items()}
        return next((folded[n.casefold()] for n in names if n.casefold() in folded), None)


def _find(verslag: Verslag, sleutel: str) -> Deel | None:
    return next((deel for deel in delen(verslag) if deel.sleutel == sleutel), None)


def _text(deel: Deel | None) -> str:
    return deel.tekst if deel else ""


def _plain(deel: Deel | None) -> str:
    return plain_text(_text(deel))


def _keys(*verslagen: Verslag) -> tuple[str, ...]:
    """Return the keys of all: in the order of the Word file, each one it lacks behind the one it followed."""
    order = [d.sleutel for d in delen(verslagen[0])]
    for verslag in verslagen[1:]:
        last = -1
        for deel in delen(verslag):
            if deel.sleutel in order:
                last = order.index(deel.sleutel)
            else:
                last += 1
                order.insert(last, deel.sleutel)
    return tuple(order)


def _assemble(lezingen: Lezingen, parts: list[_Afweging]) -> Verslag:
    chosen = {part.sleutel: part.gekozen for part in parts}
    record = lezingen.record
    values: dict[str, Any] = {sleutel: deel.inhoud for sleutel, deel in chosen.items() if deel}
    people = values.get("deelnemers", ())
    return replace(
        record,
        tijd=values.get("kop:tijd"),
        locatie=values.get("kop:locatie", ""),
        kanttekening=values.get("kop:kanttekening", ""),
        deelnemers=_keep_known(people, record.deelnemers),
        afwezig=() if people != record.deelnemers else record.afwezig,
        inleiding=values.get("inleiding", ()),
        punten=tuple(_keep_embargo(p, lezingen) for p in _of_type(values, VerslagPunt)),
        besluiten=tuple(_open_after(b, record.besluiten, lezingen) for b in _of_type(values, Besluit)),
        actiepunten=tuple(
            _keep_rust(_open_after(a, record.actiepunten, lezingen), record.actiepunten)
            for a in _of_type(values, Actiepunt)
        ),
        voortgang=tuple(_keep_rust(said, record.voortgang) for said in _of_type(values, Voortgang)),
    )


def _of_type(values: Mapping[str, object], soort: type[T]) -> tuple[T, ...]:
    return tuple(value for value in values.values() if isinstance(value, soort))


def _keep_embargo(punt: VerslagPunt, lezingen: Lezingen) -> VerslagPunt:
    """Return an item under the embargo that the record or the agenda has for it.

    A document says only that it is confidential; taken for what a person decided, that would outlast the embargo.
    """
    known = next((p for p in lezingen.record.punten if punt_sleutel(p) == punt_sleutel(punt)), None)
    if known is None or known.vertrouwelijk:
        return punt
    by_agenda = {punt.nummer, punt.titel} & lezingen.onder_embargo
    return replace(punt, vertrouwelijk=False, embargo=known.embargo) if known.embargo or by_agenda else punt


def _open_after(rij: R, bekend: tuple[R, ...], lezingen: Lezingen) -> R:
    """Return a row as open as the record has it, where the document called it confidential for its item's embargo."""
    known = next((r for r in bekend if r.label == rij.label), None)
    is_embargo = rij.agendapunt in lezingen.onder_embargo
    return replace(rij, vertrouwelijk=False) if known and not known.vertrouwelijk and is_embargo else rij


def _keep_rust(rij: A, bekend: tuple[A, ...]) -> A:
    """Return a row that rests or comes back as the record has it: a document only tells that."""
    known = next((r for r in bekend if _key(r) == _key(rij)), None)
    return replace(rij, vanaf=known.vanaf, herhaalt=known.herhaalt) if known else rij


def _key(rij: Actiepunt | Voortgang) -> object:
    return rij.label if isinstance(rij, Actiepunt) else rij.verwijst_naar


def _keep_known(people: tuple[Deelnemer, ...], known: tuple[Deelnemer, ...]) -> tuple[Deelnemer, ...]:
    """Return the people with what the record knows of them beside what a document shows."""
    by_line = {_line(person): person for person in known}
    return tuple(
        replace(by_line[_line(p)], aanwezig=p.aanwezig, afgemeld=p.afgemeld)
        if _line(p) in by_line
        else replace(p, bron=None)
        for p in people
    )


def _line(person: Deelnemer) -> tuple[str, str]:
    return person.groep or person.organisatie, replace(person, aanwezig=True).regel


def only_changes(verslag: Verslag, stand: Actielijst) -> Verslag:
    """Return the Verslag with of every older action only what differs from where it stood before the meeting.

    A document shows the whole row of an action; a record says what the meeting changed.
    """
    before = {regel.kenmerk: regel for regel in stand.regels}
    reduced = (_reduce(said, before.get(_here(said, verslag))) for said in verslag.voortgang)
    return replace(verslag, voortgang=tuple(said for said in reduced if said is not None))


def _here(said: Voortgang, verslag: Verslag) -> Kenmerk:
    return replace(said.verwijst_naar, tafel=verslag.tafel)


def _reduce(said: Voortgang, before: ActielijstRegel | None) -> Voortgang | None:
    if before is None:
        return said
    same_owner = _same(said.actiehouder, before.actiehouder) or not said.actiehouder
    same_term = _same(said.termijn.tekst, before.termijn.tekst) or not said.termijn
    same_day = said.termijn.datum is not None and said.termijn.datum == before.termijn.datum
    reduced = replace(
        said,
        actie="" if _same(said.actie, before.actie) else said.actie,
        actiehouder="" if same_owner else said.actiehouder,
        actiehouders=() if same_owner else said.actiehouders,
        termijn=Termijn() if same_term or same_day else said.termijn,
        status=None if said.status == before.status else said.status,
        toelichting="" if before.toelichting and said.toelichting.endswith(before.toelichting) else said.toelichting,
    )
    says = (reduced.actie, reduced.actiehouder, reduced.termijn, reduced.status, reduced.toelichting)
    return replace(reduced, status=said.status) if any(says) else None


def _same(left: str, right: str) -> bool:
    return " ".join(plain_text(left).split()) == " ".join(plain_text(right).split())
