import pytest

from perinatal.care import Audience, CarePlan, GoalState, Point, Reply, Stance, Standing, Turn
from perinatal.care.said import Answered, Decided, Explained, Moved, Settled, TakenOut, Wished, Wondered
from perinatal.care.sharing import LetIn, Replied, Suggested
from perinatal.library import shelf
from perinatal.paper import booklet
from perinatal.paper.sheet import Contents, Cover, Heading, Stand, Table
from tests.paper.audit import spoken
from tests.paper.sample import BEGAN, MADE, Telling, all_of, full

EN = shelf("en")


def _says(telling: Telling) -> str:
    return spoken(booklet(telling.plan(), EN, MADE))


def test_the_first_page_says_only_whose_it_is() -> None:
    first = booklet(full("en"), EN, MADE).blocks[0]
    assert isinstance(first, Cover)
    assert first.title == "This is mine"


def test_about_me_comes_first() -> None:
    headings = [block.words for block in booklet(full("en"), EN, MADE).blocks if isinstance(block, Heading)]
    assert headings[0] == EN.sections[0].title


def test_every_answer_is_there_in_the_parents_own_words() -> None:
    plan = full("en")
    said = spoken(booklet(plan, EN, MADE, picks=all_of(plan)))
    for answer in plan.answers.values():
        if answer.standing is Standing.WORDS:
            assert " ".join(answer.words.split()) in said


def test_a_skipped_question_is_nobodys_business() -> None:
    telling = Telling("en")
    telling.say(Answered(question="A1", words="Ana"))
    telling.say(Answered(question="A2", words="she", standing=Standing.SKIPPED))
    assert EN.questions["A2"].ask not in _says(telling)


def test_words_wait_while_the_parent_wants_to_say_it_out_loud() -> None:
    telling = Telling("en")
    telling.say(Answered(question="A1", words="Ana Maria", standing=Standing.OUT_LOUD))
    said = _says(telling)
    assert "Ana Maria" not in said
    assert EN.say("paper.standing.out_loud") in said


def test_what_could_be_used_against_a_parent_is_printed_only_when_picked() -> None:
    plan = full("en")
    written = [id for id, answer in plan.answers.items() if answer.standing is Standing.WORDS]
    risky = {EN.questions[id].ask for id in written if EN.questions[id].level == 4}
    usual, picked = spoken(booklet(plan, EN, MADE)), spoken(booklet(plan, EN, MADE, picks=all_of(plan)))
    assert risky
    assert not any(ask in usual for ask in risky)
    assert all(ask in picked for ask in risky)


def test_silence_is_never_printed_as_a_yes() -> None:
    telling = Telling("en")
    telling.say(Wondered(topic="C25", words="Who would do it?"))
    blocks = booklet(telling.plan(), EN, MADE).blocks
    (stand,) = [block for block in blocks if isinstance(block, Stand)]
    assert stand.words == EN.say("paper.topics.silence")


def test_an_answer_taken_out_is_no_answer_and_brings_no_older_one_back() -> None:
    telling = Telling("en")
    telling.say(Decided(topic="C25", stance=Stance.YES))
    telling.say(Decided(topic="C25", stance=Stance.NO))
    telling.say(telling.plan().without("t1"))

    blocks = booklet(telling.plan(), EN, MADE).blocks

    (stand,) = [block for block in blocks if isinstance(block, Stand)]
    (before,) = [block for block in blocks if isinstance(block, Table)]
    assert stand.words == EN.say("paper.topics.silence")
    assert [cell.words for row in before.rows for cell in row[:2]] == ["3 November 2026", EN.say("paper.stance.yes")]


def test_an_answer_that_changed_shows_the_new_one_first_and_the_old_one_with_its_day() -> None:
    telling = Telling("en")
    telling.say(Decided(topic="C25", stance=Stance.YES))
    telling.say(Decided(topic="C25", stance=Stance.NO, words="Not any more."))
    blocks = booklet(telling.plan(), EN, MADE).blocks
    (stand,) = [block for block in blocks if isinstance(block, Stand)]
    (before,) = [block for block in blocks if isinstance(block, Table)]
    assert stand.words == EN.say("paper.stance.no")
    assert [cell.words for cell in before.rows[0][:2]] == ["3 November 2026", EN.say("paper.stance.yes")]


def test_only_a_yes_has_an_only_if() -> None:
    for stance in Stance:
        telling = Telling("en")
        telling.say(Decided(topic="C25", stance=stance, conditions="Rosa is here."))
        assert ("Only if" in _says(telling)) == (stance is Stance.YES_IF)


def test_every_stance_has_words_and_a_shape_of_its_own() -> None:
    stands: set[tuple[str, str]] = set()
    for stance in Stance:
        telling = Telling("es")
        telling.say(Decided(topic="C25", stance=stance))
        blocks = booklet(telling.plan(), shelf("es"), MADE).blocks
        stands |= {(block.sign, block.words) for block in blocks if isinstance(block, Stand)}
    assert len({sign for sign, _ in stands}) == len({words for _, words in stands}) == len(Stance)


def test_a_goal_let_go_is_not_printed() -> None:
    telling = Telling("en")
    telling.say(Wished(goal="1", words="Sleep more"))
    telling.say(Moved(goal="1", state=GoalState.LET_GO))
    assert "Sleep more" not in _says(telling)


