"""The gate before every event: its name must be on the list, its arguments must be what the handler asks for.

Every public method of a Reflex state can be called by anyone with a socket, with anything. So unknown names are
dropped before they are queued, and arguments are checked, strictly, before the handler runs.
"""

import inspect
import logging
import re
import typing
from functools import lru_cache

import reflex as rx
from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

log = logging.getLogger("perinatal.gate")

LONGEST_WORDS = 20_000
"""Characters in one argument; the same limit as `care` puts on words."""

FRAMEWORK: frozenset[str] = frozenset(
    {
        "reflex___state____state.hydrate_and_load",
        "reflex___state____state.set_is_hydrated",
        "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal",
        "reflex___state____state.reflex___state____on_load_internal_state.set_is_hydrated",
    }
)
"""What the page itself asks of Reflex to come alive. Nothing else of Reflex's own may be called."""

ALLOWED: dict[str, frozenset[str]] = {
    "hub": frozenset({"load"}),
    "section": frozenset({"load"}),
    "question": frozenset({"load", "save", "choose", "go_on", "skip", "take_out", "put_back"}),
    "topics": frozenset({"load"}),
    "topic": frozenset(
        {"load", "decide", "add", "tell", "tell_who", "wonder", "another_question", "take_out", "put_back"}
    ),
    "goals": frozenset({"load", "wish", "another", "take"}),
    "goal": frozenset({"load", "write", "went", "move", "take_out", "put_back"}),
    "keep": frozenset({"load"}),
    "printing": frozenset({"load"}),
    "more": frozenset({"load", "lock_after"}),
}
"""Every event a page may send. A test compares this with the handlers there really are."""

_OURS = re.compile(r"^reflex___state____state\.perinatal___web___parts___here____here\.perinatal___web___pages___(\w+?)___")


def allowed(name: str) -> bool:
    """Whether a page of ours may send this event."""
    page = _OURS.match(name)
    return page is not None and name.rpartition(".")[2] in ALLOWED.get(page[1], frozenset())


@lru_cache(maxsize=512)
def arguments(name: str) -> type[BaseModel] | None:
    """What a handler's arguments must look like, or None if there is no such handler of ours."""
    known = RegistrationContext.get().event_handlers.get(name)
    if known is None or not allowed(name):
        return None
    handler = known.handler.fn
    hints = typing.get_type_hints(handler)
    fields: dict[str, typing.Any] = {
        p.name: (hints[p.name], ... if p.default is p.empty else p.default)
        for p in list(inspect.signature(handler).parameters.values())[1:]
    }
    strict = ConfigDict(strict=True, extra="forbid", str_max_length=LONGEST_WORDS)
    return create_model("Arguments", __config__=strict, **fields)


class Gate(Middleware):
    """Stands before every handler."""

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """Let the event pass (None), or answer it with nothing."""
        if event.name in FRAMEWORK:
            flipped = event.name.endswith("set_is_hydrated") and not isinstance(event.payload.get("value"), bool)
            return StateUpdate() if flipped else None
        expected = arguments(event.name)
        if expected is None:
            return StateUpdate()
        try:
            expected.model_validate(event.payload)
        except ValidationError as wrong:
            log.warning("refused an event: %s", ",".join(sorted({e["type"] for e in wrong.errors(include_input=False)})))
            return StateUpdate()
        return None


def drop_unknown_events(app: rx.App) -> None:
    """Drop events nobody handles before they are queued: Reflex would keep each of them for ever."""
    namespace = app.event_namespace
    if namespace is None:
        return
    listen = namespace.on_event

    async def on_event(sid: str, data: object) -> None:
        name = data.get("name") if isinstance(data, dict) else None
        if isinstance(name, str) and (name in FRAMEWORK or arguments(name) is not None):
            await listen(sid, data)

    namespace.on_event = on_event
