"""Nouns that a sentence says the speaker is or became: "She is a nurse and a poet", "He became the leader"."""

from collections.abc import Sequence

from service.attribution.affiliations.weighing.position_context import PositionContext
from service.lexicon import words
from service.parsing.trees import Parse

_BECOMING = ("become", "remain")


def is_predicate(context: PositionContext) -> bool:
    """Whether a clause says, not denies, that the speaker is the noun, which is one for what people are."""
    parse, word = context.parse, context.word
    if context.noun_class != "role" or context.annotated.is_marked(word):
        return False
    return any(subject in context.own.heads for subject in _subjects(parse, word)) and not _is_denied(parse, word)


def _subjects(parse: Parse, word: int) -> Sequence[int]:
    head = parse.head(word)
    if parse.child(word, "cop") is not None:
        return parse.children(word, "nsubj")
    if head is None:
        return ()
    is_joined = parse.relation(word) == "conj" and parse.child(head, "cop") is not None
    is_become = parse.lemma(head) in _BECOMING and parse.relation(word) in ("xcomp", "obj")
    return parse.children(head, "nsubj") if is_joined or is_become else ()


def _is_denied(parse: Parse, word: int) -> bool:
    return any(parse.lower(child) in words("grammar/negations") for child in parse.children(word))
