"""Evidence from reporting clauses: small functions, each one reason why this candidate said, or did not say, the words.

Each gives a strength from 0 (does not speak) to 1; `evidence.py` has the table. A docstring is published as the
explanation of its name.
"""

from service.attribution.direct.context import Candidate, QuotationContext
from service.attribution.reporting.clauses import Pattern


def clause_touches(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause that touches the quotation."""
    return float(candidate.clause is not None and context.clause_distance(candidate.clause) <= 1)


def clause_is_near(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause a few words from the quotation."""
    return float(candidate.clause is not None and 1 < context.clause_distance(candidate.clause) <= 5)


def clause_in_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause in a sentence that holds a part of the quotation."""
    if candidate.clause is None:
        return 0.0
    return float(context.parse.sentence(candidate.clause.verb) in context.sentences)


def clause_in_paragraph(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause elsewhere in a paragraph of the quotation."""
    return float(candidate.clause is not None and context.paragraphs_off(candidate.mention) == 0) * (
        1.0 - clause_in_sentence(context, candidate)
    )


def clause_governs(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting verb whose reported clause holds the quotation."""
    return float(candidate.clause is not None and context.is_reported_by(candidate.clause))


def clause_verb_above(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting verb above the quotation's words in the parse."""
    if candidate.clause is None:
        return 0.0
    return float(any(candidate.clause.verb in context.parse.ancestors(word) for word in (context.first, context.last)))


def clause_follows(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause right after the closing mark."""
    clause = candidate.clause
    return float(clause is not None and clause.verb > context.last and context.clause_distance(clause) <= 1)


def clause_leads(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause right before the opening mark."""
    clause = candidate.clause
    return float(clause is not None and clause.verb < context.first and context.word_distance(clause.verb) <= 2)


def cue_is_likely(context: QuotationContext, candidate: Candidate) -> float:
    """The clause's verb is nearly always a cue."""
    return candidate.clause.likelihood if candidate.clause is not None else 0.0


def cue_is_likely_in_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """The clause's verb is nearly always a cue, and stands in the quotation's sentence."""
    return cue_is_likely(context, candidate) * clause_in_sentence(context, candidate)


def according_to_in_sentence(context: QuotationContext, candidate: Candidate) -> float:
    """Named by "according to" in the quotation's sentence."""
    clause = candidate.clause
    return float(clause is not None and clause.pattern is Pattern.ACCORDING_TO) * clause_in_sentence(context, candidate)


def clause_reports_other_words(context: QuotationContext, candidate: Candidate) -> float:
    """The clause reports words of its own, and the quotation is not among them."""
    clause = candidate.clause
    return float(clause is not None and clause.content is not None) * (1.0 - clause_governs(context, candidate))


def clause_before_in_paragraph(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause in an earlier sentence of the paragraph."""
    return clause_in_paragraph(context, candidate) * float(context.is_before(candidate.mention.head))


def clause_in_paragraph_before(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of a reporting clause in the paragraph before."""
    return float(candidate.clause is not None and context.paragraphs_off(candidate.mention) == -1)


def last_clause_before(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of the last reporting clause before the quotation."""
    last = context.last_clause
    return float(last is not None and candidate.clause is not None and last.verb == candidate.clause.verb)


def first_clause_after(context: QuotationContext, candidate: Candidate) -> float:
    """Subject of the first reporting clause after the quotation, in its paragraph."""
    first = context.next_clause
    return float(
        first is not None
        and candidate.clause is not None
        and first.verb == candidate.clause.verb
        and context.paragraphs_off(candidate.mention) == 0
    )
