"""Evidence for whom a pronoun, a description or a surname beside a quotation stands for; see `entity_evidence.py`."""

from service.attribution.coreference.compatibility import DEFINITE
from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities.entity_context import EntityContext, Situation
from service.attribution.direct.entities.entity_evidence import named_soon_after, spoke_before
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import is_plural, kinds_of_nouns, noun_lemma
from service.domain.quotations import Mention, MentionKind, SpeakerKind
from service.text.names import name_words

# What may stand between a name and its apposition: "Ann Lee, now a teacher, said".
_BEFORE_APPOSITION = frozenset(("", ",", ", now", ", then", ", once", ", formerly", ", also"))
_NO_PEOPLE = frozenset(("organization", "document", "group"))


def gender_stated(context: EntityContext, entity: Entity) -> float:
    """A title, a noun or the first name has the gender of the pronoun."""
    return float(entity.is_somebody and entity.stated_gender is not None and entity.stated_gender == _gender(context))


def gender_agrees(context: EntityContext, entity: Entity) -> float:
    """Of the gender of the pronoun."""
    return float(entity.is_somebody and entity.gender is not None and entity.gender == _gender(context))


def gender_against(context: EntityContext, entity: Entity) -> float:
    """Of another gender than the pronoun or the noun."""
    gender = _gender(context)
    if context.described is not None:
        gender = gendered("people/gendered_nouns").get(noun_lemma(context.parse, context.described.head))
    return float(gender is not None and entity.gender is not None and entity.gender != gender)


def _gender(context: EntityContext) -> str | None:
    return None if context.pronoun is None else gendered("grammar/pronouns").get(context.pronoun.name)


def last_person(context: EntityContext, entity: Entity) -> float:
    """The person mentioned last."""
    return float(context.people_before[:1] == (entity,))


def only_person(context: EntityContext, entity: Entity) -> float:
    """The only person mentioned so far."""
    return float(context.people_before == (entity,))


def last_who_agrees(context: EntityContext, entity: Entity) -> float:
    """The person mentioned last of those who are, or may be, of the gender of the pronoun."""
    gender = _gender(context)
    if gender is None:
        return 0.0
    agreeing = (each for each in context.people_before if each.gender in (None, gender))
    return float(next(agreeing, None) is entity)


def subject_of_sentence_before(context: EntityContext, entity: Entity) -> float:
    """Subject of the last main clause before."""
    return float(context.subject_before is entity)


def spoke_by_clause(context: EntityContext, entity: Entity) -> float:
    """Spoke in this paragraph or the one before, with marks or without."""
    verbs = context.facts.speaks_at.get(entity, ())
    verb = next((verb for verb in reversed(verbs) if verb < context.quotation.first), None)
    paragraph = context.parse.paragraph(context.quotation.first)
    return float(verb is not None and paragraph - context.parse.paragraph(verb) <= 1)


def spoke_in_sentence_before(context: EntityContext, entity: Entity) -> float:
    """Spoke in the sentence before the quotation, with marks or without."""
    if context.last_source is None or context.last_source[1] is not entity:
        return 0.0
    return float(context.quotation.sentences[0] - context.parse.sentence(context.last_source[0]) <= 1)


def _spoke_last(context: EntityContext, entity: Entity) -> float:
    return float(context.last_source is not None and context.last_source[1] is entity)


def meant_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """The likeliest mention stands for them, and they spoke last."""
    return float(context.owner is entity) * _spoke_last(context, entity)


def meant_and_quoted_last(context: EntityContext, entity: Entity) -> float:
    """The likeliest mention stands for them, and they were quoted last."""
    return float(context.owner is entity) * spoke_before(context, entity)


def quoted_last_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """Quoted last, and nobody spoke since."""
    return spoke_before(context, entity) * _spoke_last(context, entity)


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


def new_without_the(context: EntityContext, entity: Entity) -> float:
    """Somebody new, described without "the"."""
    return float(_is_new(context, entity) and not _is_definite(context))


def _is_new(context: EntityContext, entity: Entity) -> bool:
    described = context.described
    return described is not None and context.owner is entity and context.facts.mentioned[entity][0] == described.head


