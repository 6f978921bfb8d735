"""Evidence for whom a pronoun or a surname beside a quotation stands for; see `entity_evidence.py`."""

from service.attribution.coreference.article_facts import last_before
from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities.entity_context import EntityContext, Situation
from service.attribution.direct.entities.entity_evidence import spoke_before
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.nouns import noun_lemma
from service.domain.quotations import Mention, MentionKind, SpeakerKind
from service.text.names import name_words

# What may stand between a name and its apposition: "Ann Lee, now a teacher, said".
_BEFORE_APPOSITION = frozenset(("", ",", ", now", ", then", ", once", ", formerly", ", also"))


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
    verb = last_before(context.facts.speaks_at.get(entity, ()), context.quotation.first)
    paragraph = context.parse.paragraph(context.quotation.first)
    return float(verb is not None and paragraph - context.parse.paragraph(verb) <= 1)


def spoke_in_sentence_before(context: EntityContext, entity: Entity) -> float:
    """Spoke in the sentence before the quotation, with marks or without."""
    if context.last_source is None or context.last_source[1] is not entity:
        return 0.0
    return float(context.quotation.sentences[0] - context.parse.sentence(context.last_source[0]) <= 1)


def meant_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """The likeliest mention stands for them, and they spoke last."""
    return float(context.owner is entity) * float(context.spoke_last(entity))


def meant_and_quoted_last(context: EntityContext, entity: Entity) -> float:
    """The likeliest mention stands for them, and they were quoted last."""
    return float(context.owner is entity) * spoke_before(context, entity)


def quoted_last_and_last_to_speak(context: EntityContext, entity: Entity) -> float:
    """Quoted last, and nobody spoke since."""
    return spoke_before(context, entity) * float(context.spoke_last(entity))


def last_organization_for_it(context: EntityContext, entity: Entity) -> float:
    """The organization mentioned last, before "it" or "they"."""
    is_plural = context.situation is Situation.PLURAL
    return float(is_plural and context.organizations_before[:1] == (entity,))


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
