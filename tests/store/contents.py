"""What a store holds, and what one comparison over all of its articles gives, in one shape."""

from dataclasses import dataclass, fields

from sqlalchemy import select

from service.domain.conflicts import Conflict
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from service.store.sql.connection import Database
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.tables import ConflictRow, MergedSpeakerRow, NameVariantRow, QuotationRow, StatementRow


@dataclass(frozen=True)
class Contents:
    """All that follows from the articles, each list in an order of its own."""

    statements: list[tuple[str, tuple[str, ...], tuple[str, ...], str, int]]
    speakers: list[tuple[str, str, str]]
    conflicts: list[Conflict]
    speaker_of: dict[str, str | None]


def compared(reports: list[ArticleAnalysis]) -> Contents:
    """By one comparison."""
    analysis = compare(tuple(reports))
    return Contents(
        sorted((one.id, one.quotation_ids, one.speaker_ids, one.wording, one.n_reports) for one in analysis.statements),
        sorted((one.id, one.name, one.kind.value) for one in analysis.speakers),
        sorted(analysis.conflicts, key=lambda one: one.id),
        {one.quotation.id: one.speaker_id for one in analysis.attributions},
    )


def stored(database: Database) -> Contents:
    """As the store has it."""
    with database.reading() as connection:
        speakers = {row.id: row.speaker_id for row in connection.execute(select(NameVariantRow))}
        quotations = connection.execute(select(QuotationRow).order_by(QuotationRow.id)).all()
        statements = []
        for row in connection.execute(select(StatementRow)):
            members = [one for one in quotations if one.statement_id == row.id]
            found = {speakers[one.voice_id] for one in members if one.voice_id}
            ids = tuple(one.id for one in members)
            statements.append((row.id, ids, tuple(sorted(found)), row.wording, row.n_reports))
        return Contents(
            sorted(statements),
            sorted((row.id, row.name, row.kind) for row in connection.execute(select(MergedSpeakerRow))),
            sorted(map(_as_found, connection.execute(select(ConflictRow))), key=lambda one: one.id),
            {one.id: speakers.get(one.voice_id) for one in quotations},
        )


def _as_found(row: ConflictRow) -> Conflict:
    """Without the times, which one comparison does not tell."""
    conflict = conflict_of(row)
    return Conflict(**{field.name: getattr(conflict, field.name) for field in fields(Conflict)})
