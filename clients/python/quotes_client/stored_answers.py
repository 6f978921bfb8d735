"""What the service answers of what it stores, as values; the fields are those of openapi.yaml."""

from dataclasses import dataclass

from quotes_client.answers import Claim, Conflict, Evidence, MetadataSources, Quotation, ReachedLimit, Span, Statement
from quotes_client.enumerations import Status, Subject


@dataclass(frozen=True, slots=True)
class StoredArticleSummary:
    """A stored article, and when it came, in UTC."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_at: str | None
    authors: tuple[str, ...]
    language: str | None
    received_at: str


@dataclass(frozen=True, slots=True)
class StoredStatement(Statement):
    """A statement over all stored articles, and how many independent reports there are."""

    n_reports: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, why, and when, in UTC; of a confirmed conflict also which claim is right, if that was said.

    `right_claim` is an index into the conflict's claims.
    """

    judged_by: str
    reason: str | None
    judged_at: str
    right_claim: int | None
    none_is_right: bool
    source: str | None


@dataclass(frozen=True, slots=True)
class JudgementRecord(Decision):
    """What was once decided of a conflict; it `holds` unless it was replaced or taken back."""

    status: Status
    holds: bool
    withdrawn_by: str | None
    withdrawn_at: str | None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """A speaker over all stored articles, by name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class StoredEvidence(Evidence):
    """A place that a claim rests on, with the sentence around it; None after the twentieth place of a claim."""

    sentence: Span | None


@dataclass(frozen=True, slots=True)
class StoredClaim(Claim):
    """One side of a conflict between stored articles."""

    evidence: tuple[StoredEvidence, ...]


@dataclass(frozen=True, slots=True)
class StoredConflict(Conflict):
    """A conflict between stored articles, with its speakers, its articles and the last decision on it.

    The times since when it is so are in UTC.
    """

    claims: tuple[StoredClaim, ...]
    status: Status
    found_at: str
    changed_at: str
    speakers: tuple[SpeakerName, ...]
    articles: tuple[StoredArticleSummary, ...]
    assignee: str | None
    judgement: Decision | None


@dataclass(frozen=True, slots=True)
class ReviewedConflicts:
    """Conflicts that were reviewed together, as they are now."""

    conflicts: tuple[StoredConflict, ...]


@dataclass(frozen=True, slots=True)
class ConflictHistory:
    """What was ever decided of a conflict, the newest first."""

    judgements: tuple[JudgementRecord, ...]


@dataclass(frozen=True, slots=True)
class StoredArticle(StoredArticleSummary):
    """A stored article, with its quotations and the conflicts that rest on it, the most severe first."""

    authors: tuple[str, ...]
    language: str | None
    metadata_from: MetadataSources
    text: str
    quotations: tuple[Quotation, ...]
    conflicts: tuple[StoredConflict, ...]
    limits: tuple[ReachedLimit, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Judgement(Decision):
    """An editor's decision; `first` and `second` are stable ids."""

    id: str
    subject: Subject
    first: str
    second: str
    verdict: str


@dataclass(frozen=True, slots=True)
class OutletFigures:
    """How often an outlet quotes; in how many conflicts it is contradicted, and in how many of those found wrong."""

    outlet: str
    n_articles: int
    n_quotations: int
    n_contradicted: int
    n_corrected: int


@dataclass(frozen=True, slots=True)
class SpeakerFigures:
    """How often a speaker is quoted; over how many conflicts, and in how many of those a report was found wrong."""

    speaker_id: str
    name: str
    n_quotations: int
    n_contradicted: int
    n_corrected: int


@dataclass(frozen=True, slots=True)
class FiguresOfOutlets:
    """Those with the most quotations."""

    outlets: tuple[OutletFigures, ...]


@dataclass(frozen=True, slots=True)
class FiguresOfSpeakers:
    """Those with the most quotations."""

    speakers: tuple[SpeakerFigures, ...]
