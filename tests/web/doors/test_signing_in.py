"""The door a member comes in by, and every door of a parent that stays shut to them."""

import asyncio

import pytest

from perinatal.care import Audience
from perinatal.care.sharing import LetIn, ShareAnswer, Shared
from perinatal.toolkit import Busy, Member, OpenPlan
from perinatal.web.guard import cookie
from perinatal.web.guard.wall import tab
from perinatal.web.sessions import MemberSession
from tests.web.doors.conftest import Doors

WRONG = "acorn bishop candle drawer ember fiddle"


def a_member(doors: Doors) -> str:
    """Somebody is made a member; gives their six words."""
    _, words = asyncio.run(doors.house.toolkit.members.add("en"))
    doors.slow_steps.clear()
    return words


def signed_in(doors: Doors) -> MemberSession:
    """Sign somebody in; gives what the house knows of them."""
    doors.post("/sign-in", words=a_member(doors))
    found = doors.house.sessions.member(cookie.digest(bytes.fromhex(doors.cookies["k"])))
    assert found is not None
    return found


def a_plan_for(doors: Doors, session: MemberSession, name: str) -> OpenPlan:
    """A plan whose parent lets this member look at one part."""
    toolkit = doors.house.toolkit

    async def make() -> OpenPlan:
        plan, _ = await toolkit.begin()
        await toolkit.keep(plan, "en")
        return plan

    plan = asyncio.run(make())
    let_in(doors, plan, session.member, name)
    return plan


def let_in(doors: Doors, plan: OpenPlan, member: Member, name: str) -> None:
    """The parent lets this member look at one part today."""
    toolkit = doors.house.toolkit

    async def share() -> None:
        known = LetIn(
            member=member.id.hex(), public=member.public.hex(), name="Rosa", audience=Audience.TEAM, called=name
        )
        await toolkit.company.let_in(plan, known, "en")
        day = toolkit.company.today
        yes = Shared(member=member.id.hex(), part="A", answer=ShareAnswer.YES, until=day)
        await toolkit.company.share(plan, yes, "en")

    asyncio.run(share())


def listed(doors: Doors, session: MemberSession) -> dict[str, str]:
    """The list as the page shows it: name and number."""
    grants = asyncio.run(doors.house.toolkit.members.let_in_by(session.member))
    return {grant.name: session.number(grant) for grant in grants}


def test_words_that_sign_in_and_words_that_do_not_take_one_slow_step_each(doors: Doors) -> None:
    words = a_member(doors)

    hit = doors.post("/sign-in", words=words)
    miss = doors.post("/sign-in", words=WRONG)

    assert (hit.status_code, hit.headers["location"]) == (303, "/en/d")
    assert (miss.status_code, miss.headers["location"]) == (303, "/en/in/no#wrong")
    assert len(doors.slow_steps) == 2


def test_plan_words_sign_nobody_in_and_a_members_words_open_no_plan(doors: Doors) -> None:
    plan_words = doors.begin_and_keep()
    doors.cookies.clear()

    assert doors.post("/sign-in", words=plan_words).headers["location"].startswith("/en/in/no")
    assert doors.post("/open", words=a_member(doors)).headers["location"].startswith("/en/i/no")
    assert not doors.cookies


