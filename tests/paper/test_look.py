import pytest

from perinatal.paper.look import MM, SAFE_EDGE, TEXT_COLORS, Color, Edition, Paper, Role, look_of
from perinatal.paper.sizes import pocket_look

CARD_ROLES = {role for role in Role if role.startswith("card")}


def _light(color: Color) -> float:
    parts = [part / 255 for part in (color.red, color.green, color.blue)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("color", TEXT_COLORS)
def test_words_stand_out_from_the_paper(color: Color) -> None:
    assert 1.05 / (_light(color) + 0.05) >= 7


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("edition", Edition)
def test_all_words_are_in_a_color_that_stands_out(paper: Paper, edition: Edition) -> None:
    assert {type_.color for type_ in look_of(paper, edition).types.values()} <= set(TEXT_COLORS)


@pytest.mark.parametrize("paper", Paper)
def test_words_are_large_enough(paper: Paper) -> None:
    standard, large = look_of(paper, Edition.STANDARD), look_of(paper, Edition.LARGE)
    compact, pocket = look_of(paper, Edition.COMPACT), pocket_look(paper)
    for role in set(Role) - CARD_ROLES:
        assert min(standard.types[role].size, compact.types[role].size) >= 12
        assert pocket.types[role].size >= 9.5
    for role in (Role.BODY, Role.PARENT, Role.QUESTION, Role.ITEM, *CARD_ROLES):
        assert large.types[role].size >= 18


@pytest.mark.parametrize("paper", Paper)
def test_a_standard_card_is_as_large_as_a_bank_card(paper: Paper) -> None:
    card = look_of(paper, Edition.STANDARD).card
    assert (round(card.width / MM, 1), round(card.height / MM, 1)) == (85.6, 54.0)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("edition", Edition)
def test_margins_leave_room_for_holes_and_printers(paper: Paper, edition: Edition) -> None:
    frame = look_of(paper, edition).frame
    assert frame.inner >= 22 * MM
    assert min(frame.outer, frame.top, frame.footer) > SAFE_EDGE


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("edition", Edition)
def test_a_square_code_can_be_read_by_a_camera(paper: Paper, edition: Edition) -> None:
    look = look_of(paper, edition)
    assert min(look.square, look.card_square) >= 32 * MM
