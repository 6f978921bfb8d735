"""The body of a request as it arrives: whole or refused, unpacked if it is packed; forms no larger than pages have."""

import zlib
from io import RawIOBase
from typing import IO

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge, UnsupportedMediaType
from werkzeug.wsgi import get_content_length

from service.web import MAX_BATCH_BYTES

_PACKED = frozenset({"gzip", "x-gzip"})
_PLAIN = frozenset({"", "identity"})
_FORM = "application/x-www-form-urlencoded"
# The page has two for each article; parsing takes a second for a million. Flask counts those of forms with files.
_MOST_FIELDS = 1000
_PIECE = 65_536
# zlib's number for gzip's format.
_GZIP = 31


def register_bodies(app: Flask) -> None:
    """Every view reads its body whole: one that breaks off, or cannot be unpacked, is answered with 400."""
    app.before_request(_prepare)


def _prepare() -> None:
    environ = request.environ
    sent = _Sent(environ["wsgi.input"], get_content_length(environ))
    encoding = request.headers.get("Content-Encoding", "").strip().lower()
    if encoding in _PACKED:
        environ["wsgi.input"] = _Unpacked(sent, current_app.config[MAX_BATCH_BYTES])
        # The length of what is unpacked is unknown: it is limited as it is read.
        environ.pop("CONTENT_LENGTH", None)
        environ["wsgi.input_terminated"] = True
    elif encoding in _PLAIN:
        environ["wsgi.input"] = sent
    else:
        raise UnsupportedMediaType(f"The body is compressed with {encoding[:20]}. Send it plain, or with gzip.")
    if request.mimetype == _FORM and request.get_data().count(b"&") > _MOST_FIELDS:
        raise RequestEntityTooLarge(f"The form has more than {_MOST_FIELDS} fields.")


class _Sent(RawIOBase):
    """A body of this length, or of any if it is None; answers 400 where it ends too early or is not well-formed."""

    def __init__(self, stream: IO[bytes], length: int | None) -> None:
        self._stream = stream
        self._n_left = length

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        wanted = len(buffer) if self._n_left is None else min(len(buffer), self._n_left)
        try:
            piece = self._stream.read(wanted)
        # What a server raises whose client has gone, dawdles, or sends malformed chunks.
        except (OSError, ValueError) as error:
            raise _incomplete() from error
        if wanted and not piece and self._n_left:
            raise _incomplete()
        if self._n_left is not None:
            self._n_left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)


class _Unpacked(RawIOBase):
    """What is packed in a body with gzip, a piece at a time: nobody holds more than was asked for."""

    def __init__(self, packed: _Sent, max_bytes: int) -> None:
        self._packed = packed
        self._n_left = max_bytes
        self._rest = b""
        self._unpacking = zlib.decompressobj(_GZIP)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while True:
            piece = self._unpack(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
            if not self._rest and not self._read():
                return 0

    def _unpack(self, most: int) -> bytes:
        """As much as is at hand; zlib may have more than it has given so far, without anything new."""
        if self._unpacking.eof and self._rest:
            # One archive may follow another.
            self._unpacking = zlib.decompressobj(_GZIP)
        try:
            piece = self._unpacking.decompress(self._rest, most)
        except zlib.error as error:
            raise BadRequest("The body is not compressed with gzip, although its Content-Encoding says so.") from error
        self._rest = self._unpacking.unconsumed_tail or self._unpacking.unused_data
        return piece

    def _read(self) -> bool:
        """Whether there is more to unpack."""
        self._rest = self._packed.read(_PIECE) or b""
        self._n_left -= len(self._rest)
        if self._n_left < 0:
            raise RequestEntityTooLarge
        if not self._rest and not self._unpacking.eof:
            raise _incomplete()
        return bool(self._rest)


def _incomplete() -> HTTPException:
    return BadRequest("The body is incomplete or not well-formed.")
