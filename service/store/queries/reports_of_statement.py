"""Statements, speakers and articles as each article tells them: its words, its names, its posts, side by side."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Integer, case, cast, func, select
from sqlalchemy.orm import aliased

from service.domain.archive import ArticleSummary, LinkedQuotation, Name, Post, QuotationInArticle
from service.domain.articles import Span
from service.domain.quotations import Affiliation, Speaker, SpeakerKind
from service.linking.statements.near_duplicates import reports_of
from service.store.queries.fellow_speakers import fellow_speakers
from service.store.queries.filters import linked_quotations
from service.store.sql.batching import batches
from service.store.sql.rows import Row, affiliation_of, attribution_of, heading_of
from service.store.sql.tables import AffiliationRow, ArticleRow, NameVariantRow, QuotationRow, SpeakerRow

_HEADING = (ArticleRow.id, ArticleRow.title, ArticleRow.outlet, ArticleRow.published_at, ArticleRow.received_at)
_AFFILIATION = (
    AffiliationRow.article_id,
    AffiliationRow.start,
    AffiliationRow.end,
    AffiliationRow.text,
    AffiliationRow.role,
    AffiliationRow.organization,
)
# More reports of one statement than anybody compares by eye.
_MOST_TELLINGS = 100
_MOST_POSTS = 100
_MOST_NAMES = 100
# Some sentences on either side of a post: enough to cut the one that it stands in out of.
_AROUND = 300

_Told = tuple[str, str]
"""An article's id, and that of a speaker within it."""


def of_statement(connection: Connection, statement_id: str) -> tuple[QuotationInArticle, ...]:
    """The reports of a statement by the time of their publication; those that came first where there are too many."""
    published = func.coalesce(ArticleRow.published_time, ArticleRow.received_at).label("published")
    query = linked_quotations().add_columns(published).join(ArticleRow, ArticleRow.id == QuotationRow.article_id)
    query = query.where(QuotationRow.statement_id == statement_id)
    rows = connection.execute(query.order_by(QuotationRow.number).limit(_MOST_TELLINGS)).all()
    headings = headings_of(connection, {row.article_id for row in rows})
    speakers = _speakers(connection, {(row.article_id, row.speaker_id) for row in rows if row.speaker_id})
    reports = _reports(rows)
    fellows = fellow_speakers(connection, rows)
    told = (
        QuotationInArticle(
            headings[row.article_id],
            LinkedQuotation(attribution_of(row, speaker_id=row.merged_id, fellows=fellows), row.statement_id),
            speakers.get((row.article_id, row.speaker_id)),
            reports[row.article_id],
        )
        for row in sorted(rows, key=lambda row: float(row.published))
    )
    return tuple(told)


def headings_of(connection: Connection, article_ids: Iterable[str]) -> dict[str, ArticleSummary]:
    """What these articles are called, by their ids."""
    return {
        row.id: heading_of(row)
        for some in batches(article_ids)
        for row in connection.execute(select(*_HEADING).where(ArticleRow.id.in_(some)))
    }


def posts_of(connection: Connection, speaker_id: str) -> tuple[Post, ...]:
    """What the newest articles say that a speaker is, with the text around it, the newest first."""
    variants = select(NameVariantRow.id).where(NameVariantRow.speaker_id == speaker_id)
    # Cut by the database: articles may be long. It counts code points, too, but from 1.
    begin = case((AffiliationRow.start > _AROUND, AffiliationRow.start - _AROUND), else_=0)
    length = AffiliationRow.end - begin + _AROUND
    around = func.substr(ArticleRow.text, cast(begin + 1, Integer), cast(length, Integer))
    query = (
        select(*_AFFILIATION, *_HEADING, begin.label("begin"), around.label("around"))
        .join(ArticleRow, ArticleRow.id == AffiliationRow.article_id)
        .where(AffiliationRow.voice_id.in_(variants))
        .order_by(AffiliationRow.published_at.desc(), AffiliationRow.article_id.desc(), AffiliationRow.place)
        .limit(_MOST_POSTS)
    )
    return tuple(
        Post(heading_of(row), affiliation_of(row), Span(row.begin, row.begin + len(row.around), row.around))
        for row in connection.execute(query)
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
    rows = connection.execute(query).all()
    posts = _posts(connection, {article_id})
    return tuple(_speaker(row, row.merged_id, posts[article_id, row.id]) for row in rows)


def _speakers(connection: Connection, told: set[_Told]) -> dict[_Told, Speaker]:
    article_ids = {article_id for article_id, _ in told}
    posts = _posts(connection, article_ids)
    return {
        (row.article_id, row.id): _speaker(row, row.id, posts[row.article_id, row.id])
        for some in batches(article_ids)
        for row in connection.execute(select(SpeakerRow).where(SpeakerRow.article_id.in_(some)))
        if (row.article_id, row.id) in told
    }


def _posts(connection: Connection, article_ids: Iterable[str]) -> dict[_Told, list[Affiliation]]:
    found: dict[_Told, list[Affiliation]] = defaultdict(list)
    for some in batches(article_ids):
        told = select(AffiliationRow).where(AffiliationRow.article_id.in_(some)).order_by(AffiliationRow.place)
        for row in connection.execute(told):
            found[row.article_id, row.speaker_id].append(affiliation_of(row))
    return found


def _speaker(row: Row, speaker_id: str, posts: Iterable[Affiliation]) -> Speaker:
    return Speaker(speaker_id, row.name, SpeakerKind(row.kind), tuple(row.aliases), tuple(posts), row.gender)


def _reports(rows: Iterable[Any]) -> dict[str, int]:
    """The number of the report that each article is; counted as statements count theirs."""
    contexts = {row.article_id: tuple(row.context) for row in sorted(rows, key=lambda row: str(row.id), reverse=True)}
    return dict(zip(contexts, reports_of(tuple(contexts.values())), strict=True))
