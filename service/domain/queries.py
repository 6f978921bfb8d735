"""What a reader asks of the store, and a page of the answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Self, TypeVar


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is; of what is more than `MOST_COUNTED`, no more are counted."""

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
        """The request of this key; None where it does not name itself."""
        return cls(key, digest) if key is not None else None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which of the stored to show: all that is given must hold; times are in seconds since 1970, `until` excluded."""

    outlet: str | None = None
    speaker_id: str | None = None
    kind: str | None = None
    severity: str | None = None
    status: str | None = None
    since: float | None = None
    until: float | None = None
    words: str | None = None
    changed_since: float | None = None


class Order(StrEnum):
    """How a list of conflicts is sorted."""

    GRAVEST = "gravest"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Where in a list to go on: after what the cursor names; lists that have no orders have one of their own."""

    limit: int = 50
    cursor: str | None = None
    order: Order = Order.GRAVEST


_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """Some of a list, and the cursor of the next; None where there is no more."""

    items: tuple[_Item, ...]
    cursor: str | None
