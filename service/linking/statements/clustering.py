"""Which versions report one statement: links decide, most alike first, and what editors decided comes before all.

Grouping needs no words: a linked lot of any size is grouped by its links, and only what changed is read again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from service.domain.judgements import Judgement, Subject
from service.linking.statements.matching import Match

_Ids = tuple[str, str]


class Grouped(Protocol):
    """What the grouping must know of a version."""

    @property
    def id(self) -> str:
        """The version's id."""

    @property
    def quotation_ids(self) -> tuple[str, ...]:
        """Its quotations."""

    @property
    def article_ids(self) -> frozenset[str]:
        """The articles that print it."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The ids of the versions of each statement, sorted; of the links, those that hold and those that were left out."""

    groups: tuple[tuple[str, ...], ...]
    alike: frozenset[_Ids]
    left_out: frozenset[_Ids]


def group(versions: Iterable[Grouped], links: Iterable[Match], judgements: Iterable[Judgement] = ()) -> Grouping:
    """Every version in exactly one group; the same whatever the order, and for each linked lot by itself.

    A reporter renders a statement once: what resembles two quotations of one article reports at most one of
    them. So copies come first, printed words before renderings, and reworded pairs never bring two quotations of
    one article together.
    """
    by_id = {version.id: version for version in versions}
    links = tuple(links)
    copied, reworded = _matches(by_id, links)
    same, different = _judged(by_id.values(), judgements)
    groups = _Groups(by_id.values(), different)
    for first, second in (*same, *((link.first, link.second) for link in copied)):
        groups.unite(first, second)
    apart = [link for link in reworded if not groups.are_one(link.first, link.second)]
    for link in apart:
        if not groups.share_an_article(link.first, link.second):
            groups.unite(link.first, link.second)
    alike = frozenset((link.first, link.second) for link in (*copied, *apart))
    return Grouping(groups.all(), alike, frozenset((link.first, link.second) for link in links) - alike)


@dataclass(slots=True)
class _Group:
    versions: set[str]
    articles: set[str]


class _Groups:
    """Versions in groups that grow, but never bring together two that an editor keeps apart."""

    def __init__(self, versions: Iterable[Grouped], different: Collection[_Ids]) -> None:
        self._groups = {version.id: _Group({version.id}, set(version.article_ids)) for version in versions}
        self._different = different

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Every group once."""
        groups = {id(group): group for group in self._groups.values()}.values()
        return tuple(sorted(tuple(sorted(group.versions)) for group in groups))

    def are_one(self, first: str, second: str) -> bool:
        """Whether the two are of one group."""
        return self._groups[first] is self._groups[second]

    def share_an_article(self, first: str, second: str) -> bool:
        """Whether an article prints versions of both groups."""
        return not self._groups[first].articles.isdisjoint(self._groups[second].articles)

    def unite(self, first: str, second: str) -> None:
        """Make one group of the two versions' groups, if an editor lets them."""
        small, large = sorted((self._groups[first], self._groups[second]), key=lambda one: len(one.versions))
        if small is large or self._are_apart(small.versions, large.versions):
            return
        large.versions |= small.versions
        large.articles |= small.articles
        self._groups.update(dict.fromkeys(small.versions, large))

    def _are_apart(self, left: Collection[str], right: Collection[str]) -> bool:
        return any(
            (first in left and second in right) or (first in right and second in left)
            for first, second in self._different
        )


def _judged(versions: Iterable[Grouped], judgements: Iterable[Judgement]) -> tuple[list[_Ids], list[_Ids]]:
    """The versions that are the same, and those that are not, by what was decided of their quotations."""
    of_quotation = {quotation_id: version.id for version in versions for quotation_id in version.quotation_ids}
    same: list[_Ids] = []
    different: list[_Ids] = []
    for one in sorted(judgements, key=lambda judgement: judgement.id):
        if one.subject is Subject.STATEMENT and {one.first, one.second} <= of_quotation.keys():
            pair = of_quotation[one.first], of_quotation[one.second]
            (same if one.is_same else different).append(pair)
    return same, different


def _matches(by_id: Mapping[str, Grouped], links: Iterable[Match]) -> tuple[list[Match], list[Match]]:
    """The links that copy the words, and the reworded ones, most alike first."""
    found = [link for link in links if link.is_repeated or _are_of_two_articles(by_id[link.first], by_id[link.second])]
    found.sort(key=lambda link: (link.n_indirect, -link.score, link.first, link.second))
    return [link for link in found if link.is_copied], [link for link in found if not link.is_copied]


def _are_of_two_articles(version: Grouped, other: Grouped) -> bool:
    """One article repeats a statement only word for word (a headline, a caption)."""
    return len(version.article_ids | other.article_ids) > 1
