"""The command for those who write the files."""

from pathlib import Path

import pytest

from perinatal.library import check
from perinatal.library.check import every_mistake, main
from tests.library.small_shelf import add


def test_it_says_that_all_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert capsys.readouterr().out == "The shelf is in order.\n"


def test_it_prints_each_mistake_on_a_line_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake = check.Mistake("es/questions.toml", "A3", "why", "missing")
    monkeypatch.setattr(check, "every_mistake", lambda: [mistake])

    assert main() == 1
    assert capsys.readouterr().out == "library/es/questions.toml: [A3] why: missing\n1 to mend.\n"


def test_a_source_that_nothing_names_is_taken_out(root: Path) -> None:
    add(root, "facts/sources.toml", '[S002]\ntitle = "Another"\ndate = "n.d."\nurl = "https://example.org/b"')

    assert [str(mistake) for mistake in every_mistake(root)] == [
        "library/facts/sources.toml: [S002]: not used: nothing names it, so take it out"
    ]


def test_words_to_avoid_are_told_with_what_to_say(root: Path) -> None:
    for language in ("en", "es"):
        add(root, f"{language}/avoid.toml", '[relapse]\npattern = "relapse"\nsay = "use again"')
        add(root, f"{language}/screens/hub.toml", '[talk]\nhard = "A relapse."')

    assert [str(mistake) for mistake in every_mistake(root)] == [
        f"library/{language}/screens/hub.toml: [talk] hard: says 'relapse'; say: use again" for language in ("en", "es")
    ]
