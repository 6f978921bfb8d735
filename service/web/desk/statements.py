"""A statement with all its reports side by side."""

from flask import Response, request

from service.domain.queries import Filters, PageRequest
from service.presentation.desk.report_comparison import basis_of, side_by_side
from service.web import use_cases
from service.web.desk.blueprint import desk, fields, page
from service.web.desk.cards import conflict_cards
from service.web.schemas import StatementSearchSchema


@desk.get("/statements/<statement_id>")
@fields(StatementSearchSchema)
def show_statement(asked: tuple[Filters, PageRequest], statement_id: str) -> Response:
    """The reports, their conflicts, what was decided; and others to choose from, which hold the words asked for."""
    desk_queries = use_cases().desk
    statement = use_cases().queries.statement(statement_id)
    reports = desk_queries.reports(statement_id)
    basis = basis_of(reports, request.args.get("against"))
    return page(
        "statement.html",
        title=statement.wording,
        statement=statement,
        basis=basis,
        reports=side_by_side(reports, basis),
        n_reports=len(reports),
        speakers=desk_queries.speaker_names(statement.speaker_ids),
        cards=conflict_cards(desk_queries.conflicts_of_statement(statement_id)),
        judgements=desk_queries.judgements_on_statement(statement_id),
        sought=asked[0].words,
        candidates=desk_queries.statement_candidates(statement, asked[0].words),
    )
