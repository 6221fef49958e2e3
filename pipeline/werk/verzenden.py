"""A mailing: prepared as drafts, sent by the program, or written down as sent by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from pipeline.model import Bron, Lezerskring, Melding, Reeks, Vrijgave, melding
from pipeline.werk.levering import Levering
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek, pick_datum, require_agenda
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering

if TYPE_CHECKING:
    from pipeline.documenten import Stukken
    from pipeline.rondzending import Ontvangers, Zending
    from pipeline.werk.verzending import Zendlogboek
    from pipeline.werk.zending import Zendplan, Zendpost
    from pipeline.werk.zendstukken import Zendstukken


__all__ = [
    "BereidVerzendingVoor", "GeefVrij", "LegVerzendingVast", "Verstuur", "Zendbericht", "Zending", "Zendverslag",
    "Zendverzoek", "bereid_verzending_voor", "geef_vrij", "leg_verzending_vast", "verstuur",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zendverzoek(OverVergadering):
    """A mailing of the agenda, the minutes or the action list to the lists of a table.

    ``nazending``: only what is new since the agenda went out. ``reden`` is why an agenda is late. ``aangekomen`` (ja or
    nee) says what became of a message of which that was not known.
    """

    zending: Zending = "agenda"
    nazending: bool = False
    reden: str = ""
    aangekomen: str | None = None


@dataclass(frozen=True, slots=True)
class BereidVerzendingVoor(Zendverzoek):
    """The messages as drafts, for Outlook."""

    daad: ClassVar[str] = "bereid_verzending_voor"


@dataclass(frozen=True, slots=True)
class Verstuur(Zendverzoek):
    """The messages sent at once, with the mail server of the organisation."""

    daad: ClassVar[str] = "verstuur"


@dataclass(frozen=True, slots=True)
class LegVerzendingVast(Zendverzoek):
    """What somebody sent by hand, on ``dag``."""

    daad: ClassVar[str] = "leg_verzending_vast"
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class GeefVrij(OverVergadering):
    """Words that a list may read after all, and why."""

    daad: ClassVar[str] = "geef_vrij"
    zending: Zending = "agenda"
    lijst: str = ""
    woorden: str = ""
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Zendbestand:
    """A file that goes along: its name with its size."""

    naam: str
    omschrijving: str


@dataclass(frozen=True, slots=True)
class Zendbericht:
    """A message that is ready: for which list, to whom (name and address), and what goes along or as a link."""

    lijst: str
    onderwerp: str
    aan: tuple[tuple[str, str], ...]
    bijlagen: tuple[Zendbestand, ...]
    links: tuple[Zendbestand, ...]


@dataclass(frozen=True, slots=True)
class Zendverslag:
    """What became of a mailing: the drafts or the lists that are done, and every message."""

    klaar: tuple[str, ...] = ()
    berichten: tuple[Zendbericht, ...] = ()


def bereid_verzending_voor(opdracht: Opdracht, verzoek: BereidVerzendingVoor) -> Uitkomst:
    """Write a draft for every list, with the papers it may have."""
    return _Rondgang(opdracht, verzoek, opdracht.op, _write_concepten).run()


def verstuur(opdracht: Opdracht, verzoek: Verstuur) -> Uitkomst:
    """Send every message, one mailing at a time; who has it already gets nothing."""
    return _Rondgang(opdracht, verzoek, opdracht.op, _send).run()


def leg_verzending_vast(opdracht: Opdracht, verzoek: LegVerzendingVast) -> Uitkomst:
    """Write down that a mailing went out, with the files of its drafts."""
    return _Rondgang(opdracht, verzoek, verzoek.dag or opdracht.op, _record).run()


def geef_vrij(opdracht: Opdracht, verzoek: GeefVrij) -> Uitkomst:
    """Write down that a list may read these words."""
    from pipeline.rondzending import STANDAARD
    from pipeline.werk.nalezing import release

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=verzoek.zending != "agenda")
    known = {lijst.naam.casefold(): lijst.naam for lijst in reeks.tafel.verzendlijsten or STANDAARD}
    name = known.get(verzoek.lijst.casefold())
    if name is None:
        raise VerkeerdVerzoek(f"noem bij --vrijgeven een lijst met --lijst: {', '.join(known.values())}")
    return release(opdracht, reeks, datum, Vrijgave(name, verzoek.woorden), verzoek.reden)


@dataclass
class _Klaar:
    """A mailing that is ready to leave."""

    log: Zendlogboek
    levering: Levering
    plan: Zendplan
    stukken: Zendstukken
    posts: tuple[Zendpost, ...]
    wachtwoord: str | None = None

    def finish(self, klaar: tuple[str, ...], *vervolg: Vervolg, geschreven: tuple[Geschreven, ...] = ()) -> Uitkomst:
        """Return what became of it."""
        told = tuple(dict.fromkeys(self.levering.meldingen))
        berichten = tuple(_describe(post) for post in self.posts)
        return Uitkomst(geschreven, told, vervolg=vervolg, gegevens=Zendverslag(klaar, berichten))


@dataclass
class _Rondgang:
    """One mailing from request to outcome: everything is checked first, and with a fout nothing is written or sent."""

    opdracht: Opdracht
    verzoek: Zendverzoek
    dag: date
    deliver: Callable[[_Klaar], Uitkomst]

    def run(self) -> Uitkomst:
        from pipeline.rondzending import read_stand
        from pipeline.werk.zending import Zendplan

        verzoek, opdracht = self.verzoek, self.opdracht
        if verzoek.nazending and verzoek.zending != "agenda":
            raise VerkeerdVerzoek("--nazending hoort bij agenda")
        reeks = opdracht.reeks(verzoek.tafel)
        datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=verzoek.zending != "agenda")
        stand = read_stand(reeks.logboeken.get(datum, ()), verzoek.zending)
        if stand.onzeker and not opdracht.is_proef:
            from pipeline.werk.verzending import settle_onzeker

            unknown = settle_onzeker(self._log(reeks, datum), stand, verzoek.aangekomen)
            if unknown:
                return Uitkomst(meldingen=unknown, gegevens=Zendverslag())
            opdracht.settle()  # what somebody said of it holds, whatever comes of this mailing
            opdracht.reload()
            reeks = opdracht.reeks(reeks.tafel.id)
            stand = read_stand(reeks.logboeken.get(datum, ()), verzoek.zending)
        log = self._log(reeks, datum)
        if stand.eerste and not opdracht.is_proef:
            log.mark(stand.eerste)
        return self._prepare(log, Zendplan(verzoek.zending, verzoek.nazending, stand))

    def _log(self, reeks: Reeks, datum: date) -> Zendlogboek:
        from pipeline.werk.verzending import Zendlogboek

        verzoek = self.verzoek
        return Zendlogboek(self.opdracht, reeks, datum, verzoek.zending, self.dag, verzoek.reden.strip(),
                           verzoek.nazending)  # fmt: skip

    def _prepare(self, log: Zendlogboek, plan: Zendplan) -> Uitkomst:
        from pipeline.rondzending import resolve_lijsten
        from pipeline.werk.verslag import number_verslag
        from pipeline.werk.verzending import find_wachtwoord
        from pipeline.werk.zending import build_post

        if plan.zending != "agenda" and not self.opdracht.is_proef:
            log.reeks = number_verslag(self.opdracht, log.reeks, log.datum)
        levering = Levering(self.opdracht, log.reeks, log.datum)
        ontvangers, found = resolve_lijsten(log.reeks.tafel, plan.zending, log.datum)
        levering.meldingen.extend((*found, *_check(levering, plan, log)))
        if self.deliver is _record and not ontvangers:
            return _record_unlisted(log, levering, plan)
        levering.meldingen.extend(() if ontvangers else (melding("lijst-leeg", bron=log.reeks.tafel.bron),))
        rest = _without_done(plan, ontvangers)
        if not rest and not levering.is_tegengehouden:
            return _say_done(plan, levering)
        password = None
        if self.deliver is _send and not self.opdracht.is_proef:
            password, found = find_wachtwoord(self.opdracht)
            if found and not levering.is_tegengehouden:
                return Uitkomst(meldingen=(*levering.meldingen, *found), gegevens=Zendverslag())
        zendstukken = _gather(levering, plan, rest or ontvangers)
        posts = build_post(levering, plan, rest, zendstukken) if zendstukken else ()
        levering.meldingen.extend(_report_achterblijvers(plan, ontvangers))
        levering.meldingen.extend(_read_back(levering, posts))
        if zendstukken is None or levering.is_tegengehouden:
            return Uitkomst(meldingen=tuple(levering.meldingen), gegevens=Zendverslag())
        if not posts:
            return _say_done(plan, levering)
        return self.deliver(_Klaar(log, levering, plan, zendstukken, posts, password))


def _write_concepten(ready: _Klaar) -> Uitkomst:
    from pipeline.werk.verzending import write_concepten

    log, opdracht = ready.log, ready.log.opdracht
    ready.stukken.place()
    paths, found = write_concepten(log, ready.posts)
    ready.levering.meldingen.extend(found)
    drafts = tuple(Geschreven(opdracht.show(path)) for path in paths)
    late = "--nazending" if ready.plan.nazending else ""
    mailing = {"zending": log.zending, "tafel": log.reeks.tafel.id, "datum": log.datum, "nazending": late,
               "dag": opdracht.op}  # fmt: skip
    text = "open de concepten met een dubbelklik en verstuur ze. Leg het daarna vast: {daad}"
    following = (Vervolg(text, "leg_verzending_vast", mailing),) if drafts else ()
    return ready.finish(tuple(draft.pad for draft in drafts), *following, geschreven=drafts)


def _send(ready: _Klaar) -> Uitkomst:
    """Send, and look again first what was sent before, while nobody else sends this mailing."""
    from pipeline.rondzending import read_stand
    from pipeline.werk.verzending import describe_verzonden, send_all
    from pipeline.werkmap import IntussenVeranderdError, hold, load, on_disk

    log, opdracht = ready.log, ready.log.opdracht
    ready.stukken.place()
    if opdracht.is_proef:
        return ready.finish(())
    with hold(log.map):  # of this meeting only
        with on_disk():
            now = load(opdracht.inhoud.paden.map, log.reeks.tafel.id).reeks(log.reeks.tafel.id)
        if now is None or read_stand(now.logboeken.get(log.datum, ()), ready.plan.zending) != ready.plan.stand:
            raise IntussenVeranderdError(log.map)
        opdracht.settle()
        sent, found = send_all(log, ready.posts, ready.wachtwoord)
    opdracht.gedaan += describe_verzonden(sent, log.dag)
    ready.levering.meldingen.extend(found)
    return ready.finish(tuple(post.lijst.naam for post in sent))


def _record(ready: _Klaar) -> Uitkomst:
    from pipeline.werk.verzending import describe_verzonden, record_by_hand

    ready.stukken.place()
    found = record_by_hand(ready.log, ready.posts)
    ready.log.opdracht.gedaan += describe_verzonden(ready.posts, ready.log.dag)
    ready.levering.meldingen.extend(found)
    return ready.finish(tuple(post.lijst.naam for post in ready.posts))


def _record_unlisted(log: Zendlogboek, levering: Levering, plan: Zendplan) -> Uitkomst:
    """Write down a mailing from somebody's own address book: which addresses it went to is not known here."""
    from pipeline.markering import format_datum
    from pipeline.rondzending import Bijvoegsel
    from pipeline.werkmap import read_bytes

    zendstukken = None if levering.is_tegengehouden else _gather(levering, plan, ())
    if zendstukken is None or levering.is_tegengehouden:
        return Uitkomst(meldingen=tuple(levering.meldingen), gegevens=Zendverslag())
    zendstukken.place()
    log.keep(Bijvoegsel(placed.pad.name, read_bytes(placed.pad)) for placed in levering.geplaatst)
    log.mark(log.dag)
    done = f"Vastgelegd: {plan.zending} verzonden op {format_datum(log.dag)}, zonder adressen."
    return Uitkomst(meldingen=tuple(levering.meldingen), gedaan=(done,), gegevens=Zendverslag((plan.zending,)))


