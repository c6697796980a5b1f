"""Strangers at the door: what they try against a real server, and that it gives them nothing."""

import hashlib
import json
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.walk.site import Site
from tests.walk.wire import (
    EVERY_KIND,
    ROOT,
    Line,
    answer,
    begin,
    event,
    insist_guarded,
    keep,
    knock,
    post,
    shown,
)

MINE, THEIRS = "heron lantern 4471 mine", "walrus lantern 8823 theirs"
SAVE = event("question", "question_state", "save", "state")
POSTS = ("/begin", "/open", "/resume", "/here", "/lock", "/leave", "/keep", "/locks", "/cards", "/print", "/forget")
POSTS += ("/links", "/link", "/invite", "/accept", "/hand-over", "/pass-back", "/uncover", "/sign-in", "/visit")
# -- Handlers


def test_a_stranger_without_a_cookie_reads_and_writes_nothing(site: Site) -> None:
    cookie = begin(site)
    answer(site, cookie, MINE)

    stranger = Line(site, path="/en/p/1")
    stranger.say(SAVE, question="A1", words=THEIRS)

    assert MINE not in stranger.everything()
    assert THEIRS not in stranger.everything()
    assert MINE in shown(site, cookie)


def test_another_parent_reads_and_writes_only_their_own_plan(site: Site) -> None:
    cookie, other = begin(site), begin(site)
    answer(site, cookie, MINE)

    answer(site, other, THEIRS)

    assert MINE not in shown(site, other)
    assert THEIRS not in shown(site, cookie)


@pytest.mark.parametrize(
    "payload",
    [
        {"question": 5, "words": "x"},
        {"question": "A1"},
        {"question": "A1", "words": "x", "more": 1},
        {"question": "A1", "words": {"a": 1}},
        {"question": "A1", "words": "x" * 20_001},
        {"question": "A1", "words": "\ud800"},
        {},
    ],
)
def test_arguments_that_no_page_sends_change_nothing(site: Site, payload: dict[str, object]) -> None:
    cookie = begin(site)
    answer(site, cookie, MINE)

    line = Line(site, cookie, path="/en/p/1")
    back = line.say(SAVE, **payload)

    assert back == ""
    assert MINE in shown(site, cookie)


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        f"{ROOT}.setvar",
        f"{ROOT}.set_is_hydrated",
        f"{ROOT}.hydrate",
        event("question", "question_state", "_show", "state"),
        event("question", "question_state", "set_words", "state"),
        event("question", "question_state", "setvar", "state"),
        event("question", "question_state", "__init__", "state"),
        event("question", "question_state", "reset", "state"),
        f"{ROOT}.reflex___state____update_vars_internal_state.update_vars_internal",
        5,
        None,
        ["a"],
    ],
)
def test_names_no_page_says_are_dropped(site: Site, name: object) -> None:
    line = Line(site, begin(site), path="/en/p/1")

    assert line.say(name, value="x", vars={}) == ""


def test_a_page_may_not_bring_variables_when_it_comes_alive(site: Site) -> None:
    line = Line(site, begin(site), boot=False)

    line.raw("40/_event," + json.dumps({"event": line.said(f"{ROOT}.hydrate_and_load", {"vars": {"a.b": "c"}})}))

    assert "delta" not in line.listen()


@pytest.mark.parametrize(
    "frame",
    [
        '42/_event,["event","a string"]',
        '42/_event,["event",[1]]',
        '42/_event,["event"]',
        '42/_event,["connect",{"QUERY_STRING":"token=x"},{}]',
        '42/_event,["disconnect"]',
        '42/_event,{"event":1}',
        "40/_event,{}",
        "42/_event," + "x" * 66_000,
    ],
)
def test_a_frame_no_page_sends_ends_the_line_within_a_second(site: Site, frame: str) -> None:
    line = Line(site, begin(site))

    line.raw(frame)

    assert line.is_closed(within=1)


def test_a_flood_ends_the_line(own_site: Site) -> None:
    line = Line(own_site, begin(own_site))

    with suppress(ConnectionClosed):  # it may end before the last of them is said
        for _ in range(300):
            line.raw("3")

    assert line.is_closed(within=1)
    assert knock(own_site, "GET", "/en").status == 200


# -- Cookie


def test_the_cookie_is_for_this_site_only_and_no_script_reads_it(site: Site) -> None:
    parts = {part.strip() for part in post(site, "/begin")["set-cookie"].split(";")[1:]}

    assert parts == {"Path=/", "HttpOnly", "SameSite=Strict"}


def test_a_cookie_from_before_is_never_the_one_after_opening(own_site: Site) -> None:
    cookie = begin(own_site)
    words = keep(own_site, cookie)
    planted = "k=" + "ab" * 32

    first, second = (post(own_site, "/open", planted, words=words).cookie for _ in range(2))

    assert len({cookie, planted, first, second}) == 4
    assert 'door_rx_state_":"words"' in shown(own_site, planted)


def test_neither_the_cookie_nor_its_digest_is_told_to_any_page(site: Site) -> None:
    cookie = begin(site)

    told = shown(site, cookie) + knock(site, "GET", "/en/p", cookie=cookie).body.decode()

    secret = cookie.partition("=")[2]
    assert secret not in told
    assert hashlib.sha256(b"session" + bytes.fromhex(secret)).hexdigest() not in told
    assert "authorization" not in told


@pytest.mark.parametrize("there", [True, False])
def test_the_name_of_a_tab_opens_nothing(site: Site, there: bool) -> None:
    cookie = begin(site)
    answer(site, cookie, MINE)
    mine = Line(site, cookie, path="/en/p/1", tab="known")
    if not there:
        mine.close()

    stranger = Line(site, path="/en/p/1", tab="known")
    other = Line(site, begin(site), path="/en/p/1", tab="known")

    assert MINE in mine.everything()
    assert MINE not in stranger.everything() + other.everything()


@pytest.mark.parametrize("path", EVERY_KIND)
def test_asking_for_a_page_never_gives_a_cookie(site: Site, path: str) -> None:
    assert knock(site, "GET", path)["set-cookie"] == ""


# -- Origin and host


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://localhost:1", "https://localhost"])
def test_a_line_from_another_origin_is_refused(site: Site, origin: str) -> None:
    with pytest.raises(InvalidStatus):
        Line(site, begin(site), Origin=origin)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", ["http://evil.example", "", "null"])
def test_a_form_from_another_origin_is_refused(site: Site, path: str, origin: str) -> None:
    got = knock(site, "POST", path, {}, begin(site), origin=origin, sec_fetch_site="cross-site")

    assert got.status == 403
    insist_guarded(got)


def test_another_host_is_refused(site: Site) -> None:
    assert knock(site, "GET", "/en", host="evil.example").status == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    got = knock(site, method, "/open", access_control_request_method="POST")

    assert got.status == 405
    insist_guarded(got)


def test_a_link_on_another_site_takes_nobody_out_of_their_plan(own_site: Site) -> None:
    cookie = begin(own_site)
    answer(own_site, cookie, MINE)

    # SameSite=Strict keeps the cookie at home; what must not come back is an order to throw it away.
    got = knock(own_site, "GET", "/leave", sec_fetch_site="cross-site", origin="")
    sibling = knock(own_site, "GET", "/leave", cookie=cookie, sec_fetch_site="same-site", origin="")

    assert not got["set-cookie"] + got["clear-site-data"] + sibling["set-cookie"] + sibling["clear-site-data"]
    assert MINE in shown(own_site, cookie)
