"""Articles as they were read: what a comparison over all of them begins with."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.store.sql.reading import first_of, rows_of, stream_of
from service.store.sql.rows.articles import article_of
from service.store.sql.rows.quotations import attribution_of
from service.store.sql.speakers import speakers_in
from service.store.sql.tables import ArticleRow, QuotationRow


def reports(connection: Connection) -> Iterator[ArticleAnalysis]:
    """Every article, in the order in which they came, as it was read then."""
    articles = select(ArticleRow).order_by(ArticleRow.number).execution_options(yield_per=100)
    return (_analysed(connection, article_of(row)) for row in stream_of(connection, articles))


def analysis_of(connection: Connection, article_id: str) -> ArticleAnalysis | None:
    """One article as it was read; None if it is not there."""
    row = first_of(connection, select(ArticleRow).where(ArticleRow.id == article_id))
    return _analysed(connection, article_of(row)) if row is not None else None


def _analysed(connection: Connection, article: Article) -> ArticleAnalysis:
    quotations = select(QuotationRow).where(QuotationRow.article_id == article.id).order_by(QuotationRow.place)
    attributions = (attribution_of(row, speaker_id=row.speaker_id) for row in rows_of(connection, quotations))
    return ArticleAnalysis(article, tuple(attributions), tuple(speakers_in(connection, [article.id]).values()))
