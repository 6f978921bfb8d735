"""What the store shows beyond an analysis: stored articles and conflicts, and the views that the desk reads."""

from dataclasses import dataclass, field, replace

from service.domain.articles import Article, Span
from service.domain.conflicts import Conflict, Evidence
from service.domain.judgements import Judgement
from service.domain.limits import ReachedLimit
from service.domain.quotations import Affiliation, Attribution, Speaker


@dataclass(frozen=True, slots=True)
class LinkedQuotation:
    """An attribution, its speaker merged over all articles, and the statement that it reports; None for no speech."""

    attribution: Attribution
    statement_id: str | None


@dataclass(frozen=True, slots=True)
class StoredConflict(Conflict):
    """A conflict of the store: when it was found, and when it came to say what it says now; and who looks into it.

    The times are in seconds since 1970, by the clock of the machine that found it.
    """

    found_at: float = field(kw_only=True)
    changed_at: float = field(kw_only=True)
    assignee: str | None = field(default=None, kw_only=True)

    @classmethod
    def of(
        cls, conflict: Conflict, *, found_at: float, changed_at: float, assignee: str | None = None
    ) -> "StoredConflict":
        """The conflict with its times."""
        return cls(
            conflict.id,
            conflict.kind,
            conflict.severity,
            conflict.statement_id,
            conflict.speaker_id,
            conflict.summary,
            conflict.claims,
            conflict.diff,
            conflict.status,
            conflict.class_,
            conflict.probability,
            found_at=found_at,
            changed_at=changed_at,
            assignee=assignee,
        )

    def says(self, conflict: Conflict) -> bool:
        """Whether it says what this one says, as it was found: not what editors did with it, nor when it was found."""
        found = StoredConflict.of(conflict, found_at=self.found_at, changed_at=self.changed_at)
        return self == replace(found, status=self.status, assignee=self.assignee)


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text and quotations; received in seconds since 1970."""

    article_id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_at: str | None
    received_at: float
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceInSentence(Evidence):
    """A place with the sentence around it; None where a claim has more places than anybody reads."""

    sentence: Span | None


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """A speaker over all articles, by no more than the name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ConflictDetail(StoredConflict):
    """A conflict with what an editor asks next: who speaks, which articles disagree, and what was decided last.

    The evidence of its claims is `EvidenceInSentence`.
    """

    speakers: tuple[NamedSpeaker, ...] = field(kw_only=True)
    articles: tuple[ArticleSummary, ...] = field(kw_only=True)
    judgement: Judgement | None = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article of the store with its quotations, in the order of the text; received in seconds since 1970.

    The conflicts are those that rest on it, the gravest first; the limits are those that it has reached by itself.
    """

    article: Article
    received_at: float
    quotations: tuple[LinkedQuotation, ...]
    conflicts: tuple[ConflictDetail, ...]
    limits: tuple[ReachedLimit, ...] = ()
    version: int = 1
    """The number of this version of the article; the others are earlier ones."""


@dataclass(frozen=True, slots=True)
class ExportedQuotation:
    """A quotation with the article that prints it; its speaker has the affiliations that this article tells."""

    article: Article
    quotation: LinkedQuotation
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class QuotationInArticle:
    """One article's quotation of a statement, and the speaker as described by this article alone.

    `report` numbers the independent reports from 0: reprints of one text are one.
    """

    heading: ArticleSummary
    quotation: LinkedQuotation
    speaker: Speaker | None
    report: int


@dataclass(frozen=True, slots=True)
class PositionInArticle:
    """What an article says that a speaker is, with the text around it."""

    heading: ArticleSummary
    affiliation: Affiliation
    surroundings: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a speaker goes by, and a quotation of theirs under this name, if there is one."""

    text: str
    quotation_id: str | None
    words: str | None
