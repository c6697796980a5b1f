"""`python -m perinatal.library.check`: every mistake on the shelf, in plain words, so that one read mends them all.

For people who write the files, and for the tests. A running site never comes here.
"""

import sys
from pathlib import Path

from perinatal.library import twins
from perinatal.library.avoiding import note_avoided
from perinatal.library.contents import Shelf
from perinatal.library.measuring import note_hard_words
from perinatal.library.shelf import LIBRARY, languages
from perinatal.library.stacks import Facts
from perinatal.library.stocking import read_facts, read_words
from perinatal.library.tables import File, read_file
from perinatal.library.wrong import Mistake, Proofs

_NOT_TWINS = {"language.toml", "avoid.toml"}
"""What a language says about itself: every one its own."""


def every_mistake(root: Path = LIBRARY) -> list[Mistake]:
    """All that is wrong with the facts, the words of every language, and between the languages."""
    facts = read_facts(root)
    proofs = Proofs(list(facts.mistakes))
    shelves = [read_words(root, facts, language, proofs) for language in languages(root)]
    twins.compare({language: words_files(root, language) for language in languages(root)}, proofs)
    for language in languages(root):
        note_avoided(root, language, words_files(root, language), proofs)
    if not proofs.mistakes:
        _no_source_is_idle([shelf for shelf in shelves if shelf], facts, proofs)
    return sorted(proofs.mistakes)


def every_hard_sentence(root: Path = LIBRARY) -> list[Mistake]:
    """All sentences and pages that are too long or too hard to read."""
    proofs = Proofs()
    for language in languages(root):
        note_hard_words(language, words_files(root, language), proofs)
    return sorted(proofs.mistakes)


def words_files(root: Path, language: str) -> dict[str, File]:
    """All files of words of one language, by their names inside its folder."""
    folder = root / language
    names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.toml"))]
    unread = Proofs()  # a file that can't be read was noted when the shelf was
    files = {name: read_file(root, f"{language}/{name}", unread) for name in names if name not in _NOT_TWINS}
    return {name: file for name, file in files.items() if file.tables}


def _no_source_is_idle(shelves: list[Shelf], facts: Facts, proofs: Proofs) -> None:
    """A source that nothing names is a promise that nothing keeps."""
    used = {source for shelf in shelves for source in _sources(shelf)}
    for id in facts.sources.keys() - used:
        proofs.wrong("facts/sources.toml", id, "", "not used: nothing names it, so take it out")


def _sources(shelf: Shelf) -> set[str]:
    facts = [fact for topic in shelf.topics.values() for fact in topic.facts]
    for paged in (*shelf.articles.values(), *shelf.printables.values()):
        facts += [fact for part in paged.parts for fact in part.facts]
    sourced = [*shelf.questions.values(), *shelf.topics.values()]
    places = {place.source for place in shelf.places.values()}
    return {fact.source for fact in facts} | {id for one in sourced for id in one.sources} | places


def main() -> int:
    """Print every mistake; 1 if there are any."""
    mistakes = [*every_mistake(), *every_hard_sentence()]
    for mistake in mistakes:
        print(mistake)
    print(f"{len(mistakes)} to mend." if mistakes else "The shelf is in order.")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
