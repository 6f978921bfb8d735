"""Nouns that a sentence says the speaker is or became: "She is a nurse and a poet", "Lee, who became the leader"."""

from collections.abc import Sequence

from service.attribution.affiliations.weighing.position_context import PositionContext
from service.attribution.vocabulary.nouns import is_plural
from service.lexicon import words
from service.parsing.trees import Parse

_BECOMING = ("become", "remain")
# What happens to somebody: "he was the victim of a smear".
_UNDERGONE = ("target", "victim")
# Verbs that "as" leads from to what somebody is: "She has worked as a nurse".
_SERVING = ("serve", "work")


def is_predicate(context: PositionContext) -> bool:
    """Whether a clause says, not denies, that the speaker is the noun, which is one for what people are."""
    parse, word = context.parse, context.word
    if context.noun_class != "role" or context.annotated.is_marked(word) or context.noun in _UNDERGONE:
        return False
    said = _one_of(parse, word)
    if said is None or all(subject not in context.own.heads for subject in _subjects(parse, said)):
        return False
    return not _is_denied(parse, said)


def _one_of(parse: Parse, word: int) -> int | None:
    """The noun, or the "one" of "one of the organizers"; None for several: that "they are partners" is no position."""
    head = parse.head(word)
    if head is not None and parse.lower(head) == "one" and parse.relation(word) == "nmod":
        return head
    return None if is_plural(parse, word) else word


def saying_word(parse: Parse, word: int) -> int | None:
    """The word whose clause says that somebody is the noun: itself, the noun before "and", or a verb ("become")."""
    if parse.child(word, "cop") is not None:
        return word
    head = parse.head(word)
    if head is None:
        return None
    is_joined = parse.relation(word) == "conj" and parse.child(head, "cop") is not None
    is_become = parse.lemma(head) in _BECOMING and parse.relation(word) in ("xcomp", "obj")
    return head if is_joined or is_become or _is_service(parse, head, word) else None


def _subjects(parse: Parse, word: int) -> Sequence[int]:
    """Of whom the noun is said; in a relative clause, the noun or the name before it."""
    says, head = saying_word(parse, word), parse.head(word)
    if says is None:
        return ()
    before = [head] if head is not None and says == word and parse.relation(word) == "acl" else []
    return [*before, *parse.children(says, "nsubj")]


def _is_service(parse: Parse, verb: int, word: int) -> bool:
    case = parse.child(word, "case", "mark")
    return parse.lemma(verb) in _SERVING and case is not None and parse.lower(case) == "as"


def _is_denied(parse: Parse, word: int) -> bool:
    return any(parse.lower(child) in words("grammar/negations") for child in parse.children(word))
