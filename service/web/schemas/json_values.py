"""JSON that somebody has sent, as values; what has too many parts is refused before it is decoded.

Decoding makes no pause: all other requests of the process wait for it. Long words cost little, many parts much.
"""

import json
from typing import Any

# Twice as many as the longest list of any request has items; decoding them takes some ten milliseconds.
MOST_PARTS = 20_000
# No field takes a tenth of that. The time grows with the square of the number of digits.
_MOST_DIGITS = 100


class TooManyPartsError(ValueError):
    """There are more parts than any request has."""


def value_of(body: bytes) -> Any:  # noqa: ANN401 - a JSON value
    """The value; raises ValueError for anything but JSON in UTF-8 of a few parts, RecursionError if nested deeply."""
    if _has_many_parts(body):
        raise TooManyPartsError(f"more than {MOST_PARTS} parts")
    return json.loads(body.decode("utf-8"), parse_int=_integer)


def _has_many_parts(body: bytes) -> bool:
    """Whether there are more strings, values or brackets than any request has, without looking at each of them."""
    # What is left of the marks begins or ends a string.
    unescaped = body.replace(rb"\\", b"").replace(rb"\"", b"")
    if unescaped.count(b'"') > 2 * MOST_PARTS:
        return True
    outside = b"".join(unescaped.split(b'"')[::2])
    return sum(map(outside.count, (b",", b"[", b"{"))) > MOST_PARTS


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number has more than {_MOST_DIGITS} digits")
    return int(digits)
