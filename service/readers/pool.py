"""Readers at work for one process: each has a deadline and a limit of memory, and is killed when it is past either."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any

from service.errors import MemoryLimitError, ServiceError
from service.readers.places import Deadline, Places
from service.readers.processes import Reader, ReaderError, Template

# ruff: noqa: ANN401 - work and answers are of any kind

# How often a reader at work is looked at.
_WATCH_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """How many readers there are, what a piece of work may take, and how long a caller waits for one of them."""

    n_readers: int
    seconds: float
    megabytes: int
    patience: float = 5
    pause: float = 10
    """Seconds from one start of a template to the next: one that ends at once would keep a core busy."""


class ReaderPool:
    """Readers that are forked when they are needed, by a template that this command starts."""

    def __init__(
        self,
        command: Sequence[str],
        limits: ReaderLimits,
        *,
        given: bytes = b"",
        observe: Callable[[float], None] = lambda _: None,
    ) -> None:
        """The command reads what is `given` on its standard input; `observe` hears the seconds of each parse.

        The `limits` may change as long as there are as many readers.
        """
        self._command, self._given = tuple(command), given
        self.limits = limits
        self._observe = observe
        self._places = Places(limits.n_readers, patience=min(limits.patience, limits.seconds))
        self._idle: list[Reader] = []
        self._starting = Lock()
        self._template = Template(self._command, self._given)

    def is_ready(self) -> bool:
        """Whether a reader could be forked now."""
        return self._living_template().is_ready()

    @property
    def precision(self) -> str | None:
        """That of the models; None before they are loaded."""
        return self._living_template().precision

    def wait(self) -> None:
        """Return when everything is loaded; raises ModelError if it cannot be."""
        self._living_template().wait()

    def run(self, work: Callable[..., Any]) -> Any:
        """What the work answers, which must be something that can be pickled; it is called with `deadline`.

        Raises BusyError if no reader becomes free, TimeLimitError or MemoryLimitError if this one was ended, ModelError
        if there can be none, and what the work raises.
        """
        deadline = Deadline.after(self.limits.seconds)
        with self._places.taken():
            reader = self._reader(deadline)
            try:
                answer, error, measures = self._ask(reader, (work, deadline), deadline)
            except BaseException:
                reader.end()
                raise
            self._keep(reader)
        for seconds in measures:
            self._observe(seconds)
        if isinstance(error, ServiceError):
            raise error
        if error is not None:
            raise ReaderError(error)
        return answer

    def close(self) -> None:
        """End all readers."""
        for reader in self._idle:
            reader.end()
        self._template.end()

    def _reader(self, deadline: Deadline) -> Reader:
        """One that waits for work, or a new one; one that has been killed meanwhile is left."""
        while self._idle:
            reader = self._idle.pop()
            if reader.is_alive():
                return reader
            reader.end()
        return self._living_template().fork(deadline)

    def _ask(self, reader: Reader, work: object, deadline: Deadline) -> Any:
        reader.begin(work, deadline)
        while not reader.has_answer(min(_WATCH_SECONDS, deadline.seconds_left)):
            if not deadline.seconds_left:
                raise deadline.error()
            if reader.megabytes > self.limits.megabytes:
                raise MemoryLimitError(
                    f"The analysis takes more than {self.limits.megabytes} MB of memory. Please send fewer or shorter "
                    "articles."
                )
        return reader.answer(deadline)

    def _keep(self, reader: Reader) -> None:
        """Memory that it has taken and does not need is given back by its end."""
        if reader.megabytes > self.limits.megabytes // 2:
            reader.end()
        else:
            self._idle.append(reader)

    def _living_template(self) -> Template:
        with self._starting:
            if self._template.has_ended and monotonic() - self._template.started_at > self.limits.pause:
                self._template = Template(self._command, self._given)
            return self._template
