"""The index of quotations' words: which versions are worth comparing with a new one, and the links that hold.

It keeps what `comparison.candidates` computes over all versions at once: the same links, whatever the order in which
versions come and go. A key that too many versions hold counts nothing; so when a key gets one too many, the links
that rested on it are looked at again, and when it has one less, the versions that hold it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from service.comparison.candidates import ENOUGH, Key, KeyKind, keys_of, votes_of
from service.comparison.gists import Outline
from service.comparison.links import link_of
from service.comparison.passages import Passage
from service.comparison.similarity import may_be_alike, may_share_enough
from service.comparison.versions import Version
from service.store.among import among, change, find, insert_numbers
from service.store.rows import key_number
from service.store.samples import outline_of, sample_passage, speaker_of
from service.store.tables import HolderRow, KeyRow, LinkRow, VersionRow

_Pair = tuple[int, int]

_COUNTS = select(KeyRow.key, KeyRow.n_holders).where(among(KeyRow.key))
_COUNTED = update(KeyRow).where(among(KeyRow.key)).values(n_holders=KeyRow.n_holders + bindparam("more"))
_UNHELD = delete(KeyRow).where(among(KeyRow.key), KeyRow.n_holders == 0)
_HOLDERS = select(HolderRow.key, HolderRow.version).where(among(HolderRow.key))
_OUTLINES = select(VersionRow.number, VersionRow.printed, VersionRow.whole).where(among(VersionRow.number))
_SAMPLES = select(VersionRow.number, VersionRow.id, VersionRow.sample).where(among(VersionRow.number))
_LINKS = select(LinkRow.first, LinkRow.second, LinkRow.votes).where(among(LinkRow.first))
_LINKED = or_(among(LinkRow.first), among(LinkRow.second))
_PAIR = LinkRow.first == bindparam("one"), LinkRow.second == bindparam("other")


def add_versions(connection: Connection, added: Mapping[int, Passage]) -> set[int]:
    """Index new versions, by their numbers, and link them; the numbers of old ones that lost a link."""
    keys = {number: _numbers(passage) for number, passage in added.items()}
    gained = Counter(key for numbers in keys.values() for key in numbers)
    before = _n_holders(connection, gained)
    _count(connection, gained, before)
    votes = {key: (_votes_of(key, n), _votes_of(key, n + gained[key])) for key, n in before.items()}
    old = _holders(connection, (key for key, n_votes in votes.items() if any(n_votes)))
    held = sorted((key, number) for number, numbers in keys.items() for key in numbers)
    insert_numbers(connection, HolderRow, held)
    lost = _withdraw(connection, {key: was - now for key, (was, now) in votes.items() if was > now}, old)
    counted = {key: _votes_of(key, before.get(key, 0) + n) for key, n in gained.items()}
    _link(connection, dict(_votes(keys, old, counted)), added)
    return lost


def remove_versions(connection: Connection, removed: Mapping[int, Passage]) -> set[int]:
    """Forget versions and their links; the numbers of those that were linked to them, or are linked anew."""
    pairs = find(connection, select(LinkRow.first, LinkRow.second).where(_LINKED), removed)
    lost = Counter(key for passage in removed.values() for key in _numbers(passage))
    before = _n_holders(connection, lost)
    change(connection, delete(LinkRow).where(_LINKED), removed)
    gone = delete(HolderRow).where(among(HolderRow.key), among(HolderRow.version, "versions"))
    change(connection, gone, lost, versions=list(removed))
    _count(connection, {key: -n for key, n in lost.items()}, before)
    change(connection, _UNHELD, lost)
    revived = {key for key, n in before.items() if _votes_of(key, n) < _votes_of(key, n - lost[key])}
    return (_numbers_in(map(tuple, pairs)) | _restore(connection, revived)) - set(removed)


def _numbers(passage: Passage) -> frozenset[int]:
    return frozenset(map(_number, keys_of(passage)))


def _number(key: Key) -> int:
    return key_number(key.content, kind=key.kind)


def _votes_of(number: int, n_holders: int) -> int:
    return votes_of(KeyKind(number & 3), n_holders)


def _n_holders(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    return {row[0]: row[1] for row in find(connection, _COUNTS, keys)}


def _count(connection: Connection, more: Mapping[int, int], before: Collection[int]) -> None:
    insert_numbers(connection, KeyRow, sorted((key, n) for key, n in more.items() if key not in before))
    by_number: dict[int, list[int]] = defaultdict(list)
    for key in before:
        by_number[more[key]].append(key)
    for n, keys in by_number.items():
        change(connection, _COUNTED, keys, more=n)


def _holders(connection: Connection, keys: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for key, version in find(connection, _HOLDERS, keys):
        found[key].append(version)
    return found


def _votes(
    added: Mapping[int, Iterable[int]], old: Mapping[int, Iterable[int]], counted: Mapping[int, int]
) -> Iterator[tuple[_Pair, int]]:
    """What the keys count together for each pair with a new version, where it is enough."""
    met: dict[int, list[int]] = defaultdict(list)
    for new, keys in sorted(added.items()):
        votes: Counter[int] = Counter()
        for key in keys:
            for _ in range(counted[key]):
                votes.update(old.get(key, ()))
                votes.update(met[key])
            met[key].append(new)
        yield from (((other, new), n) for other, n in votes.items() if n >= ENOUGH)


def _ordered(one: int, other: int) -> _Pair:
    return (one, other) if one < other else (other, one)


def _link(connection: Connection, votes: Mapping[_Pair, int], known: Mapping[int, Passage]) -> set[int]:
    """Keep the links of those pairs, which have votes enough, that report the same words.

    Of most candidates the outline is read, of some the speaker, of few the words.
    """
    outlines = {number: passage.outline for number, passage in known.items()}
    outlines.update(_outlines(connection, _numbers_in(votes) - known.keys()))
    sharing = [pair for pair in votes if may_share_enough(outlines[pair[0]], outlines[pair[1]])]
    samples = {row.number: row for row in find(connection, _SAMPLES, _numbers_in(sharing) - known.keys())}
    speakers = {number: passage.speaker for number, passage in known.items()}
    speakers.update({number: speaker_of(row.sample) for number, row in samples.items()})
    likely = [
        (first, second)
        for first, second in sharing
        if may_be_alike(outlines[first], outlines[second], (speakers[first], speakers[second]))
    ]
    passages = dict(known)
    for number in _numbers_in(likely) - known.keys():
        passages[number] = sample_passage(samples[number].sample, samples[number].id)
    rows = []
    for pair in likely:
        link = link_of(*(Version(passages[number].content, (passages[number],)) for number in pair))
        if link is not None:
            told = {name: getattr(link, name) for name in ("score", "n_indirect", "is_copied", "is_repeated")}
            rows.append({"first": pair[0], "second": pair[1], "votes": votes[pair], **told})
    if rows:
        connection.execute(insert(LinkRow), rows)
    return _numbers_in((row["first"], row["second"]) for row in rows)


def _numbers_in(pairs: Iterable[_Pair]) -> set[int]:
    return {number for pair in pairs for number in pair}


def _outlines(connection: Connection, wanted: Iterable[int]) -> dict[int, Outline]:
    return {row.number: outline_of(row) for row in find(connection, _OUTLINES, wanted)}


def _passages(connection: Connection, wanted: Iterable[int]) -> dict[int, Passage]:
    return {row.number: sample_passage(row.sample, row.id) for row in find(connection, _SAMPLES, wanted)}


def _withdraw(connection: Connection, keys: Mapping[int, int], holders: Mapping[int, Iterable[int]]) -> set[int]:
    """Take away so many votes of these keys; the versions whose links have too few left."""
    held: dict[int, set[int]] = defaultdict(set)
    for key in keys:
        for number in holders[key]:
            held[number].add(key)
    kept, lost = [], []
    for first, second, n_votes in find(connection, _LINKS, held):
        left = n_votes - sum(keys[key] for key in held[first] & held.get(second, set()))
        if left < ENOUGH:
            lost.append({"one": first, "other": second})
        elif left < n_votes:
            kept.append({"one": first, "other": second, "left": left})
    if kept:
        connection.execute(update(LinkRow).where(*_PAIR).values(votes=bindparam("left")), kept)
    if lost:
        connection.execute(delete(LinkRow).where(*_PAIR), lost)
    return {number for pair in lost for number in pair.values()}


def _restore(connection: Connection, keys: set[int]) -> set[int]:
    """Give back the votes of these keys, and look at the pairs that have votes enough again."""
    if not keys:
        return set()
    pairs = {_ordered(*pair) for versions in _holders(connection, keys).values() for pair in combinations(versions, 2)}
    numbers = {number for pair in pairs for number in pair}
    passages = _passages(connection, numbers)
    held = {number: _numbers(passage) for number, passage in passages.items()}
    counts = _n_holders(connection, {key for numbers in held.values() for key in numbers})
    votes = {
        (first, second): n_votes
        for first, second in pairs
        if (n_votes := sum(_votes_of(key, counts[key]) for key in held[first] & held[second])) >= ENOUGH
    }
    again = [{"one": row[0], "other": row[1]} for row in find(connection, _LINKS, numbers) if (row[0], row[1]) in pairs]
    if again:
        connection.execute(delete(LinkRow).where(*_PAIR), again)
    return _link(connection, votes, passages)
