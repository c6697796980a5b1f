"""A built page goes out in its own language, whole where it has to be, and calling nobody."""

import base64
import hashlib

import pytest

from perinatal.web.prebuild import rewrite
from perinatal.web.prebuild.plugin import finished

HEAD = '<script src="/head.js"></script>'
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><link rel="modulepreload" href="/assets/a.js"/>'
    f'<script>theme()</script>{HEAD}<link href="/a.css" rel="stylesheet"/></head>'
    '<body><main>Call 911</main><!--$?--><template id="B:0"></template><!--/$--><div hidden id="S:0"></div>'
    '<script type="module" async="">import "/assets/a.js"</script></body></html>'
)


def test_a_page_that_has_to_be_whole_keeps_its_words_and_one_script() -> None:
    page = rewrite.whole(PAGE)

    assert page.count("<script") == 1
    assert HEAD in page
    assert "<main>Call 911</main></body></html>" in page
    assert "modulepreload" not in page
    assert 'href="/a.css"' in page


def test_what_the_first_words_need_is_asked_for_before_the_scripts_of_the_page() -> None:
    page = rewrite.words_first(PAGE)

    head = page.partition("</head>")[0]
    assert page.count("modulepreload") == PAGE.count("modulepreload") == 1
    assert head.index(HEAD) < head.index('href="/a.css"') < head.index("modulepreload")
    assert sorted(page) == sorted(PAGE)


def test_a_page_that_keeps_words_back_for_javascript_is_refused() -> None:
    with pytest.raises(rewrite.PageNotFit):
        rewrite.whole(PAGE.replace('<div hidden id="S:0">', '<div hidden id="S:0">Call 911'))


@pytest.mark.parametrize(("name", "language"), [("en/f.html", "en"), ("es/f/index.html", "es"), ("es.html", "es")])
def test_a_page_says_its_language_and_direction(name: str, language: str) -> None:
    assert f'<html lang="{language}" dir="ltr">' in finished(name, PAGE)


def test_pages_talk_to_wherever_they_came_from() -> None:
    script = "const e={EVENT:`ws://localhost:8000/_event`,PING:`http://localhost:8000/ping`}"

    changed = rewrite.same_origin(script)

    assert "localhost" not in changed
    assert "location.origin" in changed


@pytest.mark.parametrize("script", ["const e={}", "`ws://localhost:8000/_event`+`https://localhost:1/x`"])
def test_addresses_in_a_form_we_do_not_know_stop_the_build(script: str) -> None:
    with pytest.raises(rewrite.PageNotFit):
        rewrite.same_origin(script)


def test_the_line_goes_to_the_port_the_page_came_from_also_at_localhost_over_tls() -> None:
    script = "var a=1,SAME_DOMAIN_HOSTNAMES=[`localhost`,`0.0.0.0`],token;SAME_DOMAIN_HOSTNAMES.includes(t.hostname)"

    changed = rewrite.port_and_all(script)

    assert changed == "var a=1,SAME_DOMAIN_HOSTNAMES=[],token;SAME_DOMAIN_HOSTNAMES.includes(t.hostname)"


@pytest.mark.parametrize("script", ["", "SAME_DOMAIN_HOSTNAMES=hosts()", "NOT_SAME_DOMAIN_HOSTNAMES=[`localhost`];"])
def test_a_line_made_in_a_way_we_do_not_know_stops_the_build(script: str) -> None:
    with pytest.raises(rewrite.PageNotFit):
        rewrite.port_and_all(script)


def test_each_inline_script_is_let_through_by_its_hash_and_no_other() -> None:
    digest = base64.b64encode(hashlib.sha256(b"theme()").digest()).decode()

    hashes = rewrite.inline_hashes(PAGE)

    assert f"'sha256-{digest}'" in hashes
    assert len(hashes) == 2


def test_a_style_made_at_run_time_stops_the_build() -> None:
    with pytest.raises(rewrite.PageNotFit):
        finished("en/p.html", PAGE.replace("<main>", '<style data-emotion="css"></style><main>'))
