"""The groups of quotations, within and across articles, that report the same words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from service.comparison.identity import identify
from service.comparison.links import Link, link_of
from service.comparison.passages import Passage
from service.comparison.reprints import count_reports
from service.comparison.versions import Version
from service.stored import Judgement, Subject

# Of so many versions of one statement all pairs are looked at, of more those that the index finds.
_MOST_HELD_TOGETHER = 30

_Group = tuple[Version, ...]
_Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Gathering:
    """The versions of one statement, and the pairs of them whose words can be held against each other."""

    versions: tuple[Version, ...]
    pairs: tuple[tuple[Version, Version], ...]

    @property
    def id(self) -> str:
        """The statement's id: that of its first quotation, so that it seldom changes as reports come in."""
        return statement_id_of(self.quotation_ids[0])

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The quotations, sorted by id."""
        found = (passage for version in self.versions for passage in version.passages)
        return tuple(sorted(found, key=lambda passage: passage.id))

    @property
    def quotation_ids(self) -> tuple[str, ...]:
        """The quotations' ids, sorted."""
        return tuple(passage.id for passage in self.passages)

    @property
    def n_reports(self) -> int:
        """How many independent reports there are: reprints are one."""
        by_article = {passage.article_id: passage.context for passage in self.passages[::-1]}
        return count_reports(by_article.values())

    @property
    def wording(self) -> str:
        """The words of the fullest quotation."""
        fullest = min(self.passages, key=lambda one: (not one.printed_parts, -one.weight, one.id))
        return fullest.quotation.text


def statement_id_of(quotation_id: str) -> str:
    """The id of a statement whose first quotation this is."""
    return identify("t", (quotation_id,))


def find_statements(
    versions: Iterable[Version], links: Iterable[Link], judgements: Iterable[Judgement] = ()
) -> tuple[Gathering, ...]:
    """Every version in exactly one statement; the same whatever the order, and for each linked lot by itself.

    A reporter renders a statement once: what resembles two quotations of one article reports at most one of
    them. So copies come first, printed words before renderings, and reworded pairs never bring two quotations of
    one article together. What an editor has decided comes before all.
    """
    by_id = {version.id: version for version in versions}
    links = tuple(links)
    copied, reworded = _matches(by_id, links)
    same, different = _judged(by_id.values(), judgements)
    groups = _Groups(by_id.values(), different)
    for first, second in (*same, *((link.first, link.second) for link in copied)):
        groups.unite(first, second)
    apart = [link for link in reworded if groups.of(link.first) != groups.of(link.second)]
    for link in apart:
        if not _articles(groups.of(link.first)) & _articles(groups.of(link.second)):
            groups.unite(link.first, link.second)
    alike = {(link.first, link.second) for link in (*copied, *apart)}
    left_out = {(link.first, link.second) for link in links} - alike
    found = [_gathering(group, alike, left_out) for group in groups.all()]
    return tuple(sorted(found, key=lambda gathering: gathering.quotation_ids))


class _Groups:
    """Versions in groups that grow, but never bring together two that an editor keeps apart."""

    def __init__(self, versions: Iterable[Version], different: Collection[_Ids]) -> None:
        self._groups: dict[str, _Group] = {version.id: (version,) for version in versions}
        self._different = different

    def of(self, version_id: str) -> _Group:
        """The version's group."""
        return self._groups[version_id]

    def all(self) -> Collection[_Group]:
        """Every group once."""
        return {group[0].id: group for group in self._groups.values()}.values()

    def unite(self, first: str, second: str) -> None:
        """Make one group of the two versions' groups, if an editor lets them."""
        left, right = self._groups[first], self._groups[second]
        if left is not right and not self._are_apart(left, right):
            united = tuple(sorted((*left, *right), key=lambda version: version.id))
            self._groups.update((version.id, united) for version in united)

    def _are_apart(self, left: _Group, right: _Group) -> bool:
        groups = {version.id: side for side, group in enumerate((left, right)) for version in group}
        return any(groups.get(first, 2) + groups.get(second, 2) == 1 for first, second in self._different)


def _judged(versions: Iterable[Version], judgements: Iterable[Judgement]) -> tuple[list[_Ids], list[_Ids]]:
    """The versions that are the same, and those that are not, by what was decided of their quotations."""
    of_quotation = {passage.id: version.id for version in versions for passage in version.passages}
    same: list[_Ids] = []
    different: list[_Ids] = []
    for one in sorted(judgements, key=lambda judgement: judgement.id):
        if one.subject is Subject.STATEMENT and {one.first, one.second} <= of_quotation.keys():
            pair = of_quotation[one.first], of_quotation[one.second]
            (same if one.is_same else different).append(pair)
    return same, different


def _matches(by_id: dict[str, Version], links: Iterable[Link]) -> tuple[list[Link], list[Link]]:
    """The links that copy the words, and the reworded ones, most alike first."""
    found = [link for link in links if link.is_repeated or _are_of_two_articles(by_id[link.first], by_id[link.second])]
    found.sort(key=lambda link: (link.n_indirect, -link.score, link.first, link.second))
    return [link for link in found if link.is_copied], [link for link in found if not link.is_copied]


def _are_of_two_articles(version: Version, other: Version) -> bool:
    """One article repeats a statement only word for word (a headline, a caption)."""
    return len(version.article_ids | other.article_ids) > 1


def _articles(group: _Group) -> frozenset[str]:
    return frozenset().union(*(version.article_ids for version in group))


def _gathering(group: _Group, alike: Collection[_Ids], left_out: Collection[_Ids]) -> Gathering:
    """The statement of these versions, which are sorted by id.

    The index that finds links looks for what brings versions together; two that a third brought together may be
    alike, too, and are held against each other here.
    """

    def are_alike(left: Version, right: Version) -> bool:
        ids = (left.id, right.id)
        is_missed = ids not in left_out and len(group) <= _MOST_HELD_TOGETHER
        return ids in alike or (is_missed and link_of(left, right) is not None)

    return Gathering(group, tuple(pair for pair in combinations(group, 2) if are_alike(*pair)))
