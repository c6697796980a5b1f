"""How values are written in a PDF file."""

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})


def text_string(words: str) -> bytes:
    """Words as a PDF text string, always in the same form for the same words."""
    if words.isascii():
        return f"({words.translate(_ESCAPES)})".encode("ascii")
    return b"<FEFF" + words.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def number(value: float) -> str:
    """A number with at most two decimals and no useless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Several numbers with spaces between them."""
    return " ".join(map(number, values))


def reference(item: int) -> bytes:
    """A reference to a numbered object."""
    return b"%d 0 R" % item


def array(items: list[bytes]) -> bytes:
    """A PDF array of things already written."""
    return b"[" + b" ".join(items) + b"]"
