"""What a run reports: its progress, and at the end what it came to."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from service.archive.comparing.comparison import Compared
from service.archive.engine import Frame, col
from service.archive.steps import Table

Tell = Callable[[str], None]
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Report:
    """What a run came to; `seconds` are those of reading, by the clock, over all runs that took part."""

    n_articles: int
    n_words: int
    seconds: float
    counts: Mapping[str, int]
    errors: Mapping[str, int]
    conflicts: Mapping[str, int]

    @property
    def words_a_second(self) -> float:
        """How fast the articles were read."""
        return self.n_words / self.seconds if self.seconds else 0.0

    def lines(self) -> list[str]:
        """The report as text."""
        counted = ", ".join(f"{n:,} {name}" for name, n in self.counts.items())
        speed = f"{self.n_words:,} words read in {duration(self.seconds)}: {self.words_a_second:,.0f} a second"
        return [counted, speed, f"errors: {_by_name(self.errors)}", f"conflicts: {_by_name(self.conflicts)}"]


def report_of(compared: Compared, read: Table, errors: Table) -> Report:
    """The report of a run that is done."""
    words = read.frame().agg(col("n_words").sum().alias("n")).to_pydict()["n"][0]
    counts = {name: getattr(compared, name).n_rows for name in Compared.__dataclass_fields__}
    return Report(
        compared.articles.n_rows,
        words or 0,
        read.seconds,
        counts,
        _counted(errors.frame(), "error"),
        _counted(compared.conflicts.frame(), "class"),
    )


@dataclass(slots=True)
class Progress:
    """How far the reading is, its rate, and how long the rest will take at this rate."""

    tell: Tell
    n_articles: int
    n_done: int = 0
    _n_now: int = 0
    _began: float = field(default_factory=time.monotonic)

    def done(self, table: Table, *, is_new: bool) -> None:
        """One more step of reading is done, by this run or by an earlier one."""
        self.n_done += table.n_rows
        if not is_new:
            return
        self._n_now += table.n_rows
        rate = self._n_now / max(time.monotonic() - self._began, 1e-9)
        left = duration((self.n_articles - self.n_done) / rate) if rate else "unknown"
        self.tell(f"read {self.n_done:,} of {self.n_articles:,} articles, {rate:.1f} a second, {left} left")


def duration(seconds: float) -> str:
    """Seconds as people say them: 42 s, 3 min 20 s, 2 h 5 min."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"


def _counted(frame: Frame, name: str) -> dict[str, int]:
    return dict(sorted(Counter(frame.select(name).to_pydict()[name]).items()))


def _by_name(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{n:,} {name}" for name, n in counts.items()) or "none"
