"""Places by which an article tells who somebody unnamed is: "a voter in Delta", "a tourist from Port City"."""

from dataclasses import replace

from service.attribution.affiliations.position_spans import PositionSpan
from service.attribution.affiliations.prepositional_objects import read_object
from service.attribution.vocabulary.nouns import noun_lemma
from service.lexicon import words
from service.parsing.trees import Parse

_TO_PLACE = ("from", "in")


def with_place(parse: Parse, noun: int, position: PositionSpan) -> PositionSpan:
    """The position with the place that follows, where it has no organization.

    Of somebody named a home is no position; of somebody unnamed it is all that is said. Nouns that say nothing of a
    position, as "woman" or "source", have none.
    """
    word = position.role.stop
    stop = parse.sentence_words(parse.sentence(position.role.start)).stop
    if position.organization is not None or noun_lemma(parse, noun) in words("people/without_position"):
        return position
    if word + 1 >= stop or parse.lower(word) not in _TO_PLACE:
        return position
    found = read_object(parse, word + 1, stop)
    is_place = found.is_named and parse.words[found.words.start].entity.endswith("LOC")
    return replace(position, organization=found.words) if is_place else position
