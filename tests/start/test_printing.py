"""Printing from the command line: what is made, where it goes, and that whoever mistypes is told what to do."""

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from perinatal.library import shelf
from perinatal.start import printing, run, trouble
from perinatal.start.options import Command, OptionUnknown, read
from perinatal.start.words import words_in
from perinatal.toolkit import Copy, blank


def does(*line: str) -> int:
    """One line, as the process with the packages reads it."""
    options = read(["print", *line])
    return printing.run(options, words_in(options.language))


def text_of(file: Path) -> str:
    """What the outline and the words about a file say."""
    with pikepdf.open(file) as opened:
        return str(opened.docinfo["/Title"])


def test_a_thing_is_printed_in_the_language_and_where_it_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "welcome.pdf"

    assert does("welcome-poster", "--language", "es", "--paper", "a4", "-o", str(file)) == 0

    assert text_of(file) == shelf("es").printables["welcome-poster"].title
    with pikepdf.open(file) as opened:
        assert [round(float(side)) for side in opened.pages[0].MediaBox] == [0, 0, 595, 842]
    assert [each.name for each in tmp_path.iterdir()] == ["welcome.pdf"]


def test_the_paper_is_the_same_as_from_the_toolkit(tmp_path: Path) -> None:
    does("before-this", "--language", "en", "--size", "large", "--black", "-o", str(tmp_path / "it.pdf"))

    copy = Copy(language="en", edition="large", mono=True)  # type: ignore[arg-type]  as it comes from a line
    assert (tmp_path / "it.pdf").read_bytes() == blank("before-this", copy)


def test_in_a_folder_it_gets_its_own_name(tmp_path: Path) -> None:
    does("ask-three", "--language", "en", "-o", str(tmp_path))

    assert [each.name for each in tmp_path.iterdir()] == ["ask-three.pdf"]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "no" / "where.pdf"
    monkeypatch.setattr(sys, "argv", ["printing", "ask-three", "--language", "en", "-o", str(file)])

    assert printing.main() == 1
    assert "no such folder" in capsys.readouterr().err.lower()


def test_a_program_that_does_not_read_the_paper_is_not_told_of_an_error(root: Path) -> None:
    line = f"{sys.executable} -m perinatal.start.printing before-this --language en | true"

    ran = subprocess.run(["sh", "-c", line], cwd=root, capture_output=True, check=False)

    assert (ran.stdout, ran.stderr) == (b"", b"")


