"""Logs that cannot hold what people wrote, in a process of their own: they quiet everything in it."""

import subprocess
import sys
from pathlib import Path

SPEAK = """
import logging, sys
from perinatal.web.guard.quiet import keep_logs_quiet, say_only_the_kind
keep_logs_quiet()
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
from reflex_base.event import Event
words = "heron lantern 4471"
for name in ("reflex.app", "engineio.server", "made.later", "root"):
    logging.getLogger(name).error("%s and {}".format(words), words, stack_info=True)
    try:
        raise ValueError(words)
    except ValueError as wrong:
        logging.getLogger(name).exception("bad: %s", wrong)
        logging.getLogger("perinatal.vault").exception("bad: %s", wrong)
        say_only_the_kind(wrong)
logging.getLogger("perinatal").info("a sentence of ours")
print(repr(Event(name="save", payload={"words": words})))
"""


def test_only_our_own_sentences_and_the_kind_of_an_error_are_logged(root: Path) -> None:
    spoken = subprocess.run([sys.executable, "-c", SPEAK], cwd=root, capture_output=True, text=True, check=True)

    said = spoken.stdout + spoken.stderr
    assert "heron" not in said
    assert "Traceback" not in said
    assert "a sentence of ours" in said
    assert "ValueError in made.later" in said
    assert "a page went wrong: ValueError" in said
