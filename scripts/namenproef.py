"""Draws Dutch names of all kinds and puts them in every place of a record: what ``meet_namen.py`` measures with.

Nothing here knows how names are found. The people are made up; a name that somebody bears is so by chance.
"""

from __future__ import annotations

import html
import random
import re
import unicodedata
from dataclasses import dataclass

VOORVOEGSELS = (
    "", "", "", "", "van", "de", "van der", "van den", "van de", "ter", "ten", "den", "'t", "in 't", "van 't", "op den",
    "op de", "uit den", "aan de", "bij de", "over de", "voor den", "von", "zu", "d'", "de l'", "da", "dos", "ben", "el",
    "thoe", "van het", "te", "onder de", "tot", "du", "la", "le", "al", "del", "di", "'s", "vom", "zur", "de la",
)  # fmt: skip
# Names nobody could take for something else.
VREEMD = tuple(
    (
        "Zwobbelaar Krosmeijer Dwingelstra Pluimers Hafkenscheid Yıldızhan Çelikbaş Şahinoğlu Özdemirci Wijntjens "
        "Quaedvliet Bruijnsteen Tjepkemastra Kloosterhuizen Roeterdink Nguyenthi Vlotmans Ijsselmuden IJpelaars "
        "Szczepanow Groenewegens Haverkampers Duijvelshoff Schoutsema Bontekoning Ouwerkerkers Abdelkarimi "
        "Benhaddouchi Fransema Knibbelaar Overduijn Lammertink Terpoorten Wouterlood Mzallassi Rietdijkers "
        "Hooghiemstra Slaghekke "
        "Blankesteijn Uiterwijck Zeegersma Muijzert Pruijssers Nieuwenhuijs Kooistrasma Eggenkamps Tuinhoutsma "
        "Straatmeijer Wegdammer Jansen Pietersen Hendriks Mulders Verstappen Willemse Dijkstra Hoekstra Meijer "
        "Vermeulen Peeters Wouters Timmermans Scholten Sanders Gerritsen Brouwers Kuijpers Postma Verhoeven "
    ).split()
)
# Names that are words, months or places as well.
WOORDEN = tuple(
    (
        "Koning Mei Post Baan Bakker Visser Vos Bos Kok Smit Prins Vogel Winter Zomer Wolf Haan Kramer Kuiper Dekker "
        "Brand Roos Hart Veld Dam Wit Groen Vink Appel Molenaar Schipper Mulder Hoorn Bergen Laren Wal Kamp Berg Dijk "
        "Broek Boer Graaf Jager Slager Engel Zwart Valk Haas Blom Beek Kruis "
    ).split()
)
VOORNAMEN = tuple(
    (
        "Jan Piet Anneke Fatima Mohamed Roos Bas Mark Willemijn Sjoerd Ayşe Çağla Youssef Ingrid Kees Marieke Gijs "
        "Noor Floor Chantal Hans-Peter Anne-Fleur Joost Wil Guusje "
    ).split()
)


@dataclass(frozen=True, slots=True)
class Naam:
    """A person who is on no list."""

    voornaam: str
    voorvoegsel: str
    achternaam: str
    heer: bool
    punten: bool

    @property
    def familie(self) -> str:
        """Prefix and surname as they stand behind initials: ``van 't Zwobbelaar``."""
        joint = "" if self.voorvoegsel.endswith("'") and self.voorvoegsel not in ("'t", "'s") else " "
        if self.voorvoegsel == "'s":
            joint = "-"
        return f"{self.voorvoegsel}{joint}{self.achternaam}" if self.voorvoegsel else self.achternaam

    @property
    def kort(self) -> str:
        """The surname by itself, its prefix with a capital: ``Van 't Zwobbelaar``."""
        for n, letter in enumerate(self.familie):
            if letter.isalpha():
                is_cut = self.familie.startswith(("'t ", "'s-"))
                return self.familie if is_cut else self.familie[:n] + letter.upper() + self.familie[n + 1 :]
        return self.familie

    @property
    def letters(self) -> str:
        """Initials with points or without."""
        first = [part[0] for part in self.voornaam.split("-")]
        return "".join(f"{c}." for c in first) if self.punten else "".join(first)


