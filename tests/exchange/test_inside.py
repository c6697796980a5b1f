"""A plan file inside a PDF is found as bytes, and every step of that has an end."""

import pytest

from perinatal.exchange import NotOpened, Why, age, found_in, inside

FILE = age.MAGIC + b"-> scrypt and so on\x00\xff" * 40


def pdf(file: bytes = FILE, length: int | None = None, end: bytes = b"\nendstream\nendobj\n") -> bytes:
    """A PDF with this stream somewhere in it."""
    size = len(file) if length is None else length
    return b"%%PDF-1.7\n7 0 obj\n<</Type/EmbeddedFile/Length %d>>\nstream\n%s%s%%%%EOF\n" % (size, file, end)


def test_what_is_no_pdf_is_looked_at_as_it_is() -> None:
    assert found_in(FILE) == FILE
    assert found_in(b"PK\x03\x04") == b"PK\x03\x04"


def test_the_file_inside_a_pdf_is_found_whole() -> None:
    assert found_in(pdf()) == FILE


@pytest.mark.parametrize(
    "brought",
    [
        b"%PDF-1.7\n%%EOF",
        pdf(b"something else"),
        pdf(length=len(FILE) - 1),
        pdf(length=len(FILE) + 1),
        pdf(length=9_999_999),
        pdf(length=0),
        pdf(end=b""),
        pdf()[: len(pdf()) // 2],
    ],
)
def test_a_length_that_is_not_so_finds_nothing(brought: bytes) -> None:
    with pytest.raises(NotOpened) as told:
        found_in(brought)

    assert told.value.why is Why.NOTHING_INSIDE


def test_nothing_and_too_much_are_said_as_such() -> None:
    for brought, why in ((b"", Why.EMPTY), (b"%PDF-" + bytes(inside.LARGEST_PDF), Why.TOO_LARGE)):
        with pytest.raises(NotOpened) as told:
            found_in(brought)
        assert told.value.why is why


def test_a_pdf_full_of_beginnings_is_looked_at_a_few_times_only() -> None:
    beginning = b"/Length 40>>\nstream\n" + age.MAGIC
    brought = b"%PDF-1.7\n" + beginning * 50_000 + pdf()

    with pytest.raises(NotOpened) as told:
        found_in(brought[: inside.LARGEST_PDF])

    assert told.value.why is Why.NOTHING_INSIDE
