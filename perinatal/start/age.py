"""The one question asked in words that any Python 3 understands: is this Python new enough?

House rule: this file and `__main__.py` must parse on Python 3.6, or the answer would be a syntax error.
"""

import io
import os
import sys
from typing import Tuple

NEEDED = (3, 11)


def insist_on_new_python(version: Tuple[int, ...] = (), language: str = "") -> None:
    """Leave with a sentence when this Python is older than the one we need."""
    found = tuple((version or sys.version_info)[:2])
    if found >= NEEDED:
        return
    words = sentence("python_too_old", language or os.environ.get("LANG", ""))
    values = {"found": "%d.%d" % found, "needed": "%d.%d" % NEEDED}
    raise SystemExit(words.format(**values))


def sentence(key: str, language: str) -> str:
    """Find one sentence without a TOML reader, which old Pythons do not have."""
    folder = "es" if language.startswith("es") else "en"
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    with io.open(os.path.join(here, "library", folder, "commands.toml"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(key + " = "):
                return line.split(" = ", 1)[1].strip().strip('"')
    return key
