"""Text boxes that save themselves. The page script sees to it that nothing typed is lost on a bad line."""

from collections.abc import Callable

import reflex as rx

WHERE = rx.Var(
    _js_expr=(
        "((_e?.target?.closest?.('[data-of]')?.dataset?.of === _e?.target?.dataset?.for"
        " && _e?.target?.dataset?.for) || '')"
    ),
    _var_type=str,
)
"""What the box on screen is for, or nothing while the page still holds the words of another one.

A text must never be saved under the question that was on screen before: the page names what it asks (`data-of`),
the server names what it sent (`data-for`), and only when both agree does a save carry a name.
"""


def text_box(
    name: str,
    label: str,
    value: rx.Var[str],
    owner: rx.Var[str],
    save: Callable[[rx.Var[str]], object],
    **more: object,
) -> rx.Component:
    """A labeled box. `owner` is what the shown value belongs to; `save` is called with what was typed."""
    hint = str(more.pop("hint", ""))
    rows = str(more.pop("rows", "4"))
    title = {"aria-labelledby": str(more.pop("labelled_by"))} if "labelled_by" in more else {}
    described = {"aria-describedby": f"{name}-hint"} if hint else {}
    return rx.el.div(
        *([] if title else [rx.el.label(label, html_for=name)]),
        *([rx.el.p(hint, id=f"{name}-hint", class_name="hint small")] if hint else []),
        rx.el.textarea(
            id=name,
            name=name,
            rows=rows,
            default_value=value,
            on_blur=save,
            auto_complete="off",
            auto_capitalize="sentences",
            spell_check=False,
            custom_attrs={"data-autosave": "", "data-for": owner, **title, **described},
        ),
        rx.el.p("", class_name="theirs small", role="status", hidden=True, custom_attrs={"data-of-box": name}),
        class_name="field",
    )
