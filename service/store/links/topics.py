"""The topics of stored duplicates: that of the first one's article, whatever the order in which they come and go."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, select, update

from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.events import occasion_of
from service.store.links.blocking_index import add_duplicates, remove_duplicates
from service.store.links.matches import representatives_of
from service.store.sql.bulk_values import find, in_values
from service.store.sql.reading import rows_of
from service.store.sql.rows.articles import article_of
from service.store.sql.tables import ArticleRow, DuplicatesRow, QuotationRow

_FIRST = select(DuplicatesRow.number, DuplicatesRow.topic_of).where(in_values(DuplicatesRow.number))
_RENEWED = (
    update(DuplicatesRow)
    .where(DuplicatesRow.number == bindparam("of"))
    .values(topic=bindparam("about"), topic_of=bindparam("first"))
)
_FIRST_LEFT = (
    select(QuotationRow.version, func.min(QuotationRow.id))
    .where(in_values(QuotationRow.version))
    .group_by(QuotationRow.version)
)


def renew_topics(connection: Connection, added: Mapping[int, ComparableQuotation]) -> set[int]:
    """Let each of these quotations stand for its duplicates, of this number, where it is their first one now.

    The numbers of all duplicates whose matches may be others than before.
    """
    dated = {number: quotation for number, quotation in added.items() if quotation.occasion.topic is not None}
    first = {
        number: dated[number].id
        for number, before in find(connection, _FIRST, dated)
        if before is None or dated[number].id <= before
    }
    return _renew(connection, {number: (id_, dated[number].occasion.topic) for number, id_ in first.items()})


def renew_topics_left(connection: Connection, numbers: Collection[int], gone: Collection[str]) -> set[int]:
    """The same where the first of duplicates is gone: the first of those that are left stands for them."""
    stale = [number for number, before in find(connection, _FIRST, numbers) if before in gone]
    left = {number: id_ for number, id_ in find(connection, _FIRST_LEFT, stale) if number is not None}
    return _renew(connection, {number: (id_, _topic_of(connection, id_)) for number, id_ in left.items()})


def _renew(connection: Connection, first: Mapping[int, tuple[str, str | None]]) -> set[int]:
    """Store first quotations and topics; duplicates whose topic is another are matched again."""
    if not first:
        return set()
    before = representatives_of(connection, first)
    changed = {
        number: replace(quotation, occasion=replace(quotation.occasion, topic=first[number][1]))
        for number, quotation in before.items()
        if quotation.occasion.topic != first[number][1]
    }
    touched = remove_duplicates(connection, {number: before[number] for number in changed})
    rows = [{"of": number, "about": topic, "first": id_} for number, (id_, topic) in first.items()]
    connection.execute(_RENEWED, rows)
    return touched | changed.keys() | add_duplicates(connection, changed)


def _topic_of(connection: Connection, quotation_id: str) -> str | None:
    article = select(ArticleRow).join(QuotationRow, QuotationRow.article_id == ArticleRow.id)
    (row,) = rows_of(connection, article.where(QuotationRow.id == quotation_id))
    return occasion_of(article_of(row)).topic
