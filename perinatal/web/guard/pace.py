"""How fast one address may knock. Addresses are never kept: only a hash with a seed that dies with the process."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000
"""Addresses remembered at most; the one unheard of longest goes first."""


class Pace:
    """A leaky bucket per address: `rate` knocks a second, `burst` at once."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._seed = secrets.token_bytes(16)
        self._levels: OrderedDict[bytes, tuple[float, float]] = OrderedDict()

    def allows(self, address: str) -> bool:
        """Whether this knock is within the pace. One too many does not count, or trying again would never help."""
        key = hashlib.sha256(self._seed + address.encode()).digest()
        now = self._clock()
        level, last = self._levels.pop(key, (0.0, now))
        level = max(0.0, level - (now - last) * self._rate)
        allowed = level + 1 <= self._burst
        self._levels[key] = (level + allowed, now)
        if len(self._levels) > _REMEMBERED:
            self._levels.popitem(last=False)
        return allowed


class Patience:
    """How long to wait before trying words again: nothing for five wrong tries, then longer each time.

    A wait, not a wall: a clinic shares one address, and a tired parent mistypes. Right and wrong words wait alike.
    """

    FREE_TRIES = 5
    LONGEST = 42.0
    FORGIVEN_AFTER = 600.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seed = secrets.token_bytes(16)
        self._wrong: OrderedDict[bytes, tuple[int, float]] = OrderedDict()

    def _key(self, address: str) -> bytes:
        return hashlib.sha256(self._seed + address.encode()).digest()

    def wait(self, address: str) -> float:
        """Seconds to wait before the next try from this address."""
        wrong, last = self._wrong.get(self._key(address), (0, 0.0))
        if wrong < self.FREE_TRIES or self._clock() - last > self.FORGIVEN_AFTER:
            return 0.0
        return min(self.LONGEST, 2.0 ** (wrong - self.FREE_TRIES + 1))

    def tried(self, address: str) -> None:
        """Words are being tried; they count as wrong until they turn out right."""
        key, now = self._key(address), self._clock()
        tries, last = self._wrong.pop(key, (0, now))
        self._wrong[key] = (1 if now - last > self.FORGIVEN_AFTER else tries + 1, now)
        if len(self._wrong) > _REMEMBERED:
            self._wrong.popitem(last=False)

    def was_right(self, address: str) -> None:
        """The words were right, so that try is not counted. The wrong ones before it still are."""
        tries, last = self._wrong.get(self._key(address), (1, 0.0))
        self._wrong[self._key(address)] = (max(0, tries - 1), last)
