"""Pages are made again exactly when something they are made of has changed."""

from pathlib import Path

import pytest

from perinatal.start import pages
from perinatal.start.where import Places


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """A small clone whose pages were made."""
    for name in (*pages.OUTSIDE[:2], "reflex.lock/package.json", "assets/a.css", "perinatal/web/app.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    for name in ("perinatal/library/en/words.toml", "perinatal/vault/keep.py", "perinatal/start/run.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    places = Places(root=tmp_path, pages=tmp_path / ".pages", data=tmp_path / ".data", is_clone=True)
    places.pages.mkdir()
    (places.pages / "made-of").write_text(pages.fingerprint(tmp_path))
    return places


PARTS = ["perinatal/web/app.py", "perinatal/library/en/words.toml", "assets/a.css", "rxconfig.py", "requirements.lock"]


@pytest.mark.parametrize("name", [*PARTS, "reflex.lock/package.json"])
def test_a_change_in_what_pages_are_made_of_makes_them_again(here: Places, name: str) -> None:
    assert pages.are_built(here)

    (here.root / name).write_text("two")

    assert not pages.are_built(here)


def test_a_file_that_moved_is_a_change(here: Places) -> None:
    (here.root / "assets" / "a.css").rename(here.root / "assets" / "b.css")

    assert not pages.are_built(here)


@pytest.mark.parametrize("name", ["perinatal/vault/keep.py", "perinatal/start/run.py"])
def test_what_never_shows_in_a_page_does_not_make_them_again(here: Places, name: str) -> None:
    (here.root / name).write_text("two")

    assert pages.are_built(here)
