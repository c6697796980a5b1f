"""What goes out with every answer."""

import base64
import hashlib
import json
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
