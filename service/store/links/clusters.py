"""Statements and their conflicts as quotations come and go: only components that change are clustered again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from service.domain.conflicts import Conflict
from service.domain.judgements import Judgement, Subject
from service.linking.conflicts.conflicts import conflicts_of_statement
from service.linking.statements.clustering import Grouping, group
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import Match
from service.linking.statements.statements import StatementCluster, cluster_statements
from service.store.links.conflicts import replace_conflicts
from service.store.links.judgements import judgements_of
from service.store.links.redirects import record_redirects
from service.store.links.representatives import Sample, comparable_of
from service.store.sql.bulk_values import change, find, find_rows, in_values
from service.store.sql.rows.articles import outlet_only
from service.store.sql.rows.quotations import GROUPED, GroupedQuotation, quotation_of
from service.store.sql.tables import ArticleRow, DuplicatesRow, MatchRow, QuotationRow, StatementRow

_GROUPED_BY_NUMBER = GROUPED.where(in_values(QuotationRow.version)).order_by(QuotationRow.id)
_QUOTATIONS = (
    select(
        QuotationRow.version,
        QuotationRow.id,
        QuotationRow.article_id,
        QuotationRow.kind,
        QuotationRow.parts,
        QuotationRow.is_speech,
        QuotationRow.context,
    )
    .where(in_values(QuotationRow.version))
    .order_by(QuotationRow.id)
)
_NUMBERS_OF = select(QuotationRow.version).where(in_values(QuotationRow.id), QuotationRow.version.is_not(None))
_IDS = select(DuplicatesRow.number, DuplicatesRow.id).where(in_values(DuplicatesRow.number))
_SAMPLES = select(DuplicatesRow.number, DuplicatesRow.sample).where(in_values(DuplicatesRow.number))
_MATCHES = select(MatchRow).where(or_(in_values(MatchRow.first), in_values(MatchRow.second)))
# A statement's conflicts need no more of its articles than their outlets.
_OUTLETS = select(ArticleRow.id, ArticleRow.outlet).where(in_values(ArticleRow.id))
_MOVED = update(QuotationRow).where(QuotationRow.id == bindparam("of")).values(statement_id=bindparam("now"))
_GONE = delete(StatementRow).where(in_values(StatementRow.id))


@dataclass(frozen=True, slots=True)
class _Member:
    """Duplicates as they are clustered: by which quotations they stand, not by their words."""

    id: str
    number: int
    quotation_ids: tuple[str, ...]
    article_ids: frozenset[str]
    is_speech: bool


@dataclass(frozen=True, slots=True)
class _Component:
    """Duplicates that are matched with each other and with no others, their quotations, and what was judged."""

    members: Mapping[str, _Member]
    matches: tuple[Match, ...]
    quotations: tuple[GroupedQuotation, ...]
    judgements: tuple[Judgement, ...]

    def clustered(self) -> Grouping:
        """The members of each statement."""
        return group(self.members.values(), self.matches, self.judgements)

    def moved(self, after: Mapping[str, str | None]) -> list[dict[str, str | None]]:
        """The quotations that are now of other statements than their rows say, or of none."""
        written = {quotation.id: quotation.statement_id for quotation in self.quotations}
        return [{"of": id_, "now": now} for id_, now in after.items() if written[id_] != now]


@dataclass(frozen=True, slots=True)
class _Before:
    """Of which statements quotations were before: those that are gone included, and not those that have just come."""

    statements: Mapping[str, str]
    gone: frozenset[str]

    @classmethod
    def of(
        cls, component: _Component, gone: Collection[GroupedQuotation], added: Mapping[str, ComparableQuotation]
    ) -> Self:
        """By the rows of these quotations; a new version of an article may print others where those stood."""
        stayed = (one for one in component.quotations if one.id not in added)
        statements = {one.id: one.statement_id for one in (*stayed, *gone) if one.statement_id}
        return cls(statements, frozenset(quotation.id for quotation in gone))

    def changed(self, component: _Component, grouping: Grouping, start: Collection[int]) -> list[list[_Member]]:
        """The groups that are other statements than before, or hold one of those that came or changed."""
        stood: dict[str, set[str]] = defaultdict(set)
        for quotation_id, statement_id in self.statements.items():
            stood[statement_id].add(quotation_id)

        def is_changed(members: list[_Member]) -> bool:
            if any(member.number in start for member in members):
                return True
            quoted = _quotation_ids(members)
            if not _are_speech(members):
                return not quoted.isdisjoint(self.statements)
            return quoted != stood.get(self.statements.get(min(quoted), ""))

        groups = ([component.members[id_] for id_ in ids] for ids in grouping.groups)
        return [members for members in groups if is_changed(members)]

    def replaced(self, after: Mapping[str, str | None]) -> set[str]:
        """The statements whose quotations are gone, or are of a changed statement now."""
        return {was for id_, was in self.statements.items() if id_ in after or id_ in self.gone}

    def successors(self, after: Mapping[str, str | None]) -> dict[str, str]:
        """Where the statements' first quotations are now; some are of none."""
        places = {id_: now for id_, now in after.items() if now is not None and id_ in self.statements}
        return {self.statements[id_]: now for id_, now in sorted(places.items(), reverse=True)}


