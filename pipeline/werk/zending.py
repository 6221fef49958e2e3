"""From the files of a mailing to its messages: one per list, for those who have not had it yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.markering import format_datum
from pipeline.markering.adressen import Adres, find_lid_adressen, is_adres
from pipeline.model import Bron, Lid, Melding, Tafel, Verzendlijst, VerzondenStuk, doorgeefkring_van, melding
from pipeline.rondzending import (
    Bericht,
    Bijvoegsel,
    MailLink,
    MailOrganisatie,
    MailStuk,
    MailTafel,
    MailWoorden,
    Ontvangers,
    Zending,
    Zendingstand,
    find_nieuw,
    make_link,
    render_mail,
    split_on_size,
)
from pipeline.werk.levering import Levering
from pipeline.werk.zendstukken import Zendstukken
from pipeline.werkmap import is_file


@dataclass(frozen=True, slots=True)
class Zendpost:
    """A message that is ready: for which list, with which papers, and what was too large to go along."""

    lijst: Verzendlijst
    bericht: Bericht
    stukken: tuple[VerzondenStuk, ...]
    te_groot: tuple[Bijvoegsel, ...] = ()

    @property
    def bestanden(self) -> tuple[Bijvoegsel, ...]:
        """Everything its receivers get, by mail or behind a link."""
        return (*self.bericht.bijvoegsels, *self.te_groot)


@dataclass(frozen=True, slots=True)
class _Deelpost:
    """Some people of a list who get the same: everything, or (a late mailing) the same new papers."""

    lijst: Verzendlijst
    adressen: tuple[Adres, ...]
    nieuw: tuple[VerzondenStuk, ...] = ()


@dataclass(frozen=True, slots=True)
class Zendplan:
    """What is to be sent: which mailing, late papers only or not, and how far it is already."""

    zending: Zending
    nazending: bool
    stand: Zendingstand

    @property
    def sjabloon(self) -> str:
        """The name of its template."""
        return f"mail/{'nazending' if self.nazending else self.zending}.txt"


def build_post(
    levering: Levering, plan: Zendplan, ontvangers: Iterable[Ontvangers], zendstukken: Zendstukken
) -> tuple[Zendpost, ...]:
    """Make the messages that are still to go; what stands in the way is in the Meldingen."""
    sjabloon = _read_sjabloon(levering, plan.sjabloon)
    sender = find_afzender(levering)
    if sjabloon is None or sender is None:
        return ()
    parts = [part for o in ontvangers for part in _split(plan, o, zendstukken)]
    made = (_make(levering, part, zendstukken, sjabloon, sender) for part in parts)
    posts = tuple(post for post in made if post)
    levering.meldingen[:] = dict.fromkeys(levering.meldingen)
    return posts


def _split(plan: Zendplan, ontvangers: Ontvangers, zendstukken: Zendstukken) -> Iterator[_Deelpost]:
    """Group who are still to get something by what is new to them."""
    if not plan.nazending:
        rest = tuple(a for a in ontvangers.adressen if not plan.stand.heeft(a.email))
        if rest:
            yield _Deelpost(ontvangers.lijst, rest)
        return
    stukken = zendstukken.find_stukken(ontvangers.lijst)
    groups: dict[tuple[VerzondenStuk, ...], list[Adres]] = {}
    for adres in ontvangers.adressen:
        if plan.stand.heeft(adres.email):
            news = find_nieuw(stukken, plan.stand.ontvangen[adres.email.casefold()])
            groups.setdefault(news, []).append(adres)
    for news, adressen in groups.items():
        if news:
            yield _Deelpost(ontvangers.lijst, tuple(adressen), news)


def find_achterblijvers(plan: Zendplan, ontvangers: Iterable[Ontvangers]) -> tuple[Adres, ...]:
    """Return who gets no late papers because they have not had the agenda itself."""
    return tuple(a for o in ontvangers for a in o.adressen if plan.nazending and not plan.stand.heeft(a.email))


def _make(
    levering: Levering, part: _Deelpost, zendstukken: Zendstukken, sjabloon: tuple[str, str], sender: _Afzender
) -> Zendpost | None:
    organisatie = levering.opdracht.inhoud.organisatie
    every = zendstukken.find_bijvoegsels(part.lijst, part.nieuw)
    kept, left_out = split_on_size(every, organisatie.mail_mb)
    if left_out and not organisatie.mail_link:
        names = ", ".join(b.naam for b in left_out)
        text = f"Te groot voor een mail van {organisatie.mail_mb} MB: {names}."
        levering.meldingen.append(melding("mail-te-groot", text, organisatie.bron))
        return None
    tafel, day = levering.reeks.tafel.id, levering.datum.isoformat()
    links = tuple(make_link(organisatie.mail_link, tafel, day, b.naam) for b in left_out)
    for link in links:
        text = f"{link.naam} is te groot voor een mail. De link gaat naar {link.adres}"
        levering.meldingen.append(melding("mail-link", text))
    stukken = zendstukken.find_stukken(part.lijst)
    woorden = _woorden(levering, part, stukken, kept, links)
    mail, found = render_mail(sjabloon[0], sjabloon[1], woorden)
    levering.meldingen.extend(found)
    if mail is None:
        return None
    case = levering.reeks.vergadering(levering.datum)
    onderwerp = f"{mail.onderwerp} ({case.zaaknummer})" if case and case.zaaknummer else mail.onderwerp
    bericht = Bericht(part.adressen, onderwerp, mail.tekst, sender.afzender, sender.secretariaat, kept,
                      sender.verstuurder, part.lijst.verborgen)  # fmt: skip
    return Zendpost(part.lijst, bericht, part.nieuw or stukken, left_out)


# the words


def _woorden(
    levering: Levering,
    part: _Deelpost,
    stukken: tuple[VerzondenStuk, ...],
    bijvoegsels: tuple[Bijvoegsel, ...],
    links: tuple[MailLink, ...],
) -> MailWoorden:
    from pipeline.planning import format_weekdag

    organisatie, reeks, datum = levering.opdracht.inhoud.organisatie, levering.reeks, levering.datum
    tafel, vergadering, verslag = reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum)
    chair = find_voorzitter(levering)
    tijd = (vergadering and vergadering.tijd) or tafel.tijd
    volgende = reeks.volgende(datum)
    return MailWoorden(
        organisatie=MailOrganisatie(organisatie.naam, organisatie.afzender, organisatie.email, organisatie.website),
        tafel=MailTafel(tafel.naam, tafel.kort, chair.naam if chair else tafel.voorzitter, tafel.contact),
        lijst=part.lijst.naam,
        doorgeven=part.lijst.doorgeven,
        datum=format_datum(datum),
        weekdag=format_weekdag(datum).split(" ", maxsplit=1)[0],
        tijd=str(tijd) if tijd else "",
        locatie=(vergadering and vergadering.locatie) or tafel.locatie,
        volgende=format_datum(volgende) if volgende else "",
        versie="vastgestelde verslag" if verslag and verslag.status == "vastgesteld" else "conceptverslag",
        stukken=_mailstukken(levering, part.lijst, stukken, ()),
        nieuw=_mailstukken(levering, part.lijst, part.nieuw, part.nieuw),
        bijvoegsels=tuple(b.naam for b in bijvoegsels),
        links=links,
    )


def _mailstukken(
    levering: Levering, lijst: Verzendlijst, stukken: tuple[VerzondenStuk, ...], nieuw: tuple[VerzondenStuk, ...]
) -> tuple[MailStuk, ...]:
    """Return the papers as a mail names them; a new version of one that was sent says so.

    A mail that is passed on names them as who gets it then may read it.
    """
    log = levering.reeks.logboeken.get(levering.datum, ())
    sent = {s.naam for g in log if g.soort == "verzonden" and g.verzending for s in g.verzending.stukken}
    inzage, datum, kring = levering.opdracht.inzage(levering.reeks), levering.datum, doorgeefkring_van(lijst)
    vergadering = levering.reeks.vergadering(datum)
    papers = {
        b.nummer: (p, b) for p in (vergadering.agendapunten if vergadering else ()) for b in p.bijlagen if b.nummer
    }
    named = []
    for stuk in stukken:
        if stuk.nummer not in papers:
            continue
        punt, bijlage = papers[stuk.nummer]
        secret = any(inzage.is_vertrouwelijk(datum, ding) for ding in (punt, bijlage))
        title = bijlage.titel if kring.ziet_vertrouwelijk or not secret else bijlage.titel_voor_anderen
        named.append(MailStuk(stuk.nummer, title, punt.nummer, secret, stuk in nieuw and stuk.naam in sent))
    return tuple(named)


# the sender


@dataclass(frozen=True, slots=True)
class _Afzender:
    """On whose behalf a message goes, who sends it where that is another, and who gets the answers."""

    afzender: Adres
    verstuurder: Adres | None
    secretariaat: Adres


def find_voorzitter(levering: Levering) -> Lid | None:
    """Return the member who chairs the table on the day of the meeting."""
    tafel = levering.reeks.tafel
    named = tafel.find_leden(tafel.voorzitter, levering.datum)
    if len(named) == 1:
        return named[0]
    return next((lid for lid in tafel.leden_op(levering.datum) if lid.rol.casefold() == "voorzitter"), None)


def find_afzender(levering: Levering) -> _Afzender | None:
    """Return the sender: the chair where that one has an address, else the secretariat on behalf of the chair."""
    organisatie, tafel = levering.opdracht.inhoud.organisatie, levering.reeks.tafel
    email = tafel.contact if is_adres(tafel.contact) else organisatie.email
    if not is_adres(email):
        text = "Het secretariaat heeft geen e-mailadres. Zet het bij email in regietafel.yaml."
        levering.meldingen.append(melding("adres-ongeldig", text, organisatie.bron))
        return None
    name = organisatie.afzender or organisatie.naam
    secretariaat, chair = Adres(email, name), find_voorzitter(levering)
    reached = find_lid_adressen(chair).adressen if chair and chair.email else ()
    if chair and reached:
        return _Afzender(Adres(reached[0].email, _chair_name(chair, tafel)), secretariaat, secretariaat)
    return _Afzender(replace(secretariaat, naam=f"{name}, namens de voorzitter"), None, secretariaat)


def _chair_name(chair: Lid, tafel: Tafel) -> str:
    """Say who a mailing is from: the chair, and of what; who is only known as the chair is named by that alone."""
    as_chair = f"voorzitter {tafel.kort}"
    return as_chair if chair.naam.casefold().startswith("voorzitter") else f"{chair.naam}, {as_chair}"


def _read_sjabloon(levering: Levering, naam: str) -> tuple[str, str] | None:
    """Return the text of a mail template and what to call it: that of the Tafel, the werkmap, or the packaged one."""
    from pipeline.documenten import packaged_sjabloon
    from pipeline.notatie import read_brontekst
    from pipeline.werkmap import read_bytes

    paden = levering.opdracht.inhoud.paden
    own = next((p for p in _places(levering, naam) if is_file(p) and paden.is_inside(p)), None)
    if own is None:
        return packaged_sjabloon(naam).decode("utf-8"), naam
    try:
        bron, found = read_brontekst(read_bytes(own), paden.show(own))
    except OSError:
        shown = paden.show(own)
        levering.meldingen.append(melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)))
        return None
    levering.meldingen.extend(found)
    return bron.tekst, bron.bestand


def _places(levering: Levering, naam: str) -> tuple[Path, ...]:
    return levering.opdracht.inhoud.paden.sjablonen(levering.reeks.tafel.id, naam)


def report_nothing(plan: Zendplan) -> tuple[Melding, ...]:
    """Say that nothing is left to send."""
    return (melding("niets-nieuws"),) if plan.nazending else ()
