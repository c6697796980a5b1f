"""The page on which a parent lets somebody in: by their four words, so that it is this person and nobody else."""

import reflex as rx

from perinatal.care import Audience
from perinatal.care.sharing import LetIn
from perinatal.toolkit import CouldNotKeep, Shelf, languages
from perinatal.web.addresses import at
from perinatal.web.parts.frame import live_page
from perinatal.web.parts.here import Here, house
from perinatal.web.parts.keep_first import keep_first
from perinatal.web.parts.words import button, link, link_here, until_known

OTHERS = (Audience.TEAM, Audience.BIRTH, Audience.TRUSTED)
LONGEST_NAME = 200
WRONG = "let-wrong"
_NAME, _CALLED, _WORDS = (
    rx.Var(_js_expr=f"(document.getElementById('{id}')?.value ?? '')", _var_type=str)
    for id in ("let-name", "let-called", "let-words")
)
_WHO = rx.Var(_js_expr="(document.querySelector('input[name=let-who]:checked')?.value ?? '')", _var_type=str)
_MINE = "new"


class LettingState(Here):
    """What was wrong with the last try, or who was let in. What is typed stays in its boxes until then."""

    owner: str = ""
    wrong: list[str] = []
    done: str = ""
    address: str = ""

    @rx.event
    async def load(self) -> None:
        """Show the boxes."""
        self.wrong, self.done, self.address = [], "", ""
        self.owner = _MINE if self._enter() else ""
        self.saved = ""

    @rx.event
    async def let_in(self, who: str, name: str, called: str, words: str) -> rx.event.EventSpec | None:
        """Let in the person whose four words these are. It shows them nothing."""
        session = self._enter()
        if session is None or not session.plan.kept:
            return None
        found = await self._find(words)
        self.wrong = _wrong(who, name, found)
        if self.wrong or found is None:
            return rx.set_focus(WRONG)
        member, public = found
        before = session.plan.says.company.people.get(member)
        said = LetIn(member=member, public=public, name=name.strip(), audience=Audience(who), called=called.strip())
        try:
            await house().toolkit.company.let_in(session.plan, said, self._language)
        except CouldNotKeep as error:
            self._note_trouble(error)
            return None
        self.done = self._shelf.say("sharing.new.already" if before else "sharing.new.matched", name=said.name)
        place = list(session.plan.says.company.people).index(member) + 1
        self.address = at(self._language, f"s/{place}")
        self._note_saved(session)
        return None

    async def _find(self, words: str) -> tuple[str, str] | None:
        """Their page may be in another language than this one; their words are then from its list."""
        for language in sorted(languages(), key=lambda each: each != self._language):
            if found := await house().toolkit.company.find(words, language):
                return found
        return None

    @rx.event
    async def another(self) -> None:
        """That one is let in; the boxes are free for another."""
        self._enter()
        self.wrong, self.done, self.address = [], "", ""


def _wrong(who: str, name: str, found: tuple[str, str] | None) -> list[str]:
    wrong = {
        "who": who not in set(OTHERS),
        "name": not name.strip() or len(name) > LONGEST_NAME,
        "words": found is None,
    }
    return [box for box, is_so in wrong.items() if is_so]


def letting_page(words: Shelf) -> rx.Component:
    """Let someone in."""
    return live_page(
        words,
        "s/new",
        link(words.say("sharing.back"), at(words.language, "s"), class_name="back"),
        rx.el.h1(words.say("sharing.new.title"), id="h1", tab_index=-1),
        rx.el.p(words.say("sharing.limit")),
        until_known(
            rx.cond(
                Here.kept,
                rx.fragment(
                    _problem(words),
                    rx.el.div(
                        rx.cond(LettingState.done != "", rx.el.p(LettingState.done, class_name="card yours")),
                        role="status",
                    ),
                    rx.cond(LettingState.done != "", _done(words), _form(words)),
                ),
                keep_first(words),
            )
        ),
    )


def _done(words: Shelf) -> rx.Component:
    return rx.fragment(
        rx.el.p(words.say("sharing.new.then")),
        rx.el.a(words.say("sharing.person.choose"), href=LettingState.address, class_name="btn main"),
        button(words.say("sharing.new.another"), on_click=LettingState.another),
    )


def _problem(words: Shelf) -> rx.Component:
    """What to mend, with a way to each box. It is there, and empty, before: so that it can take the focus at once."""
    return rx.el.div(
        rx.cond(
            LettingState.wrong.length() > 0,
            rx.el.div(
                rx.el.h2(words.say("sharing.new.problem")),
                *[
                    rx.cond(
                        LettingState.wrong.contains(box),
                        rx.el.p(link_here(words.say(f"sharing.new.wrong_{box}"), f"let-{box}")),
                    )
                    for box in ("who", "name", "words")
                ],
                class_name="errors",
                custom_attrs={"data-titled": ""},
            ),
        ),
        id=WRONG,
        role="alert",
        tab_index=-1,
    )


def _form(words: Shelf) -> rx.Component:
    return rx.fragment(
        rx.el.p(words.say("sharing.new.about")),
        rx.el.p(words.say("sharing.new.then")),
        rx.el.p(words.say("sharing.new.reports"), class_name="card note"),
        rx.el.fieldset(
            rx.el.legend(words.say("sharing.new.who")),
            _amiss(words, "who"),
            *[_other(words, audience) for audience in OTHERS],
        ),
        _box(words, "name"),
        _box(words, "called"),
        rx.el.p(words.say("sharing.new.why_words")),
        _box(words, "words"),
        rx.el.p(
            words.say("sharing.new.no_words") + " ", link(words.say("sharing.new.invite"), at(words.language, "s/i"))
        ),
        button(
            words.say("sharing.new.do"),
            main=True,
            on_click=lambda _e: LettingState.let_in(_WHO, _NAME, _CALLED, _WORDS),
        ),
    )


def _other(words: Shelf, audience: Audience) -> rx.Component:
    first = {"id": "let-who"} if audience is OTHERS[0] else {}
    return rx.el.label(
        rx.el.input(type="radio", name="let-who", value=str(audience), **first),
        rx.el.span(words.say(f"sharing.audience.{audience}")),
        class_name="choice",
    )


def _amiss(words: Shelf, box: str) -> rx.Component:
    return rx.el.p(
        rx.cond(LettingState.wrong.contains(box), words.say(f"sharing.new.wrong_{box}"), ""),
        id=f"let-{box}-wrong",
        class_name="trouble",
    )


def _box(words: Shelf, box: str) -> rx.Component:
    amiss = [] if box == "called" else [_amiss(words, box)]
    described = {"aria-describedby": f"let-{box}-hint" + (f" let-{box}-wrong" if amiss else "")}
    wrong = {"aria-invalid": rx.cond(LettingState.wrong.contains(box), "true", "false")}
    return rx.el.div(
        rx.el.label(words.say(f"sharing.new.{box}"), html_for=f"let-{box}"),
        rx.el.p(words.say(f"sharing.new.{box}_hint"), id=f"let-{box}-hint", class_name="hint small"),
        *amiss,
        rx.el.input(
            type="text",
            id=f"let-{box}",
            name=f"let-{box}",
            default_value="",
            auto_complete="off",
            auto_capitalize="none" if box == "words" else "words",
            spell_check=False,
            max_length=LONGEST_NAME,
            custom_attrs={"data-autosave": "", "data-for": LettingState.owner, **described, **wrong},
        ),
        class_name="field",
    )
