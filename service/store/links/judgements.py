"""What editors decided, kept under names that outlast other articles' coming and going, and obeyed ever after."""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from service.domain.conflicts import Conflict, Status
from service.domain.judgements import Decision, Judgement, Subject
from service.domain.queries import Page, PageRequest
from service.linking.content_ids import identify
from service.store.sql.bulk_values import find, in_values
from service.store.sql.paging import filled, page_of
from service.store.sql.rows import Row, judgement_of, judgement_values
from service.store.sql.tables import ConflictRow, JudgementRow

_OF_SUBJECT = {
    subject: select(JudgementRow).where(
        JudgementRow.subject == subject.value, or_(in_values(JudgementRow.first), in_values(JudgementRow.second))
    )
    for subject in Subject
}


def keep(
    connection: Connection, subject: Subject, pair: tuple[str, str], verdict: str, decision: Decision
) -> Judgement:
    """Write a judgement down, in the place of an earlier one on the same matter."""
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
    matter = _matter(conflict)
    return keep(connection, Subject.CONFLICT, (matter, min(places_of(conflict))), status.value, decision)


def statuses(connection: Connection, conflicts: Iterable[Conflict]) -> dict[str, Status]:
    """What was decided of these conflicts, by their ids: one that makes the same claims in one same place is judged."""
    found: dict[str, Status] = {}
    of_matter: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        of_matter[_matter(conflict)].append(conflict)
    for row in sorted(judged_pairs(connection, Subject.CONFLICT, of_matter), key=lambda row: float(row.judged_at)):
        matter, place = (row.first, row.second) if row.first in of_matter else (row.second, row.first)
        found.update(
            {conflict.id: Status(row.verdict) for conflict in of_matter[matter] if place in places_of(conflict)}
        )
    return found


def judged_of(connection: Connection, conflict: Conflict) -> list[Row]:
    """What was decided of a conflict."""
    places = places_of(conflict)
    rows = judged_pairs(connection, Subject.CONFLICT, [_matter(conflict)])
    return [row for row in rows if row.first in places or row.second in places]


def judgements(connection: Connection, place: PageRequest) -> Page[Judgement]:
    """All that was decided."""
    page = page_of(connection, select(JudgementRow), [JudgementRow.id], place)
    return filled(page, lambda rows: [judgement_of(row) for row in rows])


def judged_pairs(connection: Connection, subject: Subject, names: Iterable[str]) -> Sequence[Row]:
    """The judgements on these and others."""
    return find(connection, _OF_SUBJECT[subject], names)


def _matter(conflict: Conflict) -> str:
    """What a conflict is about, whatever id it goes by."""
    return identify("k", (conflict.kind, *(claim.value for claim in conflict.claims)))


def places_of(conflict: Conflict) -> set[str]:
    """The quotations that it rests on, or the places in articles."""
    evidence = (place for claim in conflict.claims for place in claim.evidence)
    return {place.quotation_id or f"{place.article_id}\t{place.span.start}" for place in evidence}