def _describe(post: Zendpost) -> Zendbericht:
    from pipeline.werk.zendstukken import describe

    return Zendbericht(
        post.lijst.naam,
        post.bericht.onderwerp,
        tuple((a.naam, a.email) for a in post.bericht.aan),
        tuple(Zendbestand(b.naam, describe(b)) for b in post.bericht.bijvoegsels),
        tuple(Zendbestand(b.naam, describe(b)) for b in post.te_groot),
    )


def _read_back(levering: Levering, posts: tuple[Zendpost, ...]) -> list[Melding]:
    """Read back every message with all its files, before it is said to be ready."""
    from pipeline.werk.nalezing import Nalezing

    nalezing = Nalezing(levering)
    found = [m for post in posts for m in nalezing.check_bericht(post.lijst, post.bericht, post.bestanden)]
    return list(dict.fromkeys(found))


def _report_achterblijvers(plan: Zendplan, ontvangers: tuple[Ontvangers, ...]) -> list[Melding]:
    from pipeline.werk.zending import find_achterblijvers

    hulp = "Stuur eerst de agenda: dezelfde opdracht zonder --nazending."
    text = "{} heeft de agenda nog niet en krijgt daarom geen nazending."
    return [
        melding("lid-zonder-adres", text.format(adres.naam or adres.email), hulp=hulp)
        for adres in find_achterblijvers(plan, ontvangers)
    ]


