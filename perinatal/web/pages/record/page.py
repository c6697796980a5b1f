"""Check my record: a paper held beside what is stored, and three honest answers."""

import reflex as rx

from perinatal.toolkit import Finding, Shelf
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.words import button, link, points

LONGEST = 200
_ENTRIES, _SIGNS = (
    rx.Var(_js_expr=f"(document.getElementById('{id}')?.value ?? '').slice(0, {LONGEST})", _var_type=str)
    for id in ("record-entries", "record-signs")
)
WORSE = (Finding.MISSING, Finding.CHANGED)


class RecordState(Here):
    """What came of the last check."""

    found: str = ""

    @rx.event
    def load(self) -> None:
        """Show the boxes."""
        self._enter()
        self.found = ""

    @rx.event
    async def check(self, entries: str, signs: str) -> None:
        """Hold these beside the record, all of which is read once more."""
        session = self._enter()
        self.found = ""
        if session and len(entries) <= LONGEST and len(signs) <= LONGEST:
            self.found = await house().toolkit.keys.check(session.plan, entries, signs)


def record_page(words: Shelf) -> rx.Component:
    """What it is, what it can't show, the boxes, the answer."""
    return live_page(
        words,
        "m/r",
        link(words.say("parts.back"), at(words.language, "m"), class_name="back"),
        rx.el.h1(words.say("record.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("record.what")),
        rx.el.h2(words.say("record.limit")),
        points(words.lines("record.limits")),
        rx.el.p(words.say("record.how")),
        _box(words, "entries"),
        _box(words, "signs"),
        button(words.say("record.do"), main=True, on_click=lambda _e: RecordState.check(_ENTRIES, _SIGNS)),
        rx.el.div(*[_answer(words, finding) for finding in Finding], role="status"),
    )


def _box(words: Shelf, box: str) -> rx.Component:
    return rx.el.div(
        rx.el.label(words.say(f"record.{box}"), html_for=f"record-{box}"),
        rx.el.p(words.say(f"record.{box}_hint"), id=f"record-{box}-hint", class_name="hint small"),
        rx.el.textarea(  # the signs go over more than one line of a phone
            id=f"record-{box}",
            name=f"record-{box}",
            rows="1" if box == "entries" else "2",
            auto_complete="off",
            auto_capitalize="characters",
            spell_check=False,
            max_length=LONGEST,
            custom_attrs={"aria-describedby": f"record-{box}-hint", "data-words": ""},
        ),
        class_name="field",
    )


def _answer(words: Shelf, finding: Finding) -> rx.Component:
    then = [points(words.lines("record.then"))] if finding in WORSE else []
    return rx.cond(
        RecordState.found == finding.value,
        rx.el.div(
            rx.el.h2(words.say(f"record.{finding}.title")),
            rx.el.p(words.say(f"record.{finding}.means")),
            *then,
            class_name="card yours" if finding is Finding.MATCHES else "card note",
        ),
    )
