"""Evidence for whom a description in a reporting clause takes up, somebody known or somebody new."""

from service.attribution.coreference.compatibility import DEFINITE
from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities.entity_context import EntityContext
from service.attribution.direct.entities.entity_evidence import named_soon_after, spoke_before
from service.attribution.direct.entities.reference_evidence import last_person
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, SpeakerKind
from service.lexicon import words
from service.text.names import name_words

_NO_PEOPLE = frozenset(("organization", "document", "group"))


def noun_of_description(context: EntityContext, entity: Entity) -> float:
    """Their position is named by the noun of the description."""
    if context.described is None or context.owner is entity:
        return 0.0
    return float(noun_lemma(context.parse, context.described.head) in context.facts.position_words[entity])


def described_and_quoted_last(context: EntityContext, entity: Entity) -> float:
    """Quoted last, before "the" with a description."""
    return spoke_before(context, entity) * float(_is_definite(context))


def described_and_last_person(context: EntityContext, entity: Entity) -> float:
    """Mentioned last, before "the" with a description."""
    return last_person(context, entity) * float(_is_definite(context))


def described_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """Spoke last, before "the" with a description."""
    return float(context.spoke_last(entity)) * float(_is_definite(context))


def words_of_description(context: EntityContext, entity: Entity) -> float:
    """Their positions have several words of the description."""
    if context.described is None or context.owner is entity:
        return 0.0
    shared = context.facts.position_words[entity].intersection(name_words(context.described.name))
    return min(3, len(shared)) / 3


def new_without_the(context: EntityContext, entity: Entity) -> float:
    """Somebody new, described without "the"."""
    return float(_is_new(context, entity) and not _is_definite(context))


def new_with_the(context: EntityContext, entity: Entity) -> float:
    """Somebody new, described with "the" by a noun for what people are."""
    return float(_is_new(context, entity) and _is_definite(context) and not _kinds(context) & _NO_PEOPLE)


def new_body_with_the(context: EntityContext, entity: Entity) -> float:
    """Something new, described with "the" by a noun for organizations, documents or groups."""
    return float(_is_new(context, entity) and _is_definite(context) and bool(_kinds(context) & _NO_PEOPLE))


def new_office_with_the(context: EntityContext, entity: Entity) -> float:
    """Somebody new, described with "the" by a noun of which there is only one: "the judge"."""
    if context.described is None or not new_with_the(context, entity):
        return 0.0
    return float(noun_lemma(context.parse, context.described.head) in words("people/unique"))


def _is_new(context: EntityContext, entity: Entity) -> bool:
    described = context.described
    return described is not None and context.owner is entity and context.facts.mentioned[entity][0] == described.head


def _is_definite(context: EntityContext) -> bool:
    return context.described is not None and _first_word(context, context.described) in DEFINITE


def _first_word(context: EntityContext, mention: Mention) -> str:
    return context.parse.lower(context.parse.within(mention.span.start, mention.span.end).start)


def organization_for_noun(context: EntityContext, entity: Entity) -> float:
    """A named organization, where "the" and a noun for organizations describe the speaker."""
    return float(_takes_up_organization(context) and entity.kind is SpeakerKind.ORGANIZATION and entity.is_named)


def last_organization_for_noun(context: EntityContext, entity: Entity) -> float:
    """The organization mentioned last, where "the" and a noun for organizations describe the speaker."""
    return float(_takes_up_organization(context) and context.organizations_before[:1] == (entity,))


def organization_spoke_for_noun(context: EntityContext, entity: Entity) -> float:
    """An organization that spoke last, where "the" and a noun for organizations describe the speaker."""
    return organization_for_noun(context, entity) * float(context.spoke_last(entity))


def _takes_up_organization(context: EntityContext) -> bool:
    return _is_definite(context) and "organization" in _kinds(context)


def described_with_a_before_name(context: EntityContext, entity: Entity) -> float:
    """Named soon after "a" with a description: "a doctor", then "Dr Ann Lee"."""
    is_indefinite = context.described is not None and _first_word(context, context.described) in ("a", "an")
    return float(is_indefinite) and named_soon_after(context, entity)


def person_for_role(context: EntityContext, entity: Entity) -> float:
    """A person, where the description is by a noun for what people are."""
    return _person_for(context, entity) * float("role" in _kinds(context))


def person_for_description(context: EntityContext, entity: Entity) -> float:
    """A person, where the description is of no body, document or group."""
    return _person_for(context, entity) * float(not _kinds(context) & _NO_PEOPLE)


def _person_for(context: EntityContext, entity: Entity) -> float:
    described = context.described
    is_one = described is not None and not is_plural(context.parse, described.head)
    return float(is_one and entity.kind is SpeakerKind.PERSON)


def _kinds(context: EntityContext) -> frozenset[str]:
    described = context.described
    return frozenset() if described is None else kinds_of_nouns(noun_lemma(context.parse, described.head))


OF_DESCRIPTIONS = (
    noun_of_description,
    described_and_quoted_last,
    described_and_last_person,
    described_and_last_to_speak,
    words_of_description,
    new_without_the,
    new_with_the,
    new_body_with_the,
    new_office_with_the,
    organization_for_noun,
    last_organization_for_noun,
    organization_spoke_for_noun,
    described_with_a_before_name,
    person_for_role,
    person_for_description,
)
"""The rows that ask whom a description in a reporting clause takes up."""
