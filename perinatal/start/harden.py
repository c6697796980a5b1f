"""Small walls around the serving process, so that what is in its memory does not end up on a disk."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4


def harden() -> None:
    """No core files, no peeking by other programs, and new files for this account alone."""
    os.umask(0o077)
    if os.name != "posix":
        return
    import resource  # only there on posix

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        # A worker that outlived its starter would keep the port and the data for nobody.
        os.register_at_fork(after_in_child=_end_with_parent)


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
