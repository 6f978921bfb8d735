"""Versions of an article: what it said before it was changed, and what the changes did to quotations and title."""

from dataclasses import dataclass
from enum import StrEnum

from service.domain.archive import ArticleSummary
from service.domain.articles import ArticleField
from service.domain.conflicts import DiffStep
from service.domain.quotations import QuotationKind


class ChangeKind(StrEnum):
    """What a new version did to a quotation, to what the article says that a speaker is, or to its title."""

    QUOTATION_ADDED = "quotation_added"
    QUOTATION_REMOVED = "quotation_removed"
    WORDS_CHANGED = "words_changed"
    SPEAKER_CHANGED = "speaker_changed"
    AFFILIATION_CHANGED = "affiliation_changed"
    TITLE_CHANGED = "title_changed"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a version, from where the first of them begins to where the last ends."""

    words: str
    start: int
    end: int
    field: ArticleField = ArticleField.TEXT


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """A change: the words before and after, as far as there were any then, with whose they were by name.

    The words are those of a quotation, or of an affiliation of the speaker. `diff` is of changed words, which may be
    those of the title.
    """

    kind: ChangeKind
    before: Passage | None = None
    after: Passage | None = None
    speaker_before: str | None = None
    speaker_after: str | None = None
    diff: tuple[DiffStep, ...] | None = None
    title_before: str | None = None
    title_after: str | None = None


@dataclass(frozen=True, slots=True)
class VersionQuotation:
    """A quotation of speech in a version, with its speaker's name and affiliations there."""

    passage: Passage
    kind: QuotationKind
    speaker: str | None
    affiliations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """A version of an article, the first of which has the number 1, and what changed since the one before."""

    article: ArticleSummary
    number: int
    changes: tuple[ArticleChange, ...]


@dataclass(frozen=True, slots=True)
class WholeVersion(ArticleVersion):
    """The same with its text and its quotations."""

    text: str
    quotations: tuple[VersionQuotation, ...]
