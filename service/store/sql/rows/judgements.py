"""Judgements and their rows."""

from service.domain.judgements import Judgement, Subject
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.rows.values import Values


def judgement_values(judgement: Judgement) -> Values:
    """The row of a judgement."""
    return {
        "id": judgement.id,
        "subject": judgement.subject.value,
        "first": judgement.first,
        "second": judgement.second,
        "verdict": judgement.verdict,
        "judged_by": judgement.judged_by,
        "judged_at": judgement.judged_at,
        "reason": judgement.reason,
    }


def judgement_of(row: JudgementRow) -> Judgement:
    """The judgement of a row."""
    by, at = row.judged_by, row.judged_at
    return Judgement(row.id, Subject(row.subject), row.first, row.second, row.verdict, by, at, row.reason)


def judgement_of_values(values: Values) -> Judgement:
    """The judgement that `judgement_values` gave."""
    return Judgement(**{**values, "subject": Subject(values["subject"])})
