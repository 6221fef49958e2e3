"""What is planted: secrets nobody else would write, and made-up people who may or may not be named in public."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

# Kinds of secrets: the title of a confidential item or paper, what is said under it, and its paper and that one's name.
SOORTEN = ("titel", "zin", "tabel", "actie", "besluit", "stuk", "stuknaam")
WEGEN = ("getypt", "formulier", "vrij Word", "pdf", "odt", "terug uit Word", "vergeleken")
UITWEGEN = (
    "mail: tekst en kop", "mail: agenda", "mail: bundel", "mail: stuk", "mail: verslag", "mail: actielijst",
    "mail: herinnering", "mail: afspraak", "concepten", "verzonden", "bundel", "bundel vertrouwelijk", "kalender",
    "Word", "pdf", "Excel", "site", "zoekindex", "feed", "json van de site", "pakket",
)  # fmt: skip
_BEGIN = "Brul Krom Vlin Zwal Plor Knes Drum Glip Snor Trum Wrof Kwas Blen Prut Sjil".split()
_MIDDEN = "azo ermi oko uri ilfo anto eblu omwe ustra irpo".split()
_EIND = "vink drecht zand hoorn kelder schans wiel terp stulp gors".split()


@dataclass(frozen=True)
class Geheim:
    """A secret: ``merk`` is found nowhere else, ``tekst`` is how it stands in a sentence."""

    merk: str
    tekst: str
    aard: str
    soort: str
    weg: str
    tafel: str
    datum: str
    alleen_secretariaat: bool = False

    def __str__(self) -> str:
        return f"{self.soort} ({self.aard} {self.tekst!r}, {self.weg}, {self.tafel} {self.datum})"


class Munt:
    """Strikes words, amounts, addresses and names that were not struck before."""

    def __init__(self, kans: Random) -> None:
        self._kans, self._geslagen = kans, set[str]()

    def woord(self) -> str:
        while True:
            new = "".join(self._kans.choice(part) for part in (_BEGIN, _MIDDEN, _MIDDEN, _EIND))
            if new.casefold() not in self._geslagen:
                self._geslagen.add(new.casefold())
                return new

    def geheim(self, soort: str, weg: str, tafel: str, datum: str, alleen_secretariaat: bool = False) -> Geheim:
        aard = self._kans.choice(("woord", "bedrag", "adres", "naam"))
        merk = self.woord()
        if aard == "bedrag":
            amount = self._kans.randint(10_000_000, 99_999_999)
            merk = f"{amount:,}".replace(",", ".")
            tekst = f"€ {merk}"
        elif aard == "adres":
            merk = f"{merk}laan"
            tekst = f"{merk} {self._kans.randint(100, 999)}"
        else:
            tekst = f"buro {merk}" if aard == "naam" else merk.casefold()
        return Geheim(merk.casefold(), tekst, aard, soort, weg, tafel, datum, alleen_secretariaat)


@dataclass(frozen=True)
class Mens:
    """Somebody on the list; ``openbaar`` is how the secretariat has it, ``functie`` what may be said instead."""

    id: str
    aanhef: str
    naam: str
    functie: str
    organisatie: str
    openbaar: str
    hoedanigheid: str = "leden"

    @property
    def mag_met_naam(self) -> bool:
        return self.openbaar == "naam"

    @property
    def email(self) -> str:
        return f"{self.id}@{self.organisatie.casefold().replace(' ', '')}.example"

    @property
    def genoemd(self) -> str:
        return f"{self.aanhef} {self.naam}"


# Who sent apologies, where minutes are made by others; nobody speaks of them.
AFWEZIG = ("oefenaar", "fictie")
MENSEN = (
    Mens("tafelaar", "mw.", "Tafelaarsma", "burgemeester", "Voorbeeldstad", "naam"),
    Mens("proefstra", "dhr.", "Proefstrana", "wethouder", "Proefdam", "naam"),
    Mens("oefenaar", "mw.", "Oefenaarda", "wethouder", "Oefendorp", "naam"),
    # No member: where the minutes lose her, no list of members puts her back among those who were absent.
    Mens("fictie", "mw.", "Fictiemansa", "wethouder", "Fictiestad", "naam", "toehoorders"),
    Mens("toetsburg", "mw.", "Toetsenburg", "regiomanager", "COA", "functie"),
    Mens("modelman", "dhr.", "Modelmanga", "adviseur", "Provincie Voorbeeld", "nee", "agendaleden"),
    Mens("staalman", "dhr.", "Staalkaartema", "accounthouder", "Ministerie", "functie", "toehoorders"),
)
