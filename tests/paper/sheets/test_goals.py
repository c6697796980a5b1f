"""Goals on paper."""

import pytest

from perinatal.care import Going
from perinatal.care.said import Went, Wished
from perinatal.library import languages, shelf
from perinatal.paper import booklet
from tests.paper.audit import spoken
from tests.paper.sample import MADE, Telling


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("how", [how for how in Going if how is not Going.RATHER_NOT_SAY])
def test_how_a_goal_is_going_is_said_on_paper_in_the_words_of_the_screen(language: str, how: Going) -> None:
    telling, words = Telling(language), shelf(language)
    telling.say(Wished(goal="1", words="Dormir"))
    telling.say(Went(goal="1", how=how))

    said = spoken(booklet(telling.plan(), words, MADE))

    assert f"{words.say('paper.goals.going')} {words.say(f'goal.going.{how}')} " in said


@pytest.mark.parametrize("language", languages())
def test_the_scale_of_a_goal_has_its_words_in_one_place(language: str) -> None:
    words = shelf(language)
    mine = {words.say(f"goal.going.{how}") for how in Going}

    places = [key for key, said in words.said.items() if said in mine]

    assert len(mine) == len(Going)
    assert sorted(places) == sorted(f"goal.going.{how}" for how in Going)
