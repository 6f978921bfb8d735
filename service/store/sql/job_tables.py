"""The tables of jobs: articles submitted as a batch that are still to be read."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from service.store.sql.tables import Table


class JobRow(Table):
    """A job; its counts are those of its lines, and `n_unread` where it was cancelled."""

    __tablename__ = "jobs"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[float]
    """While its lines still come, when the last ones did; all times are in seconds since 1970."""
    finished_at: Mapped[float | None]
    n_lines: Mapped[int | None]
    """None while they still come: then nobody sees the job, and nobody reads them."""
    n_unread: Mapped[int | None]
    """How many lines were left when it was cancelled; None for a job that was not."""
    request_key: Mapped[str | None] = mapped_column(unique=True)
    fingerprint: Mapped[str | None]


class JobLineRow(Table):
    """A line that is not read yet, or could not be; what was read is an article, and no line any more."""

    __tablename__ = "job_lines"
    job: Mapped[int] = mapped_column(ForeignKey("jobs.number"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    n_tries: Mapped[int]
    leased_by: Mapped[str | None]
    """The lease, which is of one reader for one line, once."""
    leased_until: Mapped[float | None]
    error: Mapped[str | None]
    field: Mapped[str | None]
    article_id: Mapped[str | None]
    payload: Mapped[str | None]
    """What was submitted; None once it could not be read."""


# Each holds the rows that it is asked for alone: of a hundred thousand lines, the next one is found at once.
IS_OPEN = JobLineRow.error.is_(None)
HAS_FAILED = JobLineRow.error.is_not(None)
IS_LEASED = JobLineRow.leased_until.is_not(None)
Index(
    "ix_job_lines_open",
    JobLineRow.job,
    JobLineRow.n_tries,
    JobLineRow.line,
    sqlite_where=IS_OPEN,
    postgresql_where=IS_OPEN,
)
Index("ix_job_lines_failed", JobLineRow.job, JobLineRow.line, sqlite_where=HAS_FAILED, postgresql_where=HAS_FAILED)
Index("ix_job_lines_leased", JobLineRow.leased_until, sqlite_where=IS_LEASED, postgresql_where=IS_LEASED)
