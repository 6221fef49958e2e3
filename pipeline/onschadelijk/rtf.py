"""RTF (Microsoft's specification 1.9.1) without what it fetches or runs on being opened.

The text is cut into its signs, groups are followed to their end, and a group that fetches something is left out:
a template, an object (its picture stays), a field with such an instruction (what it showed stays).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.onschadelijk.velden import find_adres, find_lading
from pipeline.onschadelijk.vondst import SJABLOON, NietOnschadelijk, Vondst

_TEKEN = re.compile(rb"\\([A-Za-z]+)(-?\d+)?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}]+)|(\\)", re.DOTALL)
_WEG = {
    b"template": SJABLOON,
    b"nextfile": "een document",
    b"filetbl": "een document",
    b"mailmerge": "een gegevensbron",
    b"objdata": "",
    b"objclass": "",
    b"objname": "",
    b"objalias": "",
    b"objsect": "",
    b"datastore": "",
    b"xmlnstbl": "",
    b"blipuid": "",
    b"windowcaption": "",
    b"linkval": "een koppeling",
    b"subdocument": "een subdocument",
    b"fontemb": "een lettertype",
    b"fontfile": "een lettertype",
    b"datafield": "",
}
_OBJECTWOORDEN = (b"objemb", b"objlink", b"objautlink", b"objsub", b"objpub", b"objicemb", b"objhtml", b"objocx",
                  b"objupdate", b"objlock", b"linkself")  # fmt: skip
_VORM_ADRES = ("pibName", "pibPrintName", "pFragments", "fillBlipName", "lineFillBlipName")
_MAX_DIEPTE = 2000


@dataclass(slots=True)
class _Groep:
    """A group on its way: where it begins in what is written, what it is, and the plain text in it."""

    begin: int
    naam: bytes = b""
    tekst: list[str] = field(default_factory=list)
    star: bool = False


def disarm_rtf(data: bytes) -> tuple[bytes, list[Vondst]]:
    """Return the text made harmless, and what was taken out."""
    out: list[bytes] = []
    found: list[Vondst] = []
    groups: list[_Groep] = []
    at = 0
    while at < len(data):
        sign = _TEKEN.match(data, at)
        if sign is None:
            break
        at = sign.end()
        if sign.group(1) == b"bin":
            at += max(int(sign.group(2) or 0), 0)  # raw bytes of a picture or an object
            out.append(data[sign.start() : at])
            continue
        if sign.group(1) in _OBJECTWOORDEN:
            found += [Vondst("een gekoppeld object", "")] if sign.group(1) in (b"objlink", b"objautlink") else []
            continue
        if sign.group(5) == b"{":
            if len(groups) > _MAX_DIEPTE:
                raise NietOnschadelijk("de opbouw is te diep")
            groups.append(_Groep(len(out)))
        elif sign.group(5) is None and groups:
            _take(groups, sign)
        out.append(sign.group())
        if sign.group(5) == b"}" and groups:
            _close(groups, out, found)
    return b"".join(out), found


def _take(groups: list[_Groep], sign: re.Match[bytes]) -> None:
    """Add a sign to the group it stands in: its name is its first word, and its text counts for all around it."""
    group = groups[-1]
    word = sign.group(1)
    if sign.group(4) == b"*":
        group.star = True
    elif word and not group.naam and not group.tekst:
        group.naam = word
    text = _plain(sign)
    if text:
        for around in groups[-12:]:
            around.tekst.append(text)


def _plain(sign: re.Match[bytes]) -> str:
    if sign.group(3):
        return bytes.fromhex(sign.group(3).decode()).decode("cp1252", "replace")
    if sign.group(1) == b"u" and sign.group(2):
        return chr(int(sign.group(2)) % 0x10000)
    if sign.group(6):
        return sign.group(6).replace(b"\r", b"").replace(b"\n", b"").decode("cp1252", "replace")
    return (sign.group(4) or b"").decode("latin-1") if sign.group(4) in (b"\\", b"{", b"}") else ""


def _close(groups: list[_Groep], out: list[bytes], found: list[Vondst]) -> None:
    """End a group: leave it out where it fetches something."""
    group = groups.pop()
    text = "".join(group.tekst)
    what: str | None = None
    if group.naam in _WEG:
        what = _WEG[group.naam]
    elif group.naam == b"fldinst":
        what = find_lading(text.replace("\\\\", "\\")) or None
    elif group.naam == b"sp" and text.lstrip().startswith(_VORM_ADRES):
        what = "een beeld"
    if what is None:
        return
    del out[group.begin :]
    if what:
        adres = find_adres(text) if group.naam == b"fldinst" else text.removeprefix("pibName")
        found.append(Vondst(what, "", adres))
