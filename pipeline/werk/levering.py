"""From Stukken to a Word file in its place, with everything a user should hear about it."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipeline.documenten import Stukken, find_soort, packaged_sjabloon, render
from pipeline.model import ANDEREN, Bron, Ernst, Lezerskring, Melding, Reeks, melding
from pipeline.werk.keuze import Keuze
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werkmap import (
    BRONMAP,
    FileBusyError,
    Geplaatst,
    Voorkeur,
    find_verkeerd_sjabloon,
    is_file,
    place_document,
    read_bytes,
    write_atomic,
)

_TERUG_TE_LEZEN = ("verslag", "aantekenformulier")


@dataclass
class Levering:
    """The documents of one command on their way: what was written, and what there is to say.

    A fout in the files of this table and meeting (``eigen``) stops the writing: what it is about would be
    missing from the document. One in an older record is shown and counts for the exit code.
    """

    opdracht: Opdracht
    reeks: Reeks
    datum: date
    keuze: Keuze = Keuze()
    meldingen: list[Melding] = field(default_factory=list)
    geplaatst: list[Geplaatst] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with what was found wrong in the files of this table."""
        tafel = self.reeks.tafel.id
        of_table = ("regietafel.yaml", f"agenda/{tafel}/tafel", f"agenda/{tafel}/{self.datum}", f"verslagen/{tafel}/")
        for m in self.opdracht.inhoud.meldingen:
            if m.bron and m.bron.bestand.startswith(of_table):
                self.meldingen.append(m)

    @property
    def is_tegengehouden(self) -> bool:
        """Tell whether a fout stands in the way of writing anything."""
        return any(m.ernst is Ernst.FOUT and self._is_eigen(m) for m in self.meldingen)

    def _is_eigen(self, m: Melding) -> bool:
        other = f"verslagen/{self.reeks.tafel.id}/"
        own = f"{other}{self.datum}"
        return not (m.bron and m.bron.bestand.startswith(other) and not m.bron.bestand.startswith(own))

    def collect(
        self,
        gather: Callable[[Reeks], Stukken],
        kring: Lezerskring,
        toont: Callable[[Stukken], object] = lambda stukken: stukken,
    ) -> Stukken:
        """Gather the parts of a document from the records as these readers may have them.

        What others would not get all of, is confidential; ``toont`` gives the part that the document shows.
        """
        stukken = gather(self.opdracht.reeks_voor(self.reeks, kring))
        if not kring.ziet_vertrouwelijk:
            return stukken
        others = gather(self.opdracht.reeks_voor(self.reeks, ANDEREN))
        return replace(stukken, is_vertrouwelijk=toont(others) != toont(stukken))

    def deliver(self, soort_naam: str, stukken: Stukken, folder: Path) -> Path:
        """Make a document of this kind, put it in the folder, and return where it stands."""
        naam, content = self.make(soort_naam, stukken)
        if content is not None and not self.is_tegengehouden:
            self.place_word(folder / naam, content)
        return folder / naam

    def make(self, soort_naam: str, stukken: Stukken) -> tuple[str, bytes | None]:
        """Make a document of this kind from its template: its file name and content, and nothing is written."""
        soort = find_soort(soort_naam)
        sjabloon, naam = self._find_sjabloon(soort.sjabloon)
        if sjabloon is None:
            return soort.noem_bestand(stukken), None
        content, found = render(soort, stukken, sjabloon, naam)
        self.meldingen.extend(found)
        return soort.noem_bestand(stukken), self._mark(content, soort_naam) if content is not None else None

    def _mark(self, content: bytes, soort_naam: str) -> bytes:
        """Let a document that can be read back say which meeting and which record it is of."""
        from pipeline.inname import record_merk
        from pipeline.word.vingerafdruk import BRON, LEZERS, RECORD, STUK, read_stamp, stamp_extra

        stempel = read_stamp(content)
        if stempel is not None and find_soort(soort_naam).is_voor_voorzitter:
            return stamp_extra(content, {BRON: stempel.get(BRON), LEZERS: "voorzitter"})
        if soort_naam not in _TERUG_TE_LEZEN or stempel is None:
            return content
        stuk = f"{soort_naam} {self.reeks.tafel.id}/{self.datum.isoformat()}"
        record = record_merk(self.reeks.verslag(self.datum))
        return stamp_extra(content, {BRON: stempel.get(BRON), STUK: stuk, RECORD: record})

    def _find_sjabloon(self, naam: str) -> tuple[bytes | None, str]:
        """Take the template of the Tafel, else of the werkmap, else the packaged one."""
        paden, own = self.opdracht.inhoud.paden, self._find_eigen_sjabloon(naam)
        if own is None:
            places = paden.sjablonen(self.reeks.tafel.id, naam)
            other = next((found for p in places if (found := find_verkeerd_sjabloon(p))), None)
            if other is not None:
                text = f"{other.name} wordt niet gebruikt: het sjabloon moet {naam} heten en van dat soort zijn."
                self.meldingen.append(melding("sjabloon-naam", text, Bron(paden.show(other))))
            return packaged_sjabloon(naam), naam
        try:
            return read_bytes(own), paden.show(own)
        except OSError:
            self.meldingen.append(melding("sjabloon-onleesbaar", f"{paden.show(own)} kan niet worden gelezen."))
            return None, naam

    def read_sjabloon(self, naam: str) -> bytes | None:
        """Return the template of this name as it would be used; None where it cannot be read."""
        own = self._find_eigen_sjabloon(naam)
        try:
            return read_bytes(own) if own else packaged_sjabloon(naam)
        except OSError:
            return None

    def _find_eigen_sjabloon(self, naam: str) -> Path | None:
        """Return where the template of the Tafel stands, else that of the werkmap; None where neither has one."""
        paden = self.opdracht.inhoud.paden
        places = paden.sjablonen(self.reeks.tafel.id, naam)
        return next((p for p in places if is_file(p) and paden.is_inside(p)), None)

    def place_word(self, path: Path, content: bytes) -> None:
        """Put a Word file in its place, and its PDF beside it where that is asked for."""
        from pipeline.word.vingerafdruk import is_same, is_unchanged

        taken = self._read_taken(path)
        more = taken is not None and self._shows_more(path, taken, content)
        code = "afbeelding-alleen-in-word" if more else "word-gewijzigd"

        def may_go(data: bytes) -> bool:
            return (data == taken and not more) or is_unchanged(data)

        placed = self.place(path, content, may_go, code, is_same)
        if placed and self.keuze.pdf:
            self._place_pdf(placed.pad)

    def place(
        self,
        path: Path,
        content: bytes,
        is_unchanged: Callable[[bytes], bool],
        code: str = "word-gewijzigd",
        is_same: Callable[[bytes, bytes], bool] = operator.eq,
    ) -> Geplaatst | None:
        """Put a file in its place; None, with a Melding, where a person changed the one that stands there.

        ``is_same`` tells whether the one that stands there says, untouched, what would be written.
        """
        paden = self.opdracht.inhoud.paden
        try:
            placed = place_document(path, content, is_unchanged, self._voorkeur(), is_same)
        except FileBusyError as busy:
            self._report_busy(busy.path)
            return None
        if placed.geweigerd:
            said = f"{path.name} is met de hand gewijzigd nadat het is gemaakt."
            if code == "afbeelding-alleen-in-word":
                said = f"In {path.name} staat een afbeelding die in geen verslag staat."
            tekst = f"{said} Het is niet overschreven."
            self.meldingen.append(melding(code, tekst, Bron(paden.show(path))))
            return None
        self.geplaatst.append(placed)
        return placed

    def _shows_more(self, path: Path, taken: bytes, content: bytes) -> bool:
        """Tell whether a file that was read back holds a picture the new one would not have."""
        from pipeline.word.lezer import count_beelden

        return is_file(path) and read_bytes(path) == taken and count_beelden(taken) > count_beelden(content)

    def is_met_de_hand(self, path: Path) -> bool:
        """Tell whether a person changed a Word file that was not read back since."""
        from pipeline.word.vingerafdruk import is_unchanged

        content = read_bytes(path)
        return content != self._read_taken(path) and not is_unchanged(content)

    def _read_taken(self, path: Path) -> bytes | None:
        """Read the copy kept when a file was read back: unchanged since, it may be replaced."""
        kept = path.parent / BRONMAP / path.name
        try:
            return read_bytes(kept) if is_file(kept) else None
        except OSError:
            return None

    def _voorkeur(self) -> Voorkeur:
        if self.keuze.ernaast:
            return Voorkeur.ERNAAST
        return Voorkeur.OVERSCHRIJF if self.keuze.overschrijf else Voorkeur.LAAT_STAAN

    def _place_pdf(self, path: Path) -> None:
        from pipeline.omzetter import convert, find_omzetter

        omzetter = find_omzetter(self.opdracht.inhoud.organisatie.omzetter)
        if omzetter is None:
            self.meldingen.append(melding("geen-omzetter"))
            return
        results, found = convert(omzetter, [(path.name, read_bytes(path))])
        self.meldingen.extend(found)
        for content in results.values():
            target = path.with_suffix(".pdf")
            try:
                self.geplaatst.append(Geplaatst(target, write_atomic(target, content)))
            except FileBusyError as busy:
                self._report_busy(busy.path)

    def _report_busy(self, path: Path) -> None:
        shown = self.opdracht.inhoud.paden.show(path)
        tekst = f"{path.name} is open in een ander programma. Er is niets geschreven."
        self.meldingen.append(melding("in-gebruik", tekst, Bron(shown)))

    def finish(self, *vervolg: Vervolg, gegevens: object = None) -> Uitkomst:
        """Return what came of it; what is next is said only where a document was made."""
        show = self.opdracht.show
        made = tuple(
            Geschreven(show(g.pad), g.geschreven, show(g.bewaard) if g.bewaard else "") for g in self.geplaatst
        )
        return Uitkomst(made, tuple(self.meldingen), vervolg=vervolg if made else (), gegevens=gegevens)
