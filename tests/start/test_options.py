"""A line is read as it was meant, or said to be not understood."""

import pytest

from perinatal.start.options import Command, OptionUnknown, read


def test_nothing_typed_starts_the_site_for_this_machine_only() -> None:
    options = read([])

    assert options.command is Command.START
    assert (options.host, options.port) == ("localhost", 8000)


def test_what_follows_test_goes_to_pytest_untouched() -> None:
    options = read(["test", "tests/care", "-q", "--port", "3"])

    assert options.command is Command.TEST
    assert options.rest == ("tests/care", "-q", "--port", "3")


@pytest.mark.parametrize(
    "line", [["--prot", "1"], ["--port", "many"], ["--port", "70000"], ["--language", "xx"], ["up"]]
)
def test_a_slip_of_the_finger_is_not_guessed_at(line: list[str]) -> None:
    with pytest.raises(OptionUnknown):
        read(line)
