"""What every kind of turn is made of."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
"""The id of a question, topic, goal, place or turn: never anything a person wrote."""

Words = Annotated[str, StringConstraints(max_length=20_000), Field(repr=False)]
"""What a person wrote or said, as they put it. Long is fine; 20,000 characters is where a page ends.

They are left out of what Python shows of a turn, so that no log can hold them by accident.
"""


class Kind(BaseModel, frozen=True, extra="forbid", hide_input_in_errors=True):
    """What all kinds share: they cannot be changed, and hold nothing they don't name."""
