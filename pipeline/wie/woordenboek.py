"""What a word is known as: a common word, a surname, a first name, a place, an abbreviation.

The dictionary is one sorted text (``data/woordenboek.z``, made by ``scripts/maak_woordenboek.py``; sources and
licences in docs/namen.md), unpacked when it is first asked for and searched where it lies: no set is built.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.wie.woorden import fold_woord, split_woorden

# Letters from which a word, or a compound, is too long for a surname that nobody knows.
_LANG_WOORD, _LANG_SAMENSTELLING = 13, 12
# Ends of words for a deed, a quality or a thing of the office, on which no surname ends.
_GEEN_NAAMSTAART = re.compile(
    r"(?:ende?|ing|ingen|heid|heden|tie|ties|lijke?|ische?|bare?|baar|eren|eerde?|teit|teiten|gegevens|registers?|proces|"
    r"processen|plannen|sector|sectoren|versies?|punt|punten|stelsels?|logy|logie|ments?|tions?|ness|ables?|ities|ity|media|"
    r"standaard|standaarden|raad|team|teams|loos|loze)\Z"
)
# Ends of learned words: behind enough letters a word is one, also where it is misspelt or in no dictionary.
_GELEERDE_STAART = re.compile(
    r"\w{4,}(?:aties?|ionering|isering|iteit|iteiten|ologie|ectuur|talige?"
    r"|(?:ig|lijk|baar|zaam|loos|eerd|achtig)he(?:id|den))\Z"
)
# Things of the office on which no surname ends, whatever stands before: "Edustandaard", "Wergroep".
_DINGSTAART = re.compile(
    r"\w{3,}?(?:standaard(?:en)?|registers?|systeem|systemen|platforms?|software|portaal|portalen|modules?|netwerk(?:en)?"
    r"|groep(?:en)?|gegevens|objects?|objecten|servers?|data|codes?)\Z|i?bestuur\Z"
)
# The noun of a verb with the s that joins it to what follows: no surname begins with it.
_DAADWOORD = re.compile(r"\w{3,}(?:ings|heids|teits|ties|ments)\Z")
# What is put before a word to make another.
_VOORSTUKKEN = frozenset("geo bio info micro mini multi auto euro tele inter sub meta semi digi cyber net web "
                         "proto".split())  # fmt: skip
# A Dutch participle of an English verb: "gereviewd".
_VERNEDERLANDST = re.compile(r"ge(?P<stam>[a-z]{4,}?)(?:e?[dt])\Z")
_DELEN = 4  # letters a part of a compound has at least
_LANG_DEEL = 7  # letters of a first part behind which a short last part is believed: "Gegevensknooppunt"
_NAAMSTAARTEN = ("", "s", "e", "en", "er", "ers", "se", "man", "mans", "ma", "sma", "stra", "ing", "ink", "je", "sen")
# Words on which surnames end: a compound that ends on one is no proof of a common word ("Bonenkamp").
_NAAMEINDEN = (
    "akker baan bakker beek beemd berg bergen bloem boer boom boon bos bosch brand brink broek brug burg dam dijk "
    "dorp drecht donk eind einde gaard goed graaf haag haar hart have heer heide heim heuvel hoed hoek hof hoff "
    "hoeve hol horst hout huis huizen hul jager kamp kampen kant kerk ker kes kist kroon kuip laan laar land "
    "landen laken lander leger lo loo maker man mans meer meester meijer mond molen molenaar mulder oever oord "
    "ooms paard pad plas poel poort pot ring rijk rode rooij schot slag sloot smit stad staal stede steeg steen "
    "stein ster stok stra straat stroom stra uizen vaart veen veld velden vis visser vliet vlug vogel voet voort "
    "voorde vos vrij waard wal wagen water weg wegen weide werf werk wijk wijn wind wolf woud "
    "zand zee zoon zwaan".split()
)
# The short words that addresses are put together with.
_KORTE_SCHAKELS = frozenset("geo web api van het een the and for bij uit per".split())
# Behind five letters or more these end no surname.
_ZEKERE_STRATEN = ("straat", "plein", "gracht", "singel", "kade", "boulevard", "gebouw", "laan")
_VOOR_STRAAT = 5
# Behind a first name too these are the place that is called after somebody: "Maria Voorbeeldplein".
_GENOEMD_NAAR = ("plein", "gracht", "singel", "kade", "boulevard", "gebouw")
_STRATEN = ("straat", "straten", "laan", "plein", "kade", "singel", "gracht", "weg", "dreef", "steeg", "boulevard",
            "allee", "gebouw", "toren", "park", "station", "school", "huis")  # fmt: skip


@cache
def _tekst() -> bytes:
    return zlib.decompress((files("pipeline.wie") / "data" / "woordenboek.z").read_bytes())


@cache
def load_lijst(naam: str) -> frozenset[str]:
    """Return one of the short lists: ``voornamen``, ``woordnamen``, ``instanties``, ``plaatsen``, ``letterwoorden``.

    A name of several words is written with ``_`` between them, and folded as one.
    """
    text = (files("pipeline.wie") / "data" / f"{naam}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold_woord(word) for line in lines for word in line.split())


@lru_cache(maxsize=65536)
def soorten(vorm: str) -> str:
    """Return what a folded word is known as, a letter each; empty for a word nobody knows.

    ``w`` a Dutch word in small letters, ``e`` an English one, ``c`` one that is often written, ``a`` a surname, ``v``
    a first name, ``n`` something with a capital, ``p`` a place or who comes from there, ``k`` an abbreviation.
    """
    text, wanted = _tekst(), vorm.encode("utf-8")
    low, high = 0, len(text) - 1
    while low < high:
        start = text.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        end = text.find(b"\n", start)
        word, _, letters = text[start:end].partition(b"\t")
        if word == wanted:
            return letters.decode("ascii")
        if word < wanted:
            low = end
        else:
            high = start - 1
    return ""


@lru_cache(maxsize=65536)
def is_woord(vorm: str) -> bool:
    """Tell whether this is a common word, or one put together of common words."""
    return _is_kort_woord(vorm) or _is_gevormd(vorm) or _is_samenstelling(vorm)


@lru_cache(maxsize=65536)
def is_alledaags(vorm: str) -> bool:
    """Tell whether nobody is called so: a word that is often written, an English one, or a long or plain compound."""
    known = soorten(vorm)
    if "w" in known:
        return "c" in known or len(vorm) >= _LANG_WOORD or _GEEN_NAAMSTAART.search(vorm) is not None
    if "e" in known:
        return not set("anv") & set(known)
    if _is_gevormd(vorm):
        return True
    long = len(vorm) >= _LANG_SAMENSTELLING or _GEEN_NAAMSTAART.search(vorm) is not None
    return _is_samenstelling(vorm, is_alledaags=not long)


def _is_gevormd(vorm: str) -> bool:
    """Tell whether a word is made as words are, and no name: ``Versionering``, ``Programmeringstafel``."""
    if set("av") & set(soorten(vorm)):
        return False
    if _GELEERDE_STAART.match(vorm) or _DINGSTAART.match(vorm) or vorm in _VOORSTUKKEN:
        return True
    participle = _VERNEDERLANDST.match(vorm)
    if participle and "e" in soorten(participle["stam"]):
        return True
    return any(_joins(vorm[:cut], vorm[cut:]) for cut in range(3, len(vorm) - 2))


def _joins(head: str, tail: str) -> bool:
    """Tell whether two parts make a word because of the first one."""
    if head in _VOORSTUKKEN:
        long = len(tail) >= _DELEN or len(head) >= _DELEN
        return long and "c" in soorten(tail) and not _can_end_name(tail)
    return _DAADWOORD.match(head) is not None and "w" in soorten(head[:-1]) and "w" in soorten(tail)


def _is_kort_woord(vorm: str) -> bool:
    known = soorten(vorm)
    return "w" in known or "e" in known


@lru_cache(maxsize=65536)
def _is_samenstelling(vorm: str, is_alledaags: bool = False) -> bool:
    """Tell whether a word is two common words, perhaps with an s, e or n between; ``Doorstroomlocaties``.

    ``is_alledaags`` asks for two words that are often written. What is known as a name is none.
    """
    if set("anv") & set(soorten(vorm)):
        return False
    for cut in range(3, len(vorm) - _DELEN + 1):
        head, tail = vorm[:cut], vorm[cut:]
        if not _is_kort_woord(tail) or _can_end_name(tail):
            continue
        if not is_persoonsnaam(head) and "c" in soorten(tail) and any("c" in soorten(h) for h in _heads(head)):
            return True
        # A short part proves little where it is hardly ever written: "Overveen".
        short = cut < _DELEN or (len(tail) == _DELEN and cut < _LANG_DEEL)
        if not is_alledaags and not short and any(_is_deel(h) for h in _heads(head)):
            return True
    return False


@lru_cache(maxsize=4096)
def _can_end_name(tail: str) -> bool:
    """Tell whether surnames end so: ``kampers``, ``dijkers``, ``huizen``; then a compound proves nothing."""
    names = load_lijst("woordnamen")
    if any(tail.removesuffix(end) in _NAAMEINDEN for end in _NAAMSTAARTEN) or {tail, tail.removesuffix("s")} & names:
        return True
    return is_persoonsnaam(tail) and "c" not in soorten(tail)


def _heads(head: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((head, head.removesuffix("s"), head.removesuffix("en"), head.removesuffix("e"))))


def _is_deel(head: str) -> bool:
    if len(head) < _DELEN - 1:
        return False
    known = soorten(head)
    plain = "w" in known or "p" in known or "e" in known
    return plain or is_instantie(head) or (len(head) >= 2 * _DELEN and _is_samenstelling(head))


def lijkt_woord(vorm: str) -> bool:
    """Tell whether a word that somebody wrote in small letters is one: nobody is called so, and a word ends it."""
    if is_persoonsnaam(vorm) or "n" in soorten(vorm):
        return False
    tails = (vorm[cut:] for cut in range(len(vorm) - _DELEN + 1))
    return any("w" in soorten(tail) and not _can_end_name(tail) for tail in tails)


@lru_cache(maxsize=4096)
def is_rij_woorden(vorm: str) -> bool:
    """Tell whether a word in a link is common words written as one: ``centrumvoorstandaarden``."""
    if is_persoonsnaam(vorm) or "n" in soorten(vorm):
        return False
    ends = {0}
    for end in range(3, len(vorm) + 1):
        if any(_is_schakel(vorm[start:end]) for start in ends if end - start >= 3):
            ends.add(end)
    return len(vorm) in ends


def _is_schakel(deel: str) -> bool:
    """Tell whether letters are a word in such a row; a short one has to be written often."""
    if _can_end_name(deel) or is_voornaam(deel):
        return False
    return deel in _KORTE_SCHAKELS if len(deel) < _DELEN else _is_kort_woord(deel)


def is_straat(vorm: str) -> bool:
    """Tell whether this is the name of a street, whoever it is called after."""
    return any(vorm.endswith(end) and len(vorm) >= len(end) + _VOOR_STRAAT for end in _ZEKERE_STRATEN)


def is_genoemd_naar(vorm: str) -> bool:
    """Tell whether this ends the name of a square or a building that may be called after a person."""
    return is_straat(vorm) and vorm.endswith(_GENOEMD_NAAR) and not is_persoonsnaam(vorm)


def is_plaats(vorm: str) -> bool:
    """Tell whether this is a place, somebody or something from there, or a street."""
    if "p" in soorten(vorm) or vorm in load_lijst("plaatsen") or is_straat(vorm):
        return True
    street = next((end for end in _STRATEN if vorm.endswith(end) and len(vorm) > len(end) + 3), None)
    return street is not None and ("w" in soorten(vorm) or bool(soorten(vorm[: -len(street)].removesuffix("s"))))


def is_instantie(vorm: str) -> bool:
    """Tell whether this is known as a body, a program or another thing with a capital; countries are too."""
    return vorm in load_lijst("instanties") or vorm in _landen()


def is_afkorting(vorm: str) -> bool:
    """Tell whether this is a known abbreviation."""
    return "k" in soorten(vorm)


def is_persoonsnaam(vorm: str) -> bool:
    """Tell whether people are called so: a surname or a first name, whatever else it is."""
    known = soorten(vorm)
    return "a" in known or "v" in known or vorm in load_lijst("woordnamen") or vorm in load_lijst("voornamen")


def is_gangbare_voornaam(woord: str) -> bool:
    """Tell whether a word as written is one of the common first names, which tell a person from a thing."""
    return fold_woord(woord) in load_lijst("voornamen")


def is_voornaam(vorm: str) -> bool:
    """Tell whether this is a first name."""
    return vorm in load_lijst("voornamen") or "v" in soorten(vorm)


@cache
def _landen() -> frozenset[str]:
    """The names of countries and languages in Dutch, word by word."""
    from babel import Locale

    dutch = Locale("nl")
    names = (*dutch.territories.values(), *dutch.languages.values())
    return frozenset(w.vorm for name in names for w in split_woorden(name) if len(w.vorm) > 3)
