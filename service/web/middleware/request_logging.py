"""Each request's id and trace: accepted or created, returned, and on every log line; and the line of the request."""

import logging
import re
from time import perf_counter
from uuid import uuid4

from flask import Flask, Response, g, request

from service.runtime.logs import log_with
from service.runtime.metrics import observe_request
from service.runtime.trace_context import trace_of
from service.web.middleware.authentication import caller

_log = logging.getLogger(__name__)

# What other tools use for ids; anything else might be meant to forge a log.
_REQUEST_ID = re.compile(r"[\w.:+/=-]{1,128}", re.ASCII)


def register_tracing(app: Flask) -> None:
    """Begins before, and ends after, all that others register later."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.started = perf_counter()
    g.trace = trace_of(request.headers.get("traceparent"))
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid4().hex
    log_with(request_id=g.request_id, trace_id=g.trace.trace_id, span_id=g.trace.span_id)


def _end(response: Response) -> Response:
    seconds = perf_counter() - g.started
    # One label for all that is not there: otherwise strangers could make as many as they like.
    method, route = (request.method, request.url_rule.rule) if request.url_rule else ("other", "none")
    observe_request(method, route, response.status_code, seconds)
    fields = {"method": request.method, "path": request.path, "status": response.status_code, "caller": caller()}
    _log.info("request", extra={**fields, "ms": round(seconds * 1000, 1)})
    response.headers["X-Request-ID"] = g.request_id
    response.headers["traceparent"] = g.trace.header
    return response
