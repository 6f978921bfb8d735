"""Accepting batches: all lines are stored before the response; `line_worker.py` processes them."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from service.domain.jobs import Job, LineError
from service.domain.queries import IdempotentRequest
from service.errors import ArticleError, TooLargeError
from service.ingestion.submissions import NO_LIMIT, Submission
from service.store import Store
from service.store.jobs.jobs import NewLine

# The number of a line, counted from 1, and its submission, or what is wrong with it.
Line = tuple[int, Submission | LineError]


class Batches:
    """The door for many articles at once; `wake` tells those who read that there are lines."""

    def __init__(self, store: Store, wake: Callable[[], None], *, max_lines: int = NO_LIMIT) -> None:
        self._jobs = store.jobs
        self._wake = wake
        self._max_lines = max_lines

    def take(self, lines: Iterable[Line], *, request_key: str | None = None, digest: Callable[[], str] = str) -> Job:
        """The job that processes these lines, which are committed when this returns; nothing is stored if it raises.

        A request that names itself by its key is answered with the same job when it is sent again; `digest` tells,
        after the last line, what it sent. Raises ArticleError if there are no lines, TooLargeError if there are
        too many, ClashError if the request's key stands for another one, and whatever `lines` raises.
        """
        number = self._jobs.open()
        try:
            self._jobs.fill(number, self._checked(lines))
            request = IdempotentRequest.named(request_key, digest())
            job = self._jobs.start(number, request=request)
        except BaseException:
            self._jobs.discard(number)
            raise
        self._wake()
        return job

    def _checked(self, lines: Iterable[Line]) -> Iterator[NewLine | LineError]:
        n_lines = 0
        for n_lines, (line, given) in enumerate(lines, 1):
            if n_lines > self._max_lines:
                raise TooLargeError(f"The batch has more than the limit of {self._max_lines} articles.")
            yield given if isinstance(given, LineError) else NewLine(line, payload_of(given), given.id)
        if not n_lines:
            raise ArticleError("The batch has no articles.")


def payload_of(submission: Submission) -> str:
    """The submission as text."""
    return json.dumps({name: value for name, value in asdict(submission).items() if value not in (None, ())})


def submission_of(payload: str) -> Submission:
    """The submission."""
    given = json.loads(payload)
    return Submission(**{**given, "authors": tuple(given.get("authors", ()))})
