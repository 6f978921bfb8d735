"""`/v1/searches`: filters of the list of conflicts under names."""

from typing import Any

from service.domain.queries import Page, PageRequest, SavedSearch
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import check_unchanged, listed, with_etag
from service.web.schemas import (
    PlaceSchema,
    SavedSearchChangeSchema,
    SavedSearchesPageSchema,
    SavedSearchRequestSchema,
    SavedSearchSchema,
)

_DESCRIPTION = "Filters of the list of conflicts under names, for lists, feeds, webhooks and the desk."
searches = JsonBlueprint("searches", __name__, description=_DESCRIPTION)
searches.after_request(with_etag)


@searches.post("/v1/searches")
@searches.fails_with(400, 409, 415, 422, 503)
@searches.arguments(SavedSearchRequestSchema)
@searches.response(201, SavedSearchSchema)
def add(body: dict[str, Any]) -> tuple[SavedSearch, int, dict[str, str]]:
    """Save a search

    Its id is the `search_id` of lists, feeds and webhooks.
    """
    search = use_cases().searches.add(**body)
    return search, 201, {"Location": f"/v1/searches/{search.id}"}


@searches.get("/v1/searches")
@searches.fails_with(422, 503)
@searches.arguments(PlaceSchema, location="query")
@searches.response(200, SavedSearchesPageSchema)
def find(place: PageRequest) -> tuple[Page[SavedSearch], dict[str, str]]:
    """List saved searches"""
    return listed(use_cases().searches.searches(place))


@searches.get("/v1/searches/<search_id>")
@searches.fails_with(404, 503)
@searches.response(200, SavedSearchSchema)
def show(search_id: str) -> SavedSearch:
    """Show a saved search"""
    return use_cases().searches.search(search_id)


@searches.patch("/v1/searches/<search_id>")
@searches.fails_with(400, 404, 409, 412, 415, 422, 503)
@searches.arguments(SavedSearchChangeSchema)
@searches.response(200, SavedSearchSchema)
def change(body: dict[str, Any], search_id: str) -> SavedSearch:
    """Change a saved search

    Feeds and webhooks follow it from then on.
    """
    check_unchanged(SavedSearchSchema(), use_cases().searches.search(search_id))
    return use_cases().searches.change(search_id, body)


@searches.delete("/v1/searches/<search_id>")
@searches.fails_with(404, 409, 412, 503)
@searches.response(204)
def remove(search_id: str) -> None:
    """Delete a saved search

    Refused with 409 while a webhook uses it.
    """
    check_unchanged(SavedSearchSchema(), use_cases().searches.search(search_id))
    use_cases().searches.remove(search_id)
