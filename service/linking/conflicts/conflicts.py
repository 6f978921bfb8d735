"""Where the members of one statement, or the positions of one speaker, disagree."""

from collections.abc import Iterable, Sequence

from service.domain.articles import Article
from service.domain.conflicts import Conflict
from service.domain.quotations import Speaker
from service.linking.conflicts.affiliation import affiliation_conflict
from service.linking.conflicts.denials import denial_conflict
from service.linking.conflicts.speaker import speaker_conflict
from service.linking.conflicts.wording import wording_conflict
from service.linking.statements.statements import StatementCluster


def conflicts_of_statement(cluster: StatementCluster, articles: Sequence[Article]) -> tuple[Conflict, ...]:
    """The conflicts of one statement, at most one of a kind; `articles` are those that print it."""
    # What a reporter puts in words of their own is no evidence of what was said, nor by whom exactly.
    pairs = [
        (left, right)
        for left, right in cluster.pairs
        if all(one.representative.printed_parts and one.representative.is_speech for one in (left, right))
        and len(left.article_ids | right.article_ids) > 1
    ]
    spoken = speaker_conflict(cluster, pairs, articles) or denial_conflict(cluster, pairs, articles)
    found = spoken, wording_conflict(cluster, pairs, articles)
    return tuple(conflict for conflict in found if conflict)


def conflicts_of_speaker(speaker: Speaker, articles: Sequence[Article]) -> tuple[Conflict, ...]:
    """The conflict over what the speaker is, if there is one; `articles` are those that say so."""
    found = affiliation_conflict(speaker, articles)
    return (found,) if found else ()


def gravest_first(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts as a reader wants them."""
    return tuple(sorted(conflicts, key=lambda conflict: (conflict.severity.rank, conflict.id)))
