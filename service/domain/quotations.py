"""What one article says: its quotations, who is mentioned, who speaks, and what the article says of them."""

from dataclasses import dataclass
from enum import StrEnum

from service.domain.articles import Article, ArticleField, Span
from service.domain.limits import ReachedLimit


class ReportedAs(StrEnum):
    """How an article reports words: as said, as denied or not said, as a question, or as what somebody might say."""

    SAID = "said"
    DENIED = "denied"
    ASKED = "asked"
    HYPOTHETICAL = "hypothetical"


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
    reported_as: ReportedAs = ReportedAs.SAID

    @property
    def text(self) -> str:
        """The words of all parts, joined by a blank."""
        return " ".join(part.text for part in self.parts)

    @property
    def field(self) -> ArticleField:
        """Where all parts stand: in the article's text or in its title."""
        return self.parts[0].field


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

    def __hash__(self) -> int:
        # Two of one article seldom have one head; all fields would take as long as what is looked up by a mention.
        return self.head


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What one article says that a speaker is: a role, the organization or place it belongs to, or both."""

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


# Tables and pages show at first what is more likely right than wrong: confidences are calibrated, so of the answers at
# 0.5 half are right, and below it an editor would strike out more rows than keep.
CERTAIN_ENOUGH = 0.5


class Unattributed(StrEnum):
    """Why a quotation has no speaker."""

    NO_MENTION = "no_mention"
    AMBIGUOUS = "ambiguous"
    NOT_SPEECH = "not_speech"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation with the speaker that was found for it, or the reason why there is none.

    `confidence` is the probability that the speaker (or its absence) is right; `evidence` names the rules that spoke.
    `speaker_ids` are all who say it: of a joint statement those who speak together, as one, then each of them;
    `speaker_id` is the first. `via` are those who only relay it.
    """

    quotation: Quotation
    cue: Span | None = None
    mention: Span | None = None
    speaker_id: str | None = None
    unattributed_because: Unattributed | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    speaker_ids: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleAnalysis:
    """One article analysed: what it quotes, the speakers as described by this article alone, and the bounds reached."""

    article: Article
    attributions: tuple[Attribution, ...]
    speakers: tuple[Speaker, ...]
    limits: tuple[ReachedLimit, ...] = ()

    def at_least(self, confidence: float) -> "ArticleAnalysis":
        """The same without attributions that are less sure, and without speakers whom then nothing names."""
        if confidence <= 0:
            return self
        kept = tuple(each for each in self.attributions if each.confidence >= confidence)
        named = {speaker_id for each in kept for speaker_id in (*each.speaker_ids, *each.via)}
        speakers = tuple(speaker for speaker in self.speakers if speaker.id in named)
        return ArticleAnalysis(self.article, kept, speakers, self.limits)
