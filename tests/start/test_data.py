"""The data folder is ours, readable and ours alone, or the site does not start."""

import os
import stat
from pathlib import Path

import pytest

from perinatal.start import data, trouble

NOBODY = 65534


def test_a_new_folder_is_for_this_account_alone(tmp_path: Path) -> None:
    os.close(data.hold(tmp_path / "new"))

    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "new").iterdir()} == {0o600}


def test_a_second_copy_is_told_that_the_first_one_runs(tmp_path: Path) -> None:
    held = data.hold(tmp_path)

    with pytest.raises(trouble.DataInUse):
        data.hold(tmp_path)

    os.close(held)


def test_the_folder_is_free_again_once_the_first_copy_ended(tmp_path: Path) -> None:
    os.close(data.hold(tmp_path))

    os.close(data.hold(tmp_path))


def test_data_from_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "version").write_text(f"{data.VERSION + 1}\n")

    with pytest.raises(trouble.DataTooNew):
        data.hold(tmp_path)

    assert [each.name for each in tmp_path.iterdir()] == ["version"]


def test_a_version_nobody_can_read_is_not_guessed_at(tmp_path: Path) -> None:
    (tmp_path / "version").write_bytes(b"\xffmine")

    with pytest.raises(trouble.DataUnknown):
        data.hold(tmp_path)


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(trouble.DataNotWritable):
        data.hold(tmp_path / "data")


def test_a_folder_of_somebody_else_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    folder.chmod(0o555)
    was = os.geteuid()
    if was == 0:  # nothing is forbidden to root, so ask as somebody else
        os.seteuid(NOBODY)

    try:
        with pytest.raises(trouble.DataNotWritable):
            data.hold(folder)
    finally:
        os.seteuid(was)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to("/dev/full")

    with pytest.raises(trouble.DiskFull):
        data.hold(tmp_path)
