"""How far the reading of a batch is."""

from dataclasses import dataclass
from enum import StrEnum


class JobState(StrEnum):
    """How far a job is."""

    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """Articles that were handed in at once, a line each; times are in seconds since 1970.

    The lines that are left are still to be read or, of a cancelled job, never will be.
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
        """How many articles are kept."""
        return self.n_lines - self.n_failed - self.n_left


@dataclass(frozen=True, slots=True)
class LineError:
    """Why a line, counted from 1, became no article; `field` is a JSON pointer into it."""

    line: int
    detail: str
    field: str | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class QueueDepth:
    """How many lines of all jobs are still to be read, and how many are being read."""

    waiting: int
    leased: int
