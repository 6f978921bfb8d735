"""Nouns in another role of the sentence: an owner, what a relation is, who acts; none is the speaker's position."""

from service.attribution.affiliations.organization_names import POSSESSIVES
from service.attribution.affiliations.weighing.position_evidence import PositionContext
from service.parsing.trees import Parse

_OF_NAME = ("flat", "appos", "compound", "nmod")


def is_somebody_else(context: PositionContext) -> bool:
    """Whether the noun is certainly nobody's position whom the mention stands for."""
    parse, word = context.parse, context.word
    if _owns(parse, word):
        return True
    is_one_phrase = context.mention.head in parse.subtree(word) or _describes(parse, word, context.mention.head)
    if context.pattern == "inside" or is_one_phrase:
        return False
    return _is_relative(parse, word) or _acts(context)


def _owns(parse: Parse, word: int) -> bool:
    """Whether something or somebody is the noun's: in "the victim's aunt" she is no victim, whatever the mark."""
    following = word + 1
    is_owner = parse.words[word].relation == "nmod:poss"
    return is_owner and following < len(parse) and parse.lower(following) in POSSESSIVES


def _describes(parse: Parse, word: int, head: int) -> bool:
    """Whether the noun hangs on the name: "Ann Lee, the mayor"."""
    return parse.head(word) == head and parse.relation(word) in _OF_NAME


def _is_relative(parse: Parse, word: int) -> bool:
    """Whether the noun is said of a relation: "whose husband is a plumber"."""
    subjects = parse.children(word, "nsubj") if parse.child(word, "cop") is not None else []
    owners = (child for subject in subjects for child in parse.children(subject) if parse.relation(child) == "nmod")
    return any(parse.words[owner].relation == "nmod:poss" and parse.lower(owner) == "whose" for owner in owners)


def _acts(context: PositionContext) -> bool:
    """Whether the noun is the subject of a verb of its own, and the one mentioned is named elsewhere."""
    parse, word = context.parse, context.word
    verb = parse.head(word)
    is_subject = parse.relation(word) == "nsubj" and verb is not None and parse.is_verbal(verb)
    inside = parse.within(context.mention.span.start, context.mention.span.end)
    return is_subject and word not in inside and not any(parse.head(each) == word for each in inside)
