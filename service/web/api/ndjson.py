"""A body of JSON lines, read piece by piece: however long it is, one line of it is held at a time."""

from collections.abc import Iterator
from hashlib import sha256
from io import BufferedReader, RawIOBase
from typing import cast

from flask import Request

from service.domain.jobs import LineError
from service.errors import TooLargeError
from service.jobs.batches import Line
from service.web.api.blueprint import refuse_media_type
from service.web.schemas import submission_of_line

MEDIA_TYPES = ("application/x-ndjson", "application/jsonl")
_BUFFER_BYTES = 65_536


class JsonLines:
    """The lines of a request, which can be read once; afterwards, `digest` covers all of it.

    Lines that are too long are reported but not held in memory; empty ones are skipped. Answers 415 for other
    media types; raises TooLargeError if there are too many bytes.
    """

    def __init__(self, request: Request, *, max_bytes: int, max_line_bytes: int) -> None:
        if request.mimetype not in MEDIA_TYPES:
            refuse_media_type(request, MEDIA_TYPES)
        self._max_bytes = max_bytes
        self._max_line_bytes = max_line_bytes
        self._check(request.content_length or 0)
        # One piece more than the limit, so that it is noticed here.
        request.max_content_length = max_bytes + max_line_bytes + 1
        # Buffered: by itself, the stream reads a line byte by byte.
        self._stream = BufferedReader(cast(RawIOBase, request.stream), _BUFFER_BYTES)
        self._digest = sha256()
        self._n_bytes = 0

    @property
    def digest(self) -> str:
        """Of the bytes that were read."""
        return self._digest.hexdigest()

    def __iter__(self) -> Iterator[Line]:
        line = 0
        while piece := self._piece():
            line += 1
            if len(piece) > self._max_line_bytes:
                while not piece.endswith(b"\n") and (piece := self._piece()):
                    pass
                yield line, LineError(line, f"The line is longer than the limit of {self._max_line_bytes} bytes.")
            elif piece.strip():
                yield line, submission_of_line(line, piece)

    def _piece(self) -> bytes:
        """The rest of a line, with its end, or as much as one byte more than a line may have."""
        piece = self._stream.readline(self._max_line_bytes + 1)
        self._digest.update(piece)
        self._n_bytes += len(piece)
        self._check(self._n_bytes)
        return piece

    def _check(self, n_bytes: int) -> None:
        if n_bytes > self._max_bytes:
            raise TooLargeError(f"The batch is larger than the limit of {self._max_bytes} bytes.")
