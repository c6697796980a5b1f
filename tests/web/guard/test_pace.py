"""How fast one address may knock, and how long it waits after wrong words."""

from perinatal.web.guard.pace import Pace, Patience


class Clock:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_a_flood_does_not_and_time_heals() -> None:
    clock = Clock()
    pace = Pace(rate=1, burst=5, clock=clock)

    assert [pace.allows("a") for _ in range(7)] == [True] * 5 + [False] * 2
    assert pace.allows("b")
    clock.now += 3
    assert pace.allows("a")


def test_five_wrong_tries_cost_nothing_then_the_wait_grows_and_stays_kind() -> None:
    patience = Patience(Clock())
    waits = []
    for _ in range(12):
        waits.append(patience.wait("a"))
        patience.tried("a")

    assert waits == [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 42, 42]
    assert patience.wait("b") == 0


def test_right_words_are_not_counted_but_do_not_wipe_out_wrong_ones() -> None:
    patience = Patience(Clock())
    for _ in range(20):
        patience.tried("clinic")
        patience.was_right("clinic")
    assert patience.wait("clinic") == 0

    for _ in range(6):
        patience.tried("guesser")
    before = patience.wait("guesser")
    patience.tried("guesser")
    patience.was_right("guesser")

    assert patience.wait("guesser") == before > 0


def test_wrong_words_are_forgiven_after_a_while() -> None:
    clock = Clock()
    patience = Patience(clock)
    for _ in range(9):
        patience.tried("a")

    clock.now += Patience.FORGIVEN_AFTER + 1

    assert patience.wait("a") == 0


def test_no_address_is_kept() -> None:
    pace, patience = Pace(1, 1, Clock()), Patience(Clock())
    pace.allows("192.0.2.44")
    patience.tried("192.0.2.44")

    assert b"192.0.2.44" not in b"".join([*pace._levels, *patience._wrong])
