"""The tables of what callers decided and asked for by name: judgements, and requests with an Idempotency-Key."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from service.store.sql.tables import Table


class JudgementRow(Table):
    """What an editor decided, of whom and why; `first` and `second` name what does not change with other articles."""

    __tablename__ = "judgements"
    id: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str]
    first: Mapped[str] = mapped_column(index=True)
    second: Mapped[str] = mapped_column(index=True)
    verdict: Mapped[str]
    judged_by: Mapped[str]
    reason: Mapped[str | None]
    judged_at: Mapped[float]


class RequestRow(Table):
    """A request that named itself with an Idempotency-Key, and the article or judgement that it was answered with."""

    __tablename__ = "requests"
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    article_id: Mapped[str | None]
    judgement: Mapped[dict[str, Any] | None]
    """As it was then: a later one on the same matter takes its place."""
