"""Print: a PDF made in memory, sent once, and kept nowhere. Its name says nothing."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import Copy, CouldNotKeep, Edition, Paper
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of

FILE_NAME = "notes.pdf"


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def make(request: Request) -> Response:
        form = await request.form()
        copy, session = copy_of(form), house.session(request)
        if session is None:
            return RedirectResponse(at(copy.language, "i"), 303)
        toolkit, plan = house.toolkit, session.plan
        try:
            match form.get("sheet"):
                case "booklet":
                    pages = await toolkit.print_booklet(plan, copy, all_of_it="all_of_it" in form)
                case "card":
                    picks = frozenset(str(pick) for pick in form.getlist("pick"))
                    pages = await toolkit.print_card(plan, copy, picks=picks, drug_words="drug_words" in form)
                case "words":
                    pages = await toolkit.print_words(plan, copy, str(form.get("words", "")))
                case _:
                    return RedirectResponse(at(copy.language, "q"), 303)
        except CouldNotKeep:
            return house.full(copy.language, "q")
        return Response(
            pages,
            media_type="application/pdf",
            headers={"cache-control": "no-store", "content-disposition": f'inline; filename="{FILE_NAME}"'},
        )

    return [Route("/print", make, methods=["POST"])]


def copy_of(form: FormData) -> Copy:
    """In which language, on which paper and in which size a form asks for a copy."""
    return Copy(
        language=language_of(form.get("language")),
        paper=Paper.A4 if form.get("paper") == "a4" else Paper.LETTER,
        edition=Edition.LARGE if form.get("size") == "large" else Edition.STANDARD,
    )
