"""Facts stand once and words once per language; here they become one value."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from perinatal.library.tables import File, Table
from perinatal.library.wrong import Proofs

Made = TypeVar("Made", bound=BaseModel)


def join(kind: type[Made], facts: File, words: File, proofs: Proofs) -> dict[str, Made]:
    """Every table of two files as one value each, in the order of their numbers.

    The class that `kind` builds on says which keys are facts; all its other keys are words.
    """
    joined: dict[str, Made] = {}
    if facts.there != words.there:
        here, gone = (facts.name, words.name) if facts.there else (words.name, facts.name)
        proofs.wrong(gone, "", "", f"file missing: {here} waits for it")
        return joined
    for id in facts.tables:
        if id not in words.tables:
            proofs.wrong(words.name, id, "", f"missing: {facts.name} has [{id}], so its words belong here")
    for id in words.tables:
        if id not in facts.tables:
            proofs.wrong(words.name, id, "", f"has words but no facts: add [{id}] to {facts.name}, or take it out here")
        elif made := _one(kind, id, facts, words, proofs):
            joined[id] = made
    return dict(sorted(joined.items(), key=lambda item: getattr(item[1], "number", 0)))


def alone(kind: type[Made], file: File, proofs: Proofs) -> dict[str, Made]:
    """Every table of one file as one value each, in the order of the file."""
    made = {id: _one(kind, id, None, file, proofs) for id in file.tables}
    return {id: one for id, one in made.items() if one is not None}


def _one(kind: type[Made], id: str, facts: File | None, words: File, proofs: Proofs) -> Made | None:
    of_facts = _fields(kind.__bases__[0]) if facts else set[str]()
    of_words = _fields(kind) - of_facts - {"id"}
    names = _toml_names(kind)
    values: dict[str, object] = {"id": id}
    for file, fields in ((facts, of_facts), (words, of_words)):
        if file:
            values |= _known(file, id, {names.get(field, field): field for field in fields}, proofs)
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        for slip in error.errors(include_url=False):
            field = str(slip["loc"][0]) if slip["loc"] else ""
            file = facts if facts and field in of_facts else words
            proofs.wrong(file.name, id, _key(slip["loc"], names), in_plain_words(slip))
        return None


def _fields(kind: type) -> set[str]:
    return set(kind.model_fields) if issubclass(kind, BaseModel) else set()


def _toml_names(kind: type[BaseModel]) -> dict[str, str]:
    """Field → key, where a file uses a word that Python or the other half already has."""
    renamed: Mapping[str, str] = getattr(kind, "toml_names", {})
    return {field: key for key, field in renamed.items()}


def _known(file: File, id: str, known: Mapping[str, str], proofs: Proofs) -> dict[str, object]:
    """The keys of one table by field name, without the ones that nobody knows."""
    table: Table | Any = file.tables[id]
    if not isinstance(table, dict):
        proofs.wrong(file.name, "", id, f"must be a table: write [{id}] on a line of its own, above its keys")
        return {}
    values: dict[str, object] = {}
    for key, value in table.items():  # pyright: ignore[reportUnknownVariableType]  TOML is what it is until here
        if key in known:
            values[known[key]] = value
        else:
            proofs.wrong(file.name, id, str(key), f"unknown key; known here: {', '.join(sorted(known))}")  # pyright: ignore[reportUnknownArgumentType]  as above
    return values


def _key(where: tuple[int | str, ...], names: Mapping[str, str]) -> str:
    """The path to a wrong value, the way the file writes it."""
    first, *rest = where or ("",)
    path = names.get(str(first), str(first))
    for step in rest:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    return path


_PLAIN = {
    "missing": "missing",
    "extra_forbidden": "unknown key",
    "string_type": "must be words in quotes",
    "string_too_short": "is empty; write the words, or take the table out",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "tuple_type": 'must be a list: ["…", "…"]',
    "frozen_set_type": 'must be a list: ["…", "…"]',
    "too_short": "is an empty list; it needs at least one",
    "model_type": "must be a table with keys",
}


def in_plain_words(slip: ErrorDetails) -> str:
    """One complaint of pydantic's, said to whoever writes the file."""
    context = slip.get("ctx", {})
    match slip["type"]:
        case "enum" | "literal_error":
            return f"unknown value {slip['input']!r}; known: {context.get('expected', '')}"
        case "string_pattern_mismatch":
            return f"does not have the right form: {slip['input']!r}"
        case kind if kind.startswith("date"):
            return "must be a date, without quotes: 2026-11-22"
        case "greater_than_equal" | "less_than_equal":
            return f"is out of range: {slip['input']!r}"
        case "value_error":
            return slip["msg"].removeprefix("Value error, ")
        case kind:
            return _PLAIN.get(kind, slip["msg"])
