"""A member's keys."""

import os

import pytest

from perinatal.vault.keys import way_of_secret
from perinatal.vault.member import fingerprint, member_behind, new_member
from perinatal.vault.trouble import Tampered

WAY = way_of_secret(os.urandom(32), os.urandom(32))
OTHER = way_of_secret(os.urandom(32), os.urandom(32))


def test_their_words_open_the_keys_that_were_made() -> None:
    row = new_member(WAY)

    member = member_behind(row, WAY)

    assert (member.id, member.public) == (row.id, row.public)
    assert member.fingerprint == fingerprint(row.public)


def test_no_other_words_open_them() -> None:
    with pytest.raises(Tampered):
        member_behind(new_member(WAY), OTHER)


def test_other_keys_put_in_their_row_are_noticed() -> None:
    row, other = new_member(WAY), new_member(OTHER)

    with pytest.raises(Tampered):
        member_behind(row._replace(public=other.public), WAY)
    with pytest.raises(Tampered):
        member_behind(row._replace(id=other.id), WAY)
    assert fingerprint(row.public) != fingerprint(other.public)


def test_two_members_with_one_way_have_different_keys() -> None:
    assert new_member(WAY).public != new_member(WAY).public


def test_python_shows_no_key_of_a_member() -> None:
    member = member_behind(new_member(WAY), WAY)

    assert member.signing.private_bytes_raw().hex() not in repr(member)
    assert "sealing" not in repr(member)
