"""Versions of articles: the answers, and the methods of the client for them."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from quotes_client.answers import DiffStep
from quotes_client.enumerations import ArticleField, ChangeKind, QuotationKind
from quotes_client.http import Connection, path_of
from quotes_client.stored_answers import StoredArticle, StoredArticleSummary
from quotes_client.submissions import Article


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a version, and where they begin and end."""

    words: str
    start: int
    end: int
    in_: ArticleField


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """What a version changed in a quotation, affiliation or title; None where there was nothing, or is nothing now."""

    kind: ChangeKind
    before: Passage | None
    after: Passage | None
    speaker_before: str | None
    speaker_after: str | None
    diff: tuple[DiffStep, ...] | None
    title_before: str | None
    title_after: str | None


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """A version of an article, from 1, and what it changed."""

    article: StoredArticleSummary
    number: int
    changes: tuple[ArticleChange, ...]


@dataclass(frozen=True, slots=True)
class VersionQuotation:
    """A quotation in a version, with its speaker and affiliations there."""

    passage: Passage
    kind: QuotationKind
    speaker: str | None
    affiliations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholeVersion(ArticleVersion):
    """A version with its text and quotations."""

    text: str
    quotations: tuple[VersionQuotation, ...]


class Versions:
    """The methods of the client for versions; they need its connection, and nothing else."""

    _service: Connection

    def replace(self, article_id: str, article: Article) -> StoredArticle:
        """Stores another text or title under an id as a new version; the same again changes nothing."""
        body = {name: value for name, value in asdict(article).items() if value is not None and name != "id"}
        return self._service.ask(StoredArticle, "PUT", path_of("articles", article_id), body)

    def article_versions(self, article_id: str) -> Iterator[ArticleVersion]:
        """What each version of an article changed, the newest first."""
        return self._service.listed(ArticleVersion, f"{path_of('articles', article_id)}/versions", {})

    def article_version(self, article_id: str, number: int) -> WholeVersion:
        """A version of an article with its text and quotations."""
        return self._service.ask(WholeVersion, "GET", f"{path_of('articles', article_id)}/versions/{number}")
