"""One box for speakers' names and the words of quotations; and lists asked for by a name that several may have."""

from dataclasses import dataclass, replace

from flask import Response, request

from service.domain.conflicts import Status
from service.domain.queries import Filters, Listed, PageRequest
from service.domain.quotations import Speaker
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, desk, fields, next_address, page
from service.web.desk.speakers import said
from service.web.schemas import StatementSearchSchema

_MOST_SPEAKERS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for, the part of it, and who has the name that was given, if any was."""

    search: Filters
    place: PageRequest
    speakers: tuple[Speaker, ...]
    is_clear: bool
    """Whether no name was given, or one that one speaker has."""


@desk.get("/search")
@fields(StatementSearchSchema)
def search(asked: tuple[Filters, PageRequest]) -> Response:
    """Speakers by name, and quotations by their words, the newest first; nothing where no word is given."""
    words, place = asked[0].words, asked[1]
    if words is None:
        return page("search.html", title="Search", sought="", speakers=(), said=[], names={}, n_open={}, following=None)
    queries = use_cases().queries
    speakers = queries.speakers(Filters(words=words), PageRequest(_MOST_SPEAKERS)).items if place.cursor is None else ()
    quoted = queries.quotations(Filters(words=words), replace(place, limit=AT_ONCE))
    speaker_ids = {one.attribution.speaker_id for one in quoted.items if one.attribution.speaker_id}
    return page(
        "search.html",
        title=f"Search: {words}",
        sought=words,
        speakers=speakers,
        n_open=use_cases().desk.n_open_conflicts(Listed.SPEAKERS, [one.id for one in speakers]),
        said=said(quoted.items),
        names=use_cases().desk.speaker_names(speaker_ids),
        following=next_address(quoted),
    )


def asked_of(search: Filters, place: PageRequest, name: str | None) -> Asked:
    """What is asked for; the speaker of the name is part of it where there is one alone."""
    speakers = use_cases().desk.speakers_asked_for(search, name)
    if len(speakers) == 1:
        search = replace(search, speaker_id=speakers[0].id)
    return Asked(search, replace(place, limit=AT_ONCE), speakers, name is None or len(speakers) == 1)


def of_shown_status(search: Filters) -> Filters:
    """The open conflicts, unless the address names another status or, with an empty one, all."""
    return search if "status" in request.args else replace(search, status=Status.OPEN.value)
