"""The step before a wheel is made: its pages are built, so that it needs no Node where it is installed."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesFirst(BuildHookInterface[Any]):
    """Builds the pages in the clone and puts them into the wheel, with the file Reflex reads its settings from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        # pip hides the real packages from a build; the set-up has to see them again.
        env = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "_PYPROJECT"))}
        python = getattr(sys, "_base_executable", sys.executable)
        subprocess.run([python, "-m", "perinatal", "build"], cwd=root, env=env, check=True)
        for name in ("build", "backend", "routes.json"):
            build_data["force_include"][str(root / ".pages" / name)] = f"perinatal/web/built/{name}"
        build_data["force_include"][str(root / "rxconfig.py")] = "perinatal/web/built/rxconfig.py"
