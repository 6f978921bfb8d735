"""Nouns that are somebody else's in the sentence: an owner, what a relation of the speaker is."""

from service.attribution.affiliations.weighing.other_arguments import is_another_argument
from service.attribution.affiliations.weighing.position_context import PositionContext
from service.attribution.vocabulary.grammar import POSSESSIVES
from service.attribution.vocabulary.nouns import is_honorific, is_plural
from service.parsing.trees import Parse

_AGE = frozenset(("-", "year", "years", "old", "late"))
_OF_NAME = ("flat", "appos", "compound", "nmod")
# How far before a noun "one of" or "among" may stand, in words: "one of the three former party leaders".
_LONGEST_PHRASE = 6


def is_somebody_else(context: PositionContext) -> bool:
    """Whether the noun is certainly nobody's position whom the mention stands for."""
    parse, word = context.parse, context.word
    if _owns(parse, word) or _is_relation(parse, word, context.mention.name_words) or _are_several(context):
        return True
    if is_another_argument(context):
        return True
    if not _is_relative(parse, word):
        return False
    head = context.mention.head
    is_one_phrase = head == word or word in parse.ancestors(head) or _describes(parse, word, head)
    return not is_one_phrase and context.pattern != "inside"


def _owns(parse: Parse, word: int) -> bool:
    """Whether something or somebody is the noun's: in "the victim's aunt" she is no victim, whatever the mark."""
    following = word + 1
    is_owner = parse.words[word].relation == "nmod:poss"
    return is_owner and following < len(parse) and parse.lower(following) in POSSESSIVES


def _are_several(context: PositionContext) -> bool:
    """Whether the noun stands for several, and the speaker is one person: "in talks with the leaders, Ann Lee said"."""
    parse, word, mention = context.parse, context.word, context.mention
    if not context.own.is_person or not is_plural(parse, word):
        return False
    if parse.relation(word) == "conj" and parse.head(word) == mention.head:
        # "Ann Lee and the leaders of the parties"
        return True
    if parse.relation(mention.head) == "conj" or parse.children(mention.head, "conj"):
        # "Ann Lee and Bob Ray, directors of the Port Office"
        return False
    before = range(max(parse.sentence_words(parse.sentence(word)).start, word - _LONGEST_PHRASE), word)
    return not any(_is_one_of(parse, each) for each in before)


def _is_one_of(parse: Parse, word: int) -> bool:
    return parse.lower(word) == "among" or (parse.lower(word) == "one" and parse.lower(word + 1) == "of")


def _is_relation(parse: Parse, word: int, name: range) -> bool:
    """Whether the noun says what another is to the one named: "the mother and sister of 12-year-old Ann Lee"."""
    joined = (each for each in parse.children(word, "conj") if word < each < name.start)
    return any(_leads_to(parse, each, name) for each in (word, *joined))


def _leads_to(parse: Parse, word: int, name: range) -> bool:
    between = range(word + 1, name.start)
    return (
        len(between) > 0 and parse.lower(between[0]) == "of" and all(_may_precede(parse, each) for each in between[1:])
    )


def _may_precede(parse: Parse, word: int) -> bool:
    is_age = parse.lower(word) in _AGE or parse.words[word].text[0].isdigit()
    return is_age or parse.words[word].pos in ("DET", "NUM") or is_honorific(parse, word)


def _describes(parse: Parse, word: int, head: int) -> bool:
    """Whether the noun hangs on the name: "Ann Lee, the mayor"."""
    return parse.head(word) == head and parse.relation(word) in _OF_NAME


def _is_relative(parse: Parse, word: int) -> bool:
    """Whether the noun is said of a relation: "whose husband is a plumber"."""
    subjects = parse.children(word, "nsubj") if parse.child(word, "cop") is not None else []
    owners = (child for subject in subjects for child in parse.children(subject) if parse.relation(child) == "nmod")
    return any(parse.words[owner].relation == "nmod:poss" and parse.lower(owner) == "whose" for owner in owners)
