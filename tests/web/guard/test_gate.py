"""What a page may say is a list, and the list is what there is."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LOOK = """
import json, sys
from pathlib import Path
from perinatal.start.serve import prepare
from perinatal.start.settings import Settings
prepare(Settings.from_env())
from perinatal.web.app import app
from perinatal.web.guard import gate
from perinatal.web.parts.here import Here
from reflex.state import State
from reflex_base.registry import RegistrationContext
known = [name for name in RegistrationContext.get().event_handlers if name not in gate.FRAMEWORK]
inherited = {*State.event_handlers}
print(json.dumps({
    "ours": sorted(name for name in known if "perinatal___" in name and name.rpartition(".")[2] not in inherited),
    "not_ours": sorted(name for name in known if "perinatal___" not in name or name.rpartition(".")[2] in inherited),
    "passing": sorted(name for name in known if gate.arguments(name) is not None),
    "framework": sorted(name for name in gate.FRAMEWORK if name in RegistrationContext.get().event_handlers),
    "listed": sorted(f"{page}.{handler}" for page, handlers in gate.ALLOWED.items() for handler in handlers),
    "states": [cls.__name__ for cls in Here.__subclasses__()],
    "public": sorted(
        f"{cls.__name__}.{name}" for cls in [Here, *Here.__subclasses__()] for name, value in vars(cls).items()
        if not name.startswith("_") and name not in cls.event_handlers and callable(getattr(value, "__func__", value))
        and type(value).__name__ in ("function", "staticmethod", "classmethod")
        and name not in vars(State) and not hasattr(State, name)
    ),
}))
"""


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the site registers, looked up in a process of its own, since it quiets every log of its process."""
    env = os.environ | {"PERINATAL_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONPATH": str(root)}
    got = subprocess.run([sys.executable, "-c", LOOK], env=env, cwd=root, capture_output=True, text=True, check=False)
    assert got.returncode == 0, got.stderr
    return json.loads(got.stdout.splitlines()[-1])


def page_and_handler(name: str) -> str:
    """`question.save` of a full event name."""
    return f"{name.split('perinatal___web___pages___')[1].split('___')[0]}.{name.rpartition('.')[2]}"


def test_the_list_of_events_is_exactly_the_handlers_there_are(site: dict[str, Any]) -> None:
    assert sorted(set(map(page_and_handler, site["ours"]))) == site["listed"]
    assert site["passing"] == site["ours"]


def test_nothing_of_reflex_passes_but_what_brings_a_page_alive(site: dict[str, Any]) -> None:
    assert any(name.endswith(".setvar") for name in site["not_ours"])
    assert not set(site["not_ours"]) & set(site["passing"])
    assert len(site["framework"]) == 2


def test_a_state_holds_handlers_only(site: dict[str, Any]) -> None:
    assert len(site["states"]) >= 10
    assert site["public"] == []
