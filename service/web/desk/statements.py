"""A statement with all its reports side by side."""

from flask import Response, request

from service.domain.conflicts import Statement
from service.domain.queries import Filters, PageRequest
from service.presentation.report_comparison import basis_of, side_by_side
from service.web import use_cases
from service.web.desk.blueprint import desk, fields, page
from service.web.desk.cards import conflict_cards
from service.web.schemas import StatementSearchSchema

_MOST_FOUND = 30


@desk.get("/statements/<statement_id>")
@fields(StatementSearchSchema)
def show_statement(asked: tuple[Filters, PageRequest], statement_id: str) -> Response:
    """The reports, their conflicts, what was decided; and others to choose from, which hold the words asked for."""
    store = use_cases().store
    statement = store.reader.statement(statement_id)
    tellings = store.desk.tellings(statement_id)
    basis = basis_of(tellings, request.args.get("against"))
    return page(
        "statement.html",
        title=statement.wording,
        statement=statement,
        basis=basis,
        reports=side_by_side(tellings, basis),
        n_tellings=len(tellings),
        speakers=store.desk.names(statement.speaker_ids),
        cards=conflict_cards(store.desk.conflicts_of_statement(statement_id)),
        rulings=store.desk.rulings_on_statement(statement_id),
        sought=asked[0].words,
        candidates=_candidates(statement, asked[0]),
    )


def _candidates(statement: Statement, search: Filters) -> tuple[Statement, ...]:
    """The statements of the newest quotations that hold the words, or else those that were found alike."""
    store = use_cases().store
    if search.words is None:
        return store.desk.statements_near(statement.id)
    found = store.reader.quotations(Filters(words=search.words), PageRequest(_MOST_FOUND))
    statements = {
        one.statement_id: Statement(one.statement_id, (), (), one.attribution.quotation.text)
        for one in found.items
        if one.statement_id not in (None, statement.id)
    }
    return tuple(statements.values())
