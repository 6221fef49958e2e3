"""Reading files of minutes for a command: their bytes, what is in them, and what the language pass proposes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.model import Actielijst, Melding, Organisatie, Verslag, Voorstel, melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import is_dir, is_file

if TYPE_CHECKING:
    from datetime import date

    from pipeline.lezen import Lezing


def in_werkmap(opdracht: Opdracht) -> bool:
    """Tell whether the command is given in a werkmap."""
    from pipeline.werkmap import find_werkmap

    return is_dir(opdracht.map) and find_werkmap(opdracht.map) is not None


def organisatie_of(opdracht: Opdracht) -> Organisatie:
    """Return the settings of the werkmap, where the command is given in one."""
    return opdracht.inhoud.organisatie if in_werkmap(opdracht) else Organisatie()


def read_bestand(opdracht: Opdracht, bestand: Path) -> bytes:
    """Read a file a user named; one that is not there ends the call."""
    from pipeline.werkmap import read_bytes

    path = opdracht.find(bestand)
    if not is_file(path):
        tekst = f"{bestand} is een map." if is_dir(path) else f"Het bestand {bestand} bestaat niet."
        hulp = "Een hele map leest u in met: regietafel lees MAP --neem-over" if is_dir(path) else ""
        opdracht.stop(melding("bestand-onleesbaar", tekst, hulp=hulp))
    try:
        return read_bytes(path)
    except OSError:
        opdracht.stop(melding("bestand-onleesbaar", f"{bestand} kan niet worden gelezen."))


def read_lezing(opdracht: Opdracht, data: bytes, naam: str) -> Lezing:
    """Say what is in the bytes of a file with this name."""
    from pipeline.lezen import followed_by, lees
    from pipeline.omzetter import find_omzetter

    with followed_by(opdracht.volgt):
        return lees(data, naam, omzetter=find_omzetter(organisatie_of(opdracht).omzetter) or "")


def as_word(opdracht: Opdracht, data: bytes, naam: str) -> bytes:
    """Return a file as a Word file, for what only Word files have: our stamp, tracked changes, comments."""
    from pipeline.lezen import to_docx

    return to_docx(data, naam, organisatie_of(opdracht).omzetter)


def read_word_lezing(opdracht: Opdracht, data: bytes, naam: str) -> Lezing:
    """Say what is in a Word file that may have been made of another: its name need not fit."""
    lezing = read_lezing(opdracht, data, naam)
    return replace(lezing, meldingen=tuple(m for m in lezing.meldingen if m.code != "extensie-klopt-niet"))


def read_alike(made: Lezing, copy: Lezing) -> Verslag | None:
    """Return what is in a document we made, read the way a copy of it was that may have lost our bookmarks.

    Then only what somebody changed differs, and not how the two were read.
    """
    from pipeline.lezen import build_verslag, is_eigen, without_bladwijzers

    if made.document is None or copy.document is None or is_eigen(copy.document):
        return made.verslag
    return build_verslag(without_bladwijzers(made.document))[0]


def find_voorstellen(
    opdracht: Opdracht,
    verslag: Verslag | None,
    meldingen: list[Melding],
    actielijst: Actielijst | None = None,
    volgende: date | None = None,
) -> tuple[Voorstel, ...]:
    """Let the language pass look for what nobody marked."""
    if verslag is None:
        return ()
    from pipeline.taal import check_model, limit_verslag, zoek_voorstellen

    model = organisatie_of(opdracht).taalmodel
    missing = check_model(model)
    if missing is not None:
        meldingen.append(missing)
    nlp = _load_nlp("" if missing else model)
    verslag, shortened = limit_verslag(verslag)
    meldingen += shortened
    found = zoek_voorstellen(verslag, nlp, actielijst=actielijst, volgende=volgende)
    return tuple(v for v in found if not _is_marked(v))


def _is_marked(voorstel: Voorstel) -> bool:
    """Tell whether the sentence carries a marker of this kind already."""
    from pipeline.markering import find_markeringen

    markers = find_markeringen(voorstel.bron.zin or "")
    return any(m.soort == voorstel.soort and not m.is_verwijzing for m in markers)


@cache
def _load_nlp(model: str) -> Any:
    """Load a model once per run: a folder of minutes needs it many times."""
    from pipeline.taal import build_nlp

    return build_nlp(model or None)
