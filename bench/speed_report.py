"""The measurements of speed as a page in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.tables import percent, table
from bench.workload import Batch

_HEAD = """\
# Speed

Written by `make speed`: CPU seconds of the whole process on one core, torch with one thread. Words are what blanks
part. They differ from machine to machine and by a few per cent from run to run.

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
_DUE_SPEED, _GOAL_SPEED, _DUE_LOAD, _DUE_MEMORY = 2_500, 4_500, 3, 600
# Measured in the same way on this kind of machine and article, on one core.
_PEERS = (
    ("spaCy's small English pipeline alone: no attribution", "4,060"),
    ("Gender Gap Tracker, on top of that pipeline", "4,130"),
    ("Citron", "2,290 to 2,460"),
)


@dataclass(frozen=True, slots=True)
class Loading:
    """What it took until the models were there."""

    seconds: float
    peak_mb: float


def speed_report(loading: Loading, one_by_one: Batch, growth: Sequence[Batch], wall_speeds: Sequence[float]) -> str:
    """The page; `wall_speeds` are words a second by the clock on one core and on two."""
    figures = [
        (f"words a CPU second, {one_by_one.name}", f"{one_by_one.speed:,.0f}", f"{_DUE_SPEED:,}", f"{_GOAL_SPEED:,}"),
        ("seconds to load the models", f"{loading.seconds:.1f}", f"{_DUE_LOAD}", "–"),
        ("MB resident with the models loaded", f"{loading.peak_mb:.0f}", "–", "–"),
        (f"MB resident at most, {one_by_one.name} one by one", f"{one_by_one.peak_mb:.0f}", f"{_DUE_MEMORY}", "–"),
    ]
    peers = [("this service", f"{one_by_one.speed:,.0f}"), *_PEERS]
    return "\n".join(
        (
            _HEAD + table(("figure", "ours", "due", "goal"), figures),
            table(("system", "words a CPU second"), peers),
            _STAGES.format(name=one_by_one.name) + _stages(one_by_one),
            _CORES.format(name=one_by_one.name) + _cores(*wall_speeds),
            _GROWTH + _rows(growth),
        )
    )


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
