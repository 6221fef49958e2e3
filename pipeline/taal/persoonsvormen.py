"""Which words of a sentence are finite verbs: from the verb tables, their place, and the tags of the model.

Without a tagger the tables and the place decide alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.attrs import POS
from spacy.symbols import AUX, VERB
from spacy.tokens import Token

from pipeline.taal import woordlijsten as w
from pipeline.taal.werkwoorden import Woordvorm
from pipeline.taal.zinsbeeld import Zinsbeeld

_WERKWOORDSOORTEN = frozenset({VERB, AUX})
_ANDERE_SOORTEN = frozenset("NOUN ADJ PROPN ADP DET NUM PRON ADV SCONJ".split())
_MET_INFINITIEF = frozenset({"zullen", "kunnen", "moeten", "mogen", "willen", "gaan", "dienen", "hoeven", "laten"})
_MET_DEELWOORD = frozenset({"worden", "zijn", "hebben"})
_VOOR_NAAMWOORDEN = frozenset({"van", "met", "de", "een", "voor", "door", "via", "bij"})

Vormen = tuple[Woordvorm, ...]


def find_persoonsvormen(b: Zinsbeeld) -> list[int]:
    """Return the finite verbs of a sentence, in order."""
    likely = [b.doc[i] for i in _verb_forms(b)]
    found = [t.i for t in likely if _is_finite(b, t)] or [t.i for t in likely if _must_be(b, t)]
    return sorted({*found, *_left_behind_dat(b, found), *_behind_opening_clause(b, found)})


def _behind_opening_clause(b: Zinsbeeld, found: list[int]) -> Iterator[int]:
    """Give the verb right behind that of a clause in front: ``Zodra dat klaar is bellen alle leden``."""
    if not found or not b.is_subordinator(b.begin) or b.laag[b.begin] in ("om", "wie", "wat"):
        return
    i = found[0] + 1
    if i < b.eind - 1 and i not in found and any(f.meervoud for f in b.tabel.lookup(b.laag[i])):
        determined = i + 1 in b.begint or b.doc[i + 1].pos_ in ("DET", "PRON", "PROPN")
        yield from [i] * determined


def _left_behind_dat(b: Zinsbeeld, found: list[int]) -> Iterator[int]:
    """Give the auxiliary of a clause with *dat* that has no finite verb yet: ``dat TV en KN dit laten maken``."""
    for i in range(b.begin, b.eind):
        if b.laag[i] == "dat" and i + 1 in b.begint and b.is_subordinator(i) and not any(v > i for v in found):
            yield from [j for j in range(i + 2, b.eind) if b.laag[j] in b.hulp][:1]


def _verb_forms(b: Zinsbeeld) -> Iterator[int]:
    """Give the words that may be verbs at all: those of the tables, and those tagged so."""
    tags = b.doc.to_array(POS)[b.begin : b.eind].tolist()
    for i, tag in enumerate(tags, b.begin):
        word = b.laag[i]
        if i in b.in_naam or not word.isalpha():
            continue
        if word in b.tabel.vormen or word in b.hulp or tag in _WERKWOORDSOORTEN:
            yield i


def _is_finite(b: Zinsbeeld, token: Token) -> bool:
    forms = b.tabel.lookup(token.lower_)
    if any(f.vorm == "pv" or f.meervoud for f in forms) and _closes_clause(b, token.i):
        return True
    if token.pos_ and _is_other_word(b, token):
        return False
    if token.lower_ in b.hulp:
        return not _is_infinitive(b, token)
    if _cannot_be_finite(b, token, forms):
        return False
    return _reads_as_finite(b, token, forms)


def _cannot_be_finite(b: Zinsbeeld, token: Token, forms: Vormen) -> bool:
    """Tell whether its place makes a verb an infinitive or a participle."""
    if any(f.meervoud for f in forms) and _behind_one_person(b, token.i):
        return True
    if any(f.deeltje and f.vorm == "infinitief" for f in forms) and not _is_subordinated(b, token.i):
        return True
    if token.lower_.endswith("en") and (_is_infinitive(b, token, bare=True) or _closes_telegram(b, token.i)):
        return True
    return any(f.vorm == "deelwoord" for f in forms) and b.auxiliary_before(token.i, _MET_DEELWOORD)


def _reads_as_finite(b: Zinsbeeld, token: Token, forms: Vormen) -> bool:
    """Decide by the tag, and where there is none by the tables."""
    kinds = {f.vorm for f in forms}
    tagged = b.verb_form(token.i)
    if tagged == "Fin":
        plausible = bool(forms) or token.lower_.endswith(("t", "n", "de", "te"))
        before = b.preceding(token.i)
        if before is not None and not forms and before.pos_ in ("DET", "NUM", "ADJ"):
            return False
        return plausible and not (before is not None and before.lower_ in _VOOR_NAAMWOORDEN)
    if "pv" in kinds:
        return not tagged or token.pos_ not in ("VERB", "AUX") or token.lower_.endswith("t")
    if "ik" in kinds and "ik" in b.laag[max(b.begin, token.i - 1) : token.i + 2]:
        return True
    if "verleden" in kinds and "deelwoord" not in kinds:
        return True
    return _goes_with_several(b, token.i, forms)


def _is_other_word(b: Zinsbeeld, token: Token) -> bool:
    """A noun behind an article is no verb, whatever the table says: ``het bericht``, ``de vraag``.

    Right behind an actor a third person form is one, also where a capital or a typo misled the tagger.
    """
    if token.pos_ not in _ANDERE_SOORTEN:
        return False
    before = b.preceding(token.i)
    in_phrase = before is not None and (before.lower_ in w.LIDWOORDEN or before.pos_ in ("ADJ", "DET"))
    if in_phrase and token.i - 1 not in b.in_naam:
        return True
    third_person = any(f.vorm == "pv" for f in b.tabel.lookup(token.lower_))
    return not (third_person and b.actor_before(token.i) is not None)


def _must_be(b: Zinsbeeld, token: Token) -> bool:
    """In a sentence without any other, a third person form of the table is the verb, whatever the tagger says."""
    kinds = {f.vorm for f in b.tabel.lookup(token.lower_)}
    behind_article = token.i > b.begin and b.laag[token.i - 1] in w.LIDWOORDEN
    return "pv" in kinds and "deelwoord" not in kinds and token.lower_.endswith("t") and not behind_article


def _closes_clause(b: Zinsbeeld, i: int) -> bool:
    """Tell whether a word stands last behind ``dat``: there a table form is the verb of that clause."""
    if not _ends_here(b, i):
        return False
    for j in range(i - 1, b.begin - 1, -1):
        if b.laag[j] in b.hulp or b.laag[j] == "te":
            return False
        if b.laag[j] in ("dat", "zodat", "omdat") and b.is_subordinator(j):
            return j + 1 in b.begint
    return False


def _ends_here(b: Zinsbeeld, i: int) -> bool:
    after = b.following(i)
    return after is None or after.is_punct


def _behind_one_person(b: Zinsbeeld, i: int) -> bool:
    """A plural form does not go with one person: ``Jan bellen`` is an infinitive."""
    actor = b.eindigt.get(i)
    return actor is not None and actor.soort in ("persoon", "naam") and len(b.together(actor)) == 1


def _is_subordinated(b: Zinsbeeld, i: int) -> bool:
    """In a main clause ``opvragen`` in one word is no finite verb."""
    return any(b.is_subordinator(j) for j in range(b.begin, i))


def _is_infinitive(b: Zinsbeeld, token: Token, *, bare: bool = False) -> bool:
    """Tell ``kunnen`` the infinitive (``zal kunnen``) from ``kunnen`` the finite verb.

    ``bare`` asks it of a full verb: only an auxiliary before it makes an infinitive of that.
    """
    if not token.lower_.endswith("n") or token.lower_ == "ben":
        return False
    if b.auxiliary_before(token.i, _MET_INFINITIEF):
        return True
    if bare or b.actor_before(token.i) is not None:
        return False
    return b.verb_form(token.i) not in ("", "Fin")


def _closes_telegram(b: Zinsbeeld, i: int) -> bool:
    """``Jan de stukken nalopen``: an infinitive at the end of a sentence without any other verb."""
    if i - b.begin < 2 or b.actor_before(i) is not None or not _ends_here(b, i):
        return False
    earlier = range(b.begin, i)
    return not any(b.is_subordinator(j) or b.laag[j] in b.hulp or b.verb_form(j) == "Fin" for j in earlier)


def _goes_with_several(b: Zinsbeeld, i: int, forms: Vormen) -> bool:
    """Read ``TV en KN maken`` and ``bespreken we``: beside several actors a plural form is finite."""
    if not any(f.meervoud for f in forms) or any(b.laag[j] in b.hulp for j in range(b.begin, i)):
        return False
    if i + 1 < b.eind and b.laag[i + 1] in w.WIJ:
        return True
    actor = b.actor_before(i)
    return actor is not None and (len(b.together(actor)) > 1 or actor.soort in ("wij", "allen"))
