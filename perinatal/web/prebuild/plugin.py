"""The step Reflex runs on the built pages before it compresses them."""

import json
from pathlib import Path
from typing import Any

from reflex_base.plugins import Plugin

from perinatal.web.addresses import LANGUAGES, is_whole
from perinatal.web.prebuild import rewrite

SHELL = "__spa-fallback.html"  # the page without words that React Router fills once it knows the address


class Prebuilt(Plugin):
    """Makes the built pages fit to serve from any address, under a strict policy."""

    def post_build(self, **context: Any) -> None:
        """Rewrite the pages, then write down which inline scripts they hold."""
        static: Path = context["static_dir"]
        scripts = list((static / "assets").glob("reflex-env-*.js"))
        if len(scripts) != 1:
            raise rewrite.PageNotFit(f"expected one environment script, found {len(scripts)}")
        scripts[0].write_text(rewrite.same_origin(scripts[0].read_text(encoding="utf-8")), encoding="utf-8")
        keep_the_port(static)
        leave_one_of_each(static)
        make_shells(static)
        hashes: dict[str, list[str]] = {}
        for file in sorted(static.rglob("*.html")):
            name = file.relative_to(static).as_posix()
            page = finished(name, file.read_text(encoding="utf-8"))
            file.write_text(page, encoding="utf-8")
            # Page by page: one list for all pages would be a header of twenty thousand letters.
            hashes[f"/{name}"] = sorted(rewrite.inline_hashes(page))
        hashes["/404.html"] = hashes[f"/{SHELL}"]  # Reflex copies the one to the other after this step
        backend = static.parent.parent / "backend"
        backend.mkdir(exist_ok=True)
        (backend / "csp.json").write_text(json.dumps(hashes), encoding="utf-8")


def keep_the_port(static: Path) -> None:
    """Change the one script that makes the address of the line."""
    scripts = {file: file.read_text(encoding="utf-8") for file in sorted((static / "assets").glob("*.js"))}
    found = [file for file, script in scripts.items() if rewrite.OWN_HOSTS.search(script)]
    if len(found) != 1:
        raise rewrite.PageNotFit(f"expected one script that makes the address of the line, found {len(found)}")
    found[0].write_text(rewrite.port_and_all(scripts[found[0]]), encoding="utf-8")


def leave_one_of_each(static: Path) -> None:
    """Drop the second copy Reflex makes of every page: `en/p.html` stays, `en/p/index.html` goes."""
    for copy in sorted(static.rglob("index.html"), reverse=True):
        folder = copy.parent
        if folder != static and folder.with_name(folder.name + ".html").exists():
            copy.unlink()
            if not any(folder.iterdir()):
                folder.rmdir()


def make_shells(static: Path) -> None:
    """Make one empty page for each language, for addresses with a number in them: `/es/g/3` is `shell/es.html`."""
    (static / "shell").mkdir()
    for language, direction in LANGUAGES.items():
        page = rewrite.in_language((static / SHELL).read_text(encoding="utf-8"), language, direction)
        (static / "shell" / f"{language}.html").write_text(page, encoding="utf-8")


def finished(name: str, page: str) -> str:
    """One page, as it is served."""
    language = name.split("/")[0].split(".")[0]
    if language in LANGUAGES:
        page = rewrite.in_language(page, language, LANGUAGES[language])
    if is_whole(name):
        page = rewrite.whole(page)
    page = rewrite.words_first(page)
    rewrite.insist_fit(page, name)
    return page
