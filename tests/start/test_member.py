"""Making a member: six words, said once, that sign exactly them in."""

import asyncio
import os
import re
from pathlib import Path

import pytest

from perinatal.start import data, member
from perinatal.start.options import Command, OptionUnknown, read
from perinatal.start.settings import Settings
from perinatal.start.trouble import DataInUse
from perinatal.start.words import languages, words_in
from perinatal.toolkit import Toolkit


@pytest.fixture
def hardened(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process of tests stays as it is."""
    monkeypatch.setattr(member, "harden", lambda: None)


@pytest.mark.usefixtures("hardened")
@pytest.mark.parametrize("language", languages())
def test_the_words_are_said_once_and_sign_in_a_member_nobody_let_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    assert member.add(Settings(data=tmp_path / "data", language=language), words_in(language)) == 0

    six, four = re.findall(r"^    (\S.*)$", capsys.readouterr().out, re.M)
    toolkit = Toolkit.at(tmp_path / "data")
    made = asyncio.run(toolkit.members.sign_in(six))
    assert made is not None
    assert toolkit.members.four_words(made, language) == four
    assert asyncio.run(toolkit.members.let_in_by(made)) == []
    toolkit.close()
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and six.split()[0].encode() in file.read_bytes()]


@pytest.mark.usefixtures("hardened")
def test_while_the_site_runs_on_the_data_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = data.hold(tmp_path / "data")

    with pytest.raises(DataInUse):
        member.add(Settings(data=tmp_path / "data"), words_in("en"))

    os.close(held)
    assert capsys.readouterr().out == ""
    assert not list((tmp_path / "data").glob("*.db"))


def test_the_line_is_read_with_its_options() -> None:
    options = read(["member", "add", "--data", "here", "--language", "es"])

    assert (options.command, options.data, options.language) == (Command.MEMBER, "here", "es")


@pytest.mark.parametrize("line", [["member"], ["member", "remove"], ["member", "add", "Rosa"]])
def test_what_is_not_member_add_is_not_guessed_at(line: list[str]) -> None:
    with pytest.raises(OptionUnknown):
        read(line)
