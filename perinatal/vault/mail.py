"""What a member or a link leaves for the parent: a turn that is nothing until the parent's own plan takes it in.

Sealed to the plan, so that no other member and nobody at the disk can read it; signed by the member, or by the link's
own key, so that nobody can say something in their name.
"""

import os

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pydantic import ValidationError

from perinatal.care.audience import ONLY_ME
from perinatal.care.sharing import Looked
from perinatal.care.turn import Turn
from perinatal.vault.grants import KEY_BYTES, SUITE, Grant
from perinatal.vault.link import Envelope
from perinatal.vault.ring import Guest, Handed, Ring
from perinatal.vault.sealing import pad, unpad
from perinatal.vault.store import MailRow

_GRANT, _SIGNATURE = 16, 64


def write_mail(turn: Turn, grant: Grant, signing: Ed25519PrivateKey) -> MailRow:
    """The turn, sealed for the plan behind this grant."""
    return _mail(turn, (grant.id, grant.plan, grant.mail_to), signing)


def write_opening(turn: Turn, link: bytes, envelope: Envelope) -> MailRow:
    """The turn that says a link was opened, sealed for the plan it is from."""
    return _mail(turn, (link, envelope.plan, envelope.mail_to), envelope.signing)


def _mail(turn: Turn, way: tuple[bytes, bytes, bytes], signing: Ed25519PrivateKey) -> MailRow:
    by, plan, mail_to = way
    id = os.urandom(16)
    body = turn.model_dump_json().encode()
    signature = signing.sign(b"mail" + plan + id + body)
    words = pad(by + signature + body)
    sealing_to = X25519PublicKey.from_public_bytes(mail_to)
    return MailRow(id, SUITE.encrypt(words, sealing_to, info=b"mail/v1" + plan + id))


def read_mail(mail: MailRow, plan: bytes, own: X25519PrivateKey, ring: Ring) -> Turn | None:
    """The turn, if somebody who is let in now, or a link there is, said it as themselves, where they may; else None."""
    try:
        words = unpad(SUITE.decrypt(mail.sealed, own, info=b"mail/v1" + plan + mail.id))
    except (InvalidTag, ValueError):
        return None
    by = ring.guest(words[:_GRANT]) or ring.handed(words[:_GRANT])
    body = words[_GRANT + _SIGNATURE :]
    if by is None or not _signed(by, b"mail" + plan + mail.id + body, words[_GRANT:][:_SIGNATURE]):
        return None
    try:
        turn = Turn.model_validate_json(body)
    except ValidationError:
        return None
    return turn if _as_themselves(turn, by) else None


def _as_themselves(turn: Turn, by: Guest | Handed) -> bool:
    """Whether they say it in their own name, and may. A link says that it was opened, to the parent, and no more."""
    if isinstance(by, Handed):
        return turn.by == by.id.hex() and isinstance(turn.said, Looked) and (turn.part, turn.audience) == ("", ONLY_ME)
    return turn.by == by.member.hex() and _for_them(turn, by)


def _for_them(turn: Turn, guest: Guest) -> bool:
    """Whether this guest may speak there: to the parent alone, or in a part that is open to them."""
    if not turn.part:
        return turn.audience == ONLY_ME
    return turn.part in guest.parts and turn.audience == frozenset({guest.audience})


def _signed(by: Guest | Handed, words: bytes, signature: bytes) -> bool:
    key = by.public if isinstance(by, Handed) else by.public[KEY_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, words)
    except InvalidSignature:
        return False
    return True
