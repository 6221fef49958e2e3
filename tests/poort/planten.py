"""Writes a case down, in every way minutes and papers come in."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from atomen import AFWEZIG, MENSEN, Mens
from docx.document import Document
from docx.shared import Cm
from gevaarlijk import stuk_met_laag, word_met_plaatje
from geval import DAGEN, Geval, Rij, Zitting
from reportlab.pdfgen.canvas import Canvas

KOPPEN = ("Nr", "Actie", "Actiehouder", "Termijn", "Status", "Toelichting", "Vertrouwelijk")
OPENBAAR_PUNT = "Stand van zaken opvang"
VORIGE = "Verslag van de vorige vergadering"
_MEER_STUKKEN = "bestand: notitie.pdf}, plattegrond.pdf, brief.docx"
# Whoever has reported an action done is not reminded of it.
_GEMELD = """terugkoppeling:
  - actie: A3 (23-01-2026)
    status: afgerond
    toelichting: Dat is gebeurd.
"""
_MERKEN = {"kop": " (vertrouwelijk)", "agenda en kop": " (vertrouwelijk)", "haakjes": " [niet openbaar]"}
_ONDER_DE_KOP = {"regel": "Vertrouwelijk", "zin": "Dit punt is vertrouwelijk."}


def schrijf_werkmap(geval: Geval, root: Path, omzetter: str, plaatje: str) -> None:
    """Write the tables, the agendas and their papers; ``plaatje`` is the address a Word paper has its picture from."""
    _schrijf(root / "regietafel.yaml", _regietafel(omzetter))
    for tafel in ("prt", "rrt"):
        _schrijf(root / "agenda" / tafel / "tafel.yaml", _tafel(geval, tafel))
    for zitting in geval.zittingen:
        folder = root / "agenda" / zitting.tafel / (zitting.eerst or zitting.datum)
        _schrijf(folder / "agenda.yaml", _agenda(zitting))
        _schrijf(folder / "bijlagen" / "notitie.pdf", als_stuk("Notitie over de locatie van het COA"))
        if (zitting.tafel, zitting.datum) == ("prt", DAGEN["prt"][1]):
            _schrijf(folder / "bijlagen" / "plattegrond.pdf", stuk_met_laag("Plattegrond van de locatie", geval.laag))
            _schrijf(folder / "bijlagen" / "brief.docx", word_met_plaatje(plaatje))
            text = (folder / "agenda.yaml").read_text(encoding="utf-8")
            _schrijf(folder / "agenda.yaml", text.replace("bestand: notitie.pdf}", _MEER_STUKKEN) + _GEMELD)
        _schrijf(folder / "bijlagen" / stuknaam(zitting), als_stuk(f"Taxatie: {zitting.geheimen['stuk'].tekst}"))


def _schrijf(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _regietafel(omzetter: str) -> str:
    return f"""naam: Provincie Voorbeeld
afzender: Secretariaat
email: secretariaat@provincie.example
website: https://provincie.example/verslagen
omzetter: "{omzetter}"
tafel: prt
publicatie:
  adres: https://verslagen.provincie.example
  uitgever: https://identifier.overheid.nl/tooi/id/provincie/pv00
  categorie: c_db4862c3
  provincie: utrecht
