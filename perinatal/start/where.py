"""Where things lie: in a clone everything built stays inside it; a wheel brings its pages along."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Places:
    """The folders of one installation."""

    root: Path
    pages: Path
    data: Path
    is_clone: bool

    @property
    def venv(self) -> Path:
        """Where the packages go."""
        return self.root / ".venv"

    @property
    def build(self) -> Path:
        """Where the pages are made; nothing here is served."""
        return self.root / ".build"

    @property
    def python(self) -> Path:
        """The Python that has the packages."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def places() -> Places:
    """The folders of the installation this file belongs to."""
    built = PACKAGE / "web" / "built"
    if built.is_dir():
        return Places(root=built, pages=built, data=own_data_folder(), is_clone=False)
    root = PACKAGE.parent
    return Places(root=root, pages=root / ".pages", data=root / ".data", is_clone=True)


def own_data_folder() -> Path:
    """The folder this operating system keeps for a program's data."""
    home = Path(os.path.expanduser("~"))
    match sys.platform:
        case "win32":
            return Path(os.environ.get("LOCALAPPDATA", home)) / "perinatal"
        case "darwin":
            return home / "Library" / "Application Support" / "perinatal"
        case _:
            return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "perinatal"
