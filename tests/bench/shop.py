"""How fast the print shop is: a thousand posters in two processes, and a thousand numbered cards in one file."""

import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from perinatal.library import Shape, languages, shelf
from perinatal.toolkit import Brand, Copy, Extras, Paper, blank

_POSTERS = 1000
_PROCESSES = 2
_CARDS = 1000
Row = tuple[str, float, str]
Made = TypeVar("Made")


def rows() -> list[Row]:
    """What was measured: name, value, unit."""
    posters = [(id, language, number) for number in range(_POSTERS) for id, language in [_poster(number)]]
    with ProcessPoolExecutor(_PROCESSES, mp_context=get_context("fork")) as pool:
        list(pool.map(_draw, posters[: 2 * _PROCESSES]))  # both are awake before the clock starts
        many, size = _timed(lambda: sum(pool.map(_draw, posters, chunksize=50)))
    one = _timed(lambda: _draw(posters[0]))[0]
    cards, file = _timed(lambda: blank("ask-three", Copy(language="en"), Extras(copies=_CARDS, numbered=True)))
    return [
        (f"{_POSTERS} posters, each with another brand, {_PROCESSES} processes", many / 1000, "s"),
        ("one of them", one, "ms"),
        ("one of them, size", size / _POSTERS / 1000, "KB"),
        (f"{_CARDS} cards with their numbers in one file", cards, "ms"),
        ("all those cards, size", len(file) / 1000, "KB"),
    ]


def _poster(number: int) -> tuple[str, str]:
    every = [
        (thing.id, language)
        for language in languages()
        for thing in shelf(language).printables.values()
        if thing.shape is Shape.POSTER
    ]
    return every[number % len(every)]


def _draw(asked: tuple[str, str, int]) -> int:
    id, language, number = asked
    brand = Brand(name=f"Riverside Family Clinic {number}", phone=f"555-{number:04}")
    return len(blank(id, Copy(language=language, paper=Paper.A4), Extras(brand=brand)))


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    started = time.perf_counter()
    made = work()
    return (time.perf_counter() - started) * 1000, made
