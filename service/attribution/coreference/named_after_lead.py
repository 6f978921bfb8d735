"""Somebody whom the opening of an article describes, and whom the next paragraph names.

As in: A bank executive has called the rules “dead”. ¶ Ann Lee, the secretary of the board, said on Monday …
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from service.attribution.coreference.compatibility import DEFINITE
from service.attribution.coreference.entities import Entity
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words
from service.text.names import name_words

# Paragraphs that open an article, a headline among them, and those to the name.
_OPENING, _SOON = 3, 2
# Whoever wishes not to be named is not named in the next paragraph.
_UNNAMED = frozenset(("anonymity", "anonymous", "anonymously", "unnamed", "unidentified", "undisclosed"))


def named_after_lead(
    annotated: AnnotatedArticle, entities: Sequence[Entity], sources: frozenset[int]
) -> Iterator[tuple[Entity, Entity]]:
    """The one who speaks in the opening under a description, with the first person whom the article names."""
    people = [each for each in entities if each.kind is SpeakerKind.PERSON]
    named = min(people, key=lambda person: _places(annotated, person)[:1] or [len(annotated.parse)], default=None)
    if named is None:
        return
    for entity in entities:
        if _speaks_in_opening(annotated, entity, sources) and _is_named_next(annotated, entity, named, sources):
            others = (other for other in entities if other not in (entity, named) and other.is_somebody)
            if not _speaks_between(annotated, entity, named, chain.from_iterable(o.mentions for o in others), sources):
                yield entity, named
            return


def _places(annotated: AnnotatedArticle, person: Entity) -> list[int]:
    """Where the article names the person in its own words."""
    return [each.head for each in person.mentions if each.entity and not annotated.is_marked(each.head)]


def _speaks_in_opening(annotated: AnnotatedArticle, entity: Entity, sources: frozenset[int]) -> bool:
    first = min(entity.mentions, key=lambda mention: mention.span.start)
    parse = annotated.parse
    is_one = entity.kind is SpeakerKind.UNNAMED and "role" in kinds_of_nouns(noun_lemma(parse, first.head))
    if not is_one or annotated.is_marked(first.head) or first.head not in sources:
        return False
    sentence = parse.sentence_words(first.sentence)
    return parse.paragraph(first.head) < _OPENING and not any(parse.lower(word) in _UNNAMED for word in sentence)


def _is_named_next(annotated: AnnotatedArticle, entity: Entity, named: Entity, sources: frozenset[int]) -> bool:
    """Whether the person is named for the first time soon after, speaks there, and can be the one described."""
    parse, described = annotated.parse, entity.mentions[0]
    places = _places(annotated, named)
    if not places or places[0] < described.head or named.gender not in (None, entity.gender or named.gender):
        return False
    is_soon = parse.paragraph(places[0]) - parse.paragraph(described.head) <= _SOON
    speaks = any(place in sources and parse.paragraph(place) - parse.paragraph(places[0]) <= 1 for place in places)
    return is_soon and speaks and _fits(annotated, named, described)


def _fits(annotated: AnnotatedArticle, named: Entity, described: Mention) -> bool:
    """Whether the position has the noun, or one of the two is general; without a position, whether somebody is new."""
    parse = annotated.parse
    noun, posts = noun_lemma(parse, described.head), [name_words(post.role) for post in named.affiliations if post.role]
    if not posts:
        return parse.lower(parse.within(described.span.start, described.span.end).start) not in DEFINITE
    heads = words("positions/heads")
    is_general = noun in heads | words("positions/vague_roles")
    # "The minister", then "Ann Lee, the party's leader"; a nurse is not the chief of the board.
    may_be_head = noun in words("offices/state_offices") | words("offices/top_offices")
    return is_general or any(noun in post or (may_be_head and not heads.isdisjoint(post[-1:])) for post in posts)


def _speaks_between(
    annotated: AnnotatedArticle, entity: Entity, named: Entity, others: Iterator[Mention], sources: frozenset[int]
) -> bool:
    """Whether somebody else speaks between the description and the name."""
    between = range(entity.mentions[0].head + 1, _places(annotated, named)[0])
    return any(each.head in between and each.head in sources for each in others)
