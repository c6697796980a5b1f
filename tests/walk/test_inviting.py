"""An invitation, from the one who makes it to the one who is let in with what came of it; and the list they find."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from perinatal.toolkit import languages
from tests.walk.company import day, let_in, measured, part_title, say, share, tap
from tests.walk.conftest import begin, keep, saved, visit
from tests.walk.moves import everything_on, phone
from tests.walk.site import Site
from tests.walk.somebody import Somebody
from tests.walk.test_together import go_in, sign_in
from tests.walk.tour import HERE

NOTED = "ZQX-noted-1 10:15"


@pytest.fixture
def phones(browser: Browser, shared_site: Site) -> Iterator[list[BrowserContext]]:
    """Two more phones nobody used yet."""
    made = [phone(browser, shared_site) for _ in range(2)]
    yield made
    for each in made:
        each.close()


def invite(page: Page, address: str, language: str = "en") -> tuple[str, str]:
    """Make an invitation; gives its words and its link."""
    visit(page, f"/{language}/{address}")
    page.locator("[data-keep]").click()
    page.wait_for_selector("#plan-words span")
    return " ".join(page.locator("#plan-words span").all_inner_texts()), page.locator("#words-link").inner_text()


def accept(page: Page, link: str) -> str:
    """Follow a link, and make words of one's own; gives them."""
    page.goto(link)
    page.locator("form[action='/accept'] button[type=submit]").click()
    page.wait_for_selector(".plan-words span")
    return " ".join(page.locator(".plan-words span").all_inner_texts())


def four_words(page: Page, language: str = "en") -> str:
    """What the one who signed in reads out."""
    return page.locator(f".said p[lang={language}]").inner_text()


@pytest.mark.parametrize("language", languages())
def test_a_member_invites_and_a_parent_lets_in_whoever_came(
    host: Page, phones: list[BrowserContext], rosa: Somebody, language: str
) -> None:
    midwife, friend = (each.new_page() for each in phones)
    sign_in(midwife, rosa.six, language)
    _, link = invite(midwife, "d/n", language)

    own = accept(friend, link)
    friend.locator("main a.btn.main").click()
    sign_in(friend, own, language)
    expect(friend.locator("main")).to_contain_text(say("today.empty", language))
    theirs = Somebody(own, {language: four_words(friend, language)})
    keep(host, language)
    let_in(host, theirs, "Ana", language)

    visit(host, f"/{language}/s")
    expect(host.locator("main")).to_contain_text(say("sharing.no_parts", language, name="Ana"))
    expect(friend.locator("main")).to_contain_text(say("today.empty", language))


def test_a_parent_invites_a_friend_whose_list_shows_the_plan_by_itself(
    host: Page, phones: list[BrowserContext]
) -> None:
    keep(host)
    visit(host, "/en/s/new")
    host.get_by_role("link", name=say("sharing.new.invite")).click()
    host.wait_for_url("**/en/s/i")
    code, _ = invite(host, "s/i")
    friend = phones[0].new_page()
    friend.goto("/en/n")
    friend.locator("#code").fill(code.upper())
    friend.locator("form[action='/accept'] button[type=submit]").click()
    friend.wait_for_selector(".plan-words span")
    own = " ".join(friend.locator(".plan-words span").all_inner_texts())
    sign_in(friend, own)

    let_in(host, Somebody(own, {"en": four_words(friend)}), "Lea", audience="trusted")
    share(host, "A")

    expect(friend.locator("table.worklist tbody tr")).to_have_count(1)
    expect(friend.locator(".lines")).to_contain_text(say("today.to_do.new"))
    expect(friend.locator(".lines")).to_contain_text(say("today.to_do.ends", date=day(0)))
    visit(host, "/en/s")
    tap(host, "sharing.stop_all")
    expect(friend.locator("table.worklist")).to_have_count(0)


def test_a_link_leaves_no_words_in_the_address_and_is_good_once(host: Page, phones: list[BrowserContext]) -> None:
    keep(host)
    code, link = invite(host, "s/i")
    friend = phones[0].new_page()
    asked: list[str] = []
    friend.on("request", lambda request: asked.append(request.url))

    friend.goto(link)

    assert friend.url.endswith("/en/n")
    assert friend.locator("#code").input_value() == code
    assert friend.evaluate("() => history.length") <= 2
    accept(friend, link)
    assert not [url for url in asked if code.split()[0] in url.partition("#")[0]]
    friend.goto(link)
    friend.locator("form[action='/accept'] button[type=submit]").click()
    friend.wait_for_selector("#wrong:visible")
    assert friend.title().startswith("Error: ")


def test_an_invitation_and_the_new_words_go_with_the_page(host: Page, phones: list[BrowserContext]) -> None:
    keep(host)
    code, link = invite(host, "s/i")
    host.locator("[data-hide-secret]").click()
    host.wait_for_url("**/en/s/new")
    visit(host, "/en/s/i")
    assert code.split()[0] not in everything_on(host)
    friend = phones[0].new_page()
    own = accept(friend, link)

    friend.goto("/en/n/yours")

    assert own not in everything_on(friend)


