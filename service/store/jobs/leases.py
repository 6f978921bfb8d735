"""Who reads which line of a job: each is leased to one reader; see `sql/leasing.py`.

A line becomes an article in one transaction, in which the line goes: whoever is killed, wherever, has stored it
once, or else left the line to the next.
"""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from service.domain.jobs import LineError, QueueDepth
from service.domain.quotations import ArticleAnalysis
from service.store.articles import take_in
from service.store.jobs.jobs import error_values, finish_if_read
from service.store.sql.connection import Database
from service.store.sql.job_tables import IS_LEASED, IS_OPEN, JobLineRow, JobRow
from service.store.sql.leasing import is_unleased, lease_first

# Of a line at which every reader dies or fails: enough for any number of restarts in between.
MOST_TRIES = 5
_ENDED = {"payload": None, "leased_by": None, "leased_until": None}
_WORN_OUT = f"Processing was started {MOST_TRIES} times and never finished; see the service's log."


@dataclass(frozen=True, slots=True)
class LeasedLine:
    """A line that is leased to one reader; `lease` tells this lease from all others."""

    job: int
    line: int
    payload: str
    article_id: str | None
    lease: str


class Leases:
    """The lines of all jobs of one store, for those who read them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lease(self, seconds: float) -> LeasedLine | None:
        """A line to be processed within `seconds`; None if there is none.

        Jobs take turns, so that a short one need not wait for a long one. What was begun before comes last.
        """
        with self._database.updating() as connection:
            jobs = _running(connection)
            random.shuffle(jobs)
            return next(filter(None, (_lease(connection, number, seconds) for number in jobs)), None)

    def complete(self, leased: LeasedLine, analysed: ArticleAnalysis | None = None) -> bool:
        """Store the article of a line, which goes in the same transaction; whether the article is new.

        Without an analysis it is there already. Nothing happens where the lease has been lost.
        Raises ClashError if its id stands for other content.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(JobLineRow).where(*_is(leased))).rowcount == 0:
                return False
            is_new = analysed is not None and take_in(connection, analysed)
            finish_if_read(connection, leased.job)
            return is_new

    def fail(self, leased: LeasedLine, error: LineError) -> None:
        """Say why the line becomes no article; nothing happens where the lease has been lost."""
        with self._database.writing() as connection:
            values = {**error_values(error), **_ENDED}
            if connection.execute(update(JobLineRow).where(*_is(leased)).values(values)).rowcount:
                finish_if_read(connection, leased.job)

    def hand_back(self, leased: LeasedLine) -> None:
        """Leave the line to others."""
        with self._database.updating() as connection:
            connection.execute(update(JobLineRow).where(*_is(leased)).values(leased_by=None, leased_until=None))

    def fail_worn_out(self) -> None:
        """Give up the lines that were begun too often, and are nobody's now."""
        is_worn_out = JobLineRow.n_tries >= MOST_TRIES
        with self._database.reading() as connection:
            jobs = select(JobLineRow.job).where(JobLineRow.job.in_(_running(connection)), is_worn_out, *_is_free())
            worn_out = connection.scalars(jobs.distinct()).all()
        for number in worn_out:
            with self._database.writing() as connection:
                lines = update(JobLineRow).where(JobLineRow.job == number, is_worn_out, *_is_free())
                connection.execute(lines.values(error=_WORN_OUT, **_ENDED))
                finish_if_read(connection, number)

    def depth(self) -> QueueDepth:
        """How many lines of all jobs wait and are leased now."""
        with self._database.reading() as connection:
            is_left = JobLineRow.job.in_(_running(connection)), IS_OPEN
            n_left = connection.scalar(select(func.count()).where(*is_left)) or 0
            # Of no job in particular: whoever is asked for both looks at every line.
            is_leased = IS_LEASED, JobLineRow.leased_until > time.time()
            n_leased = connection.scalar(select(func.count()).where(*is_leased)) or 0
            return QueueDepth(max(n_left - n_leased, 0), n_leased)

    def is_waiting(self) -> bool:
        """Whether there is a line to read."""
        with self._database.reading() as connection:
            line = select(JobLineRow.line).where(
                JobLineRow.job.in_(_running(connection)), JobLineRow.n_tries < MOST_TRIES, *_is_free()
            )
            return connection.execute(line.limit(1)).first() is not None


def _running(connection: Connection) -> list[int]:
    is_running = JobRow.n_lines.is_not(None), JobRow.finished_at.is_(None)
    return list(connection.scalars(select(JobRow.number).where(*is_running)))


def _lease(connection: Connection, number: int, seconds: float) -> LeasedLine | None:
    free = (
        select(JobLineRow)
        .where(JobLineRow.job == number, JobLineRow.n_tries < MOST_TRIES, *_is_free())
        .order_by(JobLineRow.n_tries, JobLineRow.line)
    )
    lease = uuid4().hex
    values = {"leased_by": lease, "leased_until": time.time() + seconds, "n_tries": JobLineRow.n_tries + 1}
    row = lease_first(connection, JobLineRow, free, values)
    return LeasedLine(number, row.line, row.payload or "", row.article_id, lease) if row is not None else None


def _is_free() -> Sequence[ColumnElement[bool]]:
    return IS_OPEN, is_unleased(JobLineRow.leased_until, time.time())


def _is(leased: LeasedLine) -> Sequence[ColumnElement[bool]]:
    return (
        JobLineRow.job == leased.job,
        JobLineRow.line == leased.line,
        JobLineRow.leased_by == leased.lease,
        JobLineRow.job.in_(select(JobRow.number).where(JobRow.finished_at.is_(None))),
        IS_OPEN,
    )
