"""Small pictures of everyday things, always beside words. Never substances, courts, cages or babies."""

import reflex as rx

_SHAPES: dict[str, str] = {
    "cup": "M10 14h16v8a8 8 0 0 1-16 0zM26 16h3a3 3 0 0 1 0 6h-3",
    "lamp": "M14 9h12l5 12H9zM20 21v9M14 31h12",
    "door": "M12 31V15a8 8 0 0 1 16 0v16zM24 23h1",
    "window": "M10 9h20v22H10zM20 9v22M10 20h20",
    "blanket": "M9 12h22v16H9zM9 18h22M15 12v16",
    "bus": "M8 11h24v15H8zM8 19h24M13 26v4M27 26v4",
    "path": "M12 31c0-9 16-8 16-16M28 15v-5M12 31h6",
    "key": "M14 24a5 5 0 1 1 4-4l11 0v5M25 20v4",
    "hands": "M9 22c4-5 7-5 11-1 4-4 7-4 11 1M13 29c3-3 5-3 7 0 2-3 4-3 7 0",
    "envelope": "M8 12h24v17H8zM8 12l12 10 12-10",
    "teapot": "M12 17h15v6a7 7 0 0 1-15 0zM27 18l5-3M12 19H9v5h4M18 17v-4h4v4",
    "chairs": "M10 9v22M10 21h7v10M30 9v22M30 21h-7v10",
    "plant": "M14 23h12l-2 9h-8zM20 23V12M20 19c-5 0-7-3-7-7 5 0 7 3 7 7zM20 15c0-4 2-7 7-7 0 4-2 7-7 7",
    "shoes": "M8 26h11l-3-8-4 2zM22 28h11l-3-8-4 2z",
}


def symbol(name: str, tone: str = "clay") -> rx.Component:
    """One symbol; it says nothing that the words beside it don't."""
    return rx.el.svg(
        rx.el.path(d=_SHAPES[name]),
        view_box="0 0 40 40",
        class_name=f"symbol {tone}",
        custom_attrs={"aria-hidden": "true", "focusable": "false"},
    )
