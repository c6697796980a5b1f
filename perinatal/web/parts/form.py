"""A form the browser sends by itself, to one of our doors. Reflex's own form turns everything into an event."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML


class _PlainForm(BaseHTML):
    """A form element, and nothing more."""

    tag = "form"


def plain_form(door: str, *inside: rx.Component, how: dict[str, str], target: str = "") -> rx.Component:
    """A form that is posted to a door; `how` is the mark by which a script knows what to do with it."""
    attributes = {"action": door, "method": "post", "noValidate": True, **how}
    return _PlainForm.create(*inside, custom_attrs=attributes | ({"target": target} if target else {}))


def file_form(door: str, *inside: rx.Component) -> rx.Component:
    """A form that may bring a file, and whose answer is a page of its own."""
    return plain_form(door, *inside, how={"data-native": "", "encType": "multipart/form-data"}, target="_blank")


def door_form(door: str, *inside: rx.Component, new_tab: bool = False, by_script: bool = False) -> rx.Component:
    """A form that is posted to a door. With `by_script` the page script sends it, if it is there, and stays."""
    how = "data-door-form" if by_script else "data-native"
    return plain_form(door, *inside, how={how: ""}, target="_blank" if new_tab else "")
