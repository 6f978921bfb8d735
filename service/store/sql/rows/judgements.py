"""Judgements and their rows."""

from dataclasses import fields, replace

from service.domain.judgements import Judgement, JudgementRecord, Subject
from service.store.sql.editing_tables import JudgementRow, PastJudgementRow
from service.store.sql.rows.values import Values


def judgement_values(judgement: Judgement) -> Values:
    """The row of a judgement."""
    own: Values = {each.name: getattr(judgement, each.name) for each in fields(Judgement)}
    return {**own, "subject": judgement.subject.value}


def judgement_of(row: JudgementRow | PastJudgementRow) -> Judgement:
    """The judgement of a row."""
    return judgement_of_values({each.name: getattr(row, each.name) for each in fields(Judgement)})


def judgement_of_values(values: Values) -> Judgement:
    """The judgement that `judgement_values` gave."""
    return Judgement(**{**values, "subject": Subject(values["subject"])})


def past_judgement_of(row: PastJudgementRow) -> JudgementRecord:
    """The judgement of a row, which holds no more."""
    record = JudgementRecord.of(judgement_of(row), holds=False)
    return replace(record, withdrawn_by=row.withdrawn_by, withdrawn_at=row.withdrawn_at)
