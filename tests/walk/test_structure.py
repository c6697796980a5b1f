"""How pages are built: what is named what, what comes first, what stays the same from page to page."""

import re

from playwright.sync_api import Page

from perinatal.toolkit import languages, shelf
from tests.walk.conftest import ready, visit
from tests.walk.tour import Seen, Tour, arrive

NEUTRAL = "try"
"""The made-up weather page: by design it has nothing of the site around it."""
HURTFUL = {
    "en": r"\b(relaps\w*|clean|dirty|fail(ed|ure|s)?|non-?compliant|streak|overdue|incomplete|addicts?|junkie|oops)\b",
    "es": r"\b(reca[ií]das?|limpi[oa]s?|suci[oa]s?|fracas\w*|incumplimientos?"
    r"|adict[oa]s?|drogadict\w*|incomplet[oa]s?)\b",
}


def pages(tour: Tour, *, live: bool | None = None) -> list[Seen]:
    """The pages with the frame of the site around them."""
    return [
        seen
        for seen in tour.seen.values()
        if seen.address.split("/")[-1] != NEUTRAL and (live is None or seen.live is live)
    ]


def odd(tour: Tour, fact: str) -> dict[str, object]:
    """The pages where a list that has to be empty is not."""
    return {seen.address: seen.built[fact] for seen in tour.seen.values() if seen.built[fact]}


def test_the_title_says_nothing_of_what_the_page_is_about(tour: Tour) -> None:
    told = {s.address: s.built["title"] for s in pages(tour)}
    plain = {code: shelf(code).say("parts.title") for code in languages()}

    assert {a: t for a, t in told.items() if t.removeprefix("Error: ") != plain[a.split("/")[1]]} == {}


def test_a_page_has_one_heading_of_the_first_rank_and_skips_none(tour: Tour) -> None:
    def in_order(levels: list[int]) -> bool:
        steps = zip(levels, levels[1:], strict=False)
        return levels.count(1) == 1 and all(after - before <= 1 for before, after in steps)

    assert {s.address: s.built["levels"] for s in tour.seen.values() if not in_order(s.built["levels"])} == {}


def test_every_page_has_its_landmarks(tour: Tour) -> None:
    def there(found: dict[str, int]) -> bool:
        return found["header"] == found["main"] == found["footer"] == 1 and found["nav"] >= 2

    assert {s.address: s.built["landmarks"] for s in pages(tour) if not there(s.built["landmarks"])} == {}


def test_the_skip_link_comes_first_and_leaving_second(tour: Tour) -> None:
    assert {s.address: s.built["first"] for s in pages(tour) if s.built["first"] != ["#main", "leave"]} == {}


def test_every_control_is_called_what_is_written_on_it(tour: Tour) -> None:
    assert odd(tour, "names") == {}


def test_drawings_are_silent_because_words_stand_beside_them(tour: Tour) -> None:
    assert odd(tour, "drawn") == {}


def test_no_field_is_required_and_no_hint_hides_inside_a_field(tour: Tour) -> None:
    assert odd(tour, "asked") == {}
    assert odd(tour, "starred") == {}


def test_radios_stand_in_a_named_group_and_no_name_is_given_twice(tour: Tour) -> None:
    assert odd(tour, "radios") == {}
    assert odd(tour, "ids") == {}


def test_nothing_has_the_focus_before_somebody_puts_it_there(tour: Tour) -> None:
    focused = {s.address: s.built["focus"] for s in tour.seen.values() if s.built["focus"] and "/i/no" not in s.address}

    assert focused == {}


def test_talking_to_a_person_is_in_the_same_place_on_every_page(tour: Tour) -> None:
    talk = {tuple(s.built["talk"]) for s in pages(tour)}
    ways = {s.address: tuple(s.built["ways"]) for s in pages(tour)}
    of_members = {address: way for address, way in ways.items() if f"/{tour.language}/d " in way[0]}

    assert len(talk) == len({*of_members.values()}) == len({*ways.values()} - {*of_members.values()}) == 1
    assert {address.partition("/")[2].partition("/")[2] for address in of_members} == {"d", "d/n", "v"}
    assert shelf(tour.language).say("parts.talk") in "".join(*talk)
    assert {tuple(s.built["order"]) for s in pages(tour)} == {("HEADER", "MAIN", "NAV", "FOOTER")}


def test_what_is_saved_is_said_politely_and_trouble_at_once(tour: Tour) -> None:
    expected = {"saved": "status", "line": "status", "trouble": "alert", "leaving": "status"}

    assert {s.address: s.built["roles"] for s in pages(tour, live=True) if s.built["roles"] != expected} == {}


def test_no_page_grades_or_blames(tour: Tour) -> None:
    blaming = {
        s.address: m[0] for s in tour.seen.values() if (m := re.search(HURTFUL[s.language], s.built["words"], re.I))
    }

    assert blaming == {}


def test_the_console_stays_silent(tour: Tour) -> None:
    assert {s.address: s.said for s in tour.seen.values() if s.said} == {}


def test_a_page_is_in_its_language_before_the_first_paint(tour: Tour, page: Page) -> None:
    wrong = {}

    for address, seen in tour.seen.items():
        first = re.search(r"<html[^>]*>", page.request.get(address).text())
        expected = f'<html lang="{seen.language}" dir="{shelf(seen.language).dir}">'
        if not first or first[0] != expected or (seen.built["lang"], seen.built["dir"]) != (seen.language, "ltr"):
            wrong[address] = first and first[0]

    assert wrong == {}


def test_no_sentence_of_a_page_is_left_in_another_language(tour: Tour) -> None:
    """Names of lines, sources and languages are the same everywhere; our own sentences never are."""
    own = {code: sentences_of(code) for code in languages()}
    mixed = {}

    for seen in tour.seen.values():
        said = {line.strip() for line in seen.built["words"].splitlines()}
        for other in set(languages()) - {seen.language}:
            if strange := (said & own[other]) - own[seen.language]:
                mixed[seen.address] = strange

    assert mixed == {}


def sentences_of(language: str) -> set[str]:
    """The questions, topics and goal cards of a language, as a page shows them."""
    words = shelf(language)
    topics = {line for t in words.topics.values() for line in (t.title, t.what, t.why_today, *t.good, *t.harm)}
    return {q.ask for q in words.questions.values()} | {q.why for q in words.questions.values()} | topics


def test_languages_are_called_by_their_own_names_and_lead_to_the_same_page(tour: Tour, page: Page) -> None:
    others = [code for code in languages() if code != tour.language]
    assert {tuple(s.built["tongues"]) for s in pages(tour)} == {tuple(f"{c} {shelf(c).native_name}" for c in others)}

    arrive(page, f"/{tour.language}/r")
    page.locator(f".tongue[lang={others[0]}]").click()

    page.wait_for_url(f"**/{others[0]}/r")


def test_changing_the_language_keeps_the_page_and_what_was_typed(parent: Page) -> None:
    visit(parent, "/en/p/1")

    parent.locator("#answer").press_sequentially("canary-tongue")
    parent.locator(".tongue").click()

    parent.wait_for_url("**/es/p/1")
    ready(parent)
    parent.wait_for_function("() => document.querySelector('#answer')?.value === 'canary-tongue'")
