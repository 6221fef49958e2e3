"""What a mailing leaves behind: the files that went out, and an event for everything that happened to a message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from email.utils import make_msgid
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.markering import format_datum
from pipeline.model import Bron, Gebeurtenis, Melding, Reeks, Verzending, melding
from pipeline.rondzending import Afloop, Bijvoegsel, Uitslag, Zending, Zendingstand, hash_agenda, list_punten
from pipeline.werk.logboek import record_gebeurtenis
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Vraag
from pipeline.werk.zending import Zendpost
from pipeline.werkmap import exists, fingerprint, is_file, read_bytes, remove_file, safe_name, write_atomic

if TYPE_CHECKING:
    from smtplib import SMTP

_MIJLPAAL = {"agenda": "agenda_rondgezonden", "verslag": "rondgezonden"}
VERZONDEN, CONCEPTEN = "verzonden", "concepten"


@dataclass
class Zendlogboek:
    """Writes down what happens to a mailing, at once; ``dag`` is the day it goes out, ``reden`` why it is late.

    Late papers (``nazending``) are part of the mailing of the agenda, and only have a name of their own.
    """

    opdracht: Opdracht
    reeks: Reeks
    datum: date
    zending: Zending
    dag: date
    reden: str = ""
    nazending: bool = False
    heeft_mijlpaal: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look whether the first message of this mailing was marked already."""
        log = self.reeks.logboeken.get(self.datum, ())
        withdrawn = max((g.op for g in log if g.soort == "ingetrokken"), default=date.min)
        wanted = _MIJLPAAL.get(self.zending)
        self.heeft_mijlpaal = wanted is None or any(g.soort == wanted and g.op >= withdrawn for g in log)

    @property
    def naam(self) -> str:
        """What its drafts and its folder are called."""
        return "nazending" if self.nazending else self.zending

    @property
    def map(self) -> Path:
        """The folder the mailing belongs to: that of the agenda, or that of the minutes."""
        paden, tafel = self.opdracht.inhoud.paden, self.reeks.tafel.id
        is_agenda = self.zending == "agenda"
        return paden.vergadering(tafel, self.datum) if is_agenda else paden.verslagmap(tafel, self.datum)

    def keep(self, bijvoegsels: Iterable[Bijvoegsel]) -> tuple[str, ...]:
        """Keep the files that go out, and return how the logboek names them; a name that is taken gets a number."""
        folder = self.map / VERZONDEN / f"{self.dag.isoformat()} {self.naam}"
        kept = []
        for bijvoegsel in bijvoegsels:
            path = _free_place(folder / safe_name(bijvoegsel.naam), bijvoegsel.inhoud)
            write_atomic(path, bijvoegsel.inhoud)
            kept.append(f"{fingerprint(bijvoegsel.inhoud)}  {path.relative_to(self.map).as_posix()}")
        return tuple(kept)

    def record(self, soort: str, verzending: Verzending, op: date | None = None) -> None:
        """Write an event of a message; the first that is sent marks the mailing as sent."""
        day = op or self.dag
        record_gebeurtenis(self.opdracht, self.reeks, self.datum, Gebeurtenis(soort, day, verzending=verzending))
        if soort == "verzonden":
            self.mark(day)

    def mark(self, op: date) -> None:
        """Mark the mailing as sent, once: it freezes the text of minutes and the numbers of an agenda."""
        if self.heeft_mijlpaal:
            return
        event = Gebeurtenis(_MIJLPAAL[self.zending], op, f"Later dan de regel: {self.reden}" if self.reden else "")
        if self.zending == "agenda":
            vergadering = self.reeks.vergadering(self.datum)
            if vergadering is not None:
                event = replace(event, punten=list_punten(vergadering), vingerafdruk=hash_agenda(vergadering))
        else:
            path = self.opdracht.inhoud.paden.verslag(self.reeks.tafel.id, self.datum)
            event = replace(event, vingerafdruk=fingerprint(read_bytes(path)))
        record_gebeurtenis(self.opdracht, self.reeks, self.datum, event)
        self.heeft_mijlpaal = True


def _free_place(path: Path, content: bytes) -> Path:
    candidate, count = path, 1
    while exists(candidate) and read_bytes(candidate) != content:
        count += 1
        candidate = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return candidate


