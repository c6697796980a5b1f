"""Print: a PDF made in memory, sent once, and kept nowhere. Its name says nothing."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from perinatal.toolkit import CouldNotKeep, Edition, Paper
from perinatal.web.addresses import at
from perinatal.web.doors.house import House
from perinatal.web.doors.opening import language_of

FILE_NAME = "notes.pdf"


def routes(house: House) -> list[Route]:
    """The door of this file."""

    async def make(request: Request) -> Response:
        form = await request.form()
        language = language_of(form.get("language"))
        session = house.session(request)
        if session is None:
            return RedirectResponse(at(language, "i"), 303)
        paper = Paper.A4 if form.get("paper") == "a4" else Paper.LETTER
        edition = Edition.LARGE if form.get("size") == "large" else Edition.STANDARD
        toolkit, plan = house.toolkit, session.plan
        try:
            match form.get("sheet"):
                case "booklet":
                    pages = await toolkit.print_booklet(plan, language, paper, edition)
                case "card":
                    picks = frozenset(str(p) for p in form.getlist("pick"))
                    pages = await toolkit.print_card(plan, language, paper, picks, drug_words="drug_words" in form)
                case "words":
                    pages = await toolkit.print_words(plan, language, paper, str(form.get("words", "")))
                case _:
                    return Response(status_code=400)
        except CouldNotKeep:
            return Response(status_code=507)
        return Response(
            pages,
            media_type="application/pdf",
            headers={"cache-control": "no-store", "content-disposition": f'inline; filename="{FILE_NAME}"'},
        )

    return [Route("/print", make, methods=["POST"])]
