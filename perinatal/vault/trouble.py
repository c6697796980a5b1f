"""What can get in the way of keeping, named for what happened.

The sentences are for whoever runs the place, in a log or a terminal. What a parent reads comes from the library.
None of them may ever carry a word of a person's.
"""


class Trouble(Exception):
    """Something got in the way of keeping or opening."""


class Busy(Trouble):
    """So many people are opening plans that another would wait too long."""

    def __init__(self) -> None:
        super().__init__("All places to open a plan are taken. It works again within a minute.")


class Locked(Trouble):
    """The plan was locked; it opens again with its words."""

    def __init__(self) -> None:
        super().__init__("This plan is locked.")


class Tampered(Trouble):
    """What is stored is not what was kept."""

    def __init__(self, n: int) -> None:
        super().__init__(f"Stored turn {n} is not what was kept. Look at the disk, or at who can write to it.")
        self.n = n


class CouldNotKeep(Trouble):
    """Nothing of this was kept; the plan is as it was before."""

    def __init__(self, why: str = "The store did not take it.") -> None:
        super().__init__(f"Nothing was kept. {why}")


class Clash(CouldNotKeep):
    """A change did not fit what is stored; others waiting with it may."""

    def __init__(self) -> None:
        super().__init__("It does not fit what is stored.")


class EnoughWaiting(CouldNotKeep):
    """So much waits for this parent that no more is taken before they were here."""

    def __init__(self) -> None:
        super().__init__("Enough waits for this plan; there is room again once its parent opened it.")


class NewerData(Trouble):
    """The data was written by a newer version of this program."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was written by a newer version of this program. Start that version.")


class FileMissing(Trouble):
    """One of the two files is there and the other is not; going on would lose plans."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is missing, and no plan opens without it. Put its copy back, then start again.")


class InUse(Trouble):
    """Another copy of this program works on the same data."""

    def __init__(self) -> None:
        super().__init__("Another copy of this program is running on the same data. Stop it first.")


class NotSixWords(Trouble):
    """What was given cannot be plan words, because it is not six words."""

    def __init__(self) -> None:
        super().__init__("Plan words are six words.")


class AlreadySaid(Trouble):
    """Another turn has this id."""

    def __init__(self) -> None:
        super().__init__("Another turn of this plan has the same id.")


class Overtaken(Trouble):
    """Something else was said meanwhile, in another page, and so this is not said."""

    def __init__(self) -> None:
        super().__init__("Something else was said meanwhile.")


class NoSuchTurn(Trouble):
    """The plan has no turn with this id, or it was erased."""

    def __init__(self) -> None:
        super().__init__("This plan has no turn with that id.")


class NotLetIn(Trouble):
    """Somebody who is not let in to this plan was named, or asked."""

    def __init__(self) -> None:
        super().__init__("Nobody with this name is let in to this plan.")
