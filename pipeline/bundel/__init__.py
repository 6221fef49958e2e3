"""Bundles: one PDF of an agenda and all its papers. pypdf merges, reportlab draws what is put on the pages."""

from pipeline.bundel.beelden import beeld_to_pdf
from pipeline.bundel.keuring import MAX_BYTES, Papiersoort, check_stuk, find_papiersoort
from pipeline.bundel.opleggen import mark_pdf
from pipeline.bundel.samenvoegen import merge
from pipeline.bundel.stukken import Bundel, Bundelstuk
from pipeline.bundel.vertonen import measure_letter
from pipeline.bundel.zegel import is_ongewijzigd, seal

__all__ = [
    "MAX_BYTES",
    "Bundel",
    "Bundelstuk",
    "Papiersoort",
    "beeld_to_pdf",
    "check_stuk",
    "find_papiersoort",
    "is_ongewijzigd",
    "mark_pdf",
    "measure_letter",
    "merge",
    "seal",
]
