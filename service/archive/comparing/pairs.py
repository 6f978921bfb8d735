"""Which duplicates are worth comparing, by joins on their keys, and which of these pairs report the same words.

A slice of a period of four weeks at a time, with that period, the one before and the one after: what is in memory at
one time grows neither with the years that an archive spans nor with what a period holds. Of each pair the one with the
smaller number is looked for in its own slice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow

from service.archive.comparing.bounds import may_match
from service.archive.comparing.outlines import Packed
from service.archive.comparing.quotations import UNDATED, Row, representative, speaker_in
from service.archive.engine import INTEGER, NUMBER, TRUTH, Frame, col, daft, made
from service.archive.steps import Table
from service.linking.speakers.authors import author_relation
from service.linking.speakers.organizations import Relation
from service.linking.statements.blocking import MAX_BLOCK_SIZE
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import match_between
from service.linking.statements.scoring import may_be_alike
from service.linking.time_window import MOST_DAYS_APART
from service.store.links.representatives import signatures_of

MATCHES = {"score": NUMBER, "is_repeated": TRUTH}
# Duplicates that meet the others of their period, and of its neighbours, at one time.
_SLICE = 5_000
_OUTLINED = ("printed", "whole", "day", "topic")
_COMPARED = ("version", "printed", "whole", "topic", "sample")
# Of both; and for each relation that their authors may have, whether they may report the same words then.
_PAIR = [*_COMPARED, *(f"other_{name}" for name in _COMPARED), *Relation]
# Pairs whose outlines are looked at together: some twenty megabytes.
_OUTLINES = 4_096


def key_part(n_parts: int) -> Frame:
    """The part of a posting, by its key: all that hold a key are in one."""
    # The lowest two bits are the key's kind.
    return col("key") // 4 % n_parts


def common_keys(postings: Frame) -> Frame:
    """Those of the keys that too many hold in the whole archive to tell any of them apart."""
    return _counted(postings).where(col("n_holders") > MAX_BLOCK_SIZE)


def shared_keys(postings: Frame) -> Frame:
    """The postings whose keys bring duplicates together: held by several, and not by too many."""
    counted = _counted(postings)
    several = counted.where((col("n_holders") > 1) & (col("n_holders") <= MAX_BLOCK_SIZE)).select("key")
    return postings.join(several, on="key", how="semi")


def _counted(postings: Frame) -> Frame:
    return postings.groupby("key").agg(col("version").count().alias("n_holders"))


def periods_near(period: int, periods: tuple[int, ...]) -> list[int]:
    """The periods whose quotations may be of one occasion with one of this period, which is among them."""
    near = {period - 1, period, period + 1, UNDATED}
    return list(periods) if period == UNDATED else [one for one in periods if one in near]


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the duplicates of a period: every `n`th of them."""

    period: int
    place: int
    n: int

    @property
    def name(self) -> str:
        """What a step is called that is done for this slice."""
        return f"{self.period}-{self.place}"

    def of(self, table: Table) -> Frame:
        """The rows of the slice."""
        # Not by the lowest bits: tables have parts by these.
        return table.frame([self.period]).where(col("version") // 2**16 % self.n == self.place)


def slices_of(duplicates: Table) -> Iterator[Slice]:
    """The slices of all periods of these duplicates; one if there are no duplicates."""
    for period in duplicates.parts or (UNDATED,):
        n = duplicates.frame([period]).count_rows() // _SLICE + 1
        yield from (Slice(period, place, n) for place in range(n))


def candidates(postings: Table, some: Slice) -> Frame:
    """The pairs of this slice that share keys enough, and may be of one occasion; each once."""
    near, own = postings.frame(periods_near(some.period, postings.parts)), some.of(postings)
    names = {"version": "other", "day": "other_day", "word": "other_word", "is_lone": "other_lone"}
    others = near.select("key", *(col(name).alias(other) for name, other in names.items()))
    met = own.join(others, on="key").where((col("version") < col("other")) & _are_of_one_occasion())
    # Of two words, as many as `share_enough` asks for, one is the smaller; to count them takes four times as long.
    shared = met.groupby("version", "other").agg(
        col("word").min().alias("one_word"),
        col("word").max().alias("other_word"),
        (col("word").is_null() | col("is_lone") | col("other_lone")).bool_or().alias("is_enough"),
    )
    return shared.where(col("is_enough") | (col("one_word") < col("other_word"))).select("version", "other")


def matches(pairs: Frame, duplicates: Table, some: Slice) -> Frame:
    """Those of the pairs of this slice that report the same words, with their scores."""
    near = duplicates.frame(periods_near(some.period, duplicates.parts))
    return made(_likely(pairs, near), _match, _PAIR, {"first": INTEGER, "second": INTEGER, **MATCHES})


def _likely(pairs: Frame, near: Frame) -> Frame:
    """Those of the pairs that are not ruled out, some thousands at one time, with what is compared of both ends.

    The duplicates around are read once, for they are most of the bytes.
    """
    ends = pairs.select("version").concat(pairs.select(col("other").alias("version"))).distinct()
    met, known = pairs.to_arrow(), near.select(*_COMPARED, "day").join(ends, on="version", how="semi").to_arrow()
    known = known.sort_by("version")
    versions = known.column("version").to_numpy()
    one, other = (np.searchsorted(versions, met.column(name).to_numpy()) for name in ("version", "other"))
    packed = Packed(*(known.column(name).combine_chunks() for name in _OUTLINED))
    some = (slice(start, start + _OUTLINES) for start in range(0, len(one), _OUTLINES))
    found = [may_match(packed.of(one[each]), packed.of(other[each])) for each in some]
    by_authors = [np.concatenate([np.empty(0, bool), *(each[authors] for each in found)]) for authors in Relation]
    likely = np.flatnonzero(np.any(by_authors, axis=0))
    # One after the other where one end is the same, which is then at hand.
    likely = likely[np.lexsort((other[likely], one[likely]))]
    sides = (known.take(place[likely]) for place in (one, other))
    columns = [side.column(name) for side in sides for name in _COMPARED]
    return daft.from_arrow(pyarrow.table([*columns, *(each[likely] for each in by_authors)], names=_PAIR))


def _are_of_one_occasion() -> Frame:
    apart = col("day") - col("other_day")
    return apart.is_null() | ((apart <= MOST_DAYS_APART) & (apart >= -MOST_DAYS_APART))


def _match(*both: Any) -> Iterator[Row]:  # noqa: ANN401 - what is compared of both, and relations of authors
    half = len(_COMPARED)
    one, other, by_authors = both[:half], both[half : 2 * half], both[2 * half :]
    authors = author_relation(*(_speaker(sample) for *_, sample in (one, other)))
    if not dict(zip(Relation, by_authors, strict=True))[authors]:
        return
    first, second = _duplicates(*one), _duplicates(*other)
    if may_be_alike(first.representative.signatures, second.representative.signatures):
        found = match_between(first, second)
        if found is not None:
            yield one[0], other[0], found.score, found.is_repeated


# The speaker of one meets those of all periods around it: some twenty megabytes.
_speaker = lru_cache(maxsize=16_384)(speaker_in)


# Most are of one pair or two that are compared.
@lru_cache(maxsize=1_000)
def _duplicates(number: int, printed: bytes | None, whole: bytes | None, topic: str | None, sample: str) -> Duplicates:
    words = representative(number, sample, topic)
    return Duplicates(words.content, (replace(words, stored_signatures=signatures_of(printed, whole)),))
