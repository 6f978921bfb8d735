"""Who cannot have said the quoted words because they spoke just before, to somebody who answers them."""

from service.attribution.coreference.entities import Entity
from service.attribution.direct.context import QuotedPassage
from service.attribution.direct.entities.entity_context import EntityContext
from service.attribution.direct.quoted_passages import opens_line
from service.attribution.vocabulary.nouns import is_agent
from service.attribution.vocabulary.reporting_verbs import ANSWERING, answers, verb_lemma
from service.domain.quotations import Mention, MentionKind

# Characters back to a question in the paragraph before; a long transcript must not be searched from its first page.
_FARTHEST_QUESTION = 2000


def asked_this_one(context: EntityContext, entity: Entity) -> bool:
    """Of “…?” Lee asked Ray. “…,” she said, the one who asked."""
    quotation = context.quotation
    if governing_pronoun(context) is None or quotation.earlier is None or context.turns.before is not entity:
        return False
    earlier = quotation.earlier.passage.marks[-1]
    if earlier.paragraph != quotation.first_paragraph or not earlier.span.text.endswith("?"):
        return False
    between = context.parse.within(earlier.outer.end, quotation.passage.start)
    asking = [word for word in between if context.parse.is_verbal(word) and verb_lemma(context.parse, word) == "ask"]
    annotated = context.facts.annotated
    hearers = (hearer for word in asking for hearer in context.parse.children(word, "obj", "iobj"))
    return any(annotated.named(hearer) in annotated.mention_at for hearer in hearers)


def asked_beforehand(context: EntityContext, entity: Entity) -> bool:
    """Of "Asked by Lee to leave, Ray laughed. “No,” he said", Lee."""
    pronoun = governing_pronoun(context)
    if pronoun is None:
        return False
    parse, facts = context.parse, context.facts
    for mention in facts.annotated.mentions_in(pronoun.sentence - 1):
        top = parse.top(mention.head)
        verb = parse.head(top)
        main = None if verb is None or parse.relation(verb) != "advcl" else parse.head(verb)
        subject = None if main is None else parse.child(main, "nsubj")
        if is_agent(parse, top) and subject is not None and subject > top and facts.resolver.entity(mention) is entity:
            return True
    return False


def spoke_to_the_one_described(context: EntityContext, entity: Entity) -> bool:
    """Of “…?” Lee asked. “…,” the clerk said, and of “…,” Lee said. “…,” the clerk replied, Lee."""
    described, governance, last = governing_description(context), context.quotation.governance, context.last_source
    if described is None or governance is None or last is None or last[1] is not entity:
        return False
    parse = context.parse
    is_next = described.sentence - parse.sentence(last[0]) <= 1 and context.turns.before is entity
    lemma, lemma_before = verb_lemma(parse, governance.clause.verb), verb_lemma(parse, last[0])
    speaks_to = answers(lemma, lemma_before, is_question=context.facts.annotated.asks(parse.sentence(last[0])))
    return is_next and speaks_to and context.facts.resolver.entity(described) is not entity


def takes_turns(context: EntityContext, entity: Entity) -> bool:
    """Of a paragraph that is nothing but “Alone.” behind a question, the one who asked; of a question behind an answer,
    the one who answered.
    """
    quotation = context.quotation
    earlier = None if quotation.earlier is None else quotation.earlier.passage
    is_next = earlier is not None and earlier.marks[-1].paragraph == quotation.first_paragraph - 1
    if earlier is None or not is_next or context.turns.before is not entity or not _is_whole_paragraph(context):
        return False
    if _is_question(earlier.marks[-1].span.text):
        return True
    behind = context.parse.within(earlier.end, quotation.passage.start)
    answers = any(verb_lemma(context.parse, word) in ANSWERING for word in behind if context.parse.is_verbal(word))
    answers = answers or _follows_question(context, earlier)
    return answers and _is_question(quotation.passage.marks[-1].span.text)


def _follows_question(context: EntityContext, passage: QuotedPassage) -> bool:
    """Whether the last words quoted in the paragraph before the passage ask."""
    paragraph, start = passage.marks[0].paragraph - 1, passage.start
    near = context.facts.annotated.marks_between(max(0, start - _FARTHEST_QUESTION), start)
    before = [marked for marked in near if marked.paragraph == paragraph]
    return bool(before) and _is_question(before[-1].span.text)


def _is_question(text: str) -> bool:
    return text.endswith("?")


def _is_whole_paragraph(context: EntityContext) -> bool:
    text, passage = context.parse.text, context.quotation.passage
    rest = text[passage.end :].split("\n", 1)[0]
    return opens_line(text, passage.start) and not rest.strip()


def governing_pronoun(context: EntityContext) -> Mention | None:
    """The pronoun by which the governing clause names the speaker."""
    return _governing(context, MentionKind.PRONOUN)


def governing_description(context: EntityContext) -> Mention | None:
    """The description by which it does."""
    return _governing(context, MentionKind.DESCRIPTION)


def _governing(context: EntityContext, kind: MentionKind) -> Mention | None:
    governed = None if context.governed is None else context.governed.mention
    return governed if governed is not None and governed.kind is kind else None
