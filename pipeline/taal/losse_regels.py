"""The rules for what is said without a finite verb: telegram style, an order, a name behind or before a task."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.taal import woordlijsten as w
from pipeline.taal.context import Taalzin, get_vergadering
from pipeline.taal.daders import MET_DERDEN, PERSONEN, join_right, take_words
from pipeline.taal.kandidaat import Kandidaat
from pipeline.taal.kring import Vermelding
from pipeline.taal.naamvormen import is_arrow, is_person_name
from pipeline.taal.werkwoorden import load_werkwoorden
from pipeline.wie.woordenboek import is_gangbare_voornaam


def find_graag(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Graag vanuit de gemeenten een reactie``, ``Graag iedereen zijn stukken nalopen``."""
    start, end = zin.span.start, zin.span.end
    first = next((i for i in range(start, end) if zin.laag[i].isalpha()), None)
    if first is None or zin.laag[first] not in ("graag", "gaarne", "svp", "s.v.p."):
        return
    owners = tuple(v for v in zin.vermeldingen if first < v.begin <= first + 3 and v.soort in MET_DERDEN)
    if owners:
        yield Kandidaat("graag", zin, start, end, first, join_right(zin, owners[0]))


def find_telegram(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Jan offertes opvragen``: a name, an object and an infinitive, without a finite verb."""
    if zin.deelzinnen:
        return
    start = next((t.i for t in zin.span if t.is_alpha or t.text[:1].isalnum()), zin.span.start)
    first = next((v for v in zin.vermeldingen if v.begin == start and v.soort in PERSONEN), None)
    if first is None or (first.soort == "naam" and not _is_person(zin, first) and not _has_arrow(zin, first)):
        return
    owners = join_right(zin, first)
    infinitive = next((t for t in zin.span if t.i >= owners[-1].eind and is_deed(t)), None)
    if infinitive is not None and infinitive.nbor(-1).lower_ in ("te", "het", "van", "bij", "met", "kunnen"):
        return
    if infinitive is not None and (_has_arrow(zin, owners[-1]) or _has_object(zin, owners[-1].eind, infinitive.i)):
        yield Kandidaat("telegram", zin, zin.span.start, zin.span.end, infinitive.i, owners)


def _has_arrow(zin: Taalzin, name: Vermelding) -> bool:
    """``GvB --> even bellen``: who stands before the arrow does it, whatever the name looks like."""
    return name.eind < zin.span.end and is_arrow(zin.doc, name.eind)


def _is_person(zin: Taalzin, name: Vermelding) -> bool:
    """An unknown name at the head of a line is a person only where it looks like one: ``Link delen`` is not."""
    if get_vergadering(zin.doc).kring.personen:
        return False
    return is_gangbare_voornaam(name.tekst.split()[0])


def is_deed(token: Token, deeltje: str = "") -> bool:
    """Tell whether an infinitive is a deed; ``deeltje`` is what stood apart from it: ``na te vragen``."""
    table = load_werkwoorden()
    forms = [f for f in table.lookup(token.lower_) if f.vorm == "infinitief"]
    classes = {table.klassen.get((f.werkwoord, deeltje)) or table.klasse(f.werkwoord, f.deeltje) for f in forms}
    return bool(classes & {"doen", "zwak"})


def _has_object(zin: Taalzin, begin: int, end: int) -> bool:
    """Something between name and infinitive to be the object; otherwise the name itself is: ``Jan bellen``."""
    doc = zin.doc
    if begin < end and doc[begin].text in (":", "-", "–"):
        return True
    skip = w.TUSSENWOORDEN | w.TWIJFELS
    content = [i for i in range(begin, end) if doc[i].lower_ not in skip and not doc[i].is_punct]
    return bool(content) and doc[content[0]].lower_ not in w.VOORZETSELS and doc[begin].text != ","


def find_telegram_zonder(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Rectificatie plaatsen in het volgende nummer``: a deed without a doer."""
    if zin.deelzinnen or find_first(find_telegram(zin)) or _is_noun_phrase(zin):
        return
    infinitive = next((t for t in zin.span if t.i > zin.span.start and (is_deed(t) or _closes(zin, t))), None)
    if infinitive is not None and infinitive.nbor(-1).lower_ not in ("te", "het", "om"):
        owners = _names_at_end(zin, infinitive.i)
        yield Kandidaat("telegram_zonder", zin, zin.span.start, zin.span.end, infinitive.i, owners)


def _names_at_end(zin: Taalzin, infinitive: int) -> tuple[Vermelding, ...]:
    """Read who stands right behind the infinitive and ends the line: ``Verder uitzoeken Ilse``."""
    first = next((v for v in zin.vermeldingen if v.begin == infinitive + 1), None)
    if first is None or first.soort not in PERSONEN:
        return ()
    owners = join_right(zin, first)
    ends = all(t.is_punct or t.is_space for t in zin.doc[owners[-1].eind : zin.span.end])
    named = any(v.bekend or v.soort != "naam" or is_person_name(v.tekst) for v in owners)
    return owners if ends and named else ()


def _is_noun_phrase(zin: Taalzin) -> bool:
    """``Het gezamenlijk inkopen van pasjes``: a subject to speak of, not a deed."""
    words = [word for word in take_words(zin, zin.span.start, zin.span.end) if word.isalpha()]
    return words[:1] in (["het"], ["een"]) and "van" in words[2:5]


def _closes(zin: Taalzin, token: Token) -> bool:
    """``Issue sluiten``: closing a subject is work, closing the meeting is not."""
    return token.lower_ in ("sluiten", "afsluiten") and bool(
        {"issue", "ticket", "melding", "zaak"} & set(take_words(zin, zin.span.start, token.i))
    )


def find_first(candidates: Iterator[Kandidaat]) -> Kandidaat | None:
    """Return the first, None where there is none."""
    return next(candidates, None)


def find_tussen_haakjes(zin: Taalzin) -> tuple[Vermelding, ...]:
    """Read the owner that stands in brackets behind an action: ``Offertes opvragen (Jan)``, ``... <Jan>``."""
    if zin.tekst.rstrip(".,; ")[-1:] not in (")", ">"):
        return ()
    tokens = [t for t in zin.span if not t.is_space]
    while tokens and tokens[-1].text in (".", ";", ","):
        tokens.pop()
    if len(tokens) < 3 or tokens[-1].text not in (")", ">"):
        return ()
    opening = next((t.i for t in reversed(tokens[:-1]) if t.text in ("(", "<")), None)
    first = next((v for v in zin.vermeldingen if opening is not None and v.begin == opening + 1), None)
    known = first is not None and (first.soort in PERSONEN - {"naam"} or _is_person(zin, first))
    owners = join_right(zin, first) if first is not None and known else ()
    return owners if owners and owners[-1].eind == tokens[-1].i else ()


_OPDRACHTEN = (("te", "verzoeken"), ("te", "machtigen"), ("opdracht", "te", "geven"), ("op", "te", "dragen"))
_BESLUITEND = frozenset("besluit besluiten besloten stemt stemmen".split())


def find_opdracht(zin: Taalzin) -> Iterator[Kandidaat]:
    """``Het bestuur besluit de kascommissie op te dragen ...``: who stands before the order owns it."""
    start, end = zin.span.start, zin.span.end
    if _BESLUITEND.isdisjoint(zin.laag[start:end]):
        return
    for i in range(start + 1, end):
        for words in _OPDRACHTEN:
            if zin.laag[i : i + len(words)] == words:
                owner = next((v for v in zin.vermeldingen if v.eind == i and v.soort in MET_DERDEN), None)
                if owner is not None and "te" in zin.laag[i + len(words) : end]:
                    yield Kandidaat("opdracht", zin, start, end, i + len(words) - 1, (owner,))
