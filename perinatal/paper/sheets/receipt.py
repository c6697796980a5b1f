"""A receipt on paper: what was answered on sharing, field by field. Its heading says nothing of whom or what."""

from datetime import date

from perinatal.care.receipt import Receipt
from perinatal.library import Shelf
from perinatal.paper.sheet import Block, Heading, Paragraph, Sheet, Table, Text, Voice
from perinatal.paper.sheets.page import DayOf, sheet_of


def receipt_sheet(receipt: Receipt, shelf: Shelf, made: date, day_of: DayOf) -> Sheet:
    """One receipt."""
    blocks: list[Block] = [
        Heading(level=1, words=shelf.say("receipt.paper")),
        Paragraph(words=shelf.say("receipt.lead"), voice=Voice.LEAD),
        *_fields(receipt, shelf, day_of),
        Heading(level=2, words=shelf.say("receipt.field.events")),
        _happened(receipt, shelf, day_of),
        Paragraph(words=shelf.say("receipt.stays"), voice=Voice.QUIET),
    ]
    return sheet_of(shelf, made, blocks, both_sides=False)


def receipt_fields(receipt: Receipt, shelf: Shelf, day_of: DayOf) -> list[tuple[str, str]]:
    """The fields of a receipt in words, those first that matter most; what happened to it stands apart."""
    party, first = receipt.party, receipt.events[0]
    said = {
        "state": shelf.say(f"receipt.state.{receipt.state}"),
        "said_on": shelf.day(day_of(first.time), year=True),
        "information": receipt.information,
        "recipients": receipt.recipients,
        "purpose": receipt.purpose,
        "in_own_words": receipt.in_own_words,
        "validity": first.validity,
        "withdrawal": receipt.withdrawal,
        "storage": receipt.storage,
        "retention": receipt.retention,
        "information_type": receipt.information_type,
        "principal": receipt.principal,
        "controller": receipt.controller,
        "jurisdiction": receipt.jurisdiction,
        "party_type": party.type,
        "party_id": party.id,
        "party_address": party.address,
        "party_contact": party.contact,
        "notice": receipt.notice,
        "language": receipt.language,
        "record_id": receipt.record_id,
        "schema_version": receipt.schema_version,
    }
    return [(shelf.say(f"receipt.field.{name}"), words) for name, words in said.items() if words.strip()]


def receipt_happened(receipt: Receipt, shelf: Shelf, day_of: DayOf) -> list[tuple[str, str]]:
    """What happened to it: the day, and what it was, by whom, until when."""
    return [
        (shelf.day(day_of(event.time), year=True), f"{event.type} {shelf.say(f'receipt.state.{event.state}')}")
        for event in receipt.events
    ]


def _fields(receipt: Receipt, shelf: Shelf, day_of: DayOf) -> list[Block]:
    blocks: list[Block] = []
    for label, words in receipt_fields(receipt, shelf, day_of):
        blocks += [Paragraph(words=label, voice=Voice.LABEL), Paragraph(words=words)]
    return blocks


def _happened(receipt: Receipt, shelf: Shelf, day_of: DayOf) -> Block:
    head = (shelf.say("receipt.field.said_on"), shelf.say("receipt.field.state"))
    rows = tuple((Text(words=when), Text(words=what)) for when, what in receipt_happened(receipt, shelf, day_of))
    return Table(summary=shelf.say("receipt.field.events"), head=head, rows=rows, shares=(2, 5))
