"""The built pages, as they are put where they are served from."""

from pathlib import Path

import pytest

from perinatal.web.addresses import LANGUAGES
from perinatal.web.prebuild.plugin import keep_the_port, leave_one_of_each, make_shells
from perinatal.web.prebuild.rewrite import PageNotFit


def test_each_page_is_built_once_and_the_start_of_everything_stays(tmp_path: Path) -> None:
    for name in ("index.html", "en.html", "en/index.html", "en/p.html", "en/p/index.html", "en/g/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    leave_one_of_each(tmp_path)

    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.html")}
    assert left == {"index.html", "en.html", "en/p.html", "en/g/index.html"}


def test_an_address_with_a_number_in_it_has_a_shell_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "__spa-fallback.html").write_text('<!DOCTYPE html><html lang="en"><body></body></html>')

    make_shells(tmp_path)

    for language, direction in LANGUAGES.items():
        shell = (tmp_path / "shell" / f"{language}.html").read_text()
        assert f'<html lang="{language}" dir="{direction}">' in shell


def test_the_script_of_the_line_is_found_and_no_other_is_touched(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "state-1.js").write_text("var SAME_DOMAIN_HOSTNAMES=[`localhost`];")
    (tmp_path / "assets" / "page-1.js").write_text("var hosts=[`localhost`];")

    keep_the_port(tmp_path)

    assert (tmp_path / "assets" / "state-1.js").read_text() == "var SAME_DOMAIN_HOSTNAMES=[];"
    assert (tmp_path / "assets" / "page-1.js").read_text() == "var hosts=[`localhost`];"


@pytest.mark.parametrize("scripts", [[], ["a", "b"]])
def test_a_build_without_one_script_of_the_line_stops(tmp_path: Path, scripts: list[str]) -> None:
    (tmp_path / "assets").mkdir()
    for name in scripts:
        (tmp_path / "assets" / f"{name}.js").write_text("var SAME_DOMAIN_HOSTNAMES=[`localhost`];")

    with pytest.raises(PageNotFit):
        keep_the_port(tmp_path)
