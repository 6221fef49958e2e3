"""Checks of a template before it runs: every problem at once, with the text of its paragraph.

Names are looked up in example words, so that ``punt.titel`` is known to exist although no meeting is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from rapidfuzz import fuzz, process, utils

from pipeline.documenten.reikwijdte import find_bezwaar
from pipeline.documenten.sjabloon import Sjabloon, Sjabloondeel, Tag, TagAlinea
from pipeline.documenten.waarde import Blokken
from pipeline.documenten.woorden import LusWoorden, Woorden
from pipeline.documenten.wordvelden import find_wordvelden
from pipeline.documenten.zandbak import FILTERS, ZANDBAK
from pipeline.model import Melding, melding
from pipeline.word.ooxml import iter_own, qn

_UNKNOWN = object()
_CLOSERS = {"endfor": "for", "endif": "if"}
_STATEMENTS = ("for", "endfor", "if", "elif", "else", "endif", "set")
_MERGES = ("colspan", "cellbg", "vm", "hm")
_ALLOWED_FILTERS = FILTERS | {"safe", "e", "escape", "forceescape"}
_SHELLS = {
    "for": "{{% for {0} %}}{{% endfor %}}",
    "if": "{{% if {0} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% elif {0} %}}{{% endif %}}",
    "set": "{{% set {0} %}}",
    "colspan": "{{{{ {0} }}}}",
    "cellbg": "{{{{ {0} }}}}",
}
_ENOUGH_ALIKE = 55


@dataclass(slots=True)
class _Open:
    """A ``for`` or ``if`` that waits for its end, with the names it brings."""

    tag: Tag
    alinea: TagAlinea
    namen: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Keuring:
    """What the check of one template found: problems, and the names it uses as paths (``punten.titel``)."""

    sjabloon: Sjabloon
    voorbeeld: Woorden
    meldingen: list[Melding] = field(default_factory=list)
    gebruikt: dict[str, None] = field(default_factory=dict)
    _open: list[_Open] = field(default_factory=list)
    _paden: dict[str, str] = field(default_factory=dict)

    @property
    def bevindingen(self) -> tuple[Melding, ...]:
        """What the codes do wrong, and what Word would fill in itself."""
        names = frozenset(f.name for f in fields(self.voorbeeld))
        return (*self.meldingen, *find_wordvelden(self.sjabloon, names))

    def run(self) -> Keuring:
        """Check every part and return this same object."""
        for deel in self.sjabloon.delen:
            self._open = [_Open(Tag("", "", "", "", ""), TagAlinea(0, "", deel.wortel), self._top())]
            self._check_deel(deel)
            for left in self._open[1:]:
                self._add("sjabloon-opdracht", left.alinea, f"{left.tag.tekst} wordt niet afgesloten")
        return self

    def _top(self) -> dict[str, Any]:
        self._paden = {f.name: f.name for f in fields(self.voorbeeld)}
        return {f.name: getattr(self.voorbeeld, f.name) for f in fields(self.voorbeeld)} | {"range": range}

    def _add(self, code: str, alinea: TagAlinea, wat: str, hulp: str = "") -> None:
        zin = " ".join(alinea.tekst.split())
        text = f"Sjabloon {self.sjabloon.naam}: {wat}, in de alinea “{_shorten(zin)}”."
        self.meldingen.append(melding(code, text, self.sjabloon.bron(alinea), hulp))

    def _check_deel(self, deel: Sjabloondeel) -> None:
        alineas = list(deel.alineas())
        skip_to = -1
        for index, alinea in enumerate(alineas):
            if index > skip_to:
                end = self._check_broken(alineas, index)
                skip_to = end if end is not None else skip_to
            self._check_alinea(alinea, deel)

    def _check_broken(self, alineas: list[TagAlinea], index: int) -> int | None:
        """Report a tag that opens here and does not close here; return where it closes, if it does."""
        alinea = alineas[index]
        starts = [(alinea.rest.rfind(mark), mark) for mark in ("{{", "{%", "{#")]
        position, mark = max(starts)
        if position < 0:
            return None
        closing = {"{{": "}}", "{%": "%}", "{#": "#}"}[mark]
        for later in range(index + 1, len(alineas)):
            if closing in alineas[later].rest:
                both = f"{alinea.rest[position:]} … {alineas[later].rest}"
                self._add("sjabloon-alinea", alinea, f"de code {_shorten(both)} loopt over meer alinea's")
                return later
            if any(m in alineas[later].rest for m in ("{{", "{%", "{#")):
                break
        self._add("sjabloon-opdracht", alinea, f"{_shorten(alinea.rest[position:])} wordt niet afgesloten")
        return None

    def _check_alinea(self, alinea: TagAlinea, deel: Sjabloondeel) -> None:
        for tag in alinea.tags:
            if tag.soort != "commentaar":
                self._check_bereik(tag, alinea)
                self._check_tag(tag, alinea)
        if not deel.is_eigenschappen and any(
            "{{" in (code.text or "") or "{%" in (code.text or "") for code in iter_own(alinea.element, "w:instrText")
        ):
            self._add("sjabloon-onveilig", alinea, "er staat een code in een veld van Word (zoals een koppeling)")

    def _check_bereik(self, tag: Tag, alinea: TagAlinea) -> None:
        if tag.soort == "druk" and tag.bereik:
            hulp = f"Schrijf {{{{ {tag.rest} }}}}."
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} kan hier niet", hulp)
        elif tag.bereik in ("tr", "tc") and not _inside(alinea, f"w:{tag.bereik}"):
            hulp = "Zet deze opdracht in een rij van een tabel, of schrijf {%p in plaats van {%" + tag.bereik + "."
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} staat niet in een tabel", hulp)
        elif tag.bereik in ("p", "tr", "tc") and _text_of(alinea, tag.bereik) != tag.tekst:
            wat = {"p": "alinea", "tr": "rij", "tc": "cel"}[tag.bereik]
            hulp = f"Zet deze opdracht alleen in een {wat}: wat er verder in staat, verdwijnt met de opdracht."
            self._add("sjabloon-opdracht", alinea, f"naast {tag.tekst} staat nog iets anders", hulp)

    def _check_tag(self, tag: Tag, alinea: TagAlinea) -> None:
        if tag.soort == "druk":
            self._check_druk(tag, alinea)
        elif tag.woord in _CLOSERS:
            self._close(tag, alinea)
        elif tag.woord == "else":
            if len(self._open) < 2:
                self._add("sjabloon-opdracht", alinea, f"{tag.tekst} hoort bij geen if of for")
        elif tag.woord in _SHELLS:
            self._open_or_check(tag, alinea)
        elif tag.woord not in _MERGES:
            self._add("sjabloon-opdracht", alinea, f"de opdracht {tag.tekst} bestaat niet", _which_statement(tag.woord))

    def _check_druk(self, tag: Tag, alinea: TagAlinea) -> None:
        """Check what is printed: it must exist, and be a text rather than a list or a record."""
        template = self._check_expressie("{{ " + tag.rest + " }}", tag, alinea)
        output = template.find(nodes.Output) if template is not None else None
        value = self._value(output.nodes[0]) if output is not None else _UNKNOWN
        if isinstance(value, tuple) and not isinstance(value, Blokken):
            hulp = (
                f"Schrijf {{% for ding in {tag.rest} %}} … {{% endfor %}}, met daartussen wat u van elk ding wilt zien."
            )
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} is een lijst", hulp)
        elif is_dataclass(value):
            hulp = f"Schrijf bijvoorbeeld {{{{ {tag.rest}.{_names_of(value)[0]} }}}}."
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} bestaat uit meer onderdelen", hulp)

    def _open_or_check(self, tag: Tag, alinea: TagAlinea) -> None:
        template = self._check_expressie(_SHELLS[tag.woord].format(tag.rest), tag, alinea)
        if tag.woord == "elif" and (len(self._open) < 2 or self._open[-1].tag.woord != "if"):
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} hoort bij geen if")
        if tag.woord in ("for", "if"):
            self._open.append(_Open(tag, alinea, self._loop_names(template) if tag.woord == "for" else {}))
        if tag.woord == "set" and template is not None:
            assign = template.find(nodes.Assign)
            if assign is None:
                self._add("sjabloon-opdracht", alinea, f"{tag.tekst} kan alleen als {{% set naam = waarde %}}")
                return
            self._open[-1].namen |= {name.name: _UNKNOWN for name in assign.target.find_all(nodes.Name)}
            if isinstance(assign.target, nodes.Name):
                self._open[-1].namen[assign.target.name] = self._value(assign.node)

    def _close(self, tag: Tag, alinea: TagAlinea) -> None:
        wanted = _CLOSERS[tag.woord]
        if len(self._open) > 1 and self._open[-1].tag.woord == wanted:
            opened = self._open.pop()
            wrong, hulp = find_bezwaar(opened.tag, opened.alinea, tag, alinea)
            if wrong:
                self._add("sjabloon-opdracht", opened.alinea, wrong, hulp)
        elif any(o.tag.woord == wanted for o in self._open[1:]):
            while len(self._open) > 1 and self._open[-1].tag.woord != wanted:
                left = self._open.pop()
                self._add("sjabloon-opdracht", left.alinea, f"{left.tag.tekst} wordt niet afgesloten")
            self._open.pop()
        else:
            self._add("sjabloon-opdracht", alinea, f"{tag.tekst} sluit niets af: {{% {wanted} … %}} ontbreekt")

    def _check_expressie(self, bron: str, tag: Tag, alinea: TagAlinea) -> nodes.Template | None:
        try:
            template = ZANDBAK.parse_as_written(bron)
        except TemplateSyntaxError:
            self._add("sjabloon-opdracht", alinea, f"de code {tag.tekst} is niet te lezen")
            return None
        for code, what, hint in self._problems(template):
            self._add(code, alinea, f"{what}, in {tag.tekst}", hint)
        return template

    def _problems(self, template: nodes.Template) -> Iterator[tuple[str, str, str]]:
        """Yield the code, what is wrong, and a hint, for everything in one tag."""
        for test in template.find_all(nodes.Test):
            if test.name not in ZANDBAK.tests:
                yield "sjabloon-opdracht", f"de vraag “is {test.name}” bestaat niet", ""
        for bewerking in template.find_all(nodes.Filter):
            if bewerking.name not in _ALLOWED_FILTERS:
                near = _nearest(bewerking.name, _ALLOWED_FILTERS)
                hint = f"Bedoelt u |{near}?" if near else f"Wel kan: {', '.join(sorted(FILTERS))}."
                yield "sjabloon-opdracht", f"de bewerking |{bewerking.name} bestaat niet", hint
        for call in template.find_all(nodes.Call):
            if not (isinstance(call.node, nodes.Name) and call.node.name == "range"):
                yield "sjabloon-onveilig", "een sjabloon kan niets aanroepen", ""
        for found in _names_read(template):
            yield from self._name_problems(found)

    def _name_problems(self, found: nodes.Node) -> Iterator[tuple[str, str, str]]:
        if isinstance(found, nodes.Name):
            if not self._knows(found.name):
                yield "sjabloon-variabele", f"de naam {found.name} bestaat niet", self._hint(found.name)
            elif self._path(found):
                self.gebruikt[self._path(found)] = None
            return
        if not isinstance(found, nodes.Getattr):
            return
        if found.attr.startswith("_"):
            yield "sjabloon-onveilig", f"de naam {found.attr} mag niet in een sjabloon", ""
            return
        owner = self._value(found.node)
        if owner is _UNKNOWN:
            return
        if found.attr not in _names_of(owner):
            spelled = f"{_spell(found.node)}.{found.attr}"
            near = _nearest(found.attr, _names_of(owner))
            hint = f"Bedoelt u {_spell(found.node)}.{near}?" if near else self._hint(found.attr)
            yield "sjabloon-variabele", f"de naam {spelled} bestaat niet", hint
        elif self._path(found):
            self.gebruikt[self._path(found)] = None

    def _knows(self, naam: str) -> bool:
        return any(naam in level.namen for level in self._open)

    def _lookup(self, naam: str) -> Any:
        return next((level.namen[naam] for level in reversed(self._open) if naam in level.namen), _UNKNOWN)

    def _value(self, node: nodes.Node) -> Any:
        """The example value of an expression, or _UNKNOWN where that takes more than names and fields."""
        if isinstance(node, nodes.Name):
            return self._lookup(node.name)
        if isinstance(node, nodes.Getattr):
            owner = self._value(node.node)
            return getattr(owner, node.attr, _UNKNOWN) if node.attr in _names_of(owner) else _UNKNOWN
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Filter) and node.name in ("selectattr", "rejectattr", "sort", "reverse", "list"):
            return self._value(node.node) if node.node is not None else _UNKNOWN
        return _UNKNOWN

    def _path(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.Name):
            return self._paden.get(node.name, "")
        if isinstance(node, nodes.Getattr):
            owner = self._path(node.node)
            return f"{owner}.{node.attr}" if owner else ""
        return ""

    def _loop_names(self, template: nodes.Template | None) -> dict[str, Any]:
        loop = template.find(nodes.For) if template is not None else None
        names: dict[str, Any] = {"loop": LusWoorden()}
        if loop is None:
            return names
        if not isinstance(loop.target, nodes.Name):
            return names | {name.name: _UNKNOWN for name in loop.target.find_all(nodes.Name)}
        series = self._value(loop.iter)
        # Blocks are of two kinds, paragraphs and tables: the first says nothing about the next.
        is_uniform = isinstance(series, tuple) and series and not isinstance(series, Blokken)
        first = series[0] if is_uniform else _UNKNOWN
        source = loop.iter.node if isinstance(loop.iter, nodes.Filter) and loop.iter.node else loop.iter
        self._paden[loop.target.name] = self._path(source)
        return names | {loop.target.name: first}

    def _hint(self, naam: str) -> str:
        """Name the nearest thing in scope, fields of loop variables included."""
        known: dict[str, str] = {}
        for level in self._open:
            for name, value in level.namen.items():
                known[name] = name
                if is_dataclass(value) and name != "loop":
                    known |= {f"{name}.{f.name}": f.name for f in fields(value)}
        near = _nearest(naam, list(known)) if naam in known.values() else None
        exact = next((path for path, last in known.items() if last == naam), None)
        near = exact or near or _nearest(naam, list(known))
        return f"Bedoelt u {near}?" if near else ""


def keur_sjabloon(sjabloon: Sjabloon, voorbeeld: Woorden) -> tuple[Melding, ...]:
    """Return everything that is wrong with a template; without a fout among it, it can be used."""
    return Keuring(sjabloon, voorbeeld).run().bevindingen


def _names_of(value: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(value)) if is_dataclass(value) else ()


def _nearest(naam: str, known: Any) -> str | None:
    found = process.extractOne(
        naam, sorted(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_ENOUGH_ALIKE
    )
    return found[0] if found else None


def _which_statement(woord: str) -> str:
    near = _nearest(woord, _STATEMENTS)
    return f"Bedoelt u {near}?" if near else f"Wel kan: {', '.join(_STATEMENTS)}."


def _names_read(template: nodes.Template) -> Iterator[nodes.Node]:
    """Yield the names a tag reads: not those it makes (loop variables, set), nor what it asks ``is defined`` of."""
    made = {id(n) for loop in template.find_all(nodes.For) for n in [loop.target, *loop.target.find_all(nodes.Name)]}
    asked = {id(t.node) for t in template.find_all(nodes.Test) if t.name in ("defined", "undefined")}
    for found in template.find_all((nodes.Getattr, nodes.Getitem, nodes.Name)):
        if id(found) not in made | asked and getattr(found, "ctx", "load") == "load":
            yield found


def _spell(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name)
    return f"{_spell(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else "…"


def _inside(alinea: TagAlinea, name: str) -> bool:
    return next(alinea.element.iterancestors(qn(name)), None) is not None


def _text_of(alinea: TagAlinea, bereik: str) -> str:
    """The text of everything that disappears together with a tag: its paragraph, its row or its cell."""
    if bereik == "p":
        return alinea.tekst.strip()
    owner = next(alinea.element.iterancestors(qn(f"w:{bereik}")))
    return "".join(t.text or "" for t in owner.iter(qn("w:t"))).strip()


def _shorten(tekst: str, lengte: int = 80) -> str:
    folded = " ".join(tekst.split())
    return folded if len(folded) <= lengte else folded[: lengte - 1] + "…"
