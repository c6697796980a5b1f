"""No traceback reaches a person, and no message carries what somebody wrote."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from perinatal.start import trouble
from perinatal.start.quiet import edge, reference
from perinatal.start.words import words_in

CANARY = "canary-4f1d"
UNFORESEEN = f"""
import sys
from perinatal.start.quiet import edge
from perinatal.start.words import words_in
def command():
    raise KeyError("{CANARY}")
sys.exit(edge(words_in("en"), command))
"""


def test_something_unforeseen_is_a_sentence_with_a_code_and_nothing_else(root: Path) -> None:
    answer = subprocess.run([sys.executable, "-c", UNFORESEEN], cwd=root, capture_output=True, text=True)

    assert answer.returncode == 1
    assert answer.stderr.startswith("Something went wrong that we did not foresee (KeyError, ")
    assert "Traceback" not in answer.stderr
    assert CANARY not in answer.stderr + answer.stdout


def test_the_same_place_gives_the_same_code_whatever_was_written_there() -> None:
    def stumble(words: str) -> str:
        try:
            raise KeyError(words)
        except KeyError as error:
            return reference(error)

    assert stumble("one") == stumble("two")


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, trouble.DiskFull),
        (errno.EDQUOT, trouble.DiskFull),
        (errno.EACCES, trouble.NotAllowed),
        (errno.EROFS, trouble.NotAllowed),
        (errno.EEXIST, trouble.NotAFolder),
        (errno.ENOTDIR, trouble.NotAFolder),
        (errno.EBUSY, trouble.FileLocked),
        (errno.EIO, trouble.DiskTrouble),
    ],
)
def test_what_the_system_says_is_told_in_our_words(
    number: int, kind: type[trouble.Trouble], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # puts back what the edge hangs there

    def command() -> int:
        raise OSError(number, "as the system has it", "/a/place")

    assert edge(words_in("en"), command) == 1
    said = trouble.from_the_system(OSError(number, "", "/a/place"))
    assert isinstance(said, kind)
    assert capsys.readouterr().err == words_in("en").trouble(said) + "\n"


def test_ctrl_c_leaves_without_a_word(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def command() -> int:
        raise KeyboardInterrupt

    assert edge(words_in("en"), command) == 130
    assert capsys.readouterr() == ("", "")
