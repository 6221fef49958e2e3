"""Print what is in a file of minutes: ``python -m pipeline.lezen BESTAND``."""

import json
import sys
from pathlib import Path

from pipeline.lezen import lees, to_json

if __name__ == "__main__":
    path = Path(sys.argv[1])
    print(json.dumps(to_json(lees(path.read_bytes(), path.name)), ensure_ascii=False, indent=1))
