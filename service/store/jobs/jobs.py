"""Jobs: articles submitted as a batch, stored line by line until somebody reads them; see `leases.py`."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, insert, select, update

from service.domain.jobs import Job, JobState, LineError
from service.domain.queries import IdempotentRequest, Page, PageRequest
from service.domain.webhooks import Event
from service.errors import ClashError, MissingError
from service.store.sql.connection import Database
from service.store.sql.job_tables import HAS_FAILED, IS_OPEN, JobLineRow, JobRow
from service.store.sql.paging import filled, page_of
from service.store.sql.reading import first_of, rows_of
from service.store.webhooks.event_payloads import job_content
from service.store.webhooks.outbox import record_event

_MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class JobLimits:
    """How much is done at once, and how long a sender may be silent."""

    abandoned_seconds: float = 3600
    """Nobody takes that long from one line to the next."""
    most_lines: int = 500
    most_characters: int = 4_000_000
    """As much as is held at once, and written in one go: other writers wait for milliseconds."""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line that is to be read: what was submitted, as text, and the id that the article was given, if any."""

    line: int
    payload: str
    article_id: str | None


class Jobs:
    """The jobs of one store.

    A job is opened, filled and started: only then is it seen, and read. Its id is unknown until then.
    """

    def __init__(self, database: Database, limits: JobLimits = JobLimits()) -> None:
        self._database = database
        self._limits = limits

    def open(self) -> int:
        """The number of a job whose lines are about to come."""
        values = {"id": f"j{uuid4().hex[:16]}", "created_at": time.time()}
        with self._database.updating() as connection:
            return connection.execute(insert(JobRow).returning(JobRow.number), values).scalar_one()

    def fill(self, number: int, lines: Iterable[NewLine | LineError]) -> None:
        """Store lines of an open job, those with an error as failed ones."""
        for some in _pieces(lines, self._limits):
            with self._database.updating() as connection:
                connection.execute(insert(JobLineRow), [_values(number, line) for line in some])
                connection.execute(update(JobRow).where(JobRow.number == number).values(created_at=time.time()))

    def start(self, number: int, *, request: IdempotentRequest | None = None) -> Job:
        """The job, which is committed from now on; or the job with which the same request was answered before.

        Raises ClashError if the request's key stands for another request.
        """
        with self._database.writing() as connection:
            answered = _find_answered(connection, request) if request is not None else None
            if answered is None:
                n_lines = select(func.count()).where(JobLineRow.job == number).scalar_subquery()
                named = {"request_key": request.key, "fingerprint": request.digest} if request is not None else {}
                values = {"n_lines": n_lines, "created_at": time.time(), **named}
                connection.execute(update(JobRow).where(JobRow.number == number).values(values))
                finish_if_read(connection, number)
                return _only(connection, _jobs().where(JobRow.number == number))
        self.discard(number)
        return answered

    def discard(self, number: int) -> None:
        """Remove an open job."""
        self._remove(number)
        with self._database.updating() as connection:
            connection.execute(delete(JobRow).where(JobRow.number == number))

    def tidy(self) -> None:
        """Remove what the dead have left: open jobs whose lines have stopped coming, and lines of cancelled jobs."""
        is_abandoned = JobRow.n_lines.is_(None), JobRow.created_at < time.time() - self._limits.abandoned_seconds
        is_cancelled = JobRow.n_unread.is_not(None), exists().where(JobLineRow.job == JobRow.number, IS_OPEN)
        with self._database.reading() as connection:
            abandoned, cancelled = (
                connection.scalars(select(JobRow.number).where(*which)).all() for which in (is_abandoned, is_cancelled)
            )
        for number in abandoned:
            self.discard(number)
        for number in cancelled:
            self._remove(number, IS_OPEN)

    def job(self, job_id: str) -> Job:
        """The job.

        Raises MissingError.
        """
        with self._database.reading() as connection:
            return _only(connection, _jobs().where(JobRow.id == job_id), job_id)

    def jobs(self, request: PageRequest) -> Page[Job]:
        """The jobs, the newest first."""
        with self._database.reading() as connection:
            page = page_of(connection, _jobs(), [JobRow.number], request, is_descending=True)
            return filled(page, lambda rows: _counted(connection, rows))

    def errors(self, job_id: str, request: PageRequest) -> Page[LineError]:
        """The lines of a job that became no article, in their order.

        Raises MissingError.
        """
        with self._database.reading() as connection:
            number = _number(connection, job_id)
            failed = select(JobLineRow).where(JobLineRow.job == number, HAS_FAILED)
            page = page_of(connection, failed, [JobLineRow.line], request)
            return filled(page, lambda rows: [_error(row) for row in rows])

    def cancel(self, job_id: str) -> Job:
        """The job, whose lines that are left will not be read; one that has ended stays as it is.

        Raises MissingError.
        """
        with self._database.writing() as connection:
            job = _only(connection, _jobs().where(JobRow.id == job_id), job_id)
            number = _number(connection, job_id)
            if job.state is JobState.RUNNING:
                connection.execute(update(JobRow).where(JobRow.number == number).values(n_unread=job.n_left))
                _finish(connection, number)
        self._remove(number, IS_OPEN)
        return self.job(job_id)

    def _remove(self, number: int, *which: ColumnElement[bool]) -> None:
        """Remove lines of a job, some at a time: a hundred thousand of them would keep other writers waiting."""
        some = select(JobLineRow.line).where(JobLineRow.job == number, *which).limit(self._limits.most_lines)
        n_removed = self._limits.most_lines
        while n_removed == self._limits.most_lines:
            with self._database.updating() as connection:
                removed = delete(JobLineRow).where(JobLineRow.job == number, JobLineRow.line.in_(some))
                n_removed = connection.execute(removed).rowcount


