"""The table of evidence and weights, and the best speaker for each run of marked words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.attribution.direct.context import Candidate, PreviousSpeaker, QuotationContext, QuotedPassage
from service.attribution.direct.evidence_table import EVIDENCE
from service.attribution.direct.quoted_passages import find_passages
from service.attribution.direct.speech import speech_probability
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import ReportingClause
from service.attribution.reporting.governance import Governance, find_governance
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.domain.quotations import MentionKind
from service.lexicon import weights

# Below this probability a run is a title, a term or a scare quote. Chosen on the labelled articles of the
# development set: a lost quotation costs an editor more than a doubtful one that carries its confidence.
_SPEECH = 0.5
# Evidence that moved the score less is not reported.
_LEAST_REPORTED = 0.3
_MOST_REPORTED = 6
# Of the training articles' quotations that a clause governs, the part whose speaker is the clause's source.
_GOVERNED = 0.97


@dataclass(frozen=True, slots=True)
class RankedSpeaker:
    """What was found for a run: speech or not, and the likeliest candidate with its probability, None without any."""

    passage: QuotedPassage
    speech: float
    candidate: Candidate | None
    probability: float
    evidence: tuple[str, ...]
    governance: Governance | None = None

    @property
    def is_speech(self) -> bool:
        """Whether the marked words are somebody's."""
        return self.speech >= _SPEECH


def judge_passages(annotated: AnnotatedArticle, clauses: Sequence[ReportingClause]) -> Iterator[RankedSpeaker]:
    """A verdict for each run, in reading order: who spoke last is evidence for who speaks next."""
    earlier: PreviousSpeaker | None = None
    for passage in find_passages(annotated.marks, annotated.parse.text):
        if not annotated.parse.within(passage.start, passage.end):
            # The parser found no word in it.
            continue
        context = QuotationContext(annotated, clauses, passage, earlier)
        speech = speech_probability(context)
        governance = find_governance(annotated, clauses, annotated.parse.within(passage.start, passage.end))
        ranked = _verdict(context, speech, governance)
        if ranked.is_speech and ranked.candidate is not None:
            earlier = PreviousSpeaker(passage, ranked.candidate.mention)
        yield ranked


def _verdict(context: QuotationContext, speech: float, governance: Governance | None) -> RankedSpeaker:
    is_nobodys = governance is not None and (governance.names_nobody or governance.is_unsaid)
    if not context.candidates or is_nobodys:
        return RankedSpeaker(context.passage, speech, None, 0.0, (), governance)
    scores = [_score(context, candidate) for candidate in context.candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    governed = None if governance is None else _governed(context, governance, context.candidates[best])
    if governed is not None:
        return RankedSpeaker(context.passage, speech, governed, _GOVERNED, ("clause_governs",), governance)
    total = sum(math.exp(score - scores[best]) for score in scores)
    candidate = context.candidates[best]
    return RankedSpeaker(context.passage, speech, candidate, 1 / total, _reported(context, candidate), governance)


def _governed(context: QuotationContext, governance: Governance, best: Candidate) -> Candidate | None:
    """The candidate that the governing clause names, unless it is a thing that only may be who speaks."""
    candidate = next((each for each in context.candidates if each.mention.head == governance.source), None)
    if candidate is None or candidate.mention.kind is MentionKind.NAME:
        return candidate
    if candidate.mention.kind is MentionKind.PRONOUN:
        return best if _stands_for_best(governance, candidate, best) else candidate
    return candidate if kinds_of_nouns(noun_lemma(context.parse, candidate.mention.head)) else None


def _stands_for_best(governance: Governance, candidate: Candidate, best: Candidate) -> bool:
    """Whether the pronoun only takes up who governs it: "Lee denounced what he called “…”"."""
    if best.mention.kind is MentionKind.PRONOUN and best.mention.name != candidate.mention.name:
        return False
    return governance.is_aside or best.mention.head in governance.relays


def _score(context: QuotationContext, candidate: Candidate) -> float:
    learnt = weights("models/attribution/speaker_weights")
    return sum(learnt[rule.__name__] * rule(context, candidate) for rule in EVIDENCE)


def _reported(context: QuotationContext, candidate: Candidate) -> tuple[str, ...]:
    """The names of the rules that spoke most for the candidate, the strongest first."""
    learnt = weights("models/attribution/speaker_weights")
    spoke = [(learnt[rule.__name__] * rule(context, candidate), rule.__name__) for rule in EVIDENCE]
    return tuple(name for strength, name in sorted(spoke, reverse=True)[:_MOST_REPORTED] if strength >= _LEAST_REPORTED)
