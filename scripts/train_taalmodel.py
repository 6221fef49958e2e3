"""Train the compact Dutch spaCy model that the project ships.

    python scripts/train_taalmodel.py TREEBANK_DIR OUTPUT_DIR [--steps N] [--part tune]

TREEBANK_DIR holds the CoNLL-U files of UD_Dutch-Alpino and UD_Dutch-LassySmall (CC BY-SA 4.0). Blocks of
consecutive sentences are held back, chosen by a hash of their identifiers, so the same sentences are held
back on every machine; nothing is chosen by looking at them. Hyperparameters are compared with `--part tune`,
which measures on a second, separate part; the final run trains on everything but the held-back part.

Training is a fixed number of steps with a learning rate that falls to zero, and the averaged weights are
kept: so there is no choice of a best checkpoint that could lean on the held-back part.

Writes the model with spaCy's to_disk, and scores.json beside its files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy import about
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Adam, fix_random_seed
from thinc.schedules import warmup_linear

META = {
    "name": "regietafel",
    "version": "1.0.0",
    "description": "Compact Dutch pipeline for meeting minutes",
    "license": "CC BY-SA 4.0",
    "author": "regietafel",
    "sources": [
        {"name": "UD_Dutch-Alpino", "author": "University of Groningen", "license": "CC BY-SA 4.0"},
        {"name": "UD_Dutch-LassySmall", "author": "University of Groningen", "license": "CC BY-SA 4.0"},
    ],
}
SETTINGS = ("steps", "rate", "words", "drop", "width", "depth", "hidden", "part")
# Files beside the model that say something about it.
NOT_MODEL = ("scores.json", "MODEL.md")
SEED = 20261
HELD_BACK = 450
BLOCK = 5


def word_list(text: str) -> list[str]:
    """Give the words of a table in the code."""
    return text.split()


def line_list(text: str) -> list[str]:
    """Give the lines of a table in the code; a line with only a dash stands for nothing at all."""
    return [line.strip().removeprefix("-") for line in text.strip().split("\n")]


REPORTED_LABELS = word_list("""
    nsubj nsubj:pass obj iobj obl obl:agent obl:arg aux aux:pass cop xcomp ccomp compound:prt mark advmod ROOT
""")

# Abbreviations that end in a period without ending a sentence, beyond the ones spaCy's Dutch tokenizer knows.
AFKORTINGEN = word_list("""
    a.d.h.v. a.h.v. art. ass. bgm. bijl. blz. cie. d.m.v. dhr. e.e.a. evt. gedep. h.t. i.a. i.c.
    i.c.m. i.h.b. i.h.k.v. i.k.v. i.o. i.o.m. i.r.t. i.s.m. i.v.m. incl. excl. jl. j.l. m.b.t.
    m.b.v. m.i.v. m.n. m.u.v. mevr. mw. n.a.v. n.o.t.k. n.t.b. n.v.t. nr. nrs. o.a. o.b.v. o.l.v.
    o.v. o.v.v. p.m. plv. r.o. secr. sp.a. t.a.v. t.b.v. t.g.v. t.k. t.l.v. t.n.v. t.o.v. t.z.t.
    tel. v.w.b. vz. wnd. weth. z.s.m. zgn.
""")


# Of these, the ones that always have something after them.
NOOIT_AAN_HET_EIND = word_list("""
    a.d.h.v. art. ca. d.m.v. dhr. dr. drs. evt. i.h.k.v. i.k.v. i.o.m. i.p.v. i.r.t. i.s.m. i.v.m. incl. ing. ir.
    m.b.t. m.b.v. m.i.v. m.n. m.u.v. mevr. mr. mw. n.a.v. nr. nrs. o.a. o.b.v. o.l.v. plv. prof. t.a.v. t.b.v. t.g.v.
    o.m. t.l.v. t.n.v. t.o.v. v.w.b. weth. wnd.
""")

# --- the treebank ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Woord:
    """One token with its annotation; `head` is an index in the sentence, its own index for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    spatie: bool = True


Zin = tuple[Woord, ...]
Tekst = list[Zin]


@dataclass(frozen=True)
class Blok:
    """A few consecutive sentences of one document: the unit that is trained on or held back."""

    bron: str
    document: str
    sleutel: str
    zinnen: tuple[Zin, ...]


def join_lemma(lemma: str, form: str) -> str:
    """Turn the treebank's `regering_partij` into a word: regeringspartij, with the form's linking letters."""
    links, *rest = lemma.split("_")
    for deel in rest:
        voegsels = (
            v
            for v in ("", "-", "/", "s", "s-", "en", "en-", "e", "n")
            if form.lower().startswith((links + v + deel[:2]).lower())
        )
        links += next(voegsels, "") + deel
    return links


def plain_lemma(form: str, lemma: str, deeltjes: Iterable[str]) -> str:
    """Give the lemma that can be read off the form itself.

    The treebank gives `zoekt ... uit` the lemma `uit_zoeken`. The particle stands elsewhere in the sentence,
    so an edit of the form cannot produce it; here the verb is `zoeken`, and whoever needs the whole verb puts
    the `compound:prt` child in front of it.
    """
    if "_" in form or "_" not in lemma:
        return lemma
    deel, _, rest = lemma.partition("_")
    if deel.lower() in deeltjes and not form.lower().startswith(deel.lower()):
        lemma = rest
    return join_lemma(lemma, form)


def keep_feats(feats: str) -> str:
    """Drop the features that describe fixed expressions and spelling, which nobody asks this model for."""
    kept = [f for f in feats.split("|") if f != "_" and not f.startswith(("ExtPos=", "Typo=", "Style="))]
    return "|".join(kept)


def read_sentence(block: str) -> tuple[str, Zin]:
    """Read one CoNLL-U sentence; empty nodes are not words and are left out."""
    sent_id = next(line.split("=", 1)[1].strip() for line in block.split("\n") if line.startswith("# sent_id"))
    rows = [row for line in block.split("\n") if not line.startswith("#") and (row := line.split("\t"))[0].isdigit()]
    deeltjes: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        if row[7] == "compound:prt":
            deeltjes[int(row[6])].add(row[1].lower())
    zin = tuple(
        Woord(
            form=row[1],
            lemma=plain_lemma(row[1], row[2], deeltjes[index + 1]),
            upos=row[3],
            feats=keep_feats(row[5]),
            head=int(row[6]) - 1 if row[6] != "0" else index,
            dep=row[7],
            spatie="SpaceAfter=No" not in row[9],
        )
        for index, row in enumerate(rows)
    )
    return sent_id, zin


