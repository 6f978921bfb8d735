"""Groups exact duplicates: quotations with the same wording and speaker, as in reprints."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from service.linking.content_ids import identify
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.pairs import beside_itself
from service.linking.statements.scoring import match_score


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The quotations of one version, sorted by id; what is compared is the same in all but the first one's topic."""

    id: str
    passages: tuple[ComparableQuotation, ...]

    @property
    def representative(self) -> ComparableQuotation:
        """The first of the quotations, whose topic is that of all."""
        return self.passages[0]

    @property
    def quotation_ids(self) -> tuple[str, ...]:
        """The quotations' ids, sorted."""
        return tuple(passage.id for passage in self.passages)

    @property
    def article_ids(self) -> frozenset[str]:
        """The articles that print it."""
        return frozenset(passage.article_id for passage in self.passages)


def duplicates_id(passage: ComparableQuotation) -> str:
    """The version that a quotation belongs to; too few words to be known again by are a version alone."""
    if match_score(beside_itself(passage)).is_same:
        return passage.content
    return identify("w", (passage.content, passage.id))


def duplicates_of(passages: Iterable[ComparableQuotation]) -> tuple[Duplicates, ...]:
    """The versions of these quotations, sorted by id."""
    printed: dict[str, list[ComparableQuotation]] = defaultdict(list)
    for passage in sorted(passages, key=lambda one: one.id):
        printed[duplicates_id(passage)].append(passage)
    return tuple(Duplicates(each, tuple(printed[each])) for each in sorted(printed))
