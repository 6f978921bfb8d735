"""The values that travel between the stages: frozen, of the standard library only.

Offsets are Unicode code points into the article's text as it was sent, end exclusive:
`article.text[span.start:span.end] == span.text` holds for every span in this file.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of an article."""

    start: int
    end: int
    text: str

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence; `head` is the index of its head in the sentence, None for the root."""

    span: Span
    lemma: str
    pos: str
    head: int | None
    relation: str
    entity: str
    """BIOES tag of the named entity, such as "B-PERSON"; "O" outside."""

    @property
    def text(self) -> str:
        """The word as the article has it."""
        return self.span.text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parse; `paragraph` counts the article's paragraphs from 0."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A report by one outlet."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The span of these offsets."""
        return Span(start, end, self.text[start:end])


class QuotationKind(StrEnum):
    """How much of the reported words stands between quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article reports; several parts where a reporting clause interrupts them or paragraphs carry on.

    Quotation marks are left out of the parts. `is_speech` is false for titles, nicknames and scare quotes.
    """

    id: str
    article_id: str
    kind: QuotationKind
    parts: tuple[Span, ...]
    is_speech: bool = True

    @property
    def text(self) -> str:
        """The words of all parts, joined by a blank."""
        return " ".join(part.text for part in self.parts)


class MentionKind(StrEnum):
    """How a mention refers: by name, by pronoun, or by a description such as "the minister"."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an article refers to somebody.

    `name` is what identifies: the name without titles, the pronoun, or the description without its article.
    `entity` is the type of the named entity ("PERSON", "ORG", "LOC", "NORP"), empty for other mentions.
    `sentence` and `head` are the numbers of the sentence and of the head word in the article's parse, `name_words`
    those of the bare name's words, `described_by` those of the title and the apposition around it.
    """

    span: Span
    kind: MentionKind
    name: str
    entity: str
    sentence: int
    head: int
    name_words: range = range(0)
    described_by: tuple[range, ...] = ()


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What one article says that a speaker is: a role, the body or place it belongs to, or both."""

    article_id: str
    span: Span
    role: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whose words are reported. `name` is the fullest form, without titles."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    gender: str | None = None
    """"f" or "m" where the article tells (by pronoun or title)."""


class Unattributed(StrEnum):
    """Why a quotation has no speaker."""

    NO_MENTION = "no_mention"
    AMBIGUOUS = "ambiguous"
    NOT_SPEECH = "not_speech"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation with the speaker that was found for it, or the reason why there is none.

    `confidence` is the probability that the speaker (or its absence) is right; `evidence` names the rules that spoke.
    """

    quotation: Quotation
    cue: Span | None = None
    mention: Span | None = None
    speaker_id: str | None = None
    unattributed_because: Unattributed | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One article read: what it quotes, and the speakers as this article alone tells them."""

    article: Article
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]


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


@dataclass(frozen=True, slots=True)
class Analysis:
    """The answer over a set of articles: speakers merged, statements grouped, conflicts marked."""

    articles: tuple[Article, ...]
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    conflicts: tuple[Conflict, ...]
