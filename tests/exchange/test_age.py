"""The lock of a plan file: other programs open it, and a stranger's file costs nothing before it may be tried."""

import base64
import os
from collections.abc import Callable
from unittest.mock import patch

import pyrage
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from perinatal.exchange import NotOpened, Why, age, locked, unlocked

WORDS = "river lantern maple orbit velvet heron"
PLAIN = b"canary heron lantern 8841"
EDGES = (0, 1, 65_535, 65_536, 65_537, 131_072, 200_000)
FULL_WORK = age.WORK


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that costs little to make, for tests about anything but the cost."""
    monkeypatch.setattr(age, "WORK", 4)


class Counted:
    """How often the slow step was begun."""

    def __init__(self) -> None:
        self.begun: list[int] = []

    def __call__(self, *, salt: bytes, length: int, n: int, r: int, p: int) -> Scrypt:
        self.begun.append(n)
        return Scrypt(salt=salt, length=length, n=n, r=r, p=p)


@pytest.fixture
def slow_steps(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(age, "Scrypt", counted)
    return counted


def why(look: Callable[[], object]) -> Why:
    """Why it is not opened."""
    with pytest.raises(NotOpened) as told:
        look()
    return told.value.why


def with_work(file: bytes, work: int) -> bytes:
    """The same file, asking for other work."""
    return file.replace(b" %d\n" % age.WORK, b" %d\n" % work, 1)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("size", EDGES)
def test_what_was_locked_opens_again_at_every_edge(size: int) -> None:
    plain = os.urandom(size)

    assert unlocked(locked(plain, WORDS), WORDS) == plain


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("size", EDGES)
def test_another_program_that_knows_the_format_opens_our_file(size: int) -> None:
    plain = os.urandom(size)

    assert pyrage.passphrase.decrypt(locked(plain, WORDS), WORDS) == plain


def test_with_the_work_we_really_ask_for_it_opens_there_too() -> None:
    assert pyrage.passphrase.decrypt(locked(PLAIN, WORDS), WORDS) == PLAIN


def test_a_file_another_program_made_opens_or_is_said_to_ask_too_much(slow_steps: Counted) -> None:
    theirs = pyrage.passphrase.encrypt(PLAIN, WORDS)
    work = int(theirs.split(b"\n")[1].rpartition(b" ")[2])

    if work <= age.MOST_WORK:
        assert unlocked(theirs, WORDS) == PLAIN
    else:
        assert why(lambda: unlocked(theirs, WORDS)) is Why.TOO_MUCH_WORK
        assert slow_steps.begun == []


@pytest.mark.parametrize("work", range(19, 31))
def test_a_file_that_asks_for_too_much_work_is_refused_before_any(slow_steps: Counted, work: int) -> None:
    with patch.object(age, "WORK", 4):
        bomb = with_work(locked(PLAIN, WORDS), work)
    slow_steps.begun.clear()

    assert why(lambda: unlocked(bomb, WORDS)) is Why.TOO_MUCH_WORK
    assert slow_steps.begun == []


def test_the_work_we_write_is_what_we_say_and_no_more_is_read() -> None:
    assert (age.WORK, age.MOST_WORK) == (17, 18)


@pytest.mark.usefixtures("quick")
def test_other_words_do_not_open_it() -> None:
    file = locked(PLAIN, WORDS)

    assert why(lambda: unlocked(file, WORDS.replace("heron", "raven"))) is Why.WRONG_WORDS
    assert PLAIN not in file
    assert WORDS.encode() not in file


@pytest.mark.usefixtures("quick")
def test_the_same_plan_never_makes_the_same_file() -> None:
    assert locked(PLAIN, WORDS) != locked(PLAIN, WORDS)


@pytest.mark.usefixtures("quick")
def test_a_thousand_flipped_bits_open_nothing() -> None:
    file = locked(os.urandom(70_000), WORDS)
    bits = len(file) * 8
    head = list(range(0, 220 * 8, 3))
    spread = [n * bits // 500 for n in range(500)]

    for bit in [*head, *spread][:1000]:
        changed = bytearray(file)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(NotOpened):
            unlocked(bytes(changed), WORDS)


@pytest.mark.usefixtures("quick")
def test_a_file_cut_anywhere_opens_nothing() -> None:
    file = locked(os.urandom(140_000), WORDS)

    for length in [*range(256), *range(1024, len(file), 1024), len(file) - 1]:
        with pytest.raises(NotOpened):
            unlocked(file[:length], WORDS)


@pytest.mark.usefixtures("quick")
def test_pieces_in_another_order_or_one_too_many_open_nothing() -> None:
    file = locked(bytes(3 * age.CHUNK), WORDS)
    piece, start = age.CHUNK + 16, len(file) - 3 * (age.CHUNK + 16)
    first, second, third = (file[start + n * piece : start + (n + 1) * piece] for n in range(3))

    for order in ((second, first, third), (first, third), (first, second, third, third), (first, second)):
        assert why(lambda order=order: unlocked(file[:start] + b"".join(order), WORDS)) is Why.DAMAGED


def test_each_kind_of_bad_file_is_told_apart_and_none_costs_any_work(slow_steps: Counted) -> None:
    key = pyrage.x25519.Identity.generate().to_public()
    bad = {
        b"": Why.EMPTY,
        bytes(age.LARGEST + 1): Why.TOO_LARGE,
        age.MAGIC + bytes(age.LARGEST): Why.TOO_LARGE,
        b"PK\x03\x04" + bytes(100): Why.OTHER_KIND,
        b"\x1f\x8b" + bytes(100): Why.OTHER_KIND,
        b"\x89PNG\r\n\x1a\n" + bytes(100): Why.OTHER_KIND,
        b"%PDF-1.7\n": Why.OTHER_KIND,
        b'{"what": "plan"}': Why.OTHER_KIND,
        pyrage.encrypt(PLAIN, [key]): Why.OTHER_LOCK,
        age.MAGIC[:10]: Why.OTHER_KIND,
        age.MAGIC + b"-> scr": Why.DAMAGED,
        age.MAGIC + b"-> scrypt " + b"A" * 22 + b" 017\n": Why.DAMAGED,
    }

    assert {file[:40]: why(lambda file=file: unlocked(file, WORDS)) for file in bad} == {
        file[:40]: reason for file, reason in bad.items()
    }
    assert slow_steps.begun == []


def test_a_file_has_one_way_to_end() -> None:
    key, nonce = bytes(16), bytes(16)
    cipher = ChaCha20Poly1305(age._derived(key, nonce, b"payload"))
    whole, rest = bytes(age.CHUNK), b"rest"

    def of(*pieces: bytes) -> bytes:
        last = len(pieces) - 1
        return nonce + b"".join(cipher.encrypt(age._place(n, last), piece, None) for n, piece in enumerate(pieces))

    assert age._opened(key, of(whole, rest)) == whole + rest
    assert age._opened(key, of(b"")) == b""
    assert why(lambda: age._opened(key, of(whole, b""))) is Why.DAMAGED


@pytest.mark.usefixtures("quick")
def test_letters_written_in_two_ways_are_not_taken() -> None:
    file = locked(PLAIN, WORDS)
    proof = file.split(b"\n--- ")[1][:43]
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = letters.index(proof[-1:]) | 1
    other = proof[:-1] + letters[last : last + 1]

    assert base64.b64decode(other + b"=") == base64.b64decode(proof + b"=")
    assert why(lambda: unlocked(file.replace(proof, other, 1), WORDS)) is Why.DAMAGED
