"""Descriptions of a body that name another one: "the Herald newspaper" is no mill."""

from collections.abc import Sequence

from service.attribution.affiliations.implied.named_organizations import is_country
from service.attribution.coreference.entities import Entity
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words
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


def belongs_to_another(mention: Mention, noun: str, forms: Sequence[str]) -> bool:
    """Whether a description says by a name whom the organization belongs to, and none of these names has it.

    "The Holt administration" is no agency that is called "Harbour Administration".
    """
    before = mention.name[: max(0, mention.name.casefold().find(noun))]
    owners = [word for word in before.split() if word[:1].isupper()]
    if noun not in words("organizations/parts") or not owners or is_country(" ".join(owners)):
        return False
    return set(name_words(" ".join(owners))).isdisjoint(word for form in forms for word in name_words(form))
