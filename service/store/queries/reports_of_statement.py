"""Statements, speakers and articles as each article has them: its words, its names, its positions, side by side."""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, case, cast, func, select
from sqlalchemy.orm import Mapped, aliased

from service.domain.archive import Name, PositionInArticle, QuotationInArticle
from service.domain.articles import ArticleField
from service.domain.quotations import Speaker
from service.linking.statements.near_duplicates import reports_of
from service.store.filters import linked_quotations
from service.store.queries.linked_quotations import linked_quotations_of
from service.store.sql.articles import summaries_of
from service.store.sql.reading import rows_of, with_columns_of
from service.store.sql.rows.articles import SUMMARY_COLUMNS, ArticleSummaryRow, summary_of
from service.store.sql.rows.quotations import LinkedQuotationRow
from service.store.sql.rows.speakers import AffiliationColumns, affiliation_of, speaker_of
from service.store.sql.rows.values import piece_of, span_of
from service.store.sql.speakers import affiliations_in, speakers_in
from service.store.sql.tables import AffiliationRow, ArticleRow, NameVariantRow, QuotationRow, SpeakerRow

_AFFILIATION = (
    AffiliationRow.article_id,
    AffiliationRow.start,
    AffiliationRow.end,
    AffiliationRow.text,
    AffiliationRow.field,
    AffiliationRow.role,
    AffiliationRow.organization,
)
# More reports of one statement than anybody compares by eye.
_MOST_REPORTS = 100
_MOST_POSITIONS = 100
_MOST_NAMES = 100
# Some sentences on either side of a position: enough to cut the one that it stands in out of.
_AROUND = 300


class _ReportRow(LinkedQuotationRow):
    """A quotation's row with the time at which its article was published, or came."""

    __abstract__ = True
    published: Mapped[float]


class _PositionRow(AffiliationColumns, ArticleSummaryRow):
    """An affiliation with its article, and the article's text or title around it from `begin` on."""

    begin: int
    around: str


class _MergedSpeakerRow(SpeakerRow):
    """A speaker of an article with the id over all articles."""

    __abstract__ = True
    merged_id: Mapped[str]


def of_statement(connection: Connection, statement_id: str) -> tuple[QuotationInArticle, ...]:
    """The reports of a statement by the time of their publication; those that came first where there are too many."""
    published = func.coalesce(ArticleRow.published_time, ArticleRow.received_at).label("published")
    query = linked_quotations().add_columns(published).join(ArticleRow, ArticleRow.id == QuotationRow.article_id)
    query = query.where(QuotationRow.statement_id == statement_id).order_by(QuotationRow.number).limit(_MOST_REPORTS)
    rows = sorted(rows_of(connection, with_columns_of(query, _ReportRow)), key=lambda row: row.published)
    article_ids = {row.article_id for row in rows}
    summaries = summaries_of(connection, article_ids)
    speakers = speakers_in(connection, article_ids)
    report_numbers = _report_numbers(rows)
    return tuple(
        QuotationInArticle(
            summaries[row.article_id],
            quotation,
            speakers.get((row.article_id, row.speaker_id or "")),
            report_numbers[row.article_id],
        )
        for row, quotation in zip(rows, linked_quotations_of(connection, rows), strict=True)
    )


def positions_of(connection: Connection, speaker_id: str) -> tuple[PositionInArticle, ...]:
    """What the newest articles say that a speaker is, with the text around it, the newest first."""
    variants = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
    # Cut by the database: articles may be long. It counts code points, too, but from 1.
    begin = case((AffiliationRow.start > _AROUND, AffiliationRow.start - _AROUND), else_=0)
    length = AffiliationRow.end - begin + _AROUND
    content = case((AffiliationRow.field == ArticleField.TITLE.value, ArticleRow.title), else_=ArticleRow.text)
    around = func.substr(content, cast(begin + 1, Integer), cast(length, Integer))
    query = (
        select(*_AFFILIATION, *SUMMARY_COLUMNS, begin.label("begin"), around.label("around"))
        .join(ArticleRow, ArticleRow.id == AffiliationRow.article_id)
        .where(AffiliationRow.voice_id.in_(variants))
        .order_by(AffiliationRow.published_at.desc(), AffiliationRow.article_id.desc(), AffiliationRow.place)
        .limit(_MOST_POSITIONS)
    )
    return tuple(
        PositionInArticle(summary_of(row), affiliation_of(row), piece_of(row.begin, row.around, row.field))
        for row in rows_of(connection, with_columns_of(query, _PositionRow))
    )


def names_of(connection: Connection, speaker_id: str) -> tuple[Name, ...]:
    """The names that a speaker goes by, each with a quotation, sorted."""
    theirs = aliased(QuotationRow)
    first = select(func.min(theirs.id)).where(theirs.voice_id == NameVariantRow.id).scalar_subquery()
    query = (
        select(NameVariantRow.name, QuotationRow.id, QuotationRow.text)
        .outerjoin(QuotationRow, QuotationRow.id == first)
        .where(NameVariantRow.speaker_id == speaker_id)
        .order_by(NameVariantRow.name, NameVariantRow.id)
    )
    return tuple(Name(*row) for row in connection.execute(query.limit(_MOST_NAMES)))


def speakers_of_article(connection: Connection, article_id: str) -> tuple[Speaker, ...]:
    """An article's speakers by their ids over all articles, in this article's own words."""
    query = (
        select(SpeakerRow, NameVariantRow.speaker_id.label("merged_id"))
        .join(NameVariantRow, NameVariantRow.id == SpeakerRow.voice_id)
        .where(SpeakerRow.article_id == article_id)
    )
    affiliations = affiliations_in(connection, [article_id])
    return tuple(
        speaker_of(row, affiliations[article_id, row.id], speaker_id=row.merged_id)
        for row in rows_of(connection, with_columns_of(query, _MergedSpeakerRow))
    )


def _report_numbers(rows: Iterable[QuotationRow]) -> dict[str, int]:
    """The number of the report that each article is; counted as statements count theirs."""
    titles_first = sorted(rows, key=lambda row: (_is_in_title(row), row.id), reverse=True)
    contexts = {row.article_id: tuple(row.context) for row in titles_first}
    return dict(zip(contexts, reports_of(tuple(contexts.values())), strict=True))


def _is_in_title(row: QuotationRow) -> bool:
    return span_of(row.parts[0]).field is ArticleField.TITLE
