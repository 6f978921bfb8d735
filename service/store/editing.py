"""An editor's decisions, carried out at once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy import Connection, or_, select

from service.domain.archive import ConflictDetail, StoredConflict
from service.domain.judgements import ConflictReview, Decision, Judgement, Subject
from service.domain.queries import IdempotentRequest
from service.errors import ClashError, MissingError
from service.linking.speakers.name_graph import speaker_id_of
from service.store.idempotency import find_answered, record_answer
from service.store.links.clusters import regroup
from service.store.links.conflict_details import details_of
from service.store.links.judgements import record_judgement
from service.store.links.linking import update_speakers
from service.store.links.name_index import judge_name_link
from service.store.reviews import carry_out, withdraw
from service.store.sql.connection import Database
from service.store.sql.reading import first_of
from service.store.sql.rows.conflicts import conflict_of
from service.store.sql.rows.judgements import judgement_of_values, judgement_values
from service.store.sql.tables import ConflictRow, NameVariantRow, QuotationRow, RedirectRow

_Work = Callable[[Connection, StoredConflict], StoredConflict]


class Editing:
    """Decisions on one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def review_conflicts(
        self, conflict_ids: Sequence[str], review: ConflictReview, seen: Mapping[str, str] | None = None
    ) -> tuple[ConflictDetail, ...]:
        """What these conflicts are when all of them have been reviewed; an earlier id stands for its successor.

        Raises MissingError, ClashError where one has another status now than it was `seen` with, and JudgementError:
        nothing is changed then.
        """
        return self._carried_out(conflict_ids, partial(carry_out, review=review), seen)

    def undo_review(self, conflict_id: str, by: str, judged_at: str | None = None) -> ConflictDetail:
        """The conflict without the last judgement on it; an earlier id stands for its successor.

        Raises MissingError; ClashError where there is none, or where it was made at another time.
        """
        (undone,) = self._carried_out([conflict_id], partial(withdraw, by=by, judged_at=judged_at), None)
        return undone

    def undo_reviews(
        self, conflict_ids: Sequence[str], by: str, seen: Mapping[str, str] | None = None
    ) -> tuple[ConflictDetail, ...]:
        """The same of several; raises ClashError where one has another status now than it was `seen` with, too."""
        return self._carried_out(conflict_ids, partial(withdraw, by=by), seen)

    def judge_pair(
        self,
        subject: Subject,
        pair: tuple[str, str],
        verdict: str,
        decision: Decision,
        *,
        request: IdempotentRequest | None = None,
    ) -> Judgement:
        """Keep two speakers or statements together, or apart; each by its own id or by that of a quotation.

        Raises MissingError, and ClashError where the two have the same name or words, or the request's key stands for
        another request.
        """
        with self._database.writing() as connection:
            answered = find_answered(connection, request)
            if answered is not None:
                assert answered.judgement is not None, "what a judgement was sent with stands for no article"
                return judgement_of_values(answered.judgement)
            find = _variant if subject is Subject.SPEAKER else _quotation
            first, second = (find(connection, named) for named in pair)
            if first == second:
                raise ClashError("The two are identical in everything that is compared, so they cannot be separated.")
            judgement = record_judgement(connection, subject, (first, second), verdict, decision)
            if subject is Subject.SPEAKER:
                judge_name_link(connection, judgement)
                update_speakers(connection, {first, second}, {first, second})
            else:
                versions = select(QuotationRow.version).where(QuotationRow.id.in_((first, second)))
                regroup(connection, {number for number in connection.scalars(versions) if number is not None})
            record_answer(connection, request, judgement=judgement_values(judgement))
            return judgement

    def _carried_out(
        self, conflict_ids: Sequence[str], work: _Work, seen: Mapping[str, str] | None
    ) -> tuple[ConflictDetail, ...]:
        with self._database.writing() as connection:
            before = [_conflict(connection, conflict_id) for conflict_id in conflict_ids]
            for conflict_id, conflict in zip(conflict_ids, before, strict=True):
                _check_seen(conflict, (seen or {}).get(conflict_id))
            return tuple(details_of(connection, [work(connection, conflict) for conflict in before]))


def _conflict(connection: Connection, of: str) -> StoredConflict:
    there = or_(ConflictRow.id == of, ConflictRow.id.in_(select(RedirectRow.to).where(RedirectRow.id == of)))
    row = first_of(connection, select(ConflictRow).where(there))
    if row is None:
        raise MissingError(f"There is no {of!r}.")
    return conflict_of(row)


def _check_seen(conflict: StoredConflict, status: str | None) -> None:
    if status not in (None, conflict.status):
        raise ClashError(f"Somebody has judged this conflict since: it is {conflict.status} now.")


def _variant(connection: Connection, of: str) -> str:
    """The name that a speaker has its id from, or that a quotation's speaker goes by."""
    variants = connection.scalars(select(NameVariantRow.id).where(NameVariantRow.speaker_id == of))
    quoted = connection.scalar(select(QuotationRow.voice_id).where(QuotationRow.id == of))
    found = next((variant_id for variant_id in variants if speaker_id_of(variant_id) == of), quoted)
    if found is None:
        raise MissingError(f"There is no speaker with the id {of!r}, and no quotation with that id that has a speaker.")
    return found


def _quotation(connection: Connection, of: str) -> str:
    """The first quotation of a statement, or the quotation itself."""
    spoken = select(QuotationRow.id).where(QuotationRow.statement_id == of, QuotationRow.is_speech)
    first = spoken.order_by(QuotationRow.id).limit(1)
    itself = select(QuotationRow.id).where(QuotationRow.id == of, QuotationRow.is_speech)
    found = connection.scalar(first) or connection.scalar(itself)
    if found is None:
        raise MissingError(f"There is no statement with the id {of!r}, and no quotation of speech with that id.")
    return found
