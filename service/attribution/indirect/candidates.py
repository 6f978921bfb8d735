"""Reports without quotation marks: which words are somebody's words or thoughts.

Every run of words that a cue may report is weighed: evidence in names, learnt weights, the sum is the logit of the
probability. The likeliest run stands for the cue.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from service.attribution.document import AnnotatedArticle
from service.attribution.indirect.content_candidates import ContentCandidate, find_content_candidates
from service.attribution.indirect.content_evidence import COMPLEMENT_EVIDENCE
from service.attribution.indirect.cue_evidence import CUE_EVIDENCE, Cue
from service.attribution.indirect.cue_sources import find_cue_source
from service.attribution.vocabulary.reporting_verbs import verb_lemma
from service.lexicon import weights
from service.parsing.trees import Parse

_CUE_TAGS = ("VERB", "AUX", "NOUN", "ADJ")
# Verbs without a meaning of their own: what hangs on them is a complement of nearly everything.
_NO_CUES = frozenset(("be", "have", "do"))


@dataclass(frozen=True, slots=True)
class IndirectCandidate:
    """A cue, a run of words that it may report, and the names of what speaks for and against that."""

    cue: Cue
    content: ContentCandidate
    evidence: tuple[str, ...]


def find_indirect_quotations(annotated: AnnotatedArticle) -> Iterator[tuple[IndirectCandidate, float]]:
    """The likeliest report of each cue, with the probability that its words and its holder are right."""
    for reports in indirect_candidates(annotated):
        best = max(reports, key=_logit)
        yield best, 1 / (1 + math.exp(-_logit(best)))


def indirect_candidates(annotated: AnnotatedArticle) -> Iterator[tuple[IndirectCandidate, ...]]:
    """What each cue outside quotation marks may report."""
    for word in range(len(annotated.parse)):
        lemma = None if annotated.is_marked(word) else _cue_lemma(annotated.parse, word)
        cue_source = None if lemma is None else find_cue_source(annotated, word)
        if lemma is not None and cue_source is not None:
            reports = tuple(_reports_of(annotated, Cue(word, lemma, cue_source)))
            if reports:
                yield reports


def _reports_of(annotated: AnnotatedArticle, cue: Cue) -> Iterator[IndirectCandidate]:
    contents = find_content_candidates(annotated, cue.word, cue.cue_source.mention.head)
    if not contents:
        return
    of_cue = tuple(f"{rule.__name__}={seen}" for rule in CUE_EVIDENCE for seen in rule(annotated, cue))
    for content in contents:
        yield IndirectCandidate(
            cue,
            content,
            of_cue
            + tuple(
                f"{rule.__name__}={seen}" for rule in COMPLEMENT_EVIDENCE for seen in rule(annotated, cue, content)
            ),
        )


def _cue_lemma(parse: Parse, word: int) -> str | None:
    """The dictionary form of a word that may be a cue, with its part of speech; None for all others."""
    tag = parse.words[word].pos
    if parse.lower(word) == "according":
        return "according"
    if tag not in _CUE_TAGS:
        return None
    lemma = verb_lemma(parse, word) if parse.is_verbal(word) else parse.lemma(word)
    return None if lemma in _NO_CUES else f"{lemma}/{tag}"


def _logit(report: IndirectCandidate) -> float:
    learnt = weights("models/attribution/report_weights")
    return learnt["always"] + sum(learnt.get(name, 0.0) for name in report.evidence)