def draw_naam(rng: random.Random) -> Naam:
    """Draw a name from all its parts; a third are words, now and then a double one."""
    surname = rng.choice(WOORDEN) if rng.random() < 0.33 else rng.choice(VREEMD)
    if rng.random() < 0.1:
        surname += rng.choice(("-de Wit", "-Kloppers", "-van der Proef", "-Hafkens"))
    naam = Naam(rng.choice(VOORNAMEN), rng.choice(VOORVOEGSELS), surname, rng.random() < 0.5, rng.random() < 0.7)
    return naam


def _title(naam: Naam, rng: random.Random) -> str:
    heren, dames = ("de heer", "dhr.", "meneer", "dhr", "hr."), ("mevrouw", "mw.", "mevr.", "mw", "mevr")
    return rng.choice(heren if naam.heer else dames)


# {kort}: Van Voorbeeld; {heel}: Jan van Voorbeeld; {letters}: J. van Voorbeeld; {titel}: mw. Van Voorbeeld;
# {tl}: mw. J. van Voorbeeld; {klein}: mw. van voorbeeld; {voor}: Jan; {los}: voorbeeld in an address.
VORMEN = (
    "{kort} gaf aan dat het later wordt.",
    "{kort} vroeg naar de planning.",
    "{kort} vraagt of dat kan.",
    "{kort} merkte op dat de cijfers oud waren.",
    "{kort} merkt op dat de cijfers oud zijn.",
    "{kort} lichtte het voorstel toe.",
    "{kort} licht het voorstel toe.",
    "{kort} was het daarmee eens.",
    "{kort} is het daarmee eens.",
    "{kort} kan zich daarin vinden.",
    "{kort} moet dat nog nagaan.",
    "{kort} wordt gevraagd dit uit te zoeken.",
    "{kort} vertelt over de opvang in de gemeente.",
    "{kort} vertelde over de opvang in de gemeente.",
    "{kort} heeft daar vragen over.",
    "{kort} had daar vragen over.",
    "{kort} stelde voor om te wachten.",
    "{kort} zegde toe de stukken te sturen.",
    "{kort} zal de stukken sturen.",
    "{kort} wees op de termijn.",
    "{kort} dankte de aanwezigen.",
    "{kort} (wethouder) benadrukte het belang.",
    "{kort}, wethouder in de regio, reageerde daarop.",
    "{kort} en de voorzitter spraken hierover.",
    "Daarna vroeg {kort} om uitleg.",
    "Vervolgens gaf {kort} een toelichting.",
    "Volgens {kort} klopt dat niet.",
    "Dat is volgens {kort} al geregeld.",
    "Namens {kort} is een bericht gestuurd.",
    "Het is gedaan door {kort} in januari.",
    "De vraag van {kort} is beantwoord.",
    "De reactie van {kort} volgt nog.",
    "Het voorstel van {kort} wordt overgenomen.",
    "Er is contact geweest met {kort} over de planning.",
    "Dit is gevraagd aan {kort} en komt terug.",
    "Dat klopt, aldus {kort}.",
    "“Dat klopt”, zei {kort} daarop.",
    "“{kort} vroeg hiernaar”, aldus de secretaris.",
    "- {kort} vroeg om een lijst.",
    "- {kort} gaf een overzicht.",
    "- Contact: {kort}",
    "- {kort}: kan dit sneller?",
    "Actie: {kort}",
    "Dit wordt nagegaan ({kort}).",
    "({kort} gaf dit door aan het secretariaat.)",
    "Aanwezig is ook {titel}.",
    "{Titel} opende de vergadering.",
    "{Titel} is akkoord.",
    "Daarna sprak {titel} over de opvang.",
    "Het verzoek kwam van {tl} en is behandeld.",
    "{Tl} sloot het onderwerp af.",
    "Dit gaat naar {klein} en naar de leden.",
    "Gesproken is met {klein} over de locatie.",
    "{heel} sluit aan bij dit punt.",
    "{heel} was erbij.",
    "Dit is besproken met {heel} en de regio.",
    "De brief is van {letters} ontvangen.",
    "{letters} schreef de notitie.",
    "De voorzitter en {heel} nemen dit mee.",
    "{CAPS} vroeg om uitleg.",
    "Dit is gemeld door {CAPS} in het overleg.",
    "Wethouder {kort} sprak zijn zorg uit.",
    "De wethouder {kort} was afwezig.",
    "{voor} gaf aan dat het klaar is.",
    "{voor} vroeg naar de stand van zaken.",
    "Dit wordt gedaan door {voor} in maart.",
    "Afgesproken met {voor} dat dit terugkomt.",
    "De notitie-{achter} is besproken.",
    "Het plan-{achter} komt terug.",
    "Zie [de notitie](https://voorbeeld.example/stukken/notitie-{los}.pdf).",
    "Het stuk heet verslag_{los}_def.docx en volgt.",
    "Daarna vroeg {entiteit} om uitleg.",
    "{kortg} voorstel is besproken.",
    "Het is {kort} die dit uitzoekt.",
    "Inspreker {kort} gaf een toelichting.",
    "{kort} antwoordde dat dit bekend was.",
    "{kort} zei dat het later komt.",
    "Hierop reageerde {kort} instemmend.",
    "Ook {kort} steunde het voorstel.",
    "Besloten is dat {kort} dit oppakt.",
)  # fmt: skip