def settle_onzeker(log: Zendlogboek, stand: Zendingstand, aangekomen: str | None) -> tuple[Melding, ...]:
    """Ask what became of messages of which nobody knows; what stays unknown is reported.

    ``aangekomen`` is the answer where it came with the request.
    """
    meldingen = []
    for verzending in stand.onzeker:
        receivers = f"de lijst {verzending.lijst} ({', '.join(verzending.aan)})"
        text = f"De verbinding viel weg bij het bericht aan {receivers}. Is dat bericht aangekomen?"
        vraag = Vraag("aangekomen", verzending.bericht, text, ("ja", "nee"))
        answer = aangekomen or log.opdracht.ask(vraag)
        if answer is None:
            text = f"Van het bericht aan {receivers} is niet zeker of het is aangekomen."
            meldingen.append(melding("zending-onzeker", text))
        else:
            log.record("verzonden" if answer == "ja" else "niet_verzonden", verzending)
    return tuple(meldingen)


def send_all(
    log: Zendlogboek, posts: tuple[Zendpost, ...], wachtwoord: str | None
) -> tuple[tuple[Zendpost, ...], tuple[Melding, ...]]:
    """Send messages one by one, each written down at once; return those that went out, and what went wrong."""
    from pipeline.rondzending import GeenVerbinding, connect

    server = log.opdracht.inhoud.organisatie.smtp
    assert server is not None
    try:
        with connect(server, wachtwoord) as connection:
            return _send_in_turn(log, posts, connection)
    except GeenVerbinding as error:
        return (), (error.melding,)


def _send_in_turn(
    log: Zendlogboek, posts: tuple[Zendpost, ...], connection: SMTP
) -> tuple[tuple[Zendpost, ...], tuple[Melding, ...]]:
    sent: list[Zendpost] = []
    meldingen: list[Melding] = []
    for number, post in enumerate(posts):
        uitslag = _send_one(log, post, connection)
        if uitslag.afloop is Afloop.VERZONDEN:
            sent.append(post)
        meldingen += _explain(post, uitslag)
        if uitslag.afloop in (Afloop.AFGEBROKEN, Afloop.ONZEKER):
            rest = ", ".join(p.lijst.naam for p in posts[number + (uitslag.afloop is Afloop.ONZEKER) :])
            if rest:
                text = f"De verbinding met de mailserver viel weg. Nog niet verstuurd: {rest}."
                meldingen.append(melding("zending-afgebroken", text))
            break
    return tuple(sent), tuple(meldingen)


def _send_one(log: Zendlogboek, post: Zendpost, connection: SMTP) -> Uitslag:
    """Write down that a message begins, send it, and write down how it ended, where that is known."""
    from pipeline.rondzending import send

    sender = post.bericht.verstuurder or post.bericht.afzender
    domain = sender.email.rpartition("@")[2] if sender else "regietafel.invalid"
    bericht = replace(post.bericht, kenmerk=make_msgid(domain=domain.encode("idna").decode()))
    files = log.keep((*post.bestanden, _as_text(post)))
    receivers = tuple(a.email for a in bericht.aan)
    verzending = Verzending(log.zending, post.lijst.naam, receivers, bericht.kenmerk, post.stukken, files)
    log.record("verzending_begonnen", verzending)
    log.opdracht.settle(ongezien=True)  # before it goes: what is mailed cannot be taken back
    uitslag = send(connection, bericht)
    if uitslag.afloop is Afloop.VERZONDEN:
        taken = tuple(email for email in receivers if email not in uitslag.geweigerd)
        log.record("verzonden", replace(verzending, aan=taken))
    elif uitslag.afloop is not Afloop.ONZEKER:
        log.record("niet_verzonden", verzending)
    log.opdracht.settle(ongezien=True)
    return uitslag


def _explain(post: Zendpost, uitslag: Uitslag) -> Iterable[Melding]:
    if uitslag.geweigerd:
        text = f"De mailserver neemt een adres op de lijst {post.lijst.naam} niet aan: {', '.join(uitslag.geweigerd)}."
        yield melding("bericht-geweigerd", text)
    elif uitslag.afloop is Afloop.GEWEIGERD:
        text = f"De mailserver weigert het bericht aan de lijst {post.lijst.naam}: {uitslag.uitleg}"
        yield melding("bericht-geweigerd", text)
    elif uitslag.afloop is Afloop.ONZEKER:
        text = f"De verbinding viel weg toen het bericht aan de lijst {post.lijst.naam} bijna klaar was."
        yield melding("zending-onzeker", text)


def _as_text(post: Zendpost) -> Bijvoegsel:
    """Return the message itself as it is kept: to whom, the subject and the text."""
    receivers = ", ".join(f"{a.naam} <{a.email}>" if a.naam else a.email for a in post.bericht.aan)
    text = f"Aan: {receivers}\nOnderwerp: {post.bericht.onderwerp}\n\n{post.bericht.tekst}"
    return Bijvoegsel(f"Bericht aan {post.lijst.naam}.txt", text.encode())


