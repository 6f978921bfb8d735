"""The memory of a process and of all that it started, as Linux reports it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PROCESSES = Path("/proc")
_KILOBYTES_A_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Sample:
    """Resident megabytes this many seconds after the first sample; what processes share counts once."""

    seconds: float
    megabytes: float


@contextmanager
def watched_memory(process: int, every: float) -> Iterator[list[Sample]]:
    """Samples of all processes together, taken while the block runs; none if the system does not report any."""
    representatives: list[Sample] = []
    done = Event()
    thread = Thread(target=_watch, args=(process, every, representatives, done))
    thread.start()
    try:
        yield representatives
    finally:
        done.set()
        thread.join()


def _watch(process: int, every: float, representatives: list[Sample], done: Event) -> None:
    began = time.monotonic()
    while (_PROCESSES / str(process)).exists():
        representatives.append(Sample(time.monotonic() - began, _megabytes(process)))
        if done.wait(every):
            return


def _megabytes(process: int) -> float:
    own = _field(process, "Pss:") / _KILOBYTES_A_MEGABYTE
    return own + sum(map(_megabytes, _children(process)))


def _children(process: int) -> list[int]:
    try:
        tasks = [(task / "children").read_text("utf-8") for task in (_PROCESSES / str(process) / "task").iterdir()]
    except FileNotFoundError:
        return []
    return [int(child) for text in tasks for child in text.split()]


def _field(process: int, name: str) -> int:
    try:
        lines = (_PROCESSES / str(process) / "smaps_rollup").read_text("utf-8").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
