"""One statement, different words between quotation marks."""

from collections.abc import Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictKind, Severity
from service.domain.quotations import SpeakerKind
from service.linking.conflicts.claims import VersionPair, fullest_name, in_order, involved, places, sides
from service.linking.conflicts.probabilities import probability_of
from service.linking.conflicts.summary import wording_summary
from service.linking.conflicts.wording_severity import wording_class, wording_severity
from service.linking.content_ids import identify
from service.linking.speakers.compatibility import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster
from service.linking.wording.alignment import diff


def wording_conflict(
    cluster: StatementCluster, pairs: Sequence[VersionPair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over the words, if two articles print others; `diff` is between the first two claims."""
    graded = [(severity, pair) for pair in pairs if (severity := _severity(pair)) is not None]
    if not graded:
        return None
    gravest, (one, other) = min(graded, key=lambda entry: entry[0].rank)
    class_ = wording_class(one.representative.printed_words, other.representative.printed_words)
    versions = involved(pair for _, pair in graded)
    # By their texts: versions that print the same words under different names are of one side.
    texts = {version.id: version.representative.printed_text for version in versions}
    apart = {frozenset(texts[version.id] for version in pair) for _, pair in graded}
    groups = sides(versions, lambda one, other: frozenset((texts[one.id], texts[other.id])) in apart)
    claims = in_order(Claim(group[0].representative.printed_text, places(group)) for group in groups)
    fullest = {group[0].representative.printed_text: group[0].representative for group in groups}
    first, second = (fullest[claim.value] for claim in claims[:2])
    steps = diff(first.printed_words, second.printed_words)
    return Conflict(
        id=identify("c", (ConflictKind.WORDING, cluster.id, *(claim.value for claim in claims))),
        kind=ConflictKind.WORDING,
        severity=gravest,
        statement_id=cluster.id,
        speaker_id=None,
        summary=wording_summary(_speaker(first, versions), claims, steps, articles),
        claims=claims,
        diff=steps,
        class_=class_,
        probability=probability_of(class_, gravest),
    )


def _speaker(passage: ComparableQuotation, versions: Sequence[Duplicates]) -> str | None:
    """The fullest name of the person who is quoted."""
    if passage.speaker is None or passage.speaker.kind is not SpeakerKind.PERSON:
        return None
    same = (one for one in versions if author_relation(passage.speaker, one.representative.speaker) is Relation.SAME)
    return fullest_name(same)


def _severity(pair: VersionPair) -> Severity | None:
    return wording_severity(*(version.representative.printed_words for version in pair))
