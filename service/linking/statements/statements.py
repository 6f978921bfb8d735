"""The groups of quotations, within and across articles, that report the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from service.domain.judgements import Judgement
from service.linking.content_ids import identify
from service.linking.statements.clustering import Grouping, group
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import Match, shares_words
from service.linking.statements.near_duplicates import count_reports

# Up to this number of versions of one statement, all pairs are compared; beyond it, those that the index finds.
MOST_HELD_TOGETHER = 30


@dataclass(frozen=True, slots=True)
class StatementCluster:
    """The versions of one statement, their quotations sorted by id, and the pairs whose words can be compared."""

    versions: tuple[Duplicates, ...]
    passages: tuple[ComparableQuotation, ...]
    pairs: tuple[tuple[Duplicates, Duplicates], ...]

    @classmethod
    def of(cls, versions: Sequence[Duplicates], pairs: Iterable[tuple[Duplicates, Duplicates]]) -> Self:
        """The statement of these versions."""
        passages = (passage for version in versions for passage in version.passages)
        return cls(tuple(versions), tuple(sorted(passages, key=lambda passage: passage.id)), tuple(pairs))

    @property
    def id(self) -> str:
        """The statement's id: that of its first quotation, so that it seldom changes as reports come in."""
        return statement_id_of(min(passage.id for passage in self.passages if passage.is_speech))

    @property
    def is_speech(self) -> bool:
        """Whether one of the quotations at least is speech."""
        return any(passage.is_speech for passage in self.passages)

    @property
    def quotation_ids(self) -> tuple[str, ...]:
        """The quotations' ids, sorted."""
        return tuple(passage.id for passage in self.passages)

    @property
    def n_reports(self) -> int:
        """How many independent reports there are: reprints are one, as the surroundings in their texts tell."""
        titles_first = sorted(self.passages, key=lambda passage: (passage.is_in_title, passage.id), reverse=True)
        by_article = {passage.article_id: passage.context for passage in titles_first}
        return count_reports(by_article.values())

    @property
    def wording(self) -> str:
        """The words of the fullest quotation."""
        fullest = min(self.passages, key=lambda one: (not one.is_speech, not one.printed_parts, -one.weight, one.id))
        return fullest.quotation.text


def statement_id_of(quotation_id: str) -> str:
    """The id of a statement whose first quotation this is."""
    return identify("t", (quotation_id,))


def find_statements(
    versions: Iterable[Duplicates], links: Iterable[Match], judgements: Iterable[Judgement] = ()
) -> tuple[StatementCluster, ...]:
    """Every version in one statement at most: what no article shows to be speech is of none."""
    by_id = {version.id: version for version in versions}
    grouping = group(by_id.values(), links, judgements)
    found = (cluster_statements([by_id[id_] for id_ in ids], grouping) for ids in grouping.groups)
    found = (cluster for cluster in found if cluster.is_speech)
    return tuple(sorted(found, key=lambda cluster: cluster.quotation_ids))


def cluster_statements(versions: Sequence[Duplicates], grouping: Grouping) -> StatementCluster:
    """The statement of these versions, which are one group and sorted by id.

    The index that finds links looks for what brings versions together; two that a third brought together may be
    alike, too, and are compared here, however many days lie between them.
    """
    is_small = len(versions) <= MOST_HELD_TOGETHER

    def are_alike(left: Duplicates, right: Duplicates) -> bool:
        ids = (left.id, right.id)
        is_missed = is_small and ids not in grouping.left_out
        return ids in grouping.alike or (is_missed and shares_words(left, right))

    return StatementCluster.of(versions, (pair for pair in combinations(versions, 2) if are_alike(*pair)))
