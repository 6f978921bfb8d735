"""What views of the stored share: ETags, and the address of the next page."""

from typing import TypeVar
from urllib.parse import urlencode

from flask import Response, abort, current_app, make_response, request

from service.domain.queries import Page
from service.web.schemas.answer import AnswerSchema

_Item = TypeVar("_Item")
_Listed = tuple[Page[_Item], dict[str, str]]


def listed(page: Page[_Item]) -> _Listed[_Item]:
    """The page, with the address of the next one where there is one."""
    if page.cursor is None:
        return page, {}
    query = urlencode({**request.args.to_dict(), "cursor": page.cursor})
    return page, {"Link": f'<{request.path}?{query}>; rel="next"'}


def with_etag(response: Response) -> Response:
    """The answer to a question by its digest, and no body for who has it already."""
    if request.method == "GET" and response.status_code == 200:
        response.headers["Cache-Control"] = "private, no-cache"
        response.add_etag()
        response.make_conditional(request.environ)
    return response


def check_unchanged(schema: AnswerSchema, value: object) -> None:
    """Answers 412 where the request names an ETag in If-Match, and this is another state."""
    if not request.if_match:
        return
    answer: Response = make_response(current_app.json.response(schema.dump(value)))
    answer.add_etag()
    etag, _ = answer.get_etag()
    if etag is None or etag not in request.if_match:
        abort(412, "It has changed since you read it.")
