"""What the lists of the service can be asked for: all that is given must hold; and what can be changed."""

from collections.abc import Sequence
from typing import TypedDict

from quotes_client.enumerations import (
    ConflictKind,
    Event,
    MessageFormat,
    Order,
    QuotationKind,
    Severity,
    SpeakerKind,
    Status,
)


class ArticleSearch(TypedDict, total=False):
    """Of articles of this outlet, published since then (ISO 8601) and before `until`, with all of these words."""

    outlet: str
    since: str
    until: str
    words: str


class QuotationSearch(ArticleSearch, total=False):
    """Also of one article, by speaker, whether direct, mixed or indirect, and with at least this confidence."""

    article_id: str
    speaker_id: str
    kind: QuotationKind
    min_confidence: float


class SpeakerSearch(ArticleSearch, total=False):
    """Also by what the speaker is, and of those quoted in one article."""

    article_id: str
    kind: SpeakerKind


class StatementSearch(ArticleSearch, total=False):
    """Also by speaker, and with a quotation in this article, or of at least this confidence."""

    article_id: str
    speaker_id: str
    min_confidence: float


class ConflictFilter(ArticleSearch, total=False):
    """Also those that rest on one article; by speaker, kind, severity, and what an editor said."""

    article_id: str
    speaker_id: str
    kind: ConflictKind
    severity: Severity
    status: Status


class FeedSearch(ConflictFilter, total=False):
    """Also by the filters of a saved search, and by the last change, at a time of ISO 8601 or later."""

    search_id: str
    changed_since: str


class ConflictSearch(FeedSearch, total=False):
    """Also in which order: the gravest first, or the newest."""

    order: Order


class SavedSearchChange(TypedDict, total=False):
    """What a saved search is called, and what it finds."""

    name: str
    filters: ConflictFilter


class WebhookOptions(TypedDict, total=False):
    """Which conflicts a webhook is notified of, and what its messages look like."""

    format: MessageFormat
    filter: ConflictFilter | None
    search_id: str | None
    daily_at: int | None


class Review(TypedDict, total=False):
    """What goes with a decision: who decides, why, and where that can be looked up; and who looks into the conflict.

    `by` must be given unless the service asks for keys: then it is the name of the key.
    """

    by: str
    reason: str | None
    source: str | None
    assignee: str | None


class ConflictReview(Review, total=False):
    """Also which claim of a confirmed conflict is right, by its index, or that none is."""

    right_claim: int | None
    none_is_right: bool


class WebhookChange(WebhookOptions, total=False):
    """Also what a webhook is notified of, and whether at all."""

    events: Sequence[Event]
    active: bool
