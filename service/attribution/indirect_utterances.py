"""Reports without quotation marks to utterances: the likely ones, each with its source and how it is reported."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from service.attribution.direct.narration import without_dateline
from service.attribution.document import AnnotatedArticle
from service.attribution.indirect.candidates import CueKind, IndirectCandidate, find_indirect_quotations
from service.attribution.reporting.clauses import ReportingClause, cue_span
from service.attribution.reporting.content_spans import is_put_behind
from service.attribution.reporting.governance import Governance, governance_by
from service.attribution.reporting.reported_as import reported_as
from service.attribution.reporting.source_mentions import mention_of, mentions_of
from service.attribution.utterance import Utterance
from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.domain.articles import Span
from service.domain.quotations import Mention, MentionKind, QuotationKind
from service.lexicon import words as listed_words
from service.parsing.trees import Parse

# From here on words count as an indirect report: over the training articles the F measure is best about here.
_REPORTS = 0.4
# From here on where a clause stands behind them that can report nothing else; and from here on, with this probability
# at least, where the parse hangs all of the sentence on it. Set by hand.
_PUT_BEHIND, _HUNG_ON_CLAUSE, _LIKELY = 0.25, 0.04, 0.6
# Two runs of words with this part in common are one report.
_SAME_WORDS = 0.5


def indirect_utterances(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], taken: Sequence[Span], *, attitudes: bool = False
) -> Iterator[Utterance]:
    """The likely reports, the likeliest first, but none of words that are quoted or reported already.

    With `attitudes`, what is thought, wished or planned follows; it is marked as no speech.
    """
    chosen = _Chosen(annotated.parse, taken)
    for kind in (CueKind.SPEECH, CueKind.ATTITUDE)[: 1 + attitudes]:
        yield from _of_kind(annotated, clauses, chosen, kind)


def _of_kind(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], chosen: "_Chosen", kind: CueKind
) -> Iterator[Utterance]:
    likely = (
        (probability, report)
        for report, weighed in find_indirect_quotations(annotated, kind)
        if (probability := _probability(annotated, report, weighed, kind)) is not None
    )
    for probability, report in sorted(likely, key=lambda pair: pair[0], reverse=True):
        utterance = _indirect_utterance(annotated, clauses, report, probability)
        words = report.content.words
        # "Lee did not say whether …" reports nothing.
        if (
            not utterance.is_unsaid
            and not _is_speechless(annotated, utterance.mention)
            and not chosen.is_quoted(utterance.parts[0])
            and not chosen.has(words)
        ):
            chosen.add(words)
            yield utterance if kind is CueKind.SPEECH else replace(utterance, is_speech=False)


def _indirect_utterance(
    annotated: AnnotatedArticle, clauses: Sequence[ReportingClause], report: IndirectCandidate, probability: float
) -> Utterance:
    cue, (start, end) = report.cue, report.content.words
    content = annotated.parse.span(start, end - 1)
    governance = governance_by(annotated, clauses, cue.word)
    quoted = None if governance is None else _quoted(annotated, governance)
    # "Residents were warned that …": by whom, the article does not say.
    is_anonymous = quoted is None and cue.cue_source.way == "passive"
    lead = report.content.lead
    front = () if lead is None else (annotated.parse.span(lead[0], lead[1] - 1),)
    return Utterance(
        kind=QuotationKind.INDIRECT,
        parts=tuple(annotated.article.span(part.start, part.end) for part in _parts(annotated, (*front, content))),
        is_speech=True,
        mention=None if is_anonymous else quoted or cue.cue_source.mention,
        place=None if is_anonymous else cue.cue_source.place if quoted is None else quoted.span,
        cue=cue_span(annotated.parse, cue.word, cue.cue_source.mention.head),
        confidence=probability,
        evidence=("reported_clause",),
        reported_as=reported_as(annotated, cue.word),
        relays=() if governance is None else mentions_of(annotated, governance.relays),
        is_unsaid=governance is not None and governance.is_unsaid,
    )


def _probability(annotated: AnnotatedArticle, report: IndirectCandidate, weighed: float, kind: CueKind) -> float | None:
    """How likely it is that the words are a report; None where they are taken for none.

    A whole sentence that hangs on a clause behind it is likely one, whatever else speaks against it.
    """
    if weighed >= _REPORTS:
        return weighed
    may_be_behind = kind is CueKind.SPEECH and weighed >= _HUNG_ON_CLAUSE
    if not may_be_behind or not _is_before_clause(annotated, report):
        return None
    if _is_hung_whole(annotated.parse, report):
        return _LIKELY
    return weighed if weighed >= _PUT_BEHIND else None


def _is_hung_whole(parse: Parse, report: IndirectCandidate) -> bool:
    """Whether the parse hangs all of the sentence, with its subject, on the clause."""
    cue, words = report.cue.word, range(*report.content.words)
    above = (parse.head(cue),) if parse.relation(cue) == "parataxis" else parse.children(cue, "ccomp")
    return any(
        head in words and any(subject in words for subject in parse.children(head, "nsubj", "expl"))
        for head in above
        if head is not None
    )


def _is_before_clause(annotated: AnnotatedArticle, report: IndirectCandidate) -> bool:
    """Whether the sentence stands before a clause that can report nothing else: "The road is closed, he said."."""
    cue, parse = report.cue, annotated.parse
    has_subject = any(parse.relation(word) in ("nsubj", "expl") for word in range(*report.content.words))
    is_before = report.content.frame == "before" and has_subject and cue.cue_source.way == "verb"
    return (
        is_before and is_sure_cue(parse, cue.word) and is_put_behind(annotated, cue.word, cue.cue_source.mention.head)
    )


def _parts(annotated: AnnotatedArticle, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The reported words without a dateline; all of them where nothing else would be left."""
    pieces = tuple(piece for piece in (without_dateline(annotated, span) for span in spans) if piece.text)
    return pieces or tuple(spans)


