"""An article and its parse: spans, tokens, sentences.

Offsets are Unicode code points into the article's text, or its title, as it was sent, end exclusive:
`article.content(span.field)[span.start:span.end] == span.text` holds for every span in this file.
"""

from dataclasses import dataclass
from enum import StrEnum


class ArticleField(StrEnum):
    """What of an article a place is in."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of an article's text or title."""

    start: int
    end: int
    text: str
    field: ArticleField = ArticleField.TEXT

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


class Reported(StrEnum):
    """How a word stands in what is reported, at least a part of which is between quotation marks."""

    OUTSIDE = "O"
    BEGINS = "B"
    GOES_ON = "I"


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
    reported: Reported = Reported.OUTSIDE
    """Outside for every word where the models do not tell."""

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


class MetadataSource(StrEnum):
    """Where something that is known about an article comes from."""

    REQUEST = "request"
    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    OPEN_GRAPH = "open-graph"
    META = "meta"
    PAGE = "page"
    ADDRESS = "address"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class MetadataSources:
    """The source of each; None where nothing is known."""

    title: MetadataSource | None = None
    outlet: MetadataSource | None = None
    published_at: MetadataSource | None = None
    authors: MetadataSource | None = None
    url: MetadataSource | None = None
    language: MetadataSource | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A report by one outlet; the language is a BCP 47 tag."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    metadata_from: MetadataSources = MetadataSources()

    def content(self, field: ArticleField) -> str:
        """The text or the title; an article without a title has an empty one."""
        return self.text if field is ArticleField.TEXT else self.title or ""

    def span(self, start: int, end: int, field: ArticleField = ArticleField.TEXT) -> Span:
        """The span of these offsets."""
        return Span(start, end, self.content(field)[start:end], field)
