"""What goes out with every answer."""

import base64
import hashlib
import json
import os
import re
from pathlib import Path

import pytest

from perinatal.web.guard import headers


def test_every_inline_script_of_every_built_page_is_named_in_its_own_policy_and_no_other(root: Path) -> None:
    pages = root / ".pages" / "build" / "client"
    policies = headers.content_policies(root / ".pages" / "backend" / "csp.json")
    built = sorted(pages.rglob("*.html"))
    assert len(built) > 100, "the pages are not built"

    for page in built:
        scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", page.read_text(), re.DOTALL)
        digests = [hashlib.sha256(text.encode()).digest() for attributes, text in scripts if "src=" not in attributes]
        wanted = {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}
        named = set(re.findall(r"'sha256-[^']+'", policies["/" + page.relative_to(pages).as_posix()].decode()))
        assert named == wanted, page.name


def test_no_policy_lets_in_what_was_not_built(tmp_path: Path) -> None:
    (tmp_path / "csp.json").write_text(json.dumps({"/en/p.html": ["'sha256-a'"]}))

    for policy in headers.content_policies(tmp_path / "csp.json").values():
        assert b"unsafe" not in policy
        assert b"http" not in policy
        assert policy.startswith(b"default-src 'none'; script-src 'self'")


def test_the_page_of_a_link_lets_no_inline_script_in(root: Path) -> None:
    policies = headers.content_policies(root / ".pages" / "backend" / "csp.json")

    assert b"script-src 'self';" in policies["/link"]
    assert b"script-src 'self';" in policies["/en/z.html"]


@pytest.mark.parametrize(
    ("path", "status", "lasts"),
    [
        ("/assets/state-DsdUvSbm.js", 200, True),
        ("/assets/state-DsdUvSbm.js", 304, True),
        ("/assets/state-DsdUvSbm.js", 404, False),
        ("/assets/state.js", 200, False),
        ("/assets/../en-12345678.js", 200, False),
        ("/live.js", 200, False),
        ("/en/p", 200, False),
    ],
)
def test_only_files_named_for_what_is_in_them_last(path: str, status: int, lasts: bool) -> None:
    given = headers.answer_headers({"type": "http.response.start", "status": status, "headers": []}, path, [])

    assert (b"immutable" in dict(given)[b"cache-control"]) is lasts


def test_what_says_too_much_is_taken_out_and_what_stands_always_wins() -> None:
    said = [(b"Server", b"x"), (b"Access-Control-Allow-Origin", b"*"), (b"X-Frame-Options", b"ALLOW"), (b"ETag", b"1")]
    always = headers.for_every_answer(secure=True)

    given = headers.answer_headers({"type": "http.response.start", "status": 200, "headers": said}, "/en", always)

    assert [value for key, value in given if key == b"x-frame-options"] == [b"DENY"]
    assert {b"server", b"access-control-allow-origin"}.isdisjoint(key for key, _ in given)
    assert (b"etag", b"1") in given
    assert any(key == b"strict-transport-security" for key, _ in given)


def test_a_file_that_keeps_its_name_has_a_mark_of_its_bytes_and_is_asked_for_again(tmp_path: Path) -> None:
    file = tmp_path / "head.js"
    file.write_text("one")
    before = headers.marks(tmp_path)
    os.utime(file, (0, 0))
    untouched = headers.marks(tmp_path)
    file.write_text("two")
    said = [(b"ETag", b'"of its date"'), (b"Last-Modified", b"Sun"), (b"Vary", b"origin, origin")]
    always = headers.for_every_answer(secure=True)

    given = headers.answer_headers(
        {"type": "http.response.start", "status": 200, "headers": said}, "/head.js", always, before["/head.js"]
    )

    assert before == untouched != headers.marks(tmp_path)
    assert [value for key, value in given if key in (b"etag", b"cache-control")] == [before["/head.js"], b"no-cache"]
    assert [value for key, value in given if key == b"vary"] == [b"accept-encoding"]
    assert b"last-modified" not in dict(given)
    assert set(always) < set(given)


def test_what_is_not_the_file_itself_is_not_kept_under_its_mark() -> None:
    given = headers.answer_headers({"type": "http.response.start", "status": 503, "headers": []}, "/head.js", [], b"m")

    assert given == [(b"cache-control", b"no-store")]


@pytest.mark.parametrize(
    ("held", "still"),
    [
        (b'W/"a"', True),
        (b'"x", W/"a" ,"y"', True),
        (b'W/"b"', False),
        (b'W/"ab"', False),
        (b"", False),
    ],
)
def test_only_the_very_mark_means_unchanged(held: bytes, still: bool) -> None:
    assert headers.is_unchanged(b'W/"a"', held) is still
    assert not headers.is_unchanged(None, held)


def test_the_question_whether_a_file_changed_is_let_in() -> None:
    assert b"if-none-match" in headers.PASSES
