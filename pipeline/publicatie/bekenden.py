"""Everybody the records know by name, and how each of them appears in public (issue: naam, functie or nee)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.markering import format_datum
from pipeline.markering.adressen import read_adressen
from pipeline.model import Deelnemer, Hoedanigheid, Lid, Openbaarheid, Openbaarheidsregels, Persoon, Reeks, Tafel
from pipeline.wie.lexicon import AMBTENAREN, BESTUURDERS, FUNCTIEWOORD
from pipeline.wie.namen import is_wellicht_dezelfde
from pipeline.wie.personen import parse_persoon


@dataclass(frozen=True, slots=True)
class Bekende:
    """A person on some list: how he appears (``openbaar``), why, and what can stand in place of the name.

    ``functie`` is empty where nothing but the mark can; ``bij`` are the organisation and group he belongs to,
    which tell two people of one name apart; ``email`` is his own address. ``vraag`` says why a name that may be seen
    is asked about all the same: the office was not held on the day of the meeting.
    """

    persoon: Persoon
    openbaar: Openbaarheid
    reden: str
    functie: str = ""
    bij: tuple[str, ...] = ()
    email: str = ""
    vraag: str = ""

    @property
    def naam(self) -> str:
        """The name as a list shows it."""
        return self.persoon.naam


def collect_bekenden(reeks: Reeks, datum: date, reeksen: Iterable[Reeks] = ()) -> tuple[Bekende, ...]:
    """Collect everybody the records name: those of the meeting first, then all lists of all tables.

    Who is on several lists appears by the first that says how; a person of another table without a word of its
    own is not named.
    """
    found = [
        *_of_meeting(reeks, datum),
        *_of_leden(reeks.tafel, datum),
        *(_deelnemer(d, reeks.tafel) for v in reeks.verslagen for d in v.deelnemers),
        *(_deelnemer(d, reeks.tafel) for v in reeks.vergaderingen for d in v.deelnemers),
        *_of_lists(reeks.tafel),
        *(b for other in reeksen if other.tafel.id != reeks.tafel.id for b in _of_other(other, datum)),
    ]
    return tuple(_merge(b for b in found if b is not None))


def decide(
    openbaar: str, functie: str, hoedanigheid: Hoedanigheid | None, regels: Openbaarheidsregels
) -> tuple[Openbaarheid, str]:
    """Say how a person appears and why: his own field, a rule for his function, his kind, else not by name."""
    if openbaar in ("naam", "functie", "nee"):
        return openbaar, "eigen veld openbaar"  # type: ignore[return-value]
    folded = functie.casefold()
    for regel in regels.functies:
        if regel.functie.casefold() in folded:
            return regel.openbaar, f"regel voor {regel.functie}"
    if any(word in folded for word in BESTUURDERS) and not any(word in folded for word in AMBTENAREN):
        return "naam", "bestuurder"
    if any(word in folded for word in AMBTENAREN):
        return "functie", "ambtenaar of medewerker"
    own = {"lid": regels.leden, "agendalid": regels.agendaleden, "toehoorder": regels.toehoorders}
    by_kind = own[hoedanigheid] if hoedanigheid else None  # a guest on no list is no member
    if by_kind is not None:
        return by_kind, f"regel voor {hoedanigheid}"
    return ("functie" if functie else "nee"), "niet bekend als bestuurder"


def is_persoonsnaam(persoon: Persoon) -> bool:
    """Tell whether this is a person's name, and not a function that stands in its place."""
    if not persoon.achternaam:
        return False
    if persoon.aanhef:
        return True
    shown = persoon.weergave or persoon.achternaam
    if FUNCTIEWOORD.search(shown) or any(c.isdigit() for c in shown):
        return False
    words = persoon.achternaam.split()
    return all(w[:1].isupper() for w in words) and any(c.islower() for c in words[-1])


def _of_meeting(reeks: Reeks, datum: date) -> Iterator[Bekende | None]:
    """Those of the meeting, whose own line may say otherwise than the list of members."""
    leden = {lid.id: lid for lid in reeks.tafel.leden}
    for deelnemer in reeks.deelnemers(datum):
        lid = leden.get(deelnemer.lid) or _same_lid(deelnemer, reeks.tafel, datum)
        if lid is not None and not deelnemer.openbaar:
            deelnemer = replace(deelnemer, openbaar=lid.openbaar)  # noqa: PLW2901 - the same person, better known
        yield _deelnemer(deelnemer, reeks.tafel, lid)


def _same_lid(deelnemer: Deelnemer, tafel: Tafel, datum: date) -> Lid | None:
    if deelnemer.persoon is None or not is_persoonsnaam(deelnemer.persoon):
        return None
    bodies = {deelnemer.organisatie, deelnemer.groep} - {""}
    same = [
        lid
        for lid in tafel.leden
        if lid.is_lid_op(datum) and is_wellicht_dezelfde(lid.persoon, deelnemer.persoon)
        and (not bodies or bodies & {lid.organisatie, lid.groep})
    ]  # fmt: skip
    return same[0] if len(same) == 1 else None


