"""Conflicts and their rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from service.domain.archive import ArticleSummary, ConflictDetail, EvidenceInSentence, NamedSpeaker, StoredConflict
from service.domain.articles import Span
from service.domain.conflicts import (
    Claim,
    Conflict,
    ConflictClass,
    ConflictKind,
    DiffOp,
    DiffStep,
    Evidence,
    Severity,
    Status,
)
from service.domain.judgements import Judgement
from service.store.sql.rows.values import Values, span_of, span_values
from service.store.sql.tables import ConflictRow
from service.store.sql.words import listed_words


def conflict_values(conflict: StoredConflict) -> Values:
    """The row of a conflict."""
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "rank": conflict.severity.rank,
        "class_": conflict.class_.value,
        "probability": conflict.probability,
        "statement_id": conflict.statement_id,
        "speaker_id": conflict.speaker_id,
        "summary": conflict.summary,
        "claims": [[claim.value, list(map(_evidence_values, claim.evidence))] for claim in conflict.claims],
        "diff": [[step.op.value, step.a, step.b] for step in conflict.diff] if conflict.diff is not None else None,
        "status": conflict.status.value,
        "found_at": conflict.found_at,
        "changed_at": conflict.changed_at,
        "assignee": conflict.assignee,
        "words": listed_words([conflict.summary, *(claim.value for claim in conflict.claims)]),
    }


def conflict_of(row: ConflictRow) -> StoredConflict:
    """The conflict of a row."""
    claims = tuple(Claim(value, tuple(map(_evidence, evidence))) for value, evidence in row.claims)
    diff = tuple(DiffStep(DiffOp(op), a, b) for op, a, b in row.diff) if row.diff is not None else None
    conflict = Conflict(
        row.id,
        ConflictKind(row.kind),
        Severity(row.severity),
        row.statement_id,
        row.speaker_id,
        row.summary,
        claims,
        diff,
        Status(row.status),
        ConflictClass(row.class_),
        row.probability,
    )
    return StoredConflict.of(conflict, found_at=row.found_at, changed_at=row.changed_at, assignee=row.assignee)


def named_speakers(names: Iterable[tuple[str, str]]) -> tuple[NamedSpeaker, ...]:
    """Speakers by ids and names, sorted by name."""
    return tuple(NamedSpeaker(id_, name) for name, id_ in sorted((name, id_) for id_, name in names))


def detail_of(
    conflict: StoredConflict,
    sentences: Mapping[Evidence, Span],
    *,
    speakers: tuple[NamedSpeaker, ...],
    articles: tuple[ArticleSummary, ...],
    judgement: Judgement | None,
) -> ConflictDetail:
    """The conflict with what belongs to it; places without a sentence have none."""
    own = {each.name: getattr(conflict, each.name) for each in fields(conflict)}
    own["claims"] = tuple(
        Claim(claim.value, tuple(_in_sentence(place, sentences.get(place)) for place in claim.evidence))
        for claim in conflict.claims
    )
    return ConflictDetail(**own, speakers=speakers, articles=articles, judgement=judgement)


def _in_sentence(place: Evidence, sentence: Span | None) -> EvidenceInSentence:
    return EvidenceInSentence(place.article_id, place.quotation_id, place.span, sentence)


def _evidence_values(evidence: Evidence) -> list[Any]:
    return [evidence.article_id, evidence.quotation_id, *span_values(evidence.span)]


def _evidence(values: Sequence[Any]) -> Evidence:
    article_id, quotation_id, *span = values
    return Evidence(article_id, quotation_id, span_of(span))
