"""`/v1/conflicts.atom`: the list of conflicts for feed readers."""

from hashlib import sha256
from urllib.parse import urlencode

from flask import Response, request

from service.domain.queries import Filters, PageRequest
from service.web import public_url, use_cases
from service.web.api.alerts.atom import MEDIA_TYPE, Feed, feed_xml
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import with_etag
from service.web.schemas import FeedSearchSchema

feeds = JsonBlueprint("feeds", __name__, description="Conflicts for feed readers.")
feeds.after_request(with_etag)


@feeds.get("/v1/conflicts.atom")
@feeds.fails_with(404, 422, 503)
@feeds.arguments(FeedSearchSchema, location="query")
@feeds.response(200, description="The feed.")
@feeds.doc(responses={200: {"content": {MEDIA_TYPE: {"schema": {}}}}})
def conflicts(search: tuple[Filters, PageRequest]) -> Response:
    """Follow conflicts in a feed reader

    An Atom feed of the conflicts that the list finds by the same filters, the most recently found or changed first. An
    entry keeps its id while its conflict does, and is updated when that changes. If the service asks for keys, give the
    reader one with the scope `read` as a password.
    """
    filters, place = search
    found = use_cases().queries.conflicts(filters, place)
    return Response(feed_xml(_feed(filters, found.cursor), found.items), content_type=f"{MEDIA_TYPE}; charset=utf-8")


def _feed(filters: Filters, cursor: str | None) -> Feed:
    asked = request.args.to_dict()
    name = use_cases().searches.search(filters.search_id).name if filters.search_id else None
    path = f"{public_url()}{request.path}"
    same = sorted((key, value) for key, value in asked.items() if key not in {"cursor", "limit"})
    return Feed(
        id=f"urn:quotes:conflicts:{sha256(urlencode(same).encode()).hexdigest()[:32]}",
        title=f"Conflicts: {name}" if name is not None else "Conflicts",
        home=public_url(),
        address=f"{path}?{urlencode(asked)}" if asked else path,
        following=f"{path}?{urlencode({**asked, 'cursor': cursor})}" if cursor is not None else None,
    )
