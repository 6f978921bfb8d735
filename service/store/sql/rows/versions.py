"""Versions of articles, and their rows."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from service.domain.archive import ArticleSummary
from service.domain.articles import Article, ArticleField
from service.domain.conflicts import DiffOp, DiffStep
from service.domain.quotations import ArticleAnalysis, QuotationKind
from service.domain.versions import ArticleChange, ArticleVersion, ChangeKind, Passage, VersionQuotation, WholeVersion
from service.linking.versions import quotations_of
from service.store.sql.editing_tables import ArticleVersionRow
from service.store.sql.rows.values import Values


def version_values(
    analysed: ArticleAnalysis, number: int, received_at: float, changes: Iterable[ArticleChange] = ()
) -> Values:
    """The row of a version."""
    return {
        "article_id": analysed.article.id,
        "number": number,
        "text": analysed.article.text,
        **metadata_values(analysed.article),
        "received_at": received_at,
        "quotations": list(map(asdict, quotations_of(analysed))),
        "changes": list(map(asdict, changes)),
    }


def metadata_values(article: Article) -> Values:
    """The columns of what is known about it."""
    plain = {name: getattr(article, name) for name in ("title", "outlet", "url", "published_at", "language")}
    return {**plain, "authors": list(article.authors)}


def version_of(row: ArticleVersionRow) -> ArticleVersion:
    """The version of a row, without its text."""
    return ArticleVersion(_summary(row), row.number, _changes(row))


def whole_version_of(row: ArticleVersionRow) -> WholeVersion:
    """The version of a row."""
    quotations = tuple(map(_quotation, row.quotations))
    return WholeVersion(_summary(row), row.number, _changes(row), row.text, quotations)


def only_version(analysed: ArticleAnalysis, received_at: float) -> WholeVersion:
    """The version of an article that was never changed."""
    article = analysed.article
    known = article.title, article.outlet, article.url, article.published_at
    summary = ArticleSummary(article.id, *known, received_at, article.authors, article.language)
    return WholeVersion(summary, 1, (), article.text, quotations_of(analysed))


def _summary(row: ArticleVersionRow) -> ArticleSummary:
    known = row.title, row.outlet, row.url, row.published_at
    return ArticleSummary(row.article_id, *known, row.received_at, tuple(row.authors), row.language)


def _changes(row: ArticleVersionRow) -> tuple[ArticleChange, ...]:
    return tuple(
        ArticleChange(
            ChangeKind(values["kind"]),
            _passage(values["before"]) if values["before"] is not None else None,
            _passage(values["after"]) if values["after"] is not None else None,
            values["speaker_before"],
            values["speaker_after"],
            _steps(values["diff"]),
            # Changes that were stored before titles were compared have none.
            values.get("title_before"),
            values.get("title_after"),
        )
        for values in row.changes
    )


def _quotation(values: Values) -> VersionQuotation:
    passage, kind = _passage(values["passage"]), QuotationKind(values["kind"])
    return VersionQuotation(passage, kind, values["speaker"], tuple(values["affiliations"]))


def _passage(values: Values) -> Passage:
    # Passages that were stored before titles were read are of the text.
    field = ArticleField(values.get("field", ArticleField.TEXT))
    return Passage(values["words"], values["start"], values["end"], field)


def _steps(values: Sequence[Any] | None) -> tuple[DiffStep, ...] | None:
    return tuple(DiffStep(DiffOp(step["op"]), step["a"], step["b"]) for step in values) if values is not None else None
