"""Print: a PDF made in memory, sent once, and kept nowhere. Its name says nothing."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Busy, Copy, CouldNotKeep, Edition, OpenPlan, Paper, Toolkit, TooMuch
from perinatal.web.addresses import at
from perinatal.web.doors.carrying import may_lock_with
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of
from perinatal.web.doors.trying import busy

FILE_NAME = "notes.pdf"
HANDED_OVER = ("invitation", "member")
"""Sheets with six words for somebody else, or for a member."""


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def make(request: Request) -> Response:
        form = await request.form()
        copy, session = copy_of(form), house.session(request)
        if form.get("sheet") in HANDED_OVER:
            return await hand_over(form, copy)
        if session is None:
            return RedirectResponse(at(copy.language, "i"), 303)
        if house.tablet(request):
            # It would stay open in another tab when the tablet goes back, with every word on it.
            return RedirectResponse(at(copy.language, "y/p"), 303)
        inside = str(form.get("inside", "")).strip() if form.get("sheet") == "booklet" else ""
        try:
            if inside and not await may_lock_with(house, request, session, inside):
                return RedirectResponse(at(copy.language, "q") + "#inside-wrong", 303)
            pages = await _of_the_plan(house.toolkit, session.plan, copy, form)
        except TooMuch:
            return RedirectResponse(at(copy.language, "q") + "#inside-long", 303)
        except Busy:
            return busy(house, at(copy.language, "i/busy"))
        except CouldNotKeep:
            return house.full(copy.language, "q")
        if pages is None:
            return RedirectResponse(at(copy.language, "s/r" if form.get("sheet") == "receipt" else "q"), 303)
        return printed(pages)

    async def hand_over(form: FormData, copy: Copy) -> Response:
        """Words that are on the page of whoever asks. They are nobody's plan, so no plan needs to be open."""
        invitations, words = house.toolkit.invitations, str(form.get("words", ""))
        drawing = invitations.print_own_words if form.get("sheet") == "member" else invitations.print_invitation
        pages = await drawing(copy, words)
        return printed(pages) if pages else RedirectResponse(at(copy.language, "n"), 303)

    return [Route("/print", make, methods=["POST"])]


async def _of_the_plan(toolkit: Toolkit, plan: OpenPlan, copy: Copy, form: FormData) -> bytes | None:
    """The pages a form asks for, or None if there is nothing of the kind."""
    match form.get("sheet"):
        case "booklet":
            inside = str(form.get("inside", "")).strip()
            return await toolkit.print_booklet(plan, copy, all_of_it="all_of_it" in form, inside=inside)
        case "card":
            picks = frozenset(str(pick) for pick in form.getlist("pick"))
            return await toolkit.print_card(plan, copy, picks=picks, drug_words="drug_words" in form)
        case "words":
            return await toolkit.print_words(plan, copy, str(form.get("words", "")))
        case "receipt":
            return await toolkit.receipts.print(plan, copy, str(form.get("receipt", "")), plain="plain" in form)
        case "half":
            return await toolkit.print_half(plan, copy, str(form.get("words", "")))
        case _:
            return None


def printed(pages: bytes) -> Response:
    """A PDF that is kept nowhere."""
    return Response(
        pages,
        media_type="application/pdf",
        headers={"cache-control": "no-store", "content-disposition": f'inline; filename="{FILE_NAME}"'},
    )


def copy_of(form: FormData) -> Copy:
    """In which language, on which paper and in which size a form asks for a copy."""
    return Copy(
        language=language_of(form.get("language")),
        paper=Paper.A4 if form.get("paper") == "a4" else Paper.LETTER,
        edition=Edition.LARGE if form.get("size") == "large" else Edition.STANDARD,
    )
