"""Printing from the command line: one thing, a whole set, or the list of all of them. Nothing is kept but the file
that was asked for, and no plan is opened."""

import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from perinatal.start import trouble
from perinatal.start.options import Options, Print, read
from perinatal.start.quiet import edge
from perinatal.start.words import Words, words_in

FROM = "PERINATAL_FROM"
"""The folder that the names of files are meant in: where the person stood."""


def main() -> int:
    """One command, in the process that has the packages."""
    options = read(["print", *sys.argv[1:]])
    words = words_in(options.language)
    return edge(words, partial(run, options, words))


def run(options: Options, words: Words) -> int:
    """Do it; the answer is the exit code."""
    wanted = options.print
    shop: Any = import_module("perinatal.toolkit")  # late: it needs the packages
    copy = shop.Copy(
        language=options.language,
        paper=shop.Paper(wanted.paper),
        edition=shop.Edition(wanted.size),
        mono=wanted.black,
        sample=wanted.sample,
    )
    if wanted.list:
        return _list(shop, words)
    if wanted.set:
        return _print_set(shop, wanted, copy, words)
    return _print_one(shop, wanted, copy, words)


def _list(shop: Any, words: Words) -> int:
    """Everything there is, drawer by drawer, with the sets each thing is in."""
    things = shop.things(words.language)
    wide = max(len(thing.id) for thing in things)
    for drawer in shop.Drawer:
        here = [thing for thing in things if thing.group is drawer]
        if here:
            print(f"\n{words.say('print', drawer.value)}")
        for thing in here:
            sets = f" ({', '.join(thing.sets)})" if thing.sets else ""
            print(f"  {thing.id:<{wide}}  {thing.about}{sets}")
    print(f"\n{words.say('print', 'how')}")
    return 0


def _print_one(shop: Any, wanted: Print, copy: Any, words: Words) -> int:
    if not wanted.thing:
        raise trouble.ThingNotSaid()
    pdf = _made(shop, _known(shop, wanted.thing, copy.language, words), wanted, copy)
    if wanted.out:
        place = _place(wanted.out)
        _write(place / f"{wanted.thing}.pdf" if place.is_dir() else place, pdf)
    elif sys.stdout.isatty():
        raise trouble.PlaceNotSaid(thing=wanted.thing)
    else:
        return _pass_on(pdf)
    return 0


def _pass_on(pdf: bytes) -> int:
    """Give it to whatever reads what we say."""
    try:
        sys.stdout.buffer.write(pdf)
        sys.stdout.flush()
    except BrokenPipeError:  # it has heard enough, and nobody needs to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _print_set(shop: Any, wanted: Print, copy: Any, words: Words) -> int:
    """Each thing of a set as a file of its own, and a line for each."""
    sets = [each.value for each in shop.Bundle]
    if wanted.set not in sets:
        raise trouble.SetUnknown(set=wanted.set, sets=", ".join(sets))
    if not wanted.out:
        raise trouble.SetNeedsFolder(set=wanted.set)
    folder = _place(wanted.out)
    folder.mkdir(parents=True, exist_ok=True)
    things = shop.things_in(shop.Bundle(wanted.set), copy.language)
    for number, thing in enumerate(things, start=1):
        file = folder / f"{thing.id}.pdf"
        _write(file, _made(shop, thing, wanted, copy))
        print(words.say("print", "made", number=number, total=len(things), file=file), file=sys.stderr, flush=True)
    return 0


def _known(shop: Any, name: str, language: str, words: Words) -> Any:
    try:
        return shop.thing(name, language)
    except shop.NoSuchThing as error:
        near = (
            words.say("print", "near", names=", ".join(error.near)) if error.near else words.say("print", "none_near")
        )
        raise trouble.ThingUnknown(thing=name, near=near) from None


def _made(shop: Any, thing: Any, wanted: Print, copy: Any) -> bytes:
    cards = thing.shape is shop.Shape.CARDS
    if (wanted.copies or wanted.numbers) and not cards and not wanted.set:
        raise trouble.CopiesAreForCards(thing=thing.id)
    extras = shop.Extras(
        brand=_brand(shop, wanted, copy.language),
        sample=copy.sample,
        copies=wanted.copies or None,
        numbered=wanted.numbers,
    )
    made: bytes = shop.blank(thing.id, copy, extras)
    return made


def _brand(shop: Any, wanted: Print, language: str) -> Any:
    try:
        return shop.brand_of(
            name=wanted.clinic_name,
            phone=wanted.clinic_phone,
            hours=wanted.clinic_hours,
            logo=_logo(wanted.logo) if wanted.logo else b"",
            logo_says=wanted.logo_says,
        )
    except shop.LogoNotTaken as error:
        raise trouble.LogoNotTaken(why=shop.shelf(language).say(f"paper.logo.{error.reason}")) from None
    except shop.TooLongForABand:
        raise trouble.ClinicTooLong() from None


_MOST_READ = 1_000_001
"""One byte more than a logo may have: a larger file is not read to its end."""


def _logo(name: str) -> bytes:
    file = _place(name)
    if not file.is_file():
        raise trouble.LogoNotFound(place=file)
    with file.open("rb") as opened:
        return opened.read(_MOST_READ)


def _place(name: str) -> Path:
    """The file that was meant, from where the person stood."""
    return (Path(os.environ.get(FROM, "")) / Path(name).expanduser()).resolve()


def _write(file: Path, pdf: bytes) -> None:
    if not file.parent.is_dir():
        raise trouble.NoSuchFolder(place=file.parent)
    file.write_bytes(pdf)


if __name__ == "__main__":
    sys.exit(main())
