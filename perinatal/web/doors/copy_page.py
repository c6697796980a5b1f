"""What somebody with a link gets to read: one plain page, made by hand and sent once.

Reflex never sees it. Every word of a parent's goes through `escape`, as text and as text only.
"""

from html import escape

from perinatal.toolkit import TOPICS, Line, Shelf, Snapshot
from perinatal.web.doors.by_hand import page, saying


def copy_page(words: Shelf, shown: Snapshot) -> str:
    """The page, whole."""
    return page(words, _inside(words, shown), mine=True)


def _inside(words: Shelf, shown: Snapshot) -> str:
    say = saying(words)
    made = escape(words.say("linked.made", date=words.day(shown.made, year=True)))
    head = f'<h1 id="h1" tabindex="-1">{say("linked.title")}</h1><p>{made}</p><p class="hint">{say("linked.once")}</p>'
    return head + "".join(_part(words, title, lines) for title, lines in parted(words, shown))


def parted(words: Shelf, shown: Snapshot) -> list[tuple[str, list[Line]]]:
    """The lines of a copy by the parts of the plan they are from, each part by its title."""
    parts = {
        section.title: {q.id for q in section.questions} for section in words.sections if section.id in shown.parts
    }
    if TOPICS in shown.parts:
        parts[words.say("sharing.topics")] = set(words.topics)
    found = [(title, [line for line in shown.lines if line.item in items]) for title, items in parts.items()]
    return [(title, lines) for title, lines in found if lines]


def told(words: Shelf, line: Line) -> dict[str, str]:
    """One line in words: what was asked, the answer besides the words, the parent's own words, and the day."""
    question, topic = words.questions.get(line.item), words.topics.get(line.item)
    kind = "question" if question else "topic.stance"
    return {
        "title": question.ask if question else topic.title if topic else "",
        "said": words.say(f"{kind}.{line.said}") if line.said else "",
        "words": "\n".join(line.words),
        "language": line.language,
        "when": words.say("linked.said", date=words.day(line.on)),
    }


def _part(words: Shelf, title: str, lines: list[Line]) -> str:
    return f"<section><h2>{escape(title)}</h2>{''.join(_line(told(words, line)) for line in lines)}</section>"


def _line(line: dict[str, str]) -> str:
    said = f'<p><span class="chip said-so">{escape(line["said"])}</span></p>' if line["said"] else ""
    # Whichever way her words are written, and in whichever language: they turn nothing else on the page.
    own = f'<p class="own" dir="auto" lang="{escape(line["language"])}">{escape(line["words"])}</p>'
    own = f"<blockquote>{own}</blockquote>" if line["words"] else ""
    when = f'<p class="small hint">{escape(line["when"])}</p>'
    return f'<article class="card"><h3>{escape(line["title"])}</h3>{said}{own}{when}</article>'
