"""Judgements as people read them: who decided what, of which words or names, and where those are now."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from service.domain.conflicts import Conflict
from service.domain.judgements import JudgementDetail, JudgementSubject, Subject
from service.store.links.judgements import judged_of
from service.store.sql.rows import Row, judgement_of
from service.store.sql.tables import ArticleRow, JudgementRow, NameVariantRow, QuotationRow

# Nobody reads on; the list of all judgements has every one.
_MOST = 20


def rulings_on(connection: Connection, subject: Subject, names: Select[Any]) -> tuple[JudgementDetail, ...]:
    """The newest judgements on these and others."""
    either = or_(JudgementRow.first.in_(names), JudgementRow.second.in_(names))
    query = select(JudgementRow).where(JudgementRow.subject == subject.value, either)
    return rulings(connection, connection.execute(query.order_by(JudgementRow.judged_at.desc()).limit(_MOST)).all())


def rulings_on_conflict(connection: Connection, conflict: Conflict) -> tuple[JudgementDetail, ...]:
    """The judgements on a conflict, the newest first."""
    rows = sorted(judged_of(connection, conflict), key=lambda row: float(row.judged_at), reverse=True)
    return rulings(connection, rows[:_MOST])


def rulings(connection: Connection, rows: Sequence[Row]) -> tuple[JudgementDetail, ...]:
    """These judgements with what they are about."""
    matters = _matters(connection, {name for row in rows for name in (row.first, row.second)})
    return tuple(
        JudgementDetail(judgement_of(row), tuple(matters[name] for name in (row.first, row.second) if name in matters))
        for row in rows
    )


def _matters(connection: Connection, names: Iterable[str]) -> Mapping[str, JudgementSubject]:
    wanted = set(names)
    found: dict[str, JudgementSubject] = {}
    # Where a conflict is not about a quotation, it is about a place in an article: see `judgements`.
    placed = {name: name.split("\t")[0] for name in wanted if "\t" in name}
    headed = select(ArticleRow.id, ArticleRow.outlet, ArticleRow.title).where(ArticleRow.id.in_(placed.values()))
    headings = {row.id: row.outlet or row.title or row.id for row in connection.execute(headed)}
    for name, article_id in placed.items():
        if article_id in headings:
            found[name] = JudgementSubject(headings[article_id], article_id=article_id)
    quoted = select(QuotationRow.id, QuotationRow.text, QuotationRow.statement_id)
    for row in connection.execute(quoted.where(QuotationRow.id.in_(wanted))):
        found[row.id] = JudgementSubject(row.text, statement_id=row.statement_id)
    for variant in connection.execute(select(NameVariantRow).where(NameVariantRow.id.in_(wanted))):
        found[variant.id] = JudgementSubject(variant.name, speaker_id=variant.speaker_id)
    return found
