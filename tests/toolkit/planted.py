"""A plan with a mark in every place that a copy for the birth team has no right to, and what it may hold beside."""

import io

import pikepdf
import pypdfium2

from perinatal.care import Audience, Going, Stance, Standing
from perinatal.care.said import Explained
from perinatal.care.sharing import LetIn, ShareAnswer, Shared
from perinatal.library import shelf
from perinatal.toolkit.linking import Wanted
from tests.paper.audit import audit
from tests.toolkit.company import BIRTH, TEAM, TRUSTED, Room
from tests.toolkit.conftest import Place, do

# fmt: off
MARKS = (
    "heron", "lantern", "quarry", "thimble", "walnut", "juniper", "bobbin", "cobalt", "ferret", "gazebo", "jackal",
    "kettle", "magnet", "nutmeg", "oyster", "pebble", "rhubarb", "saffron", "turnip", "velvet", "wombat",
)
# fmt: on
"""Said where the birth team does not look."""
OTHERS = tuple(f"{mark}{mark} and far more of it, said at much greater length" for mark in MARKS)
"""Other words in the same places."""
FOR_THEM = ("Ana Maria", "Ask me first", "Only with a light on", "Sleep near the window")
SHARED = ("A", "topics", "goals", "I")
"""The parts shared with the birth team."""


def tell(place: Place, marks: tuple[str, ...]) -> Room:
    """A plan that holds these marks where the birth team must not find them."""
    room = _shared(place, marks)
    _answer(room, marks)
    _talk(room, marks)
    _wish(room, marks)
    _meet(room, marks)
    return room


def _shared(place: Place, marks: tuple[str, ...]) -> Room:
    room = Room(place, audience=Audience.BIRTH)
    for part in SHARED:
        room.share(part)
    midwife, _ = do(room.toolkit.members.add("en"))
    said = LetIn(
        member=midwife.id.hex(), public=midwife.public.hex(), name=marks[0], audience=Audience.TEAM, called=marks[1]
    )
    do(room.toolkit.company.let_in(room.plan, said, "en"))
    answer = Shared(member=midwife.id.hex(), part="E", answer=ShareAnswer.TALK_FIRST, why=marks[2], words=marks[2])
    do(room.toolkit.company.share(room.plan, answer, "en"))
    return room


def _answer(room: Room, marks: tuple[str, ...]) -> None:
    toolkit, plan = room.toolkit, room.plan
    for question, words in (
        ("A1", FOR_THEM[0]),
        ("A5", marks[3]),  # for me alone
        ("B3", marks[4]),  # could be used against me
        ("B6", marks[5]),  # for the care team
        ("E4", marks[6]),  # for the care team
        ("K1", marks[7]),  # for the birth team, in a part not shared with them
        ("B1", marks[8]),  # so is this one, which is offered for a card
        ("X3", marks[9]),
    ):
        do(toolkit.answer(plan, question, words, "en"))
    do(toolkit.answer(plan, "A3", marks[10], "en"))
    do(toolkit.company.address(plan, "A3", TEAM, "en"))  # closed to them by her word
    do(toolkit.answer(plan, "A8", marks[11], "en"))
    do(toolkit.answer_otherwise(plan, "A8", Standing.OUT_LOUD, "en"))  # she will say it aloud
    do(toolkit.answer(plan, "I2", marks[12], "en"))
    do(toolkit.take_out(plan, plan.says.answers["I2"].history[-1].id, "en"))
    do(toolkit.answer(plan, "I3", FOR_THEM[2], "en"))


def _talk(room: Room, marks: tuple[str, ...]) -> None:
    toolkit, plan = room.toolkit, room.plan
    for stance, words in ((Stance.YES, marks[13]), (Stance.NO, FOR_THEM[1])):
        do(toolkit.topics.decide(plan, "C25", stance, "en"))
        do(toolkit.topics.add_to_decision(plan, "C25", "words", words, "en"))
    do(toolkit.topics.decide(plan, "C47", Stance.NO, "en"))
    do(toolkit.topics.add_to_decision(plan, "C47", "words", marks[14], "en"))
    do(toolkit.topics.explain(plan, Explained(topic="C52", points=frozenset(), who=marks[15]), "en"))


def _wish(room: Room, marks: tuple[str, ...]) -> None:
    toolkit, plan = room.toolkit, room.plan
    do(toolkit.goals.wish(plan, marks[16], "en"))
    do(toolkit.goals.wish(plan, FOR_THEM[3], "en"))
    do(toolkit.company.address(plan, "2", BIRTH, "en"))
    do(toolkit.goals.went(plan, "1", Going.MOSTLY, marks[17], "en"))
    do(toolkit.add_place(plan, next(iter(shelf("en").places)), "en"))


def _meet(room: Room, marks: tuple[str, ...]) -> None:
    toolkit, plan = room.toolkit, room.plan
    room.offer(room.visit(), marks[18], "A1")
    room.offer(room.visit(), marks[19], "I4", spoken=True)
    do(toolkit.company.address(plan, "A2", TRUSTED, "en"))
    do(toolkit.answer(plan, "A2", marks[20], "en"))
    link = Wanted(name=marks[20], audience=Audience.TRUSTED, parts=frozenset({"A"}), days=1, uses=1, coded=False)
    do(toolkit.links.make(plan, link, "en"))


def everything_in(pdf: bytes) -> str:
    """All that can be got out of a file: what is drawn, read aloud, said of it, and every byte of it, unpacked."""
    checked = audit(pdf)
    found = [checked.said, *(page.artifacts for page in checked.pages)]
    found += [text for page in checked.pages for text in page.marks.values()]
    with pypdfium2.PdfDocument(pdf) as opened:
        found += [page.get_textpage().get_text_bounded() for page in opened]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for each in opened.objects:
            found.append(repr(each))
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("latin-1"))
        assert not opened.attachments, "a copy for somebody carries nothing along"
        assert not any("/Thumb" in page for page in opened.pages)
    return "\n".join([*found, pdf.decode("latin-1")])
