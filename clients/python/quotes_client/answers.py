"""What the service answers, as values; the fields are those of openapi.yaml, where each is described."""

from dataclasses import dataclass

from quotes_client.enumerations import (
    ArticleField,
    ConflictKind,
    DiffOp,
    MetadataSource,
    QuotationKind,
    ReportedAs,
    Severity,
    SpeakerKind,
    Unattributed,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of an article: `text[start:end] == exact`, or `title[start:end]`."""

    start: int
    end: int
    in_: ArticleField
    """Whether the offsets count the article's text or its title: "in" in JSON."""
    exact: str


@dataclass(frozen=True, slots=True)
class MetadataSources:
    """Where what is known about an article comes from; None where nothing is known."""

    title: MetadataSource | None
    outlet: MetadataSource | None
    published_at: MetadataSource | None
    authors: MetadataSource | None
    url: MetadataSource | None
    language: MetadataSource | None


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read, and the ids of its quotations."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_at: str | None
    authors: tuple[str, ...]
    language: str | None
    metadata_from: MetadataSources
    text: str
    quotations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article reports, and whose they are."""

    id: str
    article_id: str
    kind: QuotationKind
    is_speech: bool
    parts: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    speaker_id: str | None
    unattributed_because: Unattributed | None
    reported_as: ReportedAs
    speaker_ids: tuple[str, ...]
    via: tuple[str, ...]
    statement_id: str | None
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What one article says that a speaker is."""

    text: str
    role: str | None
    organization: str | None
    article_id: str
    start: int
    end: int
    in_: ArticleField


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whose words are reported."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    affiliations: tuple[Affiliation, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The quotations, over articles, that report the same words."""

    id: str
    quotation_ids: tuple[str, ...]
    speaker_ids: tuple[str, ...]
    wording: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a claim rests on."""

    article_id: str
    quotation_id: str | None
    start: int
    end: int
    in_: ArticleField
    exact: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a conflict."""

    value: str
    article_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DiffStep:
    """A run of words of the first claim, and what stands for it in the second."""

    op: DiffOp
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement between reports."""

    id: str
    kind: ConflictKind
    severity: Severity
    class_: str
    """In what the reports differ: "class" in JSON."""
    probability: float
    """How likely it is real, by what was found in labelled stories."""
    statement_id: str | None
    speaker_id: str | None
    summary: str
    claims: tuple[Claim, ...]
    diff: tuple[DiffStep, ...] | None


@dataclass(frozen=True, slots=True)
class ReachedLimit:
    """A bound that was reached: there is more than is compared or listed."""

    name: str
    bound: int
    article_id: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Who said what, what each speaker is, and where the reports disagree."""

    articles: tuple[ReadArticle, ...]
    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    limits: tuple[ReachedLimit, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure of accuracy."""

    name: str
    per_cent: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask."""

    articles: int
    article_characters: int
    request_characters: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Version:
    """What answers, and how accurate it is."""

    version: str
    code: str
    models: str
    weights: str
    precision: str | None
    store: str | None
    limits: Limits
    accuracy: tuple[Figure, ...]
    is_measured_build: bool