def read_blocks(treebank: Path) -> list[Blok]:
    """Read every CoNLL-U file of the directory into blocks of consecutive sentences of one document."""
    blokken: list[Blok] = []
    for path in sorted(treebank.glob("*.conllu")):
        bron = re.sub(r"-(dev|test|train)$", "", path.stem)
        documenten: dict[str, list[tuple[str, Zin]]] = defaultdict(list)
        for text in path.read_text(encoding="utf-8").strip().split("\n\n"):
            sent_id, zin = read_sentence(text)
            documenten[re.sub(r"(\.p\.\d+)?\.s\.\d+$", "", sent_id)].append((sent_id, zin))
        for document, zinnen in documenten.items():
            for start in range(0, len(zinnen), BLOCK):
                deel = zinnen[start : start + BLOCK]
                sleutel = hashlib.sha256(f"{bron} {deel[0][0]}".encode()).hexdigest()
                blokken.append(Blok(bron, document, sleutel, tuple(zin for _, zin in deel)))
    return blokken


def fingerprint(zin: Zin) -> str:
    """Give the words of a sentence in a form in which two copies are equal."""
    return " ".join(woord.form.lower() for woord in zin)


def take(blokken: list[Blok], size: int) -> list[Blok]:
    """Take about `size` sentences, from every treebank its share, in the order of the blocks' hashes."""
    totaal = sum(len(blok.zinnen) for blok in blokken)
    taken: list[Blok] = []
    for bron in sorted({blok.bron for blok in blokken}):
        eigen = sorted((blok for blok in blokken if blok.bron == bron), key=lambda blok: blok.sleutel)
        quota = round(size * sum(len(blok.zinnen) for blok in eigen) / totaal)
        for blok in eigen:
            if quota <= 0:
                break
            taken.append(blok)
            quota -= len(blok.zinnen)
    return taken


def without_copies(blokken: list[Blok], other: list[Blok]) -> list[Blok]:
    """Drop from `blokken` every sentence that also occurs, word for word, in `other`."""
    seen = {fingerprint(zin) for blok in other for zin in blok.zinnen}
    kept = (replace(b, zinnen=tuple(z for z in b.zinnen if fingerprint(z) not in seen)) for b in blokken)
    return [blok for blok in kept if blok.zinnen]


def split(blokken: list[Blok], part: str) -> tuple[list[Blok], list[Blok]]:
    """Give the blocks to train on and the blocks to measure on; `tune` never sees the held-back part."""
    held = take(blokken, HELD_BACK)
    keys = {blok.sleutel for blok in held}
    train = without_copies([blok for blok in blokken if blok.sleutel not in keys], held)
    if part == "tune":
        held = take(train, HELD_BACK)
        keys = {blok.sleutel for blok in held}
        train = without_copies([blok for blok in train if blok.sleutel not in keys], held)
    return train, held


def held_back(treebank: Path) -> list[Blok]:
    """Give the fixed part that is never trained on."""
    return split(read_blocks(treebank), "held-back")[1]


# --- made-up sentences in the style of minutes -------------------------------------------------------------
#
# The treebanks are news, law and encyclopedia: past tense, no abbreviated titles, no one who "zoekt dit uit".
# The sentences below are made up and annotated as the treebanks would. A phrase is words written as
# `form/lemma/code>head:dep`, the head counted from 1 within the phrase; the word without a head carries it.

CODES = {
    "N": ("NOUN", "Gender=Com|Number=Sing"),
    "NO": ("NOUN", "Gender=Neut|Number=Sing"),
    "NP": ("NOUN", "Number=Plur"),
    "E": ("PROPN", "Gender=Com|Number=Sing"),
    "EO": ("PROPN", "Gender=Neut|Number=Sing"),
    "DE": ("DET", "Definite=Def"),
    "EEN": ("DET", "Definite=Ind"),
    "D": ("DET", ""),
    "A": ("ADJ", "Degree=Pos"),
    "B": ("ADV", ""),
    "P": ("ADP", ""),
    "T": ("NUM", ""),
    "X": ("X", "Abbr=Yes"),
    "VS": ("VERB", "Number=Sing|Tense=Pres|VerbForm=Fin"),
    "VP": ("VERB", "Number=Plur|Tense=Pres|VerbForm=Fin"),
    "VI": ("VERB", "VerbForm=Inf"),
    "VD": ("VERB", "VerbForm=Part"),
    "HS": ("AUX", "Number=Sing|Tense=Pres|VerbForm=Fin"),
    "HP": ("AUX", "Number=Plur|Tense=Pres|VerbForm=Fin"),
    "S": ("SCONJ", ""),
    "C": ("CCONJ", ""),
    "U": ("PUNCT", ""),
    "DIT": ("PRON", "Person=3|PronType=Dem"),
    "HIJ": ("PRON", "Case=Nom|Person=3|PronType=Prs"),
    "WIJ": ("PRON", "Case=Nom|Person=1|PronType=Prs"),
}

