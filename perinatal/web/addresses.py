"""The addresses of the site: short, neutral, and without a word of anybody's.

Each language has its own tree, so that the first thing painted is in the right language and direction.
"""

import re
from pathlib import Path
from urllib.parse import quote

LANGUAGES: dict[str, str] = {"en": "ltr", "es": "ltr"}
"""The languages there are, and which way each is written."""

WHOLE: frozenset[str] = frozenset(
    {"", "a", "b", "b/w", "e", "f", "gone", "h", "i", "i/no", "i/busy", "in", "in/no", "in/busy", "k", "l", "lost"}
    | {"i/changed", "lost/no", "n", "n/no", "n/busy", "n/yours", "p0", "r", "t", "u", "x", "try", "z", "z/no"}
    | {"i/f", "i/f/no", "y/p", "z/busy"}
    | {"i/f/full", "m/c/full", "m/d/full", "n/full", "p0/full", "q/full", "y/b/full", "z/full"}
)
"""Pages that are whole without JavaScript: the build takes every script but the head script out of them."""

_TREE = re.compile(r"^/(?:" + "|".join(LANGUAGES) + r")(?:/|$)")

_NUMBERED = re.compile(r"^/(" + "|".join(LANGUAGES) + r")/[gs]/\d{1,4}/?$")


def at(language: str, place: str = "") -> str:
    """The address of a page in a language: `at("es", "p/3")` is `/es/p/3`."""
    return f"/{language}/{place}".rstrip("/")


def behind_hash(words: str) -> str:
    """Words as the end of a link: behind the hash, which no browser sends anywhere."""
    return "#" + quote(".".join(words.split()))


def is_whole(path: str) -> bool:
    """Whether the page built at this path (`en/f.html`, `en/f/index.html`) reads whole without JavaScript."""
    page = path.removesuffix(".html").removesuffix("index").strip("/")
    language, _, place = page.partition("/")
    return language in LANGUAGES and place in WHOLE


def built_pages(client: Path) -> frozenset[str]:
    """The addresses of the pages that stand built in this folder."""
    return frozenset("/" + page.relative_to(client).as_posix() for page in client.rglob("*.html"))


def built_page(path: str, language: str, pages: frozenset[str]) -> str:
    """Where the built page for an address stands. The bare address is the start page in the site's language.

    The page of a goal, or of a person, has a number only a plan knows. Beyond those that are built it is the empty
    shell of its language.
    """
    page = (f"/{language}" if path == "/" else path.rstrip("/")) + ".html"
    if _TREE.match(page.removesuffix(".html")) and page in pages:
        return page
    numbered = _NUMBERED.match(path)
    return f"/shell/{numbered[1]}.html" if numbered else path
