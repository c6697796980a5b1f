"""The consent conversations on paper: my answer now, on what condition, since when, and what I said before."""

from typing import assert_never

from perinatal.care import CarePlan, Stance, Turn
from perinatal.care.plan import Topic
from perinatal.care.said import Decided, Explained, Wondered
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Heading, Paragraph, Points, Sign, Stand, Table, Text, Voice
from perinatal.paper.sheets.page import DayOf
from perinatal.paper.sheets.picks import Picks, said_topics, unchecked
from perinatal.paper.sheets.typed import as_typed, named


def consent(plan: CarePlan, shelf: Shelf, picks: Picks, day_of: DayOf) -> list[Block]:
    """The chapter of all topics that were picked."""
    typed = unchecked(plan, shelf)
    here = [id for id in said_topics(plan, shelf) if id in picks.topics]
    if not here:
        return []
    blocks: list[Block] = [
        Heading(level=2, words=shelf.say("paper.topics.title")),
        Paragraph(words=shelf.say("paper.topics.about")),
    ]
    for id in here:
        blocks += [
            Heading(level=3, words=shelf.topics[id].title),
            *_topic(plan.topics.get(id) or Topic(id), plan, shelf, day_of),
        ]
        blocks += [block for each in typed.get(id, ()) for block in as_typed(each, plan, shelf)]
    return blocks


def on_topic(id: str, plan: CarePlan, shelf: Shelf, day_of: DayOf) -> list[Block]:
    """What was said on one topic, and what somebody typed for it."""
    typed = unchecked(plan, shelf).get(id, ())
    return [
        *_topic(plan.topics.get(id) or Topic(id), plan, shelf, day_of),
        *(block for each in typed for block in as_typed(each, plan, shelf)),
    ]


def sign_of(stance: Stance) -> Sign:
    """The shape that stands for an answer."""
    match stance:
        case Stance.YES:
            return Sign.CHECK
        case Stance.YES_IF:
            return Sign.CHECK_IF
        case Stance.ASK_EACH_TIME:
            return Sign.ASK
        case Stance.TALK_FIRST:
            return Sign.TALK
        case Stance.NOT_NOW:
            return Sign.LATER
        case Stance.NO:
            return Sign.NO
        case other:
            assert_never(other)


def _topic(topic: Topic, plan: CarePlan, shelf: Shelf, day_of: DayOf) -> list[Block]:
    decisions = [turn for turn in topic.history if isinstance(turn.said, Decided)]
    # An answer taken out is no answer, and none given before it comes back in its place.
    now = [turn for turn in decisions if turn.id == topic.answered_by]
    blocks = _decision(now[-1], shelf, day_of) if now else [_silence(shelf)]
    blocks += _questions(topic, plan, shelf)
    blocks += [_explained(turn, plan, shelf, day_of) for turn in topic.history if isinstance(turn.said, Explained)]
    if earlier := [turn for turn in decisions if turn not in now]:
        blocks += _before(earlier, shelf, day_of)
    return blocks


def _silence(shelf: Shelf) -> Block:
    return Stand(sign=Sign.TALK, words=shelf.say("paper.topics.silence"))


def _decision(turn: Turn, shelf: Shelf, day_of: DayOf) -> list[Block]:
    assert isinstance(turn.said, Decided)  # noqa: S101  only decisions are given to this
    said, language = turn.said, turn.language
    blocks: list[Block] = [
        Stand(sign=sign_of(said.stance), words=shelf.say(f"paper.stance.{said.stance}")),
        _quiet(shelf.say("paper.topics.said_on", date=shelf.day(day_of(turn.at), year=True))),
    ]
    if said.conditions.strip():
        # "Only if" after a no would sound like half a yes.
        label = "only_if" if said.stance is Stance.YES_IF else "matters"
        blocks.append(Paragraph(words=shelf.say(f"paper.topics.{label}"), voice=Voice.LABEL))
        blocks.append(Paragraph(words=said.conditions, voice=Voice.PARENT, language=language))
    if said.words.strip():
        if said.conditions.strip():
            blocks.append(Paragraph(words=shelf.say("paper.topics.words"), voice=Voice.LABEL))
        blocks.append(Paragraph(words=said.words, voice=Voice.PARENT, language=language))
    if said.look_again.strip():
        blocks.append(Paragraph(words=shelf.say("paper.topics.look_again"), voice=Voice.LABEL))
        blocks.append(Paragraph(words=said.look_again, voice=Voice.PARENT, language=language))
    return blocks


def _quiet(words: str) -> Paragraph:
    return Paragraph(words=words, voice=Voice.QUIET)


def _questions(topic: Topic, plan: CarePlan, shelf: Shelf) -> list[Block]:
    """The questions that are still open, each under who has it. What the parent closed is talked about."""
    asked: dict[str, list[Text]] = {}
    for turn in topic.open_questions:
        if isinstance(turn.said, Wondered) and turn.said.words.strip():
            label = shelf.say("paper.topics.questions")
            if turn.by:
                label = shelf.say("paper.topics.asked_by", name=named(turn, plan, shelf))
            asked.setdefault(label, []).append(Text(words=turn.said.words, language=turn.language))
    return [
        block
        for label, lines in asked.items()
        for block in (Paragraph(words=label, voice=Voice.LABEL), Points(items=tuple(lines)))
    ]


def _explained(turn: Turn, plan: CarePlan, shelf: Shelf, day_of: DayOf) -> Block:
    assert isinstance(turn.said, Explained)  # noqa: S101  only explanations are given to this
    day, who = shelf.day(day_of(turn.at), year=True), turn.said.who.strip()
    if turn.by:
        who = named(turn, plan, shelf)
    if who:
        words = shelf.say("paper.topics.explained", who=who, date=day)
    else:
        words = shelf.say("paper.topics.explained_by_someone", date=day)
    return _quiet(words)


def _before(earlier: list[Turn], shelf: Shelf, day_of: DayOf) -> list[Block]:
    head = tuple(shelf.say(f"paper.topics.{name}") for name in ("when", "answer", "words"))
    rows: list[tuple[Text, ...]] = []
    for turn in reversed(earlier):
        assert isinstance(turn.said, Decided)  # noqa: S101  only decisions are given to this
        own = "\n".join(part for part in (turn.said.conditions, turn.said.words) if part.strip())
        day = Text(words=shelf.day(day_of(turn.at), year=True))
        answer = Text(words=shelf.say(f"paper.stance.{turn.said.stance}"))
        rows.append((day, answer, Text(words=own, language=turn.language)))
    before = shelf.say("paper.topics.before")
    return [
        Paragraph(words=before, voice=Voice.LABEL),
        Table(summary=before, head=head, rows=tuple(rows), shares=(4, 4, 7)),
    ]