def regroup(
    connection: Connection,
    numbers: Iterable[int],
    *,
    gone: Collection[GroupedQuotation] = (),
    added: Mapping[str, ComparableQuotation] | None = None,
) -> None:
    """Recompute the statements of these duplicates, and of all in their components; unchanged ones are left alone.

    `gone` are quotations that were there before, `added` those that were not, by their ids.
    """
    start, added = set(numbers), added or {}
    component = _component(connection, start)
    before, grouping = _Before.of(component, gone, added), component.clustered()
    groups = before.changed(component, grouping, start)
    reported = [members for members in groups if _are_speech(members)]
    duplicates = _duplicates(connection, [member for members in reported for member in members], added)
    clusters = [cluster_statements([duplicates[one.number] for one in members], grouping) for members in reported]
    after: dict[str, str | None] = {id_: None for members in groups for id_ in _quotation_ids(members)}
    after.update({quotation_id: cluster.id for cluster in clusters for quotation_id in cluster.quotation_ids})
    moved = component.moved(after)
    if moved:
        connection.execute(_MOVED, moved)
    old = before.replaced(after)
    _replace(connection, old, clusters)
    record_redirects(connection, old - {cluster.id for cluster in clusters}, before.successors(after))


def judged_same(connection: Connection, quotation_ids: Iterable[str]) -> set[int]:
    """The duplicates of quotations that an editor found to report the same statement as one of these."""
    return _united(connection, judgements_of(connection, Subject.STATEMENT, quotation_ids))


def _replace(connection: Connection, old: set[str], clusters: Collection[StatementCluster]) -> None:
    """The rows of these statements, and their conflicts."""
    change(connection, _GONE, old)
    rows = [{"id": one.id, "wording": one.wording, "n_reports": one.n_reports} for one in clusters]
    if rows:
        connection.execute(insert(StatementRow), rows)
    replace_conflicts(connection, old, _conflicts(connection, clusters), of="statement_id")


def _conflicts(connection: Connection, clusters: Iterable[StatementCluster]) -> list[Conflict]:
    disputed = [cluster for cluster in clusters if cluster.pairs]
    wanted = {quotation.article_id for cluster in disputed for quotation in cluster.passages}
    articles = [outlet_only(*columns) for columns in find(connection, _OUTLETS, wanted)]
    return [conflict for cluster in disputed for conflict in conflicts_of_statement(cluster, articles)]


def _component(connection: Connection, start: set[int]) -> _Component:
    reached: set[int] = set()
    edge = start
    matches: dict[tuple[int, int], MatchRow] = {}
    quotations: list[GroupedQuotation] = []
    judgements: dict[str, Judgement] = {}
    while edge:
        reached |= edge
        found = find_rows(connection, _MATCHES, edge)
        matches.update({(row.first, row.second): row for row in found})
        reporting = find_rows(connection, _GROUPED_BY_NUMBER, edge)
        quotations.extend(reporting)
        judged = judgements_of(connection, Subject.STATEMENT, (quotation.id for quotation in reporting))
        judgements.update({judgement.id: judgement for judgement in judged})
        matched = {number for row in found for number in (row.first, row.second)}
        edge = (matched | _united(connection, judged)) - reached
    members = _members(connection, reached, quotations)
    ids = {member.number: id_ for id_, member in members.items()}
    return _Component(
        members, tuple(_match(row, ids) for row in matches.values()), tuple(quotations), tuple(judgements.values())
    )


def _members(connection: Connection, numbers: set[int], quotations: Iterable[GroupedQuotation]) -> dict[str, _Member]:
    by_number: dict[int, list[GroupedQuotation]] = defaultdict(list)
    for quotation in quotations:
        by_number[quotation.version].append(quotation)
    return {
        id_: _Member(
            id_,
            number,
            tuple(sorted(quotation.id for quotation in by_number[number])),
            frozenset(quotation.article_id for quotation in by_number[number]),
            is_speech=any(quotation.is_speech for quotation in by_number[number]),
        )
        for number, id_ in find(connection, _IDS, numbers)
    }


def _are_speech(members: Iterable[_Member]) -> bool:
    """Whether one of them at least is speech, so that they are a statement."""
    return any(member.is_speech for member in members)


def _quotation_ids(members: Iterable[_Member]) -> set[str]:
    return {quotation_id for member in members for quotation_id in member.quotation_ids}


def _united(connection: Connection, judgements: Iterable[Judgement]) -> set[int]:
    """The duplicates of all quotations that were judged to report the same statement as another."""
    names = {name for each in judgements if each.is_same for name in (each.first, each.second)}
    return {number for (number,) in find(connection, _NUMBERS_OF, names) if number is not None}


def _duplicates(
    connection: Connection, members: Sequence[_Member], at_hand: Mapping[str, ComparableQuotation]
) -> dict[int, Duplicates]:
    """The members with their quotations: those at hand as they are, the others unpacked."""
    stored = [member.number for member in members if not at_hand.keys() >= set(member.quotation_ids)]
    samples: dict[int, Sample] = dict(find(connection, _SAMPLES, stored))
    quotations = dict(at_hand)
    for number, *columns, context in find(connection, _QUOTATIONS, stored):
        quotation = quotation_of(*columns)
        if number is not None and quotation.id not in at_hand:
            quotations[quotation.id] = comparable_of(samples[number], quotation, context)
    return {
        member.number: Duplicates(member.id, tuple(quotations[id_] for id_ in member.quotation_ids))
        for member in members
    }


def _match(row: MatchRow, ids: Mapping[int, str]) -> Match:
    first, second = sorted((ids[row.first], ids[row.second]))
    return Match(first, second, row.score, is_repeated=row.is_repeated)
