"""Who cannot have said the quoted words, whatever else speaks for them; the table weighs only the others."""

from collections.abc import Callable, Mapping, Sequence

from service.attribution.coreference.compatibility import is_of_another_country
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.explaining.owners import belongs_to
from service.attribution.direct.entities.entity_context import EntityContext
from service.attribution.direct.rules.other_clauses import acts_in_another_clause
from service.attribution.direct.rules.turns import (
    asked_beforehand,
    asked_this_one,
    governing_description,
    governing_pronoun,
    spoke_to_the_one_described,
    takes_turns,
)
from service.attribution.vocabulary.genders import gendered
from service.attribution.vocabulary.grammar import RELATIVE_PRONOUNS
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.other_ranks import only_in_other_rank
from service.attribution.vocabulary.reporting_verbs import SURE_CUE
from service.domain.quotations import MentionKind, SpeakerKind
from service.lexicon import words
from service.text.names import name_words

# What somebody new is introduced with.
_NEW = frozenset(("a", "an", "another", "one"))


def possible_speakers(context: EntityContext, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities that no rule excludes; all of a rule's where it would leave nobody."""
    kept = tuple(entities)
    governed = None if context.governed is None else context.governed.mention.kind
    for rule in (takes_turns,) if governed is None else _RULES.get(governed, (takes_turns,)):
        kept = tuple(entity for entity in kept if not rule(context, entity)) or kept
    kept = tuple(entity for entity in kept if not acts_in_another_clause(context, entity)) or kept
    return tuple(entity for entity in kept if not _is_thing_beside(context, entity))


def _owns_the_one_described(context: EntityContext, entity: Entity) -> bool:
    """Of "his father used to say", him; "his letter says" what he does."""
    described = governing_description(context)
    if described is None:
        return False
    if context.facts.resolver.entity(described) is entity:
        return False
    owners = [
        each for each in context.parse.children(described.head) if context.parse.words[each].relation == "nmod:poss"
    ]
    return any(_stands_for(context, owner, entity) for owner in owners)


def _stands_for(context: EntityContext, word: int, entity: Entity) -> bool:
    mention = context.facts.annotated.mention_at.get(word)
    return mention is not None and context.facts.resolver.entity(mention) is entity


def _passes_on(context: EntityContext, entity: Entity) -> bool:
    """Of "Lee says the guard told him: “…”", Lee."""
    governance = context.quotation.governance
    described = governing_description(context)
    if governance is None or described is None:
        return False
    is_somebody = "role" in kinds_of_nouns(noun_lemma(context.parse, described.head))
    if not is_somebody or governance.clause.likelihood < SURE_CUE:
        return False
    return any(_stands_for(context, relay, entity) for relay in governance.relays if relay < described.head)


def _stands_beside_the_one_described(context: EntityContext, entity: Entity) -> bool:
    """Of "the airline blamed “…” while the union denounced “…”", the airline; of "Ray asked; the clerk said", Ray."""
    described = governing_description(context)
    if described is None:
        return False
    own = context.facts.resolver.entity(described)
    if own is None or own is entity or own.is_named:
        return False
    near = context.facts.annotated.mentions_in(described.sentence)
    beside = (
        each
        for each in near
        if each.kind is not MentionKind.PRONOUN
        and each.head < described.head
        and context.facts.resolver.entity(each) is entity
        and context.parse.relation(each.head) == "nsubj"
        and not context.facts.annotated.is_marked(each.head)
    )
    sources = {clause.source for clause in context.quotation.clauses}
    return any(not entity.is_named or each.head in sources for each in beside)


def _has_another_position(context: EntityContext, entity: Entity) -> bool:
    """Of "the director said", the actress and the deputy director, where somebody else is the director."""
    described = governing_description(context)
    if described is None:
        return False
    noun, own = noun_lemma(context.parse, described.head), context.facts.resolver.entity(described)
    if own is None or own is entity or not _is_position(noun):
        return False
    has_position, others = (
        any(noun in name_words(position.role or "") for position in each.affiliations) for each in (own, entity)
    )
    others = others and not only_in_other_rank(entity.affiliations, described.name, noun)
    return own.is_named and has_position and not others and any(position.role for position in entity.affiliations)


def _is_of_another_country(context: EntityContext, entity: Entity) -> bool:
    """Of "the Turkish minister said", a minister of Brazil."""
    described = governing_description(context)
    if described is None or context.facts.resolver.entity(described) is entity:
        return False
    return is_of_another_country(entity, described, noun_lemma(context.parse, described.head))


def _belongs_to_the_one_described(context: EntityContext, entity: Entity) -> bool:
    """Of "the boy said", his father: "the boy's father, Ann Lee"."""
    described = governing_description(context)
    if described is None or context.facts.resolver.entity(described) is entity:
        return False
    return belongs_to(context.parse, entity, noun_lemma(context.parse, described.head))


def _speaks_for_nobody(context: EntityContext, entity: Entity) -> bool:
    """Of "the spokesman said" or "the official said", a person of whom the article gives no position."""
    described = governing_description(context)
    if described is None or context.facts.resolver.entity(described) is entity or entity.kind is not SpeakerKind.PERSON:
        return False
    noun = noun_lemma(context.parse, described.head)
    return noun in words("positions/representatives") and not any(each.role for each in entity.affiliations)


def _is_no_body(context: EntityContext, entity: Entity) -> bool:
    """Of "the agency said", a person; not one who relays it."""
    governance = context.quotation.governance
    described = governing_description(context)
    if governance is None or described is None:
        return False
    if not entity.is_one_person or any(_stands_for(context, relay, entity) for relay in governance.relays):
        return False
    kinds = kinds_of_nouns(noun_lemma(context.parse, described.head))
    return bool(kinds) and kinds <= {"organization", "group"}


def _is_of_other_gender(context: EntityContext, entity: Entity) -> bool:
    """Of "he asked", a woman; of "it says", a person."""
    pronoun = governing_pronoun(context)
    gender = None if pronoun is None else gendered("grammar/pronouns").get(pronoun.name)
    if gender == "thing":
        return entity.is_one_person
    return gender in ("m", "f") and entity.stated_gender not in (None, gender)


def _is_spoken_of(context: EntityContext, entity: Entity) -> bool:
    """Of "Lee, whom he called “a fraud”", Lee."""
    governance = context.quotation.governance
    if governance is None or governing_pronoun(context) is None:
        return False
    parse, verb = context.parse, governance.clause.verb
    antecedent = parse.head(verb) if parse.relation(verb) == "acl" else None
    if antecedent is None or not any(parse.lower(word) in RELATIVE_PRONOUNS for word in range(antecedent, verb)):
        return False
    named = context.facts.annotated.mention_at.get(antecedent)
    return named is not None and named.kind is MentionKind.NAME and context.facts.resolver.entity(named) is entity


def _acts_on_the_one_described(context: EntityContext, entity: Entity) -> bool:
    """Of "Lee recalled the doctor telling her: “…”", Lee, and of "Lee released a statement saying “…”", nobody."""
    described = governing_description(context)
    if described is None:
        return False
    parse, verb = context.parse, context.parse.head(described.head)
    is_somebody = "role" in kinds_of_nouns(noun_lemma(parse, described.head))
    if verb is None or not is_somebody or parse.relation(described.head) not in ("obj", "iobj"):
        return False
    annotated = context.facts.annotated
    return any(_stands_for(context, annotated.named(subject), entity) for subject in parse.children(verb, "nsubj"))


def _is_described_otherwise(context: EntityContext, entity: Entity) -> bool:
    """Of "the engineer said", the mayor, if neither has a name; of "a third added", the second."""
    described = governing_description(context)
    if described is None or entity.is_named:
        return False
    nouns = {noun_lemma(context.parse, described.head), *entity.nouns}
    if context.facts.resolver.entity(described) is entity:
        return False
    first = context.parse.lower(context.parse.within(described.span.start, described.span.end).start)
    return first in _NEW or (len(nouns) > len(entity.nouns) and all(map(_is_position, nouns)))


def _never_speaks(context: EntityContext, entity: Entity) -> bool:
    """Of "the judge said", the person of whom the article tells and who says nothing in it."""
    described = governing_description(context)
    if described is None or not entity.is_named:
        return False
    is_own = context.facts.resolver.entity(described) is entity
    speaks = entity in context.turns.times or entity in context.facts.speaks_at
    return not is_own and not speaks and _is_position(noun_lemma(context.parse, described.head))


def _is_position(noun: str) -> bool:
    is_general = noun in words("people/generic") and noun not in words("people/spokespeople")
    return "role" in kinds_of_nouns(noun) and not is_general and noun not in words("people/without_position")


def _is_thing_beside(context: EntityContext, entity: Entity) -> bool:
    """What is described, is on no list of those who speak, and is the subject of no reporting clause."""
    if entity.is_known or entity in context.turns.times or entity.title is not None:
        return False
    best = context.best.get(entity)
    return best is not None and best[1].clause is None and best[1] != context.governed


# By how the clause names the speaker, in order.
_RULES: Mapping[MentionKind, tuple[Callable[[EntityContext, Entity], bool], ...]] = {
    MentionKind.DESCRIPTION: (
        _owns_the_one_described,
        _passes_on,
        _stands_beside_the_one_described,
        spoke_to_the_one_described,
        _has_another_position,
        _is_of_another_country,
        _belongs_to_the_one_described,
        _speaks_for_nobody,
        _is_no_body,
        takes_turns,
        _acts_on_the_one_described,
        _is_described_otherwise,
        _never_speaks,
    ),
    MentionKind.PRONOUN: (_is_of_other_gender, asked_this_one, asked_beforehand, _is_spoken_of, takes_turns),
}
