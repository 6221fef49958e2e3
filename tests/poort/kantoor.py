"""One LibreOffice for a whole case: the program is given this one to convert with, as ``omzetter`` in regietafel.yaml.

The product rightly starts LibreOffice anew for each command, with a profile of its own. Eighty starts would take most
of the time of a case; so here one stays open, and the ``omzetter`` hands it the work as a second start of LibreOffice
would: over its pipe (desktop/source/app/officeipcthread.cxx in LibreOffice).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

_OMZETTER = """#!{python} -SE
import socket, sys
words = [w for w in sys.argv[1:] if not w.startswith("-env:")]
escaped = [w.replace("\\\\", "\\\\\\\\").replace(",", "\\\\,").replace("\\0", "") for w in words]
pipe = socket.socket(socket.AF_UNIX)
pipe.connect({pijp!r})
pipe.recv(64)
pipe.sendall(("InternalIPC::Arguments1file:///" + "".join("," + w for w in escaped)).encode() + b"\\0")
while pipe.recv(64):
    pass
"""


class Kantoor:
    """A LibreOffice that stays open, and the program that hands work to it."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("soffice")
        assert program, "LibreOffice is needed: python scripts/programmas.py"
        profiel = (folder / "profiel").as_uri()
        pijp, klaar = _pijp(profiel), f"regietafel{os.getpid()}"
        self.omzetter = folder / "soffice"
        self.omzetter.write_text(_OMZETTER.format(python=sys.executable, pijp=str(pijp)), encoding="utf-8")
        self.omzetter.chmod(0o755)
        # Without a document on its desk it would stop after the first conversion.
        leeg = folder / "leeg.txt"
        leeg.write_text("-", encoding="utf-8")
        command = [program, f"-env:UserInstallation={profiel}", "--headless", "--norestore", "--nolockcheck",
                   "--nodefault", f"--accept=pipe,name={klaar};urp;", str(leeg)]  # fmt: skip
        self._proces = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        # With a new profile LibreOffice starts twice; this pipe is there only when it is ready.
        while not (pijp.exists() and pijp.with_name(f"OSL_PIPE_{os.getuid()}_{klaar}").exists()):
            assert time.monotonic() < deadline, "LibreOffice did not start"
            time.sleep(0.1)

    def sluit(self) -> None:
        self._proces.terminate()
        self._proces.wait(30)


def _pijp(profiel: str) -> Path:
    """Where LibreOffice with this profile listens: named after the profile, each byte without a leading zero."""
    mark = "".join(f"{byte:x}" for byte in hashlib.md5(profiel.encode("utf-16-le")).digest())
    return Path(f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{mark}")
