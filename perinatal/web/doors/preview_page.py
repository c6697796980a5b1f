"""What is in a file, before anything is made of it: days, numbers and languages, and not one word of it."""

from enum import StrEnum
from html import escape

from perinatal.toolkit import Preview, Shelf, languages, shelf
from perinatal.web.addresses import at
from perinatal.web.doors.by_hand import page, saying


class Offer(StrEnum):
    """What can be made of the file now."""

    BEGIN = "begin"
    """A plan: none is open here."""
    ADD = "add"
    """More of the plan that is open."""
    WAIT = "wait"
    """Nothing yet: a plan that no words open waits in this browser, and would be lost."""


def preview_page(words: Shelf, preview: Preview, offer: Offer) -> str:
    """The page, whole."""
    say = saying(words)
    lines = "".join(f"<li>{escape(line)}</li>" for line in inside(words, preview))
    return page(
        words,
        f'<h1 id="h1" tabindex="-1">{say("bringing.inside")}</h1><ul>{lines}</ul>'
        f"{_next(words, preview, offer)}"
        f'<p><a class="plain" href="{escape(at(words.language))}">{say("bringing.not_now")}</a></p>',
        mine=True,
    )


def inside(words: Shelf, preview: Preview) -> list[str]:
    """What is said of the file, line by line."""
    lines = [words.say("bringing.made", date=words.day(preview.made, year=True))]
    if preview.first and preview.last:
        first, last = words.day(preview.first, year=True), words.day(preview.last, year=True)
        one_day = first == last
        lines.append(
            words.say("bringing.day", date=first) if one_day else words.say("bringing.days", first=first, last=last)
        )
    else:
        lines.append(words.say("bringing.nothing"))
    lines += [words.say("bringing.part", title=title, count=count) for title, count in preview.parts]
    if preview.languages:
        lines.append(words.say("bringing.languages", languages=_spoken(words, preview.languages)))
    if preview.from_others:
        lines.append(words.say("bringing.others", count=preview.from_others))
    return lines


def _spoken(words: Shelf, codes: tuple[str, ...]) -> str:
    """Languages by their own names, those we speak; what else a file names is only another one."""
    names = [shelf(code).native_name for code in languages() if code in codes]
    others = [words.say("bringing.other_language")] if set(codes) - set(languages()) else []
    return ", ".join([*names, *others])


def _next(words: Shelf, preview: Preview, offer: Offer) -> str:
    say = saying(words)
    match offer:
        case Offer.BEGIN:
            told = f"<p>{say('bringing.nobody')}</p><p>{say('bringing.begin_hint')}</p>"
            return f"{told}{_form(words, '/bring/begin', say('bringing.begin'))}"
        case Offer.WAIT:
            go = f'<a class="btn main" href="{escape(at(words.language, "p"))}">{say("bringing.wait_go")}</a>'
            return f"<h2>{say('bringing.wait_title')}</h2><p>{say('bringing.wait')}</p>{go}"
        case Offer.ADD:
            if not preview.new:
                go = f'<a class="btn main" href="{escape(at(words.language, "p"))}">{say("bringing.wait_go")}</a>'
                return f"<p>{say('bringing.all_there')}</p>{go}"
            lines = [words.say("bringing.new", count=preview.new)]
            if preview.changed:
                lines.append(words.say("bringing.changed", count=preview.changed))
            if preview.taken_out:
                lines.append(words.say("bringing.taken", count=preview.taken_out))
            told = "".join(f"<p>{escape(line)}</p>" for line in [*lines, words.say("bringing.seen")])
            return told + _form(words, "/bring/add", say("bringing.add"))


def _form(words: Shelf, door: str, does: str) -> str:
    return (
        f'<form action="{door}" method="post" data-native><input type="hidden" name="language" '
        f'value="{escape(words.language)}"><button type="submit" class="btn main">{does}</button></form>'
    )
