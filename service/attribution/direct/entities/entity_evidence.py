"""Evidence for an entity as the speaker of a passage: its mentions beside it, what it is, and who speaks around.

The last functions speak for nobody: `speech` is the probability that the words are speech.
Each function gives a strength, mostly 0 or 1; the docstring is what a reader is shown as the explanation of its name.
"""

import math

from service.attribution.coreference.article_facts import first_after, last_before
from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities.entity_context import EntityContext
from service.domain.quotations import MentionKind, SpeakerKind
from service.text.names import name_words

# A mention less likely than e to this power is as good as none.
_LEAST = -6.0
# Beyond it a distance, as the logarithm of 1 + paragraphs or sentences, is only "far".
_FAR = 2.0
_DASHES = frozenset(("-", "–", "—", "―", "--"))


def likely_mention(context: EntityContext, entity: Entity) -> float:
    """Has a mention beside the quotation that is likely the speaker's."""
    share = context.best[entity][0] if entity in context.best else 0.0
    return max(_LEAST, math.log(share + 1e-9)) / 3


def by_pronoun(context: EntityContext, entity: Entity) -> float:
    """Their likeliest mention is a pronoun."""
    return _best_is(context, entity, MentionKind.PRONOUN)


def by_description(context: EntityContext, entity: Entity) -> float:
    """Their likeliest mention is a description."""
    return _best_is(context, entity, MentionKind.DESCRIPTION)


def _best_is(context: EntityContext, entity: Entity, kind: MentionKind) -> float:
    return float(entity in context.best and context.best[entity][1].mention.kind is kind)


def signs(context: EntityContext, entity: Entity) -> float:
    """Named right before a colon that opens the quotation, or right after a dash that ends it."""
    if entity not in context.best:
        return 0.0
    span, passage, text = context.best[entity][1].mention.span, context.quotation.passage, context.parse.text
    leads, follows = text[span.end : passage.start].strip(), text[passage.end : span.start].strip()
    return float((span.end < passage.start and leads == ":") or (passage.end <= span.start and follows in _DASHES))


def person_in_full(context: EntityContext, entity: Entity) -> float:
    """A person with a first name and a surname."""
    return float(entity.kind is SpeakerKind.PERSON and len(name_words(entity.name)) > 1)


def organization(context: EntityContext, entity: Entity) -> float:
    """An organization with a name."""
    return float(entity.kind is SpeakerKind.ORGANIZATION and _is_named_as(entity, "ORG"))


def place(context: EntityContext, entity: Entity) -> float:
    """A place."""
    return float(_is_named_as(entity, "LOC"))


def people(context: EntityContext, entity: Entity) -> float:
    """A people or a party: "the Germans"."""
    return float(_is_named_as(entity, "NORP"))


def _is_named_as(entity: Entity, kind: str) -> bool:
    return entity.is_named and entity.mentions[0].entity == kind


def document(context: EntityContext, entity: Entity) -> float:
    """A document."""
    return float(entity.kind is SpeakerKind.DOCUMENT)


def group(context: EntityContext, entity: Entity) -> float:
    """A group of people."""
    return float(entity.kind is SpeakerKind.GROUP)


def one_unnamed(context: EntityContext, entity: Entity) -> float:
    """One person without a name."""
    return float(entity.kind is SpeakerKind.UNNAMED and entity.is_one_person)


def often_mentioned(context: EntityContext, entity: Entity) -> float:
    """Mentioned often in the article."""
    return math.log1p(len(context.facts.mentioned[entity])) / 2


def often_speaks(context: EntityContext, entity: Entity) -> float:
    """Speaks in many reporting clauses of the article."""
    return math.log1p(len(context.facts.speaks_at.get(entity, ()))) / 2


def named_paragraphs_back(context: EntityContext, entity: Entity) -> float:
    """Named last many paragraphs before."""
    word = last_before(context.facts.named[entity], context.place)
    if word is None:
        return _FAR
    return min(_FAR, math.log1p(context.parse.paragraph(context.place) - context.parse.paragraph(word)))


def sentences_back(context: EntityContext, entity: Entity) -> float:
    """Mentioned last many sentences before."""
    word = last_before(context.facts.mentioned[entity], context.place)
    if word is None:
        return _FAR
    return min(_FAR, math.log1p(context.parse.sentence(context.place) - context.parse.sentence(word)) / 1.5)


def named_soon_after(context: EntityContext, entity: Entity) -> float:
    """Named for the first time soon after the quotation."""
    named = context.facts.named[entity]
    word = first_after(named, context.quotation.last)
    if word is None or last_before(named, context.quotation.first) is not None:
        return 0.0
    return float(context.parse.paragraph(word) - context.quotation.last_paragraph <= 2)


def first_person_after(context: EntityContext, entity: Entity) -> float:
    """The first person named in the paragraphs after the quotation."""
    return float(context.facts.person_named_after(context.quotation.last_paragraph) is entity)


def in_quotation(context: EntityContext, entity: Entity) -> float:
    """Named in the quotation itself."""
    if entity.kind is not SpeakerKind.PERSON:
        return 0.0
    return float(not context.facts.surnames[entity].isdisjoint(context.marked_words))


def spoke_in_paragraph(context: EntityContext, entity: Entity) -> float:
    """Speaker of the quotation before, in the same paragraph."""
    return spoke_before(context, entity) * float(context.turns.paragraphs_since == 0)


def spoke_one_paragraph_before(context: EntityContext, entity: Entity) -> float:
    """Speaker of the quotation before, in the paragraph before."""
    return spoke_before(context, entity) * float(context.turns.paragraphs_since == 1)


def spoke_before(context: EntityContext, entity: Entity) -> float:
    """Speaker of the quotation before."""
    return float(context.turns.before is entity)


def has_spoken_often(context: EntityContext, entity: Entity) -> float:
    """Was quoted often before."""
    return math.log1p(context.turns.times.get(entity, 0))


def speaks_in_next_paragraph(context: EntityContext, entity: Entity) -> float:
    """Speaks next, in the paragraph after."""
    return float(context.turns.after is entity and context.turns.paragraphs_until == 1)


def nobody(context: EntityContext, speech: float) -> float:
    """Nobody is the speaker of every quotation a little."""
    return 1.0


def no_speech(context: EntityContext, speech: float) -> float:
    """The words may be a title, a term or a scare quote."""
    return math.log(1 - speech + 1e-9) - math.log(speech + 1e-9)


def one_likely_mention(context: EntityContext, speech: float) -> float:
    """One mention is far likelier than the others."""
    return max(context.shares, default=0.0)