def _lid(lid: Lid, tafel: Tafel) -> Bekende | None:
    persoon = _named(lid.persoon)
    if persoon is None:
        return None
    says = " ".join((lid.functie, lid.rol))
    openbaar, reden = decide(lid.openbaar, says, lid.hoedanigheid, tafel.openbaarheid)
    functie = _in_place(lid.functie or lid.rol, lid.organisatie)
    return Bekende(persoon, openbaar, reden, functie, _at(lid.organisatie, lid.groep), lid.email)


def _deelnemer(deelnemer: Deelnemer, tafel: Tafel, lid: Lid | None = None) -> Bekende | None:
    persoon = _named(deelnemer.persoon)
    if persoon is None:
        return None
    own = lid.functie if lid else ""
    says = " ".join((deelnemer.rol, own))
    kind = deelnemer.hoedanigheid or (lid.hoedanigheid if lid else None)
    openbaar, reden = decide(deelnemer.openbaar, says, kind, tafel.openbaarheid)
    body = deelnemer.organisatie or (lid.organisatie if lid else "") or deelnemer.groep
    functie = _in_place(own or deelnemer.rol, body)
    return Bekende(
        persoon, openbaar, reden, functie, _at(deelnemer.organisatie, deelnemer.groep), lid.email if lid else ""
    )


def _of_leden(tafel: Tafel, datum: date) -> Iterator[Bekende | None]:
    """Those who are a member on the day of the meeting, and then those of another time, who are asked about."""
    yield from (_lid(lid, tafel) for lid in tafel.leden_op(datum))
    for lid in tafel.leden:
        known = _lid(lid, tafel) if not lid.is_lid_op(datum) else None
        if known is not None:
            yield replace(known, vraag=f"was op {format_datum(datum)} geen lid van de {tafel.kort}")


def _of_lists(tafel: Tafel) -> Iterator[Bekende | None]:
    """Those who only stand on a mailing list, or as the chair or secretary of the table."""
    addresses = (a for lijst in tafel.verzendlijsten for text in lijst.adressen for a in read_adressen(text).adressen)
    written = [adres.naam for adres in addresses if adres.naam]
    known = {lid.id for lid in tafel.leden}
    roles = [(name, role) for name, role in ((tafel.voorzitter, "voorzitter"), (tafel.secretaris, "secretaris"))
             if name not in known]  # fmt: skip
    for name, role in (*((n, "") for n in written), *roles, *((n, "") for n in tafel.actiehouders)):
        persoon = _named(parse_persoon(name))
        if persoon is not None:
            openbaar, reden = decide("", role, None, Openbaarheidsregels())
            yield Bekende(persoon, openbaar, reden, _in_place(role, tafel.kort) if role else "")


def _of_other(other: Reeks, datum: date) -> Iterator[Bekende | None]:
    tafel = other.tafel
    yield from _of_leden(tafel, datum)
    yield from (_deelnemer(d, tafel) for v in other.verslagen for d in v.deelnemers)
    yield from _of_lists(tafel)


def _named(persoon: Persoon | None) -> Persoon | None:
    """Return a person with a name in parts; a name that is only shown whole is read first."""
    if persoon is None:
        return None
    if not persoon.achternaam and persoon.weergave:
        read = parse_persoon(persoon.weergave)
        persoon = read if read is not None else persoon
    return persoon if is_persoonsnaam(persoon) else None


def _in_place(functie: str, organisatie: str) -> str:
    """Return what stands where the name stood: ``de regiomanager (COA)``."""
    name = functie.strip()
    if not name and not organisatie:
        return ""
    name = name or "vertegenwoordiger"
    bracket = f" ({organisatie})" if organisatie and organisatie.casefold() not in name.casefold() else ""
    return f"de {name}{bracket}"


def _at(*bodies: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body for body in bodies if body))


def _merge(bekenden: Iterable[Bekende]) -> Iterator[Bekende]:
    """Join what several lists say of one person; a list that is stricter than the first makes him no stricter."""
    seen: list[Bekende] = []
    for bekende in bekenden:
        index = next((n for n, known in enumerate(seen) if _is_one(known, bekende)), None)
        if index is None:
            seen.append(bekende)
        else:
            seen[index] = _join(seen[index], bekende)
    yield from seen


def _is_one(known: Bekende, other: Bekende) -> bool:
    """Tell whether two entries are taken for one person: with a body in common, or who appear alike anyhow."""
    if not is_wellicht_dezelfde(known.persoon, other.persoon):
        return False
    return bool(set(known.bij) & set(other.bij)) or known.openbaar == other.openbaar


def _join(first: Bekende, other: Bekende) -> Bekende:
    longest = max((first.persoon, other.persoon), key=lambda p: len(p.voorletters))
    return replace(
        first,
        persoon=longest,
        functie=first.functie or other.functie,
        bij=_at(*first.bij, *other.bij),
        email=first.email or other.email,
    )
