"""Speakers, quotations and statements in lists, with search, filters and totals."""

from dataclasses import replace

from flask import Response, request

from service.domain.queries import Filters, Listed, Page, PageRequest
from service.domain.quotations import QuotationKind, SpeakerKind
from service.web import use_cases
from service.web.desk.blueprint import AT_ONCE, asked_besides, desk, fields, next_address, page
from service.web.desk.searching import asked_of
from service.web.desk.speakers import said
from service.web.schemas import DeskQuotationSearchSchema, DeskStatementSearchSchema, SpeakerSearchSchema


@desk.get("/speakers")
@fields(SpeakerSearchSchema)
def find_speakers(asked: tuple[Filters, PageRequest]) -> Response:
    """The speakers by name, with what was last said of them."""
    search, place = asked
    found = use_cases().queries.speakers(search, replace(place, limit=AT_ONCE))
    return page(
        "speakers.html",
        title="Speakers",
        speakers=found.items,
        n_open=use_cases().desk.n_open_conflicts(Listed.SPEAKERS, [one.id for one in found.items]),
        total=use_cases().desk.n_found(Listed.SPEAKERS, search),
        following=next_address(found),
        filters=request.args,
        kinds=SpeakerKind,
        outlets=use_cases().desk.outlets(),
    )


@desk.get("/quotations")
@fields(DeskQuotationSearchSchema)
def find_quotations(given: tuple[Filters, PageRequest, str | None]) -> Response:
    """The quotations of the newest articles."""
    asked = asked_of(*given)
    found = use_cases().queries.quotations(asked.search, asked.place) if asked.is_clear else Page((), None)
    speaker_ids = {one.attribution.speaker_id for one in found.items if one.attribution.speaker_id}
    return page(
        "quotations.html",
        title="Quotations",
        asked=asked,
        others=asked_besides("speaker"),
        said=said(found.items),
        names=use_cases().desk.speaker_names(speaker_ids),
        total=use_cases().desk.n_found(Listed.QUOTATIONS, asked.search) if asked.is_clear else 0,
        following=next_address(found),
        filters=request.args,
        kinds=QuotationKind,
        outlets=use_cases().desk.outlets(),
    )


@desk.get("/statements")
@fields(DeskStatementSearchSchema)
def find_statements(given: tuple[Filters, PageRequest, str | None]) -> Response:
    """The statements that most reports have."""
    asked = asked_of(*given)
    found = use_cases().desk.statements(asked.search, asked.place) if asked.is_clear else Page((), None)
    return page(
        "statements.html",
        title="Statements",
        asked=asked,
        others=asked_besides("speaker"),
        statements=found.items,
        names=use_cases().desk.speaker_names({id_ for one in found.items for id_ in one.speaker_ids}),
        n_open=use_cases().desk.n_open_conflicts(Listed.STATEMENTS, [one.id for one in found.items]),
        total=use_cases().desk.n_found(Listed.STATEMENTS, asked.search) if asked.is_clear else 0,
        following=next_address(found),
        filters=request.args,
        outlets=use_cases().desk.outlets(),
    )
