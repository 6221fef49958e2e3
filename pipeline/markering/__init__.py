"""One grammar for what people write: labels, markers, dates, terms, owners and states. No spaCy here.

Used by ``notatie`` (our own records), ``lezen`` (foreign minutes) and ``taal`` (running text), so that the
same words mean the same thing in all three.
"""

from pipeline.markering.datums import DatumLezing, find_datums, format_datum, parse_datum
from pipeline.markering.inline import Stuk, split_inline
from pipeline.markering.labels import Markering, Verwijzing, find_markeringen, parse_verwijzing
from pipeline.markering.statussen import parse_bericht, parse_status
from pipeline.markering.termijnen import GevondenTermijn, find_termijnen, parse_termijn
from pipeline.markering.tijden import parse_tijdvak

__all__ = [
    "DatumLezing",
    "GevondenTermijn",
    "Markering",
    "Stuk",
    "Verwijzing",
    "find_datums",
    "find_markeringen",
    "find_termijnen",
    "format_datum",
    "parse_bericht",
    "parse_datum",
    "parse_status",
    "parse_termijn",
    "parse_tijdvak",
    "parse_verwijzing",
    "split_inline",
]
