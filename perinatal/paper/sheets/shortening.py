"""Saying the beginning of some words where there is no room for all of them. Whoever does so says where the rest is."""


def shortened(words: str, longest: int) -> tuple[str, bool]:
    """The words on one line, or their beginning up to the end of a word, and whether there are more."""
    whole = " ".join(words.split())
    if len(whole) <= longest:
        return whole, False
    start = whole[:longest].rsplit(" ", 1)[0]
    return f"{start}…", True
