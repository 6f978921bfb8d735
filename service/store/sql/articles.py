"""Articles by their ids: without their texts, or with nothing but those and their titles."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, select

from service.domain.archive import ArticleSummary
from service.domain.articles import Article
from service.store.sql.batching import batches
from service.store.sql.reading import rows_of, with_columns_of
from service.store.sql.rows.articles import SUMMARY_COLUMNS, ArticleSummaryRow, bare_article, summary_of
from service.store.sql.tables import ArticleRow
from service.text.paragraphs import first_line

# Longer than any line that names an article.
_LONGEST_OPENING = 1000


def summaries_of(connection: Connection, article_ids: Iterable[str]) -> dict[str, ArticleSummary]:
    """These articles without their texts, by their ids."""
    query = with_columns_of(select(*SUMMARY_COLUMNS), ArticleSummaryRow)
    return {
        row.id: summary_of(row)
        for some in batches(article_ids)
        for row in rows_of(connection, query.where(ArticleRow.id.in_(some)))
    }


def openings_of(connection: Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """The first line of each of these articles, by their ids; empty where the first lines are not the article's."""
    openings = select(ArticleRow.id, func.substr(ArticleRow.text, 1, _LONGEST_OPENING))
    return {
        id_: first_line(text)
        for some in batches(article_ids)
        for id_, text in connection.execute(openings.where(ArticleRow.id.in_(some)))
    }


def texts_of(connection: Connection, article_ids: Iterable[str]) -> Iterator[Article]:
    """The articles with their texts and titles alone; some at a time, for texts are long."""
    texts = select(ArticleRow.id, ArticleRow.text, ArticleRow.title)
    for some in batches(article_ids):
        yield from (bare_article(*row) for row in connection.execute(texts.where(ArticleRow.id.in_(some))))
