"""What is said before anything is opened: who must report what, whose words come first, and nothing that hurries."""

import re
from pathlib import Path

import pytest

from perinatal.toolkit import languages, shelf


def built(root: Path, language: str, place: str) -> str:
    """A page as it lies in the folder it is served from."""
    return (root / ".pages" / "build" / "client" / language / f"{place}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", languages())
def test_what_somebody_must_report_is_asked_before_they_are_let_in(root: Path, language: str) -> None:
    page, words = built(root, language, "s/new"), shelf(language)

    asks, lets_in = page.find(words.say("sharing.new.reports")), page.find(f">{words.say('sharing.new.do')}<")

    assert 0 < asks < lets_in


@pytest.mark.parametrize("language", languages())
def test_lines_to_say_stand_before_the_parts_and_what_must_be_reported_comes_before_any_talk(
    root: Path, language: str
) -> None:
    page, words = built(root, language, "v"), shelf(language)
    lines = words.lines("room.begin.lines")

    places = [page.find(line.replace("'", "&#x27;")) for line in lines]

    assert -1 not in places
    assert places == sorted(places)
    assert re.search(r"<details[^>]*><summary[^>]*>" + words.say("room.begin.title"), page)
    reports = next(i for i, line in enumerate(lines) if ("report" in line if language == "en" else "informar" in line))
    agenda = next(i for i, line in enumerate(lines) if ("want to talk about" in line or "quiere hablar" in line))
    assert reports < agenda


def test_the_lines_state_no_rule_of_any_place() -> None:
    """We do not know who must report what where somebody works, so we say that they say it."""
    said = " ".join(shelf("en").lines("room.begin.lines")) + shelf("en").say("sharing.new.reports")

    assert re.search(r"\blaw|\bCPS|\bstate\b|mandat|\d", said, re.IGNORECASE) is None
