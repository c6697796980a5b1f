"""How a page comes to be made with its words: later, and known by the module it is written in."""

from collections.abc import Callable

import reflex as rx


def making(page: Callable[..., rx.Component], *given: object, **named: object) -> Callable[[], rx.Component]:
    """A way to make a page. Reflex puts what pages of one module share into one file, so each keeps its own module."""

    def make() -> rx.Component:
        return page(*given, **named)

    make.__module__ = page.__module__
    return make
