"""What was printed for whom is on the page of looks, for the parent to see."""

import pytest
from playwright.sync_api import Page, expect

from tests.walk.company import say
from tests.walk.conftest import visit
from tests.walk.test_one_answer import booklet_of


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_paper_is_on_the_list_with_whom_it_was_for(parent: Page, language: str) -> None:
    visit(parent, "/en/s/v")
    expect(parent.locator("main")).to_contain_text(say("sharing.printed.nothing"))

    booklet_of(parent)

    visit(parent, f"/{language}/s/v")
    lines = parent.locator("#printed li")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text(say("sharing.printed.sheet.booklet", language))
    expect(lines).to_contain_text(say("paper.reader.me", language))
