"""Articles and their rows."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

from service.domain.archive import ArticleSummary, ConflictDetail, LinkedQuotation, StoredArticle
from service.domain.articles import Article, MetadataSource, MetadataSources
from service.domain.limits import LimitName, ReachedLimit
from service.domain.quotations import ArticleAnalysis, Attribution
from service.domain.times import seconds_of
from service.linking.reached_limits import limits_of
from service.store.sql.rows.values import Values
from service.store.sql.tables import ArticleRow


class ArticleSummaryRow:
    """The columns of an article's row without its text, which lists do not need: those of `SUMMARY_COLUMNS`."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published_at: str | None
    received_at: float
    authors: list[str]
    language: str | None


SUMMARY_COLUMNS = (
    ArticleRow.id,
    ArticleRow.title,
    ArticleRow.outlet,
    ArticleRow.url,
    ArticleRow.published_at,
    ArticleRow.received_at,
    ArticleRow.authors,
    ArticleRow.language,
)


def content_values(article: Article) -> Values:
    """The columns by which an article is known: two with the same are one."""
    return {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published_at": article.published_at,
    }


def article_values(article: Article) -> Values:
    """The article's own columns."""
    return {
        **content_values(article),
        "authors": list(article.authors),
        "language": article.language,
        "metadata_from": {name: source for name, source in asdict(article.metadata_from).items() if source},
    }


def published_time(article: Article) -> float | None:
    """When the article was published, in seconds since 1970; without a zone, it is taken for UTC."""
    return seconds_of(article.published_at) if article.published_at is not None else None


def article_of(row: ArticleRow) -> Article:
    """The article of a row."""
    sources = {name: MetadataSource(source) for name, source in row.metadata_from.items()}
    return Article(
        row.id,
        row.text,
        row.title,
        row.outlet,
        row.url,
        row.published_at,
        tuple(row.authors),
        row.language,
        MetadataSources(**sources),
    )


def stored_article_of(
    row: ArticleRow, quotations: Iterable[LinkedQuotation], conflicts: tuple[ConflictDetail, ...]
) -> StoredArticle:
    """The article of a row with its quotations and conflicts."""
    limits = tuple(ReachedLimit(LimitName(name), bound, row.id) for name, bound in row.limits)
    return StoredArticle(article_of(row), row.received_at, tuple(quotations), conflicts, limits)


def limit_values(limits: Iterable[ReachedLimit]) -> list[tuple[str, int]]:
    """What an article's row says of the bounds that it has reached."""
    return [(limit.name.value, limit.bound) for limit in limits]


def linked_article_of(
    analysed: ArticleAnalysis,
    received_at: float,
    statements: Mapping[str, str | None],
    merged: Mapping[str, str],
    conflicts: tuple[ConflictDetail, ...],
) -> StoredArticle:
    """The article that was read, by its quotations' statements and its speakers' ids over all articles."""
    quotations = tuple(
        LinkedQuotation(_merged(attribution, merged), statements.get(attribution.quotation.id))
        for attribution in analysed.attributions
    )
    return StoredArticle(analysed.article, received_at, quotations, conflicts, limits_of(analysed))


def bare_article(article_id: str, text: str, title: str | None) -> Article:
    """An article of which no more is read than what places in it refer to."""
    return Article(article_id, text, title)


def summary_of(row: ArticleSummaryRow) -> ArticleSummary:
    """The article of a row without its text."""
    known = row.title, row.outlet, row.url, row.published_at
    return ArticleSummary(row.id, *known, row.received_at, tuple(row.authors), row.language)


def outlet_only(article_id: str, outlet: str | None) -> Article:
    """As much of an article as its conflicts need: no text."""
    return Article(article_id, "", outlet=outlet)


def _merged(attribution: Attribution, merged: Mapping[str, str]) -> Attribution:
    """The attribution to speakers over all articles; two of the article's may be one of these."""
    speaker_id = merged.get(attribution.speaker_id or "")
    together = dict.fromkeys(merged[id_] for id_ in attribution.speaker_ids if id_ in merged)
    speaker_ids = tuple(together) or (() if speaker_id is None else (speaker_id,))
    via = tuple(dict.fromkeys(merged[id_] for id_ in attribution.via if id_ in merged))
    return replace(attribution, speaker_id=speaker_id, speaker_ids=speaker_ids, via=via)
