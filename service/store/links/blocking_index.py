"""The index of quotations' words: which versions of its days are worth comparing with a new one, and which links hold.

It keeps what `comparison.candidates` computes over all versions at once: the same links, whatever the order in which
versions come and go. A key that too many versions hold counts nothing; so when a key gets one too many, the links
that rested on it are looked at again, and when it has one less, the versions that hold it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from service.linking.statements.blocking import MIN_SHARED_KEYS, Key, is_selective, keys_of, shared_keys
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import match_between
from service.linking.statements.scoring import may_be_alike
from service.linking.time_window import MOST_DAYS_APART, may_be_one
from service.linking.wording.signatures import SignaturePair
from service.store.links.representatives import representative_of, signatures_of
from service.store.sql.bulk_values import change, find, in_values, insert_numbers
from service.store.sql.rows import Row, key_number
from service.store.sql.tables import CommonKeyRow, DuplicatesRow, MatchRow, PostingRow

_Pair = tuple[int, int]

# Before all days: no part of a primary key may be missing.
_UNDATED = -(2**31)

_COMMON = select(CommonKeyRow.key, CommonKeyRow.n_holders).where(in_values(CommonKeyRow.key))
_COUNTED = (
    update(CommonKeyRow).where(in_values(CommonKeyRow.key)).values(n_holders=CommonKeyRow.n_holders + bindparam("more"))
)
_RARE_AGAIN = delete(CommonKeyRow).where(in_values(CommonKeyRow.key))
_COUNTS = select(PostingRow.key, func.count()).where(in_values(PostingRow.key)).group_by(PostingRow.key)
_HOLDERS = select(PostingRow.key, PostingRow.day, PostingRow.version).where(in_values(PostingRow.key))
_HOLDERS_THEN = _HOLDERS.where(
    or_(PostingRow.day.between(bindparam("first"), bindparam("last")), PostingRow.day == _UNDATED)
)
_OUTLINES = select(DuplicatesRow.number, DuplicatesRow.printed, DuplicatesRow.whole).where(
    in_values(DuplicatesRow.number)
)
_SAMPLES = select(DuplicatesRow.number, DuplicatesRow.id, DuplicatesRow.sample).where(in_values(DuplicatesRow.number))
_LINKS = select(MatchRow.first, MatchRow.second).where(in_values(MatchRow.first))
_LINKED = or_(in_values(MatchRow.first), in_values(MatchRow.second))
_PAIR = MatchRow.first == bindparam("one"), MatchRow.second == bindparam("other")


def add_versions(connection: Connection, added: Mapping[int, ComparableQuotation]) -> set[int]:
    """Index new versions, by their numbers, and link them; the numbers of old ones that lost a link."""
    if not added:
        return set()
    keys = {number: _keys(passage) for number, passage in added.items()}
    gained = Counter(key for held in keys.values() for key in held)
    before = _n_holders(connection, gained)
    after = {key: before[key] + n for key, n in gained.items()}
    lost = _withdraw(connection, _count(connection, before, after))
    telling = {key for key, n in after.items() if is_selective(n)}
    known = (key for key in telling if before[key])
    held = _holders_then(connection, known, {passage.day for passage in added.values()})
    days = {number: _told(day) for _, day, number in held} | {number: one.day for number, one in added.items()}
    counted = {number: {key: word for key, word in some.items() if key in telling} for number, some in keys.items()}
    pairs = _candidates(counted, _by_key(held))
    _link(connection, {pair for pair in pairs if may_be_one(days[pair[0]], days[pair[1]])}, added)
    rows = ((key, _stored(added[number].day), number) for number, held in keys.items() for key in held)
    insert_numbers(connection, PostingRow, sorted(rows))
    return lost


def remove_versions(connection: Connection, removed: Mapping[int, ComparableQuotation]) -> set[int]:
    """Forget versions and their links; the numbers of those that were linked to them, or are linked anew."""
    pairs = find(connection, select(MatchRow.first, MatchRow.second).where(_LINKED), removed)
    lost = Counter(key for passage in removed.values() for key in _keys(passage))
    before = _n_holders(connection, lost)
    after = {key: before[key] - n for key, n in lost.items()}
    change(connection, delete(MatchRow).where(_LINKED), removed)
    gone = delete(PostingRow).where(in_values(PostingRow.key), in_values(PostingRow.version, "versions"))
    change(connection, gone, lost, versions=list(removed))
    revived = _count(connection, before, after)
    return (_numbers_in(map(tuple, pairs)) | _restore(connection, revived)) - set(removed)


def _keys(passage: ComparableQuotation) -> dict[int, str | None]:
    """The numbers of a version's keys, each with the word behind it."""
    return {_number(key): key.word for key in keys_of(passage)}


def _number(key: Key) -> int:
    return key_number(key.content, kind=key.kind)


