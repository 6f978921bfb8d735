"""The report on archives: tables of what was taken to read and to compare them. See `archive_run`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from bench.tables import table

HEAD = (
    "# Archives",
    "",
    "Written by `python -m bench.archive_run`: what `quotes archive` takes from the start of the process to its end,",
    "with the loading of the models. CPU seconds are those of all processes; MB the most that the process itself held,",
    "and together the most that it and all that it started held at one time, what they share counted once. Its own CPU",
    "seconds are those that workers do not share. The plain loop (`bench/plain_loop.py`) reads and compares, and",
    "writes nothing; what is read already is compared at once in memory, too. All articles are made by",
    "`bench/newsroom.py`. What was measured is kept in `bench/archive_run.jsonl`, and a row stays until it is measured",
    "again. Load is what worked or waited in the last five minutes, others included, on two processors. Where there",
    "are several processes, each but the last was ended with `kill -9`, and the next went on (`--resume`).",
    "",
)
_NAMES = {"plain": "plain loop", "archive": "archive, one worker", "archive2": "archive, two workers"}
# What the rate of words is asked of.
_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: CPU seconds of all that it started, seconds by the clock, megabytes of its own.

    Where it was broken off and went on, these are the sums, and the most, of `pieces` processes.
    """

    name: str
    n: int
    cpu: float
    seconds: float
    megabytes: int
    counts: dict[str, int]
    load: float | None = None
    together: int | None = None
    pieces: int = 1


def kept(path: Path) -> list[Taken]:
    """What was measured until now."""
    return [Taken(**json.loads(line)) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def keep(path: Path, taken: Taken) -> None:
    """Put this in the place of what was measured of the same before."""
    others = (one for one in kept(path) if (one.name, one.n) != (taken.name, taken.n))
    ordered = sorted((*others, taken), key=lambda one: (one.name, one.n))
    path.write_text("".join(f"{json.dumps(asdict(one))}\n" for one in ordered), "utf-8")


def report(taken: Sequence[Taken]) -> str:
    """All that was measured."""
    by_name = {name: list(some) for name, some in groupby(taken, key=lambda one: one.name)}
    read = [one for name in _NAMES for one in by_name.get(name, [])]
    compared = [one for name in ("at_once", "compare", "compare2") for one in by_name.get(name, [])]
    short = by_name.get("short", [])
    parts = ((of_reading, read), (of_growing, short), (of_comparing, compared))
    return "\n".join((*HEAD, *(line for write, some in parts if some for line in write(some))))


def of_reading(taken: Sequence[Taken]) -> Iterator[str]:
    """What was read and compared, the plain loop first."""
    head = ("", "articles", "words", "CPU s", "words a CPU second", "of the plain loop", "s by the clock", "load", "MB")
    plain = {one.n: one for one in taken if one.name == "plain"}
    rows = [
        (
            _NAMES[one.name],
            f"{one.n:,}",
            f"{one.counts['words']:,}",
            f"{one.cpu:.1f}",
            f"{_rate(one):,.0f}",
            f"{100 * _rate(one) / _rate(plain[one.n]):.0f} %" if one.n in plain else "–",
            f"{one.seconds:.1f}",
            _one_place(one.load),
            f"{one.megabytes:,}",
            f"{one.counts['conflicts']:,}",
        )
        for one in sorted(taken, key=lambda one: (one.n, list(_NAMES).index(one.name)))
    ]
    yield from ("## Reading and comparing", "", table((*head, "conflicts"), rows), *_of_many(plain, taken))


def _one_place(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _rate(taken: Taken) -> float:
    return taken.counts["words"] / taken.cpu


def _of_many(plain: Mapping[int, Taken], taken: Sequence[Taken]) -> Iterator[str]:
    """What many articles would take: as much as the most measured, and for each further one what the two differ by."""
    archive = {one.n: one for one in taken if one.name == "archive"}
    sizes = sorted(plain.keys() & archive.keys())
    if len(sizes) > 1:
        few, more = sizes[0], sizes[-1]
        loop, own = ((of[more].cpu - of[few].cpu) / (more - few) for of in (plain, archive))
        share = (plain[more].cpu + (_MANY - more) * loop) / (archive[more].cpu + (_MANY - more) * own)
        yield f"Reckoned from {few:,} and {more:,}: an article more takes {1000 * loop:.1f} ms of CPU in the plain loop"
        yield f"and {1000 * own:.1f} in the archive with one worker, so that with {_MANY:,} articles it would read"
        yield f"{100 * share:.0f} % of the plain loop's words in a CPU second."
        yield ""


def of_growing(taken: Sequence[Taken]) -> Iterator[str]:
    """What short articles took, of which a hundred thousand can be read."""
    head = ("articles", "words", "quotations", "conflicts", "CPU s", "ms an article", "s by the clock", "load")
    rows = [
        (
            *(f"{value:,}" for value in (one.n, *(one.counts[name] for name in ("words", "quotations", "conflicts")))),
            f"{one.cpu:,.0f}",
            f"{1000 * one.cpu / one.n:.1f}",
            f"{one.seconds:,.0f}",
            _one_place(one.load),
            f"{one.megabytes:,}",
            f"{one.together or 0:,}",
            str(one.pieces),
        )
        for one in taken
    ]
    yield from ("## Memory as an archive grows", "")
    yield "Short articles, of two quotations of eight words at most, read and compared by two workers."
    yield from ("", table((*head, "MB", "MB together", "processes"), rows))


def of_comparing(taken: Sequence[Taken]) -> Iterator[str]:
    """What was compared only."""
    counts = ("articles", "quotations", "statements", "conflicts")
    head = (
        *counts,
        "workers",
        "CPU s",
        "of these its own",
        "ms a quotation",
        "s by the clock",
        "load",
        "MB",
        "processes",
    )
    rows = [
        (
            *(f"{each.counts[name]:,}" for name in counts),
            str(each.counts.get("workers", "at once")),
            f"{each.cpu:.1f}",
            f"{each.counts['own_cpu']:,}",
            f"{1000 * each.cpu / each.counts['quotations']:.2f}",
            f"{each.seconds:.1f}",
            _one_place(each.load),
            f"{each.megabytes:,}",
            str(each.pieces),
        )
        for each in sorted(taken, key=lambda one: (one.counts["articles"], one.counts.get("workers", 0)))
    ]
    yield from ("## Comparing what is read", "", table(head, rows))