NAMEN = word_list("""
    Frank Marieke Jeroen Fatima Sanne Bram Youssef Ellen Kees Wilma Daan Hatice Ruud Petra Gijs
    Nienke Omar Tineke Koen Lotte Arjan Ingrid Sven Mirjam Thijs Aaltje Hans Karin Pim Rosa AB JdV
    MvD PK HJ
""")
ACHTERNAMEN = word_list("""
    Jansen Bakker Visser Smit Mulder Bos Vos Peters Hendriks Kok Kuipers Brouwer Schouten Hoekstra
    Postma Dijkstra Yilmaz Haddad Veenstra Wiersma Koster Prins
""")
DUBBELNAMEN = (
    "De Vries",
    "Van Dijk",
    "Van den Berg",
    "De Boer",
    "Van der Meer",
    "De Lange",
    "Ten Brink",
    "El Amrani",
)
PERSONEN = line_list("""
    De/de/DE>2:det voorzitter/voorzitter/N
    De/de/DE>2:det secretaris/secretaris/N
    De/de/DE>2:det wethouder/wethouder/N
    De/de/DE>2:det provincie/provincie/N
    De/de/DE>2:det gemeente/gemeente/N {PLAATS}/{PLAATS}/EO>2:appos
    Het/het/DE>2:det secretariaat/secretariaat/NO
    De/de/DE>2:det werkgroep/werkgroep/N
    De/de/DE>2:det projectleider/projectleider/N
    Het/het/DE>2:det COA/COA/EO
    De/de/DE>2:det commissaris/commissaris/N
    VNG/VNG/EO
    De/de/DE>2:det burgemeester/burgemeester/N van/van/P>4:case {PLAATS}/{PLAATS}/EO>2:nmod
    De/de/DE>2:det notulist/notulist/N
    Een/een/EEN>2:det lid/lid/NO van/van/P>5:case de/de/DE>5:det raad/raad/N>2:nmod
""")
TITELS = line_list("""
    Dhr./dhr./N
    dhr./dhr./N
    Mw./mw./N
    mw./mw./N
    Mevr./mevr./N
    Mevrouw/mevrouw/N
    De/de/DE>2:det heer/heer/N
    Wethouder/wethouder/N
    Burgemeester/burgemeester/N
    Drs./drs./N
    Ir./ir./N
""")
MEERVOUDEN = line_list("""
    De/de/DE>2:det leden/lid/NP
    De/de/DE>2:det gemeenten/gemeente/NP
    De/de/DE>2:det aanwezigen/aanwezige/NP
    Alle/al/D>2:det partners/partner/NP
    We/we/WIJ
    Wij/wij/WIJ
    {NAAM}/{NAAM}/E en/en/C>3:cc {NAAM}/{NAAM}/E>1:conj
""")
PLAATSEN = ("Waterdorp", "Oosterveen", "Zandwijk", "Lindeloo", "Meerburg", "Noordhoven")
ZAKEN = line_list("""
    dit/dit/DIT
    dat/dat/DIT
    een/een/EEN>2:det voorstel/voorstel/NO
    de/de/DE>2:det planning/planning/N
    de/de/DE>2:det begroting/begroting/N
    een/een/EEN>2:det notitie/notitie/N over/over/P>5:case de/de/DE>5:det kosten/kost/NP>2:nmod
    het/het/DE>2:det verslag/verslag/NO
    de/de/DE>3:det nieuwe/nieuw/A>3:amod cijfers/cijfer/NP
    de/de/DE>2:det afspraken/afspraak/NP m.b.t./m.b.t./P>5:case de/de/DE>5:det opvang/opvang/N>2:nmod
    een/een/EEN>2:det overzicht/overzicht/NO t.b.v./t.b.v./P>5:case de/de/DE>5:det raad/raad/N>2:nmod
    stukken/stuk/NP (/(/U>3:punct nr./nr./X>1:parataxis {CIJFER}/{CIJFER}/T>3:appos )/)/U>3:punct
    de/de/DE>2:det brief/brief/N van/van/P>4:case {CIJFER}/{CIJFER}/T>2:nmod {MAAND}/{MAAND}/E>4:flat
    de/de/DE>2:det mail/mail/N van/van/P>4:case 2/2/T>2:nmod {MAAND}/{MAAND}/E>4:flat jl./jl./X>4:nmod
    actie/actie/N nr./nr./X>1:appos {CIJFER}/{CIJFER}/T>2:appos
    de/de/DE>2:det vraag/vraag/N
    de/de/DE>2:det agenda/agenda/N
    de/de/DE>3:det definitieve/definitief/A>3:amod versie/versie/N
    een/een/EEN>2:det afspraak/afspraak/N met/met/P>5:case de/de/DE>5:det provincie/provincie/N>2:nmod
""")
ZAKEN_ONDERWERP = tuple(z for z in ZAKEN if "/NP" not in z)
TERMIJNEN = line_list("""
    -
    -
    -
    vóór/vóór/P>2:case {CIJFER}/{CIJFER}/T {MAAND}/{MAAND}/E>2:flat
    voor/voor/P>2:case {MAAND}/{MAAND}/E
    uiterlijk/uiterlijk/A>2:amod {CIJFER}/{CIJFER}/T {MAAND}/{MAAND}/E>2:flat
    in/in/P>2:case {MAAND}/{MAAND}/E
    volgende/volgend/A>2:amod week/week/N
    in/in/P>4:case het/het/DE>4:det eerste/één/A>4:amod kwartaal/kwartaal/NO
    voor/voor/P>4:case de/de/DE>4:det volgende/volgend/A>4:amod vergadering/vergadering/N
    z.s.m./z.s.m./X
""")
WIJZEN = line_list("""
    -
    -
    d.m.v./d.m.v./P>3:case een/een/EEN>3:det presentatie/presentatie/N
    i.s.m./i.s.m./P>3:case de/de/DE>3:det gemeenten/gemeente/NP
    namens/namens/P>3:case de/de/DE>3:det werkgroep/werkgroep/N
    met/met/P>2:case {NAAM}/{NAAM}/E
    n.a.v./n.a.v./P>3:case het/het/DE>3:det overleg/overleg/NO
    in/in/P>5:case o.a./o.a./X>5:nmod de/de/DE>5:det kleine/klein/A>5:amod gemeenten/gemeente/NP
""")
MAANDEN = word_list("""
    januari februari maart april mei juni juli augustus september oktober november december
""")
# particle, finite singular, infinitive without the particle, participle
SCHEIDBAAR = line_list("""
    uit zet zetten uitgezet
    af handelt handelen afgehandeld
    bij stelt stellen bijgesteld
    aan scherpt scherpen aangescherpt
    toe voegt voegen toegevoegd
    aan meldt melden aangemeld
    af wacht wachten afgewacht
    in vult vullen ingevuld
    in plant plannen ingepland
    door neemt nemen doorgenomen
    na loopt lopen nagelopen
    uit stelt stellen uitgesteld
    in richt richten ingericht
    uit zoekt zoeken uitgezocht
    op stelt stellen opgesteld
    toe licht lichten toegelicht
    na gaat gaan nagegaan
    aan levert leveren aangeleverd
    aan past passen aangepast
    af stemt stemmen afgestemd
    rond stuurt sturen rondgestuurd
    door geeft geven doorgegeven
    terug koppelt koppelen teruggekoppeld
    uit werkt werken uitgewerkt
    voor legt leggen voorgelegd
    in dient dienen ingediend
    mee neemt nemen meegenomen
    bij houdt houden bijgehouden
    aan vult vullen aangevuld
    op vraagt vragen opgevraagd
    door stuurt sturen doorgestuurd
    in brengt brengen ingebracht
    vast stelt stellen vastgesteld
    op pakt pakken opgepakt
    voor bereidt bereiden voorbereid
    aan kaart kaarten aangekaart
    af rondt ronden afgerond
    op neemt nemen opgenomen
    uit nodigt nodigen uitgenodigd
    toe stuurt sturen toegestuurd
    bij werkt werken bijgewerkt
    samen vat vatten samengevat
    na vraagt vragen nagevraagd
""")
ENKELVOUDIG = line_list("""
    mailt mailen gemaild
    verstuurt versturen verstuurd
    verzendt verzenden verzonden
    meldt melden gemeld
    inventariseert inventariseren geïnventariseerd
    evalueert evalueren geëvalueerd
    actualiseert actualiseren geactualiseerd
    bevestigt bevestigen bevestigd
    levert leveren geleverd
    checkt checken gecheckt
    bekijkt bekijken bekeken
    beantwoordt beantwoorden beantwoord
    behandelt behandelen behandeld
    beoordeelt beoordelen beoordeeld
    verzamelt verzamelen verzameld
    noteert noteren genoteerd
    wijzigt wijzigen gewijzigd
    maakt maken gemaakt
    schrijft schrijven geschreven
    stuurt sturen gestuurd
    bespreekt bespreken besproken
    controleert controleren gecontroleerd
    verspreidt verspreiden verspreid
    deelt delen gedeeld
    regelt regelen geregeld
    organiseert organiseren georganiseerd
    publiceert publiceren gepubliceerd
    vraagt vragen gevraagd
    onderzoekt onderzoeken onderzocht
    verwerkt verwerken verwerkt
    agendeert agenderen geagendeerd
    plant plannen gepland
    benadert benaderen benaderd
    bewaakt bewaken bewaakt
""")
MODAAL = (("zal", "zullen"), ("kan", "kunnen"), ("moet", "moeten"))
# Clauses: `dep=SLOT`; the slot `root` carries the clause, [..] puts in a clause of the second list.
ZINNEN = line_list("""
    nsubj=PERSOON root=NEEMT obl=TERMIJN obj=CONTACT compound:prt=OP obl=MET punct=.
    advmod=Er aux:pass=WORDT obl=TERMIJN nsubj:pass=ONDERWERP root=DEELWOORD punct=.
    nsubj=PERSOON aux=HEEFT obj=ZAAK root=DEELWOORD punct=.
    nsubj=ONDERWERP root=KOMT obl=TERMIJN compound:prt=TERUG punct=.
    nsubj=PERSOON root=PV obj=ZAAK obl=TERMIJN compound:prt=DEELTJE punct=.
    nsubj=PERSOON root=PV obj=ZAAK obl=TERMIJN compound:prt=DEELTJE punct=.
    nsubj=PERSOON root=PV obl=TERMIJN obj=ZAAK obl=WIJZE compound:prt=DEELTJE punct=.
    obl=TERMIJN root=PV nsubj=PERSOON obj=ZAAK compound:prt=DEELTJE punct=.
    nsubj=PERSOON root=PV compound:prt=DEELTJE obl=WIJZE punct=.
    nsubj=PERSOON root=PVE obj=ZAAK obl=TERMIJN obl=WIJZE punct=.
    nsubj=PERSONEN root=PVM obj=ZAAK obl=TERMIJN compound:prt=DEELTJE punct=.
    nsubj=PERSONEN root=PVME obj=ZAAK obl=WIJZE punct=.
    nsubj=PERSOON aux=MODAAL obj=ZAAK obl=TERMIJN root=INF punct=.
    nsubj=PERSOON aux=MODAAL obl=TERMIJN obj=ZAAK root=INFE punct=.
    nsubj=PERSONEN aux=MODALEN obj=ZAAK obl=TERMIJN root=INF punct=.
    nsubj=PERSOON root=GAAT obl=TERMIJN xcomp=[inf] punct=.
    nsubj:pass=ONDERWERP aux:pass=WORDT obl:agent=DOOR obl=TERMIJN root=DEELWOORD punct=.
    nsubj:pass=ONDERWERP aux:pass=WORDT obl=TERMIJN root=DEELWOORD obl:agent=DOOR punct=.
    obl=TERMIJN aux:pass=WORDT nsubj:pass=ONDERWERP root=DEELWOORD punct=.
    nsubj:pass=ONDERWERP aux=MODAAL obl=TERMIJN root=DEELWOORD aux:pass=WORDEN punct=.
    nsubj:pass=ONDERWERP aux:pass=IS root=DEELWOORD punct=.
    nsubj:pass=PERSOON aux:pass=WORDT root=GEVRAAGD xcomp=[om] punct=.
    aux:pass=Wordt nsubj:pass=ONDERWERP root=DEELWOORD punct=?
    nsubj=PERSOON root=GEEFT compound:prt=AAN ccomp=[dat] punct=.
    nsubj=PERSOON root=VRAAGT ccomp=[of] punct=.
    nsubj=PERSOON root=GAATNA compound:prt=NA ccomp=[of] punct=.
    root=Afgesproken aux:pass=WORDT csubj=[dat] punct=.
    nsubj=PERSOON root=ZEGT compound:prt=TOE xcomp=[om] punct=.
    nsubj=NAAM punct=: root=INF obj=ZAAK
    nsubj=NAAM punct=: obj=ZAAK root=INF
    nsubj=NAAM obj=ZAAK root=INF obl=TERMIJN
""")
BIJZINNEN = {
    "inf": line_list("""
        obj=ZAAK root=INF
        obj=ZAAK obl=WIJZE root=INFE
    """),
    "om": line_list("""
        mark=om obj=ZAAK obl=TERMIJN compound:prt=DEELTJE mark=te root=INFLOS
        mark=om obj=ZAAK mark=te root=INFE
    """),
    "dat": line_list("""
        mark=dat nsubj=PERSOON obj=ZAAK obl=TERMIJN root=PVAAN
        mark=dat nsubj=PERSOON obj=ZAAK root=PVE
        mark=dat nsubj:pass=ONDERWERP obl=TERMIJN aux:pass=WORDT root=DEELWOORD
    """),
    "of": line_list("""
        mark=of nsubj=PERSOON obj=ZAAK aux=MODAAL root=INF
        mark=of nsubj:pass=ONDERWERP aux=MODAAL aux:pass=WORDEN root=DEELWOORD
    """),
}
VAST = {
    "WORDT": "wordt/worden/HS",
    "Wordt": "Wordt/worden/HS",
    "WORDEN": "worden/worden/HI",
    "IS": "is/zijn/HS",
    "GAAT": "gaat/gaan/VS",
    "GAATNA": "gaat/gaan/VS",
    "NA": "na/na/P",
    "NEEMT": "neemt/nemen/VS",
    "CONTACT": "contact/contact/NO",
    "OP": "op/op/P",
    "MET": "met/met/P>3:case de/de/DE>3:det eigenaar/eigenaar/N",
    "Er": "Er/er/B",
    "HEEFT": "heeft/hebben/HS",
    "KOMT": "komt/komen/VS",
    "TERUG": "terug/terug/B",
    "GEVRAAGD": "gevraagd/vragen/VD",
    "GEEFT": "geeft/geven/VS",
    "AAN": "aan/aan/P",
    "VRAAGT": "vraagt/vragen/VS",
    "Afgesproken": "Afgesproken/afspreken/VD",
    "ZEGT": "zegt/zeggen/VS",
    "TOE": "toe/toe/P",
    "om": "om/om/P",
    "te": "te/te/P",
    "dat": "dat/dat/S",
    "of": "of/of/S",
    ".": "././U",
    "?": "?/?/U",
    ":": ":/:/U",
}
CODES["HI"] = ("AUX", "VerbForm=Inf")


