"""A file fits on a few screens, a function on one: whoever reads this code is busy with something harder."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(root: Path) -> Iterator[Path]:
    """Every file of ours."""
    for folder in ("perinatal", "tests"):
        yield from (file for file in (root / folder).rglob("*.py") if "__pycache__" not in file.parts)


def functions(root: Path) -> Iterator[tuple[str, Function]]:
    """Every function of ours, with where it stands."""
    for file in sources(root):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{file.relative_to(root)}:{node.lineno} {node.name}", node


def test_every_file_can_be_read_in_one_sitting(root: Path) -> None:
    lengths = {
        str(file.relative_to(root)): len(file.read_text(encoding="utf-8").splitlines()) for file in sources(root)
    }

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_every_function_fits_on_a_screen(root: Path) -> None:
    lengths = {name: (node.end_lineno or node.lineno) - node.lineno + 1 for name, node in functions(root)}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_function_asks_for_more_than_a_hand_can_count(root: Path) -> None:
    asked = {name: asks(node.args) for name, node in functions(root) if name.startswith("perinatal")}

    assert {name: count for name, count in asked.items() if count > MOST_PARAMETERS} == {}


def asks(arguments: ast.arguments) -> int:
    """How many values a caller has to think of."""
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([each for each in named if each.arg not in ("self", "cls")])


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "X" * 3])
def test_nothing_is_left_for_later_in_a_comment(root: Path, word: str) -> None:
    left = [str(file) for file in sources(root) if f"# {word}" in file.read_text(encoding="utf-8")]

    assert left == []
