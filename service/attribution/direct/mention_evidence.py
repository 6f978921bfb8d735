"""Evidence from where a candidate stands, what it is, and who spoke before; see `clause_evidence.py`."""

import math
from bisect import bisect_left, bisect_right

from service.attribution.direct.context import Candidate, QuotationContext
from service.attribution.direct.quoted_passages import opens_line
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import MentionKind


def colon_leads(context: QuotationContext, candidate: Candidate) -> float:
    """In the sentence before a colon that opens the quotation."""
    is_in_sentence = context.is_behind_colon and candidate.mention.sentence == context.parse.sentence(context.first - 1)
    return float(is_in_sentence)


def right_before_colon(context: QuotationContext, candidate: Candidate) -> float:
    """The last words before a colon that opens the quotation: an old saying: “…”"""
    before = context.first - 2
    is_beside = before >= 0 and candidate.mention.span.end == context.parse.words[before].span.end
    return float(context.is_behind_colon and is_beside)


def subject_of_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a verb."""
    return float(context.parse.relation(context.parse.top(candidate.mention.head)) == "nsubj")


def subject_in_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a verb in the quotation's sentence."""
    return subject_of_sentence(context, candidate) * float(candidate.mention.sentence in context.sentences)


def subject_of_main_clause(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of the main verb of its sentence."""
    head = context.parse.head(context.parse.top(candidate.mention.head))
    is_root = head is not None and context.parse.head(head) is None
    return subject_of_sentence(context, candidate) * float(is_root)


def in_sentence_before(context: QuotationContext, candidate: Candidate) -> float:
    """In the sentence right before the quotation's, in the same paragraph."""
    return float(
        candidate.mention.sentence == context.sentences[0] - 1 and context.paragraphs_off(candidate.mention) == 0
    )


def in_same_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """In a sentence that holds a part of the quotation."""
    return float(candidate.mention.sentence in context.sentences)


def in_paragraph(context: QuotationContext, candidate: Candidate) -> float:
    """In a paragraph of the quotation."""
    return float(context.paragraphs_off(candidate.mention) == 0)


def in_paragraph_before(context: QuotationContext, candidate: Candidate) -> float:
    """In the paragraph before the quotation's."""
    return float(context.paragraphs_off(candidate.mention) == -1)


def in_paragraph_after(context: QuotationContext, candidate: Candidate) -> float:
    """In the paragraph after the quotation's."""
    return float(context.paragraphs_off(candidate.mention) > 0)


def subject_in_paragraph_before(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a main verb in the paragraph before, where the quotation fills its own paragraph."""
    alone = opens_line(context.parse.text, context.passage.start)
    return in_paragraph_before(context, candidate) * subject_of_main_clause(context, candidate) * float(alone)


def distance(context: QuotationContext, candidate: Candidate) -> float:
    """Far from the quotation, counted in words."""
    return math.log1p(context.word_distance(candidate.mention.head)) / 5


def candidates_between(context: QuotationContext, candidate: Candidate) -> float:
    """Others stand between."""
    head = candidate.mention.head
    low, high = (head, context.first) if head < context.first else (context.last, head)
    between = bisect_left(context.candidate_words, high) - bisect_right(context.candidate_words, low)
    return math.log1p(max(0, between)) / 3


def after_quotation(context: QuotationContext, candidate: Candidate) -> float:
    """After the quotation."""
    return float(candidate.mention.head > context.last)


def person_name(context: QuotationContext, candidate: Candidate) -> float:
    """A person's name."""
    return float(candidate.mention.entity == "PERSON")


def organization_name(context: QuotationContext, candidate: Candidate) -> float:
    """An organisation's name."""
    return float(candidate.mention.entity == "ORG")


def place_name(context: QuotationContext, candidate: Candidate) -> float:
    """A place's or people's name."""
    return float(candidate.mention.entity in ("LOC", "NORP"))


def pronoun(context: QuotationContext, candidate: Candidate) -> float:
    """A pronoun."""
    return float(candidate.mention.kind is MentionKind.PRONOUN)


def personal_pronoun(context: QuotationContext, candidate: Candidate) -> float:
    """The pronoun "he" or "she"."""
    return float(candidate.mention.name in ("he", "she"))


def document(context: QuotationContext, candidate: Candidate) -> float:
    """A document by a noun for one ("the treaty", "a banner")."""
    return float(_is_document(context, candidate))


def document_subject_in_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """A document that is the subject of a verb in the quotation's sentence."""
    return document(context, candidate) * subject_in_sentence(context, candidate)


def _is_document(context: QuotationContext, candidate: Candidate) -> bool:
    if candidate.mention.kind is MentionKind.PRONOUN:
        return False
    return "document" in kinds_of_nouns(noun_lemma(context.parse, candidate.mention.head))


def group_or_role(context: QuotationContext, candidate: Candidate) -> float:
    """Described by a noun for people."""
    is_described = candidate.mention.kind is MentionKind.DESCRIPTION
    kinds = kinds_of_nouns(noun_lemma(context.parse, candidate.mention.head)) if is_described else set()
    return float(bool(kinds & {"role", "group"}))


def described_body(context: QuotationContext, candidate: Candidate) -> float:
    """Described by a noun for a body."""
    is_described = candidate.mention.kind is MentionKind.DESCRIPTION
    kinds = kinds_of_nouns(noun_lemma(context.parse, candidate.mention.head)) if is_described else set()
    return float("organization" in kinds)


def possessive(context: QuotationContext, candidate: Candidate) -> float:
    """A possessive ("her", "the minister’s")."""
    return float(context.parse.words[candidate.mention.head].relation == "nmod:poss")


def inside_other_report(context: QuotationContext, candidate: Candidate) -> float:
    """Inside what somebody else is reported to say."""
    return float(candidate.mention.head in context.reported_words)


def spoke_before_in_paragraph(context: QuotationContext, candidate: Candidate) -> float:
    """Speaker of the quotation before, in the same paragraph."""
    return _spoke_before(context, candidate) * float(_runs_apart(context) == 0)


def spoke_in_paragraph_before(context: QuotationContext, candidate: Candidate) -> float:
    """Speaker of the quotation that the paragraph before ended with."""
    return _spoke_before(context, candidate) * float(_runs_apart(context) == 1)


def goes_on_after_clause(context: QuotationContext, candidate: Candidate) -> float:
    """Speaker of the quotation before in the paragraph, and no reporting clause stands since."""
    if context.earlier is None or not spoke_before_in_paragraph(context, candidate):
        return 0.0
    after_choice = max(context.earlier.passage.end, candidate.mention.span.end)
    return float(
        not any(
            context.parse.words[clause.verb].span.start > after_choice and clause.verb != _verb(candidate)
            for clause in context.clauses
            if clause.verb < context.first or context.parse.sentence(clause.verb) in context.sentences
        )
    )


def _verb(candidate: Candidate) -> int | None:
    return None if candidate.clause is None else candidate.clause.verb


def _spoke_before(context: QuotationContext, candidate: Candidate) -> float:
    return float(candidate.mention is context.last_speaker)


def _runs_apart(context: QuotationContext) -> int | None:
    if context.earlier is None:
        return None
    return context.first_paragraph - context.earlier.passage.marks[-1].paragraph


BEHIND_COLONS = (colon_leads, right_before_colon)
"""The rows that can only speak where a colon opens the quotation."""
OF_LAST_SPEAKER = (spoke_before_in_paragraph, spoke_in_paragraph_before, goes_on_after_clause)
"""The rows that can only speak for the mention that speaks before."""
OF_MENTIONS = (
    subject_of_sentence,
    subject_of_main_clause,
    person_name,
    organization_name,
    place_name,
    pronoun,
    personal_pronoun,
    document,
    group_or_role,
    described_body,
    possessive,
)
"""The rows that show what a mention is, whatever it is beside."""
