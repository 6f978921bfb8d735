"""The sides of a conflict: what is said alike is one claim, with every place that says it."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from service.domain.conflicts import Claim, Evidence
from service.linking.statements.duplicates import Duplicates
from service.text.names import fullest

_Voice = TypeVar("_Voice")
VersionPair = tuple[Duplicates, Duplicates]


def sides(variants: Iterable[_Voice], disagree: Callable[[_Voice, _Voice], bool]) -> tuple[tuple[_Voice, ...], ...]:
    """The variants in groups within which none disagree; each joins the first group that it fits."""
    groups: list[tuple[_Voice, ...]] = []
    for variant in variants:
        fitting = (place for place, group in enumerate(groups) if not any(disagree(variant, one) for one in group))
        place = next(fitting, None)
        if place is None:
            groups.append((variant,))
        else:
            groups[place] = (*groups[place], variant)
    return tuple(groups)


def with_agreeing(
    groups: Iterable[tuple[_Voice, ...]], others: Iterable[_Voice], agree: Callable[[_Voice, _Voice], bool]
) -> tuple[tuple[_Voice, ...], ...]:
    """The groups, each with those of the others that agree with it alone."""
    joined = [list(group) for group in groups]
    originals = tuple(map(tuple, joined))
    for other in others:
        fitting = [place for place, group in enumerate(originals) if any(agree(other, one) for one in group)]
        if len(fitting) == 1:
            joined[fitting[0]].append(other)
    return tuple(map(tuple, joined))


def involved(pairs: Iterable[VersionPair]) -> tuple[Duplicates, ...]:
    """The versions of these pairs, each once, the one that says most first."""
    by_id = {version.id: version for pair in pairs for version in pair}
    return tuple(sorted(by_id.values(), key=lambda version: (-version.representative.weight, version.id)))


def places(versions: Iterable[Duplicates]) -> tuple[Evidence, ...]:
    """Where the versions stand: one place for each part between marks."""
    passages = (passage for version in versions for passage in version.passages)
    found = [
        Evidence(passage.article_id, passage.id, part.span) for passage in passages for part in passage.printed_parts
    ]
    return tuple(sorted(found, key=lambda place: (place.article_id, place.span)))


def fullest_name(versions: Iterable[Duplicates]) -> str:
    """The fullest form of the speakers' names; empty if no speaker was found."""
    names = [version.representative.speaker.name for version in versions if version.representative.speaker]
    return fullest(names) if names else ""


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of most articles first."""
    return tuple(sorted(claims, key=lambda claim: (-len(claim.article_ids), claim.article_ids, claim.value)))
