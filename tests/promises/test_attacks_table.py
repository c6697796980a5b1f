"""Every attack that was thought of is tried by a test, or the table says why there is nothing to try."""

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

HOW_MANY = 79


class Attack(TypedDict):
    """One row of the table."""

    true: str
    tests: NotRequired[list[str]]
    not_here: NotRequired[str]


TABLE: dict[str, Attack] = tomllib.loads((Path(__file__).parent / "attacks.toml").read_text(encoding="utf-8"))


@cache
def names_in(file: Path) -> frozenset[str]:
    """The tests of one file; none if there is no such file."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if file.exists() else ()
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))


def test_every_number_stands_once_and_says_what_must_be_true() -> None:
    assert [*TABLE] == [str(number) for number in range(1, HOW_MANY + 1)]
    assert all(attack["true"].endswith(".") for attack in TABLE.values())
    assert len({attack["true"] for attack in TABLE.values()}) == HOW_MANY


@pytest.mark.parametrize("number", TABLE)
def test_an_attack_has_tests_there_are_or_a_reason(root: Path, number: str) -> None:
    attack = TABLE[number]
    missing: list[str] = []
    for test in attack.get("tests", []):
        path, _, name = test.partition("::")
        there = names_in(root / "tests" / path)
        if not there or name not in (there | {"*"}):
            missing.append(test)

    assert missing == []
    assert bool(attack.get("tests")) != bool(attack.get("not_here")), "either tests, or why there are none"
