"""The tools that read code find nothing to say, and what they may overlook has its reason beside it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = {
    "mistakes": ["-m", "ruff", "check", "--no-cache", "."],
    "form": ["-m", "ruff", "format", "--check", "--no-cache", "."],
    "types": ["-m", "pyright"],
}
OVERLOOKED = re.compile(
    r"#\s*(?:type:\s*ignore|pyright:\s*ignore|noqa|pragma:\s*no cover)(?P<rule>[^#]*)(?P<why>#.*)?$"
)


@pytest.mark.parametrize("line", TOOLS.values(), ids=TOOLS)
def test_the_tool_finds_nothing(root: Path, line: list[str]) -> None:
    # The checker of types runs on the Node that a package brings, and asks nobody for a newer one.
    env = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "PYRIGHT_PYTHON_GLOBAL_NODE": "0"}
    more = ["--pythonpath", sys.executable] if "pyright" in line else []

    said = subprocess.run([sys.executable, *line, *more], cwd=root, env=env, capture_output=True, text=True)

    assert said.returncode == 0, said.stdout + said.stderr


def test_whatever_a_tool_may_overlook_has_its_reason_on_the_same_line(root: Path) -> None:
    files = [*(root / "perinatal").rglob("*.py"), *(root / "tests").rglob("*.py")]
    lines = [(file, line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    marked = [(file, line, found) for file, line in lines if (found := OVERLOOKED.search(line))]

    bare = [f"{file.relative_to(root)}: {line.strip()}" for file, line, found in marked if not has_reason(found)]

    assert bare == []


def has_reason(found: re.Match[str]) -> bool:
    """Whether words follow the rule: after another hash, in round brackets, or after a dash."""
    rule = re.sub(r"\[[^\]]*\]|^:?\s*[A-Z]+[0-9]+(?:\s*,\s*[A-Z]+[0-9]+)*", "", found["rule"])
    return bool(found["why"]) or len(re.findall(r"[A-Za-z]{2,}", rule)) > 1
