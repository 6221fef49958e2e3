"""The texts of a mailing: templates the secretary edits, in a sandbox.

A template is plain text: ``Onderwerp: ...`` on the first line, then the text. It prints names and walks lists;
it can call nothing, and its loops are bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from jinja2 import StrictUndefined, TemplateAssertionError, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.model import Bron, Melding, melding
from pipeline.model.sjabloon import list_woorden
from pipeline.model.sjabloon import sjabloonwoord as woord

MAILSJABLONEN = ("mail/agenda.txt", "mail/nazending.txt", "mail/verslag.txt", "mail/actielijst.txt")
_MAX_RONDES = 20_000
_MAX_TEKENS = 1_000_000  # of a whole message, and of anything a template keeps under a name
_MAX_SJABLOON = 200_000  # characters: a long letter is a hundredth of that
_FILTERS = frozenset(["capitalize", "count", "default", "first", "join", "last", "length", "list", "lower",
                      "rejectattr", "selectattr", "sort", "title", "trim", "upper"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class MailOrganisatie:
    """The organisation that sends."""

    naam: str = woord("naam van de organisatie")
    afzender: str = woord("wie de stukken verstuurt")
    email: str = woord("e-mailadres van het secretariaat")
    website: str = woord("waar de verslagen worden geplaatst")


@dataclass(frozen=True, slots=True)
class MailTafel:
    """The body that meets."""

    naam: str = woord("volle naam van de tafel")
    korte_naam: str = woord("korte naam, zoals PRT")
    voorzitter: str = woord("de voorzitter")
    contact: str = woord("waar vragen heen kunnen")


@dataclass(frozen=True, slots=True)
class MailStuk:
    """A paper."""

    nummer: str = woord("nummer, zoals 3a")
    titel: str = woord("titel")
    punt: str = woord("nummer van het agendapunt")
    vertrouwelijk: bool = woord("of het stuk vertrouwelijk is", False)
    gewijzigd: bool = woord("of het een nieuwe versie is van een stuk dat al was verstuurd", False)


@dataclass(frozen=True, slots=True)
class MailLink:
    """A file that is too large to send, and where it stands."""

    naam: str = woord("naam van het bestand")
    adres: str = woord("adres waar het staat")


@dataclass(frozen=True, slots=True)
class MailWoorden:
    """Everything a mail template can name."""

    organisatie: MailOrganisatie = woord("de organisatie", MailOrganisatie())
    tafel: MailTafel = woord("de tafel", MailTafel())
    lijst: str = woord("naam van de verzendlijst")
    doorgeven: bool = woord("of deze lijst de stukken moet doorgeven", False)
    datum: str = woord("datum van de vergadering")
    weekdag: str = woord("dag van de week")
    tijd: str = woord("tijd van de vergadering")
    locatie: str = woord("plaats van de vergadering")
    volgende: str = woord("datum van de volgende vergadering")
    versie: str = woord("conceptverslag of vastgesteld verslag")
    stukken: tuple[MailStuk, ...] = woord("alle stukken bij de agenda", ())
    nieuw: tuple[MailStuk, ...] = woord("bij een nazending: de stukken die nieuw zijn", ())
    bijvoegsels: tuple[str, ...] = woord("de namen van de bestanden bij deze mail", ())
    links: tuple[MailLink, ...] = woord("bestanden die te groot zijn om mee te sturen", ())


@dataclass(frozen=True, slots=True)
class Mailtekst:
    """What a template gives: a subject and a text."""

    onderwerp: str
    tekst: str


def render_mail(sjabloon: str, naam: str, woorden: MailWoorden) -> tuple[Mailtekst | None, tuple[Melding, ...]]:
    """Fill in a template; None with the reason where it cannot be done. ``naam`` is what a Melding calls it."""
    if len(sjabloon) > _MAX_SJABLOON:
        return None, (melding("sjabloon-onveilig", f"Dit mag niet in {naam}: te veel tekst.", Bron(naam)),)
    zandbak = _Zandbak()
    try:
        template = zandbak.from_string(sjabloon.replace("\r\n", "\n").removeprefix("\ufeff"))
        text = zandbak.collect(template.generate(**{f.name: getattr(woorden, f.name) for f in fields(woorden)}))
    except TemplateAssertionError as error:
        found = f"In {naam} staat een bewerking of vraag die niet bestaat. Wel kan: {', '.join(sorted(_FILTERS))}."
        return None, (melding("sjabloon-opdracht", found, Bron(naam, nummer=error.lineno)),)
    except TemplateSyntaxError as error:
        found = f"Een opdracht in {naam} is niet te lezen of niet afgesloten."
        return None, (melding("sjabloon-opdracht", found, Bron(naam, nummer=error.lineno)),)
    except UndefinedError as error:
        return None, (_unknown(error, naam),)
    except SecurityError as error:
        what = str(error) if isinstance(error, _Verboden) else "iets aanroepen, of een naam die begint met _"
        return None, (melding("sjabloon-onveilig", f"Dit mag niet in {naam}: {what}.", Bron(naam)),)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, SyntaxError):
        return None, (melding("sjabloon-opdracht", f"Een opdracht in {naam} kan niet worden uitgevoerd.", Bron(naam)),)
    return _split(text, naam)


def _split(text: str, naam: str) -> tuple[Mailtekst | None, tuple[Melding, ...]]:
    """Split off the subject on the first line."""
    first, _, rest = text.lstrip().partition("\n")
    word, colon, subject = first.partition(":")
    if not colon or word.strip().casefold() != "onderwerp" or not subject.strip():
        found = f"{naam} begint niet met een regel Onderwerp: en een onderwerp."
        hulp = "Begin het bestand met bijvoorbeeld: Onderwerp: Agenda {{ tafel.korte_naam }} {{ datum }}"
        return None, (melding("sjabloon-opdracht", found, Bron(naam, nummer=1), hulp),)
    return Mailtekst(" ".join(subject.split()), rest.strip("\n") + "\n"), ()


def _unknown(error: UndefinedError, naam: str) -> Melding:
    message = str(error)
    name = next((part for part in reversed(message.split("'")) if part.strip().isidentifier()), "")
    text = f"In {naam} staat een naam die niet bestaat{f': {name}' if name else ''}."
    known = list_woorden(MailWoorden(stukken=(MailStuk(),), nieuw=(MailStuk(),), links=(MailLink(),)))
    return melding("sjabloon-variabele", text, Bron(naam), f"Bekend zijn: {', '.join(w.pad for w in known)}.")


def find_gebruikt(sjabloon: str) -> frozenset[str]:
    """Return the names a template uses, with the list each comes from: ``stukken.titel``; none if it is no template."""
    try:
        return frozenset(_paths(_Zandbak().parse(sjabloon), {}))
    except (TemplateError, RecursionError):
        return frozenset()


def _paths(node: nodes.Node, lussen: Mapping[str, str]) -> Iterator[str]:
    """Yield the path of every name below a node; ``lussen`` says which list a name in a loop comes from."""
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        lussen = {**lussen, node.target.name: _path(node.iter, lussen)}
    yield _path(node, lussen)
    for child in node.iter_child_nodes():
        yield from _paths(child, lussen)


def _path(node: nodes.Node, lussen: Mapping[str, str]) -> str:
    if isinstance(node, nodes.Name):
        return lussen.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node, lussen)}.{node.attr}"
    return _path(node.node, lussen) if isinstance(node, nodes.Filter) and node.node is not None else ""


class _Verboden(SecurityError):
    """What a template may not do, said in Dutch; Jinja's own errors are in English."""


