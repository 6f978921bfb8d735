"""Statements and their conflicts as quotations come and go: each linked lot is grouped anew, and no other."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from service.comparison.conflicts import conflicts_of_statement
from service.comparison.links import Link
from service.comparison.statements import Gathering, find_statements
from service.comparison.versions import Version
from service.domain import Article, Conflict, Quotation, QuotationKind, Span
from service.store.chunks import chunks
from service.store.conflicts import replace_conflicts
from service.store.judgements import judged_pairs
from service.store.moves import record_moves
from service.store.rows import Row, judgement_of
from service.store.samples import passage_of
from service.store.tables import ArticleRow, LinkRow, QuotationRow, StatementRow, VersionRow
from service.stored import Subject

_QUOTED = (
    QuotationRow.id,
    QuotationRow.article_id,
    QuotationRow.kind,
    QuotationRow.parts,
    QuotationRow.context,
    QuotationRow.version,
    QuotationRow.statement_id,
)


@dataclass(frozen=True, slots=True)
class _Lot:
    """Versions that are linked with each other and with no others, and their quotations' rows."""

    versions: tuple[Version, ...]
    links: tuple[Link, ...]
    rows: tuple[Row, ...]


def regroup(connection: Connection, numbers: Iterable[int], *, gone: Iterable[Row] = ()) -> None:
    """Find the statements of these versions, and of all that is linked with them, anew.

    `gone` are the rows of quotations that were there before.
    """
    lot = _lot(connection, set(numbers))
    judged = judged_pairs(connection, Subject.STATEMENT, (row.id for row in lot.rows))
    gatherings = find_statements(lot.versions, lot.links, map(judgement_of, judged))
    before = {row.id: row.statement_id for row in (*lot.rows, *gone)}
    after = {quotation_id: gathering for gathering in gatherings for quotation_id in gathering.quotation_ids}
    moved: dict[str, list[str]] = defaultdict(list)
    for quotation_id, gathering in after.items():
        if before[quotation_id] != gathering.id:
            moved[gathering.id].append(quotation_id)
    for statement_id, quotation_ids in moved.items():
        for some in chunks(quotation_ids):
            statement = update(QuotationRow).where(QuotationRow.id.in_(some))
            connection.execute(statement.values(statement_id=statement_id))
    old = {statement_id for statement_id in before.values() if statement_id}
    _replace(connection, old, gatherings)
    heirs = {before[each]: gathering.id for each, gathering in sorted(after.items(), reverse=True) if before[each]}
    record_moves(connection, old - {gathering.id for gathering in gatherings}, heirs)


def _replace(connection: Connection, old: set[str], gatherings: tuple[Gathering, ...]) -> None:
    """The rows of these statements, and their conflicts."""
    for some in chunks(old):
        connection.execute(delete(StatementRow).where(StatementRow.id.in_(some)))
    rows = [{"id": one.id, "wording": one.wording, "n_reports": one.n_reports} for one in gatherings]
    for new in chunks(rows):
        connection.execute(insert(StatementRow), new)
    replace_conflicts(connection, old, _conflicts(connection, gatherings), of="statement_id")


def _conflicts(connection: Connection, gatherings: Iterable[Gathering]) -> list[Conflict]:
    disputed = [gathering for gathering in gatherings if gathering.pairs]
    articles = _articles(connection, {passage.article_id for one in disputed for passage in one.passages})
    return [conflict for one in disputed for conflict in conflicts_of_statement(one, articles)]


def _articles(connection: Connection, wanted: set[str]) -> list[Article]:
    """The articles with their outlets: a statement's conflicts need no more of them."""
    columns = select(ArticleRow.id, ArticleRow.outlet)
    return [
        Article(row.id, "", outlet=row.outlet)
        for ids in chunks(sorted(wanted))
        for row in connection.execute(columns.where(ArticleRow.id.in_(ids)))
    ]


def _lot(connection: Connection, start: set[int]) -> _Lot:
    reached: set[int] = set()
    edge = start
    rows: dict[tuple[int, int], Row] = {}
    while edge:
        reached |= edge
        for numbers in chunks(sorted(edge)):
            either = or_(LinkRow.first.in_(numbers), LinkRow.second.in_(numbers))
            rows.update({(row.first, row.second): row for row in connection.execute(select(LinkRow).where(either))})
        linked = {number for pair in rows for number in pair}
        edge = (linked | judged_versions(connection, of_versions(connection, edge))) - reached
    return _with_quotations(connection, reached, rows.values())


def of_versions(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """The ids of the versions' quotations."""
    return [
        quotation_id
        for some in chunks(sorted(numbers))
        for quotation_id in connection.scalars(select(QuotationRow.id).where(QuotationRow.version.in_(some)))
    ]


def judged_versions(connection: Connection, quotation_ids: Iterable[str]) -> set[int]:
    """The versions of quotations that an editor found to report the same statement as one of these."""
    same = [row for row in judged_pairs(connection, Subject.STATEMENT, quotation_ids) if judgement_of(row).is_same]
    return {
        number
        for some in chunks({name for row in same for name in (row.first, row.second)})
        for number in connection.scalars(select(QuotationRow.version).where(QuotationRow.id.in_(some)))
        if number is not None
    }


def _with_quotations(connection: Connection, numbers: set[int], links: Iterable[Row]) -> _Lot:
    samples = {
        row.number: row
        for some in chunks(sorted(numbers))
        for row in connection.execute(select(VersionRow).where(VersionRow.number.in_(some)))
    }
    quotations: dict[int, list[Row]] = defaultdict(list)
    for some in chunks(sorted(numbers)):
        of_versions = select(*_QUOTED).where(QuotationRow.version.in_(some)).order_by(QuotationRow.id)
        for row in connection.execute(of_versions):
            quotations[row.version].append(row)
    versions = tuple(
        Version(
            row.id, tuple(passage_of(row.sample, _quotation(each), each.context) for each in quotations[row.number])
        )
        for row in samples.values()
    )
    found = (
        Link(
            samples[one.first].id,
            samples[one.second].id,
            one.score,
            one.n_indirect,
            is_copied=one.is_copied,
            is_repeated=one.is_repeated,
        )
        for one in links
    )
    return _Lot(versions, tuple(map(_ordered, found)), tuple(row for rows in quotations.values() for row in rows))


def _ordered(link: Link) -> Link:
    first, second = sorted((link.first, link.second))
    return Link(first, second, link.score, link.n_indirect, link.is_copied, link.is_repeated)


def _quotation(row: Row) -> Quotation:
    return Quotation(row.id, row.article_id, QuotationKind(row.kind), tuple(Span(*part) for part in row.parts))
