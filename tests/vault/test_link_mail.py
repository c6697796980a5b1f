"""What a link can tell the parent: that it was opened, in its own name, and nothing else."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from perinatal.care.sharing import Suggested
from perinatal.care.turn import Turn
from perinatal.vault import link as links
from perinatal.vault import vault as vaults
from perinatal.vault.link import Envelope, link_id
from perinatal.vault.mail import read_mail, write_opening
from perinatal.vault.opened import Opened
from perinatal.vault.vault import Vault
from tests.vault.company import a_kept_plan
from tests.vault.links import hand_out, told


@pytest.fixture
def opened(vault: Vault) -> Opened:
    return a_kept_plan(vault)


@pytest.mark.parametrize(
    "change",
    [
        {"said": Suggested(item="A1", words="x")},
        {"by": "0" * 32},
        {"part": "A", "audience": frozenset({"team"})},
    ],
)
def test_a_link_can_say_nothing_but_that_it_was_opened(opened: Opened, change: dict[str, object]) -> None:
    """Whoever broke a link's seal cannot write into the plan with it."""
    secret, plan = hand_out(opened), opened._plan
    (handed,) = plan.now.ring.links
    row = plan._around.try_link(link_id(secret), 0, with_code=False)  # type: ignore[attr-defined]  a store is around
    key = links.link_key(secret, b"", *given_to(opened))
    envelope = links.open_envelope(row, key)
    assert envelope is not None

    turn = told(handed.id.hex(), frozenset("A"))
    wrong = Turn.model_validate(turn.model_dump() | change)

    own = plan._safe.mail()
    assert read_mail(write_opening(turn, handed.id, envelope), plan.id, own, plan.now.ring) == turn
    assert read_mail(write_opening(wrong, handed.id, envelope), plan.id, own, plan.now.ring) is None


def given_to(opened: Opened) -> tuple[bytes, vaults.Cost]:
    return opened._works.store.pepper, opened._works.cost


def test_nobody_else_can_say_that_a_link_was_opened(vault: Vault, opened: Opened) -> None:
    secret, plan = hand_out(opened), opened._plan
    mail_to = plan._safe.mail().public_key().public_bytes_raw()
    forged = Envelope(plan.id, mail_to, Ed25519PrivateKey.generate().private_bytes_raw(), frozenset("A"), b"")

    mail = write_opening(told(link_id(secret).hex(), frozenset("A")), link_id(secret), forged)

    assert read_mail(mail, plan.id, plan._safe.mail(), plan.now.ring) is None
