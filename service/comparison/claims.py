"""The sides of a conflict: what is said alike is one claim, with every place that says it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from service.comparison.passages import Passage
from service.domain import Claim, Evidence

_Voice = TypeVar("_Voice")
PassagePair = tuple[Passage, Passage]


def sides(voices: Iterable[_Voice], disagree: Callable[[_Voice, _Voice], bool]) -> tuple[tuple[_Voice, ...], ...]:
    """The voices in groups within which none disagree; each joins the first group that it fits."""
    groups: list[tuple[_Voice, ...]] = []
    for voice in voices:
        fitting = (place for place, group in enumerate(groups) if not any(disagree(voice, one) for one in group))
        place = next(fitting, None)
        if place is None:
            groups.append((voice,))
        else:
            groups[place] = (*groups[place], voice)
    return tuple(groups)


def involved(pairs: Iterable[PassagePair]) -> tuple[Passage, ...]:
    """The quotations of these pairs, each once, the one that says most first."""
    by_id = {passage.id: passage for pair in pairs for passage in pair}
    return tuple(sorted(by_id.values(), key=lambda passage: (-passage.weight, passage.id)))


def places(passages: Iterable[Passage]) -> tuple[Evidence, ...]:
    """Where the quotations stand: one place for each part between marks."""
    found = [
        Evidence(passage.article_id, passage.id, part.span) for passage in passages for part in passage.printed_parts
    ]
    return tuple(sorted(found, key=lambda place: (place.article_id, place.span)))


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of most articles first."""
    return tuple(sorted(claims, key=lambda claim: (-len(claim.article_ids), claim.article_ids, claim.value)))
