"""Copies of circulated minutes that came back: every change in them, by item and author, as one list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.inname.delen import Deel, delen
from pipeline.model import Bron, Verslag
from pipeline.model.document import Wijziging


@dataclass(frozen=True, slots=True)
class Exemplaar:
    """A copy that came back: what was tracked in it, the comments, and its text with nothing tracked accepted.

    ``auteur`` is whose copy it is, for what was changed without tracking; ``basis`` is what was sent, read as this
    copy was, where that differs.
    """

    bestand: str
    auteur: str
    zonder: Verslag
    wijzigingen: tuple[Wijziging, ...] = ()
    opmerkingen: tuple[Wijziging, ...] = ()
    basis: Verslag | None = None


def list_voorstellen(verzonden: Verslag, exemplaren: Iterable[Exemplaar]) -> tuple[Wijziging, ...]:
    """Return what everybody proposes to change, in the order of the items of what was sent, then by author."""
    found = [w for exemplaar in exemplaren for w in _of_exemplaar(verzonden, exemplaar)]
    order = {_name(deel.titel): index for index, deel in enumerate(delen(verzonden))}
    return tuple(sorted(found, key=lambda w: (order.get(_name(w.punt), len(order)), w.auteur.casefold())))


def _of_exemplaar(verzonden: Verslag, exemplaar: Exemplaar) -> list[Wijziging]:
    titles = {_name(deel.titel): deel.titel for deel in delen(verzonden)}
    tracked = [_at_item(w, titles) for w in (*exemplaar.wijzigingen, *exemplaar.opmerkingen)]
    return tracked + _untracked(exemplaar.basis or verzonden, exemplaar)


def _at_item(change: Wijziging, titles: dict[str, str]) -> Wijziging:
    """Name the item as what was sent does; a heading in the file may have its number apart."""
    name = _name(change.punt)
    match = next((full for key, full in titles.items() if key == name or key.endswith(f" {name}")), change.punt)
    return replace(change, punt=match) if name else change


def _name(title: str) -> str:
    return " ".join(title.replace("\t", " ").split()).casefold()


def _untracked(verzonden: Verslag, exemplaar: Exemplaar) -> list[Wijziging]:
    """Compare the text with what was sent: what differs was changed without tracking."""
    return _compare(exemplaar.basis or verzonden, exemplaar)


def find_regel(oud: Verslag, nieuw: Verslag) -> tuple[str, str] | None:
    """Return the one line that two versions differ in, as it was and as it is; None where it is more, or a new one."""
    found = _compare(oud, Exemplaar("", "", nieuw))
    return (found[0].oud, found[0].nieuw) if len(found) == 1 and found[0].soort == "gewijzigd" else None


def _compare(oud: Verslag, exemplaar: Exemplaar) -> list[Wijziging]:
    before, after = {d.sleutel: d for d in delen(oud)}, {d.sleutel: d for d in delen(exemplaar.zonder)}
    keys = dict.fromkeys((*before, *after))
    return [w for key in keys for w in _line_changes(before.get(key), after.get(key), exemplaar)]


def _line_changes(old: Deel | None, new: Deel | None, exemplaar: Exemplaar) -> list[Wijziging]:
    left = old.tekst.split("\n") if old else []
    right = new.tekst.split("\n") if new else []
    titled = old or new
    title = titled.titel if titled else ""
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _pairs(left[a:b], right[c:d], title, exemplaar)
    return found


def _pairs(left: Sequence[str], right: Sequence[str], title: str, exemplaar: Exemplaar) -> list[Wijziging]:
    """Pair changed lines in order: what became what; the rest was added or taken out."""
    count = max(len(left), len(right))
    lines = zip([*left, *[""] * (count - len(left))], [*right, *[""] * (count - len(right))], strict=True)
    bron = Bron(exemplaar.bestand)
    return [
        Wijziging(
            exemplaar.auteur,
            "gewijzigd" if old and new else "ingevoegd" if new else "verwijderd",
            old.strip(),
            new.strip(),
            None,
            title,
            bron,
        )
        for old, new in lines
        if old.strip() != new.strip()
    ]