# Words that start a phrase with a capital, and lose it inside a sentence.
INLINE = set(word_list("De Het Een Alle We Wij Dhr. Mw. Mevr. Mevrouw Wethouder Burgemeester Drs. Ir."))


class Zinnenmaker:
    """Makes annotated sentences in the style of minutes from the patterns above."""

    def __init__(self, rng: random.Random) -> None:
        """Take the source of randomness; nothing else varies."""
        self.rng = rng

    def fill(self, phrase: str) -> str:
        """Fill the open places of a phrase: a place, a name, a number, a month."""
        keuzes: dict[str, Callable[[], str]] = {
            "{PLAATS}": lambda: self.rng.choice(PLAATSEN),
            "{NAAM}": lambda: self.rng.choice(NAMEN),
            "{CIJFER}": lambda: str(self.rng.randint(1, 31)),
            "{MAAND}": lambda: self.rng.choice(MAANDEN),
        }
        for open_plek, keuze in keuzes.items():
            while f"{open_plek}/{open_plek}" in phrase:
                waarde = keuze()
                phrase = phrase.replace(f"{open_plek}/{open_plek}", f"{waarde}/{waarde}", 1)
        return phrase

    def name(self) -> str:
        """Give the words of a surname, one or more, as a phrase fragment without a head."""
        return self.rng.choice(ACHTERNAMEN) if self.rng.random() < 0.6 else self.rng.choice(DUBBELNAMEN)

    def person(self) -> str:
        """Give someone who does something: a first name, a title with a surname, or an office."""
        lot = self.rng.random()
        if lot < 0.4:
            return "{NAAM}/{NAAM}/E"
        if lot > 0.7:
            return self.rng.choice(PERSONEN)
        titel = self.rng.choice(TITELS)
        kop = len(titel.split())
        eerste, *rest = self.name().split()
        woorden = [titel, f"{eerste}/{eerste}/E>{kop}:appos"]
        woorden += [f"{w}/{w}/E>{kop + 1}:flat" for w in rest]
        if self.rng.random() < 0.2:
            n = kop + len(rest) + 3
            woorden.append(f"(/(/U>{n}:punct {{PLAATS}}/{{PLAATS}}/EO>{kop}:parataxis )/)/U>{n}:punct")
        return " ".join(woorden)

    def slots(self) -> dict[str, str]:
        """Draw one filling for every slot, so that a verb, its particle and its participle go together."""
        deeltje, pv, inf, deelwoord = self.rng.choice(SCHEIDBAAR).split()
        pve, infe, deelwoorde = self.rng.choice(ENKELVOUDIG).split()
        modaal, modalen = self.rng.choice(MODAAL)
        los = self.rng.random() < 0.6
        voltooid = f"{deelwoord}/{deeltje}{inf}/VD" if los else f"{deelwoorde}/{infe}/VD"
        return VAST | {
            "PERSOON": self.person(),
            "NAAM": "{NAAM}/{NAAM}/E",
            "PERSONEN": self.rng.choice(MEERVOUDEN),
            "ZAAK": self.rng.choice(ZAKEN),
            "ONDERWERP": self.rng.choice(ZAKEN_ONDERWERP),
            "TERMIJN": self.rng.choice(TERMIJNEN),
            "WIJZE": self.rng.choice(WIJZEN),
            "DOOR": self.agent() if self.rng.random() < 0.5 else "",
            "PV": f"{pv}/{inf}/VS",
            "PVM": f"{inf}/{inf}/VP",
            "PVAAN": f"{deeltje}{pv}/{deeltje}{inf}/VS",
            "PVE": f"{pve}/{infe}/VS",
            "PVME": f"{infe}/{infe}/VP",
            "INF": f"{deeltje}{inf}/{deeltje}{inf}/VI",
            "INFLOS": f"{inf}/{inf}/VI",
            "INFE": f"{infe}/{infe}/VI",
            "DEELTJE": f"{deeltje}/{deeltje}/P",
            "DEELWOORD": voltooid,
            "MODAAL": f"{modaal}/{modalen}/HS",
            "MODALEN": f"{modalen}/{modalen}/HP",
        }

    def agent(self) -> str:
        """Give `door` with someone, the head of the phrase moved up by one word."""
        verschoven = re.sub(r">(\d+):", lambda m: f">{int(m[1]) + 1}:", self.person())
        woorden = verschoven.split()
        kop = next(i for i, w in enumerate(woorden) if not re.search(r">\d+:", w)) + 2
        return " ".join([f"door/door/P>{kop}:case", *woorden])

    def clause(self, pattern: str, dep: str) -> list[Woord]:
        """Build a clause; heads are counted from the start of the clause, and the root heads itself."""
        slots = self.slots()
        delen: list[tuple[str, list[Woord]]] = []
        for item in pattern.split():
            rol, _, slot = item.partition("=")
            if slot.startswith("["):
                delen.append((rol, self.clause(self.rng.choice(BIJZINNEN[slot[1:-1]]), rol)))
            elif phrase := self.fill(slots[slot]):
                delen.append((rol, words_of(phrase, rol)))
        woorden: list[Woord] = []
        for _, deel in delen:
            woorden += [replace(w, head=w.head + len(woorden)) for w in deel]
        kop = next(i for i, w in enumerate(woorden) if w.dep == "root")
        tops = {i for i, w in enumerate(woorden) if w.head == i}
        woorden = [replace(w, head=kop) if i in tops else w for i, w in enumerate(woorden)]
        woorden[kop] = replace(woorden[kop], head=kop, dep=dep)
        return woorden

    def sentence(self) -> Zin:
        """Make one sentence: a capital first, and no space before its punctuation."""
        woorden = self.clause(self.rng.choice(ZINNEN), "root")
        tussen = [
            replace(w, form=w.form.lower()) if i and w.form in INLINE and w.upos != "PROPN" else w
            for i, w in enumerate(woorden)
        ]
        eerste = replace(tussen[0], form=tussen[0].form[:1].upper() + tussen[0].form[1:])
        rest = [eerste, *tussen[1:]]
        return tuple(
            replace(w, spatie=not (w.form == "(" or (i + 1 < len(rest) and rest[i + 1].form in ".?:)")))
            for i, w in enumerate(rest)
        )


