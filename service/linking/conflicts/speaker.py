"""One statement, two different people or organizations as its author."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictClass, ConflictKind, Severity
from service.domain.quotations import SpeakerKind
from service.linking.conflicts.claims import VersionPair, fullest_name, in_order, involved, places, sides, with_agreeing
from service.linking.conflicts.probabilities import probability_of
from service.linking.conflicts.summary import speaker_summary
from service.linking.content_ids import identify
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster
from service.linking.wording.alignment import align
from service.text.names import name_words

# The number of reprints of a version that are searched for an explanation; more would seldom help.
_MOST_REPRINTS = 8
# Of the stories' conflicts over the speaker, where a side was less sure, two in three were false.
_SURE = 0.8
# Those over the speaker that are real share five words in a row, or all of three and more: two people may say "They
# insult us", and "unhinged" or "no comment" is said of much.
_COPIED, _FEWEST = 5, 3


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
    class_ = _class(versions)
    severity = Severity.MEDIUM if class_ is ConflictClass.RELAYED else _severity(groups)
    claims = in_order(Claim(fullest_name(group), places(group)) for group in _with_others(groups, pairs))
    summary = speaker_summary(claims, versions[-1].representative.printed_text, articles)
    return conflict_over_speaker(cluster.id, claims, summary, class_, severity)


def conflict_over_speaker(
    statement_id: str, claims: Sequence[Claim], summary: str, class_: ConflictClass, severity: Severity
) -> Conflict:
    """The conflict over who said a statement, or whether somebody did, with these claims in this order."""
    return Conflict(
        id=identify("c", (ConflictKind.SPEAKER, statement_id, *(claim.value for claim in claims))),
        kind=ConflictKind.SPEAKER,
        severity=severity,
        statement_id=statement_id,
        speaker_id=None,
        summary=summary,
        claims=tuple(claims),
        class_=class_,
        probability=probability_of(class_, severity),
    )


def _with_others(
    groups: Sequence[tuple[Duplicates, ...]], pairs: Iterable[VersionPair]
) -> tuple[tuple[Duplicates, ...], ...]:
    """Each side with the other versions by its author; an article that prints the words as two people's is of none."""
    taken = {version.id for group in groups for version in group}
    likely = [version for version in involved(pairs) if version.representative.is_likely]
    sides_of: dict[str, set[int]] = defaultdict(set)
    for version in likely:
        for place, group in enumerate(groups):
            if _authors(group[0], version) is Relation.SAME:
                for article_id in version.article_ids:
                    sides_of[article_id].add(place)
    others = (one for one in likely if one.id not in taken and all(len(sides_of[id_]) < 2 for id_ in one.article_ids))
    return with_agreeing(groups, others, lambda one, other: _authors(one, other) is Relation.SAME)


def _class(versions: Collection[Duplicates]) -> ConflictClass:
    """Somebody else, somebody who is only described, or who by another article's account passes the words on."""
    speakers = {version.representative.speaker.name for version in versions if version.representative.speaker}
    if speakers.intersection(name for version in versions for name in version.representative.relays):
        return ConflictClass.RELAYED
    kinds = {version.representative.speaker.kind for version in versions if version.representative.speaker}
    return ConflictClass.DESCRIPTION if SpeakerKind.UNNAMED in kinds else ConflictClass.SPEAKER


def _have_other_authors(pair: VersionPair) -> bool:
    # Who denies the words is not their author.
    if not all(one.is_likely and not one.is_denied for one in (version.representative for version in pair)):
        return False
    if _authors(*pair) is not Relation.OTHER:
        return False
    return _are_copied(*pair) and not _is_relayed(*pair) and not _is_relayed(*pair[::-1])


def _are_copied(version: Duplicates, other: Duplicates) -> bool:
    """Whether so much stands in both word for word that only one of the two can have said it."""
    alignment = align(version.representative.printed_words, other.representative.printed_words)
    is_same = len(version.representative.printed_words) >= _FEWEST and all(step.is_equal for step in alignment.steps)
    return is_same or max(map(len, alignment.equal_runs), default=0) >= _COPIED


def _is_relayed(version: Duplicates, other: Duplicates) -> bool:
    """Whether the reporter's own words around the first name the other's speaker, who may be the author there, too."""
    speaker = other.representative.speaker
    if speaker is None or speaker.kind is not SpeakerKind.PERSON:
        return False
    around = {
        name for part in version.representative.parts if not part.is_printed for name in name_words(part.span.text)
    }
    return name_words(speaker.name)[-1] in around


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


def _severity(groups: Iterable[Sequence[Duplicates]]) -> Severity:
    """A description beside a name may yet be that person's, and who is identified unsurely may be the same."""
    sides = [[version.representative for version in group] for group in groups]
    kinds = {one.speaker.kind for side in sides for one in side if one.speaker}
    is_sure = all(max(one.confidence for one in side) >= _SURE for side in sides)
    return Severity.HIGH if is_sure and SpeakerKind.UNNAMED not in kinds else Severity.MEDIUM
