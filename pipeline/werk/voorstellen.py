"""What the language pass proposes of the minutes of a meeting, accepted or refused by a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from pipeline.inname.keuzelijst import words_of
from pipeline.model import Aanmelding, AanmeldingBesluit, GelegdeKoppeling, Melding, Reeks, Register, Verslag, melding
from pipeline.werk.aangemeld import Agendabesluit, decide
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.inname.keuzelijst import Keuze, Keuzelijst
    from pipeline.planning import Wachtende

__all__ = [
    "BeoordeelVoorstel", "Keuze", "ToonVoorstellen", "Voorstellenlijst", "beoordeel_voorstel", "toon_voorstellen",
    "words_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToonVoorstellen(OverVergadering):
    """What there is to decide on in the minutes of a meeting; without a date in the last there are."""

    daad: ClassVar[str] = "toon_voorstellen"


@dataclass(frozen=True, slots=True)
class BeoordeelVoorstel(OverVergadering):
    """Proposals to take (``neem_over``) and to refuse (``wijs_af``, with a ``reden``), by their marks or ``alle``."""

    daad: ClassVar[str] = "beoordeel_voorstel"
    neem_over: str = ""
    wijs_af: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Voorstellenlijst:
    """What there is to decide on in the minutes of one meeting; ``vervallen`` are links whose words have changed."""

    reeks: Reeks
    datum: date
    lijst: Keuzelijst
    vervallen: frozenset[GelegdeKoppeling]

    @property
    def register(self) -> Register:
        """What was added to these minutes; empty where there is nothing yet."""
        return self.reeks.registers.get(self.datum) or Register(self.reeks.tafel.id, self.datum)


def toon_voorstellen(opdracht: Opdracht, verzoek: ToonVoorstellen) -> Uitkomst:
    """Say what there is to decide on: not what was refused before, nor what a row says already."""
    found, meldingen = _collect(opdracht, verzoek)
    meeting = {"tafel": found.reeks.tafel.id, "datum": found.datum}
    following: tuple[Vervolg, ...] = ()
    if found.lijst.alle:
        merk = next(iter(found.lijst.alle))
        following = (Vervolg(f"{{daad}} --neem-over {merk} of --wijs-af {merk}", "toon_voorstellen", meeting),)
    return Uitkomst(meldingen=meldingen, vervolg=following, gegevens=found)


def beoordeel_voorstel(opdracht: Opdracht, verzoek: BeoordeelVoorstel) -> Uitkomst:
    """Carry out what was chosen: in the record, in the register of minutes that went round, or on the next agenda.

    Where that is nothing, ``gegevens`` is the list.
    """
    from pipeline.werk.beslissen import Schrijver

    found, meldingen = _collect(opdracht, verzoek)
    taken, refused = _read_kenmerken(verzoek.neem_over, found), _read_kenmerken(verzoek.wijs_af, found)
    if not (taken or refused):
        return Uitkomst(meldingen=meldingen, gegevens=found)
    alle = found.lijst.alle
    if not verzoek.reden and any(isinstance(alle[merk], Aanmelding) for merk in refused):
        raise VerkeerdVerzoek("zeg bij een agendapunt waarom u het afwijst, met --reden.")
    schrijver = Schrijver(opdracht, found.reeks, found.datum)
    for merk, item in alle.items():
        if merk in taken and merk not in refused and not isinstance(item, Aanmelding):
            schrijver.accept(item)
    for merk, item in reversed(alle.items()):
        if merk in refused and not isinstance(item, Aanmelding):
            schrijver.refuse(item, verzoek.reden)
    meldingen = (*meldingen, *schrijver.write())
    written = tuple(Geschreven(opdracht.show(path)) for path in schrijver.geschreven)
    meeting = {"tafel": found.reeks.tafel.id, "datum": found.datum}
    following = (Vervolg("{daad}", "controleer", meeting),) if written else ()
    later = tuple(_decide_uitgesteld(opdracht, found, verzoek, (*taken, *refused), refused))
    return Uitkomst(
        written,
        (*meldingen, *(m for outcome in later for m in outcome.meldingen)),
        tuple(line for outcome in later for line in outcome.gedaan),
        vervolg=(*following, *(v for outcome in later for v in outcome.vervolg)),
    )


def _collect(opdracht: Opdracht, verzoek: OverVergadering) -> tuple[Voorstellenlijst, tuple[Melding, ...]]:
    from pipeline.inname.keuzelijst import make_keuzelijst
    from pipeline.voortgang import fold_acties, list_vervallen
    from pipeline.werk.lezing import find_voorstellen

    reeks = opdracht.reeks(verzoek.tafel)
    datum, verslag = _pick_verslag(opdracht, reeks, verzoek.datum)
    meldingen: list[Melding] = []
    stand = fold_acties(reeks, datum - timedelta(days=1))[0]
    register = reeks.registers.get(datum) or Register(reeks.tafel.id, datum)
    vervallen = frozenset(list_vervallen(reeks, datum))
    found = find_voorstellen(opdracht, verslag, meldingen, stand, reeks.volgende(datum))
    put_off = (w.aanmelding for w in _uitgesteld(opdracht, reeks, datum))
    lijst = make_keuzelijst(found, verslag, register, vervallen, put_off)
    return Voorstellenlijst(reeks, datum, lijst, vervallen), tuple(meldingen)


def _pick_verslag(opdracht: Opdracht, reeks: Reeks, gevraagd: date | None) -> tuple[date, Verslag]:
    """Return the minutes asked for, else the last there are."""
    recorded = reeks.verslagen_tot(opdracht.op)
    datum = recorded[-1].datum if recorded and not gevraagd else pick_datum(opdracht, reeks, gevraagd, gehouden=True)
    verslag = reeks.verslag(datum)
    if verslag is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van {datum.isoformat()} is er nog geen verslag."))
    return datum, verslag


def _uitgesteld(opdracht: Opdracht, reeks: Reeks, datum: date) -> Iterator[Wachtende]:
    """Give the items that this meeting put off and that nobody decided on."""
    from pipeline.planning import find_wachtende

    for waiting in find_wachtende(reeks, opdracht.inhoud.reeksen, opdracht.nu):
        if waiting.plaats is None and waiting.aanmelding.uit.startswith(f"{reeks.tafel.id}/{datum.isoformat()}/"):
            yield waiting


def _read_kenmerken(written: str, found: Voorstellenlijst) -> tuple[str, ...]:
    """Read ``akt7m,v3p9x`` or ``alle``; what is not in the list is wrong usage, and then nothing is done."""
    words = [word.strip().casefold() for word in written.split(",") if word.strip()]
    marks = found.lijst.alle
    if words == ["alle"]:
        return tuple(marks)
    for word in words:
        if word.isdecimal():
            raise VerkeerdVerzoek(f"kies een voorstel met zijn kenmerk, niet met een nummer: {word} zegt niet welk.")
        if word not in marks:
            raise VerkeerdVerzoek(
                f"{word} staat niet in de lijst. Het is al overgenomen of afgewezen, of de tekst is veranderd. "
                f"Kijk opnieuw met: regietafel voorstellen {found.reeks.tafel.id} {found.datum}"
            )
    return tuple(dict.fromkeys(words))


def _decide_uitgesteld(
    opdracht: Opdracht,
    found: Voorstellenlijst,
    verzoek: BeoordeelVoorstel,
    chosen: tuple[str, ...],
    refused: tuple[str, ...],
) -> Iterator[Uitkomst]:
    """Put the items that were put off on the next agenda, or decline them, as ``aangemeld`` does."""
    for merk in chosen:
        item = found.lijst.alle[merk]
        if not isinstance(item, Aanmelding):
            continue
        opdracht.reload()
        reeks = opdracht.reeks(found.reeks.tafel.id)
        later = (v.datum for v in reeks.vergaderingen if v.datum > found.datum and v.datum >= opdracht.op)
        coming = pick_datum(opdracht, reeks, next(later, reeks.volgende(found.datum)), gehouden=False)
        wat: AanmeldingBesluit = "afgewezen" if merk in refused else "opgenomen"
        besluit = Agendabesluit(wat, verzoek.reden, coming)
        for waiting in list(_uitgesteld(opdracht, reeks, found.datum)):
            if waiting.aanmelding.uit == item.uit:
                yield decide(opdracht, reeks, waiting, besluit)
