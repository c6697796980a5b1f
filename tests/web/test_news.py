"""Every page that shows a plan hears that it changed, and no other page does."""

import ast
import asyncio
from pathlib import Path

from perinatal.web.news import News


class Kind:
    """A kind of page."""


def heard(*plans: bytes, pause: bool = True) -> list[str]:
    """Which pages were told, in a house with two pages of plan a and one of plan b."""
    told: list[str] = []

    async def tell(page: str, _kind: type) -> None:
        told.append(page)
        await asyncio.sleep(0)

    async def living() -> None:
        news = News(tell)
        news.shows("a1", Kind, b"a")
        news.shows("a2", Kind, b"a", b"c")
        news.shows("b1", Kind, b"a")
        news.shows("b1", Kind, b"b")
        news.shows("gone", Kind, b"a")
        news.keep_only({"a1", "a2", "b1"})
        for plan in plans:
            news.heard(plan)
        await asyncio.sleep(0.01 if pause else 0)

    asyncio.run(living())
    return told


def test_only_pages_of_a_plan_hear_of_it() -> None:
    assert sorted(heard(b"a")) == ["a1", "a2"]
    assert heard(b"b") == ["b1"]
    assert heard(b"c") == ["a2"]
    assert heard(b"nothing") == []


def test_on_a_new_day_every_page_that_shows_a_plan_looks_again() -> None:
    told: list[str] = []

    async def tell(page: str, _kind: type) -> None:
        told.append(page)

    async def living() -> None:
        news = News(tell)
        news.shows("a", Kind, b"a")
        news.shows("b", Kind, b"b")
        news.shows("none", Kind)
        news.new_day()
        await asyncio.sleep(0.01)

    asyncio.run(living())

    assert sorted(told) == ["a", "b"]


def test_many_changes_at_once_are_told_together() -> None:
    assert sorted(heard(*[b"a"] * 50)) == ["a1", "a2"]


def test_what_changes_while_a_page_is_told_is_told_once_more() -> None:
    told: list[str] = []

    async def living() -> None:
        news = News()

        async def tell(page: str, _kind: type) -> None:
            told.append(page)
            if len(told) == 1:
                news.heard(b"a")
            await asyncio.sleep(0)

        news.tell = tell
        news.shows("a1", Kind, b"a")
        news.heard(b"a")
        await asyncio.sleep(0.01)

    asyncio.run(living())

    assert told == ["a1", "a1"]


def test_a_page_that_looks_again_by_itself_is_no_sign_of_life(root: Path) -> None:
    """Else a member who looks now and then would keep the parent's plan open for ever."""
    looking = [
        (file.relative_to(root), ast.unparse(node))
        for file in (root / "perinatal" / "web").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.AsyncFunctionDef) and node.name == "_refresh"
    ]

    assert len(looking) >= 2
    assert [file for file, body in looking if "_enter" in body or "_come_in" in body or "touch" in body] == []
