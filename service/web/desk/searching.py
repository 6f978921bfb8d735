"""One box for speakers' names and the words of quotations."""

from dataclasses import replace

from flask import Response

from service.domain.queries import Filters, PageRequest
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, next_address, page
from service.web.desk.speakers import said
from service.web.schemas import StatementSearchSchema

_MOST_SPEAKERS = 12


@desk.get("/search")
@fields(StatementSearchSchema)
def search(asked: tuple[Filters, PageRequest]) -> Response:
    """Speakers by name, and quotations by their words, the newest first; nothing where no word is given."""
    words, place = asked[0].words, asked[1]
    if words is None:
        return page("search.html", title="Search", sought="", speakers=(), said=[], names={}, following=None)
    queries = use_cases().queries
    speakers = queries.speakers(Filters(words=words), PageRequest(_MOST_SPEAKERS)).items if place.cursor is None else ()
    quoted = queries.quotations(Filters(words=words), replace(place, limit=AT_ONCE))
    speaker_ids = {one.attribution.speaker_id for one in quoted.items if one.attribution.speaker_id}
    return page(
        "search.html",
        title=f"Search: {words}",
        sought=words,
        speakers=speakers,
        said=said(quoted.items),
        names=use_cases().desk.speaker_names(speaker_ids),
        following=next_address(quoted),
    )
