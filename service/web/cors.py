"""Which other sites' pages may call the service in a browser (CORS)."""

from collections.abc import Sequence
from functools import partial

from flask import Flask, Response, request

_REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent, X-Request-ID"
_ANSWER_HEADERS = "ETag, Link, Location, Retry-After, WWW-Authenticate, X-Request-ID"
# Browsers ask again after this; a list that has changed should not need a day.
_SECONDS = "600"


def register_cors(app: Flask, origins: Sequence[str]) -> None:
    """Lets the pages of these origins call the service; with keys of their own, as no cookie or login is let in."""
    if origins:
        app.after_request(partial(_allow, frozenset(origins)))


def _allow(origins: frozenset[str], response: Response) -> Response:
    response.vary.add("Origin")
    if request.origin not in origins:
        return response
    response.headers["Access-Control-Allow-Origin"] = request.origin
    response.headers["Access-Control-Expose-Headers"] = _ANSWER_HEADERS
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = ", ".join(sorted(response.allow))
        response.headers["Access-Control-Allow-Headers"] = _REQUEST_HEADERS
        response.headers["Access-Control-Max-Age"] = _SECONDS
    return response
