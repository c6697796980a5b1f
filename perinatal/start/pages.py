"""The pages: built once from the clone, and again only when what they are made of has changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from perinatal.start.packages import explain
from perinatal.start.steps import Steps, quiet_env
from perinatal.start.where import Places

# What pages are made of. The folders left out never show in a page.
OUTSIDE = ("rxconfig.py", "requirements.lock", "reflex.lock", "assets")
APART = {"start", "vault", "paper", "exchange", "__pycache__"}


def are_built(places: Places) -> bool:
    """Whether the pages that lie there are made of what lies here."""
    said = places.pages / "made-of"
    return said.exists() and said.read_text(encoding="ascii") == fingerprint(places.root)


def build(places: Places, steps: Steps) -> None:
    """Make the pages, and note what they were made of."""
    command = [str(places.python), "-m", "perinatal.web.prebuild", "pages"]
    env = quiet_env(PYTHONHASHSEED="0", PYTHONPATH=str(places.root), PERINATAL_BUILD=str(places.build))
    explain(steps.take("pages", command, env=env), steps)
    (places.pages / "made-of").write_text(fingerprint(places.root), encoding="ascii")


def fingerprint(root: Path) -> str:
    """One hash over everything the pages are made of."""
    total = hashlib.sha256()
    for file in sorted(_sources(root)):
        total.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    for name in OUTSIDE:
        place = root / name
        yield from (each for each in place.rglob("*") if each.is_file()) if place.is_dir() else (place,)
    for file in (root / "perinatal").rglob("*"):
        if file.is_file() and not APART & set(file.relative_to(root / "perinatal").parts):
            yield file
