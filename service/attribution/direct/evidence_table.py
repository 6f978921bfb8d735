"""The table of evidence for a mention as the speaker's, whoever it stands for. To add a reason is to add a function and
a row; the weights are learnt.
"""

from collections.abc import Callable
from functools import cache

from service.attribution.direct import clause_evidence, position_evidence
from service.attribution.direct.context import Candidate, QuotationContext
from service.lexicon import weights

EvidenceFunction = Callable[[QuotationContext, Candidate], float]

EVIDENCE: tuple[EvidenceFunction, ...] = (
    clause_evidence.clause_touches,
    clause_evidence.clause_is_near,
    clause_evidence.clause_in_sentence,
    clause_evidence.clause_in_paragraph,
    clause_evidence.clause_governs,
    clause_evidence.clause_verb_above,
    clause_evidence.clause_follows,
    clause_evidence.clause_leads,
    clause_evidence.cue_is_likely,
    clause_evidence.cue_is_likely_in_sentence,
    clause_evidence.according_to_in_sentence,
    clause_evidence.clause_reports_other_words,
    clause_evidence.clause_before_in_paragraph,
    clause_evidence.clause_in_paragraph_before,
    clause_evidence.last_clause_before,
    clause_evidence.first_clause_after,
    position_evidence.colon_leads,
    position_evidence.right_before_colon,
    position_evidence.subject_of_sentence,
    position_evidence.subject_in_sentence,
    position_evidence.subject_of_main_clause,
    position_evidence.in_sentence_before,
    position_evidence.in_same_sentence,
    position_evidence.in_paragraph,
    position_evidence.in_paragraph_before,
    position_evidence.in_paragraph_after,
    position_evidence.subject_in_paragraph_before,
    position_evidence.distance,
    position_evidence.candidates_between,
    position_evidence.after_quotation,
    position_evidence.person_name,
    position_evidence.organization_name,
    position_evidence.place_name,
    position_evidence.pronoun,
    position_evidence.personal_pronoun,
    position_evidence.document,
    position_evidence.document_subject_in_sentence,
    position_evidence.group_or_role,
    position_evidence.described_body,
    position_evidence.possessive,
    position_evidence.inside_other_report,
    position_evidence.spoke_before_in_paragraph,
    position_evidence.spoke_in_paragraph_before,
    position_evidence.goes_on_after_clause,
)


def mention_scores(context: QuotationContext) -> tuple[float, ...]:
    """How much the evidence speaks for each candidate."""
    return tuple(sum(weight * rule(context, candidate) for rule, weight in _rows()) for candidate in context.candidates)


@cache
def _rows() -> tuple[tuple[EvidenceFunction, float], ...]:
    learnt = weights("models/attribution/speaker_weights")
    return tuple((rule, learnt[rule.__name__]) for rule in EVIDENCE)
