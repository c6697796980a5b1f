"""Places that help, on paper: how to reach them, when, and when we last checked."""

from typing import assert_never

from perinatal.care import CarePlan
from perinatal.care.said import Placed
from perinatal.library import Phone, PhoneKind, Place, Shelf, Status
from perinatal.paper.sheet import Block, Heading, Paragraph, Points, Text, Voice

_ALWAYS = "24/7"


def places(plan: CarePlan, shelf: Shelf) -> list[Block]:
    """The chapter of places on the parent's list, without those that closed."""
    here = [shelf.places[id] for id in plan.places if id in shelf.places]
    standing = [place for place in here if place.status is not Status.CLOSED]
    if not standing:
        return []
    blocks: list[Block] = [Heading(level=2, words=shelf.say("paper.places.title"))]
    for place in standing:
        blocks += [Heading(level=3, words=place.name), *_place(place, shelf), *_note(plan, place, shelf)]
    return blocks


def _place(place: Place, shelf: Shelf) -> list[Block]:
    blocks: list[Block] = [Paragraph(words=place.what)]
    ways = [_way(phone, shelf) for phone in place.phones]
    if place.hours == _ALWAYS:
        ways.append(shelf.say("paper.places.always"))
    if ways:
        blocks.append(Points(items=tuple(Text(words=way) for way in ways)))
    if place.caveat:
        blocks.append(Paragraph(words=place.caveat))
    if place.checked:
        checked = shelf.say("paper.places.checked", date=shelf.day(place.checked, year=True))
    else:
        checked = shelf.say("paper.places.unchecked")
    return [*blocks, Paragraph(words=checked, voice=Voice.QUIET)]


def _way(phone: Phone, shelf: Shelf) -> str:
    match phone.kind:
        case PhoneKind.CALL:
            return shelf.say("paper.places.call", number=phone.number)
        case PhoneKind.TEXT if phone.words:
            return shelf.say("paper.places.text_words", words=phone.words, number=phone.number)
        case PhoneKind.TEXT:
            return shelf.say("paper.places.text", number=phone.number)
        case PhoneKind.TTY:
            return shelf.say("paper.places.tty", number=phone.number)
        case other:
            assert_never(other)


def _note(plan: CarePlan, place: Place, shelf: Shelf) -> list[Block]:
    turn = plan.places[place.id]
    if not isinstance(turn.said, Placed) or not turn.said.words.strip():
        return []
    return [
        Paragraph(words=shelf.say("paper.places.mine"), voice=Voice.LABEL),
        Paragraph(words=turn.said.words, voice=Voice.PARENT, language=turn.language),
    ]
