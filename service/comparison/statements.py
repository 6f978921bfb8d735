"""The groups of quotations, within and across articles, that report the same words."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.comparison.candidates import candidate_pairs
from service.comparison.identity import identify
from service.comparison.pairs import Pair, pair_of
from service.comparison.passages import Passage
from service.comparison.similarity import likeness
from service.domain import Statement

_Group = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A statement with the pairs of its quotations whose words can be held against each other."""

    statement: Statement
    pairs: tuple[tuple[Passage, Passage], ...]


def find_statements(passages: Iterable[Passage]) -> tuple[Gathering, ...]:
    """Every passage in exactly one statement; the same whatever the order of the passages."""
    ordered = sorted(passages, key=lambda passage: passage.id)
    copied, reworded = _matches(ordered)
    copies: dict[str, _Group] = {passage.id: (passage,) for passage in ordered}
    for pair in copied:
        _unite(copies, pair)
    groups = dict(copies)
    for pair in reworded:
        if not _articles(groups[pair.left.id]) & _articles(groups[pair.right.id]):
            _unite(groups, pair)
    alike = [*copied, *(pair for pair in reworded if copies[pair.left.id] != copies[pair.right.id])]
    return tuple(_gathering(group, alike) for group in sorted(set(groups.values()), key=_ids))


def _matches(passages: list[Passage]) -> tuple[list[Pair], list[Pair]]:
    """The pairs that report the same words: those that copy them, and the reworded ones, most alike first.

    A reporter renders a statement once: what resembles two quotations of one article reports at most one of
    them. So copies come first, printed words before renderings, and reworded pairs never bring two quotations of
    one article together.
    """
    scored = [(likeness(pair).score, pair) for pair in (pair_of(*two) for two in candidate_pairs(passages))]
    found = [(score, pair) for score, pair in scored if score > 0 and _may_match(pair)]
    found.sort(key=lambda match: (_n_indirect(match[1]), -match[0], match[1].left.id, match[1].right.id))
    copied = [pair for _, pair in found if pair.is_copied]
    return copied, [pair for _, pair in found if not pair.is_copied]


def _n_indirect(pair: Pair) -> int:
    return sum(not passage.printed_parts for passage in (pair.left, pair.right))


def _may_match(pair: Pair) -> bool:
    """One article repeats a statement only word for word (a headline, a caption)."""
    return pair.left.article_id != pair.right.article_id or pair.is_repeated


def _unite(groups: dict[str, _Group], pair: Pair) -> None:
    left, right = groups[pair.left.id], groups[pair.right.id]
    if left != right:
        united = tuple(sorted((*left, *right), key=lambda passage: passage.id))
        groups.update((passage.id, united) for passage in united)


def _articles(group: _Group) -> frozenset[str]:
    return frozenset(passage.article_id for passage in group)


def _ids(group: _Group) -> tuple[str, ...]:
    return tuple(passage.id for passage in group)


def _gathering(group: _Group, alike: Iterable[Pair]) -> Gathering:
    members = frozenset(group)
    pairs = ((pair.left, pair.right) for pair in alike if pair.left in members and pair.right in members)
    return Gathering(_statement(group), tuple(sorted(pairs, key=_ids)))


def _statement(group: _Group) -> Statement:
    ids = _ids(group)
    speakers = {passage.speaker.id for passage in group if passage.speaker}
    wording = min(group, key=lambda passage: (not passage.printed_parts, -passage.weight, passage.id))
    return Statement(identify("t", ids), ids, tuple(sorted(speakers)), wording.quotation.text)
