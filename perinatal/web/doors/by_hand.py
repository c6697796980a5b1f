"""A plain page made by hand, for an answer that is sent once: it is built nowhere and kept nowhere.

Reflex never sees it. Whatever goes in here has been through `escape`.
"""

from collections.abc import Callable
from html import escape

from perinatal.toolkit import Shelf
from perinatal.web.addresses import LANGUAGES, at
from perinatal.web.doors.house import NEUTRAL_SITE


def page(words: Shelf, inside: str, *, trouble: bool = False, mine: bool = False) -> str:
    """The page, whole: it asks for no script and brings none but the one that leaves. `mine` keeps translators out."""
    language, title = escape(words.language), escape(words.say("parts.trouble_title" if trouble else "parts.title"))
    untouched = " translate='no'" if mine else ""
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{LANGUAGES[words.language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow"><meta name="color-scheme" content="light dark">'
        '<meta name="format-detection" content="telephone=no">'
        f'<title>{title}</title><link rel="stylesheet" href="/app.css"><script src="/head.js"></script></head>'
        f"<body>{_top(words)}<main id='main' tabindex='-1'{untouched}>{inside}</main></body></html>"
    )


def saying(words: Shelf) -> Callable[[str], str]:
    """The words of a key, ready for a page."""
    return lambda key: escape(words.say(key))


def _top(words: Shelf) -> str:
    say, press = saying(words), escape(words.say("parts.shift", count="{count}"))
    return (
        f'<header class="top"><a class="skip" href="#main">{say("parts.skip")}</a>'
        f'<a class="name" href="{escape(at(words.language))}">{say("parts.title")}</a>'
        f'<a class="leave" href="/leave" rel="noopener noreferrer nofollow" aria-label="{say("parts.leave_page")}" '
        f'data-leave="{escape(NEUTRAL_SITE)}">{say("parts.leave")}</a></header>'
        f'<p id="leaving" role="status" class="unseen" data-press="{press}"></p>'
    )
