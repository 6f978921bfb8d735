"""Somebody described before the name is given: “…,” the mayor said. Mayor Lena Ortiz has led the town since 2019."""

from collections.abc import Iterator, Sequence

from service.attribution.coreference.entities import Entity
from service.attribution.document import AnnotatedArticle
from service.attribution.vocabulary.nouns import noun_lemma
from service.domain.quotations import SpeakerKind
from service.lexicon import words
from service.text.names import name_words


def named_later(annotated: AnnotatedArticle, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Those who are only described, each with the one person named later who has the post; none where two have it."""
    people = [each for each in entities if each.kind is SpeakerKind.PERSON]
    for entity in entities:
        noun = _bare_noun(annotated, entity)
        if noun is not None:
            bearers = [person for person in people if _has_post(person, noun)]
            first = min(mention.span.start for mention in entity.mentions)
            if len(bearers) == 1 and all(mention.span.start > first for mention in bearers[0].mentions):
                yield entity, bearers[0]


def _bare_noun(annotated: AnnotatedArticle, entity: Entity) -> str | None:
    """The noun of somebody who is only called "the mayor"; None of whom more is said."""
    if entity.kind is not SpeakerKind.UNNAMED or len(entity.nouns) != 1 or not entity.mentions:
        return None
    parse, noun = annotated.parse, next(iter(entity.nouns))
    for mention in entity.mentions:
        inside = parse.within(mention.span.start, mention.span.end)
        is_bare = len(inside) == 2 and parse.lower(inside.start) == "the" and noun_lemma(parse, inside[-1]) == noun
        if not is_bare:
            return None
    return noun if noun in words("people/unique") else None


def _has_post(person: Entity, noun: str) -> bool:
    return any(noun in name_words(post.role or "") for post in person.affiliations)
