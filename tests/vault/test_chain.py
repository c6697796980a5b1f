"""The chain of links."""

from hashlib import sha256

from perinatal.vault.chain import FIRST, link

PLAN = bytes(range(16))


def test_a_link_is_what_the_design_says() -> None:
    """Written out once more, because printed copies carry it: it may not change."""
    inner = sha256(b"salted").digest()

    assert link(PLAN, 1, FIRST, b"salted") == sha256(b"L1" + PLAN + bytes(7) + b"\x01" + bytes(32) + inner).digest()


def test_a_link_binds_plan_number_order_and_bytes() -> None:
    links = {
        link(PLAN, 1, FIRST, b"salted"),
        link(PLAN, 2, FIRST, b"salted"),
        link(PLAN[::-1], 1, FIRST, b"salted"),
        link(PLAN, 1, FIRST[:-1] + b"\x01", b"salted"),
        link(PLAN, 1, FIRST, b"salted."),
    }

    assert len(links) == 5