class _Zandbak(ImmutableSandboxedEnvironment):
    """An environment for plain text: no calls, few filters, bounded loops, strict names."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                         keep_trailing_newline=True, finalize=_show)  # fmt: skip
        self.globals = {}
        self.filters = {k: v for k, v in self.filters.items() if k in _FILTERS}
        self.filters |= {"_ronde": self._count, "_maat": _check_size, "join": _join}
        self.rondes = 0

    def _count(self, reeks: Iterable[Any]) -> Iterator[Any]:
        for item in reeks:
            self.rondes += 1
            if self.rondes > _MAX_RONDES:
                raise _Verboden("een herhaling die niet ophoudt")
            yield item

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in template.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_ronde", [], [], None, None, lineno=loop.lineno)
        for assign in template.find_all(nodes.Assign):
            assign.node = nodes.Filter(assign.node, "_maat", [], [], None, None, lineno=assign.lineno)
        template.set_environment(self)
        return template

    def collect(self, pieces: Iterable[str]) -> str:
        """Join what a template prints, up to a bound."""
        found: list[str] = []
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > _MAX_TEKENS:
                raise _Verboden("te veel tekst")
            found.append(piece)
        return "".join(found)

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and not callable(value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise _Verboden(f"rekenen met {operator}")


def _check_size(value: Any) -> Any:
    """Names that double each other fill the memory in forty steps; a bound on each stops that at once."""
    if isinstance(value, str | list | tuple) and len(value) > _MAX_TEKENS:
        raise _Verboden("te veel tekst")
    return value


def _join(parts: Iterable[Any], scheiding: str = "") -> str:
    texts = [str(part) for part in parts]
    if sum(map(len, texts)) + len(str(scheiding)) * len(texts) > _MAX_TEKENS:
        raise _Verboden("te veel tekst")
    return str(scheiding).join(texts)


def _show(value: Any) -> Any:
    """Print yes and no as a person would, and nothing for what is not there."""
    if value is None:
        return ""
    return ("ja" if value else "nee") if isinstance(value, bool) else value
