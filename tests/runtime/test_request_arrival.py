"""How far a request has arrived."""

import pytest

from service.runtime.request_arrival import LONGEST_BODY, LONGEST_HEAD, Arrival, arrival_of

GET = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


def post(headers: bytes, body: bytes = b"") -> bytes:
    return b"POST / HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n" + body


@pytest.mark.parametrize(
    ("received", "arrival"),
    [
        (b"", Arrival.HEAD),
        (GET[:-1], Arrival.HEAD),
        (GET, Arrival.WHOLE),
        (GET + GET, Arrival.WHOLE),
        (b"x" * (LONGEST_HEAD + 1), Arrival.TOO_LONG),
        (post(b"Content-Length: 3\r\n"), Arrival.BODY),
        (post(b"content-length:3\r\n", b"ab"), Arrival.BODY),
        (post(b"Content-Length: 3\r\n", b"abc"), Arrival.WHOLE),
        (post(b"Content-Length: 0\r\n"), Arrival.WHOLE),
        (post(b"Content-Length: %d\r\n" % LONGEST_BODY), Arrival.BODY),
        (post(b"Content-Length: %d\r\n" % (LONGEST_BODY + 1)), Arrival.STREAM),
        (post(b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", b"abc"), Arrival.STREAM),
        (post(b"Content-Length: 3\r\nExpect: 100-continue\r\n"), Arrival.STREAM),
        # What is no request is for gunicorn to refuse.
        (post(b"Content-Length: three\r\n"), Arrival.WHOLE),
        (post(b"Content-Length: -3\r\n"), Arrival.WHOLE),
        (b"\x16\x03\x01\r\n\r\n", Arrival.WHOLE),
        # A header of that name in the body is none.
        (post(b"Content-Length: 30\r\n", b"\r\nTransfer-Encoding: chunked\r\n"), Arrival.WHOLE),
    ],
)
def test_arrival(received: bytes, arrival: Arrival):
    assert arrival_of(received) is arrival
