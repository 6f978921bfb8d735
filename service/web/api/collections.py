"""`/v1/quotations`, `/v1/speakers`, `/v1/statements`, `/v1/figures`: what is derived from all stored articles."""

from service.domain.archive import LinkedQuotation
from service.domain.conflicts import Statement
from service.domain.figures import OutletFigures, SpeakerFigures
from service.domain.queries import Filters, Page, PageRequest
from service.domain.quotations import Speaker
from service.web import use_cases
from service.web.api.blueprint import JsonBlueprint
from service.web.api.responses import listed, with_etag
from service.web.schemas import (
    FiguresOfOutletsSchema,
    FiguresOfSpeakersSchema,
    FiguresSearchSchema,
    QuotationSchema,
    QuotationSearchSchema,
    QuotationsPageSchema,
    SpeakerSchema,
    SpeakerSearchSchema,
    SpeakersPageSchema,
    StatementSearchSchema,
    StatementsPageSchema,
    StoredStatementSchema,
)

quotations = JsonBlueprint("quotations", __name__, description="Quotations in all stored articles.")
speakers = JsonBlueprint("speakers", __name__, description="Speakers across all stored articles.")
statements = JsonBlueprint("statements", __name__, description="Statements across all stored articles.")
figures = JsonBlueprint("figures", __name__, description="How often outlets and speakers are contradicted.")
for _blueprint in (quotations, speakers, statements, figures):
    _blueprint.after_request(with_etag)


@quotations.get("/v1/quotations")
@quotations.fails_with(422, 503)
@quotations.arguments(QuotationSearchSchema, location="query")
@quotations.response(200, QuotationsPageSchema)
def find_quotations(search: tuple[Filters, PageRequest]) -> tuple[Page[LinkedQuotation], dict[str, str]]:
    """List quotations"""
    return listed(use_cases().queries.quotations(*search))


@quotations.get("/v1/quotations/<quotation_id>")
@quotations.fails_with(404, 503)
@quotations.response(200, QuotationSchema)
def show_quotation(quotation_id: str) -> LinkedQuotation:
    """Show a quotation"""
    return use_cases().queries.quotation(quotation_id)


@speakers.get("/v1/speakers")
@speakers.fails_with(422, 503)
@speakers.arguments(SpeakerSearchSchema, location="query")
@speakers.response(200, SpeakersPageSchema)
def find_speakers(search: tuple[Filters, PageRequest]) -> tuple[Page[Speaker], dict[str, str]]:
    """List speakers

    Each with their affiliations in the newest articles.
    """
    return listed(use_cases().queries.speakers(*search))


@speakers.get("/v1/speakers/<speaker_id>")
@speakers.fails_with(404, 503)
@speakers.redirects
@speakers.response(200, SpeakerSchema)
def show_speaker(speaker_id: str) -> Speaker:
    """Show a speaker"""
    return use_cases().queries.speaker(speaker_id)


@statements.get("/v1/statements")
@statements.fails_with(422, 503)
@statements.arguments(StatementSearchSchema, location="query")
@statements.response(200, StatementsPageSchema)
def find_statements(search: tuple[Filters, PageRequest]) -> tuple[Page[Statement], dict[str, str]]:
    """List statements"""
    return listed(use_cases().queries.statements(*search))


@statements.get("/v1/statements/<statement_id>")
@statements.fails_with(404, 503)
@statements.redirects
@statements.response(200, StoredStatementSchema)
def show_statement(statement_id: str) -> Statement:
    """Show a statement"""
    return use_cases().queries.statement(statement_id)


@figures.get("/v1/figures/outlets")
@figures.fails_with(422, 503)
@figures.arguments(FiguresSearchSchema, location="query")
@figures.response(200, FiguresOfOutletsSchema)
def show_outlets(wanted: dict[str, int]) -> dict[str, tuple[OutletFigures, ...]]:
    """Show how often outlets are contradicted and corrected"""
    return {"outlets": use_cases().queries.outlet_figures(wanted["limit"])}


@figures.get("/v1/figures/speakers")
@figures.fails_with(422, 503)
@figures.arguments(FiguresSearchSchema, location="query")
@figures.response(200, FiguresOfSpeakersSchema)
def show_speakers(wanted: dict[str, int]) -> dict[str, tuple[SpeakerFigures, ...]]:
    """Show how often reports of speakers are contradicted and corrected"""
    return {"speakers": use_cases().queries.speaker_figures(wanted["limit"])}
