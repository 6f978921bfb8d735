"""The table of evidence for a speaker. To add a reason is to add a function and a row; the weights are learnt."""

from collections.abc import Callable

from service.attribution import clause_evidence, place_evidence
from service.attribution.scene import Candidate, Scene

EvidenceFunction = Callable[[Scene, Candidate], float]

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
    place_evidence.colon_leads,
    place_evidence.right_before_colon,
    place_evidence.subject_of_sentence,
    place_evidence.subject_in_sentence,
    place_evidence.subject_of_main_clause,
    place_evidence.in_sentence_before,
    place_evidence.in_same_sentence,
    place_evidence.in_paragraph,
    place_evidence.in_paragraph_before,
    place_evidence.in_paragraph_after,
    place_evidence.subject_in_paragraph_before,
    place_evidence.distance,
    place_evidence.candidates_between,
    place_evidence.after_quotation,
    place_evidence.person_name,
    place_evidence.organization_name,
    place_evidence.place_name,
    place_evidence.pronoun,
    place_evidence.personal_pronoun,
    place_evidence.document,
    place_evidence.document_subject_in_sentence,
    place_evidence.group_or_role,
    place_evidence.described_body,
    place_evidence.possessive,
    place_evidence.inside_other_report,
    place_evidence.spoke_before_in_paragraph,
    place_evidence.spoke_in_paragraph_before,
    place_evidence.goes_on_after_clause,
)
