"""The file itself: numbered objects, packed small, with a cross-reference stream at the end.

A tree of structure is long and alike, so small objects are packed into streams; it halves the file.
"""

import hashlib
import zlib
from dataclasses import dataclass, field

from perinatal.paper.press.syntax import reference

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 250
"""Objects in one packed stream: enough to press well, few enough for a reader to open one page fast."""
_LEVEL = 6


@dataclass
class File:
    """Objects under their numbers. A number can be given out before its object is known."""

    _bodies: dict[int, bytes] = field(default_factory=dict[int, bytes])
    _streams: set[int] = field(default_factory=set[int])
    _last: int = 0

    def reserve(self) -> int:
        """A number for an object that comes later."""
        self._last += 1
        return self._last

    def put(self, item: int, body: bytes) -> None:
        """The object of a number given out before."""
        self._bodies[item] = body

    def add(self, body: bytes) -> int:
        """A new object; returns its number."""
        item = self.reserve()
        self.put(item, body)
        return item

    def add_stream(self, entries: bytes, data: bytes, *, packed: bool = True) -> int:
        """A new stream with these dictionary entries; returns its number."""
        if packed:
            data = zlib.compress(data, _LEVEL)
            entries += b"/Filter/FlateDecode"
        item = self.add(_stream(entries, data))
        self._streams.add(item)
        return item

    def written(self, *, catalog: int, about: int) -> bytes:
        """The whole file as bytes. Its identity is a fingerprint of what is in it, so nothing here is random."""
        out = [_HEADER]
        places: dict[int, tuple[int, int, int]] = {}
        position = len(_HEADER)

        def write(item: int, body: bytes) -> None:
            nonlocal position
            places[item] = (1, position, 0)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (item, body))
            position += len(out[-1])

        for item in sorted(self._streams):
            write(item, self._bodies[item])
        small = [item for item in sorted(self._bodies) if item not in self._streams]
        for start in range(0, len(small), _PACK):
            part = small[start : start + _PACK]
            pack = self.reserve()
            places.update({item: (2, pack, index) for index, item in enumerate(part)})
            write(pack, self._pack(part))
        out.append(self._table(places, position, catalog=catalog, about=about, so_far=b"".join(out)))
        return b"".join(out)

    def _pack(self, part: list[int]) -> bytes:
        heads: list[bytes] = []
        offset = 0
        for item in part:
            heads.append(b"%d %d" % (item, offset))
            offset += len(self._bodies[item]) + 1
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(self._bodies[item] for item in part), _LEVEL)
        return _stream(b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(part), len(head)), data)

    def _table(
        self, places: dict[int, tuple[int, int, int]], position: int, *, catalog: int, about: int, so_far: bytes
    ) -> bytes:
        item = self.reserve()
        places[item] = (1, position, 0)
        rows = [(0, 0, 65535), *(places[number] for number in range(1, item + 1))]
        data = zlib.compress(b"".join(bytes([k]) + a.to_bytes(4) + b.to_bytes(2) for k, a, b in rows), _LEVEL)
        mark = hashlib.sha256(so_far).hexdigest()[:32].upper().encode("ascii")
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]/Filter/FlateDecode" % (
            item + 1,
            reference(catalog),
            reference(about),
            mark,
            mark,
        )
        return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (item, _stream(entries, data), position)


def _stream(entries: bytes, data: bytes) -> bytes:
    # `endstream` stands on a line of its own: ISO 19005-2, 6.1.7.1.
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)
