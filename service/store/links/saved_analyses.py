"""Articles as they were read: what a comparison over all of them begins with."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from service.domain.articles import Article
from service.domain.quotations import Affiliation, ArticleAnalysis, Speaker, SpeakerKind
from service.store.sql.rows import affiliation_of, article_of, attribution_of
from service.store.sql.tables import AffiliationRow, ArticleRow, QuotationRow, SpeakerRow


def reports(connection: Connection) -> Iterator[ArticleAnalysis]:
    """Every article, in the order in which they came, as it was read then."""
    articles = select(ArticleRow).order_by(ArticleRow.number).execution_options(yield_per=100)
    return (_report(connection, article_of(row)) for row in connection.execute(articles))


def _report(connection: Connection, article: Article) -> ArticleAnalysis:
    quotations = select(QuotationRow).where(QuotationRow.article_id == article.id).order_by(QuotationRow.place)
    attributions = (attribution_of(row, speaker_id=row.speaker_id) for row in connection.execute(quotations))
    return ArticleAnalysis(article, tuple(attributions), _speakers(connection, article.id))


def _speakers(connection: Connection, article_id: str) -> tuple[Speaker, ...]:
    posts: dict[str, list[Affiliation]] = defaultdict(list)
    told = select(AffiliationRow).where(AffiliationRow.article_id == article_id).order_by(AffiliationRow.place)
    for row in connection.execute(told):
        posts[row.speaker_id].append(affiliation_of(row))
    rows = connection.execute(select(SpeakerRow).where(SpeakerRow.article_id == article_id))
    return tuple(
        Speaker(row.id, row.name, SpeakerKind(row.kind), tuple(row.aliases), tuple(posts[row.id]), row.gender)
        for row in rows
    )
