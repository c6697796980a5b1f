"""Every way in there is, asked of the app itself: what is added later is attacked without a change here.

It is asked in a process of its own, since the app quiets every log of its process.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.walk.site import ROOT

LOOK = """
import json
from perinatal.start.serve import prepare
from perinatal.start.settings import Settings
prepare(Settings.from_env())
from perinatal.web.app import app
from perinatal.web.guard import gate
from reflex_base.registry import RegistrationContext
from starlette.routing import Route

def doors(inside):
    for way in getattr(inside, "routes", []):
        if isinstance(way, Route):
            yield from ([method, way.path, way.endpoint.__module__] for method in sorted(way.methods))
        yield from doors(getattr(way, "app", None))

names = [name for name in RegistrationContext.get().event_handlers if gate.allowed(name)]
asked = {name: gate.arguments(name) for name in sorted(names)}
print(json.dumps({
    "events": {n: {k: f.annotation.__name__ for k, f in fields.model_fields.items()} for n, fields in asked.items()},
    "doors": list(doors(app()._app)),
}))
"""


@dataclass(frozen=True)
class Event:
    """One event a page may send, and what it has to bring."""

    name: str
    asks: dict[str, str]

    @property
    def page(self) -> str:
        """The page that sends it: `question`."""
        return self.name.split("perinatal___web___pages___")[1].split("___")[0]

    @property
    def handler(self) -> str:
        """What hears it: `save`."""
        return self.name.rpartition(".")[2]

    @property
    def short(self) -> str:
        """`question.save`."""
        return f"{self.page}.{self.handler}"


@dataclass(frozen=True)
class Entrances:
    """All events and all doors."""

    events: tuple[Event, ...]
    doors: tuple[tuple[str, str], ...]
    """Method and path of every route that is ours."""


def look(data: Path) -> Entrances:
    """Every way in, as the app registers it."""
    env = os.environ | {"PERINATAL_DATA": str(data), "PYTHONPATH": str(ROOT)}
    got = subprocess.run([sys.executable, "-c", LOOK], env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert got.returncode == 0, got.stderr
    found = json.loads(got.stdout.splitlines()[-1])
    ours = [(method, path) for method, path, made_in in found["doors"] if made_in.startswith("perinatal.")]
    return Entrances(tuple(Event(name, asks) for name, asks in found["events"].items()), tuple(ours))
