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


class FolderNotSaid(Trouble):
    """A backup was asked for, and not where to."""


class CopyNotSaid(Trouble):
    """A restore was asked for, and not from which copy."""


class NoSuchCopy(Trouble):
    """There is no file of this name."""


class NotOurs(Trouble):
    """The file is not what its place says."""


class BrokenCopy(Trouble):
    """The file is damaged."""


class NewerCopy(Trouble):
    """A newer version wrote the file."""


class KeptTogether(Trouble):
    """Plans and keys would lie in one folder."""


class KeysNeeded(Trouble):
    """There are no keys, and no plan opens without them."""


class ThingNotSaid(Trouble):
    """Something was to be printed, and not what."""


class ThingUnknown(Trouble):
    """There is nothing to print by this name."""


class SetUnknown(Trouble):
    """There is no set of things by this name."""


class PlaceNotSaid(Trouble):
    """A PDF was made for a screen of letters."""


class SetNeedsFolder(Trouble):
    """A whole set was to be printed, and not where to."""


class NoSuchFolder(Trouble):
    """A file was to go into a folder that is not there."""


class CopiesAreForCards(Trouble):
    """So many copies of something that is no card."""


class LogoNotFound(Trouble):
    """There is no logo of this name."""


class LogoNotTaken(Trouble):
    """The logo is not drawn; why is in the library."""


class ClinicTooLong(Trouble):
    """A name, a number or hours are longer than a line."""


class NotAFolder(Trouble):
    """A file stands where a folder is needed."""


class FileLocked(Trouble):
    """Another program holds a file."""


class DiskTrouble(Trouble):
    """The disk does not do what it is for."""


class Interrupted(Trouble):
    """Somebody pressed Ctrl-C before the end."""


def from_the_system(error: OSError) -> Trouble | None:
    """The trouble behind an error of the operating system, where we know it."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DiskFull(place=error.filename or "")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return NotAllowed(place=error.filename or "")
        case errno.EEXIST | errno.ENOTDIR:
            return NotAFolder(place=error.filename or "")
        case errno.EBUSY:
            return FileLocked(place=error.filename or "")
        case errno.EIO:
            return DiskTrouble(place=error.filename or "")
        case _:
            return None
