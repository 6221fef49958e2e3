"""Read minutes and print everything found: ``python -m pipeline.taal.proef BESTAND``."""

import json
import sys
from pathlib import Path

from pipeline.lezen import lees, to_json
from pipeline.taal import build_nlp, to_acties_json, zoek_voorstellen

if __name__ == "__main__":
    path = Path(sys.argv[1])
    reading = lees(path.read_bytes(), path.name)
    out = to_json(reading)
    if reading.verslag is not None:
        out["acties"] += to_acties_json(zoek_voorstellen(reading.verslag, build_nlp()))
    print(json.dumps(out, ensure_ascii=False, indent=1))
