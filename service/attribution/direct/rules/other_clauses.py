"""Who acts in another clause than the one that quoted words belong to, and so has not said them."""

from service.attribution.coreference.entities import Entity
from service.attribution.direct.entities.entity_context import EntityContext
from service.attribution.reporting.noun_cues import top_of

# How words hang on the verb of their clause.
_OF_VERB = ("obj", "obl", "xcomp", "ccomp")


def acts_in_another_clause(context: EntityContext, entity: Entity) -> bool:
    """Of "While Lee laughed, Ray saw “a triumph”", Lee, where no clause reports the words."""
    quotation, parse = context.quotation, context.parse
    best = context.best.get(entity)
    # Most of the entities are mentioned elsewhere, and need no look at the parse.
    if best is None or best[1].mention.sentence not in quotation.sentences:
        return False
    if quotation.governance is not None or context.governed is not None:
        return False
    top = top_of(parse, parse.within(quotation.passage.start, quotation.passage.end))
    verb = parse.head(top)
    if verb is None or parse.words[verb].pos != "VERB" or parse.relation(top) not in _OF_VERB:
        return False
    annotated = context.facts.annotated
    subjects = (annotated.mention_at.get(annotated.named(word)) for word in parse.children(verb, "nsubj"))
    subject = next((each for each in subjects if each is not None and each.entity == "PERSON"), None)
    if subject is None or annotated.is_marked(verb) or annotated.is_marked(subject.head):
        return False
    return best[1].mention.sentence == subject.sentence and context.facts.resolver.entity(subject) is not entity
