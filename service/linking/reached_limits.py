"""Which bounds a comparison has reached: what lies beyond them was compared less closely, or not at all."""

import math
from collections.abc import Collection, Iterable, Iterator

from service.domain.limits import LimitName, ReachedLimit
from service.domain.quotations import ArticleAnalysis, Speaker
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.statements.blocking import MAX_BLOCK_SIZE, has_common_key
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.statements import MOST_HELD_TOGETHER, StatementCluster
from service.linking.wording.alignment import MOST_EQUAL_PAIRS, is_repetitive
from service.linking.wording.tokens import words_of

# Fewer characters have fewer equal pairs of words: each word has one, and a blank.
_SHORTEST = 2 * math.isqrt(MOST_EQUAL_PAIRS)


def limits_of(report: ArticleAnalysis) -> tuple[ReachedLimit, ...]:
    """Those that an article has reached, read and compared with whatever others."""
    texts = (attribution.quotation.text for attribution in report.attributions)
    repeats = any(is_repetitive(words_of(text)) for text in texts if len(text) > _SHORTEST)
    return report.limits + repeats * (ReachedLimit(LimitName.REPETITION, MOST_EQUAL_PAIRS, report.article.id),)


def limits_of_all(
    speakers: Iterable[Speaker], versions: Collection[Duplicates], clusters: Iterable[StatementCluster]
) -> tuple[ReachedLimit, ...]:
    """Those that several articles have reached together."""
    return tuple(ReachedLimit(name, bound) for name, bound in _reached(speakers, versions, clusters))


def _reached(
    speakers: Iterable[Speaker], versions: Collection[Duplicates], clusters: Iterable[StatementCluster]
) -> Iterator[tuple[LimitName, int]]:
    if has_common_key(versions):
        yield LimitName.COMMON_WORDS, MAX_BLOCK_SIZE
    if any(len(cluster.versions) > MOST_HELD_TOGETHER for cluster in clusters):
        yield LimitName.VERSIONS, MOST_HELD_TOGETHER
    if any(len(speaker.affiliations) > MAX_POSITIONS for speaker in speakers):
        yield LimitName.COMPARED_POSITIONS, MAX_POSITIONS
