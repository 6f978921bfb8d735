"""The report on partitions: what one more article asks of the index of keys takes, in each layout of the table."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.tables import table


@dataclass(frozen=True, slots=True)
class Asked:
    """What articles took, one after the other: milliseconds of each, and the pages that had not been in memory."""

    counted: tuple[float, ...]
    """To count who holds the keys."""
    found: tuple[float, ...]
    """To find the candidates."""
    written: tuple[float, ...]
    """To write the postings."""
    cpu: float
    """Of the server's process, for all of them."""
    n_candidates: int
    n_pages: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """One layout of the table at one size."""

    layout: str
    n_quotations: int
    table_bytes: int
    index_bytes: int
    cold: Asked
    warm: Asked
    undated: Asked
    seconds_to_drop: float
    """To remove the postings of the first month."""


def report(outcomes: Sequence[Outcome]) -> str:
    """The page."""
    size = [
        (
            outcome.layout,
            f"{outcome.n_quotations:,}",
            f"{outcome.table_bytes / 1e9:.2f}",
            f"{outcome.index_bytes / 1e9:.2f}",
            f"{outcome.seconds_to_drop:.2f}",
        )
        for outcome in outcomes
    ]
    parts = [table(("layout", "quotations", "GB table", "GB index", "seconds to drop a month"), size)]
    for title, asked_of in _PARTS.items():
        rows = [(outcome.layout, f"{outcome.n_quotations:,}", *_cells(asked_of(outcome))) for outcome in outcomes]
        parts.append(f"{title}\n\n{table(_HEAD, rows)}")
    return "\n".join((*_BEGIN, *parts))


def _cells(asked: Asked) -> tuple[str, ...]:
    """The median of each step and of all, and the means of the server's CPU, of pages and of candidates."""
    steps = asked.counted, asked.found, asked.written
    together = [sum(each) for each in zip(*steps, strict=True)]
    medians = (f"{statistics.median(each):.1f}" for each in (*steps, together))
    cpu, *means = (n / len(together) for n in (asked.cpu, asked.n_pages, asked.n_candidates))
    return (*medians, f"{cpu:.1f}", *(f"{mean:.0f}" for mean in means))


_HEAD = ("layout", "quotations", "count ms", "find ms", "write ms", "all ms", "CPU ms", "pages read", "candidates")
_PARTS: dict[str, Callable[[Outcome], Asked]] = {
    "The first articles after the server has started, with nothing in memory:": lambda outcome: outcome.cold,
    "Articles after the first hundred:": lambda outcome: outcome.warm,
    "Articles without a date, after twenty of them:": lambda outcome: outcome.undated,
}
_BEGIN = (
    "# Partitions",
    "",
    "Written by `python -m bench.partitions URL`: what linking one more article of ten quotations asks of the index of",
    "keys (the table `holders`) on PostgreSQL, by the service's own code, as one table and partitioned by month.",
    "",
    "- count: how many hold each of its keys, in the whole archive: a key that too many hold counts for nothing",
    "- find: who holds those that count, within four weeks; for an article without a date, at any time",
    "- write: its own postings",
    "",
    "The first 100,000 quotations are made by `bench/newsroom.py`, the others drawn like them (`bench/postings.py`).",
    "Times are medians by the clock, the other figures means of an article: CPU is that of the server's process, and",
    "pages of 8 kB had to be read into its memory. The index is built at once: one that has grown takes more room.",
    "",
)
