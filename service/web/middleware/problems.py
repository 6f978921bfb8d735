"""Failures to problem documents (RFC 9457): one table from error to status, one body for all of them."""

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import Flask, Response, current_app, request, url_for
from werkzeug.exceptions import HTTPException

from service.errors import (
    ArticleError,
    BusyError,
    ClashError,
    CursorError,
    JudgementError,
    MemoryLimitError,
    MissingError,
    ModelError,
    MovedError,
    ServiceError,
    StoreError,
    SubmissionError,
    TimeLimitError,
    TooLargeError,
    WebhookError,
)
from service.web.schemas import ProblemSchema
from service.web.schemas.failures.field_errors import FieldError, field_errors

MEDIA_TYPE = "application/problem+json"
# A few articles take about this long: a place is likely to be free then.
RETRY_AFTER_SECONDS = "5"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem, by its name in `type`."""

    status: int
    name: str
    title: str


KINDS: dict[type[ServiceError], ProblemKind] = {
    ArticleError: ProblemKind(422, "article", "An article cannot be read"),
    JudgementError: ProblemKind(422, "judgement", "A judgement cannot be taken"),
    TooLargeError: ProblemKind(413, "too-large", "Limit exceeded"),
    WebhookError: ProblemKind(422, "webhook", "The webhook cannot work like this"),
    BusyError: ProblemKind(503, "busy", "The service is busy"),
    TimeLimitError: ProblemKind(503, "time-limit", "The analysis takes too long"),
    MemoryLimitError: ProblemKind(503, "memory-limit", "The analysis takes too much memory"),
    MissingError: ProblemKind(404, "missing", "Not found"),
    ClashError: ProblemKind(409, "clash", "Conflict"),
    CursorError: ProblemKind(422, "cursor", "Invalid cursor"),
    StoreError: ProblemKind(503, "store", "The store is unavailable"),
    ModelError: ProblemKind(503, "models", "The language models are unavailable"),
}
# What may be over in a moment, without the caller's doing.
_PASSING = (BusyError, StoreError)
_INVALID = ProblemKind(422, "invalid", "The request does not match the API description")


@dataclass(frozen=True, slots=True)
class Problem:
    """One failure, as it is answered; see `ProblemSchema`."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[FieldError, ...] = ()


def register_errors(app: Flask) -> None:
    """Every error of the service becomes a problem document; HTTP errors do so in `ProblemApi`."""
    app.register_error_handler(ServiceError, service_problem)
    app.register_error_handler(MovedError, _moved)


def service_problem(error: ServiceError) -> Response:
    """The answer to an error that the service raised on purpose."""
    kind = kind_of(error)
    headers = [("Retry-After", RETRY_AFTER_SECONDS)] if isinstance(error, _PASSING) else []
    return _response(_problem(kind, str(error), errors=tuple(_field_errors(error))), headers)


def _moved(error: MovedError) -> Response:
    """The way to what goes by another id now: the same request, method and all."""
    changed: dict[str, Any] = dict.fromkeys(request.view_args or {}, error.to)
    place = url_for(request.endpoint or "", **changed)
    return Response(status=308, headers={"Location": place})


def http_problem(error: HTTPException, *, headers: Sequence[tuple[str, str]] = ()) -> Response:
    """The answer to an HTTP error: of routing, of the body's form, or of something that nobody foresaw."""
    headers = [*headers, *((name, value) for name, value in error.get_headers() if name != "Content-Type")]
    data = getattr(error, "data", {})
    messages = data.get("messages")
    if error.code == _INVALID.status and messages is not None:
        errors = field_errors(messages.get("json", messages.get("query", messages.get("headers", messages))))
        return _response(_problem(_INVALID, errors[0].message, errors=errors), headers)
    status = error.code or 500
    detail = data.get("detail") or error.description or error.name
    return _response(Problem("about:blank", error.name, status, detail, _instance()), headers)


def kind_of(error: ServiceError) -> ProblemKind:
    """The row of the table for this error."""
    return next(KINDS[parent] for parent in type(error).__mro__ if parent in KINDS)


def _problem(kind: ProblemKind, detail: str, *, errors: tuple[FieldError, ...]) -> Problem:
    return Problem(f"urn:quotes:problem:{kind.name}", kind.title, kind.status, detail, _instance(), errors)


def _instance() -> str:
    return f"urn:uuid:{uuid4()}"


def _response(problem: Problem, headers: Sequence[tuple[str, str]]) -> Response:
    if problem.status >= 500:
        # 503 passes; 500 is for somebody to mend.
        level = logging.ERROR if problem.status == 500 else logging.WARNING
        current_app.logger.log(level, "%s: %d %s", problem.instance, problem.status, problem.detail)
    body = {name: value for name, value in ProblemSchema().dump(problem).items() if value != []}
    # ASCII, for a message may repeat a name from the request that has half a surrogate pair.
    return Response(json.dumps(body), problem.status, list(headers), content_type=MEDIA_TYPE)


def _field_errors(error: ServiceError) -> Iterator[FieldError]:
    if isinstance(error, SubmissionError) and error.field is not None:
        place = f"/{error.field}" if error.index is None else f"/articles/{error.index}/{error.field}"
        yield FieldError(place, str(error))
