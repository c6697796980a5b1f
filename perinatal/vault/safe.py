"""The keys of one open plan, made from its root and its half, and overwritten when it closes."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from perinatal.vault import doors
from perinatal.vault.keys import Way, derive, sealing_key
from perinatal.vault.reading import ERASED
from perinatal.vault.ring import Guest, Lock, Ring
from perinatal.vault.store import Door

SEED = 32
"""Bytes."""


def signing_key(seed: bytearray) -> Ed25519PrivateKey:
    """The key a plan signs with."""
    if len(seed) != SEED:
        raise ValueError("a plan without its ring signs nothing")
    return Ed25519PrivateKey.from_private_bytes(derive(seed, b"sign"))


class Safe:
    """What seals and opens in one plan. It gives no key away that outlives it, except to those let in."""

    def __init__(self, plan: bytes, root: bytearray, half: bytes) -> None:
        self.plan = plan
        self._root, self._half = root, half
        self._seed = bytearray()
        self._keys = {ERASED: sealing_key(root, b"plan", half)}
        self._says: dict[bytes, bytes] = {}
        self._secrets: list[bytearray] = [root]

    @property
    def own(self) -> AESGCM:
        """The key to what only the plan itself reads: its ring, its head, what was erased."""
        return self._keys[ERASED]

    def key(self, lock: bytes) -> AESGCM | None:
        """The key of a lock that was put on."""
        return self._keys.get(lock)

    def says(self, lock: bytes) -> bytes:
        """How a turn under this lock begins."""
        return self._says[lock]

    def put_on(self, lock: Lock) -> None:
        """From now on this lock can be used."""
        self._keys[lock.id] = sealing_key(lock.key, b"turn", self._half)
        self._says[lock.id] = lock.says()
        self._secrets.append(lock.key)

    def put_on_all(self, ring: Ring) -> None:
        """All locks of the ring, its seed and its guests' keys, which are overwritten with the rest."""
        self._seed = ring.seed
        self._secrets.append(ring.seed)
        for lock in ring.locks:
            self.put_on(lock)
        for guest in ring.guests:
            self.remember(guest)

    def remember(self, guest: Guest) -> None:
        """This guest's key goes with the others when the plan closes."""
        self._secrets.append(guest.key)

    def signing(self) -> Ed25519PrivateKey:
        """The key with which the parent vouches for a grant.

        Made from a seed of its own, because the plan's id is made from it and stays when root and locks are changed.
        """
        return signing_key(self._seed)

    def mail(self) -> X25519PrivateKey:
        """The key to what members leave for the parent."""
        return X25519PrivateKey.from_private_bytes(derive(self._root, b"mail", self._half))

    def door(self, way: Way) -> Door:
        """A door to this plan that this way opens."""
        return doors.make_door(self.plan, self._root, way)

    def wipe(self) -> None:
        """Overwrite the keys, as far as Python lets us."""
        for secret in self._secrets:
            secret[:] = bytes(len(secret))
        self._keys.clear()
        self._secrets.clear()
        self._half = b""
