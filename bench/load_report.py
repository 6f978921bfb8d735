"""What the load measured, as a page in Markdown."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from bench.memory import Sample
from bench.served import Requests
from bench.tables import table

_N_MOMENTS = 10
_Row = tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What one client's requests took in milliseconds, waits and retries included, and how those failed that did."""

    milliseconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Load:
    """All that was measured; `requests` are the service's own counts."""

    seconds: float
    tallies: tuple[Tally, ...]
    memory: tuple[Sample, ...]
    requests: Requests
    store_megabytes: float

    def milliseconds(self, act: str) -> list[float]:
        """Of all clients."""
        return [taken for tally in self.tallies for taken in tally.milliseconds[act]]

    @property
    def n_requests(self) -> int:
        """Those of the clients; one that is tried again is one."""
        return sum(len(taken) for tally in self.tallies for taken in tally.milliseconds.values())

    @property
    def n_busy(self) -> int:
        """How often no place was free."""
        return self._count(lambda status: status == HTTPStatus.SERVICE_UNAVAILABLE)

    @property
    def n_errors(self) -> int:
        """How often the service failed otherwise."""
        return self._count(lambda status: status >= 500 and status != HTTPStatus.SERVICE_UNAVAILABLE)

    def _count(self, is_meant: Callable[[int], bool]) -> int:
        return sum(number for (_, _, status), number in self.requests.items() if is_meant(int(status)))

    @property
    def failed(self) -> Counter[tuple[str, str]]:
        """The failures by what was asked and what was answered."""
        return sum((tally.failed for tally in self.tallies), Counter())


def load_report(load: Load) -> str:
    """The page."""
    summary = (
        f"{load.seconds / 60:g} minutes, {load.n_requests:,} requests, {load.n_requests / load.seconds:.0f} a second.\n"
        f"Failed in the end: {load.failed.total()}. Answered with 503 at first: {load.n_busy}, with another status of "
        f"500 or more: {load.n_errors}.\nThe store has {load.store_megabytes:.0f} MB at last.\n"
    )
    times = table(("milliseconds", "requests", "p50", "p95", "p99", "most"), list(_times(load)))
    memory = table(("after seconds", "MB"), list(_memory(load.memory)))
    failures = "".join(f"- {number} times: {act}: {error}\n" for (act, error), number in load.failed.most_common())
    return "\n".join((_HEAD, summary, *([failures] if failures else []), times, _MEMORY, memory))


_HEAD = """\
# Load

Written by `make load`: eight clients, each asking again as soon as it has its answer, of a service with two processes
on the same two cores. Articles of ten quotations are made by `bench/newsroom.py` and parsed by the service. What a
request takes is what its client waits, with all retries where no place was free; that is as the contract says, and
no failure unless all retries are in vain.
"""
_MEMORY = """\
## Memory

Resident in all processes of the service together.
"""


def _times(load: Load) -> Iterator[_Row]:
    for act in sorted({act for tally in load.tallies for act in tally.milliseconds}):
        taken = sorted(load.milliseconds(act))
        yield act, f"{len(taken):,}", *(f"{_percentile(taken, share):,.0f}" for share in (50, 95, 99, 100))


def _percentile(taken: Sequence[float], share: int) -> float:
    """The time within which this percentage were done."""
    return taken[min(len(taken) - 1, len(taken) * share // 100)]


def _memory(representatives: Sequence[Sample]) -> Iterator[_Row]:
    """The mean of each tenth of the time."""
    size = max(1, len(representatives) // _N_MOMENTS)
    for some in (representatives[start : start + size] for start in range(0, len(representatives), size)):
        yield f"{some[0].seconds:,.0f}", f"{statistics.mean(representative.megabytes for representative in some):,.0f}"
