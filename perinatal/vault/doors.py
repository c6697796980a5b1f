"""The door of a plan: its root key, wrapped so that one way opens it and the door's own half is needed too."""

import os

from perinatal.vault.keys import Way, sealing_key
from perinatal.vault.sealing import BrokenSeal, place, seal, unseal
from perinatal.vault.store import Door, MemberRow, PlanRow
from perinatal.vault.trouble import Tampered


def make_door(plan: bytes, root: bytearray, way: Way) -> Door:
    """A new door that this way opens. With its own half, an old door in a backup leads nowhere."""
    id, half = os.urandom(16), os.urandom(32)
    wrap = seal(sealing_key(way.key, b"wrap", half), bytes(root), place(b"wrap", plan, id))
    return Door(id, way.locator, wrap, half)


def root_behind(row: PlanRow | MemberRow, way: Way) -> bytearray:
    """The root key of the plan, or of the member, this way was found for."""
    key = sealing_key(way.key, b"wrap", row.door.half)
    try:
        return bytearray(unseal(key, row.door.wrap, place(b"wrap", row.id, row.door.id)))
    except BrokenSeal:
        raise Tampered(0) from None
