"""What a title says of being confidential, where the fields beside it do not say it: ``Gebouw (geheim)``.

One grammar for agendas and minutes (``markering.vertrouwelijkheid``). A field that a person filled in settles it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from pipeline.markering import format_datum
from pipeline.markering.tijden import parse_moment
from pipeline.markering.vertrouwelijkheid import Kopmerk, read_kop
from pipeline.model import Embargo
from pipeline.notatie.lezer import Lezer, Waarden
from pipeline.notatie.tekst import fold

# Only a heading with a number can be a bare ``Besloten``; items of an agenda have one, written or not.
_GENUMMERD = "1"
_ANTWOORD = "Zet erbij: vertrouwelijk: ja, of vertrouwelijk: nee."
_MOMENT = "Schrijf het moment erbij, zoals (onder embargo tot 1 maart 2026 9.00 uur), of zet erbij: vertrouwelijk: ja."


@dataclass(frozen=True, slots=True)
class Titelmerk:
    """A title without its mark, and what it and the fields say: confidential, or until an embargo ends."""

    titel: str
    vertrouwelijk: bool = False
    embargo: Embargo | None = None


def read_titelmerk(values: Waarden, titel: str, lezer: Lezer, veld: str = "titel") -> Titelmerk:
    """Read what a record with this title says; a doubt is a Melding, and confidential until somebody answers."""
    said: bool | None = values["vertrouwelijk"]
    written: Embargo | None = values["embargo"] if "embargo" in values else None  # noqa: SIM401  (no dict)
    merk = read_kop(titel, _GENUMMERD)
    if said is not None or written:
        return Titelmerk(titel if merk.embargo is None else merk.titel, said is True, written)
    line = values.bron_van(veld).nummer or 1
    if merk.oordeel == "vraag":
        lezer.report("vertrouwelijk-vraag", f"Is dit vertrouwelijk? {fold(titel)}", line, _ANTWOORD)
    if merk.oordeel != "ja":
        return Titelmerk(titel, merk.is_vertrouwelijk)
    if merk.embargo is None or "embargo" in values:
        return Titelmerk(merk.titel, merk.embargo is None)
    embargo = read_embargo(merk, lezer.samenhang.datum)
    if embargo and embargo.tot is None:
        lezer.report("embargo-zonder-eind", f"Tot wanneer geldt het embargo? {fold(titel)}", line, _MOMENT)
    return Titelmerk(merk.titel, False, embargo)


def read_embargo(merk: Kopmerk, datum: date | None) -> Embargo | None:
    """Return the embargo a mark says, without an end where it gives no moment; None for any other mark."""
    return None if merk.embargo is None else Embargo(parse_moment(merk.embargo, datum))


def format_onder_embargo(embargo: Embargo) -> str:
    """Write the mark of an embargo, as it stands in a heading: ``onder embargo tot 1 maart 2026 9.00 uur``."""
    if embargo.tot is None:
        return "onder embargo"
    if embargo.tot.time() == time():
        return f"onder embargo tot en met {format_datum(embargo.tot.date() - timedelta(days=1))}"
    return f"onder embargo tot {format_datum(embargo.tot.date())} {embargo.tot.hour}.{embargo.tot:%M} uur"


def bare_titel(titel: str) -> str:
    """Return a title as it is compared with others: without its mark, folded."""
    merk = read_kop(titel, _GENUMMERD)
    return fold(merk.titel if merk.oordeel == "ja" else titel).casefold()


def format_vertrouwelijk(titel: str, vertrouwelijk: bool) -> str:
    """Write the field beside a title: ``nee`` only where the title alone would be read as confidential."""
    if vertrouwelijk:
        return "ja"
    return "nee" if read_kop(titel, _GENUMMERD).is_vertrouwelijk else ""
