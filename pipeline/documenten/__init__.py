"""Documents: model objects and a template in, the bytes of a Word file out. The only room that knows docxtpl."""

from pipeline.documenten.documenten import render
from pipeline.documenten.sjablonen import beschrijf_sjabloon, packaged_sjabloon
from pipeline.documenten.stukken import Stukken
from pipeline.documenten.voorbeeld import voorbeeld_stukken
from pipeline.documentsoorten import DOCUMENTSOORTEN, DocumentSoort, Moment, find_soort

__all__ = [
    "DOCUMENTSOORTEN",
    "DocumentSoort",
    "Moment",
    "Stukken",
    "beschrijf_sjabloon",
    "find_soort",
    "packaged_sjabloon",
    "render",
    "voorbeeld_stukken",
]
