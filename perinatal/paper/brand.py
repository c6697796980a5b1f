"""The name of a place that gives something out: typed when it is printed, drawn as a quiet band, kept nowhere."""

from typing import Annotated, Self

from pydantic import BaseModel, StringConstraints, model_validator

from perinatal.paper import png
from perinatal.paper.logo import Logo, LogoNotTaken, Reason
from perinatal.paper.svg import read_svg

LARGEST_FILE = 1_000_000

Short = Annotated[str, StringConstraints(max_length=60, strip_whitespace=True)]
"""As much as stands on a line of a band."""


class Brand(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """A name, how to reach it and when, and a logo with words for those who do not see it."""

    name: Short = ""
    phone: Short = ""
    hours: Short = ""
    logo: Logo | None = None
    logo_says: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""

    @model_validator(mode="after")
    def _logo_has_words(self) -> Self:
        if self.logo and not self.logo_says:
            raise ValueError("a logo comes with words for those who do not see it")
        return self

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands on it in words, in order."""
        return tuple(line for line in (self.name, self.phone, self.hours) if line)

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.lines or self.logo)


def read_logo(file: bytes, says: str) -> Logo:
    """The logo in this file, a PNG or an SVG, that comes with these words; raises LogoNotTaken."""
    if not says.strip():
        raise LogoNotTaken(Reason.NO_WORDS)
    if len(file) > LARGEST_FILE:
        raise LogoNotTaken(Reason.TOO_LARGE)
    return png.read_png(file) if file.startswith(png.BEGINNING) else read_svg(file)
