"""Recomputes statements and conflicts from the stored articles, for a store that another version has filled.

Ids are made of what they stand for: those that come out as before keep their ids, the others redirect to what took
their place. Webhooks are not notified: nothing has happened but that quotations are compared in another way.
"""

from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, bindparam, delete, select, update

from service.domain.archive import StoredConflict
from service.linking.statements.statements import statement_id_of
from service.store.links.conflicts import find_successors
from service.store.links.linking import compare_positions, link_anew
from service.store.links.redirects import record_redirects
from service.store.saved_analyses import reports
from service.store.sql.batching import batches
from service.store.sql.reading import rows_of
from service.store.sql.rows.conflicts import conflict_of
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
    """Compare all quotations and positions again; conflicts keep the times when they were found."""
    awake = connection.scalars(select(WebhookRow.id).where(WebhookRow.is_active)).all()
    _wake(connection, awake, is_awake=False)
    statements = set(connection.scalars(select(StatementRow.id)))
    before = _conflicts(connection)
    _forget(connection)
    analysed = reports(connection)
    while some := list(islice(analysed, _TOGETHER)):
        link_anew(connection, some)
    _keep_times(connection, before)
    _lead_on(connection, statements)
    for speakers in batches(connection.scalars(select(MergedSpeakerRow.id)).all()):
        compare_positions(connection, speakers)
    _wake(connection, awake, is_awake=True)


def _wake(connection: Connection, webhooks: Sequence[str], *, is_awake: bool) -> None:
    if webhooks:
        connection.execute(_AWAKE, [{"of": id_, "is_awake": is_awake} for id_ in webhooks])


def _conflicts(connection: Connection) -> dict[str, StoredConflict]:
    rows = rows_of(connection, select(ConflictRow).where(_OF_STATEMENTS))
    return {row.id: conflict_of(row) for row in rows}


def _forget(connection: Connection) -> None:
    ids = select(ConflictRow.id).where(_OF_STATEMENTS)
    connection.execute(delete(ConflictArticleRow).where(ConflictArticleRow.conflict_id.in_(ids)))
    connection.execute(delete(ConflictRow).where(_OF_STATEMENTS))
    for table in (MatchRow, PostingRow, CommonKeyRow, DuplicatesRow, StatementRow):
        connection.execute(delete(table))
    connection.execute(update(QuotationRow).values(version=None, statement_id=None))


def _keep_times(connection: Connection, before: Mapping[str, StoredConflict]) -> None:
    """Of the conflicts that are there again, or live on in others; those that are gone lead to these."""
    after = _conflicts(connection)
    gone = [conflict for id_, conflict in before.items() if id_ not in after]
    successors = find_successors(gone, [conflict for id_, conflict in after.items() if id_ not in before])
    times = {id_: (before[id_].found_at, before[id_].changed_at) for id_ in before.keys() & after.keys()}
    for old, new in successors.items():
        found, changed = times.get(new, (after[new].found_at, after[new].changed_at))
        times[new] = min(found, before[old].found_at), changed
    if times:
        connection.execute(
            _DATED, [{"of": id_, "found": found, "changed": changed} for id_, (found, changed) in times.items()]
        )
    record_redirects(connection, before.keys() - after.keys(), successors)


def _lead_on(connection: Connection, statements: set[str]) -> None:
    """Let the statements that are gone lead to those of their first quotations."""
    gone = statements - set(connection.scalars(select(StatementRow.id)))
    successors = {
        old: statement_id
        for quotation_id, statement_id in connection.execute(select(QuotationRow.id, QuotationRow.statement_id))
        if statement_id is not None and (old := statement_id_of(quotation_id)) in gone
    }
    record_redirects(connection, gone, successors)
