"""A conflict made ready for readers: once for page, desk, terminal and client, which differ in the places alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from service.presentation.claims import AnyClaim, AnyStep, Words, words_of_claims

_Claim = TypeVar("_Claim", bound=AnyClaim)
_Claim_co = TypeVar("_Claim_co", bound=AnyClaim, covariant=True)
_Place = TypeVar("_Place")


class AnyConflict(Protocol[_Claim_co]):
    """A conflict of the domain's, or of the client's: both have these."""

    @property
    def kind(self) -> str:
        """What the reports disagree about: a ConflictKind."""

    @property
    def severity(self) -> str:
        """How much it should worry an editor: a Severity."""

    @property
    def summary(self) -> str:
        """The disagreement in a sentence."""

    @property
    def claims(self) -> Sequence[_Claim_co]:
        """Its sides."""

    @property
    def diff(self) -> Sequence[AnyStep] | None:
        """The steps from the first claim to the second, of wordings."""


@dataclass(frozen=True, slots=True)
class SideView(Generic[_Place]):
    """One side: its words, and where they stand; `n_more` articles make the claim that are not listed."""

    words: tuple[Words, ...]
    places: tuple[_Place, ...]
    n_more: int


@dataclass(frozen=True, slots=True)
class ConflictView(Generic[_Place]):
    """A conflict, its sides beside each other."""

    kind: str
    severity: str
    summary: str
    sides: tuple[SideView[_Place], ...]


def conflict_view(
    conflict: AnyConflict[_Claim], places_of: Callable[[_Claim], Iterable[_Place]], *, most_places: int | None = None
) -> ConflictView[_Place]:
    """The conflict as it is shown; `places_of` says where a claim stands, and is asked for `most_places` at most."""
    words = words_of_claims(conflict.kind, conflict.claims, conflict.diff)
    return ConflictView(
        conflict.kind,
        conflict.severity,
        conflict.summary,
        tuple(
            SideView(side, tuple(islice(places_of(claim), most_places)), _n_more(claim, most_places))
            for claim, side in zip(conflict.claims, words, strict=True)
        ),
    )


def _n_more(claim: AnyClaim, most_places: int | None) -> int:
    return 0 if most_places is None else max(0, len(claim.article_ids) - most_places)
