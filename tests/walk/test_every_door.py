"""Every door beside the live pages, knocked at by those who may not come in, and with bodies that do not stop.

Which doors there are is asked of the app (`entrances`), so one added later is knocked at here from its first day.
"""

import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import psutil
import pytest

from tests.walk.entrances import Entrances
from tests.walk.rows import Rows, rows
from tests.walk.site import Site, running
from tests.walk.wire import Answer, answer, begin, insist_guarded, knock, shown

MINE = "heron lantern 3306 mine"
FORM = {"language": "es", "phone": "shared", "sheet": "booklet", "all_of_it": "yes", "words": MINE, "tab": "x"}
ELSEWHERE = ("http://evil.example", "https://localhost", "null", "")
MB = 1024 * 1024
SENT_AT_MOST = 24 * MB
"""Bytes pushed at a door that should have hung up long before."""


@dataclass
class Somebody:
    """A site, and a parent with an open plan in it."""

    site: Site
    cookie: str
    before: Rows

    def insist_nothing_changed(self) -> None:
        """The plan is as it was, still open, and the log says nothing of it."""
        after = rows(self.site)
        assert {plan: after.get(plan) for plan in self.before} == self.before
        assert MINE in shown(self.site, self.cookie)
        assert "lantern" not in self.site.log.read_text()


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Somebody]:
    """On a site of this file's own, since tries at its doors are counted."""
    with running(tmp_path_factory.mktemp("doors") / "data") as site:
        cookie = begin(site)
        answer(site, cookie, MINE)
        yield Somebody(site, cookie, rows(site))


def posts(entrances: Entrances) -> list[str]:
    """Every path that takes a form."""
    found = [path for method, path in entrances.doors if method == "POST"]
    assert len(found) >= 9
    return found


def gets(entrances: Entrances) -> list[str]:
    """Every path of ours that answers a link."""
    found = [path for method, path in entrances.doors if method == "GET"]
    assert found
    return found


def test_no_form_from_elsewhere_is_taken(parent: Somebody, entrances: Entrances) -> None:
    for path in posts(entrances):
        for origin in ELSEWHERE:
            for fetched in ("cross-site", "same-site", ""):
                got = knock(parent.site, "POST", path, FORM, parent.cookie, origin=origin, sec_fetch_site=fetched)

                assert got.status == 403, (path, origin, fetched)
                assert (got.body, got["set-cookie"], got["clear-site-data"]) == (b"", "", "")
                insist_guarded(got)

    parent.insist_nothing_changed()


def test_no_link_from_elsewhere_does_anything(parent: Somebody, entrances: Entrances) -> None:
    for path in gets(entrances):
        for origin in ELSEWHERE:
            for fetched in ("cross-site", "same-site"):
                got = knock(parent.site, "GET", path, cookie=parent.cookie, origin=origin, sec_fetch_site=fetched)

                insist_harmless(got, path)

    parent.insist_nothing_changed()


def test_nobody_without_a_cookie_gets_or_changes_anything(parent: Somebody, entrances: Entrances) -> None:
    for method, path in entrances.doors:
        got = knock(parent.site, method, path, FORM if method == "POST" else None)

        assert got.status < 500, path
        assert MINE.encode() not in got.body
        assert got["set-cookie"] != parent.cookie
        assert got["content-type"] != "application/pdf"

    parent.insist_nothing_changed()


def insist_harmless(got: Answer, path: str) -> None:
    """Nothing is given, and nothing is taken away."""
    assert got.status < 500, path
    assert MINE.encode() not in got.body
    assert (got["set-cookie"], got["clear-site-data"]) == ("", ""), path
    insist_guarded(got)


def test_a_body_that_does_not_stop_is_refused_at_every_door(parent: Somebody, entrances: Entrances) -> None:
    before = memory(parent.site)

    for path in posts(entrances):
        status = push(parent, path)

        assert status in (400, 411, 413), (path, status)

    assert memory(parent.site) - before < 16 * MB
    assert knock(parent.site, "GET", "/en").status == 200
    parent.insist_nothing_changed()


def push(parent: Somebody, path: str) -> int:
    """Send a body in pieces, without saying how long it will be, until the server hangs up; gives what it answered."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost:{parent.site.port}\r\nOrigin: {parent.site.address}\r\n"
        f"Cookie: {parent.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    piece, status = b"10000\r\n" + b"words=" + b"w" * (65_536 - 6) + b"\r\n", 0
    with socket.create_connection(("127.0.0.1", parent.site.port), timeout=2) as line:
        line.sendall(head.encode())
        with suppress(OSError):  # it hung up, or reads no more
            for _ in range(SENT_AT_MOST // len(piece)):
                line.sendall(piece)
                if not status and select.select([line], [], [], 0.02)[0]:
                    status = int(line.recv(1024).partition(b"\r\n")[0].split()[1])
    return status


def memory(site: Site) -> int:
    """Bytes of memory the site holds."""
    assert site.process
    server = psutil.Process(site.process.pid)
    return sum(each.memory_info().rss for each in [server, *server.children(recursive=True)])
