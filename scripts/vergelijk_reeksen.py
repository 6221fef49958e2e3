"""Follow actions through series of minutes and compare with what a reader found.

    python scripts/vergelijk_reeksen.py SERIES.json FOLDER [--toon]

SERIES.json holds per series its ``meetings`` and ``items``: a text, perhaps a number (``key``), and its state
and owner per meeting. FOLDER holds a folder per series with the minutes. Each series is read in order, as
``lees --neem-over`` does: an action that repeats an older one becomes progress on that one. A link is one step
of an item from one meeting to the next in which it has a state; it is right when the words of the later meeting
were joined to the action of the earlier one, and silent when that needed nobody's consent.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.lezen import lees
from pipeline.model import Actielijst, ActielijstRegel, Actiepunt, Kenmerk, Stap, Verslag
from pipeline.taal import build_nlp, koppel_acties, koppel_tekst, zoek_mededelingen, zoek_voorstellen
from pipeline.taal.koppelen import Koppelvoorstel, Mededeling, find_verdwenen

DREMPEL = 0.3


@dataclass
class Keten:
    """An action through the meetings: the row as it stands, and all that was joined to it, by meeting."""

    regel: ActielijstRegel
    vermeldingen: dict[date, list[tuple[str, bool]]] = field(default_factory=dict)

    def add(self, dag: date, tekst: str, zeker: bool) -> None:
        """Join what a meeting says of it; ``zeker`` when that needs nobody's consent."""
        self.vermeldingen.setdefault(dag, []).append((tekst, zeker))


def read_series(folder: Path) -> list[tuple[Verslag, tuple[Mededeling, ...]]]:
    """Read all minutes of a folder, in date order, with their sentences."""
    nlp = build_nlp()
    records = []
    for path in sorted(folder.iterdir()):
        reading = lees(path.read_bytes(), path.name)
        if reading.verslag is None or reading.datum is None:
            continue
        found = zoek_voorstellen(reading.verslag, nlp)
        actions = [v.inhoud for v in found if isinstance(v.inhoud, Actiepunt) and v.zekerheid >= DREMPEL]
        record = replace(reading.verslag, actiepunten=(*reading.verslag.actiepunten, *actions))
        records.append((record, zoek_mededelingen(reading.verslag, nlp)))
    return sorted(records, key=lambda pair: pair[0].datum)


def follow(records: Iterable[tuple[Verslag, tuple[Mededeling, ...]]]) -> tuple[list[Keten], list[str]]:
    """Take the minutes over one by one; return the actions with all that was joined to each, and a report."""
    chains: list[Keten] = []
    report: list[str] = []
    for record, sentences in records:
        listing = Actielijst("reeks", record.datum, tuple(c.regel for c in chains))
        links = {id(k.actie): k for k in koppel_acties(record.actiepunten, listing)}
        gone = find_verdwenen(record.actiepunten, listing, links.values())
        for said, link in koppel_tekst(sentences, listing):
            chain = next(c for c in chains if c.regel.kenmerk == link.regel.kenmerk)
            chain.add(record.datum, f"{said.sleutel} {said.kop} {said.tekst}", False)
        report.extend(f"{record.datum}: niet meer genoemd, blijft open: {r.actie[:70]}" for r in gone)
        for number, action in enumerate(record.actiepunten, 1):
            link = links.get(id(action))
            if link is None:
                chains.append(_new(record.datum, number, action))
            else:
                _join(next(c for c in chains if c.regel.kenmerk == link.regel.kenmerk), record.datum, link)
    return chains, report


def _new(dag: date, number: int, action: Actiepunt) -> Keten:
    label = action.label or f"~{number}"
    status = action.status or "open"
    step = Stap(dag, status, action.termijn, action.actiehouder)
    row = ActielijstRegel(
        Kenmerk("reeks", dag, label), action.actie, action.actiehouder, action.actiehouders, action.termijn,
        status, action.toelichting, action.agendapunt, False, 0, False, (step,),
    )  # fmt: skip
    chain = Keten(row)
    chain.add(dag, _evidence(action), True)
    return chain


def _join(chain: Keten, dag: date, link: Koppelvoorstel) -> None:
    progress, row = link.voortgang, chain.regel
    chain.regel = replace(
        row,
        actiehouder=progress.actiehouder or row.actiehouder,
        termijn=progress.termijn or row.termijn,
        status=progress.status or row.status,
    )
    chain.add(dag, _evidence(link.actie), link.zeker)


