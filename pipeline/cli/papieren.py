"""The papers of a meeting: read, looked into, and turned into PDF in one run of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.cli.levering import Levering
from pipeline.documenten import Stukken, find_soort
from pipeline.model import Agendapunt, Bijlage, Bron, Ernst, Melding, Reeks, Vergadering, melding


@dataclass(frozen=True, slots=True)
class Papier:
    """A paper of an agenda item, with its file as it stands in the werkmap (``bron`` is its place there)."""

    bijlage: Bijlage
    punt: Agendapunt
    bestand: str
    bron: str
    inhoud: bytes

    @property
    def is_vertrouwelijk(self) -> bool:
        """Tell whether the paper or its item is confidential."""
        return self.bijlage.vertrouwelijk or self.punt.vertrouwelijk


def read_papieren(levering: Levering, vergadering: Vergadering) -> tuple[Papier, ...]:
    """Read all papers of an agenda; what is missing or cannot be opened is reported, all of it at once.

    A paper that is only announced, without a file, is reported and left out.
    """
    from pipeline.bundel import MAX_BYTES, check_stuk

    found: list[Papier] = []
    room = MAX_BYTES
    for punt in vergadering.agendapunten:
        for bijlage in punt.bijlagen:
            path = _find_path(levering, bijlage)
            content = _read(levering, bijlage, path, room) if path else None
            if path is None or content is None:
                continue
            room -= len(content)
            shown = levering.opdracht.inhoud.paden.show(path)
            levering.meldingen.extend(check_stuk(content, shown))
            found.append(Papier(bijlage, punt, path.name, shown, content))
    return tuple(found)


def _find_path(levering: Levering, bijlage: Bijlage) -> Path | None:
    if bijlage.verslag_van:
        return _find_verslag(levering, levering.reeks, bijlage)
    if not bijlage.bestand:
        text = f"Van de bijlage {bijlage.titel} is nog geen bestand genoemd. Zij gaat niet mee."
        levering.meldingen.append(melding("bijlage-ontbreekt", text, bijlage.bron))
        return None
    paden = levering.opdracht.inhoud.paden
    wanted = paden.bijlagen(levering.reeks.tafel.id, levering.datum) / bijlage.bestand.replace("\\", "/")
    path = _find_any_case(wanted)
    if path is None:
        text = f"De bijlage {bijlage.bestand} staat op de agenda, maar niet in de map bijlagen."
        levering.meldingen.append(melding("bijlage-ontbreekt", text, bijlage.bron, ernst=Ernst.FOUT))
    elif not paden.is_inside(path):
        levering.meldingen.append(melding("buiten-werkmap", "", Bron(paden.show(path))))
        return None
    return path


def _find_any_case(path: Path) -> Path | None:
    """Find a file whatever the capitals in its name: Windows, where it is typed, does not see them."""
    if path.is_file():
        return path
    folder = path.parent
    names = folder.iterdir() if folder.is_dir() else iter(())
    return next((p for p in names if p.is_file() and p.name.casefold() == path.name.casefold()), None)


def _find_verslag(levering: Levering, reeks: Reeks, bijlage: Bijlage) -> Path | None:
    """Find the minutes of the previous meeting as Word file, under the name they have there."""
    datum = bijlage.verslag_van
    assert datum is not None
    verslag, paden = reeks.verslag(datum), levering.opdracht.inhoud.paden
    if verslag is not None:
        name = find_soort("verslag").noem_bestand(Stukken(levering.opdracht.inhoud.organisatie, reeks.tafel,
                                                          reeks.vergadering(datum), verslag))  # fmt: skip
        path = paden.verslagmap(reeks.tafel.id, datum) / name
        if path.is_file():
            return path
    text = f"Het verslag van {datum.isoformat()} hoort bij deze agenda, maar is er nog niet in Word."
    hulp = f"Maak het met: regietafel verslag {reeks.tafel.id} {datum.isoformat()}"
    levering.meldingen.append(melding("bijlage-ontbreekt", text, Bron(paden.show(paden.agenda(reeks.tafel.id,
                              levering.datum))), hulp, Ernst.FOUT))  # fmt: skip
    return None


def _read(levering: Levering, bijlage: Bijlage, path: Path, room: int) -> bytes | None:
    from pipeline.werkmap import read_bytes

    shown = levering.opdracht.inhoud.paden.show(path)
    try:
        if path.stat().st_size > room:
            text = f"Met {path.name} erbij zijn de stukken samen te groot voor een bundel."
            levering.meldingen.append(melding("bestand-te-groot", text, Bron(shown)))
            return None
        return read_bytes(path)
    except OSError:
        levering.meldingen.append(melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)))
        return None


@dataclass(frozen=True, slots=True)
class Omgezet:
    """Files as PDF, by the name they were given; one that could not be converted is not in it."""

    pdfs: dict[str, bytes]
    meldingen: tuple[Melding, ...]


def convert_all(levering: Levering, word: Sequence[tuple[str, bytes]], papieren: Sequence[Papier]) -> Omgezet:
    """Turn Word documents (name, content) and papers (by ``bron``) into PDF, with one run of LibreOffice for all."""
    from pipeline.bundel import Papiersoort, beeld_to_pdf, find_papiersoort
    from pipeline.omzetter import find_omzetter

    pdfs: dict[str, bytes] = {}
    meldingen: list[Melding] = []
    office = list(word)
    for papier in papieren:
        soort = find_papiersoort(papier.bestand)
        if soort is Papiersoort.KANTOOR:
            office.append((papier.bron, papier.inhoud))
        elif soort is Papiersoort.BEELD:
            content, found = beeld_to_pdf(papier.inhoud, papier.bron)
            meldingen += found
            pdfs |= {papier.bron: content} if content else {}
        else:
            pdfs[papier.bron] = papier.inhoud
    omzetter = find_omzetter(levering.opdracht.inhoud.organisatie.omzetter)
    if office and omzetter is None:
        names = ", ".join(Path(name).name for name, _ in office)
        meldingen.append(melding("omzetter-ontbreekt", f"LibreOffice is nodig om een PDF te maken van: {names}."))
    elif office and omzetter is not None:
        converted, failed = _convert_each(omzetter, office)
        pdfs |= converted
        meldingen += failed
    return Omgezet(pdfs, tuple(meldingen))


def _convert_each(omzetter: str, office: Sequence[tuple[str, bytes]]) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Convert all in one run; where that fails, each of those left on its own: one bad file stops them all."""
    from pipeline.omzetter import convert

    pdfs, failed = convert(omzetter, office)
    left = [(name, content) for name, content in office if name not in pdfs]
    if not left or len(office) == 1:
        return pdfs, failed
    meldingen = [m for m in failed if m.code != "omzetten-mislukt"]
    for name, content in left:
        single, again = convert(omzetter, [(name, content)])
        pdfs |= single
        meldingen += again
    return pdfs, tuple(dict.fromkeys(meldingen))


def iter_bundelstukken(papieren: Sequence[Papier], pdfs: dict[str, bytes]) -> Iterator[tuple[Papier, bytes]]:
    """Give each paper with its PDF."""
    return ((papier, pdfs[papier.bron]) for papier in papieren if papier.bron in pdfs)
