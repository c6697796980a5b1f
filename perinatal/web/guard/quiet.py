"""Logs that cannot hold what people wrote.

Reflex and the libraries below it log whole events, headers and exception messages when something goes wrong. Here a
record keeps its level, its logger and, for an error, the name of the error's type. Only what we wrote ourselves keeps
its words, and never with an exception.
"""

import logging

from reflex_base.event import Event

_OURS = "perinatal"


class Quiet(logging.Filter):
    """Takes the words out of a log record and leaves what a keeper of the server needs."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record pass, without its words."""
        if record.name.partition(".")[0] != _OURS or record.exc_info:
            kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "note"
            record.msg, record.args = f"{kind} in {record.name}:{record.lineno} [words withheld]", ()
            record.exc_info = record.exc_text = record.stack_info = None
        return True


class _QuietRecord(logging.LogRecord):
    """A record that is quiet from birth, so no handler added later can say more."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as logging gave them
        Quiet().filter(self)


def keep_logs_quiet() -> None:
    """From now on no log of this process can hold an event, a header or an exception's message."""
    logging.setLogRecordFactory(_QuietRecord)
    Event.__repr__ = lambda self: f"Event({self.name})"  # type: ignore[method-assign]  # its own prints the payload


def say_only_the_kind(exception: Exception) -> None:
    """Log that something went wrong and of which kind; never the message, which could quote somebody."""
    logging.getLogger("perinatal").error("a page went wrong: %s", type(exception).__name__)
