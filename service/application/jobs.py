"""Many articles at once: submitted as a batch, and read later by a job."""

from collections.abc import Callable, Iterable

from service.domain.jobs import Job, LineError, QueueDepth
from service.domain.queries import Page, PageRequest
from service.errors import StoreError
from service.jobs.batches import Batches, Line
from service.store import Store


class Jobs:
    """The jobs of one store; those that name one by its id raise MissingError where there is none."""

    def __init__(self, store: Store, batches: Batches | None) -> None:
        self._store = store
        self._batches = batches

    def submit(self, lines: Iterable[Line], *, request_key: str | None = None, digest: Callable[[], str] = str) -> Job:
        """The job that reads these lines, which are stored when this returns; see `Batches.take`.

        Raises StoreError if this service takes no batches.
        """
        if self._batches is None:
            raise StoreError("This service takes no batches: it has no queue.")
        return self._batches.take(lines, request_key=request_key, digest=digest)

    def job(self, job_id: str) -> Job:
        """The job."""
        return self._store.jobs.job(job_id)

    def jobs(self, page: PageRequest) -> Page[Job]:
        """The jobs, the newest first."""
        return self._store.jobs.jobs(page)

    def errors(self, job_id: str, page: PageRequest) -> Page[LineError]:
        """The lines of a job that became no article, in their order."""
        return self._store.jobs.errors(job_id, page)

    def cancel(self, job_id: str) -> Job:
        """The job, whose remaining lines will not be read; one that has ended stays as it is."""
        return self._store.jobs.cancel(job_id)

    def depth(self) -> QueueDepth:
        """How many lines of all jobs wait, and how many are being read."""
        return self._store.leases.depth()
