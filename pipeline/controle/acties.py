"""Checks on actions: who, by when, numbered how, and what became of the older ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from pipeline.controle.dossier import Dossier
from pipeline.markering import find_markeringen
from pipeline.markering.termijnen import is_onmogelijke_termijn
from pipeline.model import (
    ActielijstRegel,
    Actiepunt,
    Bron,
    Ernst,
    Kenmerk,
    Melding,
    Register,
    Verslag,
    Voortgang,
    is_zelfde_tekst,
    melding,
)

# What is called an action, or is nearly a marker: "(actiepunt)", "[a]", "[A ]".
_ONGENUMMERD = re.compile(
    r"[(\[]\s*(?:actie|actiepunt)\s*[)\]]|(?!(?-i:\[A\d{0,4}\]))\[\s*a\s*\d{0,4}\s*\]", re.IGNORECASE
)
_LABEL = re.compile(r"(?P<letters>[A-Z]{1,3})-?(?P<nummer>\d{1,3})")
_MAX_GAT = 10  # a larger gap is another way of numbering, not a lost action
_GENOEG = 15  # characters: shorter ones (Zaal regelen) come back in every meeting
_MAX_WOORDEN = 60  # characters of an action without a number, to tell which one is meant


def check_actiehouder(dossier: Dossier) -> Iterator[Melding]:
    """Report an action of this meeting that nobody owns."""
    for punt in dossier.actiepunten:
        if _runs(punt) and not punt.actiehouder.strip(" ?-–.…"):
            text = f"Bij {_describe(punt)} staat niet wie de actie doet."
            yield melding("actie-zonder-actiehouder", text, punt.bron)


def check_termijn(dossier: Dossier) -> Iterator[Melding]:
    """Report an action of this meeting without a term."""
    for punt in dossier.actiepunten:
        if _runs(punt) and not punt.termijn.tekst.strip(" ?-–.…") and punt.termijn.datum is None:
            text = f"Bij {_describe(punt)} staat niet wanneer zij klaar moet zijn."
            yield melding("actie-zonder-termijn", text, punt.bron)


def check_termijn_na_vergadering(dossier: Dossier) -> Iterator[Melding]:
    """Report a term, given or moved here, that lies before the meeting."""
    for naam, punt in _with_terms(dossier):
        day = punt.termijn.datum
        if _runs(punt) and day and day < dossier.datum:
            text = f"De termijn van {naam} is {day:%d-%m-%Y}; de vergadering was op {dossier.datum:%d-%m-%Y}."
            yield melding("termijn-voor-vergadering", text, punt.bron)


def check_termijn_bestaat(dossier: Dossier) -> Iterator[Melding]:
    """Report a term on a day that does not exist."""
    for naam, punt in _with_terms(dossier):
        if punt.termijn.tekst and punt.termijn.datum is None and is_onmogelijke_termijn(punt.termijn.tekst):
            text = f"De termijn van {naam} is een dag die niet bestaat: {punt.termijn.tekst}."
            yield melding("termijn-bestaat-niet", text, punt.bron)


def check_actiehouders(dossier: Dossier) -> Iterator[Melding]:
    """Report an owner who is in no list; one who is nearly a participant is a matter of spelling."""
    houders = dossier.houders
    for naam, bron in dossier.geschreven_houders:
        if not houders.kent(naam) and houders.nearest_person(naam) is None:
            text = f"De actiehouder {naam} staat in geen enkele lijst van deze tafel of vergadering."
            nearest = houders.nearest_body(naam)
            yield melding("actiehouder-onbekend", text, bron, f"Bedoelt u {nearest}?" if nearest else "")
        elif meant := houders.find_meer(naam):
            who = ", ".join(f"{lid.naam} (id {lid.id})" for lid in meant)
            yield melding("actiehouder-niet-eenduidig", f"De actiehouder {naam} kan zijn: {who}.", bron)


def check_ongenummerd(dossier: Dossier) -> Iterator[Melding]:
    """Report what is meant as a marker in the text, ``(actiepunt)`` or ``[a]``, and is none."""
    for passage in dossier.passages:
        for match in _ONGENUMMERD.finditer(passage.tekst):
            text = f"Bij {match.group()} staat geen nummer."
            yield melding("actie-zonder-nummer", text, passage.plek(*match.span()))


def check_nummers(dossier: Dossier) -> Iterator[Melding]:
    """Report numbers that are skipped, and in continuous numbering those an older meeting has used."""
    older = set(_labels(_older_records(dossier))) if dossier.tafel.nummering == "doorlopend" else set()
    for label, bron in _labelled(dossier):
        if label in older:
            text = f"{label} is al gebruikt in een eerder verslag; deze tafel nummert door."
            yield melding("label-dubbel", text, bron)
    for gap, after in _gaps(dossier, older):
        text = f"{gap} ontbreekt: na {after} is een nummer overgeslagen."
        yield melding("nummer-overgeslagen", text, dossier.verslag.bron if dossier.verslag else None)


def check_verwijzingen(dossier: Dossier) -> Iterator[Melding]:
    """Report a marker that refers to an action or decision of an older meeting which does not exist."""
    if not dossier.is_eigen:
        return
    known = set(_alle_kenmerken(dossier))
    for passage in dossier.passages:
        for found in find_markeringen(passage.tekst, dossier.datum) if "[" in passage.tekst else ():
            if found.datum and Kenmerk(dossier.tafel.id, found.datum, found.label) not in known:
                what = "De actie" if found.soort == "actie" else "Het besluit"
                place = passage.plek(found.begin, found.eind)
                yield melding("actie-bestaat-niet", f"{what} {found.tekst} bestaat niet.", place)


def check_open_acties(dossier: Dossier) -> Iterator[Melding]:
    """Report an older open action these minutes are silent about; it is a warning once its term has come."""
    if dossier.verslag is None:
        return
    touched = {r.kenmerk: r for r in dossier.actielijst.regels}
    mentioned = set(_mentioned(dossier))
    for regel in dossier.actielijst_ervoor.geteld:
        now = touched.get(regel.kenmerk)
        silent = now is not None and now.geschiedenis[-1].datum < dossier.datum
        if silent and regel.kenmerk not in mentioned:
            due = regel.termijn.datum is None or regel.termijn.datum <= dossier.datum
            text = f"{regel.kenmerk.verwijzing} staat nog open, maar komt in dit verslag niet voor: {regel.actie}"
            ernst = Ernst.WAARSCHUWING if due else Ernst.TIP
            yield melding("open-actie-ontbreekt", text, dossier.verslag.bron, ernst=ernst)


def check_heropend(dossier: Dossier) -> Iterator[Melding]:
    """Report an action that was closed and comes back: as a row, or as a new action in the same words."""
    closed = {r.kenmerk: r for r in dossier.actielijst_ervoor.regels if r.status != "open"}
    for voortgang in dossier.voortgang:
        regel = closed.get(voortgang.verwijst_naar)
        if regel and voortgang.status in (None, "open"):
            text = f"{regel.kenmerk.verwijzing} is al {regel.status} ({_closed_on(regel)}), maar komt hier terug."
            yield melding("actie-heropend", text, voortgang.bron)
    for punt in dossier.actiepunten:
        regel = next((r for r in closed.values() if _is_same_text(punt.actie, r.actie)), None)
        if regel and not punt.koppelingen:
            text = (
                f"{_describe(punt)} lijkt op {regel.kenmerk.verwijzing}, "
                f"die al {regel.status} is ({_closed_on(regel)})."
            )
            yield melding("actie-heropend", text[:1].upper() + text[1:], punt.bron)


def _runs(punt: Actiepunt | Voortgang) -> bool:
    """Tell whether something is still to be done."""
    return punt.status in (None, "open")


def _describe(punt: Actiepunt) -> str:
    """Name an action: by its number, or else by its first words."""
    words = punt.actie.strip(" .")
    shown = words if len(words) <= _MAX_WOORDEN else words[:_MAX_WOORDEN].rsplit(" ", 1)[0] + " …"
    return punt.label or (f"de actie ‘{shown}’" if shown else "een actie zonder nummer")


def _with_terms(dossier: Dossier) -> Iterator[tuple[str, Actiepunt | Voortgang]]:
    yield from ((_describe(punt), punt) for punt in dossier.actiepunten)
    yield from ((said.verwijst_naar.verwijzing, said) for said in dossier.voortgang)


def _is_same_text(one: str, other: str) -> bool:
    return len(one) >= _GENOEG and is_zelfde_tekst(one, other)


def _closed_on(regel: ActielijstRegel) -> str:
    """Return the day of the meeting in which an action got the state it has."""
    first = len(regel.geschiedenis) - 1
    while first > 0 and regel.geschiedenis[first - 1].status == regel.status:
        first -= 1
    return f"{regel.geschiedenis[first].datum:%d-%m-%Y}"


def _mentioned(dossier: Dossier) -> Iterator[Kenmerk]:
    """Yield the older actions that the text, a link or the register of this meeting speaks of."""
    linked = chain((a.koppelingen for a in dossier.actiepunten), (v.koppelingen for v in dossier.voortgang))
    yield from (koppeling.met for links in linked for koppeling in links)
    for gelegd in dossier.register.koppelingen if dossier.register else ():
        yield from (gelegd.van, gelegd.koppeling.met)
    for passage in dossier.passages:
        for found in find_markeringen(passage.tekst, dossier.datum) if "[" in passage.tekst else ():
            if found.datum:
                yield Kenmerk(dossier.tafel.id, found.datum, found.label)


def _labelled(dossier: Dossier) -> Iterator[tuple[str, Bron | None]]:
    yield from ((punt.label, punt.bron) for punt in dossier.actiepunten)
    yield from ((besluit.label, besluit.bron) for besluit in dossier.besluiten)


def _gaps(dossier: Dossier, older: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each number that is skipped, with the label before the gap."""
    own = [label for label, _ in _labelled(dossier)]
    reprinted = [said.verwijst_naar.label for said in dossier.voortgang if not dossier.is_eigen]
    per_letter: dict[str, set[int]] = defaultdict(set)
    for label in (*own, *reprinted):
        if match := _LABEL.fullmatch(label):
            per_letter[match["letters"]].add(int(match["nummer"]))
    for letters, numbers in per_letter.items():
        starts_at_one = dossier.is_eigen and dossier.tafel.nummering == "vergadering"
        first = 0 if starts_at_one else min(numbers)
        for before, after in zip(sorted({first, *numbers}), sorted(numbers - {first}), strict=False):
            missing = [f"{letters}{n}" for n in range(before + 1, after) if f"{letters}{n}" not in older]
            if missing and len(missing) <= _MAX_GAT:
                yield ", ".join(missing), f"{letters}{before}" if before else "het begin"


def _older_records(dossier: Dossier) -> Iterator[Verslag | Register]:
    for verslag in dossier.reeks.verslagen:
        if verslag.datum < dossier.datum:
            register = dossier.reeks.registers.get(verslag.datum)
            yield from (verslag, register) if register else (verslag,)


def _labels(records: Iterable[Verslag | Register]) -> Iterator[str]:
    for record in records:
        yield from (punt.label for punt in record.actiepunten)
        yield from (besluit.label for besluit in record.besluiten)


def _alle_kenmerken(dossier: Dossier) -> Iterator[Kenmerk]:
    """Yield the identity of everything ever recorded, also of what was later joined with another."""
    for record in _older_records(dossier):
        yield from (Kenmerk(dossier.tafel.id, record.datum, label) for label in _labels((record,)))