def _entities(tekst: str, rng: random.Random) -> str:
    spot = rng.randrange(len(tekst))
    while not tekst[spot].isalpha():
        spot = rng.randrange(len(tekst))
    return (
        html.escape(tekst[:spot], quote=False) + f"&#{ord(tekst[spot])};" + html.escape(tekst[spot + 1 :], quote=False)
    )


@dataclass(frozen=True, slots=True)
class Proefzin:
    """A sentence with a planted name: the form, and what must be asked about."""

    tekst: str
    naam: Naam
    geplant: str
    vorm: str


def draw_zin(rng: random.Random) -> Proefzin:
    """Draw a sentence; an address or a compound gets a rare name, for there a common word is a word."""
    vorm = rng.choice(VORMEN)
    naam = draw_naam(rng)
    if "{los}" in vorm or "{achter}" in vorm:
        naam = Naam(naam.voornaam, "", rng.choice(VREEMD), naam.heer, naam.punten)
    title, curly = _title(naam, rng), rng.random() < 0.3
    low = naam.familie if naam.familie.islower() else naam.familie.lower()
    parts = {
        "kort": naam.kort,
        "kortg": naam.kort + ("" if naam.kort.endswith(("s", "x", "z")) else "s"),
        "heel": f"{naam.voornaam} {naam.familie}",
        "letters": f"{naam.letters} {naam.familie}",
        "titel": f"{title} {naam.kort}",
        "Titel": f"{title[:1].upper()}{title[1:]} {naam.kort}",
        "tl": f"{title} {naam.letters} {naam.familie}",
        "Tl": f"{title[:1].upper()}{title[1:]} {naam.letters} {naam.familie}",
        "klein": f"{title} {low}",
        "CAPS": naam.kort.upper(),
        "voor": naam.voornaam,
        "achter": naam.achternaam,
        "los": naam.achternaam.lower(),
        "entiteit": _entities(naam.kort, rng),
    }
    used = next(key for key in parts if "{" + key + "}" in vorm)
    planted = parts[used]
    text = vorm.format(**parts)
    if curly:
        text, planted = text.replace("'", "’"), planted.replace("'", "’")
    return Proefzin(text, naam, planted, vorm)


def letters(tekst: str) -> str:
    """Squeeze a text to its letters, so that nothing of how it was cut matters."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", tekst.replace("ı", "i")) if not unicodedata.combining(c))
    return re.sub("[^a-z]", "", bare.casefold())


def is_asked(zin: Proefzin, asked: list[str]) -> bool:
    """Tell whether some question holds the surname, or the first name where that stands alone."""
    core = zin.naam.voornaam if "{voor}" in zin.vorm else zin.naam.achternaam
    parts = [letters(part) for part in re.split(r"[ -]", core) if len(letters(part)) > 2]
    texts = [letters(html.unescape(text)) for text in asked]
    return any(part in text for part in parts for text in texts)
