"""Open plans lock themselves, and leave nothing behind."""

from types import SimpleNamespace

from perinatal.web.sessions import OLDEST, OWN_PHONE_IDLE, RESTS_FOR, SHARED_PHONE_IDLE, Sessions


class Clock:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Plan:
    """As much of a plan as a session needs."""

    def __init__(self, *, kept: bool = False) -> None:
        self.kept, self.is_open = kept, True

    def close(self) -> None:
        self.is_open = False


def test_an_idle_plan_locks_itself_and_a_sign_of_life_starts_the_time_anew() -> None:
    clock, plan = Clock(), Plan()
    sessions = Sessions(clock)
    sessions.put("a", plan, 120)  # type: ignore[arg-type]  # a small real fake

    clock.now += 100
    assert sessions.touch("a")
    clock.now += 100
    assert sessions.of("a")
    clock.now += 21

    assert sessions.of("a") is None
    assert not plan.is_open


def test_no_plan_stays_open_longer_than_half_a_day_however_busy() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    sessions.put("a", Plan(), 3600)  # type: ignore[arg-type]  # a small real fake
    end = clock.now + OLDEST

    while clock.now < end:
        assert sessions.touch("a")
        clock.now += 1800
    clock.now += 1

    assert sessions.touch("a") is None


def test_a_plan_never_kept_rests_and_a_kept_one_is_gone() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    sessions.put("new", Plan(), 60)  # type: ignore[arg-type]  # a small real fake
    sessions.put("kept", Plan(kept=True), 60)  # type: ignore[arg-type]  # a small real fake

    clock.now += 61
    sessions.lock_the_idle()

    assert sessions.rests("new")
    assert not sessions.rests("kept")


def test_locking_twice_still_lets_it_go_on() -> None:
    sessions = Sessions(Clock())
    sessions.put("a", Plan(), 60)  # type: ignore[arg-type]  # a small real fake

    sessions.rest("a")
    sessions.rest("a")

    assert sessions.rests("a")


def test_a_plan_that_rested_locks_itself_as_fast_as_before() -> None:
    sessions = Sessions(Clock())
    sessions.put("a", Plan(), 60)  # type: ignore[arg-type]  # a small real fake
    sessions.rest("a")

    assert sessions.put("a", Plan()).idle == 60  # type: ignore[arg-type]  # a small real fake


def test_a_plan_forgotten_in_another_browser_is_not_open_here() -> None:
    sessions, plan = Sessions(Clock()), Plan()
    sessions.put("a", plan, 60)  # type: ignore[arg-type]  # a small real fake

    plan.close()

    assert sessions.of("a") is None
    assert not sessions.rests("a")


def test_a_plan_opened_twice_with_one_cookie_is_held_once() -> None:
    sessions, first = Sessions(Clock()), Plan()
    sessions.put("a", first, 60)  # type: ignore[arg-type]  # a small real fake

    sessions.put("a", Plan(), 60)  # type: ignore[arg-type]  # a small real fake

    assert not first.is_open


def test_every_page_of_a_plan_is_cut_off_when_it_locks_and_no_other() -> None:
    sessions, cut = Sessions(Clock()), []
    sessions.put("a", Plan(), 60)  # type: ignore[arg-type]  # a small real fake
    for name in ("a", "a", "b"):
        sessions.watch(name, lambda name=name: cut.append(name))

    sessions.rest("a")

    assert cut == ["a", "a"]


def test_two_hundred_rounds_leave_nothing_behind() -> None:
    clock = Clock()
    sessions = Sessions(clock)

    def cut() -> None:
        pass

    for number in range(200):
        name = str(number)
        sessions.put(name, Plan(), 60)  # type: ignore[arg-type]  # a small real fake
        sessions.watch(name, cut)
        if number % 2:
            sessions.drop(name)
        else:
            sessions.rest(name)
        sessions.unwatch(name, cut)
    clock.now += RESTS_FOR + 1
    sessions.lock_the_idle()

    assert not sessions._open
    assert not sessions._resting
    assert not sessions._waiting


def test_how_fast_a_browsers_plan_locks_itself_is_known_after_its_lock_and_not_for_ever() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    sessions.put("a", Plan(kept=True), SHARED_PHONE_IDLE)  # type: ignore[arg-type]  # a small real fake
    assert sessions.idle_of("a") == SHARED_PHONE_IDLE

    sessions.rest("a")

    assert sessions.idle_of("a") == SHARED_PHONE_IDLE
    assert not sessions.rests("a")
    clock.now += RESTS_FOR + 1
    sessions.lock_the_idle()
    assert sessions.idle_of("a") == OWN_PHONE_IDLE


def test_a_plan_may_be_told_to_lock_earlier_than_others_whatever_happens() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    session = sessions.put("a", Plan(), 120)  # type: ignore[arg-type]  # a small real fake
    session.oldest = 300

    for _ in range(3):
        clock.now += 100
        assert sessions.touch("a")
    clock.now += 1

    assert sessions.touch("a") is None


def test_all_browsers_of_one_plan_are_cut_off_and_no_others() -> None:
    sessions, cut = Sessions(Clock()), list[str]()
    for digest, plan in (("a", b"one"), ("b", b"one"), ("c", b"two")):
        sessions.put(digest, _of(plan))  # type: ignore[arg-type]  # a small real fake
        sessions.watch(digest, lambda digest=digest: cut.append(digest))  # type: ignore[misc]  # takes nothing

    sessions.cut_off_all_of(b"one")

    assert sorted(cut) == ["a", "b"]


def _of(plan: bytes) -> Plan:
    """A plan of this id."""
    made = Plan(kept=True)
    made.opened = SimpleNamespace(plan_id=plan)  # type: ignore[attr-defined]  # as much as is asked of it
    return made
