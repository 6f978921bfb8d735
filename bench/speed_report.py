"""The measurements of speed as a page in Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.tables import percent, table
from bench.workload import Batch

_HEAD = """\
# Speed

Written by `make speed`: CPU seconds of the whole process on one core, torch with one thread. Words are what blanks
separate. The figures differ from machine to machine, and on a shared one by a fifth from one moment to the next, so
another program is compared only within one run: a pipeline of the shape of spaCy's `en_core_web_sm` (tagger, parser and
names; `bench/peers`). The two read in turn, in several rounds, each in a new process that has read a little and left
what it then holds out of garbage collection, as the service does; the best round of each counts.

"""
_STAGES = """\
## Where the time goes

Over {name}, one by one. "parsing" is what parsing takes besides the stages named.

"""
_GROWTH = """\
## How it grows

In one request. Memory is the most that the process held meanwhile.

"""
_CORES = """\
## One core and two

Words a second by the clock: one process, and two side by side, each of which reads {name}.

"""
_DUE_LOAD, _DUE_MEMORY, _DUE_DISK = 3, 600, 100
# By what the processor can: other processors, other ratios.
_DUE_RATIO = "0.65; 0.75 with AMX"


@dataclass(frozen=True, slots=True)
class Loading:
    """What it took until the models were there, and what they take on disk."""

    seconds: float
    peak_mb: float
    disk_mb: float


def speed_report(
    loading: Loading,
    one_by_one: Batch,
    growth: Sequence[Batch],
    wall_speeds: Sequence[float],
    spacy_speed: float | None,
) -> str:
    """The page; `wall_speeds` are words a second by the clock on one core and on two.

    `spacy_speed` is that of spaCy's small pipeline, in words a CPU second; None where it was not measured.
    """
    figures = [
        (f"words a CPU second, {one_by_one.name}", f"{one_by_one.speed:,.0f}", "–"),
        *_beside_spacy(one_by_one, spacy_speed),
        ("seconds to load the models", f"{loading.seconds:.1f}", f"{_DUE_LOAD}"),
        ("MB of models on disk", f"{loading.disk_mb:.0f}", f"{_DUE_DISK}"),
        ("MB resident with the models loaded", f"{loading.peak_mb:.0f}", "–"),
        (f"MB resident at most, {one_by_one.name} one by one", f"{one_by_one.peak_mb:.0f}", f"{_DUE_MEMORY}"),
    ]
    return "\n".join(
        (
            _HEAD + table(("figure", "ours", "due"), figures),
            _STAGES.format(name=one_by_one.name) + _stages(one_by_one),
            _CORES.format(name=one_by_one.name) + _cores(*wall_speeds),
            _GROWTH + _rows(growth),
        )
    )


def _beside_spacy(one_by_one: Batch, spacy_speed: float | None) -> Iterator[tuple[str, ...]]:
    if spacy_speed is not None:
        yield "the same, spaCy's small pipeline", f"{spacy_speed:,.0f}", "–"
        yield "ours as a part of spaCy's", f"{one_by_one.speed / spacy_speed:.2f}", _DUE_RATIO


def _stages(batch: Batch) -> str:
    rows = [
        (stage, f"{seconds:.1f}", percent(seconds / batch.total_seconds), _words_a_second(batch.n_words, seconds))
        for stage, seconds in sorted(batch.seconds.items(), key=lambda row: -row[1])
    ]
    return table(("stage", "CPU seconds", "% of all", "words a CPU second"), rows)


def _cores(one: float, two: float) -> str:
    row = ("words a second", f"{one:,.0f}", f"{two:,.0f}", f"{two / one:.2f}")
    return table(("", "one core", "two cores", "times"), [row])


def _rows(growth: Sequence[Batch]) -> str:
    rows = [
        (
            batch.name,
            f"{batch.n_words:,}",
            f"{batch.total_seconds:.1f}",
            f"{batch.seconds.get('comparison', 0.0):.2f}",
            f"{batch.speed:,.0f}",
            f"{batch.peak_mb:.0f}",
        )
        for batch in growth
    ]
    return table(("", "words", "CPU seconds", "of that comparison", "words a CPU second", "MB"), rows)


def _words_a_second(n_words: int, seconds: float) -> str:
    return f"{n_words / seconds:,.0f}" if seconds else "–"
