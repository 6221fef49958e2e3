"""The programs the tests use: install them on Debian or Ubuntu as root, elsewhere say how.

Run by ``make test``. LibreOffice converts, poppler draws and reads PDF, Chromium looks at the public site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# The program that is looked for, and the Debian package that brings it.
PROGRAMMAS = {
    "soffice": "libreoffice-writer",
    "localc": "libreoffice-calc",
    "loimpress": "libreoffice-impress",
    "qpdf": "qpdf",
    "pdftoppm": "poppler-utils",
    "chromium": "chromium",
}
LETTERS = ("fonts-crosextra-carlito", "fonts-liberation")


def main() -> int:
    """Install what is missing, or name the command that does."""
    missing = [package for program, package in PROGRAMMAS.items() if shutil.which(program) is None]
    if not missing:
        return 0
    packages = [*missing, *LETTERS]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        return install(packages)
    print(f"The tests need these programs: {', '.join(missing)}.", file=sys.stderr)
    print(f"On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    print("On macOS: brew install --cask libreoffice chromium && brew install poppler", file=sys.stderr)
    return 1


def install(packages: list[str]) -> int:
    """Install Debian packages without questions."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        code = subprocess.run(["apt-get", *command], env=environment, check=False, stdout=subprocess.DEVNULL).returncode
        if code:
            print(f"apt-get {command[0]} failed.", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
