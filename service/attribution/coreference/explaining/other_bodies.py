"""Descriptions of a body that name another one: "the Herald newspaper" is no mill."""

from service.attribution.coreference.entities import Entity
from service.domain.quotations import Mention, SpeakerKind
from service.parsing.trees import Parse
from service.text.acronyms import is_acronym
from service.text.names import name_words


def names_another(parse: Parse, mention: Mention, entity: Entity) -> bool:
    """Whether a name before the noun is no part of the body's own, nor short for it."""
    if entity.kind is not SpeakerKind.ORGANIZATION or not entity.is_named:
        return False
    before = parse.within(mention.span.start, parse.words[mention.head].span.start)
    named = [parse.words[word].text for word in before if parse.words[word].entity.endswith(("ORG", "PERSON"))]
    own = {word for form in entity.forms for word in name_words(form)}
    is_other = not own.issuperset(name_words(" ".join(named)))
    return is_other and not any(is_acronym(name, form) for name in named for form in entity.forms)
