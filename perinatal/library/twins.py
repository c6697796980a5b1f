"""Languages are twins: same files, same keys, same placeholders, same facts."""

import re
from collections.abc import Mapping

from perinatal.library.tables import File, leaves
from perinatal.library.wrong import Proofs

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")

Leaves = dict[str, object]

_IS_A_FACT = re.compile(
    r"\.(source|unsure|ours)$"
    r"|^parts\[\d+\]\.(new_page$|topics\[|lines\[\d+\]\.count$|questions\[\d+\]\.(id|count)$)"
)
"""What stands among the words and yet is the same in every language."""


def compare(shelves: Mapping[str, Mapping[str, File]], proofs: Proofs) -> None:
    """Note what one language has and another lacks; `shelves` is language → short file name → file."""
    for name in sorted({name for files in shelves.values() for name in files}):
        flat = {language: dict(leaves(files[name].tables)) for language, files in shelves.items() if name in files}
        for language in shelves.keys() - flat.keys():
            proofs.wrong(f"{language}/{name}", "", "", f"file missing: {', '.join(sorted(flat))} has it")
        _compare_file(name, flat, proofs)


def _compare_file(name: str, flat: Mapping[str, Leaves], proofs: Proofs) -> None:
    for path in sorted({path for own in flat.values() for path in own}):
        having = {language: own[path] for language, own in flat.items() if path in own}
        first = min(having)
        for language in sorted(flat):
            if language not in having:
                proofs.wrong(f"{language}/{name}", *table_and_key(path), f"missing: {', '.join(sorted(having))} has it")
            elif different := _difference(path, having[first], having[language]):
                proofs.wrong(f"{language}/{name}", *table_and_key(path), f"{different} in {first}")


def _difference(path: str, one: object, other: object) -> str:
    if type(one) is not type(other):
        return f"is {_kind(other)}, but {_kind(one)}"
    if _IS_A_FACT.search(path) and one != other:
        return f"is {other!r}, but {one!r}"
    mine, theirs = placeholders(other), placeholders(one)
    return f"has {_listed(mine)}, but {_listed(theirs)}" if mine != theirs else ""


def _kind(value: object) -> str:
    match value:
        case str():
            return "words"
        case bool():
            return "true or false"
        case _:
            return "something else"


def _listed(names: set[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"


def placeholders(value: object) -> set[str]:
    """The names of what is filled in: {"name"} for "Hello {name}"."""
    return set(PLACEHOLDER.findall(value)) if isinstance(value, str) else set()


def table_and_key(path: str) -> tuple[str, str]:
    """`A3.why` as the table A3 and the key why; `sections.A.title` as sections.A and title."""
    table, _, key = path.partition(".")
    if table in {"sections", "groups", "areas", "needs"}:
        inner, _, key = key.partition(".")
        table = f"{table}.{inner}"
    return (table, key) if key else ("", table)
