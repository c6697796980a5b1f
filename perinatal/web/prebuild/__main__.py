"""python -m perinatal.web.prebuild STEP: makes the pages, or the lock they are made from."""

import os
import sys
from pathlib import Path

from perinatal.web.prebuild import export

ROOT = Path(__file__).resolve().parents[3]
STEPS = {"pages": export.make, "lock": export.lock}

if __name__ == "__main__":
    STEPS[sys.argv[1]](ROOT, Path(os.environ.get("PERINATAL_BUILD", ROOT / ".build")))
