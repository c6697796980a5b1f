"""Words that were written to be more than words, in every place for words: shown as those letters, and never run.

Kinds of turns, pages and boxes are found, so that what is added is tried from its first day.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect

from perinatal.care import Audience, Turn
from perinatal.care.sharing import LetIn, ShareAnswer, Shared, Suggested
from perinatal.care.turn import ONLY_A_MEMBER_SAYS
from perinatal.toolkit import Toolkit
from perinatal.vault import Vault
from tests.payloads import BY_HAND, PAYLOADS, in_every_kind
from tests.walk.canary import FIELDS
from tests.walk.cast import QUICK, WORDS, Somebody, quick, wait_for, what_is_in
from tests.walk.conftest import saved
from tests.walk.moves import alive, every_place_once, open_plan, phone
from tests.walk.site import Site, running
from tests.walk.tour import kind

ALL_OF_IT, TYPED = "\n".join(PAYLOADS), "\n".join(BY_HAND)
PART, QUESTION, OTHER = "A", "A1", "A2"
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective + event.blockedURI));
"""
WRONG = """() => [
  ...(window.ran ? ["ran"] : []),
  ...window.refused,
  ...[...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]
    .filter((a) => a.name.startsWith("on") || (LOADS.includes(a.name) && /script:|evil/i.test(a.value)))
    .map((a) => `${one.tagName} ${a.name}=${a.value.slice(0, 60)}`)),
  ...[...document.querySelectorAll("iframe, object, embed, base, math, video, main script, main style, main img")]
    .map((one) => one.outerHTML.slice(0, 80)),
]"""
LOADS = [
    "href",
    "xlink:href",
    "src",
    "srcset",
    "srcdoc",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "style",
]
"""Attributes whose value is more than words."""
READ = """() => document.body.innerText + "\\n"
  + [...document.querySelectorAll("input, textarea")].map((box) => box.value).join("\\n")"""


@dataclass
class Watched:
    """A page, and everything it should never have done."""

    page: Page
    site: Site
    wrong: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH)
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error {error}"[:200]))
        self.page.on("popup", lambda _: self.wrong.append("another window"))

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # the page itself asks before words are lost
            dialog.accept()
        else:
            self.wrong.append(f"dialog {dialog.message}")
            dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site.address, "data:", "blob:")):
            self.wrong.append(f"asked {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(message.text[:200])

    def look(self) -> str:
        """Note what is wrong with the page on screen; all its words."""
        self.wrong += [f"{self.page.url} {each}" for each in self.page.evaluate(WRONG.replace("LOADS", str(LOADS)))]
        read: str = self.page.evaluate(READ)
        self.read |= {words for words in BY_HAND if _seen(words) in _seen(read)}
        return read


def _seen(words: str) -> str:
    """Words without how they are broken into lines."""
    return "".join(words.split())


@dataclass
class Odd:
    """A plan in which all of them stand in every place for words, and a member who is shown a part of it."""

    data: Path
    words: str = ""
    rosa: Somebody | None = None


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Odd, Site]]:
    around = tmp_path_factory.mktemp("odd")
    made = Odd(around / "data")
    with closing(Toolkit(Vault(made.data, cost=QUICK))) as toolkit:
        wait_for(write_everywhere(toolkit, made))
    with running(made.data, **quick(around)) as site:
        yield made, site


async def write_everywhere(toolkit: Toolkit, made: Odd) -> None:
    """By the toolkit's verbs for others, and turn by turn for everything else."""
    plan, _ = await toolkit.begin()
    made.words = await toolkit.keep(plan, "en")
    made.rosa = rosa = Somebody(*await toolkit.members.add("en"))
    keys = {"member": rosa.id, "public": rosa.member.public.hex()}
    rosa_is = LetIn(**keys, name=ALL_OF_IT, audience=Audience.TEAM, called=ALL_OF_IT)
    await toolkit.company.let_in(plan, rosa_is, "en")
    until = datetime.now().astimezone().date() + timedelta(days=1)
    shared = Shared(member=rosa.id, part=PART, answer=ShareAnswer.YES, until=until, why=ALL_OF_IT, words=ALL_OF_IT)
    await toolkit.company.share(plan, shared, "en")
    ids = {"topic": next(iter(WORDS.topics)), "place": next(iter(WORDS.places)), "question": QUESTION, "item": QUESTION}
    for number, said in enumerate(in_every_kind(ALL_OF_IT, part=PART, **keys, **ids)):
        if isinstance(said, (LetIn, Shared, *ONLY_A_MEMBER_SAYS)):
            continue  # said by the verbs around this
        seen = {"audience": frozenset({Audience.TEAM}), "part": PART} if "question" in type(said).model_fields else {}
        now = datetime.now(UTC)
        turn = Turn.model_validate({"id": f"odd{number}", "at": now, "language": "en", "said": said, **seen})
        plan.opened.say(turn)
    (grant,) = await toolkit.members.let_in_by(rosa.member)
    visit = toolkit.members.enter(rosa.member, grant)
    for item, spoken in ((QUESTION, False), (OTHER, True)):
        await toolkit.members.suggest(visit, Suggested(item=item, words=ALL_OF_IT, spoken=spoken), "en")


