"""The doors of a real server: what they give, what they clear, and what never reaches a log."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser

from tests.walk.conftest import begin as begin_in_browser
from tests.walk.site import Site, running
from tests.walk.wire import EVERY_KIND, Line, answer, begin, event, insist_guarded, keep, knock, post, shown

MINE = "heron lantern 4471 mine"
SAVE = event("question", "question_state", "save", "state")
# -- Headers


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_answer_is_guarded(site: Site, path: str) -> None:
    insist_guarded(knock(site, "GET", path))


def test_pages_are_never_stored_and_only_hashed_names_last(site: Site) -> None:
    page = knock(site, "GET", "/en/p")
    asset = page.body.decode().split('"/assets/')[1].split('"')[0]

    assert page["cache-control"] == "no-store"
    assert knock(site, "GET", "/head.js.br")["cache-control"] == "no-store"
    assert "immutable" in knock(site, "GET", f"/assets/{asset}")["cache-control"]
    assert knock(site, "GET", "/assets/nowhere-12345678.js")["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/head.js", "/live.js", "/app.css"])
@pytest.mark.parametrize("packed", ["br", "gzip", "identity"])
def test_a_file_that_keeps_its_name_is_asked_for_again_and_sent_only_after_a_change(
    site: Site, path: str, packed: str
) -> None:
    first = knock(site, "GET", path, accept_encoding=packed)
    mark = first["etag"]

    again = knock(site, "GET", path, accept_encoding=packed, if_none_match=mark)
    changed = knock(site, "GET", path, accept_encoding=packed, if_none_match='W/"of yesterday"')

    assert (first.status, first["cache-control"]) == (200, "no-cache")
    assert (again.status, again.body, again["etag"], again["cache-control"]) == (304, b"", mark, "no-cache")
    assert (changed.status, changed.body) == (200, first.body)
    assert first["vary"] == again["vary"] == "accept-encoding"
    for answer_given in (first, again, changed):
        insist_guarded(answer_given)


def test_a_print_is_stored_nowhere_and_its_name_says_nothing(site: Site) -> None:
    got = post(site, "/print", begin(site), sheet="booklet", language="es", paper="a4")

    assert (got.status, got["content-type"], got["cache-control"]) == (200, "application/pdf", "no-store")
    assert got["content-disposition"] == 'inline; filename="notes.pdf"'
    insist_guarded(got)


def test_a_print_needs_an_open_plan(site: Site) -> None:
    assert post(site, "/print", sheet="booklet").status == 303


def test_leaving_and_forgetting_clear_the_browser(own_site: Site) -> None:
    left = knock(own_site, "GET", "/leave", cookie=begin(own_site), sec_fetch_site="same-origin")
    forgotten = post(own_site, "/forget", begin(own_site))

    for got in (left, forgotten):
        assert got.status == 303
        assert got["clear-site-data"] == '"cache", "cookies", "storage"'
        assert "Max-Age=0" in got["set-cookie"]


# -- Doors


def test_an_old_cookie_and_its_pages_end_when_words_open_a_plan(own_site: Site) -> None:
    cookie = begin(own_site)
    words = keep(own_site, cookie)
    old, nobody = Line(own_site, cookie), Line(own_site, tab="mine")

    post(own_site, "/open", cookie, words=words, tab="mine")

    assert old.is_closed(within=1)
    assert nobody.is_closed(within=1)
    assert 'door_rx_state_":"words"' in shown(own_site, cookie)


def test_a_plan_not_kept_outlives_a_killed_server_in_its_own_browser(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)

    own_site.kill()
    own_site.start()

    assert MINE in shown(own_site, cookie)


def test_leaving_forgets_what_was_not_kept_even_while_it_rests(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)
    post(own_site, "/lock", cookie)

    post(own_site, "/leave", cookie)

    assert post(own_site, "/resume", cookie).status == 401
    assert MINE not in shown(own_site, cookie)


def test_leaving_locks_what_was_kept_and_its_words_open_it(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)
    words = keep(own_site, cookie)

    post(own_site, "/leave", cookie)

    assert MINE not in shown(own_site, cookie)
    assert MINE in shown(own_site, post(own_site, "/open", words=words).cookie)


def test_what_was_forgotten_opens_with_no_words_nor_from_a_restored_copy(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)
    words = keep(own_site, cookie)
    plans = next(own_site.data.rglob("plans.sqlite"))
    own_site.kill()
    copy = plans.read_bytes()
    own_site.start()
    cookie = post(own_site, "/open", words=words).cookie
    assert MINE in shown(own_site, cookie)

    assert post(own_site, "/forget", cookie).status == 303
    assert post(own_site, "/open", words=words)["location"].startswith("/en/i/no")

    own_site.kill()
    plans.write_bytes(copy)
    for left in plans.parent.glob("plans.sqlite-*"):
        left.unlink()
    own_site.start()
    assert post(own_site, "/open", words=words)["location"].startswith("/en/i/no")


def test_a_lock_closes_live_pages_within_a_second(own_site: Site) -> None:
    cookie = begin(own_site)
    line = Line(own_site, cookie)

    post(own_site, "/lock", cookie)

    assert line.is_closed(within=1)
    assert 'door_rx_state_":"go_on"' in shown(own_site, cookie)


# -- Logs


def test_no_word_no_cookie_and_no_address_reaches_the_log(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)
    line = Line(own_site, cookie, path="/en/p/1", tab="tab-4471-canary")
    for name in ("nothing", SAVE):
        line.say(name, words=MINE, more=MINE)
    line.emit("client_error", {"message": MINE, "error_type": MINE})
    line.raw("42/_event,[" + json.dumps(MINE))
    line.raw("9" + MINE)
    post(own_site, "/open", words=MINE)
    knock(own_site, "GET", "/nowhere?" + MINE.replace(" ", "+"), cookie=cookie)
    own_site.kill()

    log = own_site.log.read_text()

    for secret in ("heron", "tab-4471-canary", cookie.partition("=")[2], "127.0.0.1", "Traceback"):
        assert secret not in log


# -- TLS


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_over_tls_the_cookie_is_tied_to_this_host_and_browsers_stay_on_tls(
    tmp_path: Path, browser: Browser, name: str
) -> None:
    """And the page comes alive: its line finds the port the page came from, also at localhost."""
    cert, key = self_signed(tmp_path)
    with running(tmp_path / "data", PERINATAL_CERT=cert, PERINATAL_KEY=key, PERINATAL_NAME=name) as site:
        context = browser.new_context(base_url=site.address, ignore_https_errors=True)
        page = begin_in_browser(context.new_page())
        kept = context.cookies()
        got = page.request.get("/en/p")
        context.close()

    assert [(c["name"], c["secure"], c["httpOnly"], c["sameSite"]) for c in kept] == [
        ("__Host-k", True, True, "Strict")
    ]
    assert got.headers["strict-transport-security"] == "max-age=63072000"


def self_signed(folder: Path) -> tuple[str, str]:
    """A certificate for localhost that nobody but this test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = folder / "cert.pem", folder / "key.pem"
    files[0].write_bytes(cert.public_bytes(Encoding.PEM))
    files[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return str(files[0]), str(files[1])
