"""The house keeps its order: who may know whom, and where each thing stands."""

import subprocess
import sys
from pathlib import Path

FOLDERS = {"care", "exchange", "library", "paper", "start", "toolkit", "vault", "web"}
FILES = {"__init__.py", "__main__.py"}
TOP = {
    "LICENSE",
    "README.md",
    "assets",
    "perinatal",
    "pyproject.toml",
    "reflex.lock",
    "requirements.lock",
    "rxconfig.py",
    "tests",
}
NAMELESS = {"utils", "helpers", "common", "core", "base", "manager", "service", "models"}


def test_each_layer_knows_only_those_below_it(root: Path) -> None:
    tool = Path(sys.executable).with_name("lint-imports")

    checked = subprocess.run([tool, "--no-cache"], cwd=root, capture_output=True, text=True)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_folder_stands_outside_the_order(root: Path) -> None:
    there = {each.name for each in (root / "perinatal").iterdir() if each.name != "__pycache__"}

    assert there - FOLDERS == FILES


def test_the_top_of_the_house_is_exactly_what_the_map_says(root: Path) -> None:
    there = {each.name for each in root.iterdir() if not each.name.startswith(".") and each.name != "__pycache__"}

    assert there == TOP


def test_nothing_is_named_for_being_left_over(root: Path) -> None:
    named = {each.stem for each in (root / "perinatal").rglob("*") if each.is_dir() or each.suffix == ".py"}

    assert named & NAMELESS == set()


def test_every_folder_has_a_front_door_that_says_what_it_is(root: Path) -> None:
    folders = {file.parent for file in (root / "perinatal").rglob("*.py")}

    for folder in folders:
        door = folder / "__init__.py"
        assert door.exists(), folder
        assert door.read_text(encoding="utf-8").startswith('"""'), door
