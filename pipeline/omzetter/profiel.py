"""The profile LibreOffice runs with: it reaches nothing, follows no link, runs no macro.

What a paper calls on was taken out before (``onschadelijk``); this holds where something was overlooked. The names
are those of LibreOffice's own settings (officecfg): unknown ones, in an older version, are passed over.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

_COMMON, _SCRIPTING = "/org.openoffice.Office.Common", "/org.openoffice.Office.Common/Security/Scripting"
_INET = "/org.openoffice.Inet/Settings"
_NERGENS = "127.0.0.1"  # with port 9, where no server listens: whatever asks for a page gets none
_INSTELLINGEN: tuple[tuple[str, str, str], ...] = (
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),  # no picture, section or film from elsewhere
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableActiveContent", "true"),  # since 7.6: objects, applets, DDE, web functions
    (_SCRIPTING, "DisableOLEAutomation", "true"),
    (_SCRIPTING, "DisablePythonRuntime", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),  # never
    ("/org.openoffice.Office.WriterWeb/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),  # never
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),  # never: what was seen last stays
    ("/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
    (f"{_COMMON}/Load", "UpdateDocMode", "0"),  # nothing from templates
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    (f"{_COMMON}/Misc", "CollectUsageInformation", "false"),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled",
     "false"),
    (_INET, "ooInetProxyType", "2"),
    (_INET, "ooInetNoProxy", ""),
    *((_INET, f"ooInet{kind}ProxyName", _NERGENS) for kind in ("HTTP", "HTTPS", "FTP")),
    *((_INET, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)  # fmt: skip
_KOP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
# Programs of a system heed these, LibreOffice's own among them.
OMGEVING = {
    **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), f"http://{_NERGENS}:9"),
    "no_proxy": "",
}


def write_profiel(folder: Path) -> None:
    """Write the settings in a profile that is not there yet."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path={quoteattr(path)}><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _INSTELLINGEN
    )
    (user / "registrymodifications.xcu").write_text(f"{_KOP}{items}</oor:items>\n", encoding="utf-8")


def without_network(command: Iterable[str]) -> list[str]:
    """Put a command in a network of its own, with nobody else in it, where the system lets us (Linux)."""
    return [*_afzondering(), *command]


@cache
def _afzondering() -> tuple[str, ...]:
    """Return the words before a command that cut it off; empty where this system has none that work."""
    program = shutil.which("unshare")
    if program is None:
        return ()
    words = (program, "--map-root-user", "--net", "--")
    true = shutil.which("true")
    try:
        done = subprocess.run([*words, true or "true"], capture_output=True, timeout=10, check=False)  # noqa: S603 - our own words
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return words if done.returncode == 0 else ()
