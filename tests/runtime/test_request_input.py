"""A body with faults."""

import pytest
from gunicorn.http.errors import InvalidChunkSize

from service.runtime.request_input import with_plain_faults


class _Body:
    def __init__(self, *pieces: bytes | Exception) -> None:
        self._pieces = iter(pieces)

    def read(self, size: int | None = None) -> bytes:
        piece = next(self._pieces)
        if isinstance(piece, Exception):
            raise piece
        return piece


def test_faults_are_those_of_any_server():
    def answer(environ, _):
        return [environ["wsgi.input"].read(5), environ["wsgi.input"].read(5)]

    app = with_plain_faults(answer)
    assert app({"wsgi.input": _Body(b"abc", b"")}, None) == [b"abc", b""]
    with pytest.raises(ValueError, match="not well-formed"):
        app({"wsgi.input": _Body(b"abc", InvalidChunkSize(b"-5"))}, None)
    with pytest.raises(ConnectionResetError):
        app({"wsgi.input": _Body(ConnectionResetError())}, None)
