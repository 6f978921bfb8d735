"""The report on archives: tables of what was taken to read and to compare them. See `archive_run`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.tables import table

HEAD = (
    "# Archives",
    "",
    "Written by `python -m bench.archive_run`: what `quotes archive` takes from the start of the process to its end,",
    "with the loading of the models. CPU seconds are those of all processes, megabytes the most that the process",
    "itself held: readers have theirs beside it, and so have workers where there are two. Its own CPU seconds are",
    "those that workers do not share. The plain loop (`bench/plain_loop.py`) reads and compares, and writes nothing;",
    "what is read already is compared at once in memory, too. All articles are made by `bench/newsroom.py`.",
    "",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: CPU seconds of all that it started, seconds by the clock, megabytes of its own."""

    name: str
    cpu: float
    seconds: float
    megabytes: int
    counts: dict[str, int]


def of_reading(taken: Sequence[Taken]) -> Iterator[str]:
    """What was read and compared, the plain loop first."""
    names = {"plain": "plain loop", "archive": "archive, one worker", "archive2": "archive, two workers"}
    head = ("", "words", "CPU s", "words a CPU second", "of the plain loop", "s by the clock", "MB", "conflicts")
    rates = [each.counts["words"] / each.cpu for each in taken]
    rows = [
        (
            names[each.name],
            f"{each.counts['words']:,}",
            f"{each.cpu:.1f}",
            f"{rate:,.0f}",
            f"{100 * rate / rates[0]:.0f} %",
            f"{each.seconds:.1f}",
            f"{each.megabytes:,}",
            f"{each.counts['conflicts']:,}",
        )
        for each, rate in zip(taken, rates, strict=True)
    ]
    yield from ("## Reading and comparing", "", table(head, rows), "")


def of_comparing(taken: Sequence[Taken]) -> Iterator[str]:
    """What was compared only."""
    counts = ("articles", "quotations", "statements", "conflicts")
    head = (*counts, "workers", "CPU s", "of these its own", "ms a quotation", "s by the clock", "MB")
    rows = [
        (
            *(f"{each.counts[name]:,}" for name in counts),
            str(each.counts.get("workers", "at once")),
            f"{each.cpu:.1f}",
            f"{each.counts['own_cpu']:,}",
            f"{1000 * each.cpu / each.counts['quotations']:.2f}",
            f"{each.seconds:.1f}",
            f"{each.megabytes:,}",
        )
        for each in taken
    ]
    yield from ("## Comparing what is read", "", table(head, rows))
