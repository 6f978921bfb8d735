"""Which versions report one statement: by average linkage of their links; what editors decided comes before all.

Grouping needs no words: a linked lot of any size is grouped by its links, and only what changed is read again. Two
versions without a link count against their being one statement, so that a quotation that holds two statements does
not chain all that report either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Protocol

from service.domain.judgements import Judgement, Subject
from service.linking.statements.matching import Match

_Ids = tuple[str, str]

# Log odds. Chosen by five folds over stories (`training.linking`): what no link ties counts against one statement, and
# one pair, however alike, does not outvote all others.
_NO_LINK, _MOST = -1.0, 4.0


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

    One article repeats a statement only word for word (a headline, a caption), or in fewer of the words in its title.
    """
    by_id = {version.id: version for version in versions}
    links = tuple(links)
    used = [link for link in links if link.is_repeated or _are_of_two_articles(by_id[link.first], by_id[link.second])]
    same, different = _judged(by_id.values(), judgements)
    linkage = _Linkage(by_id, different)
    for first, second in same:
        linkage.unite_judged(first, second)
    linkage.unite_alike(used)
    alike = frozenset((link.first, link.second) for link in used)
    return Grouping(linkage.groups(), alike, frozenset((link.first, link.second) for link in links) - alike)


@dataclass(slots=True)
class _Tie:
    """What ties two groups: the sum of their links, and how many these are."""

    score: float = 0.0
    n_links: int = 0

    def add(self, other: "_Tie") -> None:
        """Take in what ties a part of one of the groups."""
        self.score += other.score
        self.n_links += other.n_links


class _Linkage:
    """Versions in groups that grow; a group is known by one of its versions."""

    def __init__(self, version_ids: Iterable[str], different: Collection[_Ids]) -> None:
        self._members = {id_: [id_] for id_ in sorted(version_ids)}
        self._ties: dict[str, dict[str, _Tie]] = defaultdict(dict)
        self._different = different

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Every group once."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))

    def unite_judged(self, first: str, second: str) -> None:
        """Make one group of the groups of two versions that an editor found to be one statement."""
        one, other = sorted((self._group_of(first), self._group_of(second)))
        if one != other and not self._are_apart(one, other):
            self._unite(one, other)

    def unite_alike(self, links: Iterable[Match]) -> None:
        """Unite the two groups that are most alike, again and again, while any are more alike than not."""
        group_of = {id_: group for group, members in self._members.items() for id_ in members}
        for link in sorted(links, key=lambda one: (one.first, one.second)):
            one, other = group_of[link.first], group_of[link.second]
            if one != other:
                tie = self._ties[one].setdefault(other, _Tie())
                self._ties[other][one] = tie
                tie.add(_Tie(min(_MOST, link.score), 1))
        waiting = [entry for one in sorted(self._ties) for entry in self._entries(one) if entry[1] == one]
        heapify(waiting)
        while waiting:
            average, one, other = heappop(waiting)
            # An entry of groups that have grown since is stale: theirs is there, too.
            is_there = other in self._ties.get(one, {})
            if is_there and -self._average(one, other) == average and not self._are_apart(one, other):
                self._unite(one, other)
                for entry in self._entries(one):
                    heappush(waiting, entry)

    def _entries(self, group: str) -> Iterator[tuple[float, str, str]]:
        for other in self._ties.get(group, ()):
            average = self._average(group, other)
            if average > 0:
                yield -average, min(group, other), max(group, other)

    def _average(self, one: str, other: str) -> float:
        tie, n_pairs = self._ties[one][other], len(self._members[one]) * len(self._members[other])
        return (tie.score + _NO_LINK * (n_pairs - tie.n_links)) / n_pairs

    def _unite(self, one: str, other: str) -> None:
        self._members[one].extend(self._members.pop(other))
        for third, tie in self._ties.pop(other, {}).items():
            del self._ties[third][other]
            if third != one:
                both = self._ties[one].setdefault(third, _Tie())
                self._ties[third][one] = both
                both.add(tie)

    def _group_of(self, version_id: str) -> str:
        return next(group for group, members in self._members.items() if version_id in members)

    def _are_apart(self, one: str, other: str) -> bool:
        left, right = self._members[one], self._members[other]
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


def _are_of_two_articles(version: Grouped, other: Grouped) -> bool:
    """One article repeats a statement only word for word (a headline, a caption)."""
    return len(version.article_ids | other.article_ids) > 1
