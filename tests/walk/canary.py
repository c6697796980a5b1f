"""The canary search: plants a marked word wherever words can be written, then looks for it wherever it must not be.

The mark is new in every run, so nothing that lies about from an earlier one, nor this file, is ever found.
"""

import base64
import binascii
import secrets
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

KINDS = ":not([type]), [type=text], [type=password], [type=search], [type=tel], [type=email]"
FIELDS = f"textarea:visible, input:visible:is({KINDS})"
ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08")


class Canary:
    """One run's mark. Each place it is planted gets a number, so that a find says where it came from."""

    def __init__(self) -> None:
        self.stem = "zqx" + "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(13))
        self.planted: dict[str, str] = {}
        self._numbers = count(1)

    def word(self, where: str) -> str:
        """A new word with the mark, to be planted there."""
        word = f"{self.stem}{next(self._numbers):04d}"
        self.planted[word] = where
        return word

    def shapes(self) -> dict[str, tuple[bytes, ...]]:
        """The mark as it might be written down."""
        plain = self.stem.encode()
        # In base64 a word looks different at each of three places; only the middle is the same whatever stands around.
        coded = tuple(
            base64.b64encode(b"\0" * shift + plain)[4 if shift else 0 : -4].rstrip(b"=") for shift in range(3)
        )
        return {
            "utf-8": (plain,),
            "utf-16": (self.stem.encode("utf-16-le"),),
            "base64": coded,
            "hex": (binascii.hexlify(plain), binascii.hexlify(plain).upper()),
            "reversed": (plain[::-1],),
            "quoted": (quote(self.stem).encode(), "".join(f"%{b:02X}" for b in plain).encode()),
        }

    def in_bytes(self, held: bytes, *, inflate: bool = False) -> list[str]:
        """The shapes in which the mark stands in these bytes, also inside what was packed."""
        found = [name for name, shapes in self.shapes().items() if any(shape in held for shape in shapes)]
        if inflate:
            found += [f"packed {name}" for part in _inflated(held) for name in self.in_bytes(part)]
        return found

    def in_text(self, *texts: str) -> list[str]:
        """The same for words: addresses, titles, cookies."""
        return self.in_bytes("\n".join(texts).encode("utf-8", "surrogatepass"))

    def in_files(self, folders: Iterable[Path], *, inflate: bool = True) -> list[str]:
        """Every file that holds the mark, or has it in its name."""
        finds: list[str] = []
        for file in _files(folders):
            try:
                held = file.read_bytes()
            except FileNotFoundError:  # a file that came and went while we looked holds nothing any more
                continue
            finds += [f"{file}: {shape}" for shape in self.in_bytes(held, inflate=inflate) + self.in_text(str(file))]
        return finds


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def _inflated(held: bytes) -> Iterator[bytes]:
    """What comes out of every packed stream in these bytes, a megabyte of each at most."""
    for start in ZLIB_STARTS:
        at = held.find(start)
        while at >= 0:
            with suppress(zlib.error):  # these bytes may only look like the start of a packed stream
                yield zlib.decompressobj(wbits=47).decompress(held[at:], 1_000_000)
            at = held.find(start, at + 1)


def plant(page: Page, canary: Canary) -> list[str]:
    """Write a new word into every field there is on this page, also those that a tap brings out."""
    planted: list[str] = []
    page.evaluate("() => document.querySelectorAll('main details').forEach((more) => { more.open = true; })")
    planted += _fill(page, canary)
    groups = page.locator("main [role=group], main fieldset")
    for at in range(groups.count()):
        tap = groups.nth(at).locator("button:visible")
        if tap.count():
            tap.first.click()
    if groups.count():
        page.wait_for_timeout(150)  # for the fields a tap brings out
        planted += _fill(page, canary)
    return planted


def _fill(page: Page, canary: Canary) -> list[str]:
    words: list[str] = []
    fields = page.locator(FIELDS)
    for at in range(fields.count()):
        field = fields.nth(at)
        if canary.stem in field.input_value():
            continue
        words.append(canary.word(f"{page.url} {field.get_attribute('id')}"))
        field.fill(" ".join([words[-1]] * 6) if field.get_attribute("type") == "password" else words[-1])
        field.blur()
    return words
