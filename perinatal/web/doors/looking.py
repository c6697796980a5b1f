"""What a paper looks like, before it is printed: its pages as pictures inside the answer, and a button that prints it.

The pictures are in the page itself, so nothing of a paper has an address of its own.
"""

from base64 import b64encode
from html import escape

from perinatal.toolkit import Edition, Paper, Pictures, Printable, Shape, Shelf, languages, shelf, thing
from perinatal.web.addresses import at
from perinatal.web.doors import by_hand
from perinatal.web.doors.asking import Asked


def looking_page(asked: Asked, seen: Pictures) -> str:
    """The pages, what is not as it was asked for, and how to go on."""
    words = shelf(asked.here)
    say, shown = by_hand.saying(words), thing(asked.thing, asked.here)
    left_out = "".join(f"<p>{line}</p>" for line in _left_out(words, shown, asked))
    more = escape(words.say("shop.looking.unseen", count=seen.unseen)) if seen.unseen else ""
    return by_hand.page(
        words,
        f'{_back(words)}<h1 id="h1" tabindex="-1">{escape(shown.title)}</h1><p>{say("shop.looking.lead")}</p>'
        + (f'<div class="card note">{left_out}</div>' if left_out else "")
        + page_pictures(words, shown.title, seen)
        + (f"<p>{more}</p>" if more else "")
        + f'<p class="hint">{say("shop.looking.aloud")}</p>{_form(words, asked)}',
    )


def page_pictures(words: Shelf, title: str, seen: Pictures) -> str:
    """Each page as a picture inside this page, named by its number."""
    return "".join(
        f'<p class="sheet"><img alt="{escape(_named(words, title, number, seen.total))}" '
        f'src="data:image/png;base64,{b64encode(picture).decode()}"></p>'
        for number, picture in enumerate(seen.pages, start=1)
    )


def trouble_page(words: Shelf, why: str) -> str:
    """Why nothing was printed, in one sentence, and that nothing typed is lost."""
    say = by_hand.saying(words)
    return by_hand.page(
        words,
        f'<h1 id="h1" tabindex="-1">{say("shop.trouble.title")}</h1><p>{say(why)}</p>'
        f"<p>{say('shop.trouble.still')}</p>{_back(words)}",
        trouble=True,
    )


def _named(words: Shelf, title: str, page: int, pages: int) -> str:
    return words.say("shop.looking.alt", page=page, pages=pages, title=title)


def _back(words: Shelf) -> str:
    return f'<a class="back" href="{escape(at(words.language, "b"))}">{escape(words.say("shop.looking.back"))}</a>'


def _left_out(words: Shelf, shown: Printable, asked: Asked) -> list[str]:
    """What was asked for and is not on these pages."""
    say, cards = by_hand.saying(words), shown.shape is Shape.CARDS
    named = asked.name or asked.phone or asked.hours or asked.logo
    return [
        *([say("shop.looking.no_brand")] if named and not shown.brand else []),
        *([say("shop.looking.no_logo")] if asked.logo and shown.brand and cards else []),
        *([say("shop.looking.no_large")] if asked.copy.edition is Edition.LARGE and _one_size(shown) else []),
    ]


def _one_size(shown: Printable) -> bool:
    return shown.shape is Shape.POSTER


def _form(words: Shelf, asked: Asked) -> str:
    """What was seen goes back with the button that prints it; what may be changed has names of its own."""
    say, id = by_hand.saying(words), escape(asked.thing)
    return (
        '<form action="/paper" method="post" enctype="multipart/form-data" data-native novalidate>'
        f'<input type="hidden" name="here" value="{escape(asked.here)}">'
        # Enter in a box presses the first button, which therefore does nothing.
        f'<button type="submit" disabled hidden></button>{_seen(asked)}'
        f'<button class="btn main" type="submit" name="print" value="{id}" formtarget="_blank">'
        f"{say('shop.looking.print')}</button>"
        f'<details><summary>{say("shop.looking.change")}</summary><div class="inside">{_changes(words, asked)}'
        f'<button class="btn" type="submit" name="again" value="{id}">{say("shop.looking.again")}</button>'
        "</div></details></form>"
    )


def _seen(asked: Asked) -> str:
    """How these pages were made."""
    made = {
        "language": asked.copy.language,
        "paper": asked.copy.paper.value,
        "size": asked.copy.edition.value,
        "black": "yes" if asked.copy.mono else "",
        "name": asked.name,
        "phone": asked.phone,
        "hours": asked.hours,
        "logo_says": asked.logo_says,
        "seen_logo": b64encode(asked.logo).decode(),
    }
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in made.items())


def _changes(words: Shelf, asked: Asked) -> str:
    say = by_hand.saying(words)
    papers = {paper.value: say(f"shop.{paper}") for paper in (Paper.LETTER, Paper.A4)}
    sizes = {size.value: say(f"shop.{size}") for size in (Edition.STANDARD, Edition.LARGE)}
    tongues = {code: escape(shelf(code).native_name) for code in languages()}
    ticked = " checked" if asked.copy.mono else ""
    return (
        _choice("paper", say("shop.paper"), papers, asked.copy.paper)
        + _choice("size", say("shop.size"), sizes, asked.copy.edition)
        + _choice("language", say("shop.language"), tongues, asked.copy.language)
        + f'<label class="choice"><input type="checkbox" name="new_black" value="yes"{ticked}>'
        + f"<span>{say('shop.black')}</span></label>"
        + _line("name", say("shop.name"), asked.name)
        + _line("phone", say("shop.phone"), asked.phone)
        + _line("hours", say("shop.hours"), asked.hours)
        + (_line("logo_says", say("shop.logo_says"), asked.logo_says, longest=200) if asked.logo else "")
    )


def _choice(name: str, label: str, options: dict[str, str], chosen: str) -> str:
    inside = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{says}</option>'
        for value, says in options.items()
    )
    select = f'<select id="{name}" name="new_{name}">{inside}</select>'
    return f'<div class="field"><label for="{name}">{label}</label>{select}</div>'


def _line(name: str, label: str, value: str, *, longest: int = 60) -> str:
    return (
        f'<div class="field"><label for="{name}">{label}</label><input type="text" id="{name}" name="new_{name}" '
        f'maxlength="{longest}" autocomplete="off" value="{escape(value)}"></div>'
    )
