"""``agenda.yaml`` <-> Vergadering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import count
from pathlib import PurePosixPath

from pipeline.markering import format_datum, parse_datum
from pipeline.model import (
    Agendapunt,
    Annotatie,
    Bijlage,
    Melding,
    Oplegger,
    Tafel,
    Terugkoppeling,
    VastPunt,
    Vergadering,
    VerzondenStuk,
)
from pipeline.notatie.deelnemers import check_afwezigen, read_deelnemers, write_deelnemers
from pipeline.notatie.lezer import Lezer, Waarden, read_record
from pipeline.notatie.openbaar import format_gevoelig, read_gevoelig
from pipeline.notatie.tekst import Brontekst, fold
from pipeline.notatie.titelmerk import bare_titel, format_vertrouwelijk, read_titelmerk
from pipeline.notatie.velden import AGENDA
from pipeline.notatie.yaml_lezen import Scalar, read_yaml
from pipeline.notatie.yaml_schrijven import (
    Waarde,
    compact,
    format_dag,
    format_embargo,
    format_termijn,
    format_tijdvak,
    write_yaml,
)

_BESTANDSNAAM = re.compile(r".+\.[A-Za-z0-9]{2,5}")
_NUMMER = re.compile(r"(\d+)")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz") + tuple(f"z{n}" for n in range(1, 1000))


def parse_agenda(
    bron: Brontekst, tafel: Tafel, datum: date, volgende: date | None = None
) -> tuple[Vergadering, tuple[Melding, ...]]:
    """Read ``agenda.yaml``; time, place and standing items come from the table where it has none."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, AGENDA, datum, volgende)
    points = tuple(_agendapunt(part, lezer) for part in values["agendapunten"])
    standing = values["vaste_punten"] is not False
    deelnemers = read_deelnemers(values.knoop("deelnemers"), lezer, tafel)
    check_afwezigen(values, "afmeldingen", lezer, tafel, deelnemers, datum)
    vergadering = Vergadering(
        tafel=tafel.id,
        datum=datum,
        tijd=values["tijd"] or tafel.tijd,
        locatie=values["locatie"] or tafel.locatie,
        kanttekening=values["kanttekening"],
        agendapunten=number_points(with_vaste_punten(points, tafel.vaste_punten if standing else ())),
        deelnemers=deelnemers,
        afmeldingen=values["afmeldingen"],
        terugkoppeling=tuple(_terugkoppeling(part) for part in values["terugkoppeling"]),
        verplaatst_van=tuple(_data(values["verplaatst_van"], lezer, values)),
        afgelast=values["afgelast"],
        vaste_punten=standing,
        zaaknummer=values["zaaknummer"],
        bron=values.bron,
    )
    return vergadering, lezer.gemeld


def with_vaste_punten(points: tuple[Agendapunt, ...], vast: tuple[VastPunt, ...]) -> tuple[Agendapunt, ...]:
    """Put the standing items before and after the items of the day, save those the agenda has itself."""
    titles = {bare_titel(point.titel) for point in points}
    missing = [v for v in vast if v.mijlpaal is None and bare_titel(v.titel) not in titles]
    begin = tuple(v.op_agenda() for v in missing if v.plaats == "begin")
    end = tuple(v.op_agenda() for v in missing if v.plaats == "eind")
    return (*begin, *points, *end)


def number_points(points: tuple[Agendapunt, ...]) -> tuple[Agendapunt, ...]:
    """Give the items without a number the next one; a number that is written counts on from there."""
    numbered, last = [], 0
    for point in points:
        if not point.nummer:
            point = replace(point, nummer=str(last + 1))  # noqa: PLW2901
        match = _NUMMER.match(point.nummer)
        last = int(match[1]) if match else last
        numbered.append(point)
    return tuple(numbered)


def attach_verslag(vergadering: Vergadering, tafel: Tafel, vorige: date | None) -> Vergadering:
    """Give the standing item about the previous minutes those minutes as its paper."""
    titles = {bare_titel(v.titel) for v in tafel.vaste_punten if v.soort == "verslag"}
    if vorige is None or not titles:
        return vergadering
    paper = Bijlage(f"Verslag van {format_datum(vorige)}", verslag_van=vorige)
    points = tuple(
        replace(p, bijlagen=(paper, *p.bijlagen)) if bare_titel(p.titel) in titles else p
        for p in vergadering.agendapunten
    )
    return replace(vergadering, agendapunten=points)


