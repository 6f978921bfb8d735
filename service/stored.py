"""What the store shows beyond an analysis: what is kept, judgements, webhooks; searches and pages."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Generic, Self, TypeVar

from service.domain import Affiliation, Article, Attribution, Conflict, Span, Speaker


@dataclass(frozen=True, slots=True)
class LinkedQuotation:
    """An attribution, its speaker merged over all articles, and the statement that it reports; None for no speech."""

    attribution: Attribution
    statement_id: str | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the store with its quotations, in the order of the text; received in seconds since 1970."""

    article: Article
    received_at: float
    quotations: tuple[LinkedQuotation, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredConflict(Conflict):
    """A conflict of the store: when it was found, and when it came to say what it says now.

    Both are in seconds since 1970, by the clock of the machine that found it.
    """

    found_at: float = field(kw_only=True)
    changed_at: float = field(kw_only=True)

    @classmethod
    def of(cls, conflict: Conflict, *, found_at: float, changed_at: float) -> "StoredConflict":
        """The conflict with its times."""
        found = {name: getattr(conflict, name) for name in Conflict.__slots__}
        return cls(**found, found_at=found_at, changed_at=changed_at)


@dataclass(frozen=True, slots=True)
class ExportedQuotation:
    """A quotation with the article that prints it; its speaker has the affiliations that this article tells."""

    article: Article
    quotation: LinkedQuotation
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What an article is called, without its text; received in seconds since 1970."""

    article_id: str
    title: str | None
    outlet: str | None
    published_at: str | None
    received_at: float


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's quotation of a statement, and the speaker as this article alone tells them.

    `report` numbers the independent reports from 0: reprints of one text are one.
    """

    heading: Heading
    quotation: LinkedQuotation
    speaker: Speaker | None
    report: int


@dataclass(frozen=True, slots=True)
class Post:
    """What an article says that a speaker is, with the text around it."""

    heading: Heading
    affiliation: Affiliation
    surroundings: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a speaker goes by, and a quotation of theirs under this name, if there is one."""

    text: str
    quotation_id: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is; of what is more than `MOST_COUNTED`, no more are counted."""

    n_articles: int
    n_quotations: int
    n_conflicts: int


# Counting reads what it counts: this many take milliseconds.
MOST_COUNTED = 100_000


class Subject(StrEnum):
    """What a judgement is about."""

    SPEAKER = "speaker"
    STATEMENT = "statement"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an editor decided about two speakers or statements ("same", "different"), or about a conflict (its status).

    `first` and `second` name what stays, whatever other articles tell: voices, quotations, or a conflict's matter.
    """

    id: str
    subject: Subject
    first: str
    second: str
    verdict: str
    judged_by: str
    judged_at: float
    reason: str | None = None

    @property
    def is_same(self) -> bool:
        """Whether the two speakers or statements are one."""
        return self.verdict == "same"


@dataclass(frozen=True, slots=True)
class Request:
    """A request that names itself by its Idempotency-Key, and a digest of what it sent."""

    key: str
    digest: str

    @classmethod
    def named(cls, key: str | None, digest: str) -> Self | None:
        """The request of this key; None where it does not name itself."""
        return cls(key, digest) if key is not None else None


def seconds_of(time: str) -> float:
    """The seconds since 1970 of a date, or a date and time, of ISO 8601; without a zone, it is taken for UTC.

    Raises ValueError where it is none.
    """
    told = datetime.fromisoformat(time)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).timestamp()


def iso_time(seconds: float) -> str:
    """Seconds since 1970 as a time of ISO 8601, in UTC and milliseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the two that a judgement is about, as it is now: a name or words, and what they belong to."""

    text: str
    speaker_id: str | None = None
    statement_id: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement with what it is about; what is gone by now is left out."""

    judgement: Judgement
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Search:
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
class Place:
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
