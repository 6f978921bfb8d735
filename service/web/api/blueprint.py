"""The blueprint of the JSON views: how a body is read, and how failures are documented."""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, NoReturn, TypeVar

from flask import Request
from flask_smorest import Blueprint
from webargs.flaskparser import FlaskParser, abort, is_json_request

from service.web.middleware.problems import MEDIA_TYPE
from service.web.schemas import MOST_PARTS, ProblemSchema, TooManyPartsError, value_of

_View = TypeVar("_View", bound=Callable[..., Any])

# What a caller may hear from any view but the open ones: no key, not this one, not so often.
_REFUSALS = (401, 403, 429)
_FAILURES: dict[int | str, str] = {
    400: "The body is not JSON in UTF-8, or is incomplete.",
    401: "The service requires an API key, and the request has none or an unknown one.",
    403: "The API key lacks the scope, or the request comes from a page of another site or names another host.",
    404: "Nothing has this id.",
    409: "The id or the Idempotency-Key is in use for other content, the two cannot be separated, nothing was decided "
    "or confirmed, or somebody has decided since.",
    412: "It has changed: its ETag does not match If-Match.",
    413: "Too many articles, an article that is too long, or a request that is too large; see the settings.",
    415: "The media type of the body is not one of those described here, or it is compressed by anything but gzip.",
    422: "The request does not match this description, or an article has no text; `errors` says where.",
    429: "Too many requests; Retry-After gives the seconds to wait.",
    503: "The service is busy (with Retry-After), the analysis takes too long, or models or store are unavailable.",
    "default": "Any other error.",
}


def refuse_media_type(req: Request, wanted: Sequence[str]) -> NoReturn:
    """Answer 415, with the media types that would do."""
    given = f"is {req.mimetype}" if req.mimetype else "has no media type"
    abort(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail=f"The body {given}. Send Content-Type: {' or '.join(wanted)}.")
    raise AssertionError("abort raises")


class _JsonParser(FlaskParser):
    """Refuses other media types with 415 and invalid JSON with 400; webargs would see an empty body."""

    # Otherwise who misspells a parameter of a search would be answered with all there is.
    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": "raise"}  # noqa: RUF012

    def _raw_load_json(self, req: Request) -> Any:  # noqa: ANN401 - a JSON value
        if not is_json_request(req):
            refuse_media_type(req, ("application/json",))
        body = req.get_data()
        # Without a length (chunked), Werkzeug cuts the body off at the limit and says nothing.
        if req.content_length is None and len(body) == req.max_content_length:
            abort(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            return value_of(body)
        except TooManyPartsError as error:
            detail = f"The body has more than {MOST_PARTS} parts."
            abort(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, exc=error, detail=detail)
        except (ValueError, RecursionError) as error:
            abort(HTTPStatus.BAD_REQUEST, exc=error, detail=f"The body is not JSON in UTF-8: {error}.")


class JsonBlueprint(Blueprint):
    """A blueprint whose views take JSON, and document the problems that they answer."""

    ARGUMENTS_PARSER = _JsonParser()

    def redirects(self, view: _View) -> _View:
        """Documents that an id may have been merged into another."""
        document: Callable[[_View], _View] = self.alt_response(
            308, description="It has a new id: see the Location header."
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
