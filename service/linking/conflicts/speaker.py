"""One statement, two different people or organizations as its author."""

from collections.abc import Iterable, Iterator, Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictKind, Severity
from service.domain.quotations import SpeakerKind
from service.linking.conflicts.claims import VersionPair, fullest_name, in_order, involved, places, sides
from service.linking.conflicts.summary import speaker_summary
from service.linking.content_ids import identify
from service.linking.speakers.compatibility import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster

# The number of reprints of a version that are searched for an explanation; more would seldom help.
_MOST_REPRINTS = 8


def speaker_conflict(
    cluster: StatementCluster, pairs: Sequence[VersionPair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over who said it, if two articles name authors of whom neither can stand for the other."""
    contested = [pair for pair in pairs if _have_other_authors(pair)]
    if not contested:
        return None
    agreed = _articles_that_agree(cluster, pairs)
    versions = involved(pair for pair in contested if not _is_explained(pair, agreed))
    if not versions:
        return None
    groups = sides(versions, lambda one, other: _authors(one, other) is not Relation.SAME)
    claims = in_order(Claim(fullest_name(group), places(group)) for group in groups)
    return Conflict(
        id=identify("c", (ConflictKind.SPEAKER, cluster.id, *(claim.value for claim in claims))),
        kind=ConflictKind.SPEAKER,
        severity=_severity(versions),
        statement_id=cluster.id,
        speaker_id=None,
        summary=speaker_summary(claims, versions[-1].representative.printed_text, articles),
        claims=claims,
    )


def _have_other_authors(pair: VersionPair) -> bool:
    return all(version.representative.is_likely for version in pair) and _authors(*pair) is Relation.OTHER


def _authors(version: Duplicates, other: Duplicates) -> Relation:
    return author_relation(version.representative.speaker, other.representative.speaker)


def _articles_that_agree(cluster: StatementCluster, pairs: Sequence[VersionPair]) -> frozenset[frozenset[str]]:
    """Pairs of articles that print the words as one author's."""
    alone = ((version, version) for version in cluster.versions)
    agreeing = (pair for pair in (*pairs, *alone) if _authors(*pair) is Relation.SAME)
    return frozenset(articles for pair in agreeing for articles in _pairs_of_articles(pair))


def _is_explained(pair: VersionPair, agreed: frozenset[frozenset[str]]) -> bool:
    """Whether one article prints the words as the other's author's, too (a headline, a caption)."""
    return all(articles in agreed for articles in _pairs_of_articles(pair))


def _pairs_of_articles(pair: VersionPair) -> Iterator[frozenset[str]]:
    left, right = (sorted(version.article_ids)[:_MOST_REPRINTS] for version in pair)
    return (frozenset((one, other)) for one in left for other in right if one != other)


def _severity(versions: Iterable[Duplicates]) -> Severity:
    """A description beside a name may yet be that person's, unknown to the articles."""
    kinds = {version.representative.speaker.kind for version in versions if version.representative.speaker}
    return Severity.MEDIUM if SpeakerKind.UNNAMED in kinds else Severity.HIGH
