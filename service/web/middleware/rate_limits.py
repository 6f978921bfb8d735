"""How often each caller may ask. Each process counts for itself."""

from math import ceil
from time import time

from flask import Flask, Response
from flask_limiter import Limiter, RequestLimit
from werkzeug.exceptions import TooManyRequests

from service.web.middleware.authentication import caller, is_open
from service.web.middleware.problems import http_problem


def register_limits(app: Flask, requests_a_minute: int) -> None:
    """Refuses a caller's requests beyond this number a minute, except to open views; 0 means no limit."""
    if requests_a_minute:
        Limiter(
            caller,
            app=app,
            application_limits=[f"{requests_a_minute} per minute"],
            application_limits_exempt_when=is_open,
            strategy="moving-window",
            storage_uri="memory://",
            on_breach=_refusal,
        )


def _refusal(limit: RequestLimit) -> Response:
    # Not by the extension's own headers: it would put them on every answer, and delay other retries, too.
    seconds = max(1, ceil(limit.reset_at - time()))
    return http_problem(TooManyRequests(f"No more than {limit.limit} are allowed.", retry_after=seconds))
