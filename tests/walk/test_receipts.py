"""Receipts: seen and printed two taps from sharing, after a conversation that said all a consent needs."""

import pytest
from playwright.sync_api import Page

from perinatal.toolkit import languages
from tests.paper.audit import audit
from tests.walk.company import answer, part_title, say
from tests.walk.conftest import visit
from tests.walk.drawer import CANARY, Drawer, fill
from tests.walk.moves import alive
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.wire import post


@pytest.fixture
def drawer(host: Page, shared_site: Site, rosa: Somebody) -> Drawer:
    return fill(host, shared_site, rosa)


@pytest.mark.parametrize("language", languages())
def test_a_receipt_is_seen_and_printed_two_taps_from_sharing(drawer: Drawer, language: str) -> None:
    page = drawer.page
    visit(page, f"/{language}/s")

    page.get_by_role("link", name=say("sharing.receipts", language)).click()
    page.wait_for_url(f"**/{language}/s/r")
    alive(page)
    page.locator("main section summary").first.click()
    seen = page.locator("main section dl").first.inner_text()
    plain = page.locator("main section form input[name=plain]").first
    assert plain.is_checked(), "it is plain unless the parent says otherwise"
    with page.context.expect_event("response", lambda got: got.url.endswith("/print")) as printed:
        page.locator("main section form button").first.click()

    assert all(say(f"receipt.field.{name}", language) in seen for name in ("information", "recipients", "retention"))
    assert (printed.value.status, printed.value.headers["content-type"]) == (200, "application/pdf")
    form = {
        "sheet": "receipt",
        "language": language,
        "receipt": page.locator("input[name=receipt]").first.input_value(),
    }
    short, whole = (post(drawer.site, "/print", drawer.cookie, **form, **more).body for more in ({"plain": "yes"}, {}))
    part = part_title("A", language)
    assert (part in audit(short).said, part in audit(whole).said) == (False, True)
    assert (CANARY in audit(short).said, CANARY in audit(whole).said) == (False, True)


def test_the_conversation_says_all_that_a_consent_needs_before_it_is_answered(drawer: Drawer) -> None:
    page = drawer.page
    visit(page, "/en/s/1")
    page.locator("button.part").nth(1).click()
    page.locator("#answer-title").wait_for()

    heads = page.locator("li h3, li legend").all_inner_texts()

    asked = ("sees", "who", "why_for", "if_no", "undone", "until", "again", "answer")
    assert heads == [say(f"sharing.person.{name}") for name in asked]
    answer(page, "B", "not_now")
