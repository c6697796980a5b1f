"""What a member leaves for the parent: a turn that is nothing until the parent's own plan takes it in.

Sealed to the plan, so that no other member and nobody at the disk can read it; signed by the member, so that nobody
can say something in their name.
"""

import os

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import ValidationError

from perinatal.care.audience import ONLY_ME
from perinatal.care.turn import Turn
from perinatal.vault.grants import KEY_BYTES, SUITE, Grant
from perinatal.vault.ring import Guest, Ring
from perinatal.vault.sealing import pad, unpad
from perinatal.vault.store import MailRow

_GRANT, _SIGNATURE = 16, 64


def write_mail(turn: Turn, grant: Grant, signing: Ed25519PrivateKey) -> MailRow:
    """The turn, sealed for the plan behind this grant."""
    id = os.urandom(16)
    body = turn.model_dump_json().encode()
    signature = signing.sign(b"mail" + grant.plan + id + body)
    words = pad(grant.id + signature + body)
    sealing_to = X25519PublicKey.from_public_bytes(grant.mail_to)
    return MailRow(id, SUITE.encrypt(words, sealing_to, info=b"mail/v1" + grant.plan + id))


def read_mail(mail: MailRow, plan: bytes, own: X25519PrivateKey, ring: Ring) -> Turn | None:
    """The turn, if somebody who is let in now said it, as themselves, for a part open to them; else None."""
    try:
        words = unpad(SUITE.decrypt(mail.sealed, own, info=b"mail/v1" + plan + mail.id))
    except (InvalidTag, ValueError):
        return None
    guest = ring.guest(words[:_GRANT])
    body = words[_GRANT + _SIGNATURE :]
    if guest is None or not _signed(guest, b"mail" + plan + mail.id + body, words[_GRANT:][:_SIGNATURE]):
        return None
    try:
        turn = Turn.model_validate_json(body)
    except ValidationError:
        return None
    return turn if turn.by == guest.member.hex() and _for_them(turn, guest) else None


def _for_them(turn: Turn, guest: Guest) -> bool:
    """Whether this guest may speak there: to the parent alone, or in a part that is open to them."""
    if not turn.part:
        return turn.audience == ONLY_ME
    return turn.part in guest.parts and turn.audience == frozenset({guest.audience})


def _signed(guest: Guest, words: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(guest.public[KEY_BYTES:]).verify(signature, words)
    except InvalidSignature:
        return False
    return True
