"""What the API shows of a conflict, a version or a job, for messages about it; a test holds it to the API's answers."""

from dataclasses import asdict
from typing import Any

from service.domain.archive import ArticleSummary, ConflictDetail, EvidenceInSentence
from service.domain.articles import Span
from service.domain.conflicts import Claim, Evidence
from service.domain.jobs import Job
from service.domain.judgements import Judgement
from service.domain.times import iso_time
from service.domain.versions import ArticleChange, ArticleVersion, Passage


def conflict_content(conflict: ConflictDetail) -> dict[str, Any]:
    """The fields of the contract, each with its JSON."""
    steps = [{"op": step.op, "a": step.a, "b": step.b} for step in conflict.diff] if conflict.diff is not None else None
    plain = ("id", "kind", "severity", "statement_id", "speaker_id", "summary")
    return {
        **{name: getattr(conflict, name) for name in plain},
        "class": conflict.class_,
        "probability": conflict.probability,
        "claims": list(map(_claim, conflict.claims)),
        "diff": steps,
        "status": conflict.status,
        "found_at": iso_time(conflict.found_at),
        "changed_at": iso_time(conflict.changed_at),
        "speakers": [{"id": speaker.id, "name": speaker.name} for speaker in conflict.speakers],
        "articles": list(map(_article, conflict.articles)),
        "assignee": conflict.assignee,
        "judgement": _judgement(conflict.judgement) if conflict.judgement is not None else None,
    }


def version_content(version: ArticleVersion) -> dict[str, Any]:
    """The fields of the contract, each with its JSON."""
    return {
        "article": _article(version.article),
        "number": version.number,
        "changes": list(map(_change, version.changes)),
    }


def job_content(job: Job) -> dict[str, Any]:
    """The fields of the contract, each with its JSON."""
    return {
        "id": job.id,
        "state": job.state,
        "total": job.n_lines,
        "done": job.n_done,
        "failed": job.n_failed,
        "left": job.n_left,
        "created_at": iso_time(job.created_at),
        "finished_at": iso_time(job.finished_at) if job.finished_at is not None else None,
    }


def _change(change: ArticleChange) -> dict[str, Any]:
    passages = {name: getattr(change, name) for name in ("before", "after")}
    return {**asdict(change), **{name: one if one is None else _passage(one) for name, one in passages.items()}}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"words": passage.words, "start": passage.start, "end": passage.end, "in": passage.field}


def _claim(claim: Claim) -> dict[str, Any]:
    places = list(map(_evidence, claim.evidence))
    return {"value": claim.value, "article_ids": list(claim.article_ids), "evidence": places}


def _evidence(place: Evidence) -> dict[str, Any]:
    sentence = _span(place.sentence) if isinstance(place, EvidenceInSentence) and place.sentence is not None else None
    where = {"article_id": place.article_id, "quotation_id": place.quotation_id, **_span(place.span)}
    return {**where, "sentence": sentence}


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "in": span.field, "exact": span.text}


def _article(article: ArticleSummary) -> dict[str, Any]:
    plain = ("title", "outlet", "url", "published_at", "language")
    own = {name: getattr(article, name) for name in plain}
    return {
        "id": article.article_id,
        **own,
        "authors": list(article.authors),
        "received_at": iso_time(article.received_at),
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    plain = ("judged_by", "reason", "right_claim", "none_is_right", "source")
    return {**{name: getattr(judgement, name) for name in plain}, "judged_at": iso_time(judgement.judged_at)}
