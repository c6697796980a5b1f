"""Making a member: somebody with six words of their own, whom a parent can then let in."""

import asyncio
import importlib
import os
import sys
from functools import partial

from perinatal.start import data
from perinatal.start.harden import harden
from perinatal.start.quiet import edge
from perinatal.start.settings import Settings
from perinatal.start.words import Words, words_in


def main() -> int:
    """Make a member with the settings in the environment."""
    settings = Settings.from_env()
    words = words_in(settings.language)
    return edge(words, partial(add, settings, words))


def add(settings: Settings, words: Words) -> int:
    """Say the member's words once, on the screen and nowhere else. Nobody has let them in anywhere by this."""
    harden()
    held = data.hold(settings.data)  # while the site runs on it, this says so and stops
    toolkit = importlib.import_module("perinatal.toolkit").Toolkit.at(settings.data)  # late: it needs the packages
    try:
        made, six = asyncio.run(toolkit.members.add(words.language))
        four = toolkit.members.four_words(made, words.language)
    finally:
        toolkit.close()
        os.close(held)
    print(words.say("say", "member", six=six, four=four), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