def _check(levering: Levering, plan: Zendplan, log: Zendlogboek) -> list[Melding]:
    """Run the checks, and see that an agenda that is late says why."""
    from pipeline.werk.controle import find_fouten
    from pipeline.werk.zendstukken import check_termijn

    wrong = find_fouten(levering.opdracht, levering.reeks, levering.datum)
    found = [m for m in wrong if m not in levering.meldingen]
    if plan.zending == "agenda" and not plan.nazending and not log.heeft_mijlpaal:
        found += check_termijn(levering, log.dag, log.reden)
    return found


def _without_done(plan: Zendplan, ontvangers: tuple[Ontvangers, ...]) -> tuple[Ontvangers, ...]:
    """Leave out the lists of which everybody has the mailing; a late mailing looks per person what is new."""
    if plan.nazending:
        return tuple(o for o in ontvangers if any(plan.stand.heeft(a.email) for a in o.adressen))
    return tuple(o for o in ontvangers if any(not plan.stand.heeft(a.email) for a in o.adressen))


def _gather(levering: Levering, plan: Zendplan, ontvangers: tuple[Ontvangers, ...]) -> Zendstukken | None:
    from pipeline.werk.document import collect_actielijst
    from pipeline.werk.verslag import collect_verslag
    from pipeline.werk.zendstukken import prepare_agenda_zending, prepare_document

    opdracht, reeks, datum = levering.opdracht, levering.reeks, levering.datum
    if plan.zending == "agenda":
        return prepare_agenda_zending(levering, require_agenda(opdracht, reeks, datum), ontvangers)
    if reeks.verslag(datum) is None:
        text = f"Van de vergadering van {datum.isoformat()} is nog geen verslag."
        place = Bron(opdracht.show(opdracht.inhoud.paden.verslag(reeks.tafel.id, datum)))
        hulp = f"Begin met: regietafel verslag {reeks.tafel.id} {datum.isoformat()}"
        levering.meldingen.append(melding("vergadering-onbekend", text, place, hulp))
        return None
    folder = opdracht.inhoud.paden.verslagmap(reeks.tafel.id, datum)

    def collect(kring: Lezerskring) -> Stukken:
        is_minutes = plan.zending == "verslag"
        return collect_verslag(levering, kring) if is_minutes else collect_actielijst(levering, kring)

    return prepare_document(levering, plan.zending, collect, folder, ontvangers)


def _say_done(plan: Zendplan, levering: Levering) -> Uitkomst:
    from pipeline.werk.zending import report_nothing

    done = []
    if not plan.nazending:
        done.append(f"Iedereen op de lijsten heeft de zending al: {plan.zending}.")
        if plan.zending == "agenda":
            done.append("Een nieuw stuk stuurt u met --nazending.")
    found = (*levering.meldingen, *report_nothing(plan))
    return Uitkomst(meldingen=found, gedaan=tuple(done), gegevens=Zendverslag())
