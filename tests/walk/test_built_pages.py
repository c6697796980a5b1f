"""The built pages, read as they lie in the folder they are served from."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from perinatal.toolkit import languages, shelf

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "source"}


class Spoken(HTMLParser):
    """What a page says, each piece in the language that a screen reader would speak it in."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []
        self._tongues = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._tongues.append(dict(attrs).get("lang") or self._tongues[-1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What holds nothing says nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._tongues.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.append((self._tongues[-1], data.strip()))


def built(root: Path, language: str) -> Iterator[tuple[str, str]]:
    """Every built page of a language."""
    client = root / ".pages" / "build" / "client"
    for file in sorted([client / f"{language}.html", *(client / language).rglob("*.html")]):
        yield file.relative_to(client).as_posix(), file.read_text(encoding="utf-8")


def on_paper(language: str) -> set[str]:
    """The titles of the sources that stand on things to print; some of them on no page."""
    words = shelf(language)
    parts = [part for thing in words.printables.values() for part in thing.parts]
    return {words.sources[fact.source].title for part in parts for fact in part.facts if fact.source}


@pytest.mark.parametrize("language", languages())
def test_the_title_of_a_source_is_spoken_in_the_language_it_is_written_in(root: Path, language: str) -> None:
    titles = {source.title: source.language for source in shelf(language).sources.values()}
    shown, wrong = set[str](), list[str]()

    for name, page in built(root, language):
        spoken = Spoken()
        spoken.feed(page)
        for tongue, words in spoken.said:
            if words in titles:
                shown.add(words)
                wrong += [f"{name}: {words}"] if tongue != titles[words] else []

    assert wrong == []
    assert set(titles) - on_paper(language) <= shown


@pytest.mark.parametrize("language", languages())
def test_no_two_ways_from_the_home_of_a_plan_have_the_same_picture(root: Path, language: str) -> None:
    hub = dict(built(root, language))[f"{language}/p.html"]

    pictures = re.findall(r'<svg[^>]*class="symbol[^>]*>(.*?)</svg>', hub)

    assert len(pictures) == len(shelf(language).sections) + 2  # and the conversations, and the goals
    assert len(set(pictures)) == len(pictures)