def _quoted(annotated: AnnotatedArticle, governance: Governance) -> Mention | None:
    """Whoever is quoted by the one that the clause names; None if the clause names the speaker."""
    if governance.source is None or governance.source == governance.clause.source:
        return None
    return mention_of(annotated, governance.source)


def _is_speechless(annotated: AnnotatedArticle, mention: Mention | None) -> bool:
    """Whether nobody is described, but a relation, a change ("the deepening ties reaffirmed …") or a number."""
    if mention is None or mention.kind is not MentionKind.DESCRIPTION:
        return False
    parse, head = annotated.parse, mention.head
    if parse.lower(head) in ("cent", "percent"):
        # "sixty per cent of the drivers"
        head = parse.child(head, "nmod") or head
    noun = parse.lower(head)
    # "The three said", "one of them said"; "one in five said" counts.
    cases = (parse.lower(case) for word in parse.children(head, "nmod") for case in parse.children(word, "case"))
    is_number = parse.words[head].pos == "NUM" and not parse.children(head, "det") and "of" not in cases
    speechless = listed_words("reporting/speechless_nouns")
    return is_number or noun in speechless or noun.removesuffix("s") in speechless


class _Chosen:
    """The words that are reported already; `taken` are those that are quoted."""

    def __init__(self, parse: Parse, taken: Sequence[Span]) -> None:
        self._parse = parse
        parts = sorted(taken)
        self._starts = [part.start for part in parts]
        self._last_ends = list(accumulate((part.end for part in parts), max))
        # Reports stay in their sentences.
        self._of_sentence: dict[int, list[tuple[int, int]]] = {}

    def is_quoted(self, part: Span) -> bool:
        """Whether a part of the words is quoted."""
        n_before = bisect_left(self._starts, part.end)
        return n_before > 0 and self._last_ends[n_before - 1] > part.start

    def has(self, words: tuple[int, int]) -> bool:
        """Whether most of the words are reported."""
        sentences = range(self._parse.sentence(words[0]), self._parse.sentence(words[1] - 1) + 1)
        return any(_is_same(words, other) for each in sentences for other in self._of_sentence.get(each, ()))

    def add(self, words: tuple[int, int]) -> None:
        """Takes the words in."""
        for each in range(self._parse.sentence(words[0]), self._parse.sentence(words[1] - 1) + 1):
            self._of_sentence.setdefault(each, []).append(words)


def _is_same(words: tuple[int, int], others: tuple[int, int]) -> bool:
    common = min(words[1], others[1]) - max(words[0], others[0])
    return common >= _SAME_WORDS * (max(words[1], others[1]) - min(words[0], others[0]))
