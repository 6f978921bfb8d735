"""What pages of other sites may do with the service in a visitor's browser: nothing, but for those of a list."""

from collections.abc import Sequence
from functools import partial

from flask import Flask, Response, request
from werkzeug.exceptions import Forbidden

from service.web.middleware.problems import http_problem

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# What a browser says of a request that a page of another origin makes.
_ELSEWHERE = frozenset({"cross-site", "same-site"})
_REQUEST_HEADERS = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent, X-Request-ID"
_ANSWER_HEADERS = "ETag, Link, Location, Retry-After, WWW-Authenticate, X-Request-ID"
# Browsers ask again after this; a list that has changed should not need a day.
_SECONDS = "600"


def register_origins(app: Flask, origins: Sequence[str]) -> None:
    """Lets the pages of these origins read and send (CORS); with keys of their own, as no login is let in.

    Pages of others can read nothing anyway, but they could send forms, with the key that the browser remembers
    or from a machine that needs none: that is refused.
    """
    app.before_request(partial(_refuse, frozenset(origins)))
    if origins:
        app.after_request(partial(_allow, frozenset(origins)))


def _refuse(origins: frozenset[str]) -> Response | None:
    if request.method in _SAFE or request.origin in origins or not _is_from_elsewhere():
        return None
    return http_problem(Forbidden("Requests from pages of other sites are not allowed."))


def _is_from_elsewhere() -> bool:
    """As the browser says. To a plain http address it only tells the page's origin; programs tell neither."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _ELSEWHERE
    return request.origin is not None and request.origin.partition("://")[2] != request.host


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
