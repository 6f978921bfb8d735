"""How far a request has arrived, as far as it matters who waits for the rest of it; pure.

Only that is decided here: what the request means, and whether it is one, gunicorn reads again.
"""

import re
from enum import Enum, auto

# Longer than any head that gunicorn would take with the headers of browsers and proxies.
LONGEST_HEAD = 65_536
# A long article is shorter. Hundreds may be under way at once, each held in memory.
LONGEST_BODY = 262_144

_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
# Chunks end where they say; who expects an answer to the head sends nothing before.
_STREAMED = re.compile(rb"\r\n(?:transfer-encoding|expect):", re.IGNORECASE)


class Arrival(Enum):
    """What is there of a request."""

    HEAD = auto()
    """Its head is still coming."""
    TOO_LONG = auto()
    """Its head is longer than any."""
    BODY = auto()
    """Its body is still coming, and short."""
    STREAM = auto()
    """Its body is still coming, and long, or of unknown length: it is to be read piece by piece."""
    WHOLE = auto()


def arrival_of(received: bytes | bytearray) -> Arrival:
    """How far a request has arrived that begins with these bytes."""
    end = received.find(_END)
    if end < 0:
        return Arrival.HEAD if len(received) <= LONGEST_HEAD else Arrival.TOO_LONG
    head = bytes(received[: end + 2])
    if _STREAMED.search(head):
        return Arrival.STREAM
    length = _LENGTH.search(head)
    n_left = int(length[1]) - (len(received) - end - len(_END)) if length is not None else 0
    if n_left <= 0:
        return Arrival.WHOLE
    return Arrival.BODY if int(length[1]) <= LONGEST_BODY else Arrival.STREAM  # type: ignore[index]
