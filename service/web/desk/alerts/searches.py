"""Saved searches on the desk: shown beside the filters, saved from them, and removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from flask import Response, redirect, url_for

from service.domain.queries import Filters, PageRequest, SavedSearch
from service.domain.times import iso_time
from service.web import use_cases
from service.web.desk.blueprint import desk, fields, way_back
from service.web.schemas import DeskSavedSearchSchema

# More are no choice; the API has all of them.
_MOST_SHOWN = 50
_MIDNIGHT = "T00:00:00.000+00:00"


@dataclass(frozen=True, slots=True)
class ShownSearch:
    """A saved search, and the way to what it finds."""

    search: SavedSearch
    address: str


@dataclass(frozen=True, slots=True)
class SavedSearches:
    """Those that there are, and how the filters of the page are saved with them."""

    shown: tuple[ShownSearch, ...]

    def applied(self, filters: Filters) -> dict[str, str]:
        """The filters that there are, as the fields of a form."""
        return _fields(filters)


def saved_searches() -> SavedSearches:
    """The saved searches, by name."""
    return SavedSearches(tuple(ShownSearch(search, _address(search.filters)) for search in searches_to_choose()))


def searches_to_choose() -> Sequence[SavedSearch]:
    """The first saved searches by name, as many as a list to choose from may have."""
    return use_cases().searches.searches(PageRequest(_MOST_SHOWN)).items


@desk.post("/searches")
@fields(DeskSavedSearchSchema, location="form")
def save_search(given: tuple[str, Filters]) -> Response:
    """Save the filters of the page under a name, and show what they find."""
    search = use_cases().searches.add(*given)
    return cast(Response, redirect(_address(search.filters), 303))


@desk.post("/searches/<search_id>/remove")
def remove_search(search_id: str) -> Response:
    """Remove a saved search that no webhook uses."""
    use_cases().searches.remove(search_id)
    return cast(Response, redirect(way_back(url_for("desk.find_conflicts")), 303))


def _address(filters: Filters) -> str:
    """Without a status, the desk shows open conflicts: an empty one stands for all."""
    return f"{url_for('desk.find_conflicts')}?{urlencode({'status': '', **_fields(filters)})}"


def _fields(filters: Filters) -> dict[str, str]:
    names = ("outlet", "speaker_id", "kind", "severity", "status", "words", "article_id")
    plain = {name: getattr(filters, name) for name in names}
    times = {name: _time(getattr(filters, name)) for name in ("since", "until")}
    return {name: value for name, value in {**plain, **times}.items() if value is not None}


def _time(seconds: float | None) -> str | None:
    """A day where it is one, for a form has days."""
    return iso_time(seconds).removesuffix(_MIDNIGHT) if seconds is not None else None