def words_of(phrase: str, dep: str) -> list[Woord]:
    """Read a phrase; the word without a head heads itself and carries the relation of the phrase."""
    woorden = []
    for index, deel in enumerate(phrase.split()):
        woord, _, hoofd = deel.rpartition(">") if ">" in deel else (deel, "", "")
        form, lemma, code = woord.rsplit("/", 2)
        upos, feats = CODES[code]
        head, _, rol = hoofd.partition(":")
        woorden.append(Woord(form, lemma, upos, feats, int(head) - 1 if head else index, rol or dep))
    return woorden


# --- variants of treebank sentences ------------------------------------------------------------------------


def insert(zin: Zin, index: int, woord: Woord) -> Zin:
    """Put a word at `index`; every head moves along."""
    shift = [replace(w, head=w.head + (w.head >= index)) for w in zin]
    return (*shift[:index], woord, *shift[index:])


def without_final_period(zin: Zin) -> Zin:
    """Drop the final punctuation mark, as bullets and table cells do."""
    last = len(zin) - 1
    if last < 1 or zin[last].upos != "PUNCT" or any(w.head == last for w in zin[:last]):
        return zin
    return (*zin[: last - 1], replace(zin[last - 1], spatie=True))


def lower_case(zin: Zin) -> Zin:
    """Write the sentence in lower case."""
    return tuple(replace(w, form=w.form.lower()) for w in zin)


