"""Every sheet there is, in every language, on every paper, in every edition; and plans whose words are hard to set."""

from functools import cache

from perinatal.care import Reader
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
    made_for,
    member_words_card,
    plan_words_card,
    pocket_card,
    receipt_sheet,
    with_mark,
)
from tests.paper.sample import (
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
KINDS = ("booklet", "copy", "pocket card", "plan words", "half card", "member words", "invitation", "receipt")
MARK = Mark(entries=1204, digest="AAAQEAYEAUDAOCAJBIFQYDIOB4")
FORMS = [(paper, edition) for paper in Paper for edition in Edition]
EVERY = [(kind, language, *form) for kind in KINDS for language in LANGUAGES for form in FORMS]
HARD = {
    "nothing": [""],
    "long answers": [LONG_ANSWER, LONG_ANSWER],
    "long words": [LONG_WORD, f"{LONG_WORD} and {LONG_WORD}"],
    "all scripts": [*TONGUES.values()],
}


@cache
def sheet(kind: str, language: str) -> Sheet:
    """A sheet with all it can say."""
    plan, words = small(language) if kind == "small booklet" else full(language), shelf(language)
    match kind:
        case "booklet" | "small booklet":
            return with_mark(booklet(plan, words, MADE, picks=all_of(plan)), MARK, words)
        case "copy":
            return made_for(Reader.BIRTH, booklet(small(language), words, MADE), words)
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


def hard_sheet(kind: str, name: str) -> Sheet:
    """A sheet with words that are hard to set."""
    plan, words = with_answers(HARD[name]), shelf("en")
    return booklet(plan, words, MADE) if kind == "booklet" else pocket_card(plan, words, MADE).sheet


@cache
def pdf(kind: str, language: str, paper: Paper, edition: Edition) -> bytes:
    """The same, drawn."""
    return draw(sheet(kind, language), paper=paper, edition=edition)
