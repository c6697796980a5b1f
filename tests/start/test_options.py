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
    "line",
    [
        ["--prot", "1"],
        ["--port", "many"],
        ["--port", "70000"],
        ["--language", "xx"],
        ["up"],
        ["check", "here"],
        ["backup", "--port", "1"],
    ],
)
def test_a_slip_of_the_finger_is_not_guessed_at(line: list[str]) -> None:
    with pytest.raises(OptionUnknown):
        read(line)


def test_a_backup_goes_where_it_is_told_and_takes_the_keys_only_when_asked() -> None:
    plans, keys = read(["backup", "there", "--data", "here"]), read(["backup", "there", "--keys"])

    assert (plans.command, plans.place, plans.data, plans.keys) == (Command.BACKUP, "there", "here", "")
    assert keys.keys


def test_a_restore_names_its_copies() -> None:
    options = read(["restore", "plans", "--keys", "keys"])

    assert (options.command, options.place, options.keys) == (Command.RESTORE, "plans", "keys")