def _evidence(action: Actiepunt) -> str:
    zin = action.bron.zin if action.bron and action.bron.zin else ""
    return f"{action.label} {action.actie} {zin} {action.toelichting} {action.actiehouder}"


# --- the comparison


def words(text: str) -> list[str]:
    """Return the words of a text; ``Wer(k)groep`` counts in both spellings."""
    return re.findall(r"\w+", re.sub(r"\(\w\)", "", text).casefold())


def mentions(item: Mapping[str, Any], state: str, text: str) -> bool:
    """Tell whether what was joined is about an item: its number, or most of its words or of its state."""
    if item["key"] and re.search(rf"\b{re.escape(item['key'])}\b", text, re.IGNORECASE):
        return True
    have = set(words(text))
    for wanted in (words(item["text"]), words(state.rpartition(": ")[2])):
        content = [w for w in wanted if len(w) > 3]
        if len(content) >= 2 and sum(w in have for w in content) / len(content) >= 0.6:
            return True
    return False


def compare(
    item: Mapping[str, Any], items: list[Mapping[str, Any]], chains: list[Keten]
) -> Iterator[tuple[str, str, bool, bool]]:
    """Give for each step of an item: from, to, whether it was joined, and whether silently.

    The earlier mention may be too bare to know the item by (``navraag doen``); it must not be of another item.
    """
    days = sorted(item["states"])
    for earlier, later in pairwise(days):
        first, second = date.fromisoformat(earlier), date.fromisoformat(later)
        joined = [
            sure
            for c in chains
            if any(not is_of_another(item, items, earlier, t) for t, _ in c.vermeldingen.get(first, ()))
            for t, sure in c.vermeldingen.get(second, ())
            if mentions(item, item["states"][later][0], t)
        ]
        yield earlier, later, bool(joined), any(joined)


def is_of_another(item: Mapping[str, Any], items: list[Mapping[str, Any]], day: str, text: str) -> bool:
    """Tell whether a text is about some other item of the series, and not about this one."""
    if mentions(item, item["states"][day][0], text):
        return False
    return any(mentions(o, o["states"][day][0], text) for o in items if day in o["states"])


def wrong_links(items: list[Mapping[str, Any]], chains: list[Keten]) -> Iterator[tuple[str, str, bool]]:
    """Give what was joined to an action though it is about another item than it began as, and whether silently."""
    for chain in chains:
        said = [
            (day.isoformat(), text, sure) for day, texts in sorted(chain.vermeldingen.items()) for text, sure in texts
        ]
        begin, first, _ = said[0]
        own = _items_of(items, begin, first)
        for day, text, sure in said[1:]:
            about = _items_of(items, day, text)
            if own and about and not own & about:
                yield first, text, sure


def _items_of(items: list[Mapping[str, Any]], day: str, text: str) -> set[int]:
    """Return which items of the reader a text of a meeting is about."""
    return {i for i, x in enumerate(items) if day in x["states"] and mentions(x, x["states"][day][0], text)}


def main() -> None:
    """Print per series how many links are right, how many wrong, and how many of those silent."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("series", type=Path)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--toon", action="store_true", help="print every link that was missed or wrong, and what vanished")
    args = ap.parse_args()
    total: Counter[str] = Counter()
    for series in json.loads(args.series.read_text(encoding="utf-8")):
        records = read_series(args.folder / series["series"])
        chains, report = follow(records)
        have = {r.datum.isoformat() for r, _ in records}
        counts: Counter[str] = Counter()
        for item in series["items"]:
            known = item | {"states": {d: s for d, s in item["states"].items() if d in have}}
            for earlier, later, joined, silent in compare(known, series["items"], chains):
                counts["schakels"] += 1
                counts["gelegd"] += joined
                counts["zonder vragen"] += silent
                if args.toon and not joined:
                    print(f"gemist  {series['series']} {earlier} -> {later}: {item['key'] or ''} {item['text']}")
        for first, second, sure in wrong_links(series["items"], chains):
            counts["fout, stilzwijgend" if sure else "fout, ter bevestiging"] += 1
            if args.toon:
                print(f"fout    {series['series']}{' STIL' if sure else ''}: {first[:90]!r} <- {second[:90]!r}")
        if args.toon:
            print("\n".join(report))
        print(f"{series['series']}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
        total += counts
    print("samen: " + ", ".join(f"{name} {count}" for name, count in total.items()))
    print(f"goede schakels: {total['gelegd'] / max(1, total['schakels']):.3f}")


if __name__ == "__main__":
    main()
