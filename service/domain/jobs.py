"""The progress of a batch."""

from dataclasses import dataclass
from enum import StrEnum


class JobState(StrEnum):
    """The state of a job."""

    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """Articles submitted together, one per line; times are in seconds since 1970.

    The lines that are left are still to be processed or, if the job was cancelled, dropped.
    """

    id: str
    state: JobState
    n_lines: int
    n_failed: int
    n_left: int
    created_at: float
    finished_at: float | None

    @property
    def n_done(self) -> int:
        """How many articles were stored."""
        return self.n_lines - self.n_failed - self.n_left


@dataclass(frozen=True, slots=True)
class LineError:
    """Why a line, counted from 1, failed; `field` is a JSON pointer into it."""

    line: int
    detail: str
    field: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class QueueDepth:
    """How many lines of all jobs are waiting, and how many are being processed."""

    waiting: int
    leased: int
