"""A plan in a file, between two servers."""

from datetime import timedelta

from perinatal.care import ONLY_ME, Point, Stance, Standing, Turn
from perinatal.care.said import Explained
from perinatal.library import shelf
from perinatal.toolkit import OpenPlan
from perinatal.toolkit.carrying import Brought
from tests.toolkit.conftest import Place, do

WORDS = "river lantern maple orbit velvet heron"


def carried(place: Place, plan: OpenPlan | None = None) -> bytes:
    return do(place.toolkit.carrying.file(plan or place.plan, WORDS, "en"))


def looked(place: Place, file: bytes, words: str = WORDS) -> Brought:
    return do(place.toolkit.carrying.look(file, words))


def begun(place: Place, file: bytes) -> OpenPlan:
    return do(place.toolkit.carrying.begin(looked(place, file), "en"))[0]


def added(place: Place, file: bytes, plan: OpenPlan | None = None) -> int:
    return do(place.toolkit.carrying.add(plan or place.plan, looked(place, file), "en"))


def told(turns: tuple[Turn, ...]) -> list[tuple[object, ...]]:
    """What each turn is, wherever it stands."""
    return [
        (t.id, t.at, t.language, t.said, t.audience, t.part) for t in turns if t.said.kind not in ("printed", "kept")
    ]


def later(place: Place, minutes: int = 20) -> None:
    place.now += timedelta(minutes=minutes)


def full(place: Place) -> None:
    """Something of every kind that a parent says by herself."""
    kit, plan = place.toolkit, place.plan
    place.answer("heron one")
    later(place)
    place.answer("heron two")
    do(kit.answer_otherwise(plan, "B1", Standing.OUT_LOUD, "en"))
    do(kit.answer(plan, "A2", "la linterna", "es"))
    topic = next(iter(shelf("en").topics))
    do(kit.topics.decide(plan, topic, Stance.YES, "en"))
    later(place)
    do(kit.topics.decide(plan, topic, Stance.ASK_EACH_TIME, "en"))
    do(kit.topics.explain(plan, Explained(topic=topic, points=frozenset({Point.WHAT})), "en"))
    do(kit.topics.wonder(plan, topic, "what if I say no?", "en"))
    do(kit.goals.wish(plan, "sleep", "en"))
    do(kit.company.address(plan, "A1", ONLY_ME, "en"))
    do(kit.take_out(plan, plan.says.answers["A2"].history[-1].id, "en"))
