"""Statements and conflicts computed anew from what articles tell, for a store that another comparison has filled.

Ids are made of what they stand for: those that come out as before are called as before, the others lead to what took
their place. No webhook hears of it: what is told differently is no news.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, select, update

from service.linking.statements.statements import statement_id_of
from service.store.links.conflicts import find_successors
from service.store.links.linking import compare_positions, link_anew
from service.store.links.redirects import record_redirects
from service.store.links.saved_analyses import reports
from service.store.sql.batching import batches
from service.store.sql.rows import Row, conflict_of
from service.store.sql.tables import (
    CommonKeyRow,
    ConflictArticleRow,
    ConflictRow,
    DuplicatesRow,
    MatchRow,
    MergedSpeakerRow,
    PostingRow,
    QuotationRow,
    StatementRow,
)
from service.store.sql.webhook_tables import WebhookRow

# Articles that are read and linked at one time.
_TOGETHER = 100
_OF_STATEMENTS = ConflictRow.statement_id.is_not(None)
_DATED = (
    update(ConflictRow)
    .where(ConflictRow.id == bindparam("of"))
    .values(found_at=bindparam("found"), changed_at=bindparam("changed"))
)
_AWAKE = update(WebhookRow).where(WebhookRow.id == bindparam("of")).values(is_active=bindparam("is_awake"))


def relink(connection: Connection) -> None:
    """Compare all quotations and all posts anew; conflicts keep the times when they were found."""
    awake = connection.scalars(select(WebhookRow.id).where(WebhookRow.is_active)).all()
    _wake(connection, awake, is_awake=False)
    statements = set(connection.scalars(select(StatementRow.id)))
    before = _conflicts(connection)
    _forget(connection)
    told = reports(connection)
    while some := list(islice(told, _TOGETHER)):
        link_anew(connection, some)
    _keep_times(connection, before)
    _lead_on(connection, statements)
    for speakers in batches(connection.scalars(select(MergedSpeakerRow.id)).all()):
        compare_positions(connection, speakers)
    _wake(connection, awake, is_awake=True)


def _wake(connection: Connection, webhooks: Sequence[str], *, is_awake: bool) -> None:
    if webhooks:
        connection.execute(_AWAKE, [{"of": id_, "is_awake": is_awake} for id_ in webhooks])


def _conflicts(connection: Connection) -> dict[str, Row]:
    return {row.id: row for row in connection.execute(select(ConflictRow).where(_OF_STATEMENTS))}


def _forget(connection: Connection) -> None:
    ids = select(ConflictRow.id).where(_OF_STATEMENTS)
    connection.execute(delete(ConflictArticleRow).where(ConflictArticleRow.conflict_id.in_(ids)))
    connection.execute(delete(ConflictRow).where(_OF_STATEMENTS))
    for table in (MatchRow, PostingRow, CommonKeyRow, DuplicatesRow, StatementRow):
        connection.execute(delete(table))
    connection.execute(update(QuotationRow).values(version=None, statement_id=None))


def _keep_times(connection: Connection, before: Mapping[str, Row]) -> None:
    """Of the conflicts that are there again, or live on in others; those that are gone lead to these."""
    after = _conflicts(connection)
    gone = [conflict_of(row) for id_, row in before.items() if id_ not in after]
    successors = find_successors(gone, [conflict_of(row) for id_, row in after.items() if id_ not in before])
    times = {id_: (before[id_].found_at, before[id_].changed_at) for id_ in before.keys() & after.keys()}
    for old, heir in successors.items():
        found, changed = times.get(heir, (after[heir].found_at, after[heir].changed_at))
        times[heir] = min(found, before[old].found_at), changed
    if times:
        connection.execute(
            _DATED, [{"of": id_, "found": found, "changed": changed} for id_, (found, changed) in times.items()]
        )
    record_redirects(connection, before.keys() - after.keys(), successors)


def _lead_on(connection: Connection, statements: set[str]) -> None:
    """Let the statements that are gone lead to those of their first quotations."""
    gone = statements - set(connection.scalars(select(StatementRow.id)))
    told = connection.execute(select(QuotationRow.id, QuotationRow.statement_id)).all()
    record_redirects(
        connection, gone, {old: row.statement_id for row in told if (old := statement_id_of(row.id)) in gone}
    )
