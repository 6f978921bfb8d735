"""What editors decided, stored under names that outlast other articles' coming and going, and obeyed ever after."""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from service.domain.conflicts import Conflict
from service.domain.judgements import Decision, Judgement, Subject
from service.domain.queries import Page, PageRequest
from service.linking.content_ids import identify
from service.store.sql.bulk_values import find_rows, in_values
from service.store.sql.editing_tables import AssignmentRow, JudgementRow, PastJudgementRow
from service.store.sql.paging import filled, page_of
from service.store.sql.rows.judgements import judgement_of, judgement_values
from service.store.sql.rows.values import Values

_OF_SUBJECT = {
    subject: select(JudgementRow).where(
        JudgementRow.subject == subject.value, or_(in_values(JudgementRow.first), in_values(JudgementRow.second))
    )
    for subject in Subject
}
_ASSIGNMENTS = select(AssignmentRow).where(or_(in_values(AssignmentRow.first), in_values(AssignmentRow.second)))


class _Named(Protocol):
    """What names a conflict by what it claims and by what it rests on."""

    @property
    def first(self) -> str: ...
    @property
    def second(self) -> str: ...


_About = TypeVar("_About", bound=_Named)


def record_judgement(
    connection: Connection, subject: Subject, pair: tuple[str, str], verdict: str, decision: Decision
) -> Judgement:
    """Write a judgement down, in the place of an earlier one on the same two."""
    first, second = sorted(pair)
    judged_by, reason = decision
    judgement_id = identify("j", ("\t".join((subject, first, second)),))
    judgement = Judgement(judgement_id, subject, first, second, verdict, judged_by, time.time(), reason)
    write_judgement(connection, judgement)
    return judgement


def write_judgement(connection: Connection, judgement: Judgement) -> None:
    """Write this judgement down; the earlier one of its id is set aside."""
    set_aside(connection, JudgementRow.id == judgement.id)
    connection.execute(insert(JudgementRow), [judgement_values(judgement)])


def set_aside(connection: Connection, which: ColumnElement[bool], withdrawn: Values | None = None) -> None:
    """Move judgements to those that hold no more: replaced by others, or `withdrawn` by somebody at some time."""
    table = JudgementRow.__table__
    for row in connection.execute(select(table).where(which)).mappings().all():
        connection.execute(insert(PastJudgementRow), [{**row, **(withdrawn or {})}])
    connection.execute(delete(JudgementRow).where(which))


def names_of(conflict: Conflict) -> tuple[str, str, str]:
    """The id of what is decided of a conflict, and the two names that it goes by, whatever the conflict's own id is."""
    first, second = sorted((_claims_key(conflict), min(evidence_keys(conflict))))
    return identify("j", ("\t".join((Subject.CONFLICT, first, second)),)), first, second


def latest_judgements(connection: Connection, conflicts: Iterable[Conflict]) -> dict[str, Judgement]:
    """What was last decided of these conflicts, by their ids.

    One that makes the same claims in one same place is judged.
    """
    by_claims = _by_claims(conflicts)
    found = judgements_of(connection, Subject.CONFLICT, by_claims)
    return dict(_about(sorted(found, key=lambda each: each.judged_at), by_claims))


def assignees(connection: Connection, conflicts: Iterable[Conflict]) -> dict[str, str]:
    """Who looks into these conflicts, by their ids."""
    by_claims = _by_claims(conflicts)
    found = sorted(find_rows(connection, _ASSIGNMENTS, by_claims), key=lambda each: each.assigned_at)
    return {conflict_id: row.assignee for conflict_id, row in _about(found, by_claims)}


def is_right_in(conflict: Conflict, judgement: Judgement | None) -> dict[str, bool | None]:
    """Whether each article's claims are right, as far as the judgement says so: one wrong claim is enough for no."""
    found: dict[str, bool | None] = {}
    for index, claim in enumerate(conflict.claims):
        is_right = judgement.is_right(index) if judgement is not None else None
        for article_id in claim.article_ids:
            found[article_id] = is_right if found.get(article_id) is not False else False
    return found


def judgements_on(connection: Connection, conflict: Conflict) -> list[Judgement]:
    """What was decided of a conflict."""
    evidence = evidence_keys(conflict)
    judgements = judgements_of(connection, Subject.CONFLICT, [_claims_key(conflict)])
    return [each for each in judgements if each.first in evidence or each.second in evidence]


def judgements(connection: Connection, request: PageRequest) -> Page[Judgement]:
    """All that was decided, the newest first."""
    order = [JudgementRow.judged_at, JudgementRow.id]
    page = page_of(connection, select(JudgementRow), order, request, is_descending=True)
    return filled(page, lambda rows: list(map(judgement_of, rows)))


def judgements_of(connection: Connection, subject: Subject, names: Iterable[str]) -> list[Judgement]:
    """The judgements on these and others."""
    return list(map(judgement_of, find_rows(connection, _OF_SUBJECT[subject], names)))


def evidence_keys(conflict: Conflict) -> set[str]:
    """What a conflict rests on, by names that stay: ids of quotations, or articles with a position in their texts."""
    evidence = (each for claim in conflict.claims for each in claim.evidence)
    return {each.quotation_id or f"{each.article_id}\t{each.span.start}" for each in evidence}


def _by_claims(conflicts: Iterable[Conflict]) -> dict[str, list[Conflict]]:
    found: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        found[_claims_key(conflict)].append(conflict)
    return found


def _about(named: Iterable[_About], by_claims: Mapping[str, list[Conflict]]) -> Iterator[tuple[str, _About]]:
    """Each with the ids of the conflicts that it is about."""
    for one in named:
        names = one.first, one.second
        claims, evidence = names if one.first in by_claims else names[::-1]
        for conflict in by_claims[claims]:
            if evidence in evidence_keys(conflict):
                yield conflict.id, one


def _claims_key(conflict: Conflict) -> str:
    """What a conflict is about, whatever id it goes by."""
    return identify("k", (conflict.kind, *(claim.value for claim in conflict.claims)))
