"""Where in an article other reports disagree with it, and which: for the reader of this one article; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.domain.articles import ArticleField, Span
from service.domain.conflicts import Claim, Conflict, ConflictKind, Severity, Status

_ANOTHER = "another report"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict over words or a position of an article; `others` are the names of the reports that disagree."""

    conflict_id: str
    kind: ConflictKind
    severity: Severity
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A quotation or another place of an article, in all its parts, with a dispute over it."""

    parts: tuple[Span, ...]
    dispute: Dispute


def disputed_places(
    article_id: str, conflicts: Sequence[Conflict], names: Mapping[str, str]
) -> Iterator[DisputedPlace]:
    """The places of an article that other reports contradict, unless an editor has dismissed the conflict.

    `names` are those of articles by their ids.
    """
    for conflict in conflicts:
        if conflict.status is not Status.DISMISSED:
            for claim in conflict.claims:
                dispute = Dispute(conflict.id, conflict.kind, conflict.severity, _others(conflict, claim, names))
                for parts in _places(article_id, claim):
                    yield DisputedPlace(parts, dispute)


def _places(article_id: str, claim: Claim) -> Iterator[tuple[Span, ...]]:
    """The parts of a quotation are one place."""
    places: dict[str | tuple[int, ArticleField], list[Span]] = {}
    for place in claim.evidence:
        if place.article_id == article_id:
            places.setdefault(place.quotation_id or (place.span.start, place.span.field), []).append(place.span)
    return (tuple(sorted(parts, key=lambda part: part.start)) for parts in places.values())


def _others(conflict: Conflict, claim: Claim, names: Mapping[str, str]) -> tuple[str, ...]:
    others = (each for other in conflict.claims if other is not claim for each in other.article_ids)
    return tuple(dict.fromkeys(names.get(article_id, _ANOTHER) for article_id in others))
