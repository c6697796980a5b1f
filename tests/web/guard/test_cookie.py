"""The cookie is the only authority, so it is read strictly and written the same way every time."""

import pytest

from perinatal.web.guard import cookie


@pytest.mark.parametrize("secure", [True, False])
def test_what_is_written_is_read_back(secure: bool) -> None:
    secret = cookie.make()

    sent_back = cookie.write(secret, secure=secure).partition(";")[0]

    assert cookie.read(sent_back.encode(), secure=secure) == secret


def test_over_tls_the_name_ties_it_to_this_host() -> None:
    written = cookie.write(cookie.make(), secure=True)

    assert written.startswith("__Host-k=")
    assert {part.strip() for part in written.split(";")[1:]} == {"Path=/", "HttpOnly", "SameSite=Strict", "Secure"}


def test_a_cookie_for_plain_http_opens_nothing_over_tls() -> None:
    assert cookie.read(cookie.write(cookie.make(), secure=False).encode(), secure=True) is None


@pytest.mark.parametrize("value", ["", "ab", "zz" * 32, "AB" * 32, "ab" * 33, "ab" * 31 + " a", '"' + "ab" * 32 + '"'])
def test_what_cannot_be_ours_is_nothing(value: str) -> None:
    assert cookie.read(f"k={value}".encode(), secure=False) is None


def test_cookies_other_programs_left_do_not_hide_ours() -> None:
    assert cookie.read(b'a={"b": [1]}; \xff=\xfe; ; k=' + b"ab" * 32, secure=False) == bytes.fromhex("ab" * 32)


def test_no_two_secrets_and_no_two_digests_are_alike() -> None:
    secrets = [cookie.make() for _ in range(100)]

    assert len({*secrets}) == len({cookie.digest(secret) for secret in secrets}) == 100
    assert secrets[0].hex() not in cookie.digest(secrets[0])
