"""A file inside a PDF, for whoever opens the PDF to take out again. It is put in as it is, and never looked at.

It is not pressed: sealed bytes don't get smaller, and so it can be found again without reading the rest of the PDF.
"""

from dataclasses import dataclass, field
from datetime import date

from perinatal.paper.press.file import File
from perinatal.paper.press.syntax import reference, text_string


@dataclass(frozen=True)
class Attachment:
    """A file with a neutral name. Name and day can be read by anybody who has the PDF."""

    name: str
    data: bytes = field(repr=False)
    made: date


def attach(file: File, attached: Attachment) -> bytes:
    """Put it in; returns what the catalog says of it. PDF/A-3 wants to know what it is to the pages: their source."""
    when = f"(D:{attached.made:%Y%m%d}000000Z)".encode("ascii")
    entries = b"/Type/EmbeddedFile/Subtype/application#2Foctet-stream/Params<</Size %d/ModDate%s>>"
    stream = file.add_stream(entries % (len(attached.data), when), attached.data, packed=False)
    name, held = text_string(attached.name), reference(stream)
    described = file.add(
        b"<</Type/Filespec/F%s/UF%s/AFRelationship/Source/EF<</F %s/UF %s>>>>" % (name, name, held, held)
    )
    listed = reference(described)
    return b"/Names<</EmbeddedFiles<</Names[%s %s]>>>>/AF[%s]" % (name, listed, listed)
