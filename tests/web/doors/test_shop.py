"""The door of papers for anybody: what it prints and shows, what it says when it can't, and that it keeps nothing."""

import io
import re
import tempfile
import threading
from base64 import b64decode, b64encode
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pikepdf
import pytest

from perinatal.toolkit import Copy, Edition, Extras, Paper, blank, brand_of, pictures, shelf, things
from perinatal.web.doors import shop
from perinatal.web.doors.press_room import PressRoom
from perinatal.web.guard.bodies import TOO_MUCH
from perinatal.web.guard.pace import Pace
from tests.paper.things import LOGO
from tests.web.doors.conftest import Doors

LANGUAGES = ("en", "es")
MARK = "heron lantern 7712"
CLINIC = {"name": 'Riverside <b>&amp; "Sons"', "phone": "555-0142", "hours": "9 to 5"}


def ask(doors: Doors, logo: bytes = b"", **form: str) -> httpx.Response:
    """Send the form of the page as a browser does, file or none."""
    file = ("", b"", "application/octet-stream") if not logo else ("C:\\logo.svg", logo, "image/svg+xml")
    return doors.send("/paper", data={"here": "en", "language": "en", **form}, files={"logo": file})


def says(got: httpx.Response, key: str, language: str = "en") -> bool:
    """Whether a page says these words."""
    return shelf(language).say(key) in unescape(got.text)


def inside(got: httpx.Response) -> bytes:
    """Every stream of a PDF, unpacked, and its title."""
    with pikepdf.open(io.BytesIO(got.content)) as opened:
        streams = [each.read_bytes() for each in opened.objects if isinstance(each, pikepdf.Stream)]
        return b"".join(streams) + str(opened.docinfo.get("/Title", "")).encode()