def lower_first(zin: Zin) -> Zin:
    """Write the first word in lower case, as in a list that runs on."""
    return (replace(zin[0], form=zin[0].form[:1].lower() + zin[0].form[1:]), *zin[1:])


def with_bullet(zin: Zin, rng: random.Random) -> Zin:
    """Put a bullet before the sentence."""
    root = next(i for i, w in enumerate(zin) if w.dep == "root")
    teken = rng.choice(("-", "•", "–", "*", "o"))
    return insert(zin, 0, Woord(teken, teken, "PUNCT", "", root + 1, "punct"))


def with_title(zin: Zin, rng: random.Random) -> Zin:
    """Put `dhr.` or `mw.` before a name; the title takes its place and the name becomes an apposition."""
    plekken = [
        i
        for i, w in enumerate(zin)
        if w.upos == "PROPN"
        and w.dep in {"nsubj", "obj", "obl", "nmod", "conj", "obl:agent"}
        and "Neut" not in w.feats
        and not any(
            k.head == i and (k.dep in {"det", "amod"} or (j < i and k.dep == "flat")) for j, k in enumerate(zin)
        )
        and w.form[:1].isupper()
    ]
    if not plekken:
        return zin
    i = rng.choice(plekken)
    naam = zin[i]
    vorm = rng.choice(("dhr.", "mw.", "mevr.", "drs.", "ir.", "wethouder"))
    titel = Woord(vorm.capitalize() if i == 0 else vorm, vorm, "NOUN", "Gender=Com|Number=Sing", 0, naam.dep)
    head = naam.head + (naam.head >= i)
    zin = insert(zin, i, replace(titel, head=head))
    return tuple(
        replace(w, head=i, dep="appos")
        if j == i + 1
        else replace(w, head=i)
        if j != i and w.head == i + 1 and w.dep != "flat"
        else w
        for j, w in enumerate(zin)
    )


VOORZETSELS = {
    "over": ("m.b.t.", "inz."),
    "met": ("d.m.v.", "m.b.v.", "i.s.m."),
    "voor": ("t.b.v.",),
    "door": ("d.m.v.", "o.l.v."),
    "volgens": ("o.b.v.", "a.d.h.v."),
    "na": ("n.a.v.",),
    "wegens": ("i.v.m.",),
    "bij": ("t.a.v.", "i.h.k.v."),
}


def with_abbreviation(zin: Zin, rng: random.Random) -> Zin:
    """Replace one preposition by an abbreviation that is used for it in minutes."""
    plekken = [
        i
        for i, w in enumerate(zin)
        if w.dep == "case"
        and w.form in VOORZETSELS
        and zin[w.head].dep != "obl:agent"
        and not any(k.head == i for k in zin)
    ]
    if not plekken:
        return zin
    i = rng.choice(plekken)
    vorm = rng.choice(VOORZETSELS[zin[i].form])
    return (*zin[:i], replace(zin[i], form=vorm, lemma=vorm), *zin[i + 1 :])


class Wisselaar:
    """Replaces names and nouns by others of the same kind, so that the parser leans less on known words."""

    def __init__(self, zinnen: Iterable[Zin], rng: random.Random) -> None:
        """Collect the words by kind: part of speech, features, and whether they start with a capital."""
        self.rng = rng
        self.soorten: dict[tuple[str, str, bool], list[tuple[str, str]]] = defaultdict(list)
        for zin in zinnen:
            for w in zin:
                if w.upos in {"NOUN", "PROPN", "ADJ"} and w.form.isalpha():
                    self.soorten[self.kind(w)].append((w.form, w.lemma))

    @staticmethod
    def kind(w: Woord) -> tuple[str, str, bool]:
        """Give what must be equal for two words to change places."""
        return w.upos, w.feats, w.form[:1].isupper()

    def swap(self, zin: Zin, chance: float) -> Zin:
        """Replace every name, noun and adjective with this chance."""
        return tuple(
            replace(w, form=nieuw[0], lemma=nieuw[1])
            if i
            and self.rng.random() < chance
            and (soort := self.soorten.get(self.kind(w)))
            and w.dep not in {"fixed", "compound:prt"}
            and (nieuw := self.rng.choice(soort))
            else w
            for i, w in enumerate(zin)
        )


