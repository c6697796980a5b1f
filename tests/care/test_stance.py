"""Which answers are a yes."""

from perinatal.care.stance import Point, Stance, is_a_yes


def test_only_yes_and_yes_if_are_a_yes() -> None:
    assert {stance for stance in Stance if is_a_yes(stance)} == {Stance.YES, Stance.YES_IF}


def test_having_said_nothing_is_not_a_yes() -> None:
    assert not is_a_yes(None)


def test_a_conversation_covers_ten_points() -> None:
    assert len(Point) == 10
