"""The tables of webhooks, of the messages to them, and of the searches that say which they get."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from service.store.sql.tables import Table


class SavedSearchRow(Table):
    """Filters of the list of conflicts, each by its name and value as far as there are any; times are in seconds."""

    __tablename__ = "saved_searches"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    filters: Mapped[dict[str, Any]]
    created_at: Mapped[float]


class WebhookRow(Table):
    """A URL that is notified of events; `secret` signs the messages, so it cannot be hashed."""

    __tablename__ = "webhooks"
    id: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    events: Mapped[list[Any]]
    secret: Mapped[str]
    is_active: Mapped[bool]
    inactive_because: Mapped[str | None]
    created_at: Mapped[float]
    format: Mapped[str] = mapped_column(server_default="standard")
    filter: Mapped[dict[str, Any] | None]
    """As the filters of a saved search."""
    search_id: Mapped[str | None]
    """No foreign key: SQLite could not add one to the table."""
    daily_at: Mapped[int | None]


class DeliveryRow(Table):
    """A message to a webhook, written with the change that it reports; `due_at` is null when no attempt is to come.

    While a sender has leased it, `due_at` is when the lease runs out.
    """

    __tablename__ = "deliveries"
    number: Mapped[int] = mapped_column(primary_key=True)
    """In the order in which events happened."""
    id: Mapped[str] = mapped_column(unique=True)
    webhook_id: Mapped[str] = mapped_column(ForeignKey("webhooks.id"))
    event: Mapped[str]
    content: Mapped[dict[str, Any]]
    happened_at: Mapped[float] = mapped_column(index=True)
    status: Mapped[str]
    n_attempts: Mapped[int]
    due_at: Mapped[float | None]
    attempted_at: Mapped[float | None]
    detail: Mapped[str | None]
    __table_args__ = (
        Index("ix_deliveries_due", "webhook_id", "due_at"),
        Index("ix_deliveries_newest", "webhook_id", "number"),
    )
