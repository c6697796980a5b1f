"""What can be wrong with a file somebody brings. What the person reads for each comes from the library."""

from enum import StrEnum


class Why(StrEnum):
    """Why a file was not opened. None of them says a word of what is in it."""

    EMPTY = "empty"
    """There are no bytes in it."""
    TOO_LARGE = "too_large"
    """It is larger than any file of ours."""
    OTHER_KIND = "other_kind"
    """It is neither a plan file nor a PDF that holds one."""
    NOTHING_INSIDE = "nothing_inside"
    """It is a PDF, and no plan is found inside."""
    TOO_MUCH_WORK = "too_much_work"
    """Opening it would take more of this computer than one person may have."""
    OTHER_LOCK = "other_lock"
    """It is a file of that kind under another lock than words."""
    WRONG_WORDS = "wrong_words"
    """These words don't open it."""
    DAMAGED = "damaged"
    """The words are right, and the file was cut or changed."""
    NO_PLAN = "no_plan"
    """The words are right, and what is inside is no plan."""
    NEWER = "newer"
    """The words are right, and a newer version of this program wrote it."""


class NotOpened(Exception):
    """A file that was brought here is not opened; nothing of it was kept."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"A file was not opened: {why}.")
        self.why = why
