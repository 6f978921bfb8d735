"""Matches of duplicates: pairs that share keys enough are compared, with as little read of each as can decide."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from service.domain.quotations import Speaker
from service.linking.speakers.authors import author_relation
from service.linking.statements.comparable import ComparableQuotation
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.events import Occasion, days_that_count
from service.linking.statements.matching import match_between
from service.linking.statements.score_bounds import Outline, likely_outline, may_match_by
from service.linking.wording.signatures import SignaturePair
from service.store.links.representatives import Sample, representative_of, sample_speaker, signatures_of
from service.store.sql.bulk_values import change, find, in_values
from service.store.sql.rows.values import Values
from service.store.sql.tables import DuplicatesRow, MatchRow

Pair = tuple[int, int]
"""The numbers of two groups of duplicates, the smaller one first."""
_Known = tuple[SignaturePair, Occasion]
_Stored = tuple[str, Sample, str | None]

_SIGNATURES = select(DuplicatesRow.number, DuplicatesRow.printed, DuplicatesRow.whole, DuplicatesRow.topic).where(
    in_values(DuplicatesRow.number)
)
_SAMPLES = select(DuplicatesRow.number, DuplicatesRow.id, DuplicatesRow.sample, DuplicatesRow.topic).where(
    in_values(DuplicatesRow.number)
)
_MATCHES = select(MatchRow.first, MatchRow.second).where(in_values(MatchRow.first))
_OF_EITHER = or_(in_values(MatchRow.first), in_values(MatchRow.second))
_MATCHED = select(MatchRow.first, MatchRow.second).where(_OF_EITHER)
_PAIR = MatchRow.first == bindparam("one"), MatchRow.second == bindparam("other")


class _Representatives:
    """Representatives by number: those at hand, and samples of stored ones, unpacked when they are needed."""

    def __init__(
        self,
        at_hand: Mapping[int, ComparableQuotation],
        stored: Mapping[int, _Stored],
        signatures: Mapping[int, SignaturePair],
    ) -> None:
        self._unpacked = dict(at_hand)
        self._stored = stored
        self._signatures = signatures

    def speaker(self, number: int) -> Speaker | None:
        """Who said the words; these are not unpacked for it."""
        if number in self._unpacked:
            return self._unpacked[number].speaker
        _, sample, _ = self._stored[number]
        return sample_speaker(sample)

    def duplicates(self, number: int) -> Duplicates:
        """The representative, for all that it stands for."""
        if number not in self._unpacked:
            duplicates_id, sample, topic = self._stored[number]
            representative = representative_of(sample, duplicates_id, topic)
            self._unpacked[number] = replace(representative, stored_signatures=self._signatures[number])
        return Duplicates(self._unpacked[number].content, (self._unpacked[number],))


def record_matches(
    connection: Connection,
    pairs: Collection[Pair],
    at_hand: Mapping[int, ComparableQuotation],
    days: Mapping[int, int | None],
) -> set[int]:
    """Store the matches among these pairs, which share keys enough; the numbers of all that are matched.

    Of most candidates the signatures are read, of fewer the speakers, of few the words.
    """
    known = _known(connection, numbers_in(pairs) - at_hand.keys(), days)
    known.update({number: (quotation.signatures, quotation.occasion) for number, quotation in at_hand.items()})
    outlines = {pair: outline for pair in sorted(pairs) if (outline := _outline(*(known[number] for number in pair)))}
    samples = _samples(connection, numbers_in(outlines) - at_hand.keys())
    representatives = _Representatives(
        at_hand, samples, {number: signatures for number, (signatures, _) in known.items()}
    )
    likely = [
        pair
        for pair, outline in outlines.items()
        if may_match_by(outline, author_relation(*map(representatives.speaker, pair)))
    ]
    rows = [row for pair in likely if (row := _values(pair, representatives)) is not None]
    if rows:
        connection.execute(insert(MatchRow), rows)
    return numbers_in((row["first"], row["second"]) for row in rows)


def representatives_of(connection: Connection, numbers: Iterable[int]) -> dict[int, ComparableQuotation]:
    """The representatives of these duplicates."""
    samples = _samples(connection, numbers)
    return {number: representative_of(sample, id_, topic) for number, (id_, sample, topic) in samples.items()}


def matches_from(connection: Connection, numbers: Iterable[int]) -> set[Pair]:
    """The matched pairs whose first these are."""
    return set(find(connection, _MATCHES, numbers))


def remove_matches(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Remove the matches of these pairs."""
    rows = [{"one": first, "other": second} for first, second in pairs]
    if rows:
        connection.execute(delete(MatchRow).where(*_PAIR), rows)


def remove_all_matches(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Remove all matches of these duplicates; the numbers in them."""
    pairs = find(connection, _MATCHED, numbers)
    change(connection, delete(MatchRow).where(_OF_EITHER), numbers)
    return numbers_in(pairs)


def numbers_in(pairs: Iterable[Pair]) -> set[int]:
    """The numbers of both, of all pairs."""
    return {number for pair in pairs for number in pair}


def _known(connection: Connection, numbers: Iterable[int], days: Mapping[int, int | None]) -> dict[int, _Known]:
    return {
        number: (signatures_of(printed, whole), Occasion(days[number], topic))
        for number, printed, whole, topic in find(connection, _SIGNATURES, numbers)
    }


def _outline(one: _Known, other: _Known) -> Outline | None:
    (signatures, occasion), (others, other_occasion) = one, other
    return likely_outline(signatures, others, days_that_count(occasion, other_occasion))


def _values(pair: Pair, representatives: _Representatives) -> Values | None:
    match = match_between(representatives.duplicates(pair[0]), representatives.duplicates(pair[1]))
    if match is None:
        return None
    return {"first": pair[0], "second": pair[1], "score": match.score, "is_repeated": match.is_repeated}


def _samples(connection: Connection, numbers: Iterable[int]) -> dict[int, _Stored]:
    return {number: tuple(rest) for number, *rest in find(connection, _SAMPLES, numbers)}