def test_without_javascript_an_invitation_can_be_taken_up(browser: Browser, host: Page, shared_site: Site) -> None:
    keep(host)
    code, _ = invite(host, "s/i")
    context = browser.new_context(base_url=shared_site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/n")
    page.locator("#code").fill(code)

    page.locator("form[action='/accept'] button[type=submit]").click()

    assert page.locator(".plan-words span").count() == 6
    assert "···" not in page.locator("main").inner_html()
    context.close()


def shared_with(host: Page, member: Page, who: Somebody, *parts: str) -> None:
    """The parent shows these parts to a member, who signed in."""
    keep(host)
    let_in(host, who, "Rosa")
    share(host, *parts)
    sign_in(member, who.six)
    expect(member.locator("table.worklist tbody tr")).to_have_count(1)


def note_visit(page: Page, words: str) -> None:
    """Note the next visit of the one plan there is."""
    page.get_by_role("button", name=say("today.note")).click()
    page.locator("#next").fill(words)
    page.get_by_role("button", name=say("today.done")).click()
    expect(page.locator(".noted")).to_have_text(words)


def test_a_next_visit_is_the_members_own_and_goes_with_a_stop(
    host: Page, phones: list[BrowserContext], rosa: Somebody, shared_site: Site
) -> None:
    member = phones[0].new_page()
    shared_with(host, member, rosa, "A")

    note_visit(member, NOTED)

    visit(member, "/en/d")
    expect(member.locator(".noted")).to_have_text(NOTED)
    for address in ("/en/s", "/en/s/1", "/en/s/v", "/en/p"):
        assert NOTED not in everything_on(visit(host, address))
    for file in shared_site.data.iterdir():
        assert b"ZQX-noted" not in file.read_bytes()
    visit(host, "/en/s")
    tap(host, "sharing.stop_all")
    share(host, "A")
    expect(member.locator(".noted")).to_have_text("")


def test_covered_names_are_covered_on_the_open_plan_as_well(
    host: Page, phones: list[BrowserContext], rosa: Somebody
) -> None:
    listing = phones[0].new_page()
    keep(host)
    visit(host, "/en/s/new")
    host.locator("#let-called").fill("ZQX-called-1")
    let_in_called(host, rosa)
    share(host, "A")
    sign_in(listing, rosa.six)
    note_visit(listing, NOTED)
    looking = phones[0].new_page()
    go_in(looking)
    expect(looking.locator("main")).to_contain_text("ZQX-called-1")
    visit(listing, "/en/d")

    listing.get_by_role("button", name=say("today.cover")).click()

    expect(looking.locator("main")).not_to_contain_text("ZQX-called-1")
    expect(listing.locator("table")).to_contain_text(say("today.plan", number=1))
    assert not [word for word in ("ZQX-called-1", NOTED) if word in everything_on(listing) + everything_on(looking)]


def let_in_called(page: Page, who: Somebody) -> None:
    """Let somebody in who sees the name that was typed."""
    page.locator("input[name=let-who][value=team]").check()
    page.locator("#let-name").fill("Rosa")
    page.locator("#let-words").fill(who.four["en"])
    page.locator("main .btn.main").click()
    expect(page.locator(".card.yours")).to_contain_text("Rosa")


def test_that_words_were_answered_is_in_the_list_and_not_how(
    host: Page, phones: list[BrowserContext], rosa: Somebody
) -> None:
    member = phones[0].new_page()
    shared_with(host, member, rosa, "A")
    go_in(member)
    member.get_by_role("button", name=part_title("A")).click()
    member.get_by_role("button", name=say("visit.offer")).first.click()
    member.locator("#offer").fill("ZQX-offered-1")
    tap(member, "visit.mine")
    expect(member.locator("main")).to_contain_text(say("visit.sent"))
    visit(member, "/en/d")
    expect(member.locator(".lines")).not_to_contain_text(say("today.to_do.answered"))

    visit(host, "/en/c")
    tap(host, "suggestions.no_thanks")

    expect(member.locator(".lines")).to_contain_text(say("today.to_do.answered"))
    assert "ZQX" not in everything_on(member)


def test_members_pages_have_a_foot_of_their_own_with_a_lock(
    host: Page, phones: list[BrowserContext], rosa: Somebody
) -> None:
    member = phones[0].new_page()
    shared_with(host, member, rosa, "A")

    for address in ("/en/d", "/en/d/n", "/en/v"):
        visit(member, address)
        places = member.locator(".ways a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
        assert places == ["/en/d", "/en/f"]
    member.locator(".ways button").click()

    member.wait_for_url("**/en/in")


@pytest.mark.parametrize("language", languages())
def test_nothing_is_wrong_with_how_these_pages_look(
    host: Page, phones: list[BrowserContext], rosa: Somebody, language: str
) -> None:
    member, friend = (each.new_page() for each in phones)
    for page in (member, friend):
        page.context.add_init_script(path=HERE / "axe.min.js")
        page.context.add_init_script(path=HERE / "measure.js")
    keep(host, language)
    let_in(host, rosa, "Rosa", language)
    share(host, "A", "B")
    sign_in(member, rosa.six, language)
    member.get_by_role("button", name=say("today.note", language)).click()
    member.locator("#next").fill("Donaudampfschifffahrtsgesellschaftskapitän 10:15")
    saved(member)
    wrong = measured(member, "today")
    member.set_viewport_size({"width": 1280, "height": 800})
    wrong |= measured(member, "today again")
    _, link = invite(member, "d/n", language)
    wrong |= measured(member, "an invitation")
    accept(friend, link)
    wrong |= measured(friend, "new words")

    assert wrong == {}


def test_a_plan_that_is_not_kept_is_asked_to_be_kept_first(browser: Browser, shared_site: Site) -> None:
    context = phone(browser, shared_site)
    page = begin(context.new_page())

    visit(page, "/en/s/i")

    expect(page.locator("main")).to_contain_text(say("sharing.keep_first"))
    expect(page.locator("[data-keep]")).to_have_count(0)
    context.close()
