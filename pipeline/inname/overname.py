"""Taking minutes over: the text of the records, checked by reading it back before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pipeline.inname.delen import Verschil, vergelijk
from pipeline.inname.labels import norm_label
from pipeline.inname.onvolledig import tell_onvolledig
from pipeline.inname.record import VRAGEN, make_record, make_vergadering
from pipeline.model import Bron, Ernst, Melding, Tafel, Verslag, melding
from pipeline.notatie import make_brontekst, number_markers, parse_verslag, write_agenda, write_verslag


@dataclass(frozen=True, slots=True)
class Overname:
    """The records of one meeting, ready to be written; ``verslag`` is what the text says when it is read."""

    verslag: Verslag
    tekst: str
    agenda: str
    meldingen: tuple[Melding, ...] = ()


def prepare(
    gelezen: Verslag, tafel: Tafel, datum: date, vrij: tuple[int, int] = (1, 1), bestand: str = "verslag.md"
) -> Overname:
    """Make the records of a meeting from what was read of it; what does not come back the same is a fout.

    ``bestand`` is the name of the record, as Meldingen show it.
    """
    wanted = make_record(gelezen, tafel, datum, vrij)
    text = write_verslag(wanted)
    text, _ = number_markers(text, vrij[0], "A")
    text, _ = number_markers(text, vrij[1], "B")
    verslag, found = parse_verslag(make_brontekst(text, bestand), tafel, datum)
    # a question whether something is confidential stays in the record: there it is answered
    problems = tuple(m for m in found if m.ernst is Ernst.FOUT and m.code not in VRAGEN)
    return Overname(
        verslag,
        text,
        write_agenda(make_vergadering(verslag), tafel),
        (*problems, *_check(wanted, verslag, bestand), *_tell_numbers(gelezen, bestand)),
    )


def _check(wanted: Verslag, read: Verslag, bestand: str) -> tuple[Melding, ...]:
    """Tell what did not survive being written and read: no action or decision may get lost."""
    same = replace(wanted, actiepunten=(), besluiten=()), replace(read, actiepunten=(), besluiten=())
    lost = [v for v in vergelijk(*same) if not v.sleutel.startswith("kop:")]
    gone = [v for v in vergelijk(wanted, read) if v.sleutel.startswith(("actie:", "besluit:")) and not v.nieuw]
    return tell_onvolledig((*lost, *gone), bestand)


def _tell_numbers(gelezen: Verslag, bestand: str) -> tuple[Melding, ...]:
    """Tell that numbers had to be changed, once for the whole file."""
    labels = [a.label for a in gelezen.actiepunten if a.label]
    changed = [label for label in labels if norm_label(label) != label or labels.count(label) > 1]
    if not changed:
        return ()
    shown = ", ".join(dict.fromkeys(changed))
    text = f"Deze nummers konden zo niet blijven: {shown}. Ze staan in de kolom Toelichting."
    return (melding("nummer-aangepast", text, Bron(bestand)),)


def differences(bestaand: Verslag, nieuw: Verslag) -> tuple[Verschil, ...]:
    """Return in what an existing record differs from the one that would be written now."""
    return vergelijk(bestaand, nieuw)
