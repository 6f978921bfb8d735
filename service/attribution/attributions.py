"""Utterances to attributions: mentions become speakers, with what the article says that they are."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from service.attribution.article_speakers import ArticleSpeakers, quotation_id
from service.attribution.calibration import AnswerKind, answer_kind, confidence
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.families.namesakes import find_namesakes
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.judging import judge_passages
from service.attribution.direct.unmarked_turns import unmarked_turns
from service.attribution.document import AnnotatedArticle
from service.attribution.indirect_utterances import indirect_utterances
from service.attribution.quoted_utterances import quoted_utterances
from service.attribution.reached_limits import reached_limits
from service.attribution.reporting.clauses import ReportingClause, find_reporting_clauses
from service.attribution.utterance import Utterance
from service.domain.articles import Span
from service.domain.quotations import ArticleAnalysis, Attribution, Quotation, QuotationKind, Unattributed
from service.lexicon import words

# Under this probability of the best candidate the answer is "ambiguous" and not a guess.
_LEAST_CONFIDENCE = 0.3
# Words at least half of which are titles or terms are no report; set by hand.
_MOSTLY = 0.5


def attribute(annotated: AnnotatedArticle, *, attitudes: bool = False) -> ArticleAnalysis:
    """Every quotation of the article with its speakers, or with the reason why it has none.

    With `attitudes`, what somebody is reported to think, wish or plan is there, too, as no speech.
    """
    clauses = find_reporting_clauses(annotated)
    resolver = CoreferenceResolver(annotated, clauses)
    speakers = ArticleSpeakers(annotated, resolver)
    quoted = quoted_utterances(annotated, tuple(judge_passages(annotated, clauses, resolver)))
    for turn in unmarked_turns(annotated, clauses):
        speaker = None if turn.mention is None else resolver.entity(turn.mention)
        quoted += (replace(turn, entity=speaker),)
    found = [*quoted, *_indirect(annotated, clauses, quoted, attitudes=attitudes)]
    found.sort(key=lambda utterance: (utterance.parts[0].start, utterance.parts[0].end))
    namesakes = find_namesakes(resolver.entities)
    attributions = tuple(_attribution(annotated, speakers, utterance, namesakes) for utterance in found)
    limits = reached_limits(annotated, resolver.entities, has_more_positions=speakers.have_more_positions)
    return ArticleAnalysis(annotated.article, attributions, speakers.named, limits)


def _indirect(
    annotated: AnnotatedArticle,
    clauses: Sequence[ReportingClause],
    quoted: Sequence[Utterance],
    *,
    attitudes: bool,
) -> Iterator[Utterance]:
    """The reports without quotation marks; unlike quotations, they may hold titles and terms between marks."""
    terms = sorted(part for utterance in quoted if not utterance.is_speech for part in utterance.parts)
    taken = [part for utterance in quoted if utterance.is_speech for part in utterance.parts]
    if terms:
        starts = {term.start for term in terms}
        marks = [marked for marked in annotated.marks if marked.span.start not in starts]
        annotated = AnnotatedArticle(annotated.article, annotated.parse, marks, annotated.mentions)
    behind = {each.cue: each.parts[-1].end for each in quoted if each.is_speech and each.cue is not None}
    for utterance in indirect_utterances(annotated, clauses, taken, attitudes=attitudes):
        if not _is_name(utterance, terms) and not _goes_with_clause(annotated, utterance, behind):
            yield utterance


def _goes_with_clause(annotated: AnnotatedArticle, utterance: Utterance, behind: Mapping[Span, int]) -> bool:
    """Whether the words say where or how the quotation before the cue was said: “…,” Lee said in an interview on ….

    `behind` has where the quotations end that a cue reports.
    """
    cue, part, parse = utterance.cue, utterance.parts[0], annotated.parse
    end = None if cue is None else behind.get(cue)
    if cue is None or end is None or not end <= cue.start < part.start:
        return False
    has_subject = any(parse.relation(word) in ("nsubj", "expl") for word in parse.within(part.start, part.end))
    return not has_subject


def _start(span: Span) -> int:
    return span.start


def _is_name(utterance: Utterance, terms: Sequence[Span]) -> bool:
    """Whether the words only name somebody or something ("called “The Road”"), or are mostly titles and terms."""
    first, last = utterance.parts[0], utterance.parts[-1]
    # A term may begin before the report and end in it.
    from_term = max(0, bisect_left(terms, first.start, key=_start) - 1)
    near = terms[from_term : bisect_left(terms, last.end, key=_start)]
    in_terms = sum(
        max(0, min(part.end, term.end) - max(part.start, term.start)) for part in utterance.parts for term in near
    )
    opens_with_term = any(term.start == first.start for term in near)
    is_naming = utterance.cue is not None and utterance.cue.text.lower() in words("documents/naming_words")
    return (is_naming and opens_with_term) or in_terms >= _MOSTLY * sum(len(part.text) for part in utterance.parts)


def _attribution(
    annotated: AnnotatedArticle, speakers: ArticleSpeakers, utterance: Utterance, namesakes: frozenset[Entity]
) -> Attribution:
    article = annotated.article
    quotation = Quotation(
        id=quotation_id(article.id, utterance.parts),
        article_id=article.id,
        kind=utterance.kind,
        parts=utterance.parts,
        is_speech=utterance.is_speech,
        reported_as=utterance.reported_as,
    )
    speaker_ids: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    if utterance.mention is not None and not utterance.is_unsaid and utterance.confidence >= _LEAST_CONFIDENCE:
        is_indirect = utterance.kind is QuotationKind.INDIRECT
        speaker_ids = (
            speakers.of(utterance.mention) if is_indirect else speakers.who(utterance.entity, utterance.mention)
        )
        via = tuple(each for each in speakers.relaying(utterance.relays) if each not in speaker_ids)
    return Attribution(
        quotation=quotation,
        cue=utterance.cue,
        mention=utterance.place,
        speaker_id=speaker_ids[0] if speaker_ids else None,
        speaker_ids=speaker_ids,
        via=via if speaker_ids else (),
        unattributed_because=None if speaker_ids else _reason(utterance),
        confidence=round(_confidence(utterance, speaker_ids, namesakes), 4),
        evidence=utterance.evidence,
    )


def _confidence(utterance: Utterance, speaker_ids: Sequence[str], namesakes: frozenset[Entity]) -> float:
    """Calibrated where words are a report or have a speaker; that they are not speech, or nobody's, is as sure as the
    evidence says.
    """
    if utterance.mention is not None and utterance.kind is QuotationKind.INDIRECT:
        return confidence(AnswerKind.INDIRECT, utterance.confidence)
    if not speaker_ids:
        return utterance.confidence
    entity = utterance.entity if len(speaker_ids) == 1 else None
    return confidence(answer_kind(entity, namesakes), utterance.confidence)


def _reason(utterance: Utterance) -> Unattributed:
    if not utterance.is_speech:
        return Unattributed.NOT_SPEECH
    if utterance.is_unsaid:
        return Unattributed.NOT_SAID
    return Unattributed.NO_MENTION if utterance.mention is None else Unattributed.AMBIGUOUS