"""


def _mens(mens: Mens) -> str:
    return (f"  - {{id: {mens.id}, aanhef: {mens.aanhef}, achternaam: {mens.naam}, functie: {mens.functie}, "
            f"organisatie: {mens.organisatie}, openbaar: {mens.openbaar}, email: {mens.email}}}")  # fmt: skip


def _tafel(geval: Geval, tafel: str) -> str:
    lines = [f"naam: {'Provinciale' if tafel == 'prt' else 'Regionale'} Regietafel Voorbeeld",
             f"korte_naam: {tafel.upper()}", "tijd: 9:30 - 11:00", "locatie: Provinciehuis, Voorbeeldstad",
             "voorzitter: tafelaar", "contact: secretariaat@provincie.example", "ritme: {weken: 6, weekdag: vrijdag}",
             "actiehouders: [COA, Secretariaat, RRT-secretariaten]", "afkortingen: [COA, PRT, RRT]",
             "openbaarheid: {actielijst: ja}"]  # fmt: skip
    lines += [] if tafel == "prt" else ["voedt: prt"]
    for hoedanigheid in ("leden", "agendaleden", "toehoorders"):
        lines += [f"{hoedanigheid}:", *(_mens(m) for m in MENSEN if m.hoedanigheid == hoedanigheid)]
    lines += ["verzendlijsten:"]
    for lijst in geval.lijsten:
        right = ", vertrouwelijk: ja" if lijst.vertrouwelijk else ""
        lines.append(f"  - {{naam: {lijst.naam}, {lijst.velden}{right}}}")
    lines += ["vaste_punten:", "  - {titel: Opening, plaats: begin, duur: 5}",
              f"  - {{titel: {VORIGE}, plaats: begin, doel: vaststelling, soort: verslag}}",
              "  - {titel: Rondvraag, plaats: eind, duur: 5}"]  # fmt: skip
    return "\n".join(lines) + "\n"


def stuknaam(zitting: Zitting) -> str:
    """The name the sender gave the confidential paper."""
    return f"Taxatie {zitting.geheimen['stuknaam'].tekst}.pdf"


def _agenda(zitting: Zitting) -> str:
    item = ", vertrouwelijk: ja" if zitting.stuk_zelf else ""
    # An embargo that is over before anything is sent keeps nothing from anybody.
    over = [f"    embargo: {zitting.op(-9)} 09.00"] if zitting.embargo_voorbij else []
    public = [f"  - titel: {OPENBAAR_PUNT}", "    doel: bespreking", *over,
              "    bijlagen: [{titel: Notitie over de locatie, bestand: notitie.pdf}]"]  # fmt: skip
    secret = [f'  - titel: "{zitting.titel}"', "    doel: besluitvorming",
              f'    bijlagen: [{{titel: "{zitting.stuktitel}", bestand: "{stuknaam(zitting)}"{item}}}]']  # fmt: skip
    if zitting.in_agenda:
        secret.append(
            f"    embargo: {zitting.op(900)} 09.00" if zitting.wijze == "embargo" else "    vertrouwelijk: ja"
        )
    if zitting.openbare_titel:
        secret.append(f"    openbare_titel: {zitting.openbare_titel}")
    items = secret + public if zitting.geheim_voorop else public + secret
    return "\n".join(["agendapunten:", *items]) + "\n"


def als_stuk(tekst: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 500, tekst)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


# The minutes


def secties(zitting: Zitting) -> list[tuple[str, list[str]]]:
    """The items of the minutes: their heading without the number, and their paragraphs."""
    merk = _ONDER_DE_KOP.get(zitting.wijze)
    namen = {m.id: m.genoemd for m in MENSEN}
    markers = " ".join(f"[{r.nr}]" for r in zitting.rijen if "(" not in r.nr and not r.vertrouwelijk)
    public = (OPENBAAR_PUNT, [
        f"{namen['toetsburg']} licht de stand van zaken toe. {namen['proefstra']} vraagt naar de locatie.",
        f"{namen['modelman']} en {namen['staalman']} vullen aan. {markers}".rstrip(),
    ])  # fmt: skip
    secret = (zitting.titel + _MERKEN.get(zitting.wijze, ""), [
        *([merk] if merk else []),
        f"Het gaat om {zitting.geheimen['zin'].tekst} en het COA.",
        f"Er komt navraag [{geheim_rij(zitting).nr}].",
        *(["Het bod gaat door [B2]."] if "besluit" in zitting.geheimen else []),
    ])  # fmt: skip
    return [
        ("Opening", [f"{namen['tafelaar']} opent de vergadering op de locatie van het COA."]),
        (VORIGE, ["Het verslag wordt vastgesteld."]),
        *((secret, public) if zitting.geheim_voorop else (public, secret)),
        ("Rondvraag", ["Er zijn geen vragen."]),
    ]


def geheim_rij(zitting: Zitting) -> Rij:
    """The row of the confidential item."""
    number = sum("(" not in rij.nr for rij in zitting.rijen) + 1
    return Rij(f"A{number}", f"Navraag doen over {zitting.geheimen['actie'].tekst}", "Secretariaat", "30 juni 2026")


def rijen(zitting: Zitting) -> list[Rij]:
    """All rows of the list of actions in these minutes."""
    found = [*zitting.rijen, geheim_rij(zitting)]
    if "rij" in zitting.apart:
        text = f"Brief schrijven over {zitting.apart['rij'].tekst}"
        found.append(Rij(f"A{int(found[-1].nr[1:]) + 1}", text, "Secretariaat", "1 juli 2026", vertrouwelijk=True))
    return found


def besluiten(zitting: Zitting) -> list[tuple[str, str]]:
    if "besluit" not in zitting.geheimen:
        return []
    return [("B1", "De locatie wordt bezocht."), ("B2", f"Het bod op {zitting.geheimen['besluit'].tekst} gaat door.")]


def tabel(zitting: Zitting) -> list[tuple[str, str]]:
    return [("Post", "Wat"), ("Gebouw", zitting.geheimen["tabel"].tekst), ("COA", "locatie")]


def als_md(zitting: Zitting) -> str:
    """The minutes as the secretariat types them."""
    lines = ["---", f"tafel: {zitting.tafel}", f"datum: {zitting.datum}", "---", ""]
    for number, (heading, paragraphs) in enumerate(secties(zitting), 1):
        lines += [f"## {number}. {heading}", ""]
        for paragraph in paragraphs:
            lines += [paragraph, ""]
        if heading.startswith(zitting.titel):
            lines += [*_md_tabel(tabel(zitting)), ""]
    lines += ["## Actielijst", "", *_md_tabel([KOPPEN, *(_cellen(r) for r in rijen(zitting))]), ""]
    lines += ["## Besluitenlijst", "", *_md_tabel([("Nr", "Besluit"), *besluiten(zitting)])]
    return "\n".join(lines) + "\n"


def _cellen(rij: Rij) -> tuple[str, ...]:
    secret = "ja" if rij.vertrouwelijk else ""
    return (rij.nr, rij.actie, rij.wie, rij.termijn, rij.status, rij.toelichting, secret)


def _md_tabel(rows: list[tuple[str, ...]]) -> list[str]:
    head, *rest = ["| " + " | ".join(row) + " |" for row in rows]
    return [head, "|" + "---|" * len(rows[0]), *rest]


def als_word(zitting: Zitting) -> Document:
    """The minutes as somebody else types them in Word."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(1.5)
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(f"Verslag {zitting.tafel.upper()}", 0)
    document.add_paragraph(f"Datum: {zitting.dag:%d-%m-%Y}")
    for kop, afwezig in (("Aanwezig", False), ("Afwezig", True)):
        people = (f"{m.genoemd} ({m.organisatie})" for m in MENSEN if (m.id in AFWEZIG) is afwezig)
        document.add_paragraph(f"{kop}: {', '.join(people)}")
    for number, (heading, paragraphs) in enumerate(secties(zitting), 1):
        document.add_heading(f"{number}. {heading}", 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        if heading.startswith(zitting.titel):
            _word_tabel(document, tabel(zitting))
    document.add_heading("Actielijst", 1)
    _word_tabel(document, [KOPPEN[:6], *(_cellen(r)[:6] for r in rijen(zitting))], (2.5, 9, 4, 3.5, 2.2, 5))
    if besluiten(zitting):
        document.add_heading("Besluitenlijst", 1)
        _word_tabel(document, [("Nr", "Besluit"), *besluiten(zitting)], (2, 12))
    return document


def _word_tabel(document: Document, rows: list[tuple[str, ...]], widths: tuple[float, ...] = (4, 10)) -> None:
    """A table with columns as wide, in centimetres, as a person would draw them: no word is cut."""
    table = document.add_table(0, len(rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    for row in rows:
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.text, cell.width = text, Cm(width)
