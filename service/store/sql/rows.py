"""From values of the domain to rows, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from service.domain.archive import ArticleSummary, StoredConflict
from service.domain.articles import Article, Span
from service.domain.conflicts import Claim, Conflict, ConflictKind, DiffOp, DiffStep, Evidence, Severity, Status
from service.domain.judgements import Judgement, Subject
from service.domain.quotations import (
    Affiliation,
    ArticleAnalysis,
    Attribution,
    Quotation,
    QuotationKind,
    ReportedAs,
    Speaker,
    SpeakerKind,
    Unattributed,
)
from service.domain.times import seconds_of
from service.domain.webhooks import Delivery, DeliveryStatus, Event, Webhook
from service.linking.speakers.name_graph import NameVariant
from service.linking.statements.near_duplicates import context_of

# mypy cannot know a row's columns: they are named after the fields of `tables`.
Row = Any
Values = dict[str, Any]


def key_number(content: Iterable[str], *, kind: int = 0) -> int:
    """A number of 63 bits for a key of an index; the lowest two are its kind."""
    digest = blake2b("\0".join(content).encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 3 << 2 | kind


def article_values(article: Article) -> Values:
    """The article's own columns."""
    names = ("id", "text", "title", "outlet", "url", "published_at")
    return {name: getattr(article, name) for name in names}


def published_time(article: Article) -> float | None:
    """When the article was published, in seconds since 1970; without a zone, it is taken for UTC."""
    return seconds_of(article.published_at) if article.published_at is not None else None


def article_of(row: Row) -> Article:
    """The article of a row."""
    return Article(row.id, row.text, row.title, row.outlet, row.url, row.published_at)


def quotation_values(report: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of an article's quotations, without what follows from other articles."""
    for place, attribution in enumerate(report.attributions):
        quotation = attribution.quotation
        variant = variants.get(attribution.speaker_id or "")
        yield {
            "id": quotation.id,
            "article_id": quotation.article_id,
            "place": place,
            "kind": quotation.kind.value,
            "is_speech": quotation.is_speech,
            "text": quotation.text,
            "parts": [_span_values(part) for part in quotation.parts],
            "cue": _span_values(attribution.cue) if attribution.cue else None,
            "mention": _span_values(attribution.mention) if attribution.mention else None,
            "speaker_id": attribution.speaker_id,
            "unattributed_because": attribution.unattributed_because,
            "confidence": attribution.confidence,
            "evidence": list(attribution.evidence),
            "reported_as": quotation.reported_as.value,
            "fellows": _fellow_values(attribution),
            "voice_id": variant.id if variant else None,
            "context": list(context_of(quotation, report.article)),
        }


def _fellow_values(attribution: Attribution) -> Values:
    """Who speaks together and who relays, as the article has them; one speaker stands in a column of its own."""
    joint = attribution.speaker_ids if len(attribution.speaker_ids) > 1 else ()
    return {name: list(ids) for name, ids in (("speaker_ids", joint), ("via", attribution.via)) if ids}


def attribution_of(
    row: Row, *, speaker_id: str | None, fellows: Mapping[tuple[str, str], str] | None = None
) -> Attribution:
    """The attribution of a quotation's row, with the speaker's id over all articles.

    `fellows` are the ids over all articles of those beside the speaker; without them they keep the article's.
    """
    parts = tuple(map(_span, row.parts))
    reason = row.unattributed_because

    def merged(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ if fellows is None else fellows[row.article_id, id_] for id_ in ids))

    return Attribution(
        Quotation(row.id, row.article_id, QuotationKind(row.kind), parts, row.is_speech, ReportedAs(row.reported_as)),
        cue=_span(row.cue) if row.cue else None,
        mention=_span(row.mention) if row.mention else None,
        speaker_id=speaker_id,
        unattributed_because=Unattributed(reason) if reason else None,
        confidence=row.confidence,
        evidence=tuple(row.evidence),
        speaker_ids=merged(row.fellows.get("speaker_ids", ())) or (() if speaker_id is None else (speaker_id,)),
        via=merged(row.fellows.get("via", ())),
    )


