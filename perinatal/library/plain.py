"""How hard a text is to read, measured: grade in English, INFLESZ in Spanish, and the length of everything.

English: Flesch-Kincaid grade, with syllables counted by groups of vowels; the tests count with a dictionary of sounds.
Spanish: Szigriszt's perspicuity on the INFLESZ scale, with the syllables of Spanish spelling.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache

LONGEST_SENTENCE = 20
MOST_SENTENCES = 3
LONGEST_QUESTION = 14
HIGHEST_GRADE = 6.0
LOWEST_INFLESZ = 65.0

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:/%-]*")
_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[A-ZÁÉÍÓÚÑ0-9{¿¡])")
_SHORT = re.compile(r"\b(?:a|p)\. m\.|\b(?:Dr|Dra|Sr|Sra|Mr|Mrs|Ms|St|vs|núm|EE)\.|\b(?:[A-Z]\.){2,}|\be\.g\.|\bi\.e\.")
_SILENT = re.compile(r"(?<=[^aeiouylr])es?$|(?<=[aeiouy][lr])es?$|(?<=[^aeiouydt])ed$")
"""An e that is written and not said: make, makes, care, asked; but not in table, wanted."""
_PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; "Dr." and "2:14 p. m." end none."""
    whole = _SHORT.sub(lambda found: found[0].replace(".", ""), paragraph)
    return [sentence for sentence in _END.split(whole) if words(sentence)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; whatever is filled in later counts as one short word."""
    return _WORD.findall(_PLACEHOLDER.sub("it", sentence))


def grade(texts: Iterable[str], syllables: Callable[[str], int] | None = None) -> float:
    """The Flesch-Kincaid grade of these English texts taken together."""
    per_sentence, per_word = _rates(texts, syllables or english_syllables)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def inflesz(texts: Iterable[str]) -> float:
    """Szigriszt's perspicuity of these Spanish texts taken together: 65 and more is fairly easy to read."""
    per_sentence, per_word = _rates(texts, spanish_syllables)
    return 206.835 - 62.3 * per_word - per_sentence


def _rates(texts: Iterable[str], syllables: Callable[[str], int]) -> tuple[float, float]:
    """Words per sentence and syllables per word; a text without any words is as plain as can be."""
    said = [words(sentence) for text in texts for paragraph in paragraphs(text) for sentence in sentences(paragraph)]
    count = sum(len(one) for one in said)
    if not count:
        return 0.0, 1.0
    return count / len(said), sum(syllables(word) for one in said for word in one) / count


@cache
def english_syllables(word: str) -> int:
    """Syllables of an English word by its spelling; a figure such as 482 counts as one."""
    if word[0].isdigit():
        return 1
    if "-" in word:
        return sum(english_syllables(part) for part in word.split("-"))
    bare = _SILENT.sub("", re.sub(r"['’].*$", "", word.lower()))
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


_STRONG = "aeoáéó"
_RAISED = "íú"


@cache
def spanish_syllables(word: str) -> int:
    """Syllables of a Spanish word, by the rules of its spelling; a figure counts as one."""
    if word[0].isdigit():
        return 1
    heard = re.sub(r"(?<=[qg])u(?=[eiéí])", "", word.lower())
    heard = re.sub(r"y(?![aeiouáéíóúü])", "i", heard)
    return max(1, sum(_nuclei(group) for group in re.findall(r"[aeiouáéíóúü]+", heard)))


def _nuclei(vowels: str) -> int:
    """How many syllables vowels in a row make: two strong ones part, and a raised weak one parts from a strong."""
    pairs = zip(vowels, vowels[1:], strict=False)
    return 1 + sum(
        (left in _STRONG and right in _STRONG)
        or (left in _RAISED and right in _STRONG)
        or (left in _STRONG and right in _RAISED)
        for left, right in pairs
    )
