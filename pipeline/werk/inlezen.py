"""Minutes as people send them: what is in a file, and taken over into the werkmap, one file or hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pipeline.model import Bron, Melding, Notitie, Voorstel, melding
from pipeline.werk.lezing import find_voorstellen, read_bestand, read_lezing
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.overname import (
    Bestemming,
    Innamestand,
    Innamestuk,
    Innameuitslag,
    Innamewens,
    find_bestemming,
    read_stuk,
    take_foreign,
    write_wijziging,
)
from pipeline.werk.terugnemen import take_back
from pipeline.werk.uitkomst import Geschreven, Uitkomst
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.inname import Kant, Verschil
    from pipeline.lezen import Lezing
    from pipeline.model.document import Wijziging

__all__ = [
    "Gelezen", "Ingenomen", "Innamewens", "Kant", "LeesIn", "Lezing", "NeemOver", "Verschil", "Wijziging", "expand",
    "lees_in", "neem_over", "write_wijziging",
]  # fmt: skip

_SOORTEN = frozenset((".docx", ".docm", ".pdf", ".txt", ".md", ".odt", ".doc", ".rtf"))


@dataclass(frozen=True, slots=True)
class LeesIn(Verzoek):
    """What is in a file of minutes."""

    daad: ClassVar[str] = "lees_in"
    bestand: Path = Path()


@dataclass(frozen=True, slots=True)
class NeemOver(Verzoek):
    """Files, and those in folders, into the records of the werkmap."""

    daad: ClassVar[str] = "neem_over"
    bestanden: tuple[Path, ...] = ()
    wens: Innamewens = Innamewens()


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What is in a file, and what the language pass proposes of it."""

    lezing: Lezing
    voorstellen: tuple[Voorstel, ...]
    meldingen: tuple[Melding, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the object of the contract (design, section 6), without what the language pass has to say."""
        from pipeline.lezen import to_json

        found: dict[str, Any] = to_json(self.lezing, self.voorstellen)
        return found


@dataclass(frozen=True, slots=True)
class Ingenomen:
    """What became of one file; ``uitkomst`` is a word for the summary: ``overgenomen``, ``al overgenomen`` ..."""

    bestand: Path
    uitkomst: str
    tafel: str
    datum: date | None
    acties: int
    notities: tuple[Notitie, ...]
    geschreven: tuple[str, ...]
    verschillen: tuple[Verschil, ...]
    botsingen: tuple[Verschil, ...]
    meldingen: tuple[Melding, ...]


def lees_in(opdracht: Opdracht, verzoek: LeesIn) -> Uitkomst:
    """Say what is in a file; where nothing can be read ``gegevens.lezing.verslag`` is None. Nothing is written."""
    lezing = read_lezing(opdracht, read_bestand(opdracht, verzoek.bestand), verzoek.bestand.name)
    meldingen: list[Melding] = []
    voorstellen = find_voorstellen(opdracht, lezing.verslag, meldingen)
    told = (*lezing.meldingen, *meldingen)
    return Uitkomst(meldingen=told, gegevens=Gelezen(lezing, voorstellen, tuple(meldingen)))


def neem_over(opdracht: Opdracht, verzoek: NeemOver) -> Uitkomst:
    """Take over files, oldest meeting first; a bad one does not stop the rest, and what is done stays done."""
    bank, wens = Innamestand(opdracht), verzoek.wens
    stukken, failed = _read_all(opdracht, tuple(expand(opdracht, verzoek.bestanden)), wens)
    bestemmingen = [find_bestemming(bank, stuk, wens) for stuk in sorted(stukken, key=_day)]
    if opdracht.vragen and opdracht.mag_vragen:
        return Uitkomst(gegevens=())
    for bestemming in bestemmingen:
        _take_over(bank, bestemming, wens)
        if len(bestemmingen) > 1:
            opdracht.settle()
    done = tuple(_freeze(opdracht, uitslag) for uitslag in (*failed, *(b.uitslag for b in bestemmingen)))
    return Uitkomst(
        tuple(Geschreven(pad) for uitslag in done for pad in uitslag.geschreven),
        tuple(m for uitslag in done for m in uitslag.meldingen),
        gegevens=done,
    )


def expand(opdracht: Opdracht, bestanden: Iterable[Path], ook: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Give the files, and of a folder every file that may hold minutes (or is ``ook`` wanted), in order of name."""
    from pipeline.werkmap import is_dir, is_file, walk

    for bestand in bestanden:
        path = opdracht.find(bestand)
        if not is_dir(path):
            yield path
            continue
        for found in sorted(walk(path)):
            hidden = any(part.startswith((".", "~")) for part in found.relative_to(path).parts)
            if is_file(found) and not hidden and found.suffix.lower() in _SOORTEN | ook:
                yield found


def _read_all(
    opdracht: Opdracht, paths: tuple[Path, ...], wens: Innamewens
) -> tuple[list[Innamestuk], list[Innameuitslag]]:
    from pipeline.werkmap import read_bytes

    if len(paths) == 1:
        return [read_stuk(opdracht, paths[0], read_bestand(opdracht, paths[0]), wens)], []
    stukken: list[Innamestuk] = []
    failed: list[Innameuitslag] = []
    for path in opdracht.track("Lezen", paths):
        try:
            stukken.append(read_stuk(opdracht, path, read_bytes(path), wens))
        except OSError:
            text = f"{path.name} kan niet worden gelezen."
            found = melding("bestand-onleesbaar", text, Bron(path.name))
            failed.append(Innameuitslag(path, "niet te lezen", meldingen=[found]))
    return stukken, failed


def _day(stuk: Innamestuk) -> tuple[str, str]:
    datum = stuk.lezing.datum
    return (datum.isoformat() if datum else "9999", str(stuk.pad))


def _take_over(bank: Innamestand, bestemming: Bestemming, wens: Innamewens) -> None:
    """Bring one file into the records; nothing that is there is overwritten."""
    if bestemming.reeks is None:
        return
    reeks = bank.reeks(bestemming.reeks.tafel.id)
    take = take_back if bestemming.is_eigen else take_foreign
    take(bank, bestemming.stuk, reeks, wens, bestemming.uitslag)


def _freeze(opdracht: Opdracht, uitslag: Innameuitslag) -> Ingenomen:
    return Ingenomen(
        uitslag.bestand,
        uitslag.uitkomst,
        uitslag.tafel,
        uitslag.datum,
        uitslag.acties,
        uitslag.notities,
        tuple(opdracht.show(path) for path in uitslag.geschreven),
        uitslag.verschillen,
        uitslag.botsingen,
        tuple(uitslag.meldingen),
    )
