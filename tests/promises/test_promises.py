"""The site may say only what a test proves."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from perinatal.library import shelf

HERE = Path(__file__).parent
PROMISES: dict[str, str] = tomllib.loads((HERE / "promises.toml").read_text())["promises"]


def said() -> Iterator[str]:
    """Every line the site says in English."""
    words = shelf("en")
    for saying in words.said.values():
        yield from [saying] if isinstance(saying, str) else saying if isinstance(saying, tuple) else ()
    for article in words.articles.values():
        for part in article.parts:
            yield from (*part.words, *part.points)
    for thing in words.printables.values():
        yield thing.about
        for printed in thing.parts:
            yield from (*printed.words, *printed.points, *printed.steps)


def names_of_tests(root: Path) -> set[str]:
    """Every test there is, by its name."""
    files = root.glob("tests/**/test_*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text())))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_promise_stands_on_a_page(sentence: str) -> None:
    assert any(sentence in line for line in said())


def test_each_promise_has_a_test_that_keeps_it(root: Path) -> None:
    assert set(PROMISES.values()) <= names_of_tests(root)


def test_nothing_is_called_what_no_test_can_prove() -> None:
    never = re.compile(
        r"end-to-end|zero.knowledge|\bsecure\b|\b100 ?%|HIPAA.compliant|your data is safe", re.IGNORECASE
    )
    assert [line for line in said() if never.search(line)] == []
