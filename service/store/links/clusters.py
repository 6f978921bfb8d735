"""Statements and their conflicts as quotations come and go: each linked lot is grouped anew, and no other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from service.domain.articles import Article, Span
from service.domain.conflicts import Conflict
from service.domain.judgements import Judgement, Subject
from service.domain.quotations import Quotation, QuotationKind
from service.linking.conflicts.conflicts import conflicts_of_statement
from service.linking.statements.clustering import Grouping, group
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import Match
from service.linking.statements.statements import StatementCluster, cluster_statements
from service.store.links.conflicts import replace_conflicts
from service.store.links.judgements import judged_pairs
from service.store.links.redirects import record_redirects
from service.store.links.representatives import comparable_of
from service.store.sql.bulk_values import change, find, in_values
from service.store.sql.rows import Row, judgement_of
from service.store.sql.tables import ArticleRow, DuplicatesRow, MatchRow, QuotationRow, StatementRow

_REPORTED = (
    select(QuotationRow.id, QuotationRow.article_id, QuotationRow.version, QuotationRow.statement_id)
    .where(in_values(QuotationRow.version))
    .order_by(QuotationRow.id)
)
_QUOTATIONS = (
    select(
        QuotationRow.id,
        QuotationRow.article_id,
        QuotationRow.kind,
        QuotationRow.parts,
        QuotationRow.context,
        QuotationRow.version,
    )
    .where(in_values(QuotationRow.version))
    .order_by(QuotationRow.id)
)
_VERSIONS_OF = select(QuotationRow.version).where(in_values(QuotationRow.id), QuotationRow.version.is_not(None))
_IDS = select(DuplicatesRow.number, DuplicatesRow.id).where(in_values(DuplicatesRow.number))
_SAMPLES = select(DuplicatesRow.number, DuplicatesRow.id, DuplicatesRow.sample).where(in_values(DuplicatesRow.number))
_LINKS = select(MatchRow).where(or_(in_values(MatchRow.first), in_values(MatchRow.second)))
# A statement's conflicts need no more of its articles than their outlets.
_OUTLETS = select(ArticleRow.id, ArticleRow.outlet).where(in_values(ArticleRow.id))
_MOVED = update(QuotationRow).where(QuotationRow.id == bindparam("of")).values(statement_id=bindparam("now"))
_GONE = delete(StatementRow).where(in_values(StatementRow.id))


@dataclass(frozen=True, slots=True)
class _Member:
    """A version as it is grouped: by which quotations it stands, not by its words."""

    id: str
    number: int
    quotation_ids: tuple[str, ...]
    article_ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Component:
    """Versions that are linked with each other and with no others, their quotations' rows, and what was judged."""

    members: Mapping[str, _Member]
    links: tuple[Match, ...]
    rows: tuple[Row, ...]
    judgements: tuple[Judgement, ...]


def regroup(
    connection: Connection, numbers: Iterable[int], *, gone: Iterable[Row] = (), added: Collection[str] = ()
) -> None:
    """Find the statements of these versions, and of all that is linked with them, anew; the same ones are let be.

    `gone` are the rows of quotations that were there before, `added` the ids of those that were not.
    """
    start = set(numbers)
    component = _component(connection, start)
    grouping = group(component.members.values(), component.links, component.judgements)
    before = {row.id: row.statement_id for row in (*component.rows, *gone) if row.statement_id and row.id not in added}
    changed = _changed(component.members, grouping, before, start)
    clusters = _clusters(connection, [[component.members[id_] for id_ in ids] for ids in changed], grouping)
    written = {row.id: row.statement_id for row in component.rows}
    after = {quotation_id: cluster for cluster in clusters for quotation_id in cluster.quotation_ids}
    moved = [{"of": each, "now": one.id} for each, one in after.items() if written[each] != one.id]
    if moved:
        connection.execute(_MOVED, moved)
    let_be = before.keys() - after.keys() - {row.id for row in gone}
    old = {before[each] for each in before.keys() - let_be}
    _replace(connection, old, clusters)
    successors = {before[each]: cluster.id for each, cluster in sorted(after.items(), reverse=True) if each in before}
    record_redirects(connection, old - {cluster.id for cluster in clusters}, successors)


