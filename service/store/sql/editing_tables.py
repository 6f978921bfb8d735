"""The tables of what callers did under a name: judgements, assignments, open pages, requests; and of versions."""

from typing import Any

from sqlalchemy import false
from sqlalchemy.orm import Mapped, mapped_column

from service.store.sql.tables import Table


class Judged:
    """What was decided, of whom and why; `first` and `second` name what does not change with other articles."""

    subject: Mapped[str]
    first: Mapped[str] = mapped_column(index=True)
    second: Mapped[str] = mapped_column(index=True)
    verdict: Mapped[str]
    judged_by: Mapped[str]
    reason: Mapped[str | None]
    judged_at: Mapped[float]
    right_claim: Mapped[int | None]
    none_is_right: Mapped[bool] = mapped_column(server_default=false())
    source: Mapped[str | None]


class JudgementRow(Judged, Table):
    """What an editor decided, as it holds now."""

    __tablename__ = "judgements"
    id: Mapped[str] = mapped_column(primary_key=True)


class PastJudgementRow(Judged, Table):
    """A judgement that another one has replaced, or that was taken back by somebody."""

    __tablename__ = "past_judgements"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(index=True)
    """The judgement's; a later one on the same matter has the same."""
    withdrawn_by: Mapped[str | None]
    withdrawn_at: Mapped[float | None]


class AssignmentRow(Table):
    """Who looks into a conflict; `first` and `second` name it as a judgement on it does."""

    __tablename__ = "assignments"
    id: Mapped[str] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column(index=True)
    second: Mapped[str] = mapped_column(index=True)
    assignee: Mapped[str]
    assigned_by: Mapped[str]
    assigned_at: Mapped[float]


class ViewingRow(Table):
    """Who has a conflict's page open, and when that was last noticed."""

    __tablename__ = "viewings"
    conflict_id: Mapped[str] = mapped_column(primary_key=True)
    viewer: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[float] = mapped_column(index=True)


class RequestRow(Table):
    """A request that named itself with an Idempotency-Key, and the article or judgement that it was answered with."""

    __tablename__ = "requests"
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    article_id: Mapped[str | None]
    judgement: Mapped[dict[str, Any] | None]
    """As it was then: a later one on the same matter takes its place."""


class ArticleVersionRow(Table):
    """A version of an article that was changed, the one that it has now included."""

    __tablename__ = "article_versions"
    article_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    title: Mapped[str | None]
    outlet: Mapped[str | None]
    url: Mapped[str | None]
    published_at: Mapped[str | None]
    authors: Mapped[list[Any]] = mapped_column(server_default="[]")
    language: Mapped[str | None]
    received_at: Mapped[float]
    quotations: Mapped[list[Any]]
    changes: Mapped[list[Any]]
    """What it changed in the version before."""
