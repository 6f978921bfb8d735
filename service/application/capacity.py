"""How much is at work at once in this process: places for work, and a deadline for each caller.

What is done here cannot be ended, only waited for no longer; see `readers` for work that can.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TypeVar

from service.readers.places import Deadline, Places

_Answer = TypeVar("_Answer")


class Capacity:
    """Places for work that takes seconds; as many callers as there are places may wait for one."""

    def __init__(self, n_places: int, *, patience: float, seconds: float) -> None:
        """`patience` is how long a caller waits for a place, `seconds` how long for its answer."""
        self._places = Places(n_places, patience=min(patience, seconds))
        self._seconds = seconds
        # A thread for each place: work that outlives its request keeps its place until it has stopped.
        self._threads = ThreadPoolExecutor(n_places, thread_name_prefix="analysis")

    @property
    def n_waiting(self) -> int:
        """How many callers wait for a place now."""
        return self._places.n_waiting

    def run(self, work: Callable[[Deadline], _Answer]) -> _Answer:
        """What the work answers, which is given its deadline to keep.

        Raises BusyError if no place becomes free, TimeLimitError if the deadline passes, and what `work` raises.
        """
        deadline = Deadline.after(self._seconds)
        self._places.take()
        # In the caller's context: what is logged on the way carries the request's id.
        answer = self._threads.submit(copy_context().run, self._in_place, work, deadline)
        wait([answer], timeout=deadline.seconds_left)
        if not answer.done():
            raise deadline.error()
        return answer.result()

    def close(self) -> None:
        """Return when all work has ended."""
        self._threads.shutdown(wait=True)

    def _in_place(self, work: Callable[[Deadline], _Answer], deadline: Deadline) -> _Answer:
        try:
            return work(deadline)
        finally:
            # Here, not in a callback of the future: those run after the caller has its answer, and the
            # caller's next request would find no place.
            self._places.give_back()
