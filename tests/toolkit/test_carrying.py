"""A plan carried in a file: another server makes the same plan of it, and a file never holds a way in."""

import json
from pathlib import Path

import pyrage
import pytest

from perinatal.care import ONLY_ME, Audience, ShareAnswer, Turn
from perinatal.care.sharing import Addressed, LetIn, Shared, Suggested
from perinatal.care.turn import standing_turns
from perinatal.exchange import age
from perinatal.library import shelf
from perinatal.paper import Paper
from perinatal.toolkit import Copy, CouldNotKeep
from perinatal.vault import NotSixWords, make_words
from tests.toolkit.company import Room
from tests.toolkit.conftest import FullDisk, Place, do
from tests.toolkit.files import WORDS, added, begun, carried, full, looked, told

pytestmark = pytest.mark.usefixtures("quick_files")


def test_a_file_opened_on_another_server_is_the_same_plan_turn_for_turn(place: Place, elsewhere: Place) -> None:
    full(place)

    plan = begun(elsewhere, carried(place))

    assert told(plan.turns) == told(place.plan.turns)
    assert {q: a.words for q, a in plan.says.answers.items()} == {
        q: a.words for q, a in place.plan.says.answers.items()
    }
    assert plan.says.addressed == place.plan.says.addressed
    assert {t: c.stance for t, c in plan.says.topics.items()} == {
        t: c.stance for t, c in place.plan.says.topics.items()
    }
    assert not plan.kept


def test_the_same_plan_comes_out_of_the_pdf(place: Place, elsewhere: Place) -> None:
    full(place)

    pages = do(
        place.toolkit.print_booklet(place.plan, Copy(language="en", paper=Paper.A4), all_of_it=False, inside=WORDS)
    )

    assert told(begun(elsewhere, pages).turns) == told(place.plan.turns)


def test_another_program_opens_the_file_with_the_words_as_they_stand_on_the_card(place: Place) -> None:
    place.answer("heron lantern 8841")
    for language in ("en", "es"):
        words = make_words(shelf(language).plan_words)
        file = do(place.toolkit.carrying.file(place.plan, f"  {words.upper()} ", "en"))

        document = json.loads(pyrage.passphrase.decrypt(file, words))

        assert document["turns"][0]["said"]["words"] == "heron lantern 8841"


def test_a_tired_hand_opens_it_too(place: Place) -> None:
    file = do(place.toolkit.carrying.file(place.plan, "ábaco acción río árbol sol luna", "es"))

    assert looked(place, file, "Abaco, ACCION rio   arbol sol luna")


def test_a_file_another_program_made_under_other_words_opens(place: Place) -> None:
    plain = pyrage.passphrase.decrypt(carried(place), WORDS)

    assert looked(place, age.locked(plain, "My-own Pass phrase"), " My-own Pass phrase ")


def test_that_a_file_was_made_is_in_the_plan_before_anybody_has_it(place: Place) -> None:
    place.answer("heron")
    carried(place)
    before = len(place.plan.turns)
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        carried(place)

    assert [p.said.sheet for p in place.plan.says.printed if p.said.kind == "printed"] == ["file"]
    assert len(place.plan.turns) == before


def test_a_file_is_made_under_six_words_and_no_less(place: Place) -> None:
    for words in ("", "one", "one two three four five", "w" * 5000):
        with pytest.raises(NotSixWords):
            do(place.toolkit.carrying.file(place.plan, words, "en"))


def test_words_for_a_file_open_no_plan(place: Place) -> None:
    words = place.toolkit.carrying.make_words("en")
    do(place.toolkit.carrying.file(place.plan, words, "en"))

    assert len(words.split()) == 6
    assert do(place.toolkit.open(words)) is None


# -- What never travels.


def room_with_company(place: Place) -> Room:
    """A plan in which somebody was let in, looked, asked, and offered words; with a link and two cards."""
    room = Room(place)
    place.answer("heron one")
    room.share("A")
    room.share("topics")
    visit = room.visit()
    room.look(visit)
    room.offer(visit, "offered by Ana")
    do(place.toolkit.keys.entrust(place.plan, "Sam", "en"))
    return room


def test_no_grant_no_key_and_no_member_is_in_a_file(place: Place) -> None:
    room = room_with_company(place)

    plain = pyrage.passphrase.decrypt(carried(place), WORDS)

    kinds = {turn["said"]["kind"] for turn in json.loads(plain)["turns"]}
    assert kinds == {"answered", "suggested"}
    for secret in (room.midwife.id, room.midwife.public, place.plan.opened.plan_id):
        assert secret.hex().encode() not in plain
    assert not any(word.encode() in plain for word in (room.words, room.midwifes_words, "Sam"))


