"""The outermost edge: what goes wrong is said in a sentence, never as a traceback."""

import hashlib
import os
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from perinatal.start.trouble import Trouble, from_the_system
from perinatal.start.words import Words


def edge(words: Words, command: Callable[[], int]) -> int:
    """Run a command; the answer is the exit code."""
    sys.excepthook = _hook(words)
    try:
        return command()
    except Trouble as trouble:
        return _say(words.trouble(trouble))
    except OSError as error:
        trouble = from_the_system(error)
        if trouble is None:
            raise
        return _say(words.trouble(trouble))
    except KeyboardInterrupt:
        return 130


def reference(error: BaseException) -> str:
    """A short code for where an error came from; the same place gives the same code, and it holds nobody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    place = "|".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in frames)
    return hashlib.sha256(f"{type(error).__name__}|{place}".encode()).hexdigest()[:8]


def _hook(words: Words) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if os.environ.get("PERINATAL_TRACE"):  # for people who work on the code, and only when they ask
            sys.__excepthook__(kind, error, trace)
            return
        if kind.__module__.startswith("perinatal."):  # our own errors speak to whoever must act
            _say(str(error))
        _say(words.say("trouble", "unknown", kind=kind.__name__, reference=reference(error)))

    return hook


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return 1
