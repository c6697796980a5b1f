"""Whether what we say is plain enough: sentence by sentence, and page by page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from perinatal.library import plain
from perinatal.library.avoiding import sentences_of
from perinatal.library.tables import File
from perinatal.library.twins import table_and_key
from perinatal.library.wrong import Proofs

_IN_COLUMNS = ("commands.toml", ".help")
"""Laid out in columns for a terminal: a table of commands, not sentences."""


def note_hard_words(language: str, files: Mapping[str, File], proofs: Proofs) -> None:
    """Note every sentence, paragraph and page of one language that asks too much of a tired reader."""
    for name, file in files.items():
        for path, text in _read_texts(file):
            if problem := _of_text(language, path, text):
                proofs.wrong(file.name, *table_and_key(path), problem)
        for page, texts in pages(name, file).items():
            if problem := _of_page(language, texts):
                proofs.wrong(file.name, page, "", problem)


def pages(name: str, file: File) -> dict[str, list[str]]:
    """The whole sentences that a person meets together: one topic, one section of questions, or one file."""
    met: dict[str, list[str]] = defaultdict(list)
    for path, text in _read_texts(file):
        if _is_a_sentence(text):
            met[_page(name, path)].append(text)
    return met


def _read_texts(file: File) -> Iterator[tuple[str, str]]:
    name, key = _IN_COLUMNS
    table = file.name.endswith(name)
    return ((path, text) for path, text in sentences_of(file) if not (table and path.endswith(key)))


def _page(name: str, path: str) -> str:
    table = path.partition(".")[0]
    match name:
        case "topics.toml":
            return table
        case "questions.toml":
            return table.rstrip("0123456789")
        case _:
            return ""


def _is_a_sentence(text: str) -> bool:
    """A label or a button is none, and would make a page look plainer than it is."""
    return text.rstrip("\"'”’») \n").endswith((".", "!", "?", "…", ":"))


def _of_text(language: str, path: str, text: str) -> str:
    """What is wrong with one text, or nothing."""
    for paragraph in plain.paragraphs(text):
        said = plain.sentences(paragraph)
        longest = max(said, key=lambda sentence: len(plain.words(sentence)), default="")
        count = len(plain.words(longest))
        if count > plain.LONGEST_SENTENCE:
            return f"a sentence of {count} words, at most {plain.LONGEST_SENTENCE}: {longest[:60]}…"
        if len(said) > plain.MOST_SENTENCES:
            return f"{len(said)} sentences in a paragraph, at most {plain.MOST_SENTENCES}: start a new line"
    if path.endswith(".ask") and len(plain.words(text)) > plain.LONGEST_QUESTION:
        return f"a question of {len(plain.words(text))} words, at most {plain.LONGEST_QUESTION}"
    return _opening_marks(text) if language == "es" else ""


def _opening_marks(text: str) -> str:
    for opening, closing in (("¿", "?"), ("¡", "!")):
        if text.count(opening) != text.count(closing):
            return f"has {text.count(closing)} {closing} but {text.count(opening)} {opening}"
    return ""


def _of_page(language: str, texts: list[str]) -> str:
    """What is wrong with one page, or nothing. A page of fewer than three sentences is not measured."""
    if sum(len(plain.sentences(line)) for text in texts for line in plain.paragraphs(text)) < plain.MOST_SENTENCES:
        return ""
    if language == "es":
        ease = plain.inflesz(texts)
        return f"INFLESZ {ease:.1f}, at least {plain.LOWEST_INFLESZ:.0f}" if ease < plain.LOWEST_INFLESZ else ""
    hardness = plain.grade(texts)
    return f"reading grade {hardness:.1f}, at most {plain.HIGHEST_GRADE:.0f}" if hardness > plain.HIGHEST_GRADE else ""
