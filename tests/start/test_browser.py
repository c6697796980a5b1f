"""The tests in a browser run or stop the run; they are never left out in silence."""

from pathlib import Path

import pytest

from perinatal.start import browser, trouble
from perinatal.start.steps import Steps
from perinatal.start.where import Places
from perinatal.start.words import words_in


@pytest.fixture
def nothing_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a browser and without a way to bring one."""
    for name in browser.GIVEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browser, "KNOWN", ())
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin"


def program(file: Path, text: str = "#!/bin/sh\nexit 1\n") -> Path:
    """A small program that can be run."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)
    return file


def test_the_browser_a_person_names_comes_first(nothing_here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(nothing_here / "chromium")
    mine = program(nothing_here / "mine")

    monkeypatch.setenv("PERINATAL_BROWSER", str(mine))

    assert browser.find() == str(mine)


def test_a_named_browser_that_is_not_there_is_passed_over(nothing_here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = program(nothing_here / "google-chrome")

    monkeypatch.setenv("PERINATAL_BROWSER", "/not/there")

    assert browser.find() == str(there)


def test_without_any_browser_the_run_stops_and_says_what_to_install(nothing_here: Path, tmp_path: Path) -> None:
    here = Places(root=tmp_path, pages=tmp_path, data=tmp_path, is_clone=True)
    program(here.python)  # a Playwright that cannot reach the network
    steps = Steps(words=words_in("en"), total=0, log=tmp_path / "log")

    with pytest.raises(trouble.BrowserMissing):
        browser.insist(here, steps)


def test_on_debian_root_lets_the_system_bring_one(
    nothing_here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Places(root=tmp_path, pages=tmp_path, data=tmp_path, is_clone=True)
    program(here.python)
    (nothing_here / "sh").symlink_to("/bin/sh")
    program(nothing_here / "apt-get", f"#!/bin/sh\n[ $1 = update ] || printf '#!/bin/sh' > {nothing_here}/chromium\n")
    program(nothing_here / "chromium").chmod(0o755)
    monkeypatch.setattr(browser, "find", lambda: "" if (nothing_here / "chromium").stat().st_size > 9 else "brought")
    monkeypatch.setattr("os.geteuid", lambda: 0)

    assert browser.insist(here, Steps(words=words_in("en"), total=0, log=tmp_path / "log")) == "brought"
