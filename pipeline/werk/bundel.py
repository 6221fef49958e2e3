"""One PDF of the agenda and all its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pipeline.model import ANDEREN, SECRETARIAAT
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, pick_datum, require_agenda
from pipeline.werk.uitkomst import Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering


@dataclass(frozen=True, slots=True)
class MaakBundel(OverVergadering):
    """The bundle of a meeting: for everybody, or one of its own with what is confidential too."""

    daad: ClassVar[str] = "maak_bundel"
    met_vertrouwelijk: bool = False
    keuze: Keuze = Keuze()


def maak_bundel(opdracht: Opdracht, verzoek: MaakBundel) -> Uitkomst:
    """Make the bundle and read it back; with a fout nothing is made."""
    from pipeline.bundel import is_ongewijzigd, seal
    from pipeline.werk.agendastukken import bundel_naam, prepare_agenda
    from pipeline.werk.nalezing import Nalezing

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=False)
    require_agenda(opdracht, reeks, datum)
    levering = Levering(opdracht, reeks, datum, verzoek.keuze)
    kring = SECRETARIAAT if verzoek.met_vertrouwelijk else ANDEREN
    stukken = prepare_agenda(levering, (kring,))
    if stukken is not None:
        folder = opdracht.inhoud.paden.vergadering(reeks.tafel.id, datum)
        name = bundel_naam(levering, stukken.versie(kring).is_bundel_vertrouwelijk)
        content = seal(stukken.build_bundel(levering, kring))
        levering.meldingen += Nalezing(levering).check(kring, "wie het vertrouwelijke niet mag zien", {name: content})
        if not levering.is_tegengehouden:
            stukken.place_word(levering)
            levering.place(folder / name, content, is_ongewijzigd, "bundel-gewijzigd")
    mailing = {"zending": "agenda", "tafel": reeks.tafel.id, "datum": datum}
    text = "kijk de bundel na. De agenda verstuurt u met: {daad}"
    return levering.finish(Vervolg(text, "bereid_verzending_voor", mailing))
