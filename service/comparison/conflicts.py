"""Where the members of one statement, or the posts of one speaker, disagree."""

from collections.abc import Iterable, Sequence

from service.comparison.affiliation_conflicts import affiliation_conflict
from service.comparison.speaker_conflicts import speaker_conflict
from service.comparison.statements import Gathering
from service.comparison.wording_conflicts import wording_conflict
from service.domain import Article, Conflict, Severity, Speaker

_GRAVITY = tuple(Severity)


def find_conflicts(
    gatherings: Iterable[Gathering], speakers: Iterable[Speaker], articles: Sequence[Article]
) -> tuple[Conflict, ...]:
    """All conflicts, gravest first; at most one of each kind for a statement, one for a speaker."""
    found = [affiliation_conflict(speaker, articles) for speaker in speakers]
    for gathering in gatherings:
        # What a reporter puts in words of their own is no evidence of what was said, nor by whom exactly.
        pairs = [
            (left, right)
            for left, right in gathering.pairs
            if left.printed_parts and right.printed_parts and left.article_id != right.article_id
        ]
        found.append(speaker_conflict(gathering.statement, pairs, articles))
        found.append(wording_conflict(gathering.statement, pairs, articles))
    conflicts = [conflict for conflict in found if conflict]
    return tuple(sorted(conflicts, key=lambda conflict: (_GRAVITY.index(conflict.severity), conflict.id)))
