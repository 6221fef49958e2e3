"""The papers of a meeting: read, looked into, and turned into PDF in one run of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.documenten import Stukken, find_soort
from pipeline.model import (
    VERTROUWELIJK,
    Agendapunt,
    Bijlage,
    Bron,
    Ernst,
    Lezerskring,
    Melding,
    Reeks,
    iter_papieren,
    melding,
    reeks_voor,
)
from pipeline.werk.levering import Levering
from pipeline.werk.met_de_hand import noemt_vertrouwelijk, report_geheim_in_word
from pipeline.werkmap import is_file, list_dir, safe_name, size_of

_MIN_LETTER = 6.0  # points: below this a printed sheet cannot be read


@dataclass(frozen=True, slots=True)
class Papier:
    """A paper of an agenda item as its readers get it; ``bron`` says which file it is, or was made from.

    ``is_vertrouwelijk`` tells that there are readers who may not have it.
    """

    bijlage: Bijlage
    punt: Agendapunt
    bestand: str
    bron: str
    inhoud: bytes
    is_vertrouwelijk: bool = False

    @property
    def naam(self) -> str:
        """What it is called when it leaves: by its number and its public title, whatever its file was called."""
        title = self.bijlage.titel_voor_anderen if self.is_vertrouwelijk else self.bijlage.titel
        if self.bijlage.verslag_van:
            title = self.bijlage.titel
        return name_bestand(" ".join(filter(None, (self.bijlage.nummer, title))), ".pdf", self.is_vertrouwelijk)


def name_bestand(stam: str, suffix: str, is_vertrouwelijk: bool) -> str:
    """Return the name of a file that leaves; one that is not for everybody says so."""
    return safe_name(f"{stam} ({VERTROUWELIJK}){suffix}" if is_vertrouwelijk else f"{stam}{suffix}")


def read_papieren(levering: Levering, kring: Lezerskring) -> tuple[Papier, ...]:
    """Read the papers these readers get; what is missing or cannot be opened is reported, all of it at once.

    A paper that is only announced, without a file, is reported and left out. Earlier minutes are made for these
    readers from the record.
    """
    from pipeline.bundel import MAX_BYTES, check_stuk

    inzage = levering.opdracht.inzage(levering.reeks)
    vergadering = reeks_voor(inzage, kring).vergadering(levering.datum)
    found: list[Papier] = []
    room = MAX_BYTES
    for punt, bijlage in iter_papieren(vergadering) if vergadering else ():
        if bijlage.verslag_van:
            papier = make_verslag_papier(levering, kring, punt, bijlage)
            found += [papier] if papier else []
            continue
        path = _find_path(levering, bijlage)
        content = _read(levering, bijlage, path, room) if path else None
        if path is None or content is None:
            continue
        room -= len(content)
        shown = levering.opdracht.inhoud.paden.show(path)
        levering.meldingen.extend(check_stuk(content, shown))
        secret = any(inzage.is_vertrouwelijk(levering.datum, ding) for ding in (punt, bijlage))
        found.append(Papier(bijlage, punt, path.name, shown, content, secret))
    return tuple(found)


def make_verslag_papier(levering: Levering, kring: Lezerskring, punt: Agendapunt, bijlage: Bijlage) -> Papier | None:
    """Make earlier minutes for these readers from the record; None, with a Melding, where that cannot be.

    A file a person changed in Word goes as it is to who may see all of it: there is no other version of that.
    """
    from pipeline.werk.levering import Levering as Maker
    from pipeline.werk.verslag import collect_verslag
    from pipeline.werkmap import read_bytes

    assert bijlage.verslag_van is not None
    path = _find_verslag(levering, levering.reeks, bijlage)
    if path is None:
        return None
    maker = Maker(levering.opdracht, levering.reeks, bijlage.verslag_van, levering.keuze)
    maker.meldingen.clear()
    stukken, shown = collect_verslag(maker), levering.opdracht.inhoud.paden.show(path)
    inzage = levering.opdracht.inzage(levering.reeks)
    in_secret = any(inzage.is_vertrouwelijk(levering.datum, ding) for ding in (punt, bijlage))
    secret = in_secret or (stukken.is_vertrouwelijk and kring.ziet_vertrouwelijk)
    try:
        changed = read_bytes(path) if maker.is_met_de_hand(path) else None
        secret_inside = stukken.is_vertrouwelijk or (changed is not None and noemt_vertrouwelijk(changed, shown))
        if changed and secret_inside and not kring.ziet_vertrouwelijk:
            levering.meldingen.append(report_geheim_in_word(shown, _agenda_van(levering)))
            return None
        if changed:
            text = f"{path.name} is in Word gewijzigd. Het gaat mee zoals het is."
            hulp = f'Neem de wijzigingen over, dan staan ze ook in de gegevens: regietafel lees "{shown}" --neem-over'
            levering.meldingen.append(melding("word-gewijzigd", text, Bron(shown), hulp, Ernst.WAARSCHUWING))
            return Papier(bijlage, punt, path.name, shown, changed, secret or secret_inside)
    except OSError:
        text = f"{shown} kan niet worden gelezen."
        levering.meldingen.append(melding("bestand-onleesbaar", text, _agenda_van(levering)))
        return None
    _, content = maker.make("verslag", collect_verslag(maker, kring))
    if content is None:
        levering.meldingen.extend(m for m in maker.meldingen if m.ernst is Ernst.FOUT)
        return None
    is_less = stukken.is_vertrouwelijk and not kring.ziet_vertrouwelijk
    source = f"{shown.removesuffix('.docx')} zonder vertrouwelijk.docx" if is_less else shown
    return Papier(bijlage, punt, path.name, source, content, secret)


def _agenda_van(levering: Levering) -> Bron:
    """Return the agenda as the place of a Melding: what is wrong with a paper of it stops this agenda."""
    paden = levering.opdracht.inhoud.paden
    return Bron(paden.show(paden.agenda(levering.reeks.tafel.id, levering.datum)))


def _find_path(levering: Levering, bijlage: Bijlage) -> Path | None:
    """Find the file of a paper; one that is handed out at the meeting need not be there yet."""
    if not bijlage.bestand and bijlage.tafelstuk:
        return None
    if not bijlage.bestand:
        text = f"Van de bijlage {bijlage.titel} is nog geen bestand genoemd. Zij gaat niet mee."
        levering.meldingen.append(melding("bijlage-ontbreekt", text, bijlage.bron))
        return None
    paden = levering.opdracht.inhoud.paden
    wanted = paden.bijlagen(levering.reeks.tafel.id, levering.datum) / bijlage.bestand.replace("\\", "/")
    path = _find_any_case(wanted)
    if path is None and bijlage.tafelstuk:
        return None
    if path is None:
        text = f"De bijlage {bijlage.bestand} staat op de agenda, maar niet in de map bijlagen."
        levering.meldingen.append(melding("bijlage-ontbreekt", text, bijlage.bron, ernst=Ernst.FOUT))
    elif not paden.is_inside(path):
        levering.meldingen.append(melding("buiten-werkmap", "", Bron(paden.show(path))))
        return None
    return path


def _find_any_case(path: Path) -> Path | None:
    """Find a file whatever the capitals in its name: Windows, where it is typed, does not see them."""
    if is_file(path):
        return path
    folder = path.parent
    names = list_dir(folder)
    return next((p for p in names if is_file(p) and p.name.casefold() == path.name.casefold()), None)


def _find_verslag(levering: Levering, reeks: Reeks, bijlage: Bijlage) -> Path | None:
    """Find the minutes of the previous meeting as Word file, under the name they have there."""
    datum = bijlage.verslag_van
    assert datum is not None
    verslag, paden = reeks.verslag(datum), levering.opdracht.inhoud.paden
    if verslag is not None:
        name = find_soort("verslag").noem_bestand(Stukken(levering.opdracht.inhoud.organisatie, reeks.tafel,
                                                          reeks.vergadering(datum), verslag))  # fmt: skip
        path = paden.verslagmap(reeks.tafel.id, datum) / name
        if is_file(path):
            return path
    text = f"Het verslag van {datum.isoformat()} hoort bij deze agenda, maar is er nog niet in Word."
    hulp = f"Maak het met: regietafel verslag {reeks.tafel.id} {datum.isoformat()}"
    levering.meldingen.append(melding("bijlage-ontbreekt", text, Bron(paden.show(paden.agenda(reeks.tafel.id,
                              levering.datum))), hulp, Ernst.FOUT))  # fmt: skip
    return None


def _read(levering: Levering, bijlage: Bijlage, path: Path, room: int) -> bytes | None:
    from pipeline.werkmap import read_bytes

    shown = levering.opdracht.inhoud.paden.show(path)
    from pipeline.word.vingerafdruk import LEZERS, read_stamp

    try:
        if size_of(path) > room:
            text = f"Met {path.name} erbij zijn de stukken samen te groot voor een bundel."
            levering.meldingen.append(melding("bestand-te-groot", text, Bron(shown)))
            return None
        content = read_bytes(path)
        stempel = read_stamp(content) if path.suffix.lower() == ".docx" else None
        if stempel is not None and stempel.get(LEZERS):
            text = f"{path.name} is alleen voor de voorzitter, en kan geen bijlage zijn."
            levering.meldingen.append(melding("stuk-voor-voorzitter", text, bijlage.bron))
            return None
        return content
    except OSError:
        levering.meldingen.append(melding("bestand-onleesbaar", f"{shown} kan niet worden gelezen.", Bron(shown)))
        return None


@dataclass(frozen=True, slots=True)
class Omgezet:
    """Files as PDF, by the name they were given; one that could not be converted is not in it."""

    pdfs: dict[str, bytes]
    meldingen: tuple[Melding, ...]


def convert_all(levering: Levering, word: Sequence[tuple[str, bytes]], papieren: Sequence[Papier]) -> Omgezet:
    """Turn Word documents (name, content) and papers (by ``bron``) into PDF, with one run of LibreOffice for all."""
    from pipeline.bundel import Papiersoort, beeld_to_pdf, find_papiersoort
    from pipeline.omzetter import find_omzetter
    from pipeline.onschadelijk import disarm

    pdfs: dict[str, bytes] = {}
    meldingen: list[Melding] = []
    office = list(word)
    for papier in papieren:
        soort = find_papiersoort(papier.bestand)
        if soort is Papiersoort.KANTOOR:
            office.append((papier.bron, papier.inhoud))
        elif soort is Papiersoort.BEELD:
            content, found = beeld_to_pdf(papier.inhoud, papier.bron)
            meldingen += found
            pdfs |= {papier.bron: content} if content else {}
        else:
            made = disarm(papier.inhoud, papier.bron)
            meldingen += made.meldingen
            pdfs |= {papier.bron: made.inhoud} if made.inhoud is not None else {}
    omzetter = find_omzetter(levering.opdracht.inhoud.organisatie.omzetter)
    if office and omzetter is None:
        names = ", ".join(Path(name).name for name, _ in office)
        meldingen.append(melding("omzetter-ontbreekt", f"LibreOffice is nodig om een PDF te maken van: {names}."))
    elif office and omzetter is not None:
        converted, failed = _convert_each(omzetter, office)
        pdfs |= converted
        meldingen += [*failed, *_report_klein(converted)]
    return Omgezet(pdfs, tuple(meldingen))


def _report_klein(pdfs: dict[str, bytes]) -> Iterator[Melding]:
    """Name the spreadsheets that are too small to read, though they lie on the page as wide as they can."""
    from pipeline.bundel import measure_letter
    from pipeline.omzetter.werkblad import WERKBLADEN

    for name, pdf in pdfs.items():
        size = measure_letter(pdf) if Path(name).suffix.lower() in WERKBLADEN else 0.0
        if 0 < size < _MIN_LETTER:
            shown = f"{size:.1f}".replace(".", ",")
            text = f"{Path(name).name} is te breed: de letters zijn op de bladzijde {shown} punten hoog."
            yield melding("blad-te-klein", text, Bron(name))


def _convert_each(omzetter: str, office: Sequence[tuple[str, bytes]]) -> tuple[dict[str, bytes], tuple[Melding, ...]]:
    """Convert all in one run; where that fails, each of those left on its own: one bad file stops them all."""
    from pipeline.omzetter import convert

    pdfs, failed = convert(omzetter, office)
    left = [(name, content) for name, content in office if name not in pdfs]
    if not left or len(office) == 1:
        return pdfs, failed
    meldingen = [m for m in failed if m.code != "omzetten-mislukt"]
    for name, content in left:
        single, again = convert(omzetter, [(name, content)])
        pdfs |= single
        meldingen += again
    return pdfs, tuple(dict.fromkeys(meldingen))