def test_guessing_at_both_doors_is_slowed_together(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def waited(seconds: float) -> None:
        waits.append(seconds)

    for door in ("/open", "/sign-in", "/open", "/sign-in", "/open"):
        doors.post(door, words=WRONG)
    monkeypatch.setattr(asyncio, "sleep", waited)
    doors.post("/sign-in", words=WRONG)

    assert waits[0] == 2.0


def test_a_crowd_is_asked_kindly_to_come_back(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(_words: str) -> None:
        raise Busy

    busy = doors.house.settings.pages / "build" / "client" / "en" / "in" / "busy.html"
    busy.parent.mkdir(parents=True, exist_ok=True)
    busy.write_text("many people")
    monkeypatch.setattr(doors.house.toolkit.members, "sign_in", full)

    got = doors.post("/sign-in", words=WRONG)

    assert (got.status_code, got.text, got.headers["retry-after"]) == (503, "many people", "60")


def test_every_sign_in_has_a_new_cookie_and_the_old_one_is_nobody(doors: Doors) -> None:
    words, cut = a_member(doors), []
    doors.post("/sign-in", words=words)
    before = cookie.digest(bytes.fromhex(doors.cookies["k"]))
    doors.house.sessions.watch(before, lambda: cut.append("old page"))
    doors.house.sessions.watch(tab("mine"), lambda: cut.append("this tab"))

    doors.post("/sign-in", words=words, tab="mine")

    assert cookie.digest(bytes.fromhex(doors.cookies["k"])) != before
    assert doors.house.sessions.member(before) is None
    assert cut == ["old page", "this tab"]


def test_every_parents_door_is_shut_to_a_member(doors: Doors) -> None:
    session = signed_in(doors)
    a_plan_for(doors, session, "M")
    doors.post("/visit", plan=listed(doors, session)["M"])

    assert doors.post("/keep").status_code == 401
    assert doors.post("/resume").status_code == 401
    for door in ("/print", "/forget"):
        assert doors.post(door, sheet="booklet").headers["location"] == "/en/i"
    assert doors.house.sessions.of(cookie.digest(bytes.fromhex(doors.cookies["k"]))) is None
    assert session.visit is not None


def test_a_members_door_is_shut_to_a_parent(doors: Doors) -> None:
    session = signed_in(doors)
    a_plan_for(doors, session, "M")
    number = listed(doors, session)["M"]
    doors.cookies.clear()
    doors.post("/begin")

    assert doors.post("/visit", plan=number).headers["location"] == "/en/in"


def test_a_parent_who_begins_where_a_member_was_signed_in_begins_alone(doors: Doors) -> None:
    signed_in(doors)
    before = cookie.digest(bytes.fromhex(doors.cookies["k"]))

    assert doors.post("/begin", phone="own").headers["location"] == "/en/x"

    assert doors.house.sessions.member(before) is None
    assert doors.post("/keep").status_code == 200


def test_a_number_chooses_the_plan_it_was_shown_for_whatever_happened_to_the_list(doors: Doors) -> None:
    session = signed_in(doors)
    first = a_plan_for(doors, session, "Ana")
    a_plan_for(doors, session, "Bea")
    shown = listed(doors, session)

    asyncio.run(doors.house.toolkit.company.stop(first, "en"))
    assert doors.post("/visit", plan=shown["Ana"]).headers["location"] == "/en/d"
    assert session.visit is None
    assert doors.post("/visit", plan=shown["Bea"]).headers["location"] == "/en/v"

    assert session.visit is not None
    assert session.visit.grant.name == "Bea"


@pytest.mark.parametrize("number", ["", "0", "2", "-1", "None", "1 ", "x" * 5000])
def test_a_number_that_was_never_shown_chooses_nothing(doors: Doors, number: str) -> None:
    session = signed_in(doors)
    a_plan_for(doors, session, "Ana")
    listed(doors, session)

    assert doors.post("/visit", plan=number).headers["location"] == "/en/d"
    assert session.visit is None


@pytest.mark.parametrize("door", ["/lock", "/leave"])
def test_locking_and_leaving_sign_a_member_out(doors: Doors, door: str) -> None:
    session = signed_in(doors)
    a_plan_for(doors, session, "Ana")
    doors.post("/visit", plan=listed(doors, session)["Ana"])
    secret = doors.cookies["k"]
    assert doors.post("/here").status_code == 204

    doors.post(door)

    assert doors.house.sessions.member(cookie.digest(bytes.fromhex(secret))) is None
    assert session.visit is None
    assert doors.post("/here").status_code == 401
