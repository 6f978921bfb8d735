"""Positions that "and" joins to another one of the speaker: "former mayor and Harbour News contributor Ann Lee"."""

from collections.abc import Collection

from service.attribution.affiliations.weighing.position_context import PositionContext
from service.attribution.vocabulary.grammar import CONJUNCTIONS
from service.attribution.vocabulary.nouns import is_plural
from service.parsing.trees import Parse

# Who somebody may be by position; nouns with the ending of a doer among them.
_CLASSES = ("role", "doer")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET")
# Words from one noun to the other, an organization and what tells the time among them.
_LONGEST = 7


def is_second_position(context: PositionContext, positions: Collection[int]) -> bool:
    """Whether the noun and one of the positions are joined in what stands right before the name, or behind its comma.

    The noun alone may be unlikely: "contributor" is on no list, and "general" more often an adjective.
    """
    parse, word = context.parse, context.word
    if context.noun_class not in _CLASSES or is_plural(parse, word) or parse.words[word].pos != "NOUN":
        return False
    bearer = context.annotated.bearer_at.get(word)
    if bearer is None or bearer.head not in context.own.heads:
        return False
    return any(_are_joined(parse, min(word, other), max(word, other)) for other in positions)


def _are_joined(parse: Parse, first: int, second: int) -> bool:
    """Whether "and" and an organization stand between, with nothing else but modifiers of the second noun.

    Without an organization they are one position: "founder and director".
    """
    if second - first > _LONGEST or parse.lower(first + 1) not in CONJUNCTIONS:
        return False
    between = range(first + 2, second)
    is_joined = all(parse.words[each].pos in _NOMINAL and parse.lower(each) not in CONJUNCTIONS for each in between)
    return is_joined and any(parse.words[each].entity.endswith("ORG") for each in between)
