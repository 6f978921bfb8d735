"""Whom the reporting clause that governs quoted words names as their speaker."""

from service.attribution.coreference.descriptions import tells_age_or_people
from service.attribution.direct.context import Candidate, QuotationContext
from service.attribution.mentions.speaking_words import is_who_speaks
from service.attribution.reporting.governance import Governance
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import SURE_CUE
from service.domain.quotations import MentionKind
from service.lexicon import words
from service.parsing.trees import Parse


def governed_mention(context: QuotationContext, governance: Governance, best: Candidate | None) -> Candidate | None:
    """The candidate that the governing clause names, unless it is a thing that only may be who speaks."""
    candidate = next((each for each in context.candidates if each.mention.head == governance.source), None)
    if candidate is None or candidate.mention.kind is MentionKind.NAME:
        return candidate
    if candidate.mention.kind is MentionKind.PRONOUN:
        if (above := _subject_above(context, governance, candidate)) is not None:
            return above
        return best if best is not None and _stands_for_best(governance, candidate, best) else candidate
    noun = noun_lemma(context.parse, candidate.mention.head)
    is_sure = governance.clause.likelihood >= SURE_CUE and _is_owned(context.parse, candidate.mention.head)
    is_sure = is_sure or is_who_speaks(context.parse, candidate.mention.head)
    is_sure = is_sure or tells_age_or_people(context.parse, candidate.mention)
    return candidate if kinds_of_nouns(noun) or noun in words("grammar/one_of_several") or is_sure else None


def _subject_above(context: QuotationContext, governance: Governance, candidate: Candidate) -> Candidate | None:
    """Whom "it" takes up in "the union denounced what it called “…”"."""
    if candidate.mention.name != "it" or not governance.is_aside:
        return None
    parse = context.parse
    above = next((word for word in parse.ancestors(governance.clause.verb) if parse.is_verbal(word)), None)
    subject = None if above is None else parse.child(above, "nsubj")
    if subject is None or subject > candidate.mention.head:
        return None
    return next((each for each in context.candidates if each.mention.head == context.annotated.named(subject)), None)


def _is_owned(parse: Parse, noun: int) -> bool:
    """Whether the noun is somebody's: of "Lee's entourage said", Lee is not who speaks."""
    return any(parse.words[word].relation == "nmod:poss" for word in parse.children(noun))


def _stands_for_best(governance: Governance, candidate: Candidate, best: Candidate) -> bool:
    """Whether the pronoun only takes up who governs it: "Lee denounced what he called “…”".

    It takes up nobody who relays the words behind it: “…,” he said, according to Lee.
    """
    if best.mention.kind is MentionKind.PRONOUN and best.mention.name != candidate.mention.name:
        return False
    is_before = best.mention.head < candidate.mention.head
    return governance.is_aside or (is_before and best.mention.head in governance.relays)