def finish_if_read(connection: Connection, number: int) -> None:
    """End the job if it has no line left to read; whoever asks is the only writer."""
    is_left = select(JobLineRow.line).where(JobLineRow.job == number, IS_OPEN).limit(1)
    if connection.execute(is_left).first() is None:
        _finish(connection, number)


def _finish(connection: Connection, number: int) -> None:
    """The one place where a job ends, read to its end or cancelled."""
    connection.execute(update(JobRow).where(JobRow.number == number).values(finished_at=time.time()))
    record_event(connection, Event.JOB_FINISHED, job_content(_only(connection, _jobs().where(JobRow.number == number))))


def _jobs() -> Select[JobRow]:
    return select(JobRow).where(JobRow.n_lines.is_not(None))


def _find_answered(connection: Connection, request: IdempotentRequest) -> Job | None:
    query = _jobs().where(JobRow.request_key == request.key)
    row = first_of(connection, query)
    if row is None:
        return None
    if row.fingerprint != request.digest:
        raise ClashError("This Idempotency-Key was already used with another batch.")
    return _only(connection, query)


def _number(connection: Connection, job_id: str) -> int:
    number = connection.scalar(select(JobRow.number).where(JobRow.id == job_id, JobRow.n_lines.is_not(None)))
    if number is None:
        raise MissingError(f"There is no {job_id!r}.")
    return number


def _only(connection: Connection, query: Select[JobRow], job_id: str = "") -> Job:
    rows = rows_of(connection, query)
    if not rows:
        raise MissingError(f"There is no {job_id!r}.")
    (job,) = _counted(connection, rows)
    return job


def _counted(connection: Connection, rows: Sequence[JobRow]) -> list[Job]:
    numbers = [row.number for row in rows]
    n_failed, n_open = (_counts(connection, numbers, counted) for counted in (HAS_FAILED, IS_OPEN))
    return [_job(row, n_failed.get(row.number, 0), n_open.get(row.number, 0)) for row in rows]


def _counts(connection: Connection, numbers: Sequence[int], counted: ColumnElement[bool]) -> dict[int, int]:
    lines = select(JobLineRow.job, func.count()).where(JobLineRow.job.in_(numbers), counted)
    return dict(connection.execute(lines.group_by(JobLineRow.job)).all())


def _job(row: JobRow, n_failed: int, n_open: int) -> Job:
    if row.finished_at is None:
        state = JobState.RUNNING
    else:
        state = JobState.FINISHED if row.n_unread is None else JobState.CANCELLED
    # One that is seen has all its lines.
    return Job(row.id, state, row.n_lines or 0, n_failed, row.n_unread or n_open, row.created_at, row.finished_at)


def _pieces(lines: Iterable[NewLine | LineError], limits: JobLimits) -> Iterator[list[NewLine | LineError]]:
    piece: list[NewLine | LineError] = []
    n_characters = 0
    for line in lines:
        piece.append(line)
        n_characters += len(line.payload) if isinstance(line, NewLine) else 0
        if len(piece) == limits.most_lines or n_characters >= limits.most_characters:
            yield piece
            piece, n_characters = [], 0
    if piece:
        yield piece


def _values(number: int, line: NewLine | LineError) -> dict[str, object]:
    values = {"job": number, "line": line.line, "n_tries": 0, "article_id": _shown(line.article_id)}
    if isinstance(line, NewLine):
        return {**values, "payload": line.payload, "error": None, "field": None}
    return {**values, "payload": None, **error_values(line)}


def error_values(error: LineError) -> dict[str, str | None]:
    """The columns that say what is wrong."""
    return {"error": _shown(error.detail), "field": _shown(error.field)}


def _shown(text: str | None) -> str | None:
    """As much of a text as one wants to read: it may have a million letters, or some that cannot be stored."""
    return text and text[:_MOST_SHOWN].encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _error(row: JobLineRow) -> LineError:
    return LineError(row.line, row.error or "", row.field, row.article_id)
