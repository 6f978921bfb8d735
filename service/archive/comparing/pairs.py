"""Which duplicates are worth comparing, by joins on their keys, and which of these pairs report the same words.

A period of four weeks at a time, with the one before and the one after: what is in memory at one time does not grow
with the years that an archive spans. Of each pair the one with the smaller number is looked for in its own period.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from service.archive.comparing.quotations import UNDATED, Row, representative, speaker_in
from service.archive.engine import INTEGER, NUMBER, TRUTH, Frame, col, made
from service.archive.steps import Table
from service.linking.speakers.authors import author_relation
from service.linking.statements.blocking import MAX_BLOCK_SIZE, MIN_SHARED_KEYS
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import match_between
from service.linking.statements.score_bounds import may_match
from service.linking.time_window import MOST_DAYS_APART, days_apart
from service.store.links.representatives import signatures_of

MATCHES = {"score": NUMBER, "is_repeated": TRUTH}
# Keys are counted in as many passes: most are held by one quotation alone, and all are counted.
N_COUNTS = 4
_OUTLINED = ("printed", "whole", "day")


def common_keys(postings: Frame, part: int) -> Frame:
    """Of the keys of this part, those that too many hold in the whole archive to tell any of them apart."""
    counted = (
        postings.where(col("key") // 4 % N_COUNTS == part).groupby("key").agg(col("version").count().alias("n_holders"))
    )
    return counted.where(col("n_holders") > MAX_BLOCK_SIZE)


def periods_near(period: int, periods: tuple[int, ...]) -> list[int]:
    """The periods whose quotations may be of one occasion with one of this period, which is among them."""
    near = {period - 1, period, period + 1, UNDATED}
    return list(periods) if period == UNDATED else [one for one in periods if one in near]


def candidates(postings: Table, common: Frame, period: int) -> Frame:
    """The pairs that share keys enough that count, and may be of one occasion; each once."""
    near = postings.frame(periods_near(period, postings.periods)).join(common, on="key", how="anti")
    own = postings.frame([period]).join(common, on="key", how="anti")
    names = {"version": "other", "day": "other_day", "word": "other_word", "is_lone": "other_lone"}
    others = near.select("key", *(col(name).alias(other) for name, other in names.items()))
    met = own.join(others, on="key").where((col("version") < col("other")) & _are_of_one_occasion())
    shared = met.groupby("version", "other").agg(
        col("word").count_distinct().alias("n_words"),
        (col("word").is_null() | col("is_lone") | col("other_lone")).bool_or().alias("is_enough"),
    )
    return shared.where(col("is_enough") | (col("n_words") >= MIN_SHARED_KEYS)).select("version", "other")


def matches(pairs: Frame, duplicates: Table, period: int) -> Frame:
    """Those of the pairs that report the same words, with their scores."""
    own = duplicates.frame([period]).select("version", *_OUTLINED, "sample")
    near = duplicates.frame(periods_near(period, duplicates.periods))
    renamed = {name: f"other_{name}" for name in (*_OUTLINED, "sample")}
    others = near.select(col("version").alias("other"), *(col(name).alias(new) for name, new in renamed.items()))
    both = pairs.join(own, on="version").join(others, on="other")
    given = ["version", "other", *_OUTLINED, *(renamed[name] for name in _OUTLINED), "sample", "other_sample"]
    return made(both, _match, given, {"first": INTEGER, "second": INTEGER, **MATCHES})


def _are_of_one_occasion() -> Frame:
    apart = col("day") - col("other_day")
    return apart.is_null() | ((apart <= MOST_DAYS_APART) & (apart >= -MOST_DAYS_APART))


def _match(first: int, second: int, *packed: Any) -> Iterator[Row]:  # noqa: ANN401 - outlines and words of both
    printed, whole, day, other_printed, other_whole, other_day, sample, other_sample = packed
    signatures, others = _signatures(printed, whole), _signatures(other_printed, other_whole)
    n_apart = days_apart(day, other_day)
    if not may_match(signatures, others, n_apart):
        return
    authors = author_relation(_speaker(sample), _speaker(other_sample))
    if not may_match(signatures, others, n_apart, authors):
        return
    found = match_between(_duplicates(first, sample), _duplicates(second, other_sample))
    if found is not None:
        yield first, second, found.score, found.is_repeated


# Each has some ten candidates, and the rows of one stand together.
_signatures = lru_cache(maxsize=16384)(signatures_of)
_speaker = lru_cache(maxsize=16384)(speaker_in)
_representative = lru_cache(maxsize=16384)(representative)


def _duplicates(number: int, sample: str) -> Duplicates:
    words: ComparableQuotation = _representative(number, sample)
    return Duplicates(words.content, (words,))