def one_of_each(site: Site) -> list[str]:
    """One page of each kind, the first of it, in English."""
    first: dict[str, str] = {}
    english = [place for place in every_place_once(site) if place.startswith("/en")]
    for place in sorted(english, key=lambda place: [int(n) if n.isdigit() else 0 for n in place.split("/")]):
        first.setdefault(kind(place), place)
    return [*first.values()]


def test_odd_words_are_shown_as_words_and_nothing_is_run(odd: tuple[Odd, Site], browser: Browser) -> None:
    """On every kind of page; and what is typed there into every box comes into the plan letter by letter."""
    made, site = odd
    context = phone(browser, site)
    watched = Watched(context.new_page(), site)
    page, boxes = open_plan(watched.page, made.words), 0

    for place in one_of_each(site):
        page.goto(place)
        page.wait_for_selector("main", state="attached")
        if not page.locator("#here").count():
            continue
        alive(page)
        watched.look()
        boxes += type_everywhere(page)
        watched.look()

    context.close()
    assert watched.wrong == []
    assert set(BY_HAND) - watched.read == set()
    assert boxes > 10


def type_everywhere(page: Page) -> int:
    """Type all of it into every box of the page; how many these were. What a box has no room for is not typed."""
    page.evaluate("() => document.querySelectorAll('main details').forEach((more) => { more.open = true; })")
    boxes, short = page.locator(FIELDS).all(), page.locator("[data-autosave][maxlength]:visible").count()
    for box in boxes:
        room = box.get_attribute("maxlength")
        box.fill(TYPED[: int(room)] if room else TYPED)
        box.blur()
    if page.locator("[data-autosave]:visible").count() and not short:
        saved(page)
    return len(boxes)


def test_what_a_member_offers_is_words_on_the_parents_page(odd: tuple[Odd, Site], browser: Browser) -> None:
    made, site = odd
    assert made.rosa
    theirs, mine = phone(browser, site), phone(browser, site)
    member, parent = Watched(theirs.new_page(), site), Watched(mine.new_page(), site)
    page = member.page
    page.goto("/en/in")
    page.locator("#words").fill(made.rosa.six)
    page.locator("form[action='/sign-in'] button[type=submit]").click()
    page.wait_for_url("**/en/d")
    alive(page)
    assert _seen(TYPED) in _seen(member.look()), "what the parent is called, in their list"
    page.locator("form[action='/visit'] button").first.click()
    page.wait_for_url("**/en/v")
    alive(page)
    page.get_by_role("button", name=WORDS.sections[0].title, exact=True).click()
    page.wait_for_selector("article")
    assert _seen(TYPED) in _seen(member.look())
    article = page.locator(f"article[data-of={OTHER}]")
    article.get_by_role("button").first.click()
    page.locator("#offer").fill(TYPED)
    page.get_by_role("button", name=WORDS.say("visit.mine")).click()
    expect(page.locator("main")).to_contain_text(WORDS.say("visit.sent"))
    member.look()

    open_plan(parent.page, made.words)
    for place in ("/en/c", "/en/s/v", "/en/s", "/en/s/1"):
        parent.page.goto(place)
        alive(parent.page)
        parent.look()

    theirs.close()
    mine.close()
    assert (member.wrong, parent.wrong) == ([], [])
    assert set(BY_HAND) - parent.read == set()


def test_what_is_more_than_words_is_noticed(odd: tuple[Odd, Site], browser: Browser) -> None:
    """A search that finds nothing is worth something only if it would find something."""
    _, site = odd
    context = phone(browser, site)
    watched = Watched(context.new_page(), site)
    watched.page.goto("/en")

    watched.page.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend", `
          <img src=x onerror="window.ran=1"><img src="https://evil.example/pixel.png"><a href="javascript:x">x</a>
        `)"""
    )
    watched.page.wait_for_function("() => window.refused.length > 1")
    watched.look()

    context.close()
    for what in ("onerror=", "src=https://evil", "href=javascript:", "img-src", "script-src"):
        assert [each for each in watched.wrong if what in each], what


def test_what_was_typed_is_in_the_plan_as_it_was_typed(odd: tuple[Odd, Site]) -> None:
    """Runs last: it ends the site."""
    made, site = odd
    site.kill()

    turns = what_is_in(made.data, made.words)

    typed = [turn for turn in turns if TYPED in turn.said.model_dump().values() and not turn.by]
    assert len({type(turn.said) for turn in typed}) >= 4
    assert sum(getattr(turn.said, "words", "") == TYPED and bool(turn.by) for turn in turns) == 1
