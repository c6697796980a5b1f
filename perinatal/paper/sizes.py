"""Every number of what is not a plain page: posters, cards to cut out, what is folded, and the band of a brand."""

from functools import cache

from perinatal.paper.look import MM, CardSize, Edition, Frame, Look, Paper, Role, Type, look_of

POSTER_SIZES = (22, 24, 26, 28, 31, 34, 37, 40)
"""How large the words of a poster may be; the largest at which all of them fit is taken."""
POSTER_DRAWINGS = (2.2, 3.2, 4.4, 6.0)
"""How many times larger than its words its drawing may be: small where there are many words."""
USUAL_DRAWING = 2
"""Which of these a drawing has while the size of the words is looked for."""
POSTER_SPREAD = 0.5
"""How much further apart its parts may stand, in sizes of its words, so that a short poster fills its page."""
POSTER_FREE = 0.8
"""How much of the room below them its parts take by standing further apart."""
_FIXED_ON_A_POSTER = frozenset({Role.QUIET, Role.SOURCE, Role.FOOTER, Role.BAND, Role.BAND_NAME})
"""What is read from near by."""

CARD_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0)
"""How much larger than its smallest the words of one side of a card may be."""

BAND_HEIGHT = 24 * MM
BAND_ABOVE = 4 * MM
LOGO_WIDTH, LOGO_HEIGHT = 40 * MM, 16 * MM
LOGO_GAP = 5 * MM
"""Between a logo and the words beside it."""
WORDS_GAP = 18
"""Between a phone number and the hours beside it."""

SAMPLE_SIZE = 0.17
"""How large the word across a sample is, in widths of the page."""


@cache
def form_look(paper: Paper, edition: Edition) -> Look:
    """Pages with a little more room on each than those of a plan."""
    page = look_of(paper, edition)
    return page.model_copy(update={"frame": page.frame.model_copy(update={"bottom": 21.5 * MM, "footer": 12 * MM})})


@cache
def poster_look(paper: Paper, size: float, drawing: float) -> Look:
    """One page in words of this size, with a drawing so many times larger."""
    page = look_of(paper, Edition.STANDARD)
    frame = page.frame.model_copy(
        update={"top": 17 * MM, "bottom": 19 * MM, "footer": 10 * MM, "inner": 19 * MM, "outer": 19 * MM}
    )
    types = {
        role: type_ if role in _FIXED_ON_A_POSTER else type_.scaled(size / page.types[Role.BODY].size)
        for role, type_ in page.types.items()
    }
    title = Type(size=1.55 * size, lead=1.75 * size, bold=True, color=types[Role.TITLE].color, after=0.6 * size)
    body = types[Role.BODY].model_copy(update={"lead": 1.34 * size, "before": 0.55 * size, "after": 0.55 * size})
    item = types[Role.ITEM].model_copy(update={"lead": 1.34 * size, "after": 0.35 * size, "indent": 0.75 * size})
    part = Type(size=1.12 * size, lead=1.4 * size, bold=True, color=title.color, before=0.7 * size, after=0.25 * size)
    part = part.model_copy(update={"keep_with_next": True})
    large = {Role.TITLE: title, Role.BODY: body, Role.ITEM: item, Role.CHAPTER: part, Role.PART: part}
    return page.model_copy(
        update={"frame": frame, "types": {**types, **large}, "measure": frame.text_width, "drawing": drawing * size}
    )


@cache
def cards_look(paper: Paper, edition: Edition) -> Look:
    """Cards to cut out, with little above them, so that four stand on a page; large ones hold the same words."""
    page = look_of(paper, edition)
    by = page.types[Role.CARD_TEXT].size / look_of(paper, Edition.STANDARD).types[Role.CARD_TEXT].size
    card = CardSize(mark=3 * MM, mark_off=0.7 * MM).scaled(by)
    side = (page.frame.width - max(card.width, 2 * CardSize().width + card.gap)) / 2
    frame = page.frame.model_copy(
        update={"top": 10 * MM, "bottom": 15 * MM, "footer": 9 * MM, "inner": side, "outer": side}
    )
    title = page.types[Role.TITLE].model_copy(update={"size": 14, "lead": 17, "after": 0})
    quiet = page.types[Role.QUIET].model_copy(update={"size": 12, "lead": 15, "before": 0, "after": 2})
    source = page.types[Role.SOURCE].model_copy(update={"size": 12, "lead": 14, "after": 0, "indent": 0})
    types = {**page.types, Role.TITLE: title, Role.QUIET: quiet, Role.SOURCE: source}
    return page.model_copy(update={"frame": frame, "card": card, "types": types, "measure": frame.text_width})


def card_desk(look: Look, by: float) -> Look:
    """The same look with the words of one card larger."""
    roles = (Role.CARD_HEADING, Role.CARD_TEXT, Role.CARD_ITEM, Role.CARD_CHOICE, Role.CARD_QUESTION, Role.CARD_BODY)
    larger = {role: look.types[role].scaled(by) for role in roles}
    return look.model_copy(update={"types": {**look.types, **larger}, "writing_line": 20 * card_scale(look)})


def card_scale(look: Look) -> float:
    """How much longer than those of a bank card the sides are."""
    return look.card.width / CardSize().width


@cache
def fold_look(paper: Paper) -> Look:
    """A quarter of a page: what is seen at once of a leaflet."""
    page = look_of(paper, Edition.STANDARD)
    whole, margin = page.frame, 9 * MM
    frame = Frame(
        width=whole.width / 2,
        height=whole.height / 2,
        top=margin,
        bottom=margin,
        footer=margin,
        inner=margin,
        outer=margin,
    )
    small = {
        role: type_.scaled(12 / 14).model_copy(update={"size": max(12, type_.size * 12 / 14)})
        for role, type_ in page.types.items()
        if role not in (Role.QUIET, Role.SOURCE, Role.FOOTER, Role.BAND)
    }
    small[Role.TITLE] = page.types[Role.TITLE].model_copy(update={"size": 22, "lead": 26, "after": 8})
    small[Role.CHAPTER] = page.types[Role.CHAPTER].model_copy(update={"size": 14, "lead": 18, "before": 9, "after": 3})
    for role in (Role.BODY, Role.ITEM, Role.STEP):
        small[role] = small[role].model_copy(update={"lead": 16, "after": 4})
    return page.model_copy(
        update={"frame": frame, "types": {**page.types, **small}, "measure": frame.text_width, "drawing": 60}
    )


PANELS = 8
"""Small pages on one sheet of paper, four beside each other."""


def turned_frame(paper: Paper) -> Frame:
    """The whole paper, lying on its long side."""
    frame = look_of(paper, Edition.STANDARD).frame
    return frame.model_copy(update={"width": frame.height, "height": frame.width})


@cache
def pocket_look(paper: Paper) -> Look:
    """The numbers for one of eight small pages on this paper."""
    whole = turned_frame(paper)
    panel = Frame(
        width=whole.width / (PANELS / 2),
        height=whole.height / 2,
        top=7 * MM,
        bottom=12.5 * MM,
        footer=7.5 * MM,
        inner=6.5 * MM,
        outer=6.5 * MM,
    )
    types = {
        role: type_ if role.startswith("card") else type_.pocket()
        for role, type_ in look_of(paper, Edition.STANDARD).types.items()
    }
    return Look(frame=panel, card=CardSize(), types=types, measure=panel.text_width, writing_line=24, cell_pad=2)
