"""Reports without quotation marks: which words are somebody's words, or somebody's thoughts.

Every run of words that a cue may report is weighed: evidence in names, learnt weights, the sum is the logit of the
probability. The likeliest run stands for the cue.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.attribution.document import AnnotatedArticle
from service.attribution.indirect.content_candidates import ContentCandidate, find_content_candidates
from service.attribution.indirect.content_evidence import COMPLEMENT_EVIDENCE
from service.attribution.indirect.cue_evidence import CUE_EVIDENCE, Cue
from service.attribution.indirect.cue_sources import find_cue_source
from service.attribution.indirect.propositions import is_proposition
from service.attribution.reporting.sources import noun_after_according
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.attribution.vocabulary.reporting_verbs import verb_lemma
from service.domain.quotations import Mention, MentionKind
from service.lexicon import weights, words
from service.parsing.trees import Parse

_CUE_TAGS = ("VERB", "AUX", "NOUN", "ADJ")
# Verbs without a meaning of their own: what hangs on them is a complement of nearly everything.
_NO_CUES = frozenset(("be", "have", "do"))


class CueKind(StrEnum):
    """What a cue reports: speech and writing, or what is only thought, wished, felt or done."""

    SPEECH = "speech"
    ATTITUDE = "attitude"


_TABLES = {
    CueKind.SPEECH: "models/attribution/report_weights",
    CueKind.ATTITUDE: "models/attribution/attitude_weights",
}


@dataclass(frozen=True, slots=True)
class IndirectCandidate:
    """A cue, a run of words that it may report, and the names of what speaks for and against that."""

    cue: Cue
    content: ContentCandidate
    evidence: tuple[str, ...]


def find_indirect_quotations(
    annotated: AnnotatedArticle, kind: CueKind = CueKind.SPEECH
) -> Iterator[tuple[IndirectCandidate, float]]:
    """The likeliest report of each cue, with the probability that its words and its source are right."""
    learnt = weights(_TABLES[kind])
    for reports in indirect_candidates(annotated, kind):
        logit, best = max(((_logit(report, learnt), report) for report in reports), key=lambda pair: pair[0])
        yield best, 1 / (1 + math.exp(-logit))


def indirect_candidates(
    annotated: AnnotatedArticle, kind: CueKind = CueKind.SPEECH
) -> Iterator[tuple[IndirectCandidate, ...]]:
    """What each cue of the kind outside quotation marks may report."""
    for word in range(len(annotated.parse)):
        lemma = None if annotated.is_marked(word) else _cue_lemma(annotated.parse, word, kind)
        cue_source = None if lemma is None else find_cue_source(annotated, word)
        if lemma is not None and cue_source is not None and not _only_shows(annotated.parse, lemma, cue_source.mention):
            cue = Cue(word, lemma, cue_source)
            reports = tuple(_reports_of(annotated, cue, _contents(annotated, cue, kind)))
            if reports:
                yield reports


def _only_shows(parse: Parse, lemma: str, mention: Mention) -> bool:
    """Whether something is only a sign of it: figures indicate, where somebody with a name says it, or their report."""
    acts = bool(kinds_of_nouns(noun_lemma(parse, mention.head)) & {"role", "group", "organization"})
    acts = acts or any(parse.words[child].entity.endswith("ORG") for child in parse.children(mention.head, "compound"))
    is_somebody = (
        mention.kind is MentionKind.NAME or acts or parse.lower(mention.head) in ("i", "we", "he", "she", "they")
    )
    return lemma == "indicate/VERB" and not is_somebody


def _contents(annotated: AnnotatedArticle, cue: Cue, kind: CueKind) -> tuple[ContentCandidate, ...]:
    """The words that the cue may report; of speech, only what says something."""
    found = find_content_candidates(annotated, cue.word, cue.cue_source.mention.head)
    if kind is CueKind.ATTITUDE:
        return found
    # "Ten cases were reported": with nobody who reports them, the subject is no report.
    has_reporter = cue.cue_source.way != "passive"
    return tuple(
        content
        for content in found
        if is_proposition(annotated.parse, cue.lemma, content)
        and (has_reporter or (content.frame != "passive" and not _is_state(annotated.parse, content)))
        # "Lee was quoted as saying": Lee is not what is quoted.
        and (content.frame != "passive" or cue.cue_source.mention.head not in range(*content.words))
        and not _gives_reason(annotated.parse, cue.word, content)
        and not _is_consequence(annotated.parse, cue.word, content)
        and not _reports_itself(annotated.parse, content)
    )


def _is_state(parse: Parse, content: ContentCandidate) -> bool:
    """Whether the words only tell in what state somebody is: "was declared dead"."""
    return content.relation == "xcomp" and not any(map(parse.is_verbal, range(*content.words)))


def _gives_reason(parse: Parse, cue: int, content: ContentCandidate) -> bool:
    """Whether a participle only names the grounds: "deny it, citing violations of the law"."""
    is_aside = parse.lower(cue) == "citing" and parse.relation(cue) == "advcl"
    return is_aside and not any(map(parse.is_verbal, range(*content.words)))


def _reports_itself(parse: Parse, content: ContentCandidate) -> bool:
    """Whether the words are the clause of a second cue: "…, she said, adding that …"."""
    is_participle = content.frame == "advcl:ing" and content.head == content.words[0]
    return is_participle and _cue_lemma(parse, content.words[0], CueKind.SPEECH) is not None


def _is_consequence(parse: Parse, cue: int, content: ContentCandidate) -> bool:
    """Whether a participle tells what somebody's deed shows: "she landed, highlighting the change"."""
    deed = parse.head(cue)
    is_aside = parse.lower(cue).endswith("ing") and parse.relation(cue) == "advcl" and content.frame == "obj"
    return is_aside and deed is not None and deed < cue and _cue_lemma(parse, deed, CueKind.SPEECH) is None


