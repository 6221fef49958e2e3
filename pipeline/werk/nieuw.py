"""A new werkmap."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pipeline.model import melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import Verzoek


@dataclass(frozen=True, slots=True)
class Nieuw(Verzoek):
    """A werkmap in a folder that is not there yet, or is empty (``map``)."""

    daad: ClassVar[str] = "nieuw"
    map: Path = Path()


def nieuw(opdracht: Opdracht, verzoek: Nieuw) -> Uitkomst:
    """Make a werkmap with a table, the templates and a first meeting to practise with; ``gegevens`` is its folder."""
    from pipeline.documenten import DOCUMENTSOORTEN, packaged_sjabloon
    from pipeline.rondzending import MAILSJABLONEN
    from pipeline.werkmap import create_werkmap, exists, is_dir, list_dir

    root = opdracht.map / verzoek.map
    if exists(root) and (not is_dir(root) or list_dir(root)):
        tekst = f"{root} bestaat al en is niet leeg. Er is niets geschreven."
        opdracht.stop(melding("bestand-onleesbaar", tekst, hulp="Kies een andere naam voor de werkmap."))
    names = (*(soort.sjabloon for soort in DOCUMENTSOORTEN), *MAILSJABLONEN)
    written = create_werkmap(root, {name: packaged_sjabloon(name) for name in names}, opdracht.op)
    made = tuple(Geschreven(path.relative_to(root).as_posix()) for path in written)
    return Uitkomst(made, vervolg=(Vervolg("{daad}", "maak_agenda"),), gegevens=root)
