"""The way back: what was done, in words; one act taken back; and what happened to one document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import ClassVar

from pipeline.model import Bron, Melding, melding
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek
from pipeline.werk.uitkomst import Geschreven, Uitkomst, Vervolg, Vraag
from pipeline.werk.verzoek import Verzoek
from pipeline.werkmap import (
    Daadstap,
    Daadverslag,
    exists,
    find_daadverslag,
    fingerprint,
    is_file,
    list_daden,
    move,
    on_disk,
    read_bewaard,
    read_bytes,
    remove_file,
    remove_lege_mappen,
    write_atomic,
)

_GETOOND = 20  # lines of a difference on a screen
# What was done, in the words of somebody who tells it.
_WOORDEN = {
    "wijzig_agenda": "agenda gewijzigd",
    "voeg_stuk_toe": "stuk bij de agenda gezet",
    "maak_agenda": "agenda gemaakt",
    "leg_akkoord_vast": "akkoord van de voorzitter vastgelegd",
    "maak_bundel": "bundel gemaakt",
    "bewaar_verslag": "in het verslag getypt",
    "begin_verslag": "verslag klaargezet",
    "maak_verslag": "verslag gemaakt",
    "maak_formulier": "aantekenformulier gemaakt",
    "maak_document": "document gemaakt",
    "neem_over": "bestand overgenomen",
    "vergelijk_reacties": "reacties ingelezen",
    "noteer_reactie": "reactie genoteerd",
    "beantwoord_reactie": "over reacties beslist",
    "maak_reactieoverzicht": "overzicht van reacties gemaakt",
    "maak_wijzigingsvoorstel": "concept met wijzigingen gemaakt",
    "maak_correctie": "correctie opgeschreven",
    "zet_voorstellen_in_word": "voorstellen in Word gezet",
    "zet_punten_in_word": "aandachtspunten in Word gezet",
    "bereid_verzending_voor": "verzending klaargezet",
    "verstuur": "mails verstuurd",
    "leg_verzending_vast": "verzending vastgelegd",
    "geef_vrij": "woorden vrijgegeven voor een lijst",
    "stel_vast": "verslag vastgesteld",
    "rectificeer": "verslag gerectificeerd",
    "publiceer": "verslag gepubliceerd",
    "beslis_naam": "over een naam beslist",
    "geef_woorden_vrij": "woorden vrijgegeven voor de site",
    "trek_in": "publicatie ingetrokken",
    "beslis_aanmelding": "over een aanmelding beslist",
    "herinner": "herinneringen klaargezet",
    "beoordeel_voorstel": "voorstellen beoordeeld",
    "herstel": "bestanden hersteld",
    "aanvaard_punt": "bevinding aanvaard",
    "verplaats": "vergadering verplaatst",
    "gelast_af": "vergadering afgelast",
    "plan_jaar": "jaar gepland",
    "wijzig_actie": "actie gewijzigd",
    "schrijf_acties": "acties naar Excel geschreven",
    "schrijf_leden": "leden naar Excel geschreven",
    "wijzig_leden": "leden gewijzigd",
    "maak_dossier": "dossier gemaakt",
    "neem_terug": "teruggenomen",
}
# What cannot be taken back, since others have it: why, and the act that is right then.
_ONOMKEERBAAR = {
    "verstuur": ("Die mails zijn verstuurd.", "verbeter het verslag met een correctie: {daad}", "maak_correctie"),
    "publiceer": ("Het staat op de site en kan gelezen zijn.", "trek het in: {daad}", "trek_in"),
    "trek_in": ("Op de site staat dat het is ingetrokken.", "publiceer het opnieuw: {daad}", "toon_openbaar"),
}


@dataclass(frozen=True, slots=True)
class ToonDaden(Verzoek):
    """What was done, the last first: of one table, or of all; at most so many, or all of it."""

    daad: ClassVar[str] = "toon_daden"
    tafel: str | None = None
    hoogstens: int | None = None


@dataclass(frozen=True, slots=True)
class ToonGeschiedenis(Verzoek):
    """What happened to one file."""

    daad: ClassVar[str] = "toon_geschiedenis"
    bestand: Path = Path()


@dataclass(frozen=True, slots=True)
class NeemTerug(Verzoek):
    """Take back the act with this ``id``, as ``ToonDaden`` lists them; ``toch``: also what was changed since."""

    daad: ClassVar[str] = "neem_terug"
    id: str = ""
    toch: bool = False


@dataclass(frozen=True, slots=True)
class Gedaan:
    """One act that was done: when, in words, which files, and whether it was taken back since."""

    id: str
    sinds: datetime
    wat: str
    bestanden: tuple[str, ...]
    is_teruggenomen: bool = False


@dataclass(frozen=True, slots=True)
class Geschiedenis:
    """What happened to a file, the first first; ``is_met_de_hand``: it is not as the last act left it."""

    bestand: str
    daden: tuple[Gedaan, ...]
    is_met_de_hand: bool = False


def toon_daden(opdracht: Opdracht, verzoek: ToonDaden) -> Uitkomst:
    """List what was done. Nothing is written."""
    if verzoek.tafel:
        opdracht.reeks(verzoek.tafel)
    limit = None if verzoek.tafel else verzoek.hoogstens  # of one table: which those are, only reading them tells
    verteller = _Verteller(list_daden(opdracht.inhoud.paden.map, limit))
    mine = (d for d in verteller.daden if not verzoek.tafel or _touches(d, verzoek.tafel))
    return Uitkomst(gegevens=tuple(verteller.tell(d) for d in islice(mine, verzoek.hoogstens)))


def toon_geschiedenis(opdracht: Opdracht, verzoek: ToonGeschiedenis) -> Uitkomst:
    """Say what happened to a file, under this name and those it had before. Nothing is written."""
    path = opdracht.find(verzoek.bestand)
    name = opdracht.show(path)
    names, found = {name}, []
    daden = list_daden(opdracht.inhoud.paden.map)
    for daad in daden:  # the last first: an older name is learned before what happened under it
        for stap in daad.stappen:
            names |= {n.replace(stap.naar, stap.pad, 1) for n in names if stap.naar and n.startswith(stap.naar)}
        if any(_is_about(stap, names) for stap in daad.stappen):
            found.append(daad)
    if not found and not exists(path):
        opdracht.stop(melding("bestand-onleesbaar", f"Het bestand {name} bestaat niet."))
    last = next((s.na for d in found[:1] for s in reversed(d.stappen) if s.pad in names and not s.naar), None)
    changed = last is not None and last != _mark(path)
    verteller = _Verteller(daden)
    told = tuple(verteller.tell(d) for d in reversed(found))
    return Uitkomst(gegevens=Geschiedenis(name, told, changed))


def neem_terug(opdracht: Opdracht, verzoek: NeemTerug) -> Uitkomst:
    """Put back every file an act touched, as it was; what somebody changed since is asked about first."""
    root = opdracht.inhoud.paden.map
    daden = list_daden(root)
    daad = next((d for d in daden if d.id == verzoek.id), None)
    if daad is None:
        raise VerkeerdVerzoek("dat is niet gedaan, of het staat niet meer in het logboek.")
    if daad.id in _find_undone(daden):
        raise VerkeerdVerzoek("dat is al teruggenomen.")
    if daad.merk.daad in _ONOMKEERBAAR:
        return _refuse(daad)
    lost = [s.pad for s in daad.stappen if s.voor and s.voor != s.na and read_bewaard(daad, s.voor) is None]
    if lost:
        text = f"Deze bestanden worden niet meer bewaard zoals ze waren: {', '.join(lost)}."
        opdracht.stop(melding("niet-terug-te-nemen", text))
    changed = [stap for at, stap in enumerate(daad.stappen) if not _is_as_left(root, daad, at)]
    is_moved = any(s.naar for s in changed)  # something else stands there by now
    if changed and (is_moved or not (verzoek.toch or _may_overwrite(opdracht, daad, changed))):
        return Uitkomst(meldingen=tuple(_report(root, daad, s) for s in changed))
    written = [path for stap in reversed(daad.stappen) for path in _put_back(root, daad, stap)]
    opdracht.settle()
    with on_disk():
        remove_lege_mappen(root, daad)
    shown = tuple(Geschreven(p) for p in dict.fromkeys(written))
    return Uitkomst(shown, gedaan=(f"Teruggenomen: {_Verteller(daden).words(daad)}.",))


def _find_undone(daden: tuple[Daadverslag, ...]) -> set[str]:
    """Return the acts that are taken back now; one whose taking back was taken back counts again."""
    undone: set[str] = set()
    for daad in daden:  # the last first
        if daad.merk.neemt_terug and daad.id not in undone:
            undone.add(daad.merk.neemt_terug)
    return undone


def _touches(daad: Daadverslag, tafel: str) -> bool:
    return daad.merk.tafel == tafel or any(p.split("/")[1:2] == [tafel] for p in daad.paden)


class _Verteller:
    """Tells of acts in words; it knows all of them that came later, and so which were taken back."""

    def __init__(self, daden: tuple[Daadverslag, ...]) -> None:
        self.daden = daden
        self._undone = _find_undone(daden)
        self._per_id = {daad.id: daad for daad in daden}

    def tell(self, daad: Daadverslag) -> Gedaan:
        """Return an act as it is listed."""
        return Gedaan(daad.id, daad.sinds, self.words(daad), daad.paden, daad.id in self._undone)

    def words(self, daad: Daadverslag) -> str:
        """Say what was done: ``agenda gemaakt (prt, 2026-03-13)``; of what was taken back, what that was."""
        merk = daad.merk
        if merk.neemt_terug:
            other = self._per_id.get(merk.neemt_terug) or find_daadverslag(daad.map, merk.neemt_terug)
            if other is not None:
                return f"teruggenomen: {self.words(other)}"
        meeting = merk.datum or next((part for p in daad.paden for part in p.split("/")[2:3] if _is_dag(part)), "")
        table = merk.tafel or next((p.split("/")[1] for p in daad.paden if p.count("/") > 1), "")
        place = ", ".join(part for part in (table, meeting) if part)
        return f"{_WOORDEN.get(merk.daad, merk.opdracht)}{f' ({place})' if place else ''}"


def _is_dag(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True


def _is_about(stap: Daadstap, names: set[str]) -> bool:
    return stap.pad in names or any(stap.naar and n.startswith((stap.naar, stap.pad)) for n in names)


def _mark(path: Path) -> str:
    return fingerprint(read_bytes(path)) if is_file(path) else ""


def _is_as_left(root: Path, daad: Daadverslag, at: int) -> bool:
    """Tell whether a file still is as the act left it; a later step of the same act may have moved it."""
    stap = daad.stappen[at]
    if stap.naar:
        return exists(root / stap.naar) and not exists(root / stap.pad)
    pad = stap.pad
    for later in daad.stappen[at + 1 :]:
        if later.naar and f"{pad}/".startswith(f"{later.pad}/"):
            pad = pad.replace(later.pad, later.naar, 1)
    return _mark(root / pad) == stap.na


def _may_overwrite(opdracht: Opdracht, daad: Daadverslag, changed: list[Daadstap]) -> bool:
    """Ask whether what was changed since may go; it is kept by the act that takes back, like anything replaced."""
    if not opdracht.mag_vragen:
        return False
    root = opdracht.inhoud.paden.map
    names = "\n".join(line for s in changed for line in (s.pad, *_difference(root, daad, s)))
    text = f"Dit is daarna veranderd (- gaat weg, + komt terug):\n{names}\nToch terugzetten?"
    return opdracht.ask(Vraag("terugzetten", daad.id, text, ("ja", "nee"), gewoon="nee")) == "ja"


def _difference(root: Path, daad: Daadverslag, stap: Daadstap) -> list[str]:
    """Return the lines that would go and those that would come back; none of what is no text."""
    path = root / stap.pad
    if path.suffix not in (".md", ".yaml", ".txt"):
        return []
    now = read_bytes(path).decode("utf-8", "replace").splitlines() if is_file(path) else []
    kept = read_bewaard(daad, stap.voor) if stap.voor else b""
    then = (kept or b"").decode("utf-8", "replace").splitlines()
    lines = [line for line in unified_diff(now, then, lineterm="", n=0) if line[:3] not in ("---", "+++", "@@ ")]
    return [f"  {line}" for line in lines[:_GETOOND]]


def _report(root: Path, daad: Daadverslag, stap: Daadstap) -> Melding:
    name = stap.naar or stap.pad
    shown = "".join(f"\n{line}" for line in _difference(root, daad, stap)) if not stap.naar else ""
    text = f"{name} is daarna veranderd. Er is niets teruggenomen.{shown}"
    return melding("niet-terug-te-nemen", text, Bron(name), "Wilt u het toch terugzetten, geef dan --toch.")


def _refuse(daad: Daadverslag) -> Uitkomst:
    why, what, act = _ONOMKEERBAAR[daad.merk.daad]
    meeting = {"tafel": daad.merk.tafel, "datum": daad.merk.datum}
    more = {}
    if daad.merk.daad == "verstuur" and any(pad.startswith("agenda/") for pad in daad.paden):
        what, act = "stuur na wat nog ontbreekt: {daad}", "bereid_verzending_voor"
        more = {"zending": "agenda", "nazending": "--nazending"}
    found = melding("niet-terug-te-nemen", f"{why} Dat is niet terug te nemen.")
    return Uitkomst(meldingen=(found,), vervolg=(Vervolg(what, act, {**more, **meeting}),))


def _put_back(root: Path, daad: Daadverslag, stap: Daadstap) -> list[str]:
    """Undo one step; return the files it wrote."""
    path = root / stap.pad
    if stap.naar:
        move(root / stap.naar, path)
        return [stap.pad]
    if not stap.voor:
        remove_file(path)
        return []
    content = read_bewaard(daad, stap.voor)
    assert content is not None
    if path.suffix == ".ics" and is_file(path):
        from pipeline.planning import raise_sequence

        content = raise_sequence(content, read_bytes(path))
    write_atomic(path, content)
    return [stap.pad]
