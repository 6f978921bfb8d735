"""Postings of any number of quotations, for the index of keys: as those of made quotations are, or drawn like them.

A drawn quotation has as many keys as a made one that chance picks. Each is new, or that of any earlier posting: what is
held often is held again. How many are new is measured at two sizes of what was made, and goes on falling by that power.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

# Quotations that are drawn at one time, and postings among which earlier ones are drawn: some of all that there are.
_TOGETHER, _REMEMBERED = 50_000, 20_000_000
_HIGHEST = 2**63 - 1
# An odd number, by which key and quotation make one number that stands for both.
_MIXING = np.int64(0x1E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Postings:
    """Who holds which key, and of which day it is: a row in each of the three."""

    keys: Numbers
    days: Numbers
    versions: Numbers


@dataclass(frozen=True, slots=True)
class Measured:
    """The keys of made quotations, one quotation after the other, and how many each has; no duplicate is among them."""

    keys: Numbers
    sizes: Numbers
    first_day: int
    a_day: float
    """Quotations a day."""
    late_share: float
    """The share of keys that no quotation before has, among those of the second half."""
    power: float
    """Of the size of the archive, by which that share falls."""

    @classmethod
    def of(cls, quotations: Sequence[Sequence[int]], days: Sequence[int]) -> "Measured":
        """Of quotations with these keys, of these days."""
        keys = np.array([key for held in quotations for key in held], np.int64)
        sizes = np.array([len(held) for held in quotations], np.int64)
        half = len(sizes) // 2
        early, late = (_new_share(keys, sizes, end // 2, end) for end in (half, 2 * half))
        a_day = len(days) / (days[-1] - days[0] + 1)
        return cls(keys, sizes, days[0], a_day, late, math.log(late / early) / math.log(2))

    def new_share(self, n: float) -> float:
        """The share of keys that no other has, among those of the quotation with this number."""
        # The middle of the second half is where it was measured.
        return self.late_share * math.pow(n / (0.75 * len(self.sizes)), self.power)

    def day(self, n: int) -> int:
        """The day of the quotation with this number."""
        return self.first_day + int(n / self.a_day)


def _new_share(keys: Numbers, sizes: Numbers, start: int, end: int) -> float:
    """The share of new keys in these quotations."""
    first, last = sizes[:start].sum(), sizes[:end].sum()
    before, after = (len(np.unique(keys[:until])) for until in (first, last))
    return float((after - before) / (last - first))


def postings(measured: Measured, n_quotations: int, *, seed: int = 1) -> Iterator[Postings]:
    """Those of the measured quotations, and of as many more as are drawn; in the order of their days."""
    chance, n_measured = np.random.default_rng(seed), len(measured.sizes)
    remembered, n_seen = measured.keys.copy(), len(measured.keys)
    yield _rows(measured, measured.keys, measured.sizes, start=0)
    for start in range(n_measured, n_quotations, _TOGETHER):
        sizes = chance.choice(measured.sizes, min(_TOGETHER, n_quotations - start))
        keys = remembered[chance.integers(0, len(remembered), sizes.sum())]
        is_new = chance.random(len(keys)) < measured.new_share(start + len(sizes) / 2)
        keys[is_new] = chance.integers(0, _HIGHEST, is_new.sum())
        yield _distinct(_rows(measured, keys, sizes, start=start))
        n_seen += len(keys)
        remembered = _remember(remembered, keys, n_seen, chance)


def _remember(remembered: Numbers, keys: Numbers, n_seen: int, chance: np.random.Generator) -> Numbers:
    """The same with these keys, each as likely among them as any before."""
    room = _REMEMBERED - len(remembered)
    together = np.concatenate([remembered, keys[:room]])
    rest = keys[room:] if room < len(keys) else keys[:0]
    stays = rest[chance.random(len(rest)) < _REMEMBERED / n_seen]
    together[chance.integers(0, len(together), len(stays))] = stays
    return together


def _rows(measured: Measured, keys: Numbers, sizes: Numbers, *, start: int) -> Postings:
    numbers = np.arange(start, start + len(sizes))
    days = measured.first_day + (numbers / measured.a_day).astype(np.int64)
    return Postings(keys, np.repeat(days, sizes), np.repeat(numbers + 1, sizes))


def _distinct(rows: Postings) -> Postings:
    """The same without the keys that chance has given a quotation twice."""
    with np.errstate(over="ignore"):
        mixed = rows.keys + rows.versions * _MIXING
    _, first = np.unique(mixed, return_index=True)
    first.sort()
    return Postings(rows.keys[first], rows.days[first], rows.versions[first])