def _is_definite(context: EntityContext) -> bool:
    return context.described is not None and _first_word(context, context.described) in DEFINITE


def _first_word(context: EntityContext, mention: Mention) -> str:
    return context.parse.lower(context.parse.within(mention.span.start, mention.span.end).start)


def new_with_the(context: EntityContext, entity: Entity) -> float:
    """Somebody new, described with "the" by a noun for what people are."""
    return float(_is_new(context, entity) and _is_definite(context) and not _kinds(context) & _NO_PEOPLE)


def new_body_with_the(context: EntityContext, entity: Entity) -> float:
    """Something new, described with "the" by a noun for organizations, documents or groups."""
    return float(_is_new(context, entity) and _is_definite(context) and bool(_kinds(context) & _NO_PEOPLE))


def described_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """Spoke last, before "the" with a description."""
    return _spoke_last(context, entity) * float(_is_definite(context))


def words_of_description(context: EntityContext, entity: Entity) -> float:
    """Their positions have several words of the description."""
    if context.described is None or context.owner is entity:
        return 0.0
    shared = context.facts.position_words[entity].intersection(name_words(context.described.name))
    return min(3, len(shared)) / 3


def organization_for_noun(context: EntityContext, entity: Entity) -> float:
    """A named organization, where "the" and a noun for organizations describe the speaker."""
    return float(_takes_up_organization(context) and entity.kind is SpeakerKind.ORGANIZATION and entity.is_named)


def last_organization_for_noun(context: EntityContext, entity: Entity) -> float:
    """The organization mentioned last, where "the" and a noun for organizations describe the speaker."""
    return float(_takes_up_organization(context) and context.organizations_before[:1] == (entity,))


def organization_spoke_for_noun(context: EntityContext, entity: Entity) -> float:
    """An organization that spoke last, where "the" and a noun for organizations describe the speaker."""
    return organization_for_noun(context, entity) * _spoke_last(context, entity)


def _takes_up_organization(context: EntityContext) -> bool:
    return _is_definite(context) and "organization" in _kinds(context)


def last_organization_for_it(context: EntityContext, entity: Entity) -> float:
    """The organization mentioned last, before "it" or "they"."""
    is_plural = context.situation is Situation.PLURAL
    return float(is_plural and context.organizations_before[:1] == (entity,))


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


def named_beside_description(context: EntityContext, entity: Entity) -> float:
    """Named right beside the description: "Ann Lee, now a teacher"."""
    mention = None if context.top is None else context.top.mention
    is_described = context.situation in (Situation.DESCRIPTION, Situation.ORGANIZATION)
    if mention is None or not is_described or context.owner is entity or entity.kind is not SpeakerKind.PERSON:
        return 0.0
    return float(any(_stands_beside(context, name, mention) for name in entity.mentions))


def _stands_beside(context: EntityContext, name: Mention, mention: Mention) -> bool:
    if name.kind is not MentionKind.NAME or name.sentence != mention.sentence:
        return False
    first, second = sorted((name.span, mention.span))
    between = context.parse.text[first.end : second.start].strip()
    return (first.end <= second.start and between in _BEFORE_APPOSITION) or name.span.end == mention.span.end


def shares_surname(context: EntityContext, entity: Entity) -> float:
    """Has the name that is beside the quotation."""
    if context.top is None or context.situation is not Situation.SHORT_NAME or entity.kind is not SpeakerKind.PERSON:
        return 0.0
    name = set(name_words(context.top.mention.name))
    return float(any(not name.isdisjoint(name_words(form)) for form in entity.forms))


OF_DESCRIPTIONS = (
    noun_of_description,
    described_and_quoted_last,
    described_and_last_person,
    described_and_last_to_speak,
    words_of_description,
    new_without_the,
    new_with_the,
    new_body_with_the,
    organization_for_noun,
    last_organization_for_noun,
    organization_spoke_for_noun,
    described_with_a_before_name,
    person_for_role,
    person_for_description,
)
"""The rows that ask whom a description in a reporting clause takes up."""
