"""The lock of a plan file: age v1 with one passphrase, as `age -d` and `rage -d` open it.

The format is C2SP's age.md. Two bounds are ours. We write work factor 17 (128 MiB, about half a second), and read none
above 18: the format allows 22 and more, which a stranger's file could ask of a server at every try. It is looked at
before any work, as is the length of everything else.
"""

import base64
import hmac
import os
import re
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from perinatal.exchange.trouble import NotOpened, Why

LARGEST = 2 * 1024 * 1024
"""Bytes of a file. A plan of a thousand answers is a quarter of it."""
WORK = 17
"""The work factor we write: 2^17 blocks of 1 KiB."""
MOST_WORK = 18
"""The most we do for a file somebody brings."""
CHUNK = 64 * 1024
"""Bytes sealed at a time; the format says so."""

MAGIC = b"age-encryption.org/v1\n"
_BY_WORDS = MAGIC + b"-> scrypt "
_TAG, _NONCE, _SALT, _KEY = 16, 16, 16, 16
_SALT_LABEL = b"age-encryption.org/v1/scrypt"
# Everything before the sealed bytes, each part of one length only: a passphrase is the only stanza there is, by the
# format's own rule.
_HEADER = re.compile(
    rb"(age-encryption\.org/v1\n"
    rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n"
    rb"---) ([A-Za-z0-9+/]{43})\n"
)


def locked(plain: bytes, words: str) -> bytes:
    """These bytes as a file that these words open. Takes half a second."""
    key, salt = os.urandom(_KEY), os.urandom(_SALT)
    wrapped = ChaCha20Poly1305(_slow_step(words, salt, WORK)).encrypt(bytes(12), key, None)
    head = b"%s-> scrypt %s %d\n%s\n---" % (MAGIC, _written(salt), WORK, _written(wrapped))
    nonce = os.urandom(_NONCE)
    cipher = ChaCha20Poly1305(_derived(key, nonce, b"payload"))
    pieces = [plain[at : at + CHUNK] for at in range(0, len(plain), CHUNK)] or [b""]
    last = len(pieces) - 1
    sealed = [cipher.encrypt(_place(n, last), piece, None) for n, piece in enumerate(pieces)]
    return b"".join([head, b" ", _written(_proof(key, head)), b"\n", nonce, *sealed])


def unlocked(file: bytes, words: str) -> bytes:
    """What these words open; raises NotOpened. No work is done for a file that asks for too much."""
    header, salt, work = insist_it_may_be_tried(file)
    head, wrapped, proof = header[1], _read(header[4]), _read(header[5])
    try:
        key = ChaCha20Poly1305(_slow_step(words, salt, work)).decrypt(bytes(12), wrapped, None)
    except InvalidTag:
        raise NotOpened(Why.WRONG_WORDS) from None
    if len(key) != _KEY or not hmac.compare_digest(_proof(key, head), proof):
        raise NotOpened(Why.DAMAGED)
    return _opened(key, file[header.end() :])


def insist_it_may_be_tried(file: bytes) -> tuple[re.Match[bytes], bytes, int]:
    """The header of a file, its salt and its work; raises NotOpened for all that can be said before any work."""
    if not file:
        raise NotOpened(Why.EMPTY)
    if len(file) > LARGEST:
        raise NotOpened(Why.TOO_LARGE)
    header = _HEADER.match(file)
    if header is None:
        if not file.startswith(MAGIC):
            raise NotOpened(Why.OTHER_KIND)
        raise NotOpened(Why.DAMAGED if _BY_WORDS.startswith(file[: len(_BY_WORDS)]) else Why.OTHER_LOCK)
    if int(header[3]) > MOST_WORK:
        raise NotOpened(Why.TOO_MUCH_WORK)
    return header, _read(header[2]), int(header[3])


def _opened(key: bytes, sealed: bytes) -> bytes:
    """The pieces behind the header, each in its place; one that is missing, moved or changed opens nothing."""
    cipher = ChaCha20Poly1305(_derived(key, sealed[:_NONCE], b"payload"))
    pieces = range(_NONCE, max(len(sealed), _NONCE + 1), CHUNK + _TAG)
    last, plain = len(pieces) - 1, list[bytes]()
    for n, at in enumerate(pieces):
        try:
            plain.append(cipher.decrypt(_place(n, last), sealed[at : at + CHUNK + _TAG], None))
        except InvalidTag:
            raise NotOpened(Why.DAMAGED) from None
    if len(plain) > 1 and not plain[-1]:
        raise NotOpened(Why.DAMAGED)  # the format has one way to end, and this is another
    return b"".join(plain)


def _place(n: int, last: int) -> bytes:
    return n.to_bytes(11, "big") + bytes([n == last])


def _slow_step(words: str, salt: bytes, work: int) -> bytes:
    return Scrypt(salt=_SALT_LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(words.encode())


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _proof(key: bytes, head: bytes) -> bytes:
    return hmac.new(_derived(key, b"", b"header"), head, sha256).digest()


def _written(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _read(letters: bytes) -> bytes:
    """What was written in letters; there is one way to write it, and every other is refused."""
    data = base64.b64decode(letters + b"=" * (-len(letters) % 4), validate=True)
    if _written(data) != letters:
        raise NotOpened(Why.DAMAGED)
    return data
