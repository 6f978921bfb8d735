"""Places for work that takes seconds, a short queue before them, and the deadline of each caller."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition
from time import monotonic
from typing import Self

from service.errors import BusyError, TimeLimitError


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a caller waits for an answer; `seconds` is what it was given. All processes have one clock."""

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


class Places:
    """A number of places; as many callers as there are places may wait for one, for as long as their patience lasts."""

    def __init__(self, n_places: int, *, patience: float) -> None:
        # More may not wait: each keeps a thread from requests that need no place.
        self._n_free = self._most_waiting = n_places
        self._n_waiting = 0
        self._changed = Condition()
        self._patience = patience

    @property
    def n_waiting(self) -> int:
        """How many callers wait for a place now."""
        return self._n_waiting

    def take(self) -> None:
        """Take a place, which must be given back; raises BusyError if none becomes free."""
        with self._changed:
            if not self._takes_one():
                raise BusyError("The service is busy. Please try again in a moment.")
            self._n_free -= 1

    def give_back(self) -> None:
        """Let another have the place."""
        with self._changed:
            self._n_free += 1
            self._changed.notify()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """A place for as long as the block runs; raises BusyError if none becomes free."""
        self.take()
        try:
            yield
        finally:
            self.give_back()

    def _takes_one(self) -> bool:
        """Whether a place is free, or becomes free while this waits."""
        if not self._n_free and self._n_waiting == self._most_waiting:
            return False
        self._n_waiting += 1
        try:
            return self._changed.wait_for(lambda: self._n_free > 0, self._patience)
        finally:
            self._n_waiting -= 1
