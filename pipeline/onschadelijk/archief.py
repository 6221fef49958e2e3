"""A file that is a zip of parts: read within bounds, and written anew with only the parts that were read.

Writing it anew is what makes us and LibreOffice see the same: of two parts with one name each program takes another.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from lxml import etree

from pipeline.onschadelijk.vondst import Beschadigd, NietOnschadelijk

_MAX_DELEN = 20_000
_MAX_UITGEPAKT = 1024 * 1024 * 1024
_MOMENT = (1980, 1, 1, 0, 0, 0)
_XML_BEGIN = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<")
MIMETYPE = "mimetype"  # of OpenDocument: has to come first, and not packed


def read_delen(data: bytes) -> dict[str, bytes]:
    """Return the parts by name; NietOnschadelijk for an archive that is broken, locked or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > _MAX_DELEN or sum(info.file_size for info in infos) > _MAX_UITGEPAKT:
                raise NietOnschadelijk("het is uitgepakt te groot")
            return {info.filename.replace("\\", "/").lstrip("/"): archive.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        if isinstance(error, NietOnschadelijk):
            raise
        raise Beschadigd("het is beschadigd of beveiligd") from error


def write_delen(delen: dict[str, bytes]) -> bytes:
    """Return the file of these parts. What does not shrink (pictures) is not packed again."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(delen, key=lambda n: (n != MIMETYPE, n != "[Content_Types].xml")):
            info = zipfile.ZipInfo(name, _MOMENT)
            packed = name != MIMETYPE and is_xml(delen[name])
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(info, delen[name], compresslevel=1)
    return out.getvalue()


def is_xml(data: bytes) -> bool:
    """Tell whether a part is XML, whatever its name."""
    return data[:64].lstrip().startswith(_XML_BEGIN)


def parse_deel(data: bytes) -> etree._Element | None:
    """Parse a part as far as it can be read; nothing is fetched and no entity resolved. None for no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def write_deel(root: etree._Element) -> bytes:
    """Write a part again, without its document type."""
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True, with_tail=False)
    return content


def local(node: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def split_attribute(name: str) -> tuple[str, str]:
    """Return the namespace and the plain name of an attribute."""
    space, _, plain = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return space, plain


def drop(nodes: Iterable[etree._Element]) -> None:
    """Take elements out; the text behind them stays."""
    for node in nodes:
        parent = node.getparent()
        if parent is None:
            continue
        before = node.getprevious()
        if node.tail:
            if before is not None:
                before.tail = (before.tail or "") + node.tail
            else:
                parent.text = (parent.text or "") + node.tail
        parent.remove(node)
