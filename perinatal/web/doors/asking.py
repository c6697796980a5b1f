"""What a form asks of the shelf of papers: which one, how it is printed, and whose name is on it."""

import re
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from perinatal.toolkit import Copy, Edition, Paper
from perinatal.web.doors.opening import language_of
from perinatal.web.guard.bodies import ITS_BEGINNING, WITH_A_FILE, InMemory

MOST_FIELDS = 24
_HERE = re.compile(rb'name="here"\r\n\r\n(\w{2})\r\n')


class NotRead(Exception):
    """A form came that no page of ours sends, or not whole."""


@dataclass(frozen=True)
class Asked:
    """One paper, as somebody wants it."""

    thing: str
    copy: Copy
    here: str
    """The language of the page that asks."""
    look: bool
    """Whether it is to be seen first."""
    name: str = ""
    phone: str = ""
    hours: str = ""
    logo: bytes = b""
    logo_says: str = ""


async def asked_in(request: Request) -> Asked:
    """What this request asks; raises NotRead."""
    try:
        form = await _form(request)
        try:
            return await _asked(form)
        finally:
            await form.close()
    except (MultiPartException, HTTPException, NotBase64, UnicodeError, ValueError):
        raise NotRead from None


async def _form(request: Request) -> FormData:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.form()
    reading = InMemory(
        request.headers, request.stream(), max_files=1, max_fields=MOST_FIELDS, max_part_size=WITH_A_FILE
    )
    return await reading.parse()


async def _asked(sent: FormData) -> Asked:
    form = _as_changed(sent)
    return Asked(
        thing=form.get("print", "") or form.get("look", "") or form.get("again", ""),
        copy=Copy(
            language=language_of(form.get("language")),
            paper=Paper.A4 if form.get("paper") == "a4" else Paper.LETTER,
            edition=Edition.LARGE if form.get("size") == "large" else Edition.STANDARD,
            mono=form.get("black") == "yes",
        ),
        here=language_of(form.get("here")),
        look="print" not in form,
        name=form.get("name", ""),
        phone=form.get("phone", ""),
        hours=form.get("hours", ""),
        logo=await _logo(sent.get("logo"), form.get("seen_logo", "")),
        logo_says=form.get("logo_says", ""),
    )


def _as_changed(sent: FormData) -> dict[str, str]:
    """What was typed and chosen.

    A page with pictures sends how they were made, and beside it what may be changed: that counts for another look only.
    """
    typed = {name: value for name, value in sent.items() if isinstance(value, str)}
    changes = {name.removeprefix("new_"): value for name, value in typed.items() if name.startswith("new_")}
    if "again" in typed:
        return typed | {"black": ""} | changes
    return typed


async def _logo(file: object, seen: str) -> bytes:
    """The logo that was handed in, or that a page with pictures brings back."""
    if isinstance(file, UploadFile):
        return await file.read()
    return b64decode(seen, validate=True)


def here_in(body: bytes) -> str:
    """The language of the page that asks, from the beginning of a form that may not be whole."""
    found = _HERE.search(body[:ITS_BEGINNING])
    return language_of(found[1].decode() if found else "")
