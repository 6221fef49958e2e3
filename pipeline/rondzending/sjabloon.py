"""The texts of a mailing: templates the secretary edits, in a sandbox.

A template is plain text: ``Onderwerp: ...`` on the first line, then the text. It prints names and walks lists;
it can call nothing, and its loops are bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from jinja2 import StrictUndefined, TemplateAssertionError, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.model import Bron, Melding, melding

MAILSJABLONEN = ("mail/agenda.txt", "mail/nazending.txt", "mail/verslag.txt", "mail/actielijst.txt")
_MAX_RONDES = 20_000
_MAX_TEKENS = 1_000_000
_FILTERS = frozenset(["capitalize", "count", "default", "first", "join", "last", "length", "list", "lower",
                      "rejectattr", "selectattr", "sort", "title", "trim", "upper"])  # fmt: skip


def _woord(uitleg: str, default: Any = "") -> Any:
    return field(default=default, metadata={"uitleg": uitleg})


@dataclass(frozen=True, slots=True)
class MailOrganisatie:
    """The organisation that sends."""

    naam: str = _woord("naam van de organisatie")
    afzender: str = _woord("wie de stukken verstuurt")
    email: str = _woord("e-mailadres van het secretariaat")
    website: str = _woord("waar de verslagen worden geplaatst")


@dataclass(frozen=True, slots=True)
class MailTafel:
    """The body that meets."""

    naam: str = _woord("volle naam van de tafel")
    korte_naam: str = _woord("korte naam, zoals PRT")
    voorzitter: str = _woord("de voorzitter")
    contact: str = _woord("waar vragen heen kunnen")


@dataclass(frozen=True, slots=True)
class MailStuk:
    """A paper."""

    nummer: str = _woord("nummer, zoals 3a")
    titel: str = _woord("titel")
    punt: str = _woord("nummer van het agendapunt")
    vertrouwelijk: bool = _woord("of het stuk vertrouwelijk is", False)
    gewijzigd: bool = _woord("of het een nieuwe versie is van een stuk dat al was verstuurd", False)


@dataclass(frozen=True, slots=True)
class MailLink:
    """A file that is too large to send, and where it stands."""

    naam: str = _woord("naam van het bestand")
    adres: str = _woord("adres waar het staat")


@dataclass(frozen=True, slots=True)
class MailWoorden:
    """Everything a mail template can name."""

    organisatie: MailOrganisatie = _woord("de organisatie", MailOrganisatie())
    tafel: MailTafel = _woord("de tafel", MailTafel())
    lijst: str = _woord("naam van de verzendlijst")
    doorgeven: bool = _woord("of deze lijst de stukken moet doorgeven", False)
    datum: str = _woord("datum van de vergadering")
    weekdag: str = _woord("dag van de week")
    tijd: str = _woord("tijd van de vergadering")
    locatie: str = _woord("plaats van de vergadering")
    volgende: str = _woord("datum van de volgende vergadering")
    versie: str = _woord("conceptverslag of vastgesteld verslag")
    stukken: tuple[MailStuk, ...] = _woord("alle stukken bij de agenda", ())
    nieuw: tuple[MailStuk, ...] = _woord("bij een nazending: de stukken die nieuw zijn", ())
    bijvoegsels: tuple[str, ...] = _woord("de namen van de bestanden bij deze mail", ())
    links: tuple[MailLink, ...] = _woord("bestanden die te groot zijn om mee te sturen", ())


@dataclass(frozen=True, slots=True)
class Mailtekst:
    """What a template gives: a subject and a text."""

    onderwerp: str
    tekst: str


def render_mail(sjabloon: str, naam: str, woorden: MailWoorden) -> tuple[Mailtekst | None, tuple[Melding, ...]]:
    """Fill in a template; None with the reason where it cannot be done. ``naam`` is what a Melding calls it."""
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
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError):
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
    return melding("sjabloon-variabele", text, Bron(naam), f"Bekend zijn: {', '.join(known_words())}.")


def known_words() -> Iterator[str]:
    """Yield every name a template can use, with the list it comes from: ``stukken.titel``."""
    example = MailWoorden(stukken=(MailStuk(),), nieuw=(MailStuk(),), links=(MailLink(),))
    for spec in fields(example):
        yield spec.name
        value = getattr(example, spec.name)
        inner = value[0] if isinstance(value, tuple) and value else value
        if is_dataclass(inner):
            yield from (f"{spec.name}.{part.name}" for part in fields(inner))


class _Verboden(SecurityError):
    """What a template may not do, said in Dutch; Jinja's own errors are in English."""


class _Zandbak(ImmutableSandboxedEnvironment):
    """An environment for plain text: no calls, few filters, bounded loops, strict names."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                         keep_trailing_newline=True, finalize=_show)  # fmt: skip
        self.globals = {}
        self.filters = {k: v for k, v in self.filters.items() if k in _FILTERS} | {"_ronde": self._count}
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


def _show(value: Any) -> Any:
    """Print yes and no as a person would, and nothing for what is not there."""
    if value is None:
        return ""
    return ("ja" if value else "nee") if isinstance(value, bool) else value
