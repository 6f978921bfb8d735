"""Whether words that stand for others say the contrary ("increased", "decreased"), or more or less of the same."""

from functools import cache

from service.domain.conflicts import DiffOp
from service.lexicon import families, words
from service.linking.wording.alignment import Step
from service.linking.wording.spelling import key
from service.linking.wording.synonyms import synonym_class

# Of up to three words each may stand for one of the others; in more, contraries meet by chance.
_FEW = 3


def says_contrary(step: Step) -> bool:
    """Whether one of the words is the contrary of one of those that it stands for."""
    if step.op is not DiffOp.REPLACE or max(len(step.left), len(step.right)) > _FEW:
        return False
    pairs = (frozenset((synonym_class(one.key), synonym_class(other.key))) for one in step.left for other in step.right)
    return any(pair in _contraries() for pair in pairs)


def changes_degree(step: Step) -> bool:
    """Whether the words tell only how much, how many or how strongly: "many", "some"; "very"."""
    changed = {word.key for word in step.left} ^ {word.key for word in step.right}
    return bool(changed) and changed <= words("grammar/degrees")


@cache
def _contraries() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(synonym_class(key(word)) for word in family) for family in families("words/contraries"))
