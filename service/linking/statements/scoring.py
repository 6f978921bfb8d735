"""How alike two quotations are: the weighed evidence. Which groups follow is for `statements`."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.lexicon import weights
from service.linking.statements.evidence import EVIDENCE, UNDATED
from service.linking.statements.pairs import Pair
from service.linking.wording.signatures import SignaturePair, compared, shared

# Of the labelled pairs that are one statement (`training.linking`), all share a rare word or half of the shorter one.
MATTER, COVERED = 1.0, 0.5
# None that is one statement shares less than this part of the shorter one, unless it shares three rare words.
PART, MUCH = 0.15, 3.0


@dataclass(frozen=True, slots=True)
class MatchScore:
    """The log odds that the two report the same words, and the rules that spoke."""

    score: float
    evidence: tuple[tuple[str, float], ...]

    @property
    def is_same(self) -> bool:
        """Whether the two quotations report the same words."""
        return self.score > 0


def match_weights(*, are_dated: bool) -> Mapping[str, float]:
    """The learnt weights of the rules, by their names, and of what is always added."""
    return weights("models/linking/dated_match_weights" if are_dated else "models/linking/match_weights")


def match_score(pair: Pair) -> MatchScore:
    """The weighed evidence that the two quotations report the same words."""
    are_dated = pair.n_days_apart is not None
    learnt = match_weights(are_dated=are_dated)
    spoken = [(rule.__name__, learnt[rule.__name__] * rule(pair)) for rule in (EVIDENCE if are_dated else UNDATED)]
    return MatchScore(learnt["always"] + sum([part for _, part in spoken]), tuple([part for part in spoken if part[1]]))


def may_be_alike(signatures: SignaturePair, other: SignaturePair) -> bool:
    """Whether two quotations have so much in common that it is worth laying them side by side."""
    left, right = compared(signatures, other)
    vocabulary, _ = shared(left, right)
    shorter = min(left.weight, right.weight)
    return vocabulary >= max(MATTER, min(MUCH, PART * shorter)) or (
        vocabulary + min(left.small, right.small) >= COVERED * shorter
    )
