"""A snapshot never holds more than its audience may hear, whatever the item is for now."""

from datetime import UTC, date, datetime

from perinatal.care import ONLY_ME, Audience, Said, Stance, Turn
from perinatal.care.said import Answered, Decided, Explained, Settled, Wondered
from perinatal.care.sharing import Addressed
from perinatal.toolkit import shelf
from perinatal.toolkit.snapshot import snapshot
from tests.toolkit.company import TEAM

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def said(number: int, words: str, audience: frozenset[Audience]) -> Turn:
    answered = Answered(question="A1", words=words)
    return Turn(id=f"t{number}", at=NOON, language="en", said=answered, audience=audience, part="A")


def lines(*turns: Turn) -> list[tuple[str, ...]]:
    for_team = Turn(id="a", at=NOON, language="en", said=Addressed(item="A1", audience=TEAM))
    shown = snapshot([for_team, *turns], ["A"], Audience.TEAM, shelf("en"), date(2026, 11, 2))
    return [line.words for line in shown.lines]


def test_words_said_to_fewer_people_are_not_in_it() -> None:
    assert lines(said(1, "to all", TEAM)) == [("to all",)]
    assert lines(said(1, "to nobody", ONLY_ME)) == []


def test_an_older_word_never_stands_in_for_a_newer_one_told_to_fewer() -> None:
    assert lines(said(1, "old", TEAM), said(2, "new", ONLY_ME)) == []
    assert lines(said(1, "old", ONLY_ME), said(2, "new", TEAM)) == [("new",)]


def test_a_topic_is_dated_by_the_answer_and_holds_no_question_of_others_and_none_that_is_closed() -> None:
    def turn(id: str, said: Said, day: int, by: str = "", language: str = "en") -> Turn:
        at = datetime(2026, 11, day, 12, tzinfo=UTC)
        return Turn(id=id, at=at, language=language, said=said, by=by, audience=TEAM, part="topics")

    talk = [
        turn("t1", Decided(topic="C02", stance=Stance.NO, words="heron"), 2),
        turn("t2", Wondered(topic="C02", words="mine"), 3),
        turn("t3", Wondered(topic="C02", words="closed"), 4),
        turn("t4", Settled(topic="C02", turn="t3"), 5),
        turn("t5", Wondered(topic="C02", words="not mine"), 6, by="ab", language="es"),
        turn("t6", Explained(topic="C02", points=frozenset()), 7, by="ab", language="es"),
    ]
    open_to = Turn(id="a", at=NOON, language="en", said=Addressed(item="C02", audience=TEAM))

    (line,) = snapshot([open_to, *talk], ["topics"], Audience.TEAM, shelf("en"), date(2026, 11, 9)).lines

    assert (line.said, line.words, line.language, line.on) == (Stance.NO, ("heron", "mine"), "en", date(2026, 11, 2))
