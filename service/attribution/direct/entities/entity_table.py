"""The table of evidence for an entity as the speaker, and for nobody. To add a reason is to add a function and a row.

The weights are learnt, one for all situations and what each situation adds to it.
"""

from collections.abc import Callable
from functools import cache

from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities import description_evidence, entity_evidence, reference_evidence
from service.attribution.direct.entities.entity_context import EntityContext, Situation
from service.lexicon import lines

EntityFunction = Callable[[EntityContext, Entity], float]
NobodyFunction = Callable[[EntityContext, float], float]
# With their learnt weights.
_Rows = tuple[tuple[EntityFunction, float], ...]

# Rows that show what an entity is, whatever the passage.
_OF_ENTITIES: tuple[EntityFunction, ...] = (
    entity_evidence.person_in_full,
    entity_evidence.organization,
    entity_evidence.place,
    entity_evidence.people,
    entity_evidence.document,
    entity_evidence.group,
    entity_evidence.one_unnamed,
    entity_evidence.often_mentioned,
    entity_evidence.often_speaks,
)

ENTITY_EVIDENCE: tuple[EntityFunction, ...] = (
    entity_evidence.likely_mention,
    entity_evidence.signs,
    entity_evidence.by_pronoun,
    entity_evidence.by_description,
    *_OF_ENTITIES,
    entity_evidence.named_paragraphs_back,
    entity_evidence.sentences_back,
    entity_evidence.named_soon_after,
    entity_evidence.first_person_after,
    entity_evidence.in_quotation,
    entity_evidence.spoke_in_paragraph,
    entity_evidence.spoke_one_paragraph_before,
    entity_evidence.spoke_before,
    entity_evidence.has_spoken_often,
    entity_evidence.speaks_in_next_paragraph,
    reference_evidence.gender_stated,
    reference_evidence.gender_agrees,
    reference_evidence.gender_against,
    reference_evidence.last_person,
    reference_evidence.only_person,
    reference_evidence.last_who_agrees,
    reference_evidence.subject_of_sentence_before,
    reference_evidence.spoke_by_clause,
    reference_evidence.spoke_in_sentence_before,
    reference_evidence.meant_and_last_to_speak,
    reference_evidence.meant_and_quoted_last,
    reference_evidence.quoted_last_and_last_to_speak,
    description_evidence.noun_of_description,
    description_evidence.described_and_quoted_last,
    description_evidence.described_and_last_person,
    description_evidence.described_and_last_to_speak,
    description_evidence.words_of_description,
    description_evidence.new_without_the,
    description_evidence.new_with_the,
    description_evidence.new_body_with_the,
    description_evidence.new_office_with_the,
    description_evidence.organization_for_noun,
    description_evidence.last_organization_for_noun,
    description_evidence.organization_spoke_for_noun,
    reference_evidence.last_organization_for_it,
    description_evidence.described_with_a_before_name,
    description_evidence.person_for_role,
    description_evidence.person_for_description,
    reference_evidence.named_beside_description,
    reference_evidence.shares_surname,
)

# Rows that can only speak where the text names the speaker in one of these ways; elsewhere they need not be asked.
_ONLY_IN: dict[EntityFunction, tuple[Situation, ...]] = {
    **dict.fromkeys(description_evidence.OF_DESCRIPTIONS, (Situation.DESCRIPTION,)),
    reference_evidence.gender_stated: (Situation.PRONOUN,),
    reference_evidence.gender_agrees: (Situation.PRONOUN,),
    reference_evidence.gender_against: (Situation.PRONOUN, Situation.DESCRIPTION),
    reference_evidence.last_who_agrees: (Situation.PRONOUN,),
    reference_evidence.last_organization_for_it: (Situation.PLURAL,),
    reference_evidence.named_beside_description: (Situation.DESCRIPTION, Situation.ORGANIZATION),
    reference_evidence.shares_surname: (Situation.SHORT_NAME,),
}
# Rows that can only speak for an entity with a mention beside the passage, or for one that is singled out.
_OF_THOSE_BESIDE = frozenset((entity_evidence.signs, entity_evidence.by_pronoun, entity_evidence.by_description))
_OF_SINGLED_OUT = frozenset(
    (
        entity_evidence.first_person_after,
        entity_evidence.spoke_in_paragraph,
        entity_evidence.spoke_one_paragraph_before,
        entity_evidence.spoke_before,
        entity_evidence.speaks_in_next_paragraph,
        reference_evidence.last_person,
        reference_evidence.only_person,
        reference_evidence.subject_of_sentence_before,
        reference_evidence.spoke_in_sentence_before,
        reference_evidence.meant_and_last_to_speak,
        reference_evidence.meant_and_quoted_last,
        reference_evidence.quoted_last_and_last_to_speak,
        description_evidence.described_and_quoted_last,
        description_evidence.described_and_last_person,
        description_evidence.described_and_last_to_speak,
        description_evidence.new_without_the,
        description_evidence.new_with_the,
        description_evidence.new_body_with_the,
        description_evidence.new_office_with_the,
        description_evidence.last_organization_for_noun,
        description_evidence.organization_spoke_for_noun,
        reference_evidence.last_organization_for_it,
    )
)

