"""What the lists of the service can be asked for: all that is given must hold."""

from typing import TypedDict

from service.domain import ConflictKind, QuotationKind, Severity, SpeakerKind, Status


class ArticleSearch(TypedDict, total=False):
    """Of articles of this outlet, published since then (ISO 8601) and before `until`, with all of these words."""

    outlet: str
    since: str
    until: str
    words: str


class QuotationSearch(ArticleSearch, total=False):
    """Also by speaker, and whether direct, mixed or indirect."""

    speaker_id: str
    kind: QuotationKind


class SpeakerSearch(ArticleSearch, total=False):
    """Also by what the speaker is."""

    kind: SpeakerKind


class StatementSearch(ArticleSearch, total=False):
    """Also by speaker."""

    speaker_id: str


class ConflictSearch(ArticleSearch, total=False):
    """Also by speaker, what it is about, how much it should worry, and what an editor said of it."""

    speaker_id: str
    kind: ConflictKind
    severity: Severity
    status: Status
