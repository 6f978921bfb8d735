"""One statement that one article reports as said, and another as denied or not said."""

from collections.abc import Iterator, Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictClass, Severity
from service.linking.conflicts.claims import VersionPair, fullest_name, in_order, involved, places
from service.linking.conflicts.speaker import conflict_over_speaker
from service.linking.conflicts.summary import speaker_summary
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster
from service.linking.wording.alignment import align

# Instead of a name: the value of the side that reports the words as not said.
_VALUE = "denied"
# Words in a row that only one person has said, unless all words are the same: many deny "a mistake".
_COPIED = 4


def denial_conflict(
    cluster: StatementCluster, pairs: Sequence[VersionPair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over whether it was said; an article that reports it as said, too, only says more."""
    affirming = {id_ for one in cluster.versions if _is_affirmed(one) for id_ in one.article_ids}
    contested = [pair for pair in _contradicting(pairs) if not pair[1].article_ids & affirming]
    if not contested:
        return None
    said, denied = (involved((pair[side], pair[side]) for pair in contested) for side in (0, 1))
    claims = in_order((Claim(fullest_name(said), places(said)), Claim(_VALUE, places(denied))))
    summary = speaker_summary(claims, denied[0].representative.printed_text, articles)
    # Who denies it, the article need not say.
    return conflict_over_speaker(cluster.id, claims, summary, ConflictClass.DENIED, Severity.MEDIUM)


def _contradicting(pairs: Sequence[VersionPair]) -> Iterator[VersionPair]:
    """The pairs of which one reports as said what the other reports as denied; the first is what was said."""
    for pair in pairs:
        for said, denied in (pair, pair[::-1]):
            if _is_contradicted(said, denied):
                yield said, denied


def _is_affirmed(version: Duplicates) -> bool:
    """Whether the article reports the words as somebody's."""
    return version.representative.speaker is not None and not version.representative.is_denied


def _is_contradicted(said: Duplicates, denied: Duplicates) -> bool:
    one, other = said.representative, denied.representative
    if not _is_affirmed(said) or not other.is_denied or not one.is_likely:
        return False
    # Who contradicts what somebody else has said does not deny having said it.
    if other.speaker is not None and author_relation(one.speaker, other.speaker) is not Relation.SAME:
        return False
    alignment = align(one.printed_words, other.printed_words)
    return all(step.is_equal for step in alignment.steps) or max(map(len, alignment.equal_runs), default=0) >= _COPIED
