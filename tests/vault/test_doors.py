"""The door of a plan."""

import os
from dataclasses import replace

import pytest

from perinatal.vault.doors import make_door, root_behind
from perinatal.vault.keys import way_of_secret
from perinatal.vault.store import Half, PlanRow
from perinatal.vault.trouble import Tampered

PEPPER = os.urandom(32)
WAY = way_of_secret(b"one" * 10, PEPPER)
OTHER = way_of_secret(b"two" * 10, PEPPER)


def a_row(root: bytearray) -> PlanRow:
    id = os.urandom(16)
    return PlanRow(id, make_door(id, root, WAY), b"", b"", Half(os.urandom(16), os.urandom(32)))


def test_the_way_it_was_made_for_opens_it() -> None:
    root = bytearray(os.urandom(32))

    assert root_behind(a_row(root), WAY) == root


def test_nothing_else_opens_it() -> None:
    row, other = a_row(bytearray(32)), a_row(bytearray(32))
    wrong = [
        (row, OTHER),
        (replace(row, door=replace(row.door, half=os.urandom(32))), WAY),
        (replace(row, door=replace(row.door, id=os.urandom(16))), WAY),
        (replace(row, id=other.id), WAY),
        (replace(row, door=replace(row.door, wrap=other.door.wrap)), WAY),
    ]

    for changed, way in wrong:
        with pytest.raises(Tampered):
            root_behind(changed, way)