@dataclass
class Stroom:
    """The endless stream of training texts, regrouped and varied in every epoch; one seed, one stream."""

    blokken: list[Blok]
    rng: random.Random
    swap_chance: float = 0.2
    made_up: float = 0.12

    def __post_init__(self) -> None:
        """Set up the makers of variants and put the blocks of one document in a row again."""
        self.maker = Zinnenmaker(self.rng)
        self.wisselaar = Wisselaar((z for b in self.blokken for z in b.zinnen), self.rng)
        self.reeksen: dict[tuple[str, str], list[Zin]] = defaultdict(list)
        for blok in self.blokken:
            self.reeksen[(blok.bron, blok.document)] += blok.zinnen

    def vary(self, zin: Zin) -> Zin:
        """Give a variant of the sentence; mostly the sentence itself."""
        if self.rng.random() < 0.5:
            zin = self.wisselaar.swap(zin, self.swap_chance)
        for chance, variant in (
            (0.06, with_title),
            (0.06, with_abbreviation),
            (0.06, lambda z, _: without_final_period(z)),
            (0.03, lambda z, _: lower_first(z)),
            (0.02, lambda z, _: lower_case(z)),
            (0.02, with_bullet),
        ):
            if self.rng.random() < chance:
                zin = variant(zin, self.rng)
        return zin

    def epoch(self) -> list[Tekst]:
        """Give every sentence once, in texts of one to six sentences, with made-up ones in between."""
        teksten: list[Tekst] = []
        for reeks in self.reeksen.values():
            start = 0
            while start < len(reeks):
                lengte = self.rng.choice((1, 1, 2, 3, 4, 6))
                tekst: Tekst = []
                for zin in reeks[start : start + lengte]:
                    tekst.append(self.vary(zin))
                    if self.rng.random() < self.made_up:
                        tekst.append(self.made_up_sentence())
                teksten.append(tekst)
                start += lengte
        aantal = round(self.made_up * sum(len(t) for t in teksten) / 5)
        teksten += [[self.made_up_sentence() for _ in range(self.rng.randint(1, 5))] for _ in range(aantal)]
        self.rng.shuffle(teksten)
        return teksten

    def made_up_sentence(self) -> Zin:
        """Make a sentence, sometimes without its final period."""
        zin = self.maker.sentence()
        return without_final_period(zin) if self.rng.random() < 0.08 else zin

    def batches(self, words: int) -> Iterator[list[Tekst]]:
        """Give batches of about this many words, for ever."""
        while True:
            batch: list[Tekst] = []
            size = 0
            for tekst in self.epoch():
                batch.append(tekst)
                size += sum(len(zin) for zin in tekst)
                if size >= words:
                    yield batch
                    batch, size = [], 0
            if batch:
                yield batch


# --- the pipeline ------------------------------------------------------------------------------------------


def is_punctuated(zin: Zin) -> bool:
    """Tell whether a sentence shows where it ends; headings and list items do not."""
    return zin[-1].upos == "PUNCT"


def line_break(zin: Zin, last: bool, rng: random.Random | None) -> int | None:
    """Give the word after which the line breaks, if any.

    A heading or list item is followed by a line break, as in any document: else the model would learn to see
    boundaries where nothing shows them, and split sentences before every name. With `rng`, a line sometimes
    breaks after a sentence, and seldom within one.
    """
    if not last and (not is_punctuated(zin) or (rng is not None and rng.random() < 0.15)):
        return len(zin) - 1
    if rng is not None and rng.random() < 0.04:
        binnen = [index for index, w in enumerate(zin[:-1]) if w.spatie]
        return rng.choice(binnen) if binnen else None
    return None


def make_example(nlp: Language, tekst: Tekst, rng: random.Random | None = None) -> Example:
    """Turn annotated sentences into a spaCy example; with `rng`, lines break in more places."""
    rijen: list[tuple[str, bool, str, str, str, str, int]] = []
    for nummer, zin in enumerate(tekst):
        offset = len(rijen)
        breuk = line_break(zin, nummer + 1 == len(tekst), rng)
        for index, w in enumerate(zin):
            spatie = (w.spatie or index + 1 == len(zin)) and index != breuk
            dep = "ROOT" if w.dep == "root" else w.dep
            head = offset + w.head + (breuk is not None and w.head > breuk)
            rijen.append((w.form, spatie, w.upos, w.feats, w.lemma, dep, head))
            if index == breuk:
                # An empty line stands between sentences only.
                leeg = rng is not None and index + 1 == len(zin) and rng.random() < 0.33
                regel = "\n\n" if leeg else "\n"
                rijen.append((regel, False, "SPACE", "", regel, "dep", len(rijen) - 1))
    words, spaces, pos, morphs, lemmas, deps, heads = (list(kolom) for kolom in zip(*rijen, strict=True))
    reference = Doc(
        nlp.vocab, words=words, spaces=spaces, pos=pos, morphs=morphs, lemmas=lemmas, deps=deps, heads=heads
    )
    return Example(nlp.make_doc(reference.text), reference)


def build_nlp(width: int = 128, depth: int = 4, hidden: int = 128) -> Language:
    """Give the untrained pipeline: one shared tok2vec for morphologizer, parser and lemmatizer."""
    nlp = spacy.blank("nl")
    tokenizer: Any = nlp.tokenizer
    for afkorting in AFKORTINGEN:
        for vorm in (afkorting, afkorting[0].upper() + afkorting[1:]):
            tokenizer.add_special_case(vorm, [{"ORTH": vorm}])
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "tok2vec"}
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": [5000, 500, 2500, 500],
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": width,
        "depth": depth,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    nlp.add_pipe("parser", config={"model": parser, "min_action_freq": 20})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 3, "top_k": 3, "backoff": "orth"})
    return nlp


def add_boundary_rules(nlp: Language) -> None:
    """Tell the parser where no sentence can start: within a line after a word, a comma or a title.

    Without them more than one boundary in ten was false, most before a name or a capitalised noun; with them the
    sentence F on the tuning part rose from 90.1 to 95.9. The attribute ruler stores what spaCy knows as -1, "no
    start", as an unsigned number. It goes in after training, because initializing the pipeline would empty it.
    """
    ruler: Any = nlp.add_pipe("attribute_ruler", before="parser")
    no_start = {"SENT_START": 2**64 - 1}
    ruler.add([[{"TEXT": {"REGEX": r"[\w,;(\[«“‘„%€/+=&*•–-]$"}}, {}]], no_start, index=1)
    ruler.add([[{"LOWER": {"IN": NOOIT_AAN_HET_EIND}}, {}]], no_start, index=1)
    ruler.add([[{}, {"IS_SPACE": True}]], no_start, index=1)


