"""Write the annotated sentences of our own making: those written by hand, and those of a small grammar.

    python scripts/maak_zinnen.py

Reads ``pipeline/taal/data/zinnen/hand.txt`` and writes ``zinnen.jsonl`` and ``lichamen.json`` beside it: one
sentence a line with ``zin``, ``ervoor`` (the sentence before it), ``label`` (1: an action), ``actiehouder``,
``termijn``, ``lichaam`` (the body, whose participants are in lichamen.json), ``vorm`` and ``herkomst`` (hand or
grammatica). The same input always gives the same output. All names are made up.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.taal.werkwoorden import load_werkwoorden

MAP = Path(__file__).parents[1] / "pipeline" / "taal" / "data" / "zinnen"
PER_VORM = 13


@dataclass(frozen=True)
class Voorbeeld:
    """An annotated sentence; see the head of this file."""

    zin: str
    label: int
    actiehouder: str | None
    termijn: str | None
    lichaam: str
    vorm: str
    herkomst: str
    ervoor: str = ""


# --- sentences written by hand


def read_hand() -> tuple[list[Voorbeeld], dict[str, list[str]]]:
    """Read the sentences written by hand, and the participants of their bodies."""
    examples: list[Voorbeeld] = []
    bodies: dict[str, list[str]] = {}
    body = ""
    for line in (MAP / "hand.txt").read_text(encoding="utf-8").splitlines():
        mark, text = line[:1], line[1:].strip()
        if mark == "@":
            body, _, people = (part.strip() for part in text.partition("|"))
            bodies[body] = [p.strip() for p in people.split(";") if p.strip()]
        elif mark == "+":
            owner, term, sentence = (part.strip() for part in text.split("|", 2))
            before, _, last = sentence.rpartition(" // ")
            examples.append(
                Voorbeeld(last, 1, None if owner == "?" else owner, term or None, body, "vrij", "hand", before)
            )
        elif mark == "-":
            before, _, last = text.rpartition(" // ")
            examples.append(Voorbeeld(last, 0, None, None, body, "vrij", "hand", before))
    return examples, bodies


# --- the grammar


@dataclass(frozen=True)
class Daad:
    """Something one does: a verb of our tables, its particle, and what goes with it."""

    werkwoord: str
    deeltje: str
    wat: str
    bij: str = ""

    @property
    def enkelvoud(self) -> str:
        """The third person, present tense."""
        stem = STAMMEN[self.werkwoord][0]
        return {"doe": "doet", "ga": "gaat"}.get(stem, stem if stem.endswith("t") else stem + "t")

    @property
    def infinitief(self) -> str:
        """The infinitive, its particle joined."""
        return self.deeltje + self.werkwoord

    @property
    def te_infinitief(self) -> str:
        """The infinitive with ``te``."""
        return f"{self.deeltje} te {self.werkwoord}".strip()

    @property
    def deelwoord(self) -> str:
        """The past participle."""
        return self.deeltje + STAMMEN[self.werkwoord][1]

    @property
    def verleden(self) -> str:
        """The past tense, singular."""
        past = STAMMEN[self.werkwoord][2]
        return past

    @property
    def rest(self) -> str:
        """What goes with the verb."""
        return " ".join(part for part in (self.wat, self.bij) if part)

    @property
    def staart(self) -> str:
        """The particle as it ends a main clause."""
        return f" {self.deeltje}" if self.deeltje else ""


def _stems() -> dict[str, tuple[str, str, str]]:
    rows = (line.split(";")[0].split() for line in _table_lines())
    found = {}
    for infinitive, stem, participle, *past in rows:
        ending = "te" if stem[-1] in "kfsptx" or stem.endswith("ch") else "de"
        found.setdefault(infinitive, (stem, participle, past[0] if past else stem + ending))
    return found


def _table_lines() -> Iterator[str]:
    text = (MAP.parent / "werkwoorden.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


STAMMEN = _stems()
load_werkwoorden()

DADEN = tuple(
    Daad(*(part.strip() for part in row.split("|")))
    for row in """
    sturen|rond|de presentatie
    sturen|toe|de conceptbrief|aan de leden
    sturen|door|de uitnodiging
    sturen||een herinnering|aan de indieners
    zoeken|uit|welke regels hiervoor gelden
    zoeken|op|de oude raming
    vragen|na|de stand van zaken|bij het loket
    maken||een overzicht|van de knelpunten
    maken||een planning|voor het tweede deel
    maken||een opzet|voor de evaluatie
    schrijven||een notitie|over de kosten
    schrijven||de inleiding
    stellen|op|een conceptreactie
    stellen|bij|de raming
    werken|uit|twee varianten
    werken|bij|het overzicht
    organiseren||een werksessie|met de gebruikers
    regelen||een zaal|voor de themadag
    plannen|in|een vervolgafspraak
    pakken|op|dit punt
    nemen|mee|deze opmerking|in de volgende versie
    nemen|op|de aanvulling|in het stuk
    leggen|voor|het concept|aan de directie
    leggen|vast|de werkwijze
    brengen|in|het voorstel|bij de stuurgroep
    dienen|in|de subsidieaanvraag
    leveren|aan|de ontbrekende cijfers
    leveren||een bijdrage|voor de nieuwsbrief
    passen|aan|de tekst van hoofdstuk drie
    voegen|toe|een toelichting|aan de bijlage
    publiceren||het eindrapport|op de website
    plaatsen||een oproep|in de nieuwsbrief
    bespreken||het concept|met de achterban
    bespreken|na|de uitkomsten|met het team
    bellen||de leverancier
    benaderen||een externe deskundige
    nodigen|uit|een spreker
    verzamelen||de reacties
    inventariseren||de wensen|van de gebruikers
    onderzoeken||de mogelijkheden|voor samenwerking
    toetsen||het plan|bij de juristen
    koppelen|terug|de uitkomsten|aan de tafel
    informeren||de omwonenden|over het vervolg
    verspreiden||de factsheet
    controleren||de aantallen
    checken||de lijst met adressen
    vullen|aan|het formulier
    verwerken||de opmerkingen|in het verslag
    schuiven|aan|bij het volgende overleg
    stemmen|af|de planning|met de partners
    bereiden|voor|de agenda van de themadag
    zetten|uit|een vragenlijst|onder de leden
    zetten|door|de mail
    halen|op|input|bij de regio's
    vragen|aan|een vergunning
    vragen|op|drie offertes
    testen||de nieuwe versie
    beschrijven||het proces
    vergelijken||de offertes
    berekenen||de gevolgen|voor de begroting
    beantwoorden||de vragen|van de commissie
    betrekken||de gemeenten|bij de uitwerking
    ronden|af|de rapportage
    lezen|door|het concept
    lezen|mee||met de eindredactie
    denken|mee||over de opzet
    kijken|na|de vertaling
    vertalen||de samenvatting
    splitsen||het document
    actualiseren||de adressenlijst
    updaten||de handleiding
    wijzigen||de volgorde van de hoofdstukken
    agenderen||het onderwerp|voor het volgende overleg
    bestellen||nieuwe borden
    ondertekenen||de overeenkomst
    bezoeken||de nieuwe locatie
    polsen||de andere besturen
    coördineren||de inschrijving
    mailen||het rooster
    delen||de evaluatie|met de werkgroep
    """.strip().splitlines()
)

TERMIJNEN = (
    "vóór de volgende vergadering", "uiterlijk 12 mei", "eind juni", "volgende week", "binnen drie weken",
    "in het najaar", "medio september", "in Q2", "deze maand", "voor de zomer", "in week 20", "begin oktober",
    "voor vrijdag", "na de vakantie", "in het eerste kwartaal", "volgende keer",
)  # fmt: skip
AANLOPEN = (
    "Daarna", "Vervolgens", "Ook", "Naar aanleiding hiervan", "Op verzoek van de leden", "In overleg met de provincie",
    "Aanvullend", "Voor de volledigheid", "Mede daarom", "Ter voorbereiding", "Samen met de regio", "Intussen",
)  # fmt: skip
DERDEN = (
    "De minister", "Het kabinet", "De Tweede Kamer", "De leverancier", "De Europese Commissie", "De rechtbank",
    "Het Rijk", "De staatssecretaris", "De markt", "De bewoners", "De aannemer", "De vakbond", "Het ministerie",
)  # fmt: skip
GROEPEN = (
    "Gemeenten", "Instellingen", "Scholen", "Gebruikers", "Leden", "Beheerders", "Corporaties", "Regio's",
    "De meeste gemeenten", "Organisaties", "Docenten", "Medewerkers",
)  # fmt: skip
DINGEN = (
    "Het rapport", "De regeling", "De standaard", "Dit systeem", "Het beleid", "De wet", "De nieuwe werkwijze",
    "Het formulier", "Deze aanpak", "De website", "Het register", "De praktijk", "De evaluatie",
)  # fmt: skip
MELDINGEN = (
    "vraagt hoe", "legt uit waarom", "geeft aan dat", "merkt op dat", "vraagt of", "licht toe dat", "benadrukt dat",
    "constateert dat", "vindt dat", "verwacht dat", "hoopt dat", "vertelt dat", "meldt dat", "antwoordt dat",
)  # fmt: skip
GEWOONTEN = ("altijd", "elke maand", "jaarlijks", "meestal", "doorgaans", "regelmatig", "sinds 2021", "al jaren")

LICHAMEN: dict[str, tuple[list[str], list[str]]] = {
    "bestuurlijk": (
        ["dhr. Verzonnen (Nepstad)", "mw. Van Bedacht (Duinrand)", "dhr. De Grap (Regio West)", "mw. Schijnbaar",
         "dhr. Ten Nepe (voorzitter)", "mw. Proefje (secretaris)", "COX"],
        ["De heer Verzonnen", "Mevrouw Van Bedacht", "De heer De Grap", "Mevrouw Schijnbaar", "De voorzitter",
         "De secretaris", "Dhr. Verzonnen", "Mw. Schijnbaar", "Regio West", "De provincie"],
    ),
    "voornamen": (
        ["Tycho Bedenksel (Bureau Nep)", "Merel Zogenaamd (Stichting Proef)", "Bas van Fictie (Nepnet)",
         "Liesbeth Schijn", "Ruben Toets (voorzitter)", "Aisha Voorbeeld"],
        ["Tycho", "Merel", "Bas", "Liesbeth", "Ruben", "Aisha", "Tycho Bedenksel", "Aisha Voorbeeld",
         "Bureau Nep", "Stichting Proef"],
    ),
    "initialen": (
        ["Wim Overal (WO, vz)", "Klaas Nergens (KN)", "Ria Ergens (RE)", "Toon Immer (TI)", "Bep Zelden (BZ)"],
        ["WO", "KN", "RE", "TI", "BZ"],
    ),
    "rollen": (
        ["mw. Alfa (projectleider)", "dhr. Beta (secretaris)", "mw. Gamma (wethouder)", "dhr. Delta (directeur)"],
        ["De projectleider", "De secretaris", "Wethouder Gamma", "De directeur", "Het secretariaat", "De werkgroep",
         "Het projectteam", "De stuurgroep", "Het bestuur", "De commissie"],
    ),
}  # fmt: skip


class Grammatica:
    """Makes sentences by construction: actors of one body, deeds, terms; drawn with a fixed seed."""

    def __init__(self, seed: int) -> None:
        """Begin with a seed: the same one gives the same sentences."""
        self.rng = random.Random(seed)
        self.lichaam = ""
        self.wie = ""

    def draw(self, lichaam: str) -> None:
        """Draw who, what and when for the next sentence."""
        self.lichaam = lichaam
        self.wie = self.rng.choice(LICHAMEN[lichaam][1])
        self.d: Daad = self.rng.choice(DADEN)
        self.e: Daad = self.rng.choice([x for x in DADEN if x.werkwoord != self.d.werkwoord])
        self.t = self.rng.choice(TERMIJNEN)
        self.a = self.rng.choice(AANLOPEN)

    @property
    def klein(self) -> str:
        """The actor as it stands within a sentence."""
        first, _, rest = self.wie.partition(" ")
        return f"{first.lower()} {rest}" if first in ("De", "Het", "Mevrouw", "Dhr.", "Mw.", "Wethouder") else self.wie

    def ander(self) -> str:
        """Draw another actor of the same body."""
        options = [w for w in LICHAMEN[self.lichaam][1] if w != self.wie]
        return self.rng.choice(options)


def positives(g: Grammatica) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Give one sentence for each construction that makes an action: name, sentence, owner, term."""
    d, e, t, a, S, s = g.d, g.e, g.t, g.a, g.wie, g.klein
    cap = t[0].upper() + t[1:]
    obj = d.rest
    zal = (
        "zullen" if d.wat.startswith(("de ", "drie ", "nieuwe ")) and d.wat.split()[-1].endswith(("en", "s")) else "zal"
    )
    yield "nu", f"{S} {d.enkelvoud} {obj}{d.staart}.", S, None
    yield "nu_termijn", f"{S} {d.enkelvoud} {t} {obj}{d.staart}.", S, t
    yield "nu_omgekeerd", f"{cap} {d.enkelvoud} {s} {obj}{d.staart}.", S, t
    yield "nu_aanloop", f"{a} {d.enkelvoud} {s} {obj}{d.staart}.", S, None
    yield "zal", f"{S} zal {obj} {d.infinitief}.", S, None
    yield "zal_termijn", f"{S} zal {obj} {t} {d.infinitief}.", S, t
    yield "zal_omgekeerd", f"{cap} zal {s} {obj} {d.infinitief}.", S, t
    yield "gaat", f"{S} gaat {obj} {d.infinitief}.", S, None
    yield "gaat_omgekeerd", f"{a} gaat {s} {obj} {d.infinitief}.", S, None
    yield "moet", f"{S} moet {obj} nog {d.infinitief}.", S, None
    yield "door", f"{d.rest[:1].upper() + d.rest[1:]} wordt door {s} {d.deelwoord}." if d.wat else "", S, None
    yield "door_zal", f"Dit zal door {s} {t} worden {d.deelwoord}.", S, t
    yield "vraagt_om", f"De vergadering vraagt {s} om {obj} {d.te_infinitief}.", S, None
    yield "verzoekt", f"De aanwezigen verzoeken {s} {obj} {t} {d.te_infinitief}.", S, t
    yield "vraagt_of", f"Gevraagd wordt of {s} {obj} kan {d.infinitief}; {s} zal dit doen.", S, None
    yield "wordt_gevraagd", f"{S} wordt gevraagd om {obj} {d.te_infinitief}.", S, None
    yield "aan_gevraagd", f"Aan {s} wordt gevraagd {obj} {d.te_infinitief}.", S, None
    yield "verzoek_aan", f"Verzoek aan {s} om {obj} {d.te_infinitief}.", S, None
    yield "vraag_aan", f"Vraag aan {s} om {t} {obj} {d.te_infinitief}.", S, t
    yield "zegt_toe_te", f"{S} zegt toe {obj} {d.te_infinitief}.", S, None
    yield "zegt_toe_dat", f"{S} zegt toe dat {obj} {t} wordt {d.deelwoord}." if d.wat else "", S, t
    yield "biedt_aan", f"{S} biedt aan {obj} {d.te_infinitief}.", S, None
    yield "op_zich", f"{S} neemt het op zich om {obj} {d.te_infinitief}.", S, None
    yield "bereid", f"{S} is bereid om {obj} {d.te_infinitief}.", S, None
    yield "afgesproken_dat", f"Afgesproken wordt dat {s} {obj} {d.deeltje}{d.enkelvoud}.", S, None
    yield "afgesproken_zal", f"We spreken af dat {s} {obj} zal {d.infinitief}.", S, None
    yield "afspraak_is", f"De afspraak is dat {s} {t} {obj} {d.deeltje}{d.enkelvoud}.", S, t
    yield "te_zullen", f"{S} geeft aan {obj} te zullen {d.infinitief}.", S, None
    yield "geeft_aan_zal", f"{S} geeft aan dat zij {obj} zal {d.infinitief}.", S, None
    yield "telegram", f"{S} {obj} {d.infinitief}." if d.wat and not S.startswith(("De ", "Het ")) else "", S, None
    yield "telegram_dubbelepunt", f"{S}: {obj} {d.infinitief}.", S, None
    yield "twee_daden", f"{S} {d.enkelvoud} {obj}{d.staart} en {e.enkelvoud} {e.rest}{e.staart}.", S, None
    yield "tijd_om", f"{S} heeft tot 20 mei de tijd om {obj} {d.te_infinitief}.", S, "20 mei"
    yield "ligt_bij", f"De actie om {obj} {d.te_infinitief} ligt bij {s}.", S, None
    yield "zodra", f"{S} {d.enkelvoud} {obj}{d.staart} zodra de gegevens binnen zijn.", S, None
    yield "zodat", f"{S} {d.enkelvoud} {obj}{d.staart}, zodat iedereen verder kan.", S, None
    other = g.ander()
    both = f"{S} en {other[0].lower() + other[1:] if other.startswith(('De ', 'Het ', 'Mevr')) else other}"
    yield "samen", f"{both} zullen {obj} {d.infinitief}.", f"{S} en {other}", None
    yield "samen_gaan", f"{both} gaan samen {obj} {d.infinitief}.", f"{S} en {other}", None
    yield "zonder_houder", f"Er wordt {t} {obj} {d.deelwoord}." if d.wat.startswith("een ") else "", None, t
    yield (
        "zonder_houder_zal",
        f"{d.rest[:1].upper() + d.rest[1:]} {zal} {t} worden {d.deelwoord}." if d.wat else "",
        None,
        t,
    )
    yield "wij", f"We gaan {obj} {d.infinitief}.", "We", None
    yield "wij_nu", f"Afgesproken wordt dat we {t} {obj} {d.infinitief}.", "we", t


