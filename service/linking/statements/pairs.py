"""Two quotations laid side by side: the words that are compared, what they share, who said them."""

from dataclasses import dataclass

from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.wording.alignment import Alignment, align
from service.linking.wording.signatures import ContentSignature, shared
from service.linking.wording.tokens import Word

_Words = tuple[Word, ...]


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
    """What the words say that both have in some form, each counted as often as it stands in both."""
    shared_matter: float
    """The same of the words that are names in neither."""
    alignment: Alignment
    authors: Relation

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
        """Whether both print the same words and no others."""
        return all(step.is_equal for step in self.alignment.steps)


def pair_of(passage: ComparableQuotation, other: ComparableQuotation) -> Pair:
    """The two quotations side by side; words between marks are compared with words between marks."""
    left, right = sorted((passage, other), key=lambda one: (one.content, one.id))
    left_words, right_words = left.words, right.words
    if left.printed_parts and right.printed_parts:
        left_words, right_words = left.printed_words, right.printed_words
    signatures = _signatures(left, right)
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
        alignment=align(left_words, right_words),
        authors=author_relation(left.speaker, right.speaker),
    )


def _signatures(left: ComparableQuotation, right: ComparableQuotation) -> tuple[ContentSignature, ContentSignature]:
    """Those of the words that are compared."""
    if left.signatures.printed and right.signatures.printed:
        return left.signatures.printed, right.signatures.printed
    return left.signatures.whole, right.signatures.whole