def keep_nummers(points: tuple[Agendapunt, ...], verzonden: tuple[str, ...]) -> tuple[Agendapunt, ...]:
    """Keep the numbers an agenda was sent with (``3 Stand van zaken``); what came between gets ``3a``, ``3b``.

    An item is known by its title. One whose title was changed keeps the number of the only item missing there.
    """
    sent = [(number, fold(title).casefold()) for number, _, title in (line.partition(" ") for line in verzonden)]
    matcher = SequenceMatcher(None, [title for _, title in sent], [fold(p.titel).casefold() for p in points], False)
    numbers: list[str] = [""] * len(points)
    for kind, sent_from, sent_to, own_from, own_to in matcher.get_opcodes():
        if kind in ("equal", "replace") and sent_to - sent_from == own_to - own_from:
            numbers[own_from:own_to] = [number for number, _ in sent[sent_from:sent_to]]
    return tuple(replace(p, nummer=n) for p, n in zip(points, _with_letters(numbers, sent), strict=True))


def _with_letters(numbers: list[str], sent: list[tuple[str, str]]) -> Iterator[str]:
    """Give what has no number the one before it with a letter; before the first item that is ``0a``."""
    given = {number for number, _ in sent}
    last = "0"
    for number in numbers:
        if number:
            last = number
            yield number
            continue
        base = match[1] if (match := _NUMMER.match(last)) else last
        letter = next(letter for letter in _LETTERS if base + letter not in given)
        given.add(base + letter)
        yield base + letter


def number_bijlagen(
    points: tuple[Agendapunt, ...], verzonden: tuple[VerzondenStuk, ...] = ()
) -> tuple[Agendapunt, ...]:
    """Number the papers by their item: ``3a``, ``3b``; with item ``3a`` they are ``3a1``, ``3a2``.

    A paper that was sent keeps its number, whatever was added since.
    """
    sent = {paper.naam: paper.nummer for paper in verzonden}
    given = set(sent.values())
    numbered = []
    for point in points:
        free = (point.nummer + sign for sign in _signs(point.nummer) if point.nummer + sign not in given)
        papers = []
        for paper in point.bijlagen:
            kept = sent.pop(paper.bestand, "") or sent.pop(paper.titel, "")
            papers.append(replace(paper, nummer=kept or next(free)))
        numbered.append(replace(point, bijlagen=tuple(papers)))
    return tuple(numbered)


def _signs(nummer: str) -> Iterator[str]:
    """Give what sets the papers of an item apart: letters, or digits where its number ends in a letter."""
    return iter(_LETTERS) if nummer[-1:].isdigit() or not nummer else (str(n) for n in count(1))


def default_titel(bestand: str) -> str:
    """Return the title of a paper that has none: the name of its file."""
    return PurePosixPath(bestand).stem


def _agendapunt(values: Waarden, lezer: Lezer) -> Agendapunt:
    merk = read_titelmerk(values, values["titel"], lezer)
    return Agendapunt(
        nummer=values["nummer"],
        titel=merk.titel,
        doel=values["doel"],
        duur=values["duur"],
        spreker=values["spreker"],
        toelichting=values["toelichting"],
        bijlagen=tuple(_bijlagen(values["bijlagen"], lezer)),
        vertrouwelijk=merk.vertrouwelijk,
        door_naar=values["door_naar"],
        gevoelig=read_gevoelig(values["gevoelig"]),
        hamerstuk=values["hamerstuk"] is True,
        openbare_titel=values["openbare_titel"],
        embargo=merk.embargo,
        annotatie=_annotatie(values["annotatie"]),
        oplegger=_oplegger(values["oplegger"]),
        bron=values.bron_van("titel"),
    )


def _annotatie(values: Waarden | None) -> Annotatie:
    return Annotatie(values["conclusie"], values["spreekpunten"], values["vragen"]) if values else Annotatie()


def _oplegger(values: Waarden | None) -> Oplegger:
    return Oplegger(values["aanleiding"], values["gevraagd"], values["vervolg"]) if values else Oplegger()


def _bijlagen(parts: tuple[Waarden, ...], lezer: Lezer) -> Iterator[Bijlage]:
    for values in parts:
        titel, bestand = values["titel"], values["bestand"]
        if not titel and bestand and not _BESTANDSNAAM.fullmatch(bestand):
            titel, bestand = bestand, ""
        place = values.bron_van("bestand")
        if is_outside(bestand):
            lezer.report(
                "buiten-werkmap",
                f"De naam van de bijlage wijst naar een andere map: {bestand}.",
                place.nummer or 1,
            )
            titel, bestand = titel or default_titel(bestand.replace("\\", "/")), ""
        public = values["openbaar"]
        if is_outside(public):
            text = f"De naam van de openbare versie wijst naar een andere map: {public}."
            lezer.report("buiten-werkmap", text, values.bron_van("openbaar").nummer or 1)
            public = ""
        if titel or bestand:
            title = titel or default_titel(bestand)
            # the title of a paper stays whole: it is what the paper is called, and often the name of its file
            merk = read_titelmerk(values, title.replace("_", " "), lezer, "titel" if titel else "bestand")
            yield Bijlage(
                title,
                bestand,
                merk.vertrouwelijk,
                openbaar=public,
                openbare_titel=values["openbare_titel"],
                embargo=merk.embargo,
                tafelstuk=values["tafelstuk"] is True,
                bron=place,
            )