def negatives(g: Grammatica) -> Iterator[tuple[str, str]]:
    """Give one sentence for each construction that only looks like an action: name, sentence."""
    d, t, S, s = g.d, g.t, g.wie, g.klein
    obj, r = d.rest, g.rng
    third, group, thing = r.choice(DERDEN), r.choice(GROEPEN), r.choice(DINGEN)
    low = third[0].lower() + third[1:]
    report = r.choice(MELDINGEN)
    yield "heeft_gedaan", f"{S} heeft {obj} {d.deelwoord}."
    yield "heeft_al", f"{S} heeft {obj} inmiddels {d.deelwoord}."
    yield "deed", f"{S} {d.verleden} {obj}{d.staart}."
    yield "is_gedaan", f"{d.rest[:1].upper() + d.rest[1:]} is vorige week door {s} {d.deelwoord}." if d.wat else ""
    yield "werd_gedaan", f"Vorig jaar werd {obj} door {s} {d.deelwoord}."
    yield "had_toegezegd", f"{S} had toegezegd {obj} {d.te_infinitief}."
    yield "eerder_toegezegd", f"In de vorige vergadering heeft {s} toegezegd {obj} {d.te_infinitief}."
    yield "derde_nu", f"{third} {d.enkelvoud if not third.endswith('bewoners') else d.werkwoord} {obj}{d.staart}."
    yield "derde_zal", f"{third} {'zullen' if third.endswith('bewoners') else 'zal'} {t} {obj} {d.infinitief}."
    yield "derde_gaat", f"{cap(t)} {'gaan' if third.endswith('bewoners') else 'gaat'} {low} {obj} {d.infinitief}."
    yield (
        "meldt_derde",
        f"{S} {report} {low} {obj} {d.infinitief if low.endswith('bewoners') else d.deeltje + d.enkelvoud}.",
    )
    yield "meldt_zal", f"{S} {report} {low} {obj} {'zullen' if low.endswith('bewoners') else 'zal'} {d.infinitief}."
    yield (
        "vraagt_of",
        f"{S} vraagt of {low} {obj} {d.deeltje}{d.enkelvoud if not low.endswith('bewoners') else d.werkwoord}.",
    )
    yield "vraagt_hoe", f"{S} vraagt wie {obj} gaat {d.infinitief}."
    yield "als_dan", f"Als {low} instemt, dan zal de uitvoerder {obj} {d.infinitief}."
    yield "als_zou", f"Als dat zo is, zou {s} {obj} kunnen {d.infinitief}."
    yield "niet", f"{S} zal {obj} niet {d.infinitief}."
    yield "hoeft_niet", f"{S} hoeft {obj} niet meer {d.te_infinitief}."
    yield "misschien", f"Misschien kan {s} {obj} {d.infinitief}?"
    yield "overweegt", f"{S} overweegt {obj} {d.te_infinitief}."
    yield "zou", f"{S} zou {obj} hebben moeten {d.infinitief}."
    yield "gewoonte", f"{S} {d.enkelvoud} {r.choice(GEWOONTEN)} {obj}{d.staart}."
    yield "gewoonte_groep", f"{group} {d.werkwoord} {r.choice(GEWOONTEN)} {obj}{d.staart}."
    yield "groep_nu", f"{group} {d.werkwoord} {obj}{d.staart}."
    yield "groep_moet", f"{group} moeten volgens de wet {obj} {d.infinitief}."
    yield "vraag", f"Kan {s} {obj} {d.infinitief}?"
    yield "vraag_nu", f"Wanneer {d.enkelvoud} {s} {obj}{d.staart}?"
    yield "citaat", f"In de brief staat: “{S} zal {obj} {d.infinitief}.”"
    yield "hoopt", f"{S} hoopt dat {low} {obj} {d.deeltje}{d.enkelvoud}."
    yield "zou_graag", f"{S} zou graag zien dat {low} {obj} {d.deeltje}{d.enkelvoud}."
    yield "of_blijken", f"Of {s} {obj} zal {d.infinitief}, moet nog blijken."
    yield "omdat", f"De vergadering begint later, omdat {s} {obj} {d.deeltje}{d.enkelvoud}."
    yield "nadat", f"Nadat {s} {obj} had {d.deelwoord}, is het besluit genomen."
    yield "ding", f"{thing} {d.enkelvoud} {obj}{d.staart}."
    yield "ding_maakt", f"{thing} maakt duidelijk dat {low} {obj} {d.deeltje}{d.enkelvoud}."
    yield "mogelijk", f"Het is mogelijk om {obj} {d.te_infinitief}."
    yield "belangrijk", f"{S} vindt het belangrijk om {obj} {d.te_infinitief}."
    yield "is_bezig", f"{S} is bezig om {obj} {d.te_infinitief}."
    yield (
        "lijdend_gewoonte",
        f"{d.rest[:1].upper() + d.rest[1:]} wordt {r.choice(GEWOONTEN)} {d.deelwoord}." if d.wat else "",
    )
    yield "kon_niet", f"{S} kon {obj} nog niet {d.infinitief}."
    yield "dank", f"De voorzitter bedankt {s} omdat die {obj} heeft {d.deelwoord}."
    yield "presentatie", f"{S} geeft een presentatie over hoe je {obj} kunt {d.infinitief}."
    yield "voorkeur", f"{S} is er voorstander van om {obj} {d.te_infinitief}."


