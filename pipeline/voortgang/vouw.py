"""The fold at work: the records of a Tafel one by one, where every action stands after them, and the books of it.

A link counts while the actions it was laid between are still what they were (their words, ``Stand.heet``), since a
number passes to another action when a record is put right. What falls away is told; the action is then one of its
own again: better twice in a list than gone from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.markering import parse_termijn
from pipeline.model import (
    Actiepunt,
    Bron,
    GelegdeKoppeling,
    Kenmerk,
    Koppeling,
    Melding,
    Reeks,
    Register,
    Termijn,
    Verslag,
    Voortgang,
    is_zelfde_tekst,
    melding,
)
from pipeline.voortgang.boeken import Post, PostUitkomst, list_markeringen, list_records
from pipeline.voortgang.stand import Stand, advance, start
from pipeline.voortgang.verband import describe, find_strijdig, tell_vervallen

ACTIE_HULP = "Schrijf bijvoorbeeld A2 (17-12-2025): actie A2 uit het verslag van 17 december 2025."


class Vouw:
    """Where every action stands after the records read so far; ``posten`` books what was read."""

    def __init__(self, reeks: Reeks, op: date) -> None:
        """Read the records up to and including the day ``op``."""
        self.reeks, self.tafel = reeks, reeks.tafel
        self.standen: dict[Kenmerk, Stand] = {}
        self.zelfde: dict[Kenmerk, Kenmerk] = {}
        self.meldingen: list[Melding] = []
        self._samen: dict[Kenmerk, Kenmerk] = {}
        self._posten: list[Post] = []
        for record in list_records(reeks, op):
            self._add(record)

    def _add(self, record: Verslag | Register) -> None:
        """Read one record: first what it makes, then what it says of older actions, then the links."""
        datum = record.datum
        for punt in record.actiepunten:
            self._add_actiepunt(datum, punt)
        for voortgang in record.voortgang:
            self._add_voortgang(datum, voortgang)
        if isinstance(record, Register):
            for gelegd in record.koppelingen:
                self._add_gelegd(datum, gelegd)
        else:
            self._book_markeringen(record)

    @property
    def posten(self) -> tuple[Post, ...]:
        """The books: what became of everything that was read, as it is now."""
        return tuple(self._close(post) for post in self._posten)

    def find(self, kenmerk: Kenmerk) -> Kenmerk | None:
        """Follow the links to the action that still has a row of its own."""
        while kenmerk in self.zelfde:
            kenmerk = self.zelfde[kenmerk]
        return kenmerk if kenmerk in self.standen else None

    def _add_actiepunt(self, datum: date, punt: Actiepunt) -> None:
        written = Kenmerk(self.tafel.id, datum, punt.label)
        kenmerk = self._place(written, punt)
        self._posten.append(Post(datum, "actie", written, "open", kenmerk, bron=punt.bron))
        if kenmerk in self.standen:
            return
        links = self._list_geldig(kenmerk, (punt.actie,), punt.koppelingen, punt.bron)
        punt = replace(punt, termijn=self._resolve(punt.termijn, datum), koppelingen=links)
        self.standen[kenmerk] = start(kenmerk, punt)
        self._join_all(datum, kenmerk, links)

    def _place(self, written: Kenmerk, punt: Actiepunt) -> Kenmerk:
        """Return the identity an action gets: its own, and another where the label was given out already.

        That is a fout in the record; until it is put right neither of the two may be missing from a list.
        """
        if written not in self.standen and written not in self.zelfde:
            return written
        text = f"In het verslag van {written.datum:%d-%m-%Y} staat {punt.label} twee keer."
        self.meldingen.append(melding("label-dubbel", text, punt.bron))
        kenmerk, number = written, 1
        while kenmerk in self.standen or kenmerk in self.zelfde:
            known = self.standen.get(kenmerk)
            if known is not None and is_zelfde_tekst(known.actie, punt.actie):
                break
            number += 1
            kenmerk = replace(written, label=f"{written.label}-{number}")
        return kenmerk

    def _add_voortgang(self, datum: date, said: Voortgang) -> None:
        written = said.verwijst_naar
        kenmerk = self.find(written) if written.datum <= datum else None
        if kenmerk is None:
            self._report_missing(written, said.bron)
            kenmerk = self._start_unknown(datum, said)
        if kenmerk is None:
            self._posten.append(Post(datum, "voortgang", written, "onverwerkt", bron=said.bron))
            return
        self._posten.append(Post(datum, "voortgang", written, "geteld_bij", kenmerk, bron=said.bron))
        texts = (*self.standen[kenmerk].teksten, said.actie)
        links = self._list_geldig(kenmerk, texts, said.koppelingen, said.bron)
        resolved = replace(said, termijn=self._resolve(said.termijn, datum), koppelingen=links)
        self.standen[kenmerk] = advance(self.standen[kenmerk], datum, resolved)
        self._join_all(datum, kenmerk, links)

    def _start_unknown(self, datum: date, said: Voortgang) -> Kenmerk | None:
        """Begin an action of which the record is not there: the row is all there is of it, and it may not vanish."""
        kenmerk = said.verwijst_naar
        if not said.actie or kenmerk.datum >= datum or kenmerk.tafel != self.tafel.id:
            return None
        punt = Actiepunt(kenmerk.label, said.actie, agendapunt=said.agendapunt, vertrouwelijk=said.vertrouwelijk)
        self.standen[kenmerk] = start(kenmerk, punt)
        return kenmerk

    def _add_gelegd(self, datum: date, gelegd: GelegdeKoppeling) -> None:
        """Read a link of the register: it counts, it waits for a person, or it fell away."""
        self._posten.append(
            Post(datum, "koppeling", gelegd.van, self._lay(datum, gelegd), gelegd.koppeling.met,
                 verband=gelegd.koppeling.soort, bron=gelegd.bron)
        )  # fmt: skip

    def _lay(self, datum: date, gelegd: GelegdeKoppeling) -> PostUitkomst:
        koppeling = gelegd.koppeling
        source, target = self.find(gelegd.van), self.find(koppeling.met)
        if source is None or target is None:
            self._report_missing(gelegd.van if source is None else koppeling.met, gelegd.bron)
            return "onverwerkt"
        if not self._holds(gelegd.van, self.standen[source].teksten, koppeling, gelegd.bron, gelegd):
            return "koppeling_vervallen"
        if not gelegd.bevestigd:
            if koppeling.soort == "zelfde_als" and source != target:
                self.standen[source] = replace(self.standen[source], vermoedelijk=target)
            return "onbevestigd"
        if source == target and gelegd.van in self.zelfde:
            return "gelegd"  # laid before: in the minutes themselves, or by accepting it twice
        if self._is_kringloop(source, koppeling):
            self._report_kringloop(gelegd.van, koppeling, gelegd.bron)
            return "onverwerkt"
        if koppeling.soort == "zelfde_als":
            self._join(datum, source, target)
        else:
            note = Voortgang(source, koppelingen=(koppeling,), toelichting=describe(koppeling))
            self.standen[source] = advance(self.standen[source], datum, note)
        return "gelegd"

    def _list_geldig(
        self, van: Kenmerk, teksten: tuple[str, ...], koppelingen: tuple[Koppeling, ...], bron: Bron | None
    ) -> tuple[Koppeling, ...]:
        """Return the links of a row that count; what is wrong with the others is told."""
        valid = []
        for koppeling in koppelingen:
            if self.find(koppeling.met) is None:
                self._report_missing(koppeling.met, bron)
            elif self._is_kringloop(van, koppeling):
                self._report_kringloop(van, koppeling, bron)
            elif self._holds(van, teksten, koppeling, bron):
                valid.append(koppeling)
        return tuple(valid)

    def _holds(
        self,
        van: Kenmerk,
        teksten: tuple[str, ...],
        koppeling: Koppeling,
        bron: Bron | None,
        gelegd: GelegdeKoppeling | None = None,
    ) -> bool:
        """Tell whether both actions are still those the link was laid between; one that is not is told."""
        target = self.find(koppeling.met)
        known = self.standen[target].teksten if target else ()
        strijdig = find_strijdig(van, teksten, koppeling, known, gelegd is None or gelegd.bevestigd)
        if strijdig is not None:
            self.meldingen.append(tell_vervallen(van, koppeling, strijdig, bron, gelegd is not None))
        return strijdig is None

    def _is_kringloop(self, van: Kenmerk, koppeling: Koppeling) -> bool:
        """Tell whether a link leads back to where it starts: two actions would then be gone for each other."""
        target = self.find(koppeling.met)
        if koppeling.soort == "gesplitst_uit":
            return target == van
        seen = set()
        while target is not None and target not in seen:
            if target == van:
                return True
            seen.add(target)
            target = next((self.find(k.met) for k in self.standen[target].koppelingen
                           if k.soort == "samengevoegd_met"), None)  # fmt: skip
        return False

    def _join_all(self, datum: date, van: Kenmerk, koppelingen: tuple[Koppeling, ...]) -> None:
        for koppeling in koppelingen:
            source, target = self.find(van), self.find(koppeling.met)
            if koppeling.soort == "zelfde_als" and source and target and source != target:
                self._join(datum, source, target)

    def _join(self, datum: date, later: Kenmerk, earlier: Kenmerk) -> None:
        """Make the later action a Voortgang of the one it repeats; from here on it has no row of its own."""
        double = self.standen.pop(later)
        self.zelfde[later] = earlier
        for stap in double.stappen:
            said = Voortgang(earlier, "", stap.actiehouder, double.actiehouders, stap.termijn, stap.status,
                             stap.toelichting)  # fmt: skip
            self.standen[earlier] = advance(self.standen[earlier], stap.datum, said)
        kept = self.standen[earlier]
        self.standen[earlier] = replace(kept, teksten=tuple(dict.fromkeys(kept.teksten + double.teksten)))

    def _book_markeringen(self, verslag: Verslag) -> None:
        """Book each marker of the text: what it marks here, or which older action it points at."""
        labels = {punt.label for punt in verslag.actiepunten}
        numbered = {m.label for m in list_markeringen(verslag) if m.nummer is not None and not m.is_verwijzing}
        free = len(labels - numbered)
        for m in list_markeringen(verslag):
            kenmerk = Kenmerk(self.tafel.id, m.datum or verslag.datum, m.label)
            target = self.find(kenmerk)
            found = not m.onmogelijk and target is not None
            if m.nummer is None and not m.is_verwijzing:
                found, free = free > 0, free - 1
            outcome: PostUitkomst = "wijst_naar" if found else "onverwerkt"
            self._posten.append(Post(verslag.datum, "markering", kenmerk, outcome, target, bron=verslag.bron))

    def _close(self, post: Post) -> Post:
        """Say of an action what it is now: in the list by itself, or living on in which other."""
        if post.soort != "actie":
            return replace(post, bij=self.find(post.bij) or post.bij) if post.bij else post
        own = post.bij or post.wat
        target = self.find(own)
        if target is None:
            return replace(post, uitkomst="onverwerkt", bij=None)
        if own != target or (own == post.wat and self._is_tweede(post)):
            return replace(post, uitkomst="zelfde_als", bij=target)
        stand = self.standen[target]
        merged = next((k.met for k in stand.koppelingen if k.soort == "samengevoegd_met"), None)
        split = next((k.met for k in stand.koppelingen if k.soort == "gesplitst_uit"), None)
        if merged is not None and stand.status == "vervallen":
            return replace(post, uitkomst="samengevoegd_met", bij=self.find(merged), uit=split)
        return replace(post, uitkomst=stand.status, bij=None if own == post.wat else own, uit=split)

    def _is_tweede(self, post: Post) -> bool:
        """Tell whether this row is the same one printed again under its own label."""
        first = next(p for p in self._posten if p.soort == "actie" and p.bij == post.bij)
        return first is not post

    def _resolve(self, termijn: Termijn, datum: date) -> Termijn:
        """Give a term in words its date, now that the series of meetings is known."""
        if termijn.datum is not None or not termijn.tekst:
            return termijn
        return parse_termijn(termijn.tekst, datum, self.reeks.volgende(datum))

    def _report_kringloop(self, van: Kenmerk, koppeling: Koppeling, bron: Bron | None) -> None:
        text = f"{van.verwijzing} kan niet {describe(koppeling)} zijn: het verband loopt in een kring."
        self.meldingen.append(melding("koppeling-kringloop", text, bron))

    def _report_missing(self, kenmerk: Kenmerk, bron: Bron | None) -> None:
        tekst = f"De actie {kenmerk.verwijzing} bestaat niet{self._nearest(kenmerk)}."
        self.meldingen.append(melding("actie-bestaat-niet", tekst, bron, ACTIE_HULP))

    def _nearest(self, kenmerk: Kenmerk) -> str:
        """Name the action that was probably meant: the same label on another day, if there is just one."""
        options = [k for k in self.standen if k.label == kenmerk.label]
        return f"; wel {options[0].verwijzing}" if len(options) == 1 else ""
