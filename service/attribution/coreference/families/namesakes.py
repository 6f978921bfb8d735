"""People whose name another person in the article has, too: their surname alone may mean either."""

from collections import defaultdict
from collections.abc import Iterable

from service.attribution.coreference.entities import Entity
from service.domain.quotations import SpeakerKind
from service.text.names import name_words


def surnames_of(entity: Entity) -> frozenset[str]:
    """The last words of the entity's names, and of those the names of a single word."""
    return frozenset(word for form in entity.forms for word in name_words(form)[-1:])


def find_namesakes(entities: Iterable[Entity]) -> frozenset[Entity]:
    """The people with a surname that opens or ends another person's name: "Kim" Jong Un beside Tongfi "Kim"."""
    people = [entity for entity in entities if entity.kind is SpeakerKind.PERSON]
    bearers: defaultdict[str, set[Entity]] = defaultdict(set)
    for entity in people:
        for form in entity.forms:
            for word in (*name_words(form)[:1], *name_words(form)[-1:]):
                bearers[word].add(entity)
    return frozenset(entity for entity in people if any(bearers[word] - {entity} for word in surnames_of(entity)))