@dataclass(frozen=True)
class Instelling:
    """How to train: number of steps, highest learning rate, words in a batch, dropout."""

    steps: int
    rate: float
    words: int
    drop: float


def train(nlp: Language, stroom: Stroom, instelling: Instelling) -> Any:
    """Train for a fixed number of steps and give the optimizer, which holds the averaged weights."""
    first = [make_example(nlp, tekst) for tekst in stroom.epoch()]
    nlp.initialize(lambda: first)
    warmup: Any = warmup_linear
    optimizer: Any = Adam(
        learn_rate=warmup(instelling.rate, min(250, instelling.steps // 4), instelling.steps),
        L2=0.01,
        L2_is_weight_decay=True,
        grad_clip=1.0,
        use_averages=True,
    )
    losses: dict[str, float] = {}
    began = time.perf_counter()
    for step, batch in enumerate(stroom.batches(instelling.words), start=1):
        examples = [make_example(nlp, tekst, stroom.rng) for tekst in batch]
        nlp.update(examples, drop=instelling.drop, sgd=optimizer, losses=losses)
        optimizer.step_schedules()
        if step % 200 == 0:
            seconds = time.perf_counter() - began
            print(step, f"{seconds:.0f}s", {k: round(v) for k, v in losses.items()}, flush=True)
            losses = {}
        if step == instelling.steps:
            break
    return optimizer


def save_small(nlp: Language, target: Path) -> None:
    """Save without the words of the treebank.

    Training fills the string store with every word seen. The components save their own labels, so the
    vocabulary of a pipeline that is loaded without one holds those alone; only the lemmatizer's edits must be
    handed over.
    """
    nlp.to_disk(target, exclude=["vocab"])
    schoon = spacy.load(target)
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    for boom in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        for sleutel in ("orig", "subst"):
            if sleutel in boom:
                schoon.vocab.strings.add(nlp.vocab.strings[boom[sleutel]])
    schoon.to_disk(target)


# --- measuring ---------------------------------------------------------------------------------------------


def measure(nlp: Language, teksten: list[Tekst]) -> dict[str, Any]:
    """Measure from raw text, with the pipeline's own tokens and sentences, as spaCy's evaluate does."""
    scores = nlp.evaluate([make_example(nlp, tekst) for tekst in teksten])

    def percent(value: float) -> float:
        return round(100 * value, 1)

    def table(key: str, names: Iterable[str]) -> dict[str, dict[str, float]]:
        rows = scores[key]
        return {n: {k: percent(rows[n][k]) for k in "prf"} for n in names if n in rows}

    hoofd = {
        "token": "token_acc",
        "pos": "pos_acc",
        "morph": "morph_acc",
        "lemma": "lemma_acc",
        "uas": "dep_uas",
        "las": "dep_las",
        "sentence_p": "sents_p",
        "sentence_r": "sents_r",
        "sentence_f": "sents_f",
    }
    return {naam: percent(scores[sleutel]) for naam, sleutel in hoofd.items()} | {
        "labels": table("dep_las_per_type", REPORTED_LABELS),
        "features": table("morph_per_feat", sorted(scores["morph_per_feat"])),
    }


def speed(nlp: Language, teksten: list[Tekst]) -> float:
    """Measure tokens per second over the texts, after one round to warm up."""
    ruw = [" ".join(w.form for zin in tekst for w in zin) for tekst in teksten]
    list(nlp.pipe(ruw[:20]))
    began = time.perf_counter()
    aantal = sum(len(doc) for doc in nlp.pipe(ruw))
    return round(aantal / (time.perf_counter() - began))


def score_model(model: Path, held: list[Blok]) -> dict[str, Any]:
    """Measure a saved model, loading it as a user would."""
    began = time.perf_counter()
    nlp = spacy.load(model)
    load_seconds = time.perf_counter() - began
    blokken: list[Tekst] = [list(blok.zinnen) for blok in held]
    zinnen: list[Tekst] = [[zin] for blok in held for zin in blok.zinnen]
    return {
        "held_back": {
            "sentences": len(zinnen),
            "blocks": len(blokken),
            "tokens": sum(len(zin) for [zin] in zinnen),
            "per_treebank": {
                bron: sum(len(b.zinnen) for b in held if b.bron == bron) for bron in sorted({b.bron for b in held})
            },
            "fingerprint": hashlib.sha256("\n".join(sorted(fingerprint(z) for [z] in zinnen)).encode()).hexdigest(),
        },
        "in_context": measure(nlp, blokken),
        "per_sentence": measure(nlp, zinnen),
        "load_seconds": round(load_seconds, 2),
        "tokens_per_second": speed(nlp, blokken),
        "bytes": sum(path.stat().st_size for path in model.rglob("*") if path.is_file() and path.name not in NOT_MODEL),
    }


def parse_args() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=4600)
    parser.add_argument("--rate", type=float, default=0.002, help="highest learning rate")
    parser.add_argument("--words", type=int, default=1000, help="words in a batch")
    parser.add_argument("--drop", type=float, default=0.25)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--depth", type=int, default=4)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--part", choices=("held-back", "tune"), default="held-back", help="what to measure on")
    parser.add_argument("--measure-only", action="store_true", help="measure the model in OUTPUT_DIR; train nothing")
    return parser.parse_args()


def train_model(args: argparse.Namespace, blokken: list[Blok]) -> dict[str, Any]:
    """Train and save a model; give what is worth knowing about the run."""
    fix_random_seed(SEED)
    nlp = build_nlp(args.width, args.depth, args.hidden)
    nlp.meta.update(META)
    stroom = Stroom(blokken, random.Random(SEED))
    began = time.perf_counter()
    optimizer = train(nlp, stroom, Instelling(args.steps, args.rate, args.words, args.drop))
    seconds = time.perf_counter() - began
    add_boundary_rules(nlp)
    with nlp.use_params(optimizer.averages):
        save_small(nlp, args.output)
    settings = {name: getattr(args, name) for name in SETTINGS}
    sentences = sum(len(blok.zinnen) for blok in blokken)
    run = {"sentences": sentences, "seconds": round(seconds), "seed": SEED, "spacy": about.__version__}
    return run | settings


def main() -> None:
    """Train, save and measure."""
    args = parse_args()
    blokken, held = split(read_blocks(args.treebank), args.part)
    target = args.output / "scores.json"
    if args.measure_only:
        training = json.loads(target.read_text(encoding="utf-8"))["training"]
    else:
        training = train_model(args, blokken)
    text = json.dumps(score_model(args.output, held) | {"training": training}, indent=2, ensure_ascii=False)
    target.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
