"""How a goal of the parent's own is doing. No scores: words, and only when the parent wants to say."""

from enum import StrEnum


class GoalState(StrEnum):
    """Where a goal stands. None of these is better than another."""

    GOING = "going"
    """The parent is on it, in whatever way."""
    RESTING = "resting"
    """Put aside for a while."""
    CHANGED = "changed"
    """It became something else; the words say what."""
    DONE = "done"
    """Done, in the parent's own view."""
    LET_GO = "let_go"
    """Not the parent's goal any more. Nothing is asked."""


class Going(StrEnum):
    """How it is going, for the parent."""

    VERY_HARD = "very_hard"
    SOME_OF_THE_WAY = "some_of_the_way"
    ABOUT_HALF = "about_half"
    MOSTLY = "mostly"
    WHERE_I_WANT_IT = "where_i_want_it"
    RATHER_NOT_SAY = "rather_not_say"