def test_without_a_file_the_paper_goes_to_the_next_program(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert does("ask-three", "--language", "en") == 0

    assert capfdbinary.readouterr().out.startswith(b"%PDF-1.7")


def test_a_screen_of_letters_gets_a_sentence_and_no_pdf(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    with pytest.raises(trouble.PlaceNotSaid) as told:
        does("ask-three", "--language", "en")

    assert "print ask-three -o ask-three.pdf" in words_in("en").trouble(told.value)
    assert capsys.readouterr().out == ""


def test_a_whole_set_goes_into_a_folder_with_a_line_for_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "room"
    wanted = {f"{thing.id}.pdf" for thing in shelf("en").printables.values() if "waiting-room" in thing.sets}

    assert does("--set", "waiting-room", "--language", "en", "-o", str(folder)) == 0

    assert {file.name for file in folder.iterdir()} == wanted
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == len(wanted)
    assert f"{len(wanted)} of {len(wanted)}: " in told.err


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_list_names_everything_with_a_line_about_it(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert does("--list", "--language", language) == 0

    told = capsys.readouterr().out
    for thing in shelf(language).printables.values():
        assert f"  {thing.id} " in told
        assert thing.about in told


def test_cards_are_as_many_as_were_asked_for_each_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"

    does("ask-three", "--language", "en", "--copies", "9", "--numbers", "-o", str(file))

    with pikepdf.open(file) as opened:
        assert len(opened.pages) == 3


def test_the_name_of_a_clinic_is_on_the_paper_and_nowhere_else(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), (10, 90, 60)).save(logo)
    asked = [
        "--clinic-name",
        "Zephyr House",
        "--clinic-phone",
        "555-0142",
        "--logo",
        str(logo),
        "--logo-says",
        "A leaf",
    ]

    does("welcome-poster", "--language", "en", *asked, "-o", str(tmp_path / "w.pdf"))

    drawn = (tmp_path / "w.pdf").read_bytes()
    assert len(drawn) > len(blank("welcome-poster", Copy(language="en")))
    assert {each.name for each in tmp_path.iterdir()} == {"logo.png", "w.pdf"}
    with pikepdf.open(io.BytesIO(drawn)) as opened:
        assert b"Zephyr" not in bytes(opened.Root.Metadata.read_bytes())


SLIPS = {
    "a name nearly right": (["welcom-poster"], "Did you mean: welcome-poster"),
    "a name not at all right": (["qqqq"], "See all of them with print --list."),
    "no name": ([], "Say what to print"),
    "a set that is none": (["--set", "kitchen"], "There are: waiting-room, birth-room, parent-pack, staff-room."),
    "a set without a folder": (["--set", "waiting-room"], "Say which folder"),
    "many posters": (["welcome-poster", "--copies", "3"], "tell your printer"),
    "a logo that is not there": (["welcome-poster", "--logo", "no.png", "--logo-says", "A leaf"], "Check the name"),
    "a logo that is none": (["welcome-poster", "--logo", __file__, "--logo-says", "A leaf"], "not a PNG or SVG"),
    "a logo without words": (["welcome-poster", "--logo", __file__], "what the logo shows"),
    "a name that goes on and on": (["welcome-poster", "--clinic-name", "n" * 61], "60 letters"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_whoever_mistypes_is_told_what_to_do(slip: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    line, said = SLIPS[slip]

    with pytest.raises(trouble.Trouble) as told:
        does(*line, "--language", "en")

    assert said in words_in("en").trouble(told.value)
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize(
    "line", [["--copies", "0"], ["--copies", "many"], ["--paper", "a3"], ["a", "b"], ["--data", "x"]]
)
def test_an_option_that_makes_no_sense_is_not_guessed_at(line: list[str]) -> None:
    with pytest.raises(OptionUnknown):
        read(["print", "ask-three", *line])


def test_what_is_printed_is_read_apart_from_the_rest() -> None:
    options = read(["print", "ask-three", "--black", "-o", "x.pdf", "--language", "es"])

    assert (options.command, options.language) == (Command.PRINT, "es")
    assert (options.print.thing, options.print.out, options.print.black) == ("ask-three", "x.pdf", True)


def test_names_of_files_are_meant_from_where_the_person_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(printing.FROM, str(tmp_path))

    does("ask-three", "--language", "en", "-o", "here.pdf")

    assert (tmp_path / "here.pdf").is_file()


def test_in_a_clone_it_goes_on_where_the_packages_are(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(run.packages, "missing", lambda *_, **__: [])
    monkeypatch.setattr(run, "_hand_over", lambda here, line, more: handed.append((line, more)) or 0)

    assert run.main(["print", "ask-three", "-o", "x.pdf"]) == 0

    assert handed == [
        (["-m", "perinatal.start.printing", "ask-three", "-o", "x.pdf"], {printing.FROM: str(Path.cwd())})
    ]


def test_what_the_set_up_says_does_not_get_into_the_paper(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.packages, "missing", lambda *_, **__: ["packages"])
    monkeypatch.setattr(run.packages, "install", lambda *_: None)
    monkeypatch.setattr(run, "alone", lambda _: io.BytesIO())
    monkeypatch.setattr(run, "_hand_over", lambda *_: 0)

    run.main(["print", "ask-three", "--language", "en"])

    told = capsys.readouterr()
    assert told.out == ""
    assert "Getting ready" in told.err