def _reports_of(
    annotated: AnnotatedArticle, cue: Cue, contents: Sequence[ContentCandidate]
) -> Iterator[IndirectCandidate]:
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


def _cue_lemma(parse: Parse, word: int, kind: CueKind) -> str | None:
    """The dictionary form of a word that may be a cue of the kind, with its part of speech; None for all others."""
    tag = parse.words[word].pos
    if parse.lower(word) == "according":
        named = noun_after_according(parse, word)
        is_manner = named is not None and _is_yardstick(parse, word, named)
        return "according" if kind is CueKind.SPEECH and not is_manner else None
    if tag not in _CUE_TAGS:
        return None
    base = verb_lemma(parse, word) if parse.is_verbal(word) else parse.lemma(word)
    lemma = f"{base}/{tag}"
    if base == "call" and any(parse.words[child].relation == "compound:prt" for child in parse.children(word)):
        # "called off the match", "called up the reserves"
        return None
    is_speech = lemma in words("reporting/speech_cues")
    return None if base in _NO_CUES or is_speech != (kind is CueKind.SPEECH) else lemma


def _is_yardstick(parse: Parse, according: int, named: int) -> bool:
    """Whether something is done by the noun: "built according to high standards", "divided according to the law".

    "It is banned, according to the law" reports the law.
    """
    noun = noun_lemma(parse, named).removesuffix("s")
    opens = parse.sentence_words(parse.sentence(according)).start == according
    is_apart = opens or parse.words[according - 1].pos in ("PUNCT", "CCONJ")
    # "according to official numbers", but "according to the number of children"
    is_measure = noun in words("documents/yardsticks") and parse.lower(named) != "numbers"
    return is_measure or (not is_apart and noun in words("documents/laws"))


def _logit(report: IndirectCandidate, learnt: Mapping[str, float]) -> float:
    return learnt["always"] + sum(learnt.get(name, 0.0) for name in report.evidence)
