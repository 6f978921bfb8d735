"""How much is at work at once: places for work, a short queue before them, and a deadline for each caller."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from dataclasses import dataclass
from threading import Condition
from time import monotonic
from typing import Self, TypeVar

from service.errors import BusyError, TimeLimitError

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a caller waits for an answer; `seconds` is what it was given."""

    seconds: float
    ends_at: float

    @classmethod
    def after(cls, seconds: float) -> Self:
        """The deadline of a caller that begins to wait now."""
        return cls(seconds, monotonic() + seconds)

    @property
    def seconds_left(self) -> float:
        """None of them is left once it has passed."""
        return max(0.0, self.ends_at - monotonic())

    def check(self) -> None:
        """Raises TimeLimitError once nobody waits for the answer any more, so that its place can be given back."""
        if not self.seconds_left:
            raise self.error()

    def error(self) -> TimeLimitError:
        """What a caller hears who has waited in vain."""
        message = f"The analysis takes longer than {self.seconds:g} seconds. Please send fewer or shorter articles."
        return TimeLimitError(message)


class Capacity:
    """Places for work that takes seconds; as many callers as there are places may wait for one."""

    def __init__(self, n_places: int, *, patience: float, seconds: float) -> None:
        """`patience` is how long a caller waits for a place, `seconds` how long for its answer."""
        # More may not wait: each keeps a thread from requests that need no place.
        self._n_free = self._most_waiting = n_places
        self._n_waiting = 0
        self._changed = Condition()
        self._patience, self._seconds = min(patience, seconds), seconds
        # A thread for each place: work that outlives its request keeps its place until it has stopped.
        self._threads = ThreadPoolExecutor(n_places, thread_name_prefix="analysis")

    @property
    def n_waiting(self) -> int:
        """How many callers wait for a place now."""
        return self._n_waiting

    def run(self, work: Callable[[Deadline], _Answer]) -> _Answer:
        """What the work answers, which is given its deadline to keep.

        Raises BusyError if no place becomes free, TimeLimitError if the deadline passes, and what `work` raises.
        """
        deadline = Deadline.after(self._seconds)
        if not self._takes_place():
            raise BusyError("The service is busy. Please try again in a moment.")
        # In the caller's context: what is logged on the way carries the request's id.
        answer = self._threads.submit(copy_context().run, self._in_place, work, deadline)
        wait([answer], timeout=deadline.seconds_left)
        if not answer.done():
            raise deadline.error()
        return answer.result()

    def close(self) -> None:
        """Return when all work has ended."""
        self._threads.shutdown(wait=True)

    def _takes_place(self) -> bool:
        """Whether a place is free, or becomes free while this waits."""
        with self._changed:
            if not self._n_free and self._n_waiting == self._most_waiting:
                return False
            self._n_waiting += 1
            try:
                is_free = self._changed.wait_for(lambda: self._n_free > 0, self._patience)
            finally:
                self._n_waiting -= 1
            if is_free:
                self._n_free -= 1
            return is_free

    def _in_place(self, work: Callable[[Deadline], _Answer], deadline: Deadline) -> _Answer:
        try:
            return work(deadline)
        finally:
            # Here, not in a callback of the future: those run after the caller has its answer, and the
            # caller's next request would find no place.
            with self._changed:
                self._n_free += 1
                self._changed.notify()
