"""What editors decided, stored under names that outlast other articles' coming and going, and obeyed ever after."""

import time
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from service.domain.conflicts import Conflict, Status
from service.domain.judgements import Decision, Judgement, Subject
from service.domain.queries import Page, PageRequest
from service.linking.content_ids import identify
from service.store.sql.bulk_values import find_rows, in_values
from service.store.sql.editing_tables import JudgementRow
from service.store.sql.paging import filled, page_of
from service.store.sql.rows.judgements import judgement_of, judgement_values
from service.store.sql.tables import ConflictRow

_OF_SUBJECT = {
    subject: select(JudgementRow).where(
        JudgementRow.subject == subject.value, or_(in_values(JudgementRow.first), in_values(JudgementRow.second))
    )
    for subject in Subject
}


def record_judgement(
    connection: Connection, subject: Subject, pair: tuple[str, str], verdict: str, decision: Decision
) -> Judgement:
    """Write a judgement down, in the place of an earlier one on the same two."""
    first, second = sorted(pair)
    judged_by, reason = decision
    judgement_id = identify("j", ("\t".join((subject, first, second)),))
    judgement = Judgement(judgement_id, subject, first, second, verdict, judged_by, time.time(), reason)
    connection.execute(delete(JudgementRow).where(JudgementRow.id == judgement_id))
    connection.execute(insert(JudgementRow), [judgement_values(judgement)])
    return judgement


def judge_conflict(connection: Connection, conflict: Conflict, status: Status, decision: Decision) -> Judgement:
    """Set a conflict's status, for as long as its claims are made."""
    connection.execute(update(ConflictRow).where(ConflictRow.id == conflict.id).values(status=status.value))
    pair = _claims_key(conflict), min(evidence_keys(conflict))
    return record_judgement(connection, Subject.CONFLICT, pair, status.value, decision)


def latest_judgements(connection: Connection, conflicts: Iterable[Conflict]) -> dict[str, Judgement]:
    """What was last decided of these conflicts, by their ids.

    One that makes the same claims in one same place is judged.
    """
    found: dict[str, Judgement] = {}
    by_claims: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        by_claims[_claims_key(conflict)].append(conflict)
    for judgement in sorted(judgements_of(connection, Subject.CONFLICT, by_claims), key=lambda each: each.judged_at):
        names = judgement.first, judgement.second
        claims, evidence = names if judgement.first in by_claims else names[::-1]
        judged = (conflict for conflict in by_claims[claims] if evidence in evidence_keys(conflict))
        found.update({conflict.id: judgement for conflict in judged})
    return found


def judgements_on(connection: Connection, conflict: Conflict) -> list[Judgement]:
    """What was decided of a conflict."""
    evidence = evidence_keys(conflict)
    judgements = judgements_of(connection, Subject.CONFLICT, [_claims_key(conflict)])
    return [each for each in judgements if each.first in evidence or each.second in evidence]


def judgements(connection: Connection, request: PageRequest) -> Page[Judgement]:
    """All that was decided."""
    page = page_of(connection, select(JudgementRow), [JudgementRow.id], request)
    return filled(page, lambda rows: list(map(judgement_of, rows)))


def judgements_of(connection: Connection, subject: Subject, names: Iterable[str]) -> list[Judgement]:
    """The judgements on these and others."""
    return list(map(judgement_of, find_rows(connection, _OF_SUBJECT[subject], names)))


def evidence_keys(conflict: Conflict) -> set[str]:
    """What a conflict rests on, by names that stay: ids of quotations, or articles with a position in their texts."""
    evidence = (each for claim in conflict.claims for each in claim.evidence)
    return {each.quotation_id or f"{each.article_id}\t{each.span.start}" for each in evidence}


def _claims_key(conflict: Conflict) -> str:
    """What a conflict is about, whatever id it goes by."""
    return identify("k", (conflict.kind, *(claim.value for claim in conflict.claims)))
