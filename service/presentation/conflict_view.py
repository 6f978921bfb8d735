"""A conflict made ready for readers: once for page, desk and terminal, which differ in the places alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from service.domain.conflicts import Claim, Conflict, ConflictKind, Severity
from service.presentation.claims import Words, words_of_claims

_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class SideView(Generic[_Place]):
    """One side: its words, and where they stand; `n_more` articles make the claim that are not listed."""

    words: tuple[Words, ...]
    places: tuple[_Place, ...]
    n_more: int


@dataclass(frozen=True, slots=True)
class ConflictView(Generic[_Place]):
    """A conflict, its sides beside each other."""

    kind: ConflictKind
    severity: Severity
    summary: str
    sides: tuple[SideView[_Place], ...]

    @property
    def is_quoted(self) -> bool:
        """Whether the sides are words that articles print between marks, which belong to them."""
        return self.kind is ConflictKind.WORDING


def conflict_view(
    conflict: Conflict, places_of: Callable[[Claim], Iterable[_Place]], *, most_places: int | None = None
) -> ConflictView[_Place]:
    """The conflict as it is shown; `places_of` says where a claim stands, and is asked for `most_places` at most."""
    words = words_of_claims(conflict.kind, conflict.claims)
    return ConflictView(
        conflict.kind,
        conflict.severity,
        conflict.summary,
        tuple(
            SideView(side, tuple(islice(places_of(claim), most_places)), _n_more(claim, most_places))
            for claim, side in zip(conflict.claims, words, strict=True)
        ),
    )


def _n_more(claim: Claim, most_places: int | None) -> int:
    return 0 if most_places is None else max(0, len(claim.article_ids) - most_places)