def _changed(
    members: Mapping[str, _Member], grouping: Grouping, before: Mapping[str, str], start: Collection[int]
) -> list[tuple[str, ...]]:
    """The groups that are other statements than before, or hold one of those that came or changed."""
    stood: dict[str, set[str]] = defaultdict(set)
    for quotation_id, statement_id in before.items():
        stood[statement_id].add(quotation_id)

    def is_changed(ids: tuple[str, ...]) -> bool:
        quoted = {each for id_ in ids for each in members[id_].quotation_ids}
        is_new = quoted != stood.get(before.get(min(quoted), ""))
        return is_new or any(members[id_].number in start for id_ in ids)

    return list(filter(is_changed, grouping.groups))


def _clusters(
    connection: Connection, groups: Sequence[Sequence[_Member]], grouping: Grouping
) -> tuple[StatementCluster, ...]:
    versions = _versions(connection, [member.number for members in groups for member in members])
    return tuple(cluster_statements([versions[member.number] for member in members], grouping) for members in groups)


def _replace(connection: Connection, old: set[str], clusters: tuple[StatementCluster, ...]) -> None:
    """The rows of these statements, and their conflicts."""
    change(connection, _GONE, old)
    rows = [{"id": one.id, "wording": one.wording, "n_reports": one.n_reports} for one in clusters]
    if rows:
        connection.execute(insert(StatementRow), rows)
    replace_conflicts(connection, old, _conflicts(connection, clusters), of="statement_id")


def _conflicts(connection: Connection, clusters: Iterable[StatementCluster]) -> list[Conflict]:
    disputed = [cluster for cluster in clusters if cluster.pairs]
    wanted = {passage.article_id for one in disputed for passage in one.passages}
    articles = [Article(row.id, "", outlet=row.outlet) for row in find(connection, _OUTLETS, wanted)]
    return [conflict for one in disputed for conflict in conflicts_of_statement(one, articles)]


def _component(connection: Connection, start: set[int]) -> _Component:
    reached: set[int] = set()
    edge = start
    links: dict[tuple[int, int], Row] = {}
    reports: list[Row] = []
    judgements: dict[str, Judgement] = {}
    while edge:
        reached |= edge
        found = find(connection, _LINKS, edge)
        links.update({(row.first, row.second): row for row in found})
        reported = find(connection, _REPORTED, edge)
        reports.extend(reported)
        judged = [
            judgement_of(row) for row in judged_pairs(connection, Subject.STATEMENT, (row.id for row in reported))
        ]
        judgements.update({one.id: one for one in judged})
        linked = {number for row in found for number in (row.first, row.second)}
        edge = (linked | _kept_together(connection, judged)) - reached
    members = _members(connection, reached, reports)
    ids = {member.number: id_ for id_, member in members.items()}
    return _Component(
        members, tuple(_link(row, ids) for row in links.values()), tuple(reports), tuple(judgements.values())
    )


def _members(connection: Connection, numbers: set[int], reports: Iterable[Row]) -> dict[str, _Member]:
    of_version: dict[int, list[Row]] = defaultdict(list)
    for row in reports:
        of_version[row.version].append(row)
    return {
        id_: _Member(
            id_,
            number,
            tuple(sorted(row.id for row in of_version[number])),
            frozenset(row.article_id for row in of_version[number]),
        )
        for number, id_ in find(connection, _IDS, numbers)
    }


def judged_versions(connection: Connection, quotation_ids: Iterable[str]) -> set[int]:
    """The versions of quotations that an editor found to report the same statement as one of these."""
    judged = judged_pairs(connection, Subject.STATEMENT, quotation_ids)
    return _kept_together(connection, map(judgement_of, judged))


def _kept_together(connection: Connection, judged: Iterable[Judgement]) -> set[int]:
    names = {name for one in judged if one.is_same for name in (one.first, one.second)}
    return {row.version for row in find(connection, _VERSIONS_OF, names)}


def _versions(connection: Connection, numbers: Collection[int]) -> dict[int, Duplicates]:
    """The versions with their quotations."""
    rows = {row.number: row for row in find(connection, _SAMPLES, numbers)}
    passages: dict[int, list[ComparableQuotation]] = defaultdict(list)
    for each in sorted(find(connection, _QUOTATIONS, numbers), key=lambda row: str(row.id)):
        passages[each.version].append(comparable_of(rows[each.version].sample, _quotation(each), each.context))
    return {number: Duplicates(row.id, tuple(passages[number])) for number, row in rows.items()}


def _link(row: Row, ids: Mapping[int, str]) -> Match:
    first, second = sorted((ids[row.first], ids[row.second]))
    return Match(first, second, row.score, is_repeated=row.is_repeated)


def _quotation(row: Row) -> Quotation:
    return Quotation(row.id, row.article_id, QuotationKind(row.kind), tuple(Span(*part) for part in row.parts))
