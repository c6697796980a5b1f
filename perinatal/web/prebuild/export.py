"""Running Reflex so that the same sources always give the same bytes."""

import gc
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from perinatal.web.prebuild import tools
from perinatal.web.prebuild.rewrite import PageNotFit

KEPT = ("build/client", "backend", "routes.json")  # what serving needs; the rest is for making
LAST_RUN = {"last_reflex_run_datetime": "reproducible", "project_hash": 0}


def make(root: Path, build: Path) -> None:
    """Make the pages, then put them where they are served from, all at once."""
    _prepare(root, build)
    # Into the folder above `web`, which Reflex empties each time; and while it is on its way, pages are compiled.
    arrive = tools.fetch(build, root / "reflex.lock")
    _always_the_same()
    _install_nothing(root / "reflex.lock" / "package.json")
    _before_the_bundle(arrive)
    _export()
    place(build / "web", root / ".pages")


def lock(root: Path, build: Path) -> None:
    """Work out the packages anew after a change of Reflex; the two files in `reflex.lock` are then committed."""
    shutil.rmtree(build / "web", ignore_errors=True)
    shutil.rmtree(root / "reflex.lock", ignore_errors=True)
    _prepare(root, build)
    _always_the_same()
    _export()


def _prepare(root: Path, build: Path) -> None:
    tools.put_on_path(build)
    os.environ.update(
        REFLEX_WEB_WORKDIR=str(build / "web"),
        REFLEX_DIR=str(build / "reflex"),
        REFLEX_USE_NPM="1",
        REFLEX_TELEMETRY_ENABLED="false",
        REFLEX_CHECK_LATEST_VERSION="false",
    )
    os.chdir(root)


def _always_the_same() -> None:
    """Keep the time of the build out of the pages."""
    from reflex.utils import path_ops, prerequisites  # each here and below reads the environment set above

    def say_nothing_new() -> None:
        path_ops.update_json_file(prerequisites.get_web_dir() / "reflex.json", LAST_RUN)

    prerequisites.set_last_reflex_run_time = say_nothing_new


def _install_nothing(manifest: Path) -> None:
    """Build with what the lock brought; a build never changes the lock."""
    from reflex.utils import frontend_skeleton, js_runtimes

    locked = json.loads(manifest.read_text(encoding="utf-8"))
    names = {*locked["dependencies"], *locked["devDependencies"]}

    def insist_on_locked(packages: set[str], _config: object) -> None:
        missing = {each for each in packages if (each[0] + each[1:].partition("@")[0]) not in names}
        if missing:
            raise PageNotFit(f"not in reflex.lock: {sorted(missing)}; run python -m perinatal.web.prebuild lock")

    js_runtimes.install_frontend_packages = insist_on_locked
    frontend_skeleton.sync_web_lockfiles_to_root = lambda: None


def _before_the_bundle(arrive: Callable[[], None]) -> None:
    from reflex.utils import build

    bundle = build.build

    def build_once_all_is_there() -> None:
        arrive()
        bundle()

    build.build = build_once_all_is_there


def _export() -> None:
    from reflex.utils import prerequisites
    from reflex.utils.export import export

    prerequisites.initialize_frontend_dependencies()
    gc.disable()  # a short life with many small pieces: a third of the time went into looking for rubbish
    export(zipping=False, frontend=True, backend=False)


def place(web: Path, pages: Path) -> None:
    """Swap the new pages in; a build that broke off never reaches this line."""
    fresh, old = pages.with_name(".pages.new"), pages.with_name(".pages.old")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    for name in KEPT:
        source, target = web / name, fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    if pages.exists():
        pages.rename(old)
    fresh.rename(pages)
    shutil.rmtree(old, ignore_errors=True)
