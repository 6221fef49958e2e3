"""The public edition of a meeting as files: made in memory from redacted records, and read back before use."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from pipeline.documenten import Stukken
from pipeline.model import PUBLIEK, Bron, Melding, Reeks, has_fouten, melding
from pipeline.publicatie.editie import Editie, PubliekStuk
from pipeline.publicatie.nacontrole import check_bestanden
from pipeline.publicatie.openbaarmaking import Openbaarmaking, OpenbareLijsten, make_openbaar, public_papers
from pipeline.werk.keuze import Keuze
from pipeline.werk.levering import Levering
from pipeline.werk.nalezing import Nalezing
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import is_file

# Programs that may stand in a file as what made it.
_PROGRAMMAS = ("LibreOffice", "Writer", "python-docx", "")


@dataclass(frozen=True, slots=True)
class Uitgave:
    """A public edition with its files, or the reasons why there is none."""

    openbaar: Openbaarmaking
    editie: Editie | None
    meldingen: tuple[Melding, ...]

    @property
    def bestanden(self) -> dict[str, bytes]:
        """The files by name; none where nothing may be published."""
        return {stuk.naam: stuk.inhoud for stuk in self.editie.stukken} if self.editie else {}


def read_openbaar(opdracht: Opdracht, reeks: Reeks, datum: date) -> tuple[Openbaarmaking, tuple[Melding, ...]]:
    """Redact the records of a meeting; nothing is made yet."""
    from pipeline.voortgang import acties_na, fold_besluiten

    inhoud = opdracht.inhoud
    publiek = opdracht.reeks_voor(reeks, PUBLIEK)
    op = reeks.peildag(datum, opdracht.op)
    found = acties_na(reeks, datum, op)[1]
    papers = _read_papers(opdracht, publiek, datum)
    lists = OpenbareLijsten(acties_na(publiek, datum, op)[0], fold_besluiten(publiek, datum)[0], papers)
    openbaar = make_openbaar(inhoud.organisatie, opdracht.inzage(reeks), inhoud.reeksen, datum, lists)
    if openbaar is None:
        opdracht.stop(melding("vergadering-onbekend", f"Van de vergadering van {datum.isoformat()} is geen verslag."))
    own = tuple(f"{kind}/{reeks.tafel.id}/{datum.isoformat()}" for kind in ("agenda", "verslagen"))
    broken = tuple(m for m in inhoud.meldingen if m.bron and m.bron.bestand.startswith(own) and has_fouten([m]))
    return openbaar, (*broken, *found, *openbaar.meldingen)


def _read_papers(opdracht: Opdracht, reeks: Reeks, datum: date) -> dict[str, bytes]:
    """Read the papers that become public, by name; one that is missing or shut is told when the files are made."""
    from pipeline.werkmap import read_bytes

    folder, found = opdracht.inhoud.paden.bijlagen(reeks.tafel.id, datum), {}
    for _, bijlage in public_papers(reeks.vergadering(datum)):
        path = folder / bijlage.openbaar
        if is_file(path) and opdracht.inhoud.paden.is_inside(path):
            with suppress(OSError):
                found[path.name] = read_bytes(path)
    return found


def make_uitgave(opdracht: Opdracht, reeks: Reeks, datum: date) -> Uitgave:
    """Make the files of an edition and read them back; with a fout there is no edition."""
    openbaar, found = read_openbaar(opdracht, reeks, datum)
    if has_fouten(found):
        return Uitgave(openbaar, None, found)
    maker = _Maker(opdracht, reeks, openbaar)
    stukken = maker.make()
    meldingen = (*found, *(m for m in maker.levering.meldingen if m not in found))
    if has_fouten(meldingen):
        return Uitgave(openbaar, None, meldingen)
    files = {s.naam: s.inhoud for s in stukken}
    nalezer = Nalezing(maker.levering).nalezer(PUBLIEK, PUBLIEK.naam)
    left = check_bestanden(files, openbaar.kennis, frozenset(maker.makers()), nalezer)
    if left:
        return Uitgave(openbaar, None, (*meldingen, *left))
    regels = openbaar.kennis.regels
    editie = replace(
        openbaar.editie,
        stukken=stukken,
        actielijst=openbaar.editie.actielijst if regels.actielijst else None,
        besluitenlijst=openbaar.editie.besluitenlijst if regels.besluitenlijst else None,
    )
    return Uitgave(openbaar, editie, meldingen)


class _Maker:
    """Makes the files of one edition from the redacted records, with the templates of the werkmap."""

    def __init__(self, opdracht: Opdracht, reeks: Reeks, openbaar: Openbaarmaking) -> None:
        self.opdracht, self.reeks, self.openbaar = opdracht, reeks, openbaar
        self.datum = openbaar.editie.datum
        self.levering = Levering(opdracht, reeks, self.datum, Keuze())
        self.levering.meldingen.clear()

    def makers(self) -> tuple[str, ...]:
        """The names that may stand in a file as its maker."""
        o = self.opdracht.inhoud.organisatie
        return tuple(name for name in (o.naam, o.afzender, o.uitgever, *_PROGRAMMAS) if name)

    def make(self) -> tuple[PubliekStuk, ...]:
        """Make the minutes, the lists the table publishes, and take in the papers that may be seen."""
        regels, tafel = self.openbaar.kennis.regels, self.reeks.tafel.kort
        kinds = ["verslag", *(["actielijst"] if regels.actielijst else ())]
        if regels.besluitenlijst and self.openbaar.editie.besluitenlijst and self.openbaar.editie.besluitenlijst.regels:
            kinds.append("besluitenlijst")
        words = [self._word(kind) for kind in kinds]
        made = [(kind, naam, data) for kind, (naam, data) in zip(kinds, words, strict=True) if data is not None]
        pdfs = self._pdfs([(naam, data) for _, naam, data in made])
        stukken = []
        for kind, naam, data in made:
            for name, content in ((naam.replace(".docx", ".pdf"), pdfs.get(naam)), (naam, data)):
                if content is not None:
                    stukken.append(PubliekStuk(name, f"{kind.capitalize()} {tafel}", kind, content))
        return (*stukken, *self._papers())

    def _word(self, kind: str) -> tuple[str, bytes | None]:
        from pipeline.word.eigenschappen import set_maker

        editie, organisatie = self.openbaar.editie, self.openbaar.organisatie
        stukken = Stukken(
            organisatie,
            editie.tafel,
            editie.vergadering,
            editie.verslag,
            editie.deelnemers,
            editie.actielijst,
            editie.besluitenlijst,
            volgende=self.reeks.volgende(self.datum),
            rectificaties=editie.rectificaties,
            vaststelmoment=self.reeks.vaststelmoment(self.datum),
        )
        naam, data = self.levering.make(kind, stukken)
        return naam, set_maker(data, organisatie.uitgever or organisatie.naam) if data is not None else None

    def _pdfs(self, words: list[tuple[str, bytes]]) -> dict[str, bytes]:
        from pipeline.omzetter import find_omzetter
        from pipeline.werk.site import make_openbare_pdfs

        omzetter = find_omzetter(self.opdracht.inhoud.organisatie.omzetter)
        if omzetter is None:
            self.levering.meldingen.append(melding("geen-omzetter"))
            return {}
        pdfs, failed = make_openbare_pdfs(omzetter, words)
        self.levering.meldingen.extend(failed)
        return pdfs

    def _papers(self) -> tuple[PubliekStuk, ...]:
        """Read the public versions of papers; one that is missing is told, and stays out."""
        from pipeline.werkmap import read_bytes

        paden, found = self.opdracht.inhoud.paden, []
        for nummer, bijlage in self.openbaar.bijlagen:
            path = paden.bijlagen(self.reeks.tafel.id, self.datum) / bijlage.openbaar
            if not (is_file(path) and paden.is_inside(path)):
                text = f"De openbare versie {bijlage.openbaar} staat niet in de map bijlagen."
                self.levering.meldingen.append(melding("bijlage-ontbreekt", text, bijlage.bron))
                continue
            try:
                content = read_bytes(path)
            except OSError:
                text = f"{paden.show(path)} kan niet worden gelezen."
                self.levering.meldingen.append(melding("bestand-onleesbaar", text, Bron(paden.show(path))))
                continue
            content = self._disarm(content, paden.show(path))
            found.append(PubliekStuk(path.name, bijlage.titel, "bijlage", content, nummer))
        return tuple(found)

    def _disarm(self, content: bytes, shown: str) -> bytes:
        """Take scripts and what calls on a server out of a paper; one of a kind that does neither stays as it is."""
        from pipeline.onschadelijk import disarm

        made = disarm(content, shown)
        told = [m for m in made.meldingen if m.code != "stuk-onveilig"]
        self.levering.meldingen.extend(told)
        return made.inhoud if told and made.inhoud is not None else content
