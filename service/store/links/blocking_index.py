"""The index of quotations' words: which duplicates of about the same days are worth comparing with new ones.

It stores what `linking.statements.blocking` computes over all duplicates at once: the same matches, whatever the order
in which they come and go. A key that too many hold counts for nothing; so when a key gets one holder too many, the
matches that rested on it are looked at again, and when it has one less, the duplicates that hold it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from service.linking.statements.blocking import MIN_SHARED_KEYS, is_selective
from service.linking.statements.comparable import ComparableQuotation
from service.linking.time_window import MOST_DAYS_APART, may_be_one
from service.store.links.index_keys import QuotationKeys
from service.store.links.matches import (
    Pair,
    matches_from,
    numbers_in,
    record_matches,
    remove_all_matches,
    remove_matches,
    representatives_of,
)
from service.store.sql.bulk_values import change, find, in_values, insert_numbers
from service.store.sql.tables import CommonKeyRow, PostingRow

# Before all days: no part of a primary key may be missing.
_UNDATED = -(2**31)

_COMMON = select(CommonKeyRow.key, CommonKeyRow.n_holders).where(in_values(CommonKeyRow.key))
_COUNTED = (
    update(CommonKeyRow).where(in_values(CommonKeyRow.key)).values(n_holders=CommonKeyRow.n_holders + bindparam("more"))
)
_RARE_AGAIN = delete(CommonKeyRow).where(in_values(CommonKeyRow.key))
_COUNTS = select(PostingRow.key, func.count()).where(in_values(PostingRow.key)).group_by(PostingRow.key)
_POSTINGS = select(PostingRow.key, PostingRow.day, PostingRow.version).where(in_values(PostingRow.key))
_POSTINGS_THEN = _POSTINGS.where(
    or_(PostingRow.day.between(bindparam("first"), bindparam("last")), PostingRow.day == _UNDATED)
)


@dataclass(frozen=True, slots=True)
class _KeyCounts:
    """How many duplicates hold each of some keys, before a change and after it."""

    before: Mapping[int, int]
    after: Mapping[int, int]

    @classmethod
    def of(cls, connection: Connection, changed: Mapping[int, int]) -> Self:
        """The keys that gain or lose this number of holders: stored for the few common ones, counted for all others."""
        common = _common(connection, changed)
        counted = dict(find(connection, _COUNTS, changed.keys() - common.keys()))
        before = dict.fromkeys(changed, 0) | common | counted
        return cls(before, {key: before[key] + n for key, n in changed.items()})

    def crossing(self) -> set[int]:
        """The keys that have become common, or are so no more."""
        return {key for key, n in self.before.items() if is_selective(n) is not is_selective(self.after[key])}

    def selective(self) -> set[int]:
        """The keys that count after the change."""
        return {key for key, n in self.after.items() if is_selective(n)}

    def store(self, connection: Connection) -> set[int]:
        """Store how many hold the common keys; the keys that have become common, or are so no more."""
        crossing = self.crossing()
        by_difference: dict[int, list[int]] = defaultdict(list)
        for key, n in self.before.items():
            if not is_selective(n) and key not in crossing:
                by_difference[self.after[key] - n].append(key)
        for difference, keys in by_difference.items():
            change(connection, _COUNTED, keys, more=difference)
        common = [(key, self.after[key]) for key in sorted(crossing) if is_selective(self.before[key])]
        insert_numbers(connection, CommonKeyRow, common)
        change(connection, _RARE_AGAIN, (key for key in crossing if is_selective(self.after[key])))
        return crossing


@dataclass(frozen=True, slots=True)
class _Postings:
    """Who holds some keys: the numbers of duplicates by key, and the day of each."""

    holders: Mapping[int, Collection[int]]
    days: Mapping[int, int | None]

    @classmethod
    def near(cls, connection: Connection, keys: Iterable[int], days: Collection[int | None]) -> Self:
        """Those that may be of one occasion with something of these days; a few more, of many days."""
        dated = [day for day in days if day is not None]
        if len(dated) < len(days):
            rows = find(connection, _POSTINGS, keys)
        else:
            first, last = min(dated) - MOST_DAYS_APART, max(dated) + MOST_DAYS_APART
            rows = find(connection, _POSTINGS_THEN, keys, first=first, last=last)
        holders: dict[int, list[int]] = defaultdict(list)
        stored: dict[int, int] = {}
        for key, day, number in rows:
            holders[key].append(number)
            stored[number] = day
        return cls(holders, {number: _day(day) for number, day in stored.items()})


def add_duplicates(connection: Connection, added: Mapping[int, ComparableQuotation]) -> set[int]:
    """Index new duplicates, by their numbers, and match them; the numbers of old ones that lost a match."""
    if not added:
        return set()
    keys = {number: QuotationKeys.of(quotation) for number, quotation in added.items()}
    counts = _KeyCounts.of(connection, Counter(key for held in keys.values() for key in held.words))
    lost = _review_matches(connection, counts.store(connection))
    pairs, days = _candidates(connection, added, keys, counts)
    record_matches(connection, pairs, added, days)
    postings = ((key, _stored(added[number].day), number) for number, held in keys.items() for key in held.words)
    insert_numbers(connection, PostingRow, sorted(postings))
    return lost


def remove_duplicates(connection: Connection, removed: Mapping[int, ComparableQuotation]) -> set[int]:
    """Remove duplicates and their matches; the numbers of those that were matched with them, or are matched now."""
    lost = Counter(key for quotation in removed.values() for key in QuotationKeys.of(quotation).words)
    counts = _KeyCounts.of(connection, {key: -n for key, n in lost.items()})
    touched = remove_all_matches(connection, removed)
    postings = delete(PostingRow).where(in_values(PostingRow.key), in_values(PostingRow.version, "versions"))
    change(connection, postings, lost, versions=list(removed))
    return (touched | _match_again(connection, counts.store(connection))) - set(removed)


def _candidates(
    connection: Connection,
    added: Mapping[int, ComparableQuotation],
    keys: Mapping[int, QuotationKeys],
    counts: _KeyCounts,
) -> tuple[set[Pair], dict[int, int | None]]:
    """The pairs with new duplicates that share keys enough that count, and may be of one occasion; the days of all."""
    selective = counts.selective()
    counting = {number: held.counting(selective) for number, held in keys.items()}
    known = {key for key in selective if counts.before[key]}
    fragments = {other for held in counting.values() for key, other in held.fragments.items() if key in known}
    postings = _Postings.near(connection, known | fragments, {quotation.day for quotation in added.values()})
    days = {**postings.days, **{number: quotation.day for number, quotation in added.items()}}
    pairs = _pairs_sharing_enough(counting, postings.holders)
    return {pair for pair in pairs if may_be_one(days[pair[0]], days[pair[1]])}, days


def _pairs_sharing_enough(added: Mapping[int, QuotationKeys], old: Mapping[int, Collection[int]]) -> set[Pair]:
    """The pairs of new duplicates with each other and with old ones that share enough of these keys."""
    met: dict[int, list[int]] = defaultdict(list)
    found: set[Pair] = set()
    for new, keys in sorted(added.items()):
        holders: dict[str, set[int]] = defaultdict(set)
        for key, word in keys.words.items():
            sharing = (*old.get(key, ()), *met[key])
            if word is None or key in keys.lone:
                found.update((other, new) for other in sharing)
            if word is not None:
                holders[word].update(sharing)
            met[key].append(new)
        for fragment in keys.fragments.values():
            found.update((other, new) for other in (*old.get(fragment, ()), *met[fragment]) if other != new)
        shared = Counter(other for some in holders.values() for other in some)
        found.update((other, new) for other, n_words in shared.items() if n_words >= MIN_SHARED_KEYS)
    return found


def _review_matches(connection: Connection, silenced: Iterable[int]) -> set[int]:
    """Remove the matches that rested on keys that count no more, and have too few others; the numbers in them."""
    held: dict[int, set[int]] = defaultdict(set)
    for key, _, number in find(connection, _POSTINGS, silenced):
        held[number].add(key)
    resting = {pair for pair in matches_from(connection, held) if held[pair[0]] & held.get(pair[1], set())}
    representatives = representatives_of(connection, numbers_in(resting))
    lost = resting - _sharing_enough(connection, resting, representatives)
    remove_matches(connection, lost)
    return numbers_in(lost)


def _match_again(connection: Connection, revived: Iterable[int]) -> set[int]:
    """Look at the pairs that hold keys that count again; the numbers of those that are matched now."""
    holders = _by_key((key, number) for key, _, number in find(connection, _POSTINGS, revived)).values()
    pairs = {(min(pair), max(pair)) for numbers in holders for pair in combinations(numbers, 2)}
    representatives = representatives_of(connection, numbers_in(pairs))
    unmatched = pairs - matches_from(connection, representatives)
    days = {number: quotation.day for number, quotation in representatives.items()}
    together = {pair for pair in unmatched if may_be_one(days[pair[0]], days[pair[1]])}
    likely = _sharing_enough(connection, together, representatives)
    return record_matches(connection, likely, representatives, days)


def _sharing_enough(
    connection: Connection, pairs: Iterable[Pair], representatives: Mapping[int, ComparableQuotation]
) -> set[Pair]:
    """Those of the pairs that share keys enough that count now."""
    keys = {number: QuotationKeys.of(quotation) for number, quotation in representatives.items()}
    held = {key for each in keys.values() for key in each.words}
    selective = held - _common(connection, held).keys()
    counting = {number: each.counting(selective) for number, each in keys.items()}
    return {(first, second) for first, second in pairs if counting[first].share_enough(counting[second])}


def _common(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    return dict(find(connection, _COMMON, keys))


def _by_key(postings: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, number in postings:
        found[key].append(number)
    return found


def _stored(day: int | None) -> int:
    return day if day is not None else _UNDATED


def _day(stored: int) -> int | None:
    return stored if stored != _UNDATED else None
