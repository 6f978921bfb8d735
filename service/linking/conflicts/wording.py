"""One statement, different words between quotation marks."""

from collections.abc import Sequence

from service.domain.articles import Article
from service.domain.conflicts import Claim, Conflict, ConflictClass, ConflictKind
from service.domain.quotations import SpeakerKind
from service.linking.conflicts.claims import VersionPair, fullest_name, in_order, involved, places, sides, with_agreeing
from service.linking.conflicts.probabilities import probability_of
from service.linking.conflicts.summary import wording_summary
from service.linking.conflicts.wording_severity import WordingChanges, wording_changes
from service.linking.content_ids import identify
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import StatementCluster
from service.linking.wording.alignment import align, diff
from service.linking.wording.tokens import RARE, weight

# Of 46 conflicts over words that are real in the labelled stories one shares less, and so do 37 of 56 between articles
# that have nothing to do with each other.
_SHARED, _MOST, _TWO_THIRDS = 6, 0.6, 2 / 3
# "It was an attack," says one, "It was not an attack" the other. Reports of one utterance share such a run of words.
_COPIED = 4


def wording_conflict(
    cluster: StatementCluster, pairs: Sequence[VersionPair], articles: Sequence[Article]
) -> Conflict | None:
    """The conflict over the words, if two articles print others; `diff` is between the first two claims."""
    comparable = (pair for pair in pairs if not _may_be_two_utterances(pair))
    differing = [
        (changes, pair)
        for pair in comparable
        if (changes := _changes(pair)).steps and not _answers(pair, changes) and not _fits_headline(pair, changes)
    ]
    if not differing:
        return None
    gravest = min((changes for changes, _ in differing), key=lambda changes: changes.severity.rank)
    versions = involved(pair for _, pair in differing)
    # By their texts: versions that print the same words under different names are of one side.
    texts = {version.id: version.representative.printed_text for version in versions}
    apart = {frozenset(texts[version.id] for version in pair) for _, pair in differing}
    groups = sides(versions, lambda one, other: frozenset((texts[one.id], texts[other.id])) in apart)
    involved_ids = {version.id for version in versions}
    others = (version for version in involved(pairs) if version.id not in involved_ids)
    groups = with_agreeing(groups, others, _print_the_same)
    claims = in_order(Claim(group[0].representative.printed_text, places(group)) for group in groups)
    fullest = {group[0].representative.printed_text: group[0].representative for group in groups}
    first, second = (fullest[claim.value] for claim in claims[:2])
    steps = diff(first.printed_words, second.printed_words)
    return Conflict(
        id=identify("c", (ConflictKind.WORDING, cluster.id, *(claim.value for claim in claims))),
        kind=ConflictKind.WORDING,
        severity=gravest.severity,
        statement_id=cluster.id,
        speaker_id=None,
        summary=wording_summary(_speaker(first, versions), claims, steps, articles),
        claims=claims,
        diff=steps,
        class_=gravest.class_,
        probability=probability_of(gravest.class_, gravest.severity),
    )


def _speaker(passage: ComparableQuotation, versions: Sequence[Duplicates]) -> str | None:
    """The fullest name of the person who is quoted."""
    if passage.speaker is None or passage.speaker.kind is not SpeakerKind.PERSON:
        return None
    same = (one for one in versions if author_relation(passage.speaker, one.representative.speaker) is Relation.SAME)
    return fullest_name(same)


def _changes(pair: VersionPair) -> WordingChanges:
    return wording_changes(*(version.representative.printed_words for version in pair))


def _may_be_two_utterances(pair: VersionPair) -> bool:
    """Whether so little is the same that nothing differs in the same place ("a fact", "the fact").

    Some words in common show one utterance where they are most of either; of one speaker, two thirds of the shorter.
    """
    first, second = (version.representative for version in pair)
    runs = align(first.printed_words, second.printed_words).equal_runs
    shorter, longer = sorted(map(len, (first.printed_words, second.printed_words)))
    authors = author_relation(first.speaker, second.speaker)
    n_same = sum(map(len, runs))
    if n_same >= _SHARED:
        return False
    if authors is Relation.OTHER or (max(map(len, runs), default=0) < 2 and sum(map(weight, runs)) < RARE):
        return True
    return n_same < _MOST * longer and (authors is Relation.OPEN or n_same < _TWO_THIRDS * shorter)


def _answers(pair: VersionPair, changes: WordingChanges) -> bool:
    """Whether one denies what the other asserts, and nothing shows that the two are one speaker's words."""
    first, second = (version.representative for version in pair)
    is_denied = changes.class_ is ConflictClass.NEGATION
    if not is_denied or author_relation(first.speaker, second.speaker) is Relation.SAME:
        return False
    runs = align(first.printed_words, second.printed_words).equal_runs
    return max(map(len, runs), default=0) < _COPIED


def _fits_headline(pair: VersionPair, changes: WordingChanges) -> bool:
    """Whether a headline has other forms of the same words only, and fewer: "show" for "try showing"."""
    is_first, is_second = (any(word.in_headline for word in one.representative.printed_words) for one in pair)
    stems = [[{word.stem for word in words} for words in (step.left, step.right)] for step in changes.steps]
    return (is_first and all(left <= right for left, right in stems)) or (
        is_second and all(right <= left for left, right in stems)
    )


def _print_the_same(version: Duplicates, other: Duplicates) -> bool:
    """Whether both print the same words and no others, however they are spelt."""
    alignment = align(version.representative.printed_words, other.representative.printed_words)
    return all(step.is_equal for step in alignment.steps)
