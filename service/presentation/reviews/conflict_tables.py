"""Conflicts and judgements as tables: comma-separated values with a head, line by line."""

from collections.abc import Iterable, Iterator

from service.domain.archive import ConflictDetail
from service.domain.conflicts import Claim
from service.domain.judgements import Judgement
from service.domain.times import iso_time
from service.presentation.export_formats import Node, table

_CONFLICT_COLUMNS = (
    *("conflict_id", "kind", "class", "severity", "probability", "status", "summary", "speakers", "statement_id"),
    *("found_at", "changed_at", "assignee", "judged_by", "judged_at", "reason", "source"),
    *("claim", "words", "is_right", "outlets", "article_ids", "urls"),
)
_JUDGEMENT_COLUMNS = (
    *("judgement_id", "subject", "first", "second", "verdict", "judged_by", "judged_at", "reason"),
    *("right_claim", "none_is_right", "source"),
)


def conflict_table(conflicts: Iterable[ConflictDetail]) -> Iterator[str]:
    """A row for each claim, so that the sides of a conflict stand below each other."""
    return table(_CONFLICT_COLUMNS, (row for conflict in conflicts for row in _rows(conflict)))


def judgement_table(judgements: Iterable[Judgement]) -> Iterator[str]:
    """A row for each judgement that holds."""
    return table(_JUDGEMENT_COLUMNS, map(_judgement, judgements))


def _rows(conflict: ConflictDetail) -> Iterator[Node]:
    judgement = conflict.judgement
    own: Node = {
        "conflict_id": conflict.id,
        "kind": conflict.kind.value,
        "class": conflict.class_.value,
        "severity": conflict.severity.value,
        "probability": conflict.probability,
        "status": conflict.status.value,
        "summary": conflict.summary,
        "speakers": "; ".join(speaker.name for speaker in conflict.speakers),
        "statement_id": conflict.statement_id,
        "found_at": iso_time(conflict.found_at),
        "changed_at": iso_time(conflict.changed_at),
        "assignee": conflict.assignee,
        "judged_by": judgement.judged_by if judgement else None,
        "judged_at": iso_time(judgement.judged_at) if judgement else None,
        "reason": judgement.reason if judgement else None,
        "source": judgement.source if judgement else None,
    }
    for index, claim in enumerate(conflict.claims):
        yield {**own, "is_right": judgement.is_right(index) if judgement else None, **_side(conflict, index, claim)}


def _side(conflict: ConflictDetail, index: int, claim: Claim) -> Node:
    articles = [article for article in conflict.articles if article.article_id in claim.article_ids]
    return {
        "claim": index,
        "words": claim.value,
        "outlets": "; ".join(dict.fromkeys(article.outlet for article in articles if article.outlet)),
        "article_ids": " ".join(claim.article_ids),
        "urls": " ".join(article.url for article in articles if article.url),
    }


def _judgement(judgement: Judgement) -> Node:
    own: Node = {name: getattr(judgement, name) for name in _JUDGEMENT_COLUMNS if name != "judgement_id"}
    return {
        **own,
        "judgement_id": judgement.id,
        "subject": judgement.subject.value,
        "judged_at": iso_time(judgement.judged_at),
    }