def test_what_was_taken_out_is_not_printed() -> None:
    telling = Telling("en")
    telling.say(Answered(question="A1", words="Ana"))
    telling.say(TakenOut(turn="t0"))
    assert "Ana" not in _says(telling)


def test_an_empty_plan_prints_kindly() -> None:
    sheet = booklet(CarePlan.of([]), EN, MADE)
    assert EN.say("paper.booklet.nothing") in spoken(sheet)
    assert not any(isinstance(block, Contents) for block in sheet.blocks)


def test_no_heading_holds_words_of_a_parents() -> None:
    plan = full("en")
    own = {words for answer in plan.answers.values() for words in answer.words.splitlines()}
    headings = {block.words for block in booklet(plan, EN, MADE).blocks if isinstance(block, Heading)}
    assert headings & own == set()


def _offered(*offered: Suggested) -> list[Turn]:
    """Rosa is let in, and then offers this."""
    rosa = LetIn(member="m1", public="0" * 128, name="Rosa", audience=Audience.TEAM)
    said = [Turn(id="let", at=BEGAN, language="en", said=rosa)]
    return said + [
        Turn(id=f"o{n}", at=BEGAN, language="en", said=each, by="m1", part="A", audience=frozenset({Audience.TEAM}))
        for n, each in enumerate(offered)
    ]


def test_words_that_were_typed_for_the_parent_print_as_not_checked_until_they_were_read_back() -> None:
    turns = _offered(Suggested(item="A1", words="ZQX-typed", spoken=True))
    waiting = spoken(booklet(CarePlan.of(turns), EN, MADE))
    turns.append(Turn(id="r", at=BEGAN, language="en", said=Replied(turn="o0", how=Reply.NO_THANKS)))
    answered = spoken(booklet(CarePlan.of(turns), EN, MADE))

    assert EN.questions["A1"].ask in waiting
    assert f"{EN.say('paper.booklet.not_checked', name='Rosa')} ZQX-typed" in " ".join(waiting.split())
    assert "ZQX-typed" not in answered


def test_typed_words_stand_beside_the_parents_own_and_never_in_their_place() -> None:
    turns = _offered(Suggested(item="A1", words="ZQX-typed", spoken=True))
    turns.append(Turn(id="a", at=BEGAN, language="en", said=Answered(question="A1", words="ZQX-mine")))
    said = spoken(booklet(CarePlan.of(turns), EN, MADE))

    assert said.index("ZQX-mine") < said.index(EN.say("paper.booklet.not_checked", name="Rosa"))


@pytest.mark.parametrize("item", ["C07", "goals"])
def test_typed_words_for_a_topic_or_a_goal_print_as_not_checked_too_and_no_answer(item: str) -> None:
    waiting = _offered(Suggested(item=item, words="ZQX-typed", spoken=True))
    said = spoken(booklet(CarePlan.of(waiting), EN, MADE))
    plain = spoken(booklet(CarePlan.of(_offered(Suggested(item=item, words="ZQX-typed"))), EN, MADE))
    waiting.append(Turn(id="r", at=BEGAN, language="en", said=Replied(turn="o0", how=Reply.NO_THANKS)))

    assert f"{EN.say('paper.booklet.not_checked', name='Rosa')} ZQX-typed" in " ".join(said.split())
    assert (EN.say("paper.topics.silence") in said) == (item == "C07")
    assert "ZQX-typed" not in plain
    assert "ZQX-typed" not in spoken(booklet(CarePlan.of(waiting), EN, MADE))


def test_only_open_questions_are_printed_and_a_members_says_that_it_is_theirs() -> None:
    turns, team = _offered(), frozenset({Audience.TEAM})
    for id, by, words in (("q1", "", "ZQX-mine"), ("q2", "m1", "ZQX-theirs"), ("q3", "m1", "ZQX-closed")):
        asked = Wondered(topic="C07", words=words)
        turns.append(Turn(id=id, at=BEGAN, language="en", said=asked, by=by, part="topics", audience=team))
    told = Explained(topic="C07", points=frozenset(Point))
    turns.append(Turn(id="x", at=BEGAN, language="en", said=told, by="m1", part="topics", audience=team))
    turns.append(Turn(id="s", at=BEGAN, language="en", said=Settled(topic="C07", turn="q3")))

    said = " ".join(spoken(booklet(CarePlan.of(turns), EN, MADE)).split())

    mine, theirs = EN.say("paper.topics.questions"), EN.say("paper.topics.asked_by", name="Rosa")
    assert said.index(mine) < said.index("ZQX-mine") < said.index(theirs) < said.index("ZQX-theirs")
    assert "ZQX-closed" not in said
    assert EN.say("paper.topics.explained", who="Rosa", date=EN.day(BEGAN.date(), year=True)) in said


def test_words_others_offer_are_on_no_paper_before_the_parent_adds_them() -> None:
    said = spoken(booklet(CarePlan.of(_offered(Suggested(item="A1", words="ZQX-offered"))), EN, MADE))

    assert "ZQX-offered" not in said
    assert EN.questions["A1"].ask not in said
