"""What there is to say of minutes as comments in a copy of the Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from pipeline.model import Actielijst, Bron, Ernst, Melding, Reeks, Voorstel, melding
from pipeline.werk.controle import check_vergadering
from pipeline.werk.lezing import find_voorstellen, in_werkmap, read_bestand
from pipeline.werk.opdracht import Opdracht, pick_datum
from pipeline.werk.overname import Innamestand, Innamestuk, Innamewens, read_stuk
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg
from pipeline.werk.verzoek import OverVergadering, Verzoek

if TYPE_CHECKING:
    from pipeline.word.opmerkingen import NieuweOpmerking

_TONEN_VANAF = 0.5
_MARKERING = {"actie": "[A]", "besluit": "[B]"}
_NEXT = "open de kopie in Word. Typ [A] achter een zin die een actie is, en lees de kopie dan in met --neem-over."


@dataclass(frozen=True, slots=True)
class ZetVoorstellenInWord(Verzoek):
    """A copy of a Word file with a comment at each proposal and finding."""

    daad: ClassVar[str] = "zet_voorstellen_in_word"
    bestand: Path = Path()


@dataclass(frozen=True, slots=True)
class ZetPuntenInWord(OverVergadering):
    """A copy of the Word file of a meeting with a comment at each finding that was not accepted."""

    daad: ClassVar[str] = "zet_punten_in_word"


@dataclass(frozen=True, slots=True)
class _Kopie:
    """A copy to make: of which file, called what, with what to do with it."""

    pad: Path
    data: bytes
    wat: str
    vervolg: str


def zet_voorstellen_in_word(opdracht: Opdracht, verzoek: ZetVoorstellenInWord) -> Uitkomst:
    """Write a copy beside a Word file with a comment at each Voorstel and Melding; the file itself stays."""
    path = opdracht.find(verzoek.bestand)
    stuk = read_stuk(opdracht, path, read_bestand(opdracht, verzoek.bestand), Innamewens())
    meldingen = list(stuk.lezing.meldingen)
    if stuk.lezing.verslag is None:
        return Uitkomst(meldingen=tuple(meldingen), is_onbruikbaar=True)
    stand, refused = _known(opdracht, stuk)
    voorstellen = find_voorstellen(opdracht, stuk.lezing.verslag, meldingen, stand)
    proposed = [v for v in voorstellen if v.zekerheid >= _TONEN_VANAF and _fold(v.bron.zin) not in refused]
    shown = [m for m in meldingen if m.ernst is not Ernst.TIP or (m.bron and m.bron.nummer)]
    comments = [of_voorstel(v) for v in proposed] + [of_melding(m) for m in shown]
    return _write_copy(opdracht, _Kopie(path, stuk.data, "met voorstellen", _NEXT), comments, meldingen)


def zet_punten_in_word(opdracht: Opdracht, verzoek: ZetPuntenInWord) -> Uitkomst:
    """Write a copy of the Word file of a meeting with a comment at each finding that was not accepted."""
    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_datum(opdracht, reeks, verzoek.datum, gehouden=True)
    path, data = _find_word(opdracht, reeks, datum)
    if data is None:
        text = f"Er is nog geen Word-bestand van de vergadering van {datum.isoformat()}."
        hulp = f"Maak het met: regietafel verslag {reeks.tafel.id} {datum.isoformat()}"
        opdracht.stop(melding("bestand-onleesbaar", text, Bron(path.name), hulp))
    found = [m for m in check_vergadering(opdracht, reeks, datum) if m.aanvaard is None]
    own = [m for m in found if m.bron and str(datum) in m.bron.bestand]
    next_step = f"open de kopie in Word. Aantal opmerkingen: {len(own)}."
    copy = _Kopie(path, data, "met opmerkingen", next_step)
    return _write_copy(opdracht, copy, [of_melding(m) for m in own], found)


def _find_word(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Path, bytes | None]:
    """Return the minutes of a meeting in Word, else its agenda."""
    from pipeline.documenten import Stukken, find_soort
    from pipeline.werkmap import is_file, read_bytes

    paden, tafel = opdracht.inhoud.paden, reeks.tafel.id
    stukken = Stukken(opdracht.inhoud.organisatie, reeks.tafel, reeks.vergadering(datum), reeks.verslag(datum))
    names = {soort: find_soort(soort).noem_bestand(stukken) for soort in ("verslag", "agenda")}
    places = (paden.verslagmap(tafel, datum) / names["verslag"], paden.vergadering(tafel, datum) / names["agenda"])
    path = next((p for p in places if is_file(p)), places[0])
    try:
        return path, read_bytes(path) if is_file(path) else None
    except OSError:
        return path, None


def owner_and_term(actie: Any) -> str:
    """Write who does an action and by when, between brackets."""
    parts = [actie.actiehouder or "niemand genoemd"]
    if actie.termijn:
        parts.append(actie.termijn.tekst)
    return f" ({', '.join(parts)})"


def of_voorstel(voorstel: Voorstel) -> NieuweOpmerking:
    """Say what is proposed, why, and what to type to accept it."""
    from pipeline.word.opmerkingen import NieuweOpmerking

    inhoud = voorstel.inhoud
    sure = f"{round(voorstel.zekerheid * 100)}% zeker"
    if voorstel.soort == "voortgang":
        older = voorstel.vermoedelijk or getattr(inhoud, "verwijst_naar", None)
        label = older.verwijzing if older else ""
        lines = [f"Voorstel: voortgang van {label} ({sure}).", voorstel.reden,
                 f"Klopt het? Zet {label} met de status in de actielijst."]  # fmt: skip
    elif voorstel.soort == "besluit":
        lines = [f"Voorstel: besluit ({sure}).", voorstel.reden, "Klopt het? Typ [B] achter deze zin."]
    else:
        what = f"{getattr(inhoud, 'actie', '')}{owner_and_term(inhoud)}"
        lines = [f"Voorstel: actie ({sure}).", what, voorstel.reden, "Klopt het? Typ [A] achter deze zin."]
    bron = voorstel.bron
    place = bron.nummer if bron.soort == "alinea" else None
    return NieuweOpmerking("\n".join(lines), place, bron.begin, bron.eind, bron.zin or "")


def of_melding(m: Melding) -> NieuweOpmerking:
    """Say what was found and what to do about it."""
    from pipeline.markering.inline import plain_text
    from pipeline.word.opmerkingen import NieuweOpmerking

    text = "\n".join(line for line in (f"{m.ernst.value.capitalize()}: {m.tekst}", m.hulp) if line)
    bron = m.bron or Bron("")
    words = plain_text(bron.zin or "")
    if bron.soort != "alinea":
        return NieuweOpmerking(text, fragment=words)
    return NieuweOpmerking(text, bron.nummer, bron.begin, bron.eind, words)


def _write_copy(
    opdracht: Opdracht, kopie: _Kopie, comments: Iterable[NieuweOpmerking], meldingen: list[Melding]
) -> Uitkomst:
    """Write the copy beside the file; one that is there already stays, and the new one gets a number."""
    from pipeline.werkmap import FileBusyError, Voorkeur, place_document
    from pipeline.word.opmerkingen import add_opmerkingen
    from pipeline.word.pakket import OnleesbaarPakket

    path = kopie.pad
    target = path.with_name(f"{path.stem} {kopie.wat}.docx")
    try:
        content = add_opmerkingen(kopie.data, comments)
        placed = place_document(target, content, lambda _: False, Voorkeur.ERNAAST)
    except OnleesbaarPakket:
        text = f"{path.name} is geen Word-bestand (.docx). Alleen daarin kunnen opmerkingen staan."
        hulp = "Maak er eerst een Word-bestand van. Zonder dat ziet u de voorstellen met: regietafel lees BESTAND"
        meldingen.append(melding("bestand-onbekend", text, Bron(path.name), hulp))
        return Uitkomst(meldingen=tuple(meldingen), is_onbruikbaar=True)
    except FileBusyError as busy:
        opdracht.stop(melding("in-gebruik", f"{busy.path.name} is open in een ander programma."))
    written = (Geschreven(placed.pad.name, placed.geschreven),)
    return Uitkomst(written, tuple(meldingen), vervolg=(Vervolg(kopie.vervolg),))


def _known(opdracht: Opdracht, stuk: Innamestuk) -> tuple[Actielijst | None, frozenset[str]]:
    """Return what the werkmap knows of the meeting: the open actions, and which proposals were decided on."""
    made = stuk.maaksel
    if made is None or not in_werkmap(opdracht):
        return None, frozenset()
    bank = Innamestand(opdracht)
    _, tafel, datum = made
    if not bank.knows(tafel):
        return None, frozenset()
    reeks = bank.reeks(tafel)
    register = reeks.registers.get(datum)
    refused = [a.zin for a in register.afwijzingen] if register else []
    taken = [a.zin for a in register.aanvaardingen] if register else []
    return bank.stand(reeks, datum), frozenset(_fold(zin) for zin in (*refused, *taken))


def _fold(zin: str | None) -> str:
    return " ".join((zin or "").split()).casefold()
