"""What a parent can answer in a consent conversation, and what must be explained before."""

from enum import StrEnum


class Stance(StrEnum):
    """The parent's present answer on one topic. Having said nothing is not a stance."""

    YES = "yes"
    """Yes, for now. It can be taken back."""
    YES_IF = "yes_if"
    """Yes, but only if something the parent named is so."""
    ASK_EACH_TIME = "ask_each_time"
    """No standing answer: ask again, each time, before doing it."""
    TALK_FIRST = "talk_first"
    """Not before we have talked about it."""
    NOT_NOW = "not_now"
    """Not today; it may be asked again another day."""
    NO = "no"
    """No. It is to be honored."""


_GOES_AHEAD: frozenset[Stance] = frozenset({Stance.YES, Stance.YES_IF})


def is_a_yes(stance: Stance | None) -> bool:
    """Whether this is a yes of any kind. Silence, written as None, never is."""
    return stance in _GOES_AHEAD


class Point(StrEnum):
    """The ten things a consent conversation covers.

    Built from ACOG 819 and 664, Birthrights, Royal Surrey, If/When/How and NSW Health; the list is ours.
    """

    WHAT = "what"
    """What it is, in plain words, and who would do it."""
    WHY_TODAY = "why_today"
    """Why it is offered to me, today: for health, for a policy, or for law."""
    GOOD = "good"
    """What good it may do."""
    HARM = "harm"
    """What harm or discomfort it may do."""
    ELSE = "else"
    """What else we could do, including waiting."""
    IF_NO = "if_no"
    """What happens if I say no."""
    WHO_SEES = "who_sees"
    """Who will see the result, where it is kept, and what it can set off."""
    TIME = "time"
    """How long I have to decide, and whom I may ask."""
    CHECK_BACK = "check_back"
    """What did you hear me say?"""
    MY_ANSWER = "my_answer"
    """My answer, and that I can change it."""
