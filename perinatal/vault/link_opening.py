"""Opening a link: counted, told to the parent, and only then read.

The same steps for a link that is there and for one that is not, and one slow run in each, so that both take as long.
"""

from collections.abc import Callable
from dataclasses import dataclass

from perinatal.care.turn import Turn
from perinatal.vault.keys import Cost
from perinatal.vault.link import Envelope, LinkKey, link_id, link_key, open_envelope, plain_code
from perinatal.vault.mail import write_opening
from perinatal.vault.store import MailRow, Store
from perinatal.vault.writer import Writer

Tell = Callable[[str, frozenset[str]], Turn]
"""From a link's id and its parts to the turn that says it was opened."""


@dataclass(frozen=True, slots=True)
class LinkDesk:
    """What opening a link needs: the store, the one who writes, and who takes in what a plan that is open was told."""

    store: Store
    writer: Writer
    cost: Cost
    take_in: Callable[[bytes, MailRow], None]
    room: int

    def open(self, secret: bytes, code: str, day: int, tell: Tell) -> bytes | None:
        """What is in the link; None if there is none, if it is over, and if the code is another one."""
        typed, id = plain_code(code), link_id(secret)
        row = self.writer.errand(lambda: self.store.try_link(id, day, with_code=bool(typed))).result()
        needed = typed if row and row.left.tries is not None else b""
        key = link_key(secret, needed, self.store.pepper, self.cost)
        if row is None:
            return None
        envelope = open_envelope(row, key)
        if envelope is None:
            self.writer.errand(lambda: self.store.wrong_code(id)).result()
            return None
        return envelope.words if self._told(key, envelope, tell) else None

    def _told(self, key: LinkKey, envelope: Envelope, tell: Tell) -> bool:
        """Tell the parent and count the opening; True once both are on the disk."""
        mail = write_opening(tell(key.id.hex(), envelope.parts), key.id, envelope)
        used = self.writer.errand(lambda: self.store.use_link(key.id, envelope.plan, mail, self.room)).result()
        if used:
            self.take_in(envelope.plan, mail)
        return used
