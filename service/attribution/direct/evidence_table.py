"""The table of evidence for a mention as the speaker's, whoever it stands for. To add a reason is to add a function and
a row; the weights are learnt.
"""

from collections.abc import Callable
from functools import cache

from service.attribution.direct import clause_evidence, mention_evidence
from service.attribution.direct.context import Candidate, QuotationContext
from service.domain.quotations import Mention
from service.lexicon import weights

EvidenceFunction = Callable[[QuotationContext, Candidate], float]
# With their learnt weights.
_Rows = tuple[tuple[EvidenceFunction, float], ...]

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
    mention_evidence.colon_leads,
    mention_evidence.right_before_colon,
    mention_evidence.subject_of_sentence,
    mention_evidence.subject_in_sentence,
    mention_evidence.subject_of_main_clause,
    mention_evidence.in_sentence_before,
    mention_evidence.in_same_sentence,
    mention_evidence.in_paragraph,
    mention_evidence.in_paragraph_before,
    mention_evidence.in_paragraph_after,
    mention_evidence.subject_in_paragraph_before,
    mention_evidence.distance,
    mention_evidence.candidates_between,
    mention_evidence.after_quotation,
    mention_evidence.person_name,
    mention_evidence.organization_name,
    mention_evidence.place_name,
    mention_evidence.pronoun,
    mention_evidence.personal_pronoun,
    mention_evidence.document,
    mention_evidence.document_subject_in_sentence,
    mention_evidence.group_or_role,
    mention_evidence.described_body,
    mention_evidence.possessive,
    mention_evidence.inside_other_report,
    mention_evidence.spoke_before_in_paragraph,
    mention_evidence.spoke_in_paragraph_before,
    mention_evidence.goes_on_after_clause,
)


# Rows that can only speak for a candidate with a clause, for the last speaker, or behind a colon: most candidates have
# nothing of these, and need not be asked.
_OF_CLAUSES = frozenset(rule for rule in EVIDENCE if rule.__module__ == clause_evidence.__name__)
_OF_LAST_SPEAKER = frozenset(mention_evidence.OF_LAST_SPEAKER)
_BEHIND_COLONS = frozenset(mention_evidence.BEHIND_COLONS)
_OF_MENTIONS = frozenset(mention_evidence.OF_MENTIONS)


class MentionTable:
    """Weighs the mentions of one article; what a mention is, whichever passage it is beside, is weighed once."""

    def __init__(self) -> None:
        self._own: dict[Mention, float] = {}

    def scores(self, context: QuotationContext) -> tuple[float, ...]:
        """How much the evidence speaks for each candidate."""
        return tuple([self._own_score(context, each) + _score_here(context, each) for each in context.candidates])

    def _own_score(self, context: QuotationContext, candidate: Candidate) -> float:
        if candidate.mention not in self._own:
            self._own[candidate.mention] = _sum(_own_rows(), context, candidate)
        return self._own[candidate.mention]


def _score_here(context: QuotationContext, candidate: Candidate) -> float:
    has_clause, is_last_speaker = candidate.clause is not None, candidate.mention is context.last_speaker
    return _sum(_rows_here(has_clause, is_last_speaker, context.is_behind_colon), context, candidate)


def _sum(rows: _Rows, context: QuotationContext, candidate: Candidate) -> float:
    return sum([weight * rule(context, candidate) for rule, weight in rows])


@cache
def _own_rows() -> _Rows:
    return tuple(row for row in _rows() if row[0] in _OF_MENTIONS)


@cache
def _rows_here(has_clause: bool, is_last_speaker: bool, is_behind_colon: bool) -> _Rows:
    """The rows that may speak for a candidate at a passage."""
    return tuple(
        (rule, weight)
        for rule, weight in _rows()
        if rule not in _OF_MENTIONS
        and (has_clause or rule not in _OF_CLAUSES)
        and (is_last_speaker or rule not in _OF_LAST_SPEAKER)
        and (is_behind_colon or rule not in _BEHIND_COLONS)
    )


def _rows() -> _Rows:
    learnt = weights("models/attribution/speaker_weights")
    return tuple((rule, learnt[rule.__name__]) for rule in EVIDENCE)
