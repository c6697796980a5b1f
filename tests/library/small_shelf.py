"""A whole shelf small enough to read at a glance, in two languages, and a way to plant a mistake in it."""

from pathlib import Path

FILES = {
    "facts/sources.toml": """
        [S001]
        title = "A page that was read"
        date = "2020-09"
        url = "https://example.org/page"
        """,
    "facts/questions.toml": """
        [sections.A]
        number = 1
        symbol = "hand"
        [A1]
        number = 1
        audience = ["team", "birth"]
        card = true
        level = 1
        box = "line"
        ours = true
        reviewed = 2026-11-22
        [A2]
        number = 2
        audience = ["me"]
        ask = true
        level = 3
        names_drugs = true
        box = "long"
        sources = ["S001"]
        reviewed = 2026-11-22
        """,
    "facts/topics.toml": """
        [C01]
        number = 1
        group = "tests"
        audience = ["me"]
        level = 4
        sources = ["S001"]
        reviewed = 2026-11-22
        """,
    "facts/goals.toml": """
        [areas.rest]
        number = 1
        [g1]
        area = "rest"
        number = 1
        """,
    "facts/places/us.toml": """
        [us-line]
        country = "us"
        number = 1
        phones = [{ number = "988", kind = "call" }]
        hours = "24/7"
        needs = ["crisis"]
        source = "S001"
        """,
    "facts/articles.toml": """
        [rights]
        number = 1
        reviewed = 2026-11-22
        """,
    "en/language.toml": """
        native_name = "English"
        dir = "ltr"
        [calendar]
        months = ["January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December"]
        day = "{day} {month}"
        day_and_year = "{day} {month} {year}"
        month_and_year = "{month} {year}"
        clock = "{hour}:{minute} {half}"
        am = "am"
        pm = "pm"
        """,
    "en/questions.toml": """
        [sections.A]
        title = "About me"
        about = "How to treat me."
        [A1]
        ask = "What is your name?"
        why = "So people use it."
        hint = ""
        [A2]
        ask = "What do you use, if anything?"
        why = "So you get what you need."
        hint = ""
        neutral = "What to know about me"
        """,
    "en/topics.toml": """
        [groups.tests]
        title = "Tests"
        [C01]
        title = "A test"
        what = "A small test."
        why_today = "Ask why today."
        good = ["It may help."]
        harm = ["It may hurt."]
        else = ["Wait."]
        if_no = "Your care stays the same."
        who_sees = "The people in the room."
        time = "As long as you want."
        check_back = "What did you hear me say?"
        [[C01.facts]]
        text = "In one study it was so."
        source = "S001"
        unsure = true
        """,
    "en/goals.toml": """
        [areas.rest]
        title = "Rest"
        [g1]
        wish = "I want to sleep."
        step = "Go to bed at nine."
        """,
    "en/places.toml": """
        [needs.crisis]
        title = "A hard moment"
        [us-line]
        name = "The line"
        what = "People who listen."
        """,
    "en/articles/rights.toml": """
        title = "Rights"
        intro = "You can say no."
        [[parts]]
        heading = "At the birth"
        words = ["You can ask why."]
        [[parts.facts]]
        text = "This is the rule."
        source = "S001"
        """,
    "facts/printables.toml": """
        [welcome]
        number = 1
        group = "room"
        shape = "poster"
        sets = ["waiting-room"]
        brand = true
        place = "US"
        symbol = "door"
        reviewed = 2026-11-22
        """,
    "en/printables/welcome.toml": """
        title = "Welcome"
        about = "A poster."
        [[parts]]
        heading = "Come in"
        words = ["Take a seat."]
        lines = [{ label = "My name", count = 2 }]
        questions = [{ id = "A1", count = 3 }]
        topics = ["C01"]
        new_page = true
        [[parts.facts]]
        text = "This is so."
        source = "S001"
        unsure = true
        """,
    "en/screens/hub.toml": """
        title = "Notes"
        hello = "Hello {name}."
        [answers]
        one = "{count} answer"
        many = "{count} answers"
        [tips]
        list = ["One.", "Two."]
        """,
}


def small_shelf(root: Path) -> Path:
    """The small shelf written out under this folder; Spanish says the same in the same words."""
    for name, text in FILES.items():
        _write(root / name, text)
        if name.startswith("en/"):
            _write(root / name.replace("en/", "es/", 1), text)
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    """Put other words into one file; the old ones have to be there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(root: Path, name: str, text: str) -> None:
    """Write more at the end of a file, or a new file."""
    path = root / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    _write(path, before + text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(line.strip() for line in text.splitlines()) + "\n", encoding="utf-8")
