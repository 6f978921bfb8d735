"""The index of quotations' words: which versions are worth comparing with a new one, and the links that hold.

It keeps what `comparison.candidates` computes over all versions at once: the same links, whatever the order in which
versions come and go. A key that too many versions hold counts nothing; so when a key gets one too many, the links
that rested on it are looked at again, and when it has one less, the versions that hold it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from sqlalchemy import Connection, delete, insert, or_, select, update

from service.comparison.candidates import ENOUGH, Key, KeyKind, keys_of, votes_of
from service.comparison.links import link_of
from service.comparison.passages import Passage
from service.comparison.similarity import may_be_alike
from service.comparison.versions import Version
from service.store.chunks import chunks
from service.store.rows import Row, key_number
from service.store.samples import outline_of, sample_passage
from service.store.tables import HolderRow, KeyRow, LinkRow, VersionRow

_Pair = tuple[int, int]


def add_versions(connection: Connection, added: Mapping[int, Passage]) -> set[int]:
    """Index new versions, by their numbers, and link them; the numbers of old ones that lost a link."""
    keys = {number: _numbers(passage) for number, passage in added.items()}
    gained = Counter(key for numbers in keys.values() for key in numbers)
    before = _n_holders(connection, gained)
    _count(connection, gained, before)
    held = [{"key": key, "version": number} for number, numbers in keys.items() for key in numbers]
    for rows in chunks(sorted(held, key=lambda row: (row["key"], row["version"]))):
        connection.execute(insert(HolderRow), rows)
    after = {key: before.get(key, 0) + n for key, n in gained.items()}
    fewer = {key: _votes_of(key, n) - _votes_of(key, after[key]) for key, n in before.items()}
    lost = _withdraw(connection, {key: n for key, n in fewer.items() if n}, added)
    counted = {key: n_votes for key, n in after.items() if (n_votes := _votes_of(key, n))}
    _link(connection, _votes(_holders(connection, counted), counted, set(added)))
    return lost


def remove_versions(connection: Connection, removed: Mapping[int, Passage]) -> set[int]:
    """Forget versions and their links; the numbers of those that were linked to them, or are linked anew."""
    touched = _linked(connection, removed)
    lost = Counter(key for passage in removed.values() for key in _numbers(passage))
    before = _n_holders(connection, lost)
    for numbers in chunks(removed):
        connection.execute(delete(LinkRow).where(or_(LinkRow.first.in_(numbers), LinkRow.second.in_(numbers))))
    for keys in chunks(lost):
        connection.execute(delete(HolderRow).where(HolderRow.key.in_(keys), HolderRow.version.in_(set(removed))))
    _count(connection, {key: -n for key, n in lost.items()}, before)
    revived = {key for key, n in before.items() if _votes_of(key, n) < _votes_of(key, n - lost[key])}
    return (touched | _restore(connection, revived)) - set(removed)


def _numbers(passage: Passage) -> frozenset[int]:
    return frozenset(map(_number, keys_of(passage)))


def _number(key: Key) -> int:
    return key_number(key.content, kind=key.kind)


def _votes_of(number: int, n_holders: int) -> int:
    return votes_of(KeyKind(number & 3), n_holders)


def _n_holders(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for numbers in chunks(keys):
        rows = connection.execute(select(KeyRow.key, KeyRow.n_holders).where(KeyRow.key.in_(numbers)))
        found.update((row[0], row[1]) for row in rows)
    return found


def _count(connection: Connection, change: Mapping[int, int], before: Mapping[int, int]) -> None:
    fresh = [{"key": key, "n_holders": n} for key, n in change.items() if key not in before]
    for rows in chunks(fresh):
        connection.execute(insert(KeyRow), rows)
    by_change: dict[int, list[int]] = defaultdict(list)
    for key in before:
        by_change[change[key]].append(key)
    for n, keys in by_change.items():
        for numbers in chunks(keys):
            statement = update(KeyRow).where(KeyRow.key.in_(numbers))
            connection.execute(statement.values(n_holders=KeyRow.n_holders + n))


def _holders(connection: Connection, keys: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for numbers in chunks(keys):
        rows = connection.execute(select(HolderRow.key, HolderRow.version).where(HolderRow.key.in_(numbers)))
        for key, version in rows:
            found[key].append(version)
    return found


def _votes(holders: Mapping[int, Iterable[int]], counted: Mapping[int, int], added: set[int]) -> Counter[_Pair]:
    """What the keys count together for each pair with a new version."""
    votes: Counter[_Pair] = Counter()
    for key, versions in holders.items():
        for new in added.intersection(versions):
            for other in versions:
                if other not in added or other > new:
                    votes[_ordered(new, other)] += counted[key]
    return votes


def _ordered(one: int, other: int) -> _Pair:
    return (one, other) if one < other else (other, one)


def _link(connection: Connection, votes: Mapping[_Pair, int]) -> set[int]:
    """Keep the links of those pairs that have votes enough and report the same words."""
    pairs = [pair for pair, n in votes.items() if n >= ENOUGH]
    samples = _samples(connection, {number for pair in pairs for number in pair})
    outlines = {number: outline_of(row.sample) for number, row in samples.items()}
    likely = [pair for pair in pairs if may_be_alike(*(outlines[number] for number in pair))]
    versions = {number: _version(samples[number]) for pair in likely for number in pair}
    rows = []
    for first, second in likely:
        link = link_of(versions[first], versions[second])
        if link is not None:
            told = {name: getattr(link, name) for name in ("score", "n_indirect", "is_copied", "is_repeated")}
            rows.append({"first": first, "second": second, "votes": votes[first, second], **told})
    for some in chunks(rows):
        connection.execute(insert(LinkRow), some)
    return {number for row in rows for number in (row["first"], row["second"])}


def _samples(connection: Connection, wanted: Iterable[int]) -> dict[int, Row]:
    return {
        row.number: row
        for numbers in chunks(wanted)
        for row in connection.execute(select(VersionRow).where(VersionRow.number.in_(numbers)))
    }


def _version(row: Row) -> Version:
    return Version(row.id, (sample_passage(row.sample, row.id),))


def _withdraw(connection: Connection, keys: Mapping[int, int], added: Mapping[int, Passage]) -> set[int]:
    """Take away so many votes of these keys; the versions whose links have too few left."""
    old = {key: sorted(set(versions) - set(added)) for key, versions in _holders(connection, keys).items()}
    for key, versions in old.items():
        fewer = update(LinkRow).where(LinkRow.first.in_(versions), LinkRow.second.in_(versions))
        connection.execute(fewer.values(votes=LinkRow.votes - keys[key]))
    lost: set[int] = set()
    for versions in old.values():
        weak = LinkRow.first.in_(versions), LinkRow.second.in_(versions), LinkRow.votes < ENOUGH
        rows = connection.execute(select(LinkRow.first, LinkRow.second).where(*weak)).all()
        if rows:
            connection.execute(delete(LinkRow).where(*weak))
        lost.update(number for row in rows for number in row)
    return lost


def _linked(connection: Connection, wanted: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for numbers in chunks(wanted):
        either = or_(LinkRow.first.in_(numbers), LinkRow.second.in_(numbers))
        rows = connection.execute(select(LinkRow.first, LinkRow.second).where(either))
        found.update(number for row in rows for number in row)
    return found


def _restore(connection: Connection, keys: set[int]) -> set[int]:
    """Give back the votes of these keys, and look at the pairs that have votes enough again."""
    if not keys:
        return set()
    pairs = {_ordered(*pair) for versions in _holders(connection, keys).values() for pair in combinations(versions, 2)}
    numbers = {number for pair in pairs for number in pair}
    held = {number: _numbers(_version(row).sample) for number, row in _samples(connection, numbers).items()}
    counts = _n_holders(connection, {key for numbers in held.values() for key in numbers})
    votes = {
        (first, second): sum(_votes_of(key, counts[key]) for key in held[first] & held[second])
        for first, second in pairs
    }
    for some in chunks(numbers):
        connection.execute(delete(LinkRow).where(LinkRow.first.in_(some), LinkRow.second.in_(numbers)))
    return _link(connection, votes)
