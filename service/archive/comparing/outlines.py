"""What is known of many pairs of quotations without their words: the fields of `score_bounds.Outline`, together."""

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Self

import numpy as np
import pyarrow
from pyarrow import compute

from service.archive.comparing.unpacking import Numbers, Signatures, unpacked
from service.linking.statements.events import is_one_topic
from service.linking.wording.tokens import RARE
from service.linking.wording.word_codes import weight_of_codes

# The bits of a code in a number that is made of a place and of one or two codes.
_CODE = 16
# The place of a pair is mixed into the numbers of its senses, so that all are looked up together.
_ODD = 0x9E3779B97F4A7C15
_MIXED = np.int64(_ODD - 2**64)
# The bits of a place in a table in which numbers are looked up.
_TABLE = 23


@dataclass(frozen=True, slots=True)
class Packed:
    """Quotations as their duplicates are stored: packed signatures, days, and topics."""

    printed: pyarrow.Array
    whole: pyarrow.Array
    day: pyarrow.Array
    topic: pyarrow.Array

    def of(self, places: Numbers) -> Self:
        """Those at these places."""
        return replace(self, **{each.name: getattr(self, each.name).take(places) for each in fields(self)})


@dataclass(frozen=True, slots=True)
class Outlines:
    """The fields of `score_bounds.Outline` for each pair; those that are bounds there are no smaller here."""

    n_indirect: Numbers
    n_shorter: Numbers
    shorter_weight: Numbers
    longer_weight: Numbers
    shared_vocabulary: Numbers
    shared_matter: Numbers
    longest_run: Numbers
    n_shared: Numbers
    shared_weight: Numbers
    part_weight: Numbers
    function_words: Numbers
    """How much the function words say of the one whose say less."""
    n_days_apart: Numbers
    """Not a number if one tells no day; that both may report one event is left to `are_of_one_topic`."""

    @property
    def run_weight(self) -> Numbers:
        """No run of words that both print says more."""
        return np.minimum(self.longest_run * RARE, self.shared_weight)


def outlines(one: Packed, other: Packed) -> Outlines:
    """The outlines of these pairs."""
    n = len(one.day)
    are_printed = compute.and_(compute.is_valid(one.printed), compute.is_valid(other.printed))
    left, right = (unpacked(_compared(each, are_printed)) for each in (one, other))
    n_indirect = sum(_as_numbers(compute.is_null(each.printed)) for each in (one, other))
    vocabulary, matter = _shared_senses(left, right, n)
    n_shared, shared_weight = _shared_codes(left, right, n)
    longest_run = np.minimum(_longest_runs(left, right, n), n_shared)
    # A piece between marks that the other has in a row is such a run; one that is all of the words is no shorter.
    is_part = (n_indirect > 0) | (longest_run >= np.minimum(_shortest_parts(left, n), _shortest_parts(right, n)))
    return Outlines(
        n_indirect=n_indirect,
        n_shorter=np.minimum(left.n_words, right.n_words),
        shorter_weight=np.minimum(left.weight, right.weight),
        longer_weight=np.maximum(left.weight, right.weight),
        shared_vocabulary=vocabulary,
        shared_matter=matter,
        longest_run=longest_run,
        n_shared=n_shared,
        shared_weight=shared_weight,
        part_weight=is_part * np.minimum(longest_run * RARE, shared_weight),
        function_words=np.minimum(left.small, right.small),
        n_days_apart=np.abs(_as_numbers(one.day) - _as_numbers(other.day)),
    )


def are_of_one_topic(one: Packed, other: Packed, places: Numbers) -> list[bool]:
    """Whether the articles of the pairs at these places are about the same: see `events`."""
    return list(map(is_one_topic, *(each.topic.take(places).to_pylist() for each in (one, other))))


def _compared(each: Packed, are_printed: pyarrow.Array) -> pyarrow.Array:
    """The words between marks where both have some, else all words."""
    return compute.if_else(are_printed, each.printed, compute.coalesce(each.whole, each.printed))


def _as_numbers(column: pyarrow.Array) -> Numbers:
    return column.cast(pyarrow.float64()).to_numpy(zero_copy_only=False)


def _shared_senses(left: Signatures, right: Signatures, n: int) -> tuple[Numbers, Numbers]:
    """What the words say that both have in some form; and without the names."""
    numbers, others = (side.sense ^ (side.sense_place * _MIXED) for side in (left, right))
    at, other_at = np.flatnonzero(_are_among(numbers, others)), np.flatnonzero(_are_among(others, numbers))
    _, one, other = np.intersect1d(numbers[at], others[other_at], assume_unique=True, return_indices=True)
    first, second = at[one], other_at[other]
    place = left.sense_place[first]
    says = np.minimum(left.says[first], right.says[second])
    is_matter = ~(left.is_name[first] | right.is_name[second])
    return np.bincount(place, says, n), np.bincount(place, says * is_matter, n)


def _shared_codes(left: Signatures, right: Signatures, n: int) -> tuple[Numbers, Numbers]:
    """No more words are in both, and these say no more: the fewer of those of the one that are in the other."""
    sides = [
        (side.code_place, side.code_place << _CODE | side.code, _code_weights()[side.code]) for side in (left, right)
    ]
    (_, codes, _), (_, others, _) = sides
    found = _are_among(codes, others), _are_among(others, codes)
    counts = [np.bincount(place, is_shared, n) for (place, _, _), is_shared in zip(sides, found, strict=True)]
    says = [
        np.bincount(place, is_shared * weights, n) for (place, _, weights), is_shared in zip(sides, found, strict=True)
    ]
    return np.minimum(*counts), np.minimum(*says)


def _longest_runs(left: Signatures, right: Signatures, n: int) -> Numbers:
    """No run of words that both have is longer: as many words of the one follow each other in the other, two by two."""
    (places, twos), (_, others) = (_twos(side) for side in (left, right))
    is_shared = _are_among(twos, others)
    at = np.arange(len(twos))
    begins = np.append(True, np.diff(places) > 0)[: len(twos)]
    # The last two before each that are not shared, or are of an earlier pair.
    before = np.maximum.accumulate(np.where(is_shared, np.where(begins, at - 1, -1), at))
    longest = np.zeros(n, np.int64)
    np.maximum.at(longest, places, np.where(is_shared, at - before, 0))
    return longest + 1


def _twos(side: Signatures) -> tuple[Numbers, Numbers]:
    """Of every two words in a row the place, and a number for both with it."""
    place = side.code_place
    is_two = place[1:] == place[:-1]
    twos = (place[1:] << _CODE | side.code[:-1]) << _CODE | side.code[1:]
    return place[1:][is_two], twos[is_two]


def _are_among(numbers: Numbers, others: Numbers) -> Numbers:
    """Whether each of the numbers is among the others; now and then one that is not seems to be."""
    is_there = np.zeros(1 << _TABLE, bool)
    is_there[_slot(others)] = True
    return is_there[_slot(numbers)]


def _slot(numbers: Numbers) -> Numbers:
    return (numbers.astype(np.uint64) * np.uint64(_ODD)) >> np.uint64(64 - _TABLE)


def _shortest_parts(side: Signatures, n: int) -> Numbers:
    """The words of the piece between marks, where it is one."""
    return np.where(side.n_breaks == 0, np.bincount(side.code_place, minlength=n), 0)


@cache
def _code_weights() -> Numbers:
    return np.array([weight_of_codes(chr(code)) for code in range(1 << _CODE)])
