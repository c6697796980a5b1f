"""What is changed in the built pages, as plain functions from text to text."""

import base64
import hashlib
import re

HEAD_SCRIPT = "/head.js"
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
MODULE_LINK = re.compile(r"<link\b[^>]*\brel=\"modulepreload\"[^>]*>")
TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*data-emotion.*?</style>|data-emotion", re.DOTALL)
SOCKET = re.compile(r"`ws://localhost:\d+(/[^`]*)`")
OWN_HOSTS = re.compile(r"(?<=\bSAME_DOMAIN_HOSTNAMES=)\[[^\]]*\](?=[,;])")
PLAIN = re.compile(r"`http://localhost:\d+(/[^`]*)`")


class PageNotFit(Exception):
    """A built page holds something that must not be served."""


def same_origin(script: str) -> str:
    """Let the pages talk to wherever they came from, instead of an address fixed at build time."""
    changed = SOCKET.sub(r"(location.origin.replace(/^http/,`ws`)+`\1`)", script)
    changed = PLAIN.sub(r"(location.origin+`\1`)", changed)
    if changed == script or "localhost" in changed:
        raise PageNotFit("the addresses in the environment script look different from what we know")
    return changed


def port_and_all(script: str) -> str:
    """Let the line go to the port a page came from; at `localhost` over TLS, Reflex would take the port away."""
    changed, times = OWN_HOSTS.subn("[]", script)
    if times != 1:
        raise PageNotFit("the script of the line looks different from what we know")
    return changed


def in_language(page: str, language: str, direction: str) -> str:
    """Say the page's language and direction before the first paint."""
    changed, times = re.subn(r"<html\b[^>]*>", f'<html lang="{language}" dir="{direction}">', page, count=1)
    if not times:
        raise PageNotFit("a page without an html element")
    return changed


def whole(page: str) -> str:
    """A page that is all there without JavaScript: only the head script stays."""
    return _without_waiting_places(MODULE_LINK.sub("", SCRIPT.sub(_keep_head_script, page)))


def _keep_head_script(script: re.Match[str]) -> str:
    return f'<script src="{HEAD_SCRIPT}"></script>' if f'src="{HEAD_SCRIPT}"' in script[1] else ""


def _without_waiting_places(page: str) -> str:
    """Take out the empty places React leaves for later; words in one would never be seen without JavaScript."""
    before, waiting, after = page.partition("<!--$?-->")
    if not waiting:
        return page
    rest, end = after.rsplit("</body>", 1)
    if TAG.sub("", rest).strip():
        raise PageNotFit("a page that has to be whole keeps words back until JavaScript runs")
    return f"{before}</body>{end}"


def words_first(page: str) -> str:
    """Let the page's own scripts wait behind what the first words on the screen need: the head script and the style."""
    return MODULE_LINK.sub("", page).replace("</head>", "".join(MODULE_LINK.findall(page)) + "</head>", 1)


def inline_hashes(page: str) -> set[str]:
    """The hashes by which the guard lets this page's own scripts run."""
    return {
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for attributes, text in SCRIPT.findall(page)
        if "src=" not in attributes
    }


def insist_fit(page: str, name: str) -> None:
    """Refuse a page with styles made at run time: the guard would have to allow any style."""
    if style := STYLE.search(page):
        raise PageNotFit(
            f"{name} holds {style[0]}: made by a style prop or an unknown prop; use a class or custom_attrs"
        )