def speaker_values(report: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of an article's speakers."""
    for speaker in report.speakers:
        names = ("id", "name", "kind", "gender")
        told = {name: getattr(speaker, name) for name in names}
        yield {
            **told,
            "article_id": report.article.id,
            "aliases": list(speaker.aliases),
            "voice_id": variants[speaker.id].id,
        }


def affiliation_values(report: ArticleAnalysis, variants: Mapping[str, NameVariant]) -> Iterator[Values]:
    """The rows of what an article says that its speakers are."""
    for speaker in report.speakers:
        for place, affiliation in enumerate(speaker.affiliations):
            yield {
                "article_id": report.article.id,
                "speaker_id": speaker.id,
                "place": place,
                "start": affiliation.span.start,
                "end": affiliation.span.end,
                "text": affiliation.span.text,
                "role": affiliation.role,
                "organization": affiliation.organization,
                "voice_id": variants[speaker.id].id,
                "published_at": report.article.published_at or "",
            }


def affiliation_of(row: Row) -> Affiliation:
    """The affiliation of a row."""
    return Affiliation(row.article_id, Span(row.start, row.end, row.text), row.role, row.organization)


def variant_values(variant: NameVariant) -> Values:
    """The row of a voice that nobody has merged yet."""
    told = variant.speaker
    return {"id": variant.id, "name": told.name, "kind": told.kind.value, "gender": told.gender, "speaker_id": ""}


def variant_of(row: Row) -> NameVariant:
    """The voice of a row."""
    return NameVariant(row.id, Speaker(row.id, row.name, SpeakerKind(row.kind), gender=row.gender))


def conflict_values(conflict: Conflict) -> Values:
    """What a row tells of a conflict as it is found: not its status, nor when it was found."""
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "rank": conflict.severity.rank,
        "statement_id": conflict.statement_id,
        "speaker_id": conflict.speaker_id,
        "summary": conflict.summary,
        "claims": [[claim.value, [_evidence_values(place) for place in claim.evidence]] for claim in conflict.claims],
        "diff": [[step.op.value, step.a, step.b] for step in conflict.diff] if conflict.diff is not None else None,
    }


def conflict_of(row: Row) -> Conflict:
    """The conflict of a row."""
    claims = tuple(Claim(value, tuple(map(_evidence, places))) for value, places in row.claims)
    diff = tuple(DiffStep(DiffOp(op), a, b) for op, a, b in row.diff) if row.diff is not None else None
    kind, severity = ConflictKind(row.kind), Severity(row.severity)
    subject = row.statement_id, row.speaker_id
    return Conflict(row.id, kind, severity, *subject, row.summary, claims, diff, Status(row.status))


def stored_conflict_values(conflict: StoredConflict) -> Values:
    """The whole row of a conflict."""
    dated = {"found_at": conflict.found_at, "changed_at": conflict.changed_at}
    return {**conflict_values(conflict), "status": conflict.status.value, **dated}


def stored_conflict_of(row: Row) -> StoredConflict:
    """The conflict of a row, and since when it is so."""
    return StoredConflict.of(conflict_of(row), found_at=row.found_at, changed_at=row.changed_at)


def judgement_values(judgement: Judgement) -> Values:
    """The row of a judgement."""
    return {name: getattr(judgement, name) for name in Judgement.__slots__}


def heading_of(row: Row) -> ArticleSummary:
    """What the article of a row is called."""
    return ArticleSummary(row.id, row.title, row.outlet, row.published_at, row.received_at)


def judgement_of(row: Row) -> Judgement:
    """The judgement of a row."""
    return judgement_of_values({name: getattr(row, name) for name in Judgement.__slots__})


def judgement_of_values(values: Values) -> Judgement:
    """The judgement of what `judgement_values` gave."""
    return Judgement(**{**values, "subject": Subject(values["subject"])})


def webhook_of(row: Row) -> Webhook:
    """The webhook of a row, without its secret."""
    told = {name: getattr(row, name) for name in Webhook.__slots__}
    return Webhook(**{**told, "events": tuple(map(Event, row.events))})


def delivery_of(row: Row) -> Delivery:
    """The delivery of a row."""
    told = {name: getattr(row, name) for name in Delivery.__slots__}
    return Delivery(**{**told, "event": Event(row.event), "status": DeliveryStatus(row.status)})


def _evidence_values(place: Evidence) -> list[Any]:
    return [place.article_id, place.quotation_id, *_span_values(place.span)]


def _evidence(values: list[Any]) -> Evidence:
    article_id, quotation_id, *span = values
    return Evidence(article_id, quotation_id, _span(span))


def _span_values(span: Span) -> list[Any]:
    return [span.start, span.end, span.text]


def _span(values: Iterable[Any]) -> Span:
    return Span(*values)
