"""Who gets a mailing: the lists of a table, resolved to addresses on the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.markering.adressen import Adres, Adreslezing, find_lid_adressen, meld_onleesbaar, read_adressen
from pipeline.model import Bron, Hoedanigheid, Lid, Melding, Tafel, Verzendlijst, lezerskring_van, melding

Zending = Literal["agenda", "verslag", "actielijst"]
_GROEPEN: dict[str, Hoedanigheid] = {"leden": "lid", "agendaleden": "agendalid", "toehoorders": "toehoorder"}
# Where tafel.yaml has no lists of its own: who sits at the table. Only members get what is confidential.
STANDAARD: tuple[Verzendlijst, ...] = (
    Verzendlijst("leden", ("leden",), vertrouwelijk=True),
    Verzendlijst("agendaleden", ("agendaleden",)),
    Verzendlijst("toehoorders", ("toehoorders",)),
)


@dataclass(frozen=True, slots=True)
class Ontvangers:
    """A list with the people who get its message; who was on an earlier list is not in it."""

    lijst: Verzendlijst
    adressen: tuple[Adres, ...]


def resolve_lijsten(tafel: Tafel, zending: Zending, datum: date) -> tuple[tuple[Ontvangers, ...], tuple[Melding, ...]]:
    """Return who gets what, list by list, and who cannot be reached.

    A person on two lists, by address, gets the message of the first. Who is a member is decided by ``datum``,
    the day of the meeting.
    """
    resolver = _Lijstlezer(tafel, datum)
    lists = tafel.verzendlijsten or STANDAARD
    found = [Ontvangers(lijst, tuple(resolver.read(lijst))) for lijst in lists if zending in (lijst.voor or (zending,))]
    return tuple(o for o in found if o.adressen), tuple(resolver.meldingen)


def find_ingewijden(tafel: Tafel, datum: date) -> frozenset[str]:
    """Return the addresses (in small letters) that are on a list that may see what is confidential."""
    lists = [lijst for lijst in tafel.verzendlijsten or STANDAARD if lezerskring_van(lijst).ziet_vertrouwelijk]
    return frozenset(adres.email.casefold() for lijst in lists for adres in _Lijstlezer(tafel, datum).read(lijst))


@dataclass
class _Lijstlezer:
    tafel: Tafel
    datum: date
    gezien: set[str] = field(default_factory=set)
    meldingen: list[Melding] = field(default_factory=list)

    def read(self, lijst: Verzendlijst) -> Iterator[Adres]:
        """Yield the addresses of a list that no earlier list has."""
        place = lijst.bron or self.tafel.bron
        for lid in dict.fromkeys(lid for word in lijst.wie for lid in self._members(word, place)):
            yield from self._member(lid)
        for written in lijst.adressen:
            yield from self._take(read_adressen(written), place)

    def _members(self, word: str, place: Bron | None) -> tuple[Lid, ...]:
        if word.casefold() in _GROEPEN:
            now = self.tafel.leden_op(self.datum)
            return tuple(lid for lid in now if lid.hoedanigheid == _GROEPEN[word.casefold()])
        found = self.tafel.find_leden(word, self.datum)
        if len(found) > 1:
            who = ", ".join(f"{lid.naam} (id {lid.id})" for lid in found)
            text = f"In een verzendlijst staat {word}, maar zo heten er meer: {who}. Zij krijgen geen mail."
            self.meldingen.append(melding("persoon-niet-eenduidig", text, place))
        elif not found and not self.tafel.find_leden(word):
            text = f"In een verzendlijst staat {word}, maar dat is geen id, naam of functie van een lid."
            self.meldingen.append(melding("persoon-onbekend", text, place))
        return found if len(found) == 1 else ()

    def _member(self, lid: Lid) -> Iterator[Adres]:
        if lid.email:
            yield from self._take(find_lid_adressen(lid), lid.bron)
        else:
            text = f"Van {lid.naam} is geen e-mailadres bekend. Deze persoon krijgt geen mail."
            self.meldingen.append(melding("lid-zonder-adres", text, lid.bron))

    def _take(self, lezing: Adreslezing, place: Bron | None) -> Iterator[Adres]:
        """Yield the addresses that are new; what is none is reported."""
        self.meldingen += (meld_onleesbaar(piece, place) for piece in lezing.onleesbaar)
        for adres in lezing.adressen:
            if adres.email.casefold() not in self.gezien:
                self.gezien.add(adres.email.casefold())
                yield adres
