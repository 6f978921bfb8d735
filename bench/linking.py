"""How linking grows with what is stored: `python -m bench.linking URL...`, on empty databases.

Articles of ten quotations are added to stores of ten thousand, a hundred thousand and a million quotations, which are
made from real articles (`bench.newsroom`) and filled by linking them (`bench.mass`). Kept in `linking.md`.
"""

import argparse
import statistics
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bench.mass import copy, fill, warm
from bench.newsroom import N_QUOTATIONS, Stock, stock_of, stories
from bench.parses import stanza_parser
from bench.tables import table, write_above_notes
from bench.workload import articles_of, read_texts
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.quotations import ArticleAnalysis
from service.runtime.garbage_collection import freeze_gc
from service.store.articles import Repository
from service.store.schema import upgrade
from service.store.sql.connection import Database

ROOT = Path(__file__).parent.parent
_SIZES = (10_000, 100_000, 1_000_000)
_N_SOURCES = 89
# Enough for a percentile; the first ones warm the caches, as yesterday's articles do in a newsroom.
_N_MEASURED, _N_WARM_UP = 200, 50


@dataclass(frozen=True, slots=True)
class Growth:
    """Milliseconds that adding one article takes on one database, from its rows to its conflicts, and on disk."""

    database: str
    are_dated: bool
    n_stored: int
    milliseconds: tuple[float, ...]
    cpu: float

    def percentile(self, percent: int) -> float:
        """The time within which this percentage of the articles are done."""
        return statistics.quantiles(self.milliseconds, n=100)[percent - 1]


def main() -> None:
    """Fill, measure, print the report and keep it."""
    options = _options()
    databases = [Database(url) for url in options.urls]
    for database in databases:
        upgrade(database)
    stock, growths = stock_from(options.shared), list[Growth]()
    # As the service does once its models are there.
    freeze_gc()
    for growth in _grow(stories(stock, seed=1), databases, options):
        growths.append(growth)
        # A million takes an hour: each measurement is saved at once.
        write_above_notes(options.output, _report(growths))
    print(_report(growths))


def stock_from(shared: Path) -> Stock:
    """What the real articles in this folder, and the seeds, lend."""
    parser = stanza_parser(Settings.from_environment().models)
    texts = read_texts(shared, ROOT / "seeds")
    return stock_of([read_article(article, parser) for article in articles_of(texts, min(_N_SOURCES, len(texts)))])


def _grow(
    stories: Iterator[list[ArticleAnalysis]], databases: Sequence[Database], options: argparse.Namespace
) -> Iterator[Growth]:
    n_stored = 0
    # Of each story with several reports, one is held back: it arrives as news.
    held_back: deque[ArticleAnalysis] = deque(maxlen=(_N_MEASURED + _N_WARM_UP) * len(databases))
    for size in options.sizes:
        archive = _until(size - n_stored, stories, held_back)
        if size <= options.filled:
            deque(archive, maxlen=0)
        else:
            fill(databases[0], _with_progress(archive, n_stored, size))
        n_stored = size
        if size < options.filled:
            continue
        for other in databases[1:]:
            copy(databases[0], other)
        for number, database in enumerate(databases):
            warm(database)
            news = list(held_back)[number :: len(databases)]
            yield _measure(database, size, news, are_dated=True)
            yield _measure(database, size, list(map(_undated, news)), are_dated=False)


def _until(
    n_wanted: int, stories: Iterator[list[ArticleAnalysis]], held_back: deque[ArticleAnalysis]
) -> Iterator[ArticleAnalysis]:
    """As many more reports as have this many quotations together."""
    n_quotations = 0
    while n_quotations < n_wanted:
        *story, last = next(stories)
        held_back.append(last)
        for report in story:
            n_quotations += len(report.attributions)
            yield report


def _with_progress(news: Iterator[ArticleAnalysis], n_stored: int, size: int) -> Iterator[ArticleAnalysis]:
    """The same, with the progress after every thousand articles."""
    for place, report in enumerate(news):
        if place % 1_000 == 0:
            tell(f"filling up to {size:,} quotations: {n_stored:,}")
        n_stored += len(report.attributions)
        yield report


def _undated(report: ArticleAnalysis) -> ArticleAnalysis:
    return replace(report, article=replace(report.article, published_at=None))


def _measure(database: Database, n_stored: int, reports: Sequence[ArticleAnalysis], *, are_dated: bool) -> Growth:
    name, repository = database.engine.dialect.name, Repository(database)
    tell(f"adding {'dated' if are_dated else 'undated'} articles on {name}")
    for report in reports[:_N_WARM_UP]:
        repository.save(report)
    taken, cpu = [], time.process_time()
    for report in islice(reports, _N_WARM_UP, None):
        began = time.perf_counter()
        repository.save(report)
        taken.append(1000 * (time.perf_counter() - began))
    cpu = 1000 * (time.process_time() - cpu) / len(taken)
    # The next size, or the next measurement, begins with what was there.
    for report in reports:
        repository.forget(report.article.id)
    growth = Growth(name, are_dated, n_stored, tuple(taken), cpu)
    tell(f"median {growth.percentile(50):.1f} ms, CPU {growth.cpu:.1f} ms")
    return growth


def _report(growths: Sequence[Growth]) -> str:
    head = ("database", "articles", "quotations stored", "median ms", "95 % ms", "CPU ms", "times the first")
    first = {(growth.database, growth.are_dated): growth.percentile(50) for growth in reversed(growths)}
    rows = [
        (
            growth.database,
            "dated" if growth.are_dated else "undated",
            f"{growth.n_stored:,}",
            f"{growth.percentile(50):.1f}",
            f"{growth.percentile(95):.1f}",
            f"{growth.cpu:.1f}",
            f"{growth.percentile(50) / first[growth.database, growth.are_dated]:.1f}",
        )
        for growth in sorted(growths, key=lambda one: (not one.are_dated, one.n_stored))
    ]
    return "\n".join((*_HEAD, table(head, rows)))


_HEAD = (
    "# Linking",
    "",
    f"Written by `python -m bench.linking URL...`: what adding an article of {N_QUOTATIONS} quotations takes that was",
    "parsed already, until it is on disk with its speakers merged, its statements grouped and their conflicts found.",
    "At most 50 ms are due at a million, and three times what it takes at ten thousand. CPU is the service's own",
    "process. Two in five articles are reports of stories that the store has; all are made by `bench/newsroom.py`, a",
    "story each ten minutes. A dated article is compared with what was published within four weeks, an undated one",
    "against all.",
    "",
)


def tell(message: str) -> None:
    """Print it on standard error, with the time."""
    print(time.strftime("%H:%M:%S"), message, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("urls", nargs="+", help="databases: SQLite's first, any others empty on PostgreSQL")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="quotations stored")
    parser.add_argument("--filled", type=int, default=0, help="that of the sizes to which the first one is filled")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the real articles")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
