"""The blueprint of the JSON views: how a body is read, and how failures are documented."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Request
from flask_smorest import Blueprint
from webargs.flaskparser import FlaskParser, abort, is_json_request

from service.web.middleware.problems import MEDIA_TYPE
from service.web.schemas import ProblemSchema

_View = TypeVar("_View", bound=Callable[..., Any])

# What a caller may hear from any view but the open ones: no key, not this one, not so often.
_REFUSALS = (401, 403, 429)
_FAILURES: dict[int | str, str] = {
    400: "The body is no JSON in UTF-8, or breaks off.",
    401: "The service asks for an API key, and there is none, or one that it does not know.",
    403: "The API key does not allow this, or a page of another site asks.",
    404: "There is nothing of this id.",
    409: "The id or the Idempotency-Key stands for something else; or the two cannot be told apart.",
    412: "It has changed since: its ETag is not the one in If-Match.",
    413: "Too many articles, too long an article, or too large a request; the limits are settings.",
    415: "The body's media type is none of those described here.",
    422: "The body is JSON, but not as described here, or an article holds no text; `errors` tells where.",
    429: "The caller has asked too often; Retry-After tells in how many seconds it may ask again.",
    503: "No place is free (then with Retry-After), the analysis takes too long, or there are no models.",
    "default": "Any other failure.",
}


class _JsonParser(FlaskParser):
    """Refuses other media types with 415 and what is no JSON with 400; webargs takes them for no body."""

    # Otherwise who misspells a parameter of a search would be answered with all there is.
    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": "raise"}  # noqa: RUF012

    def _raw_load_json(self, req: Request) -> Any:  # noqa: ANN401 - a JSON value
        if not is_json_request(req):
            abort(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        body = req.get_data()
        # Without a length (chunked), Werkzeug cuts the body off at the limit and says nothing.
        if req.content_length is None and len(body) == req.max_content_length:
            abort(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            return json.loads(body.decode("utf-8"))
        # ValueError: no UTF-8, no JSON, or a number of thousands of digits; RecursionError: nested too deep.
        except (ValueError, RecursionError) as error:
            abort(HTTPStatus.BAD_REQUEST, exc=error, detail=f"The body is no JSON in UTF-8: {error}.")


class JsonBlueprint(Blueprint):
    """A blueprint whose views take JSON, and document the problems that they answer."""

    ARGUMENTS_PARSER = _JsonParser()

    def redirects(self, view: _View) -> _View:
        """Documents that an id may have been merged into another."""
        document: Callable[[_View], _View] = self.alt_response(
            308, description="It goes by another id now: see the Location header."
        )
        return document(view)

    def fails_with(self, *statuses: int, is_open: bool = False) -> Callable[[_View], _View]:
        """Documents the problem documents of these statuses, of callers that are refused, and that there may be others.

        An open view refuses nobody.
        """

        def decorator(view: _View) -> _View:
            every: tuple[int | str, ...] = (*statuses, *(() if is_open else _REFUSALS), "default")
            for status in every:
                document = self.alt_response(
                    status, schema=ProblemSchema, content_type=MEDIA_TYPE, description=_FAILURES[status]
                )
                view = document(view)
            return view

        return decorator