def test_somebody_elses_file_lets_nobody_in_and_changes_no_key(place: Place, elsewhere: Place) -> None:
    file = carried(place, room_with_company(place).plan)
    other = Room(elsewhere)
    elsewhere.answer("mine", "A2")

    added(elsewhere, file)

    assert elsewhere.plan.opened.guests == ()
    assert [p.said.member for p in elsewhere.plan.says.company.people.values() if isinstance(p.said, LetIn)] == [
        other.midwife.id.hex()
    ]
    assert elsewhere.plan.says.company.people[other.midwife.id.hex()].answers == {}
    assert not elsewhere.plan.says.company.looks
    assert elsewhere.plan.says.entrusted is None
    assert do(elsewhere.toolkit.open(other.words)) is not None


def test_words_of_others_come_under_their_names_and_for_the_parent_alone(place: Place, elsewhere: Place) -> None:
    file = carried(place, room_with_company(place).plan)

    plan = begun(elsewhere, file)

    (offered,) = plan.says.company.waiting
    assert isinstance(offered.turn.said, Suggested)
    assert plan.says.company.name_of(offered.turn) == "Ana"
    assert (offered.turn.audience, offered.turn.part) == (ONLY_ME, "")
    assert plan.says.company.people == {}


def test_a_name_in_a_file_is_never_taken_for_somebody_who_is_let_in(place: Place, elsewhere: Place) -> None:
    """The same midwife is let in here; a file says she offered what she never did. It does not read as hers."""
    room = room_with_company(place)
    file = carried(place)

    added(place, file)
    offered = [s for s in place.plan.says.company.suggestions.values() if s.turn.by == room.midwife.id.hex()]
    begun_turns = begun(elsewhere, file).turns

    assert len(offered) == 1
    assert {turn.by for turn in begun_turns} == {"", "file"}


def test_what_is_hidden_here_is_not_in_the_file_unless_it_is_shown(place: Place, elsewhere: Place) -> None:
    words = do(place.toolkit.keep(place.plan, "en"))
    place.answer("heron hidden", "A1")
    place.answer("heron shown", "B1")
    do(place.toolkit.hiding.hide(place.plan, "A", "en", hidden=True))

    covered = begun(elsewhere, carried(place))
    do(place.toolkit.hiding.uncover(place.plan, words))
    shown = begun(elsewhere, carried(place))

    assert elsewhere.said(covered) == ["heron shown"]
    assert elsewhere.said(shown) == ["heron hidden", "heron shown"]
    assert covered.says_in_all.hidden == shown.says_in_all.hidden == frozenset()


# -- The preview, and what is wrong with a file.


def test_the_preview_says_how_much_and_when_and_not_one_word(place: Place, elsewhere: Place) -> None:
    full(place)
    brought = looked(elsewhere, carried(place))

    preview = elsewhere.toolkit.carrying.preview(brought, "en", elsewhere.plan)

    assert preview.first == preview.last == place.now.astimezone().date()
    assert dict(preview.parts)[shelf("en").say("sharing.goals")] == 1
    assert preview.languages == ("en", "es")
    assert preview.new == preview.turns - 2  # what was taken out stays out, and a page is closed as by hand
    assert "heron" not in repr(preview) + repr(brought)


def test_on_a_full_disk_no_plan_is_made_and_none_is_left_behind(place: Place, tmp_path: Path) -> None:
    place.answer("heron")
    brought = looked(place, carried(place))
    FullDisk.full = True

    with pytest.raises(CouldNotKeep):
        do(place.toolkit.carrying.begin(brought, "en"))

    place.plan.opened.verify()  # what was let go of is put away by now
    assert place.toolkit._vault._open.keys() == {place.plan.opened.plan_id}


def test_a_long_plan_is_carried_whole(place: Place, elsewhere: Place) -> None:
    def many() -> list[Turn]:
        known = place.plan.turns[0]
        return [known.model_copy(update={"id": f"many{n}"}) for n in range(3000)]

    place.answer("heron")
    place.plan.opened.change_soon(lambda draft: draft.say_all(many())).result()

    plan = begun(elsewhere, carried(place))

    assert len(plan.turns) == 3001
    plan.opened.verify()
    assert len(standing_turns(plan.turns)) == 3001


def test_addressing_and_sharing_said_in_a_file_are_no_ones_right(place: Place, elsewhere: Place) -> None:
    room = Room(place)
    do(place.toolkit.company.address(place.plan, "A1", frozenset({Audience.TEAM}), "en"))
    said = Shared(member=room.midwife.id.hex(), part="A", answer=ShareAnswer.YES, until=room.today)
    do(place.toolkit.company.share(place.plan, said, "en"))

    plan = begun(elsewhere, carried(place))

    assert [type(turn.said) for turn in plan.turns] == [Addressed]
    assert plan.opened.guests == ()
