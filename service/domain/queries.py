"""What a reader asks of the store, and one page of the answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Self, TypeVar


@dataclass(frozen=True, slots=True)
class Overview:
    """How much is stored; counting stops at `MOST_COUNTED`."""

    n_articles: int
    n_quotations: int
    n_conflicts: int


# Counting reads what it counts: this many take milliseconds.
MOST_COUNTED = 100_000


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """A request that names itself by its Idempotency-Key, and a digest of what it sent."""

    key: str
    digest: str

    @classmethod
    def named(cls, key: str | None, digest: str) -> Self | None:
        """The request of this key; None if it does not name itself."""
        return cls(key, digest) if key is not None else None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which stored items to list: all given filters apply; times are in seconds since 1970, `until` exclusive."""

    outlet: str | None = None
    speaker_id: str | None = None
    kind: str | None = None
    severity: str | None = None
    status: str | None = None
    since: float | None = None
    until: float | None = None
    words: str | None = None
    changed_since: float | None = None
    min_confidence: float | None = None
    article_id: str | None = None
    search_id: str | None = None
    """A saved search whose filters apply, too."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Filters of the list of conflicts under a name; `created_at` is in seconds since 1970."""

    id: str
    name: str
    filters: Filters
    created_at: float


class Listed(StrEnum):
    """What the desk has lists of."""

    ARTICLES = "articles"
    QUOTATIONS = "quotations"
    SPEAKERS = "speakers"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """What an analysis answers: with what is only thought, too; without what is less sure than `min_confidence`."""

    attitudes: bool = False
    min_confidence: float = 0.0


class Order(StrEnum):
    """How a list of conflicts is sorted."""

    GRAVEST = "gravest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The page of a list to return; lists that cannot be sorted ignore `order`."""

    limit: int = 50
    cursor: str | None = None
    order: Order = Order.GRAVEST
    with_total: bool = False


_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """One page of a list, and the cursor of the next; None on the last page.

    `total` is how many the whole list has, where that was asked for; counting stops at `MOST_COUNTED`.
    """

    items: tuple[_Item, ...]
    cursor: str | None
    total: int | None = None
