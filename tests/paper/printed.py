"""Every sheet there is, in every language, on every paper, in every edition; and plans whose words are hard to set."""

from functools import cache

from perinatal.care import CarePlan, Reader
from perinatal.library import shelf
from perinatal.paper import (
    Edition,
    Mark,
    Paper,
    Sheet,
    booklet,
    draw,
    half_card,
    invitation_card,
    member_words_card,
    plan_words_card,
    pocket_card,
    receipt_sheet,
    with_mark,
)
from perinatal.toolkit import Copy, CopySheet
from perinatal.toolkit.changing import Changes
from perinatal.toolkit.laying_out import Order, drawn, laid_out
from tests.paper.sample import (
    BEGAN,
    LONG_ANSWER,
    LONG_WORD,
    MADE,
    SIX_WORDS,
    TONGUES,
    all_of,
    full,
    receipt,
    small,
    with_answers,
)

LANGUAGES = ("en", "es")
PAPERS = ("booklet", "pocket card", "plan words", "half card", "member words", "invitation", "receipt")
COPIES = {
    "copy": (CopySheet.BOOKLET, False),
    "copy in two languages": (CopySheet.BOOKLET, True),
    "birth page": (CopySheet.PAGE, False),
    "birth page in two languages": (CopySheet.PAGE, True),
    "zine": (CopySheet.ZINE, False),
    "what changed": (CopySheet.CHANGED, False),
    "what changed in two languages": (CopySheet.CHANGED, True),
    "month by month": (CopySheet.MONTHS, False),
}
"""Copies for the birth team: which sheet, and whether two languages stand side by side."""
KINDS = (*PAPERS, *COPIES)
MARK = Mark(entries=1204, digest="AAAQEAYEAUDAOCAJBIFQYDIOB4")
FORMS = [(paper, edition) for paper in Paper for edition in (Edition.STANDARD, Edition.LARGE)]
EVERY = [(kind, language, *form) for kind in KINDS for language in LANGUAGES for form in FORMS]
HARD = {
    "nothing": [""],
    "long answers": [LONG_ANSWER, LONG_ANSWER],
    "long words": [LONG_WORD, f"{LONG_WORD} and {LONG_WORD}"],
    "all scripts": [*TONGUES.values()],
    "forty people": ["\n".join(f"Ana Number {number}, 555 01{number:02}" for number in range(40))],
}


@cache
def sheet(kind: str, language: str, paper: Paper = Paper.A4, edition: Edition = Edition.STANDARD) -> Sheet:
    """A sheet with all it can say; of a copy that has to fit, all that fits."""
    if kind in COPIES:
        return copy_of(
            kind,
            small(language) if kind.startswith(("copy", "what")) else full(language),
            ask(language, paper, edition),
        )
    plan, words = small(language) if kind == "small booklet" else full(language), shelf(language)
    match kind:
        case "booklet" | "small booklet":
            return with_mark(booklet(plan, words, MADE, picks=all_of(plan)), MARK, words)
        case "pocket card":
            card = pocket_card(plan, words, MADE, picks=all_of(plan), drug_words=True)
            return with_mark(card.sheet, MARK, words)
        case "half card":
            return half_card(SIX_WORDS[language], words, MADE)
        case "member words":
            return member_words_card(SIX_WORDS[language], words, MADE)
        case "invitation":
            return invitation_card(SIX_WORDS[language], words, MADE, MADE)
        case "plan words":
            return plan_words_card(SIX_WORDS[language], words, MADE)
        case "receipt":
            return receipt_sheet(receipt(language), words, MADE, day_of=lambda moment: moment.date())
        case _:
            raise AssertionError(kind)


def ask(language: str, paper: Paper = Paper.A4, edition: Edition = Edition.STANDARD) -> Copy:
    """A copy in this language, and in the other beside it where there are two."""
    other = next(each for each in LANGUAGES if each != language)
    return Copy(language=language, paper=paper, edition=edition, beside=other)


def copy_of(kind: str, plan: CarePlan, asked: Copy) -> Sheet:
    """A copy for the birth team of all a plan says."""
    which, two = COPIES[kind]
    asked = asked if two else asked.model_copy(update={"beside": ""})
    return laid_out(plan, order_of(which, asked)).sheet


def order_of(sheet: CopySheet, asked: Copy) -> Order:
    """A paper for the birth team; what changed is what changed since the day the plans here were begun."""
    changes = Changes(BEGAN.date(), frozenset(), ("A1", "C25", "K", "goals"))
    return Order(reader=Reader.BIRTH, copy_as=asked, sheet=sheet, made=MADE, changes=changes)


def hard_sheet(kind: str, name: str, paper: Paper = Paper.A4, edition: Edition = Edition.STANDARD) -> Sheet:
    """A sheet with words that are hard to set."""
    plan, words = with_answers(HARD[name]), shelf("en")
    if kind in COPIES:
        return copy_of(kind, plan, ask("en", paper, edition))
    return booklet(plan, words, MADE) if kind == "booklet" else pocket_card(plan, words, MADE).sheet


@cache
def pdf(kind: str, language: str, paper: Paper, edition: Edition) -> bytes:
    """The same, drawn."""
    return drawn_as(kind, sheet(kind, language, paper, edition), paper, edition)


def drawn_as(kind: str, asked: Sheet, paper: Paper, edition: Edition) -> bytes:
    """A sheet of this kind, as it is drawn."""
    if kind in COPIES:
        return drawn(asked, ask("en", paper, edition), COPIES[kind][0])
    return draw(asked, paper=paper, edition=edition)
