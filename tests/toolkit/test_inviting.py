"""Inviting: by whom, how long, how many, and what it is worth."""

from datetime import timedelta

import pytest

from perinatal.toolkit import EnoughInvited, NotKeptYet
from perinatal.toolkit.inviting import AT_ONCE
from tests.toolkit.conftest import COPY, Place, do


def test_a_plan_that_is_not_kept_invites_nobody(place: Place) -> None:
    with pytest.raises(NotKeptYet):
        do(place.toolkit.invitations.by_parent(place.plan, "en"))


def test_a_member_who_was_invited_can_be_let_in_by_four_words_and_by_nothing_else(place: Place) -> None:
    do(place.toolkit.keep(place.plan, "en"))
    code = do(place.toolkit.invitations.by_parent(place.plan, "en"))
    words = do(place.toolkit.invitations.accept(code, "es"))
    assert words is not None

    member = do(place.toolkit.members.sign_in(words))

    assert member is not None
    assert do(place.toolkit.worklist.of(member)) == []
    found = do(place.toolkit.company.find(place.toolkit.members.four_words(member, "en"), "en"))
    assert found == (member.id.hex(), member.public.hex())
    assert place.plan.says.company.people == {}


def test_it_is_good_for_seven_days_by_a_clock_that_does_not_go_back(place: Place) -> None:
    member, _ = do(place.toolkit.members.add("en"))
    first, second = (do(place.toolkit.invitations.by_member(member, "en")) for _ in range(2))
    place.now += timedelta(days=7)
    assert do(place.toolkit.invitations.accept(first, "en"))
    place.now += timedelta(days=1)
    assert do(place.toolkit.invitations.accept(second, "en")) is None

    place.now -= timedelta(days=5)

    assert do(place.toolkit.invitations.accept(second, "en")) is None


def test_one_member_makes_so_many_and_after_their_days_others(place: Place) -> None:
    member, _ = do(place.toolkit.members.add("en"))
    for _ in range(AT_ONCE):
        do(place.toolkit.invitations.by_member(member, "en"))
    with pytest.raises(EnoughInvited):
        do(place.toolkit.invitations.by_member(member, "en"))

    place.now += timedelta(days=8)

    assert do(place.toolkit.invitations.by_member(member, "en"))


def test_only_words_from_our_lists_are_printed(place: Place) -> None:
    member, own = do(place.toolkit.members.add("es"))
    code = do(place.toolkit.invitations.by_member(member, "en"))

    assert (do(place.toolkit.invitations.print_invitation(COPY, code)) or b"").startswith(b"%PDF")
    assert (do(place.toolkit.invitations.print_own_words(COPY, own)) or b"").startswith(b"%PDF")
    assert do(place.toolkit.invitations.print_invitation(COPY, "my own words are not these")) is None
