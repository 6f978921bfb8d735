"""What an editor says of one conflict, carried out and taken back; and all that was ever said of it."""

import time
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, or_, select, update

from service.domain.archive import StoredConflict
from service.domain.conflicts import Conflict, Status
from service.domain.judgements import ConflictReview, Judgement, JudgementRecord, Subject
from service.domain.times import iso_time
from service.errors import ClashError, JudgementError
from service.store.links.judgements import (
    evidence_keys,
    is_right_in,
    judgements_on,
    latest_judgements,
    names_of,
    set_aside,
    write_judgement,
)
from service.store.sql.batching import batches
from service.store.sql.editing_tables import AssignmentRow, JudgementRow, PastJudgementRow
from service.store.sql.reading import first_of, rows_of
from service.store.sql.rows.judgements import judgement_of, past_judgement_of
from service.store.sql.tables import ConflictArticleRow, ConflictRow

# Nobody reads on.
_MOST_RECORDS = 100


def carry_out(connection: Connection, conflict: StoredConflict, review: ConflictReview) -> StoredConflict:
    """The conflict as it is after the review.

    Raises JudgementError for a claim that it does not have.
    """
    if review.right_claim is not None and review.right_claim >= len(conflict.claims):
        message = f"The conflict has {len(conflict.claims)} claims, which are counted from 0."
        raise JudgementError(message, field="right_claim")
    if review.is_assigned:
        conflict = _assigned(connection, conflict, review)
    if review.status is None:
        return conflict
    judgement = _judgement(conflict, review, review.status)
    write_judgement(connection, judgement)
    return _judged(connection, conflict, judgement)


def withdraw(connection: Connection, conflict: StoredConflict, by: str, judged_at: str | None = None) -> StoredConflict:
    """The conflict without the last judgement on it: the one before holds again, or it is open.

    Raises ClashError where there is none, or where it was made at another time than this one.
    """
    last = latest_judgements(connection, [conflict]).get(conflict.id)
    if last is None:
        raise ClashError("Nothing has been decided of this conflict.")
    if judged_at not in (None, iso_time(last.judged_at)):
        raise ClashError(f"The last decision on this conflict was made at another time, {iso_time(last.judged_at)}.")
    set_aside(connection, JudgementRow.id == last.id, {"withdrawn_by": by, "withdrawn_at": time.time()})
    _restore(connection, last.id)
    return _judged(connection, conflict, latest_judgements(connection, [conflict]).get(conflict.id))


def records_on(connection: Connection, conflict: Conflict) -> tuple[JudgementRecord, ...]:
    """What was ever decided of a conflict, the newest first."""
    claims, evidence = _claims_and_evidence(conflict)
    about = or_(PastJudgementRow.first == claims, PastJudgementRow.second == claims)
    newest = select(PastJudgementRow).where(about).order_by(PastJudgementRow.number.desc()).limit(_MOST_RECORDS)
    past = [past_judgement_of(row) for row in rows_of(connection, newest) if {row.first, row.second} & evidence]
    now = judgements_on(connection, conflict)
    last = max(now, key=lambda judgement: judgement.judged_at, default=None)
    records = [JudgementRecord.of(judgement, holds=judgement is last) for judgement in now] + past
    return tuple(sorted(records, key=lambda record: record.judged_at, reverse=True))


def _claims_and_evidence(conflict: Conflict) -> tuple[str, set[str]]:
    _, *names = names_of(conflict)
    evidence = evidence_keys(conflict)
    return next(name for name in names if name not in evidence), evidence


def _judgement(conflict: Conflict, review: ConflictReview, status: Status) -> Judgement:
    id_, first, second = names_of(conflict)
    return Judgement(
        id_,
        Subject.CONFLICT,
        first,
        second,
        status.value,
        review.by,
        time.time(),
        review.reason,
        review.right_claim,
        review.none_is_right,
        review.source,
    )


def _judged(connection: Connection, conflict: StoredConflict, judgement: Judgement | None) -> StoredConflict:
    """The conflict as the judgement has it, in its rows, too; it is open where there is none."""
    status = Status(judgement.verdict) if judgement is not None else Status.OPEN
    connection.execute(update(ConflictRow).where(ConflictRow.id == conflict.id).values(status=status.value))
    rights = is_right_in(conflict, judgement)
    for value in (True, False, None):
        for some in batches(article_id for article_id, is_right in rights.items() if is_right is value):
            of_these = ConflictArticleRow.conflict_id == conflict.id, ConflictArticleRow.article_id.in_(some)
            connection.execute(update(ConflictArticleRow).where(*of_these).values(is_right=value))
    return replace(conflict, status=status)


def _restore(connection: Connection, judgement_id: str) -> None:
    """Let the judgement hold again that the one of this id had replaced last, if there is one."""
    replaced = PastJudgementRow.id == judgement_id, PastJudgementRow.withdrawn_at.is_(None)
    newest = select(PastJudgementRow).where(*replaced).order_by(PastJudgementRow.number.desc()).limit(1)
    row = first_of(connection, newest)
    if row is not None:
        connection.execute(delete(PastJudgementRow).where(PastJudgementRow.number == row.number))
        write_judgement(connection, judgement_of(row))


def _assigned(connection: Connection, conflict: StoredConflict, review: ConflictReview) -> StoredConflict:
    id_, first, second = names_of(conflict)
    claims, evidence = _claims_and_evidence(conflict)
    about = select(AssignmentRow).where(or_(AssignmentRow.first == claims, AssignmentRow.second == claims))
    earlier = [row.id for row in rows_of(connection, about) if {row.first, row.second} & evidence]
    connection.execute(delete(AssignmentRow).where(AssignmentRow.id.in_(earlier)))
    row = {"id": id_, "first": first, "second": second, "assigned_by": review.by, "assigned_at": time.time()}
    if review.assignee is not None:
        connection.execute(insert(AssignmentRow), [{**row, "assignee": review.assignee}])
    of_this = ConflictRow.id == conflict.id
    connection.execute(update(ConflictRow).where(of_this).values(assignee=review.assignee))
    return replace(conflict, assignee=review.assignee)