def find_wachtwoord(opdracht: Opdracht) -> tuple[str | None, tuple[Melding, ...]]:
    """Return the password of the mail server: from the environment, the keyring of the system, or who is there.

    It is never in a file, and never on the command line. A Melding says that there is no server, or no password.
    """
    import os

    smtp = opdracht.inhoud.organisatie.smtp
    if smtp is None:
        hulp = "Zet in regietafel.yaml: smtp: {server: smtp.voorbeeld.nl, poort: 587, gebruiker: naam}"
        return None, (melding("mailserver", "In regietafel.yaml staat geen mailserver.", hulp=hulp),)
    if not smtp.gebruiker:
        return None, ()
    given = os.environ.get("REGIETAFEL_SMTP_WACHTWOORD")
    if given:
        return given, ()
    import keyring
    from keyring.errors import KeyringError

    service = f"regietafel {smtp.server}"
    try:
        kept = keyring.get_password(service, smtp.gebruiker)
    except KeyringError:
        kept = None
    if kept:
        return kept, ()
    vraag = Vraag("wachtwoord", service, f"Wachtwoord van {smtp.gebruiker} op {smtp.server}", geheim=True)
    typed = opdracht.ask(vraag)
    if typed is None:
        text = f"Het wachtwoord van {smtp.gebruiker} op {smtp.server} is niet bekend."
        return None, (melding("wachtwoord-ontbreekt", text),)
    try:
        keyring.set_password(service, smtp.gebruiker, typed)
    except KeyringError:
        opdracht.gedaan.append("Het wachtwoord kon niet worden bewaard; de volgende keer wordt het weer gevraagd.")
    return typed, ()


def write_concepten(log: Zendlogboek, posts: Iterable[Zendpost]) -> tuple[tuple[Path, ...], tuple[Melding, ...]]:
    """Write the messages as drafts; one a person changed is left, and said."""
    from pipeline.rondzending import is_concept_ongewijzigd, write_concept
    from pipeline.werkmap import FileBusyError, place_document

    paden = log.opdracht.inhoud.paden
    written: list[Path] = []
    meldingen: list[Melding] = []
    for path, post in name_concepten(log, posts):
        try:
            placed = place_document(path, write_concept(post.bericht), is_concept_ongewijzigd)
        except FileBusyError:
            text = f"{path.name} is open in een ander programma. Er is niets geschreven."
            meldingen.append(melding("in-gebruik", text, Bron(paden.show(path))))
            continue
        if placed.geweigerd:
            text = f"{path.name} is met de hand gewijzigd nadat het is gemaakt. Het is niet overschreven."
            meldingen.append(melding("bericht-gewijzigd", text, Bron(paden.show(path))))
        else:
            written.append(path)
    return tuple(written), tuple(meldingen)


def name_concepten(log: Zendlogboek, posts: Iterable[Zendpost]) -> Iterable[tuple[Path, Zendpost]]:
    """Give each message the name of its draft: ``Agenda aan leden.eml``."""
    folder, taken = log.map / CONCEPTEN, set[str]()
    for post in posts:
        stem, count = safe_name(f"{log.naam.capitalize()} aan {post.lijst.naam}"), 1
        name = stem
        while name in taken:
            count += 1
            name = f"{stem} ({count})"
        taken.add(name)
        yield folder / f"{name}.eml", post


def record_by_hand(log: Zendlogboek, posts: Iterable[Zendpost]) -> tuple[Melding, ...]:
    """Write down what somebody sent by hand, with the files of the drafts where there are any.

    A draft that is done with goes, so that it is not taken for a later mailing; one a person changed is kept.
    """
    from pipeline.rondzending import is_concept_ongewijzigd, read_bijvoegsels

    meldingen = []
    for path, post in name_concepten(log, posts):
        files: tuple[str, ...] = ()
        if is_file(path):
            draft = read_bytes(path)
            changed = () if is_concept_ongewijzigd(draft) else (Bijvoegsel(path.name, draft),)
            files = log.keep((*read_bijvoegsels(draft), *post.te_groot, _as_text(post), *changed))
            remove_file(path)
        else:
            text = f"Van het bericht aan de lijst {post.lijst.naam} is geen concept; de bestanden zijn niet bewaard."
            meldingen.append(melding("zonder-concept", text))
        receivers = tuple(a.email for a in post.bericht.aan)
        log.record("verzonden", Verzending(log.zending, post.lijst.naam, receivers, "", post.stukken, files))
    return tuple(meldingen)


def describe_verzonden(posts: Iterable[Zendpost], dag: date) -> tuple[str, ...]:
    """Say which messages went out."""
    counts = ((post.lijst.naam, len(post.bericht.aan)) for post in posts)
    return tuple(
        f"Verstuurd op {format_datum(dag)}: {naam}, {count} {'adres' if count == 1 else 'adressen'}"
        for naam, count in counts
    )