class _Form(HTMLParser):
    """Reads the fields of a page as a browser would send them with one of its buttons."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.buttons: dict[str, str] = {}
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        given = {key: value or "" for key, value in attrs}
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            self.fields[name] = value
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.fields[self._select] = value
        elif tag == "button" and name:
            self.buttons[name] = value


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_on_the_shelf_is_printed_for_anybody_the_same_as_by_the_toolkit(doors: Doors, language: str) -> None:
    for one in things(language):
        got = ask(doors, print=one.id, language=language, paper="a4")

        assert got.status_code == 200, one.id
        assert got.headers["content-type"] == "application/pdf"
        assert got.headers["cache-control"] == "no-store"
        assert got.headers["content-disposition"] == 'inline; filename="notes.pdf"'
        assert got.content == blank(one.id, Copy(language=language, paper=Paper.A4)), one.id
    assert doors.cookies == {}


def test_a_paper_comes_as_it_was_asked_for(doors: Doors) -> None:
    got = ask(doors, print="before-this", language="es", size="large", black="yes")

    wanted = Copy(language="es", paper=Paper.LETTER, edition=Edition.LARGE, mono=True)
    assert got.content == blank("before-this", wanted)


def test_the_name_of_a_clinic_stands_on_what_has_room_for_it(doors: Doors) -> None:
    got = ask(doors, LOGO, print="welcome-poster", logo_says="A circle and a bar", **CLINIC)

    brand = brand_of(**CLINIC, logo=LOGO, logo_says="A circle and a bar")
    assert got.content == blank("welcome-poster", Copy(language="en"), Extras(brand=brand))
    assert got.content != blank("welcome-poster", Copy(language="en"))


def test_what_is_seen_first_is_what_the_button_then_prints(doors: Doors) -> None:
    chosen = {"language": "es", "paper": "a4", "size": "large", "black": "yes", "logo_says": "A circle & a bar"}
    seen = ask(doors, LOGO, look="hospital-bag", **chosen, **CLINIC)
    form = _Form(seen.text)

    made = ask(doors, **form.fields, print=form.buttons["print"])

    direct = ask(doors, LOGO, print="hospital-bag", **chosen, **CLINIC)
    assert made.content == direct.content
    shown = [b64decode(data) for data in re.findall(r'src="data:image/png;base64,([^"]+)"', seen.text)]
    assert tuple(shown) == pictures(direct.content).pages


def test_another_look_takes_the_changes_and_keeps_the_logo(doors: Doors) -> None:
    first = _Form(ask(doors, LOGO, look="welcome-poster", logo_says="A circle", black="yes", **CLINIC).text)

    changed = first.fields | {"new_paper": "a4", "new_hours": "", "new_language": "es"}
    del changed["new_black"]  # as a browser does once it is no longer ticked
    second = _Form(ask(doors, **changed, again=first.buttons["again"]).text)
    made = ask(doors, **second.fields, print=second.buttons["print"])

    brand = brand_of(name=CLINIC["name"], phone=CLINIC["phone"], logo=LOGO, logo_says="A circle")
    assert made.content == blank("welcome-poster", Copy(language="es", paper=Paper.A4), Extras(brand=brand))


def test_each_picture_says_which_page_it_is_and_a_name_is_never_read_as_markup(doors: Doors) -> None:
    got = ask(doors, look="safe-sleep", here="es", **CLINIC)

    title = shelf("es").printables["safe-sleep"].title
    alts = re.findall(r'<img alt="([^"]+)"', got.text)
    assert unescape(alts[0]) == f"Página 1 de {len(alts)} de {title}"
    assert '<html lang="es" dir="ltr">' in got.text
    assert "<b>" not in got.text
    assert got.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("thing", "form", "logo", "key"),
    [
        ("letter-to-baby", {"name": "Riverside"}, b"", "no_brand"),
        ("ask-three", {"name": "Riverside", "logo_says": "A circle"}, LOGO, "no_logo"),
        ("welcome-poster", {"size": "large"}, b"", "no_large"),
    ],
)
def test_what_could_not_be_done_as_asked_is_said_beside_the_pictures(
    doors: Doors, thing: str, form: dict[str, str], logo: bytes, key: str
) -> None:
    assert says(ask(doors, logo, look=thing, **form), f"shop.looking.{key}")
    assert not says(ask(doors, look="hospital-bag"), f"shop.looking.{key}")


def test_pages_beyond_those_shown_are_counted(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shop, "pictures", lambda pdf: pictures(pdf, most=1))
    pages = len(pikepdf.open(io.BytesIO(ask(doors, print="month-by-month").content)).pages)

    got = ask(doors, look="month-by-month")

    assert shelf("en").say("shop.looking.unseen", count=pages - 1) in got.text
    assert got.text.count("<img") == 1


# -- What can't be printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["print", "look", "again"])
@pytest.mark.parametrize("name", ["", "no such thing", "../../etc/passwd", "<script>"])
def test_a_paper_there_is_not_is_said_kindly(doors: Doors, way: str, name: str, language: str) -> None:
    got = ask(doors, **{way: name}, here=language)

    assert got.status_code == 404
    assert says(got, "shop.trouble.unknown", language)
    assert "<script>" not in got.text.replace('<script src="/head.js">', "")
    assert f'href="/{language}/b"' in got.text


@pytest.mark.parametrize(
    ("logo", "logo_says", "why"),
    [
        (LOGO, "", "no_words"),
        (b"GIF89a" + bytes(40), "A dot", "not_a_picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "A dot", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>", "A dot", "not_plain"),
        (b"\x89PNG\r\n\x1a\n" + bytes(8) + b"\xff" * 8, "A dot", "too_many_pixels"),
        (LOGO + b" " * 1_000_000, "A dot", "too_large"),
    ],
)
def test_a_logo_that_is_not_taken_is_said_in_one_sentence(doors: Doors, logo: bytes, logo_says: str, why: str) -> None:
    for way in ("print", "look"):
        got = ask(doors, logo, **{way: "welcome-poster"}, logo_says=logo_says, here="es")

        assert got.status_code == 422
        assert says(got, f"paper.logo.{why}", "es")
        assert says(got, "shop.trouble.still", "es")


def test_a_logo_that_comes_back_in_letters_is_read_as_strictly(doors: Doors) -> None:
    torn = ask(doors, print="welcome-poster", seen_logo="not base64!", logo_says="x")
    strange = ask(doors, print="welcome-poster", seen_logo=b64encode(b"GIF89a").decode(), logo_says="x")

    assert torn.status_code == 400
    assert says(torn, "shop.trouble.not_read")
    assert says(strange, "paper.logo.not_a_picture")


def test_more_words_than_fit_are_said_and_not_cut(doors: Doors) -> None:
    long = ask(doors, print="welcome-poster", name="n" * 61)
    full = ask(doors, look="what-we-do", name="W" * 60, phone="W" * 60, hours="W" * 60)

    assert (long.status_code, full.status_code) == (422, 422)
    assert says(long, "shop.trouble.too_long")
    assert says(full, "shop.trouble.too_many")


def test_a_form_that_is_torn_or_strange_is_said_in_the_language_of_its_page(doors: Doors) -> None:
    cut = b'--x\r\nContent-Disposition: form-data; name="here"\r\n\r\nes\r\n--x\r\nContent-Disp'
    typed = {"content-type": "multipart/form-data; boundary=x"}
    many = {f"field{n}": "x" for n in range(40)}

    torn = doors.send("/paper", content=cut, headers=typed)
    crowded = doors.send("/paper", data={"here": "es"} | many, files={"logo": ("", b"")})
    empty = doors.send("/paper", content=b"", headers={"content-type": "multipart/form-data"})

    assert (crowded.status_code, empty.status_code) == (400, 400)
    assert says(crowded, "shop.trouble.not_read", "es")
    assert torn.status_code in (400, 404)
    assert '<html lang="es"' in torn.text


def test_too_large_a_file_is_said_in_the_language_of_its_page(doors: Doors) -> None:
    beginning = b'--x\r\nContent-Disposition: form-data; name="here"\r\n\r\nes\r\n--x\r\nContent-Disp'

    async def poured(scope: dict[str, object], receive: object, send: object) -> None:
        scope[TOO_MUCH] = True
        await told(scope, receive, send)  # type: ignore[operator]  # an ASGI app

    told, doors.site = doors.site, poured  # type: ignore[assignment]  # the same app, told by the wall

    got = doors.send("/paper", content=beginning, headers={"content-type": "multipart/form-data; boundary=x"})

    assert got.status_code == 413
    assert says(got, "paper.logo.too_large", "es")


def test_a_crowd_is_asked_to_come_back(doors: Doors) -> None:
    gate = threading.Event()
    doors.house.press = PressRoom(at_once=1, waiting=0)
    doors.house.press._workers.submit(gate.wait, 5)
    doors.house.press._inside = 1

    got = ask(doors, print="welcome-poster", here="es")
    gate.set()

    assert (got.status_code, got.headers["retry-after"]) == (503, "60")
    assert says(got, "shop.trouble.busy", "es")


def test_one_address_that_never_stops_is_asked_to_wait(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pace, "allows", lambda _, address: address != "somebody")

    got = ask(doors, print="welcome-poster")

    assert got.status_code == 503
    assert says(got, "shop.trouble.busy")


# -- Nothing stays


def test_nothing_of_a_clinic_touches_a_disk_or_stays_in_the_house(
    doors: Doors, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "_mkstemp_inner", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    large = LOGO.replace(b"<title>x", b"<title>" + b"heron " * 150_000)
    form = {"name": MARK, "phone": MARK, "hours": MARK, "logo_says": MARK}

    assert ask(doors, large + b" " * 400_000, print="welcome-poster", **form).status_code == 422
    assert ask(doors, large, print="welcome-poster", **form).status_code == 200
    seen = _Form(ask(doors, large, look="welcome-poster", **form).text)
    assert ask(doors, **seen.fields, print=seen.buttons["print"]).status_code == 200

    held = [file for file in tmp_path.rglob("*") if file.is_file() and b"heron" in file.read_bytes()]
    assert held == []


def test_a_name_is_in_no_title_and_in_no_metadata(doors: Doors) -> None:
    got = ask(doors, print="welcome-poster", name=MARK)

    assert got.status_code == 200
    with pikepdf.open(io.BytesIO(got.content)) as opened:
        told = [str(opened.docinfo), bytes(opened.Root.Metadata.read_bytes()).decode()]
        assert opened.docinfo["/Title"] == shelf("en").printables["welcome-poster"].title
    assert not [each for each in told if "heron" in each]
    assert "<title>Notes</title>" in ask(doors, look="welcome-poster", name=MARK).text