def cap(text: str) -> str:
    """Return the text with a capital."""
    return text[0].upper() + text[1:]


def generate() -> Iterator[Voorbeeld]:
    """Give the sentences of the grammar, every construction PER_VORM times, the bodies in turn."""
    g = Grammatica(20261)
    names = tuple(LICHAMEN)
    seen: set[str] = set()
    for number in range(PER_VORM):
        for index in range(len(list(_all(g, names[0])))):
            g.draw(names[(number + index) % len(names)])
            form, sentence, label, owner, term = list(_all(g, g.lichaam, redraw=False))[index]
            sentence = " ".join(sentence.split()).replace(" .", ".")
            if sentence and sentence not in seen:
                seen.add(sentence)
                yield Voorbeeld(sentence, label, owner, term, g.lichaam, form, "grammatica")


def _all(g: Grammatica, lichaam: str, redraw: bool = True) -> Iterator[tuple[str, str, int, str | None, str | None]]:
    if redraw:
        g.draw(lichaam)
    for form, sentence, owner, term in positives(g):
        yield form, sentence, 1, owner, term
    for form, sentence in negatives(g):
        yield form, sentence, 0, None, None


def main() -> None:
    """Write the two files."""
    examples, bodies = read_hand()
    made = list(generate())
    bodies |= {name: people for name, (people, _) in LICHAMEN.items()}
    with (MAP / "zinnen.jsonl").open("w", encoding="utf-8", newline="\n") as out:
        for example in (*examples, *made):
            out.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")
    text = json.dumps(bodies, ensure_ascii=False, indent=1) + "\n"
    (MAP / "lichamen.json").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(examples)} zinnen met de hand, {len(made)} uit de grammatica")


if __name__ == "__main__":
    main()
