"""Utterances to attributions: mentions become speakers, with what the article says that they are."""

from hashlib import sha256

from service.attribution.affiliations.affiliations import distinct_positions
from service.attribution.calibration import confidence
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.direct.ranking import judge_passages
from service.attribution.document import AnnotatedArticle
from service.attribution.reporting.clauses import find_reporting_clauses
from service.attribution.utterances import Utterance, find_utterances
from service.domain.quotations import ArticleAnalysis, Attribution, Quotation, Speaker, Unattributed

# Under this probability of the best candidate the answer is "ambiguous" and not a guess.
_LEAST_CONFIDENCE = 0.2


def attribute(annotated: AnnotatedArticle) -> ArticleAnalysis:
    """Every quotation of the article with its speaker, or with the reason why it has none."""
    clauses = find_reporting_clauses(annotated)
    resolver = CoreferenceResolver(annotated, clauses)
    utterances = find_utterances(annotated, tuple(judge_passages(annotated, clauses)))
    entities = {i: _entry(resolver, utterance) for i, utterance in enumerate(utterances)}
    speakers = {
        entity: _speaker(annotated, entity)
        for entity in dict.fromkeys(entity for entity in entities.values() if entity is not None)
    }
    attributions = tuple(
        _attribution(annotated, utterance, None if (entity := entities[i]) is None else speakers[entity])
        for i, utterance in enumerate(utterances)
    )
    return ArticleAnalysis(annotated.article, attributions, tuple(speakers.values()))


def _entry(resolver: CoreferenceResolver, utterance: Utterance) -> Entity | None:
    if not utterance.is_speech or utterance.mention is None or utterance.confidence < _LEAST_CONFIDENCE:
        return None
    return resolver.entity(utterance.mention)


def _attribution(annotated: AnnotatedArticle, utterance: Utterance, speaker: Speaker | None) -> Attribution:
    article = annotated.article
    quotation = Quotation(
        id=_id("q", article.id, *(f"{part.start}-{part.end}" for part in utterance.parts)),
        article_id=article.id,
        kind=utterance.kind,
        parts=utterance.parts,
        is_speech=utterance.is_speech,
    )
    return Attribution(
        quotation=quotation,
        cue=utterance.cue,
        mention=utterance.place,
        speaker_id=None if speaker is None else speaker.id,
        unattributed_because=None if speaker is not None else _reason(utterance),
        confidence=round(_confidence(utterance), 4),
        evidence=utterance.evidence,
    )


def _confidence(utterance: Utterance) -> float:
    """Calibrated where somebody is named; that words are no speech, or nobody's, is as sure as the evidence says."""
    if utterance.mention is None:
        return utterance.confidence
    return confidence(utterance.kind, utterance.confidence)


def _reason(utterance: Utterance) -> Unattributed:
    if not utterance.is_speech:
        return Unattributed.NOT_SPEECH
    return Unattributed.NO_MENTION if utterance.mention is None else Unattributed.AMBIGUOUS


def _speaker(annotated: AnnotatedArticle, entity: Entity) -> Speaker:
    first = min(mention.span.start for mention in entity.mentions)
    return Speaker(
        id=_id("s", annotated.article.id, entity.name, str(first)),
        name=entity.name,
        kind=entity.kind,
        aliases=tuple(form for form in entity.forms if form != entity.name),
        affiliations=distinct_positions(entity.affiliations),
        gender=entity.gender,
    )


def _id(prefix: str, *content: str) -> str:
    return prefix + sha256("\x1f".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]
