"""Sealing: opens for its place and its key, and for nothing else."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from perinatal.vault.sealing import SUITE, BrokenSeal, pad, place, seal, unpad, unseal

KEY = AESGCM(os.urandom(32))
HERE = place(b"turn", b"plan", b"1")


def test_what_was_sealed_opens_in_its_place() -> None:
    assert unseal(KEY, seal(KEY, b"heron", HERE), HERE) == b"heron"


def test_it_opens_in_no_other_place_and_with_no_other_key() -> None:
    sealed = seal(KEY, b"heron", HERE)

    for key, where in ((KEY, place(b"turn", b"plan", b"2")), (AESGCM(os.urandom(32)), HERE)):
        with pytest.raises(BrokenSeal):
            unseal(key, sealed, where)


def test_every_changed_byte_is_noticed() -> None:
    sealed = seal(KEY, b"heron", HERE)

    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(BrokenSeal):
            unseal(KEY, changed, HERE)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_bytes_cut_short_do_not_open(length: int) -> None:
    with pytest.raises(BrokenSeal):
        unseal(KEY, seal(KEY, b"", HERE)[:length], HERE)


def test_another_way_of_sealing_is_not_mistaken_for_this_one() -> None:
    with pytest.raises(BrokenSeal):
        unseal(KEY, b"\x02" + seal(KEY, b"heron", HERE)[len(SUITE) :], HERE)


def test_no_nonce_is_ever_used_twice() -> None:
    nonces = {seal(KEY, b"", HERE)[1:13] for _ in range(100_000)}

    assert len(nonces) == 100_000


@given(st.binary(max_size=3000))
def test_padding_gives_the_words_back(words: bytes) -> None:
    assert unpad(pad(words)) == words


@given(st.integers(min_value=1, max_value=100_000))
def test_padding_is_short_and_lengths_are_shared(length: int) -> None:
    padded = len(pad(bytes(length)))

    assert padded >= max(512, length + 4)
    assert padded <= max(512, (length + 4) * 1.12 + 1)


def test_a_short_answer_is_as_long_as_a_longer_one() -> None:
    assert len({len(pad(bytes(length))) for length in range(500)}) == 1
