"""The gate before every event: its name must be on the list, its arguments must be what the handler asks for.

Every public method of a Reflex state can be called by anyone with a socket, with anything, and Socket.IO calls any
handler a message names, even `connect`. So whatever a page of ours does not say is dropped here, before it is queued:
Reflex would keep an event that nobody handles for ever.
"""

import inspect
import logging
import re
import typing
from functools import lru_cache

import reflex as rx
from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from reflex_base.registry import RegistrationContext

from perinatal.web.guard.wall import HANG_UP

log = logging.getLogger("perinatal.gate")

LONGEST_WORDS = 20_000
"""Characters in one argument; the same limit as `care` puts on words."""

STRICT = ConfigDict(strict=True, extra="forbid", str_max_length=LONGEST_WORDS, hide_input_in_errors=True)

FRAMEWORK: dict[str, type[BaseModel]] = {
    "reflex___state____state.hydrate_and_load": create_model("Arguments", __config__=STRICT, hashes=(list[str], [])),
    "reflex___state____state.reflex___state____on_load_internal_state.on_load_internal": create_model(
        "Arguments", __config__=STRICT
    ),
}
"""What the page itself asks of Reflex to come alive, with no more arguments than it gives."""

ALLOWED: dict[str, frozenset[str]] = {
    "hub": frozenset({"load"}),
    "section": frozenset({"load"}),
    "question": frozenset({"load", "save", "choose", "go_on", "skip", "address", "take_out", "put_back"}),
    "topics": frozenset({"load"}),
    "topic": frozenset(
        {"load", "decide", "add", "tell", "tell_who", "wonder", "another_question", "settle"}
        | {"address", "take_out", "put_back"}
    ),
    "goals": frozenset({"load", "wish", "another", "take"}),
    "today": frozenset({"load", "cover", "edit", "note"}),
    "inviting": frozenset({"load"}),
    "goal": frozenset({"load", "write", "went", "move", "address", "take_out", "put_back"}),
    "visit": frozenset({"load", "look", "write", "typing", "send", "ask", "open_topic", "tick", "tell_covered"}),
    "yours": frozenset({"load"}),
    "passing": frozenset({"load"}),
    "keep": frozenset({"load"}),
    "carrying": frozenset({"load"}),
    "printing": frozenset({"load"}),
    "more": frozenset({"load", "lock_after"}),
    "locks": frozenset({"load"}),
    "cards": frozenset({"load", "take_back"}),
    "record": frozenset({"load", "check"}),
    "sharing": frozenset({"load", "stop", "stop_all", "undo_stop"}),
    "links": frozenset({"load", "choose_who", "choose_part", "stop"}),
    "letting": frozenset({"load", "let_in", "another"}),
    "person": frozenset({"load", "look_at", "choose_until", "answer", "say_why", "open_today", "stop", "undo_stop"}),
    "looks": frozenset({"load"}),
    "receipts": frozenset({"load"}),
    "hiding": frozenset({"load", "turn", "again"}),
    "suggestions": frozenset({"load", "add", "change", "add_changed", "no_thanks"}),
}
"""Every event a page may send. A test compares this with the handlers there really are."""

_OURS = re.compile(
    r"^reflex___state____state\.perinatal___web___parts___here____here\."
    r"(?:perinatal___web___parts___visitor____visitor\.)?perinatal___web___pages___(\w+?)___"
)


class Place(BaseModel, frozen=True):
    """Where a page says it is. What stands behind a question mark or a hash is nobody's business."""

    pathname: typing.Annotated[str, Field(max_length=200)] = ""


class Said(BaseModel, frozen=True):
    """One event as a page sends it. What else it holds is left out."""

    name: typing.Annotated[str, Field(max_length=500)]
    payload: dict[str, typing.Any] = {}
    router_data: Place = Place()


def allowed(name: str) -> bool:
    """Whether a page of ours may send this event."""
    page = _OURS.match(name)
    return page is not None and name.rpartition(".")[2] in ALLOWED.get(page[1], frozenset())


@lru_cache(maxsize=512)
def arguments(name: str) -> type[BaseModel] | None:
    """What a handler's arguments must look like, or None if no page may call it."""
    known = RegistrationContext.get().event_handlers.get(name)
    if known is None or not allowed(name):
        return FRAMEWORK.get(name)
    handler = known.handler.fn
    hints = typing.get_type_hints(handler)
    fields: dict[str, typing.Any] = {
        p.name: (hints[p.name], ... if p.default is p.empty else p.default)
        for p in list(inspect.signature(handler).parameters.values())[1:]
    }
    return create_model("Arguments", __config__=STRICT, **fields)


def passes(given: object) -> dict[str, object] | None:
    """The event to hand on, made of what was checked and nothing else; None if no page of ours says this."""
    try:
        said = Said.model_validate(given, strict=True)
        expected = arguments(said.name)
        if expected is None:
            return None
        expected.model_validate(said.payload)
    except ValidationError as wrong:
        log.warning("refused an event: %s", ",".join(sorted({e["type"] for e in wrong.errors(include_input=False)})))
        return None
    path = said.router_data.pathname
    return {"name": said.name, "payload": said.payload, "router_data": {"pathname": path, "asPath": path}}


def stand_before(app: rx.App) -> None:
    """From now on the site hears only what its pages may say."""
    server, pages = app.sio, app.event_namespace
    if server is None or pages is None:
        raise RuntimeError("Reflex makes both before it answers anybody")
    hear, connect, hand_on = server._handle_event, server._handle_connect, pages.on_event

    def hang_up(line: str) -> None:
        server.environ[line]["asgi.scope"][HANG_UP]()

    async def only_events(line: str, namespace: str | None, id: int | None, data: object) -> None:
        match data:
            case ["event", dict() as said]:
                await hear(line, namespace, None, ["event", said])
            case ["client_error", *_]:
                pass  # a page's own trouble, which quotes what stood on it
            case _:
                hang_up(line)

    async def only_once(line: str, namespace: str | None, given: object) -> None:
        if server.manager.sid_from_eio_sid(line, namespace or "/") is None:
            await connect(line, namespace, given)
        else:
            hang_up(line)

    async def on_event(sid: str, given: object) -> None:
        said = passes(given)
        if said is not None:
            await hand_on(sid, said)

    server._handle_event, server._handle_connect, pages.on_event = only_events, only_once, on_event
