"""Foreign minutes (docx, pdf, txt, md, odt, doc) -> text with positions -> Verslag."""

from pipeline.lezen.eigen import is_eigen, without_bladwijzers
from pipeline.lezen.formaten import to_docx
from pipeline.lezen.geduld import followed_by
from pipeline.lezen.lezing import DATUM_ONBEKEND, Lezing, build_verslag, lees
from pipeline.lezen.uitvoer import to_json

__all__ = [
    "DATUM_ONBEKEND",
    "Lezing",
    "build_verslag",
    "followed_by",
    "is_eigen",
    "lees",
    "to_docx",
    "to_json",
    "without_bladwijzers",
]
