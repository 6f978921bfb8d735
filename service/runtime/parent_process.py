"""Processes that end with the one that has started them, however that ends."""

import ctypes
import os
import signal
import sys

# The variable by which a server knows that it has a supervisor, and which process that is.
SUPERVISED_BY = "SUPERVISED_BY"

_PR_SET_PDEATHSIG = 1


def end_with(parent: int, by: signal.Signals) -> None:
    """Have this process sent the signal when its parent ends, or now where that has happened; Linux alone knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, by)
    if os.getppid() != parent:
        os.kill(os.getpid(), by)
