"""A parent who reads Spanish gets all that a parent who reads English gets."""

from pathlib import Path

import pytest

from perinatal.library.check import every_mistake
from tests.library.small_shelf import add, change

HUB = "es/screens/hub.toml"

PLANTED = [
    ('title = "Notes"\n', "", "title", "missing: en has it"),
    ('"Hello {name}."', '"Hola."', "hello", "has no placeholder, but {name} in en"),
    ('"Hello {name}."', '"Hola {nombre}."', "hello", "has {nombre}, but {name} in en"),
    ('["One.", "Two."]', '["Uno."]', "list[1]", "missing: en has it"),
    ('title = "Notes"', "title = false", "title", "is true or false, but words in en"),
]


@pytest.mark.parametrize(("old", "new", "key", "said"), PLANTED)
def test_what_one_language_has_and_another_lacks_is_named(root: Path, old: str, new: str, key: str, said: str) -> None:
    change(root, HUB, old, new)

    assert (key, said) in {(mistake.key, mistake.what) for mistake in every_mistake(root) if mistake.file == HUB}


def test_what_only_spanish_has_is_missing_in_english(root: Path) -> None:
    add(root, HUB, '[more]\nbye = "Adiós."')

    mistakes = [str(mistake) for mistake in every_mistake(root)]

    assert mistakes == ["library/en/screens/hub.toml: [more] bye: missing: es has it"]


def test_a_fact_has_the_same_source_in_every_language(root: Path) -> None:
    add(root, "facts/sources.toml", '[S002]\ntitle = "Another"\ndate = ""\nurl = "https://example.org/b"')
    change(root, "es/topics.toml", 'source = "S001"', 'source = "S002"')

    assert [mistake.what for mistake in every_mistake(root)] == ["is 'S002', but 'S001' in en"]


def test_a_screen_that_was_never_put_into_spanish_is_missed(root: Path) -> None:
    (root / HUB).unlink()

    assert [str(mistake) for mistake in every_mistake(root)] == [f"library/{HUB}: file missing: en has it"]
