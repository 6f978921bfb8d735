"""What several articles say together: statements, the conflicts between reports, and the analysis that holds both."""

from dataclasses import dataclass
from enum import StrEnum

from service.domain.articles import Article, Span
from service.domain.limits import ReachedLimit
from service.domain.quotations import Attribution, Speaker


@dataclass(frozen=True, slots=True)
class Statement:
    """The quotations, over articles, that report the same words; `wording` is the fullest member's text."""

    id: str
    quotation_ids: tuple[str, ...]
    speaker_ids: tuple[str, ...]
    wording: str
    n_reports: int = 1
    """How many independent reports there are: reprints are one."""


class ConflictKind(StrEnum):
    """What two reports disagree about."""

    SPEAKER = "speaker"
    AFFILIATION = "affiliation"
    WORDING = "wording"


class Severity(StrEnum):
    """How much a conflict should worry an editor."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Its place among all, the gravest first, from 0."""
        return tuple(Severity).index(self)


class ConflictClass(StrEnum):
    """In what two reports differ: of wordings the gravest change, of positions what about them."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    MODALITY = "modality"
    STRENGTH = "strength"
    CUT = "cut"
    WORDS = "words"
    GRAMMAR = "grammar"
    POSITION = "position"
    ORGANIZATION = "organization"
    RANK = "rank"
    TENSE = "tense"
    SPEAKER = "speaker"
    DESCRIPTION = "description"
    RELAYED = "relayed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place in an article that a claim rests on."""

    article_id: str
    quotation_id: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a conflict: a value, and where it stands."""

    value: str
    evidence: tuple[Evidence, ...]

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that make the claim, each once, sorted."""
        return tuple(sorted({place.article_id for place in self.evidence}))


class DiffOp(StrEnum):
    """What happens between two wordings at one place."""

    EQUAL = "equal"
    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class DiffStep:
    """A run of words of one wording (`a`) and what stands for it in the other (`b`)."""

    op: DiffOp
    a: str
    b: str


class Status(StrEnum):
    """What an editor said of a conflict."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement between reports, about a statement or about a speaker."""

    id: str
    kind: ConflictKind
    severity: Severity
    statement_id: str | None
    speaker_id: str | None
    summary: str
    claims: tuple[Claim, ...]
    diff: tuple[DiffStep, ...] | None = None
    status: Status = Status.OPEN
    class_: ConflictClass = ConflictClass.WORDS
    probability: float = 1.0
    """How likely an editor would find it real, by what was found in labelled stories."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer over a set of articles: speakers merged, statements grouped, conflicts marked, bounds named."""

    articles: tuple[Article, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
    limits: tuple[ReachedLimit, ...] = ()
