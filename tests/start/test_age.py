"""An old Python is told what is needed, in a sentence and not as a syntax error."""

import ast
import shutil
import subprocess
from pathlib import Path

import pytest

from perinatal.start.age import insist_on_new_python, sentence

READ_BY_OLD_PYTHONS = ("__init__.py", "__main__.py", "start/__init__.py", "start/age.py")


@pytest.mark.parametrize("name", READ_BY_OLD_PYTHONS)
def test_an_old_python_can_read_as_far_as_the_question(root: Path, name: str) -> None:
    source = (root / "perinatal" / name).read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


@pytest.mark.parametrize(("language", "words"), [("en", "This is Python 3.8"), ("es_MX", "Este es Python 3.8")])
def test_an_old_python_is_named_in_the_language_of_the_machine(language: str, words: str) -> None:
    with pytest.raises(SystemExit) as left:
        insist_on_new_python((3, 8, 18), language)

    assert str(left.value).startswith(words)
    assert "3.11" in str(left.value)


def test_a_new_python_hears_nothing() -> None:
    insist_on_new_python((3, 11, 0))
    insist_on_new_python((4, 0, 0))


def test_the_sentence_is_the_one_the_library_has() -> None:
    assert "{found}" in sentence("python_too_old", "en")


def test_every_older_python_of_this_machine_gets_the_sentence(root: Path) -> None:
    found = [path for minor in range(6, 11) if (path := shutil.which(f"python3.{minor}"))]

    answers = [subprocess.run([path, "-m", "perinatal"], cwd=root, capture_output=True, text=True) for path in found]

    # A version manager leaves names on the PATH with nothing behind them; those never reach our first line.
    for answer in (each for each in answers if each.returncode != 127):
        assert "Traceback" not in answer.stderr
        assert "3.11" in answer.stderr