def is_outside(bestand: str) -> bool:
    """Tell whether a file name could point outside the folder ``bijlagen``."""
    parts = bestand.replace("\\", "/").split("/")
    return ".." in parts or bestand.startswith(("/", "\\", "~")) or bool(re.match(r"[A-Za-z]:", bestand))


def _data(texts: tuple[str, ...], lezer: Lezer, values: Waarden) -> Iterator[date]:
    for text in texts:
        day = parse_datum(text).datum
        if day is not None:
            yield day
        elif text.strip():
            line = values.bron_van("verplaatst_van").nummer or 1
            lezer.report("datum-onleesbaar", f"De datum bij verplaatst_van is niet te lezen: {text}.", line)


def _terugkoppeling(values: Waarden) -> Terugkoppeling:
    node = values.knoop("actie")
    return Terugkoppeling(
        verwijzing=node.tekst.strip() if isinstance(node, Scalar) else "",
        status=values["status"],
        termijn=values["termijn"],
        toelichting=values["toelichting"],
        bron=values.bron_van("actie"),
    )


def write_agenda(vergadering: Vergadering, tafel: Tafel | None = None) -> str:
    """Write ``agenda.yaml``, without the time and place that ``tafel`` gives already."""
    tijd, locatie = vergadering.tijd, vergadering.locatie
    return write_yaml(
        compact(
            tijd="" if tafel and tafel.tijd == tijd else format_tijdvak(tijd),
            locatie="" if tafel and tafel.locatie == locatie else locatie,
            kanttekening=vergadering.kanttekening,
            afmeldingen=vergadering.afmeldingen,
            deelnemers=write_deelnemers(vergadering.deelnemers),
            vaste_punten="" if vergadering.vaste_punten else "nee",
            agendapunten=list(_format_punten(vergadering.agendapunten)),
            terugkoppeling=[_format_terugkoppeling(part) for part in vergadering.terugkoppeling],
            verplaatst_van=[format_dag(day) for day in vergadering.verplaatst_van],
            afgelast=vergadering.afgelast,
            zaaknummer=vergadering.zaaknummer,
        )
    )


def _format_punten(points: tuple[Agendapunt, ...]) -> Iterator[dict[str, Waarde]]:
    """Write the items; a number only where counting would give another."""
    blank = tuple(replace(point, nummer="") for point in points)
    for position, point in enumerate(points):
        counted = number_points((*points[:position], blank[position]))[position].nummer
        yield format_punt(replace(point, nummer="" if point.nummer == counted else point.nummer))


def format_punt(point: Agendapunt) -> dict[str, Waarde]:
    """Return the fields of an item as they are written; minutes that come by themselves are no paper of it."""
    own, said = point.annotatie, point.oplegger
    return compact(
        titel=point.titel,
        nummer=point.nummer,
        doel=point.doel,
        duur=point.duur,
        spreker=point.spreker,
        hamerstuk=point.hamerstuk,
        toelichting=point.toelichting,
        vertrouwelijk=format_vertrouwelijk(point.titel, point.vertrouwelijk),
        openbare_titel=point.openbare_titel,
        embargo=format_embargo(point.embargo),
        door_naar=point.door_naar,
        gevoelig=[format_gevoelig(words) for words in point.gevoelig],
        oplegger=compact(aanleiding=said.aanleiding, gevraagd=said.gevraagd, vervolg=said.vervolg),
        annotatie=compact(conclusie=own.conclusie, spreekpunten=own.spreekpunten, vragen=own.vragen),
        bijlagen=[_format_bijlage(bijlage) for bijlage in point.bijlagen if not bijlage.verslag_van],
    )


def _format_bijlage(bijlage: Bijlage) -> Waarde:
    own_title = bijlage.titel != default_titel(bijlage.bestand)
    secret = format_vertrouwelijk(bijlage.titel.replace("_", " "), bijlage.vertrouwelijk)
    fields = (secret, bijlage.openbaar, bijlage.openbare_titel, bijlage.embargo, bijlage.tafelstuk)
    if own_title or any(fields) or not _BESTANDSNAAM.fullmatch(bijlage.bestand):
        return compact(
            titel=bijlage.titel,
            bestand=bijlage.bestand,
            vertrouwelijk=secret,
            openbare_titel=bijlage.openbare_titel,
            embargo=format_embargo(bijlage.embargo),
            openbaar=bijlage.openbaar,
            tafelstuk=bijlage.tafelstuk,
        )
    return bijlage.bestand


def _format_terugkoppeling(part: Terugkoppeling) -> dict[str, Waarde]:
    return compact(
        actie=part.verwijzing,
        status=part.status,
        termijn=format_termijn(part.termijn),
        toelichting=part.toelichting,
    )
