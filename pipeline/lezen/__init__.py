"""Foreign minutes (docx, pdf, txt, md, odt, doc) -> text with positions -> Verslag."""

from pipeline.lezen.lezing import DATUM_ONBEKEND, Lezing, build_verslag, lees
from pipeline.lezen.uitvoer import to_json

__all__ = ["DATUM_ONBEKEND", "Lezing", "build_verslag", "lees", "to_json"]
