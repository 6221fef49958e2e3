"""The spaCy components, as the entry points of the package name them (``spacy_factories``)."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.taal.besluiten import set_besluiten
from pipeline.taal.context import get_zinnen
from pipeline.taal.termijnen import set_termijnen
from pipeline.taal.toezeggingen import set_toezeggingen
from pipeline.taal.voortgang import set_voortgang
from pipeline.taal.zinnen import set_zinsgrenzen

Component = Callable[[Doc], Doc]


@Language.factory("regietafel_zinnen", assigns=["token.is_sent_start"])
def make_zinnen(nlp: Language, name: str) -> Component:
    """Set sentence bounds by rule."""
    return set_zinsgrenzen


@Language.factory("regietafel_personen", assigns=["doc.spans"])
def make_personen(nlp: Language, name: str) -> Component:
    """Put who is named in ``doc.spans["personen"]``."""
    return set_personen


@Language.factory("regietafel_termijnen", assigns=["doc.spans"])
def make_termijnen(nlp: Language, name: str) -> Component:
    """Put the terms in ``doc.spans["termijnen"]``."""
    return set_termijnen


@Language.factory("regietafel_toezeggingen", assigns=["doc.spans"])
def make_toezeggingen(nlp: Language, name: str) -> Component:
    """Put commitments and requests in ``doc.spans["toezeggingen"]``."""
    return set_toezeggingen


@Language.factory("regietafel_besluiten", assigns=["doc.spans"])
def make_besluiten(nlp: Language, name: str) -> Component:
    """Put decisions in ``doc.spans["besluiten"]``."""
    return set_besluiten


@Language.factory("regietafel_voortgang", assigns=["doc.spans"])
def make_voortgang(nlp: Language, name: str) -> Component:
    """Put what is said of older actions in ``doc.spans["voortgang"]``."""
    return set_voortgang


def set_personen(doc: Doc) -> Doc:
    """Put the mentions of a Doc in its spans, with their kind as label."""
    mentions = {v.begin: v for zin in get_zinnen(doc) for v in zin.vermeldingen}
    doc.spans["personen"] = [Span(doc, v.begin, v.eind, label=v.soort) for v in mentions.values()]
    return doc
