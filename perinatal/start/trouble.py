"""What can keep the site from starting. Each has its sentence in `commands.toml`, under [trouble]."""

import errno
import re


class Trouble(Exception):
    """Something a person can put right; the words are in the library."""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.key)

    @property
    def key(self) -> str:
        """The name of the sentence."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


class VenvMissing(Trouble):
    """This Python cannot make a place for packages."""


class PipMissing(Trouble):
    """This Python cannot install packages."""


class NoNetwork(Trouble):
    """A step of the set-up could not reach the network."""


class StepStopped(Trouble):
    """A step of the set-up ended before it was done."""


class PortTaken(Trouble):
    """Something else listens at this port."""


class PortNotAllowed(Trouble):
    """The system keeps this port for itself."""


class HostUnknown(Trouble):
    """This machine has no such address."""


class HostNeedsTls(Trouble):
    """Other machines could listen along."""


class CertNeedsKey(Trouble):
    """A certificate came without its key, or a key without its certificate."""


class CertNotReadable(Trouble):
    """The certificate or its key cannot be used."""


class NameNeeded(Trouble):
    """The site does not know the name people will type."""


class ProxyNotAnAddress(Trouble):
    """The trusted proxy is not a network address."""


class DataNotWritable(Trouble):
    """The data folder cannot be written to."""


class DataTooNew(Trouble):
    """A newer version wrote this data."""


class DataUnknown(Trouble):
    """The data folder says a version nobody can read."""


class DataInUse(Trouble):
    """Another copy runs on the same data."""


class DiskFull(Trouble):
    """There is no room left."""


class NotAllowed(Trouble):
    """A file may not be read or written."""


class BrowserMissing(Trouble):
    """The tests need a browser and none can be had."""


class OnlyInClone(Trouble):
    """This command works in a clone, not in an installed copy."""


def from_the_system(error: OSError) -> Trouble | None:
    """The trouble behind an error of the operating system, where we know it."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DiskFull(place=error.filename or "")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return NotAllowed(place=error.filename or "")
        case _:
            return None
