"""Two quotations laid side by side: the words that are compared, what they share, who said them."""

from dataclasses import dataclass
from typing import Protocol

from service.domain.conflicts import DiffOp
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.events import days_that_count
from service.linking.time_window import days_apart
from service.linking.wording.alignment import Alignment, align
from service.linking.wording.signatures import compared, shared
from service.linking.wording.tokens import Word

_Words = tuple[Word, ...]


class Measures(Protocol):
    """What is known of two quotations without laying their words side by side."""

    @property
    def n_indirect(self) -> int:
        """How many of the two stand without quotation marks."""

    @property
    def shorter_weight(self) -> float:
        """How much the one says that says less."""

    @property
    def longer_weight(self) -> float:
        """How much the other says."""

    @property
    def shared_vocabulary(self) -> float:
        """What the words say that both have in some form, each counted as often as it stands in both."""

    @property
    def shared_matter(self) -> float:
        """The same of the words that are names in neither."""

    @property
    def n_days_apart(self) -> int | None:
        """How many days lie between the articles; None if one tells no day, or if both report one event."""

    @property
    def authors(self) -> Relation | None:
        """Whether the two may be one author's words; None where nobody has looked."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations side by side, always in the same order, whichever is named first."""

    left: ComparableQuotation
    right: ComparableQuotation
    left_words: _Words
    right_words: _Words
    shorter: _Words
    """Those of the quotation that says less; the other may hold it."""
    shorter_weight: float
    longer_weight: float
    shared_vocabulary: float
    shared_matter: float
    n_days_apart: int | None
    """How many days lie between the articles; None if one tells no day, or if both report one event."""
    alignment: Alignment
    authors: Relation

    @property
    def n_indirect(self) -> int:
        """How many of the two stand without quotation marks."""
        return (not self.left.printed_parts) + (not self.right.printed_parts)

    @property
    def left_keys(self) -> tuple[str, ...]:
        """What the words of the first one are compared by."""
        return self.left.word_keys if self.left_words is self.left.words else self.left.printed_keys

    @property
    def right_keys(self) -> tuple[str, ...]:
        """What the words of the second one are compared by."""
        return self.right.word_keys if self.right_words is self.right.words else self.right.printed_keys

    @property
    def is_repeated(self) -> bool:
        """Whether both print the same words and no others; a title may have fewer than a text, in the same order."""
        spare = {(True, False): DiffOp.INSERT, (False, True): DiffOp.DELETE}.get(
            (self.left.is_in_title, self.right.is_in_title)
        )
        return all(step.is_equal or step.op is spare for step in self.alignment.steps)


def pair_of(passage: ComparableQuotation, other: ComparableQuotation) -> Pair:
    """The two quotations side by side; words between marks are compared with words between marks."""
    left, right = sorted((passage, other), key=lambda one: (one.content, one.id))
    return _side_by_side(left, right, days_that_count(left.occasion, right.occasion))


def beside_itself(passage: ComparableQuotation) -> Pair:
    """A quotation and one that is the same in all that is compared, whatever their articles are about."""
    return _side_by_side(passage, passage, days_apart(passage.day, passage.day))


def _side_by_side(left: ComparableQuotation, right: ComparableQuotation, n_days_apart: int | None) -> Pair:
    left_words, right_words = left.words, right.words
    if left.printed_parts and right.printed_parts:
        left_words, right_words = left.printed_words, right.printed_words
    signatures = compared(left.signatures, right.signatures)
    vocabulary, matter = shared(*signatures)
    weights = [signature.weight for signature in signatures]
    return Pair(
        left,
        right,
        left_words,
        right_words,
        shorter=left_words if weights[0] <= weights[1] else right_words,
        shorter_weight=min(weights),
        longer_weight=max(weights),
        shared_vocabulary=vocabulary,
        shared_matter=matter,
        n_days_apart=n_days_apart,
        alignment=align(left_words, right_words),
        authors=author_relation(left.speaker, right.speaker),
    )