def _n_holders(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    """How many versions hold each key: kept of the few common ones, counted of all others."""
    keys = set(keys)
    common = _common(connection, keys)
    rare = {row[0]: row[1] for row in find(connection, _COUNTS, keys - common.keys())}
    return dict.fromkeys(keys, 0) | common | rare


def _common(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    return {row[0]: row[1] for row in find(connection, _COMMON, keys)}


def _count(connection: Connection, before: Mapping[int, int], after: Mapping[int, int]) -> set[int]:
    """Keep how many versions hold the common keys; those that have become common, or are so no more."""
    turned = {key for key, n in before.items() if is_selective(n) is not is_selective(after[key])}
    by_number: dict[int, list[int]] = defaultdict(list)
    for key, n in before.items():
        if not is_selective(n) and key not in turned:
            by_number[after[key] - n].append(key)
    for n, keys in by_number.items():
        change(connection, _COUNTED, keys, more=n)
    insert_numbers(connection, CommonKeyRow, [(key, after[key]) for key in sorted(turned) if is_selective(before[key])])
    change(connection, _RARE_AGAIN, (key for key in turned if is_selective(after[key])))
    return turned


def _holders_then(connection: Connection, keys: Iterable[int], days: Collection[int | None]) -> Sequence[Row]:
    """Who holds these keys and may be of one occasion with a version of these days; a few more, of many days."""
    told = [day for day in days if day is not None]
    if len(told) < len(days):
        return find(connection, _HOLDERS, keys)
    first, last = min(told) - MOST_DAYS_APART, max(told) + MOST_DAYS_APART
    return find(connection, _HOLDERS_THEN, keys, first=first, last=last)


def _by_key(holders: Iterable[Row]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, _, version in holders:
        found[key].append(version)
    return found


def _stored(day: int | None) -> int:
    return day if day is not None else _UNDATED


def _told(day: int) -> int | None:
    return day if day != _UNDATED else None


def _candidates(added: Mapping[int, Mapping[int, str | None]], old: Mapping[int, Iterable[int]]) -> set[_Pair]:
    """The pairs with a new version, by number, that share enough of the keys that count to be worth a look."""
    met: dict[int, list[int]] = defaultdict(list)
    found: set[_Pair] = set()
    for new, keys in sorted(added.items()):
        holders: dict[str, set[int]] = defaultdict(set)
        for key, word in keys.items():
            sharing = (*old.get(key, ()), *met[key])
            if word is None:
                found.update((other, new) for other in sharing)
            else:
                holders[word].update(sharing)
            met[key].append(new)
        shared = Counter(other for some in holders.values() for other in some)
        found.update((other, new) for other, n_words in shared.items() if n_words >= MIN_SHARED_KEYS)
    return found


def _ordered(one: int, other: int) -> _Pair:
    return (one, other) if one < other else (other, one)


def _link(connection: Connection, pairs: Collection[_Pair], known: Mapping[int, ComparableQuotation]) -> set[int]:
    """Keep the links of those pairs, which share keys enough, that report the same words.

    Of most candidates the outline is read, of few the words.
    """
    all_signatures = {number: passage.signatures for number, passage in known.items()}
    all_signatures.update(_signatures(connection, _numbers_in(pairs) - known.keys()))
    likely = [pair for pair in sorted(pairs) if may_be_alike(all_signatures[pair[0]], all_signatures[pair[1]])]
    representatives = {row.number: row for row in find(connection, _SAMPLES, _numbers_in(likely) - known.keys())}
    passages = dict(known)
    for number in _numbers_in(likely) - known.keys():
        passages[number] = representative_of(representatives[number].sample, representatives[number].id)
    rows = []
    for pair in likely:
        link = match_between(*(Duplicates(passages[number].content, (passages[number],)) for number in pair))
        if link is not None:
            told = {name: getattr(link, name) for name in ("score", "is_repeated")}
            rows.append({"first": pair[0], "second": pair[1], **told})
    if rows:
        connection.execute(insert(MatchRow), rows)
    return _numbers_in((row["first"], row["second"]) for row in rows)


def _numbers_in(pairs: Iterable[_Pair]) -> set[int]:
    return {number for pair in pairs for number in pair}


def _signatures(connection: Connection, wanted: Iterable[int]) -> dict[int, SignaturePair]:
    return {row.number: signatures_of(row) for row in find(connection, _OUTLINES, wanted)}


def _passages(connection: Connection, wanted: Iterable[int]) -> dict[int, ComparableQuotation]:
    return {row.number: representative_of(row.sample, row.id) for row in find(connection, _SAMPLES, wanted)}


def _withdraw(connection: Connection, silenced: Iterable[int]) -> set[int]:
    """Look again at the links that rested on keys that count no more; those without enough go."""
    held: dict[int, set[int]] = defaultdict(set)
    for key, _, number in find(connection, _HOLDERS, silenced):
        held[number].add(key)
    resting = {
        (first, second) for first, second in find(connection, _LINKS, held) if held[first] & held.get(second, set())
    }
    lost = resting - _sharing_enough(connection, resting, _passages(connection, _numbers_in(resting)))
    _unlink(connection, lost)
    return _numbers_in(lost)


def _restore(connection: Connection, revived: Iterable[int]) -> set[int]:
    """Look at the pairs that hold keys that count again; the numbers of those that are linked."""
    held = _by_key(find(connection, _HOLDERS, revived)).values()
    pairs = {_ordered(*pair) for versions in held for pair in combinations(versions, 2)}
    passages = _passages(connection, _numbers_in(pairs))
    linked = {(row.first, row.second) for row in find(connection, _LINKS, passages)}
    unlinked = {pair for pair in pairs - linked if may_be_one(*(passages[number].day for number in pair))}
    return _link(connection, _sharing_enough(connection, unlinked, passages), passages)


def _sharing_enough(
    connection: Connection, pairs: Iterable[_Pair], passages: Mapping[int, ComparableQuotation]
) -> set[_Pair]:
    """Those of the pairs that share keys enough that count now."""
    keys = {number: _keys(passage) for number, passage in passages.items()}
    common = _common(connection, {key for held in keys.values() for key in held})
    telling = {number: {key: word for key, word in held.items() if key not in common} for number, held in keys.items()}
    return {
        (first, second)
        for first, second in pairs
        if shared_keys(word for key, word in telling[first].items() if key in telling[second]) >= MIN_SHARED_KEYS
    }


def _unlink(connection: Connection, pairs: Iterable[_Pair]) -> None:
    rows = [{"one": first, "other": second} for first, second in pairs]
    if rows:
        connection.execute(delete(MatchRow).where(*_PAIR), rows)
