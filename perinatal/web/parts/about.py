"""What an address is about: which question it asks, and which part of the plan it belongs to."""

from perinatal.toolkit import GOALS, TOPICS, Shelf, part_of_item


def ten_minutes(words: Shelf) -> list[str]:
    """The questions of the ten-minute plan, in catalogue order."""
    asked = [q for q in words.questions.values() if q.ten_minutes]
    return [q.id for q in sorted(asked, key=lambda q: q.number)]


def question_at(words: Shelf, place: str) -> str:
    """The question a page asks, by its address; empty if there is none."""
    way, _, number = place.partition("/")
    if not number.isdigit():
        return ""
    if way == "j":
        asked = ten_minutes(words)
        return asked[int(number) - 1] if 0 < int(number) <= len(asked) else ""
    return next((q.id for q in words.questions.values() if q.number == int(number)), "") if way == "p" else ""


def part_at(words: Shelf, place: str) -> str:
    """The part of the plan a page shows; empty where it shows none, or several."""
    way, _, number = place.partition("/")
    match way:
        case "g":
            return GOALS
        case "o":
            return TOPICS
        case "c":
            return next((s.id for s in words.sections if str(s.number) == number), "")
        case _:
            return part_of_item(question_at(words, place))