NOBODY_EVIDENCE: tuple[NobodyFunction, ...] = (
    entity_evidence.nobody,
    entity_evidence.no_speech,
    entity_evidence.one_likely_mention,
)


def entity_strengths(context: EntityContext, entity: Entity) -> tuple[float, ...]:
    """The strength of each row for the entity."""
    return tuple([rule(context, entity) for rule in ENTITY_EVIDENCE])


class EntityTable:
    """Weighs the entities of one article; what the article says of one, whatever the passage, is weighed once."""

    def __init__(self) -> None:
        self._own: dict[tuple[Situation, Entity], float] = {}

    def score(self, context: EntityContext, entity: Entity) -> float:
        """How much the rows together speak for the entity: the weighted sum of its strengths."""
        own = self._own.get((context.situation, entity))
        if own is None:
            own = self._own[(context.situation, entity)] = _sum(_own_rows(context.situation), context, entity)
        rows = _rows_here(context.situation, entity in context.best, entity in context.singled_out)
        return own + _sum(rows, context, entity)


def _sum(rows: _Rows, context: EntityContext, entity: Entity) -> float:
    return sum([weight * rule(context, entity) for rule, weight in rows])


@cache
def _own_rows(situation: Situation) -> _Rows:
    return tuple(row for row in _rows(situation) if row[0] in _OF_ENTITIES)


@cache
def _rows_here(situation: Situation, is_beside: bool, is_singled_out: bool) -> _Rows:
    """The rows that may speak for an entity at a passage."""
    return tuple(
        (rule, weight)
        for rule, weight in _rows(situation)
        if rule not in _OF_ENTITIES
        and situation in _ONLY_IN.get(rule, (situation,))
        and (is_beside or rule not in _OF_THOSE_BESIDE)
        and (is_singled_out or rule not in _OF_SINGLED_OUT)
    )


def _rows(situation: Situation) -> _Rows:
    return tuple(zip(ENTITY_EVIDENCE, entity_weights(situation), strict=True))


def nobody_strengths(context: EntityContext, speech: float) -> tuple[float, ...]:
    """The strength of each row for nobody; `speech` is the probability that the words are speech."""
    return tuple(rule(context, speech) for rule in NOBODY_EVIDENCE)


@cache
def entity_weights(situation: Situation) -> tuple[float, ...]:
    """The learnt weights of the rows for an entity in the situation."""
    table = _table()
    return tuple(table[rule.__name__][situation] for rule in ENTITY_EVIDENCE)


@cache
def nobody_weights(situation: Situation) -> tuple[float, ...]:
    """The learnt weights of the rows for nobody in the situation."""
    table = _table()
    return tuple(table[rule.__name__][situation] for rule in NOBODY_EVIDENCE)


@cache
def _table() -> dict[str, dict[Situation, float]]:
    """The sum of a row's common weight and what each situation adds."""
    head, *rows = (line.split() for line in lines("models/attribution/entity_weights"))
    situations = [Situation(name) for name in head[2:]]
    return {
        name: {situation: float(common) + float(more) for situation, more in zip(situations, added, strict=True)}
        for name, common, *added in rows
    }
