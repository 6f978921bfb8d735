"""Statements and their conflicts as quotations come and go: each linked lot is grouped anew, and no other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from service.comparison.conflicts import conflicts_of_statement
from service.comparison.links import Link
from service.comparison.passages import Passage
from service.comparison.statements import Gathering, find_statements
from service.comparison.versions import Version
from service.domain import Article, Conflict, Quotation, QuotationKind, Span
from service.store.among import among, change, find
from service.store.conflicts import replace_conflicts
from service.store.judgements import judged_pairs
from service.store.moves import record_moves
from service.store.rows import Row, judgement_of
from service.store.samples import passage_of
from service.store.tables import ArticleRow, LinkRow, QuotationRow, StatementRow, VersionRow
from service.stored import Judgement, Subject

_QUOTED = (
    QuotationRow.id,
    QuotationRow.article_id,
    QuotationRow.kind,
    QuotationRow.parts,
    QuotationRow.context,
    QuotationRow.version,
    QuotationRow.statement_id,
)
_QUOTATIONS = select(*_QUOTED).where(among(QuotationRow.version)).order_by(QuotationRow.id)
_VERSIONS_OF = select(QuotationRow.version).where(among(QuotationRow.id), QuotationRow.version.is_not(None))
_SAMPLES = select(VersionRow.number, VersionRow.id, VersionRow.sample).where(among(VersionRow.number))
_LINKS = select(LinkRow).where(or_(among(LinkRow.first), among(LinkRow.second)))
# A statement's conflicts need no more of its articles than their outlets.
_OUTLETS = select(ArticleRow.id, ArticleRow.outlet).where(among(ArticleRow.id))
_MOVED = update(QuotationRow).where(QuotationRow.id == bindparam("of")).values(statement_id=bindparam("now"))
_GONE = delete(StatementRow).where(among(StatementRow.id))


@dataclass(frozen=True, slots=True)
class _Lot:
    """Versions that are linked with each other and with no others, their quotations' rows, and what was judged."""

    versions: tuple[Version, ...]
    links: tuple[Link, ...]
    rows: tuple[Row, ...]
    judgements: tuple[Judgement, ...]


def regroup(
    connection: Connection, numbers: Iterable[int], *, gone: Iterable[Row] = (), added: Collection[str] = ()
) -> None:
    """Find the statements of these versions, and of all that is linked with them, anew.

    `gone` are the rows of quotations that were there before, `added` the ids of those that were not.
    """
    lot = _lot(connection, set(numbers))
    gatherings = find_statements(lot.versions, lot.links, lot.judgements)
    written = {row.id: row.statement_id for row in lot.rows}
    after = {quotation_id: gathering for gathering in gatherings for quotation_id in gathering.quotation_ids}
    moved = [{"of": each, "now": one.id} for each, one in after.items() if written[each] != one.id]
    if moved:
        connection.execute(_MOVED, moved)
    before = {row.id: row.statement_id for row in (*lot.rows, *gone) if row.statement_id and row.id not in added}
    old = set(before.values())
    _replace(connection, old, gatherings)
    heirs = {before[each]: gathering.id for each, gathering in sorted(after.items(), reverse=True) if each in before}
    record_moves(connection, old - {gathering.id for gathering in gatherings}, heirs)


def _replace(connection: Connection, old: set[str], gatherings: tuple[Gathering, ...]) -> None:
    """The rows of these statements, and their conflicts."""
    change(connection, _GONE, old)
    rows = [{"id": one.id, "wording": one.wording, "n_reports": one.n_reports} for one in gatherings]
    if rows:
        connection.execute(insert(StatementRow), rows)
    replace_conflicts(connection, old, _conflicts(connection, gatherings), of="statement_id")


def _conflicts(connection: Connection, gatherings: Iterable[Gathering]) -> list[Conflict]:
    disputed = [gathering for gathering in gatherings if gathering.pairs]
    wanted = {passage.article_id for one in disputed for passage in one.passages}
    articles = [Article(row.id, "", outlet=row.outlet) for row in find(connection, _OUTLETS, wanted)]
    return [conflict for one in disputed for conflict in conflicts_of_statement(one, articles)]


def _lot(connection: Connection, start: set[int]) -> _Lot:
    reached: set[int] = set()
    edge = start
    links: dict[tuple[int, int], Row] = {}
    quotations: list[Row] = []
    judgements: dict[str, Judgement] = {}
    while edge:
        reached |= edge
        links.update({(row.first, row.second): row for row in find(connection, _LINKS, edge)})
        quoted = find(connection, _QUOTATIONS, edge)
        quotations.extend(quoted)
        judged = [judgement_of(row) for row in judged_pairs(connection, Subject.STATEMENT, (row.id for row in quoted))]
        judgements.update({one.id: one for one in judged})
        edge = ({number for pair in links for number in pair} | _kept_together(connection, judged)) - reached
    ids, versions = _versions(connection, reached, quotations)
    return _Lot(
        versions,
        tuple(_link(row, ids) for row in links.values()),
        tuple(quotations),
        tuple(judgements.values()),
    )


def judged_versions(connection: Connection, quotation_ids: Iterable[str]) -> set[int]:
    """The versions of quotations that an editor found to report the same statement as one of these."""
    judged = judged_pairs(connection, Subject.STATEMENT, quotation_ids)
    return _kept_together(connection, map(judgement_of, judged))


def _kept_together(connection: Connection, judged: Iterable[Judgement]) -> set[int]:
    names = {name for one in judged if one.is_same for name in (one.first, one.second)}
    return {row.version for row in find(connection, _VERSIONS_OF, names)}


def _versions(
    connection: Connection, numbers: set[int], quotations: Iterable[Row]
) -> tuple[dict[int, str], tuple[Version, ...]]:
    """The versions' ids by their numbers, and the versions with their quotations."""
    rows = {row.number: row for row in find(connection, _SAMPLES, numbers)}
    passages: dict[int, list[Passage]] = defaultdict(list)
    for each in sorted(quotations, key=lambda row: str(row.id)):
        passages[each.version].append(passage_of(rows[each.version].sample, _quotation(each), each.context))
    versions = tuple(Version(row.id, tuple(passages[number])) for number, row in rows.items())
    return {number: row.id for number, row in rows.items()}, versions


def _link(row: Row, ids: Mapping[int, str]) -> Link:
    first, second = sorted((ids[row.first], ids[row.second]))
    return Link(first, second, row.score, row.n_indirect, is_copied=row.is_copied, is_repeated=row.is_repeated)


def _quotation(row: Row) -> Quotation:
    return Quotation(row.id, row.article_id, QuotationKind(row.kind), tuple(Span(*part) for part in row.parts))
