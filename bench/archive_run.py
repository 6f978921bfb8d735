"""What `quotes archive` takes: `python -m bench.archive_run`, with the extra `archive`; kept in `archive_run.md`.

Made articles (`bench.newsroom`) are read by a plain loop in one process, and by the archive with one worker and two.
Then archives of several sizes that are read already are compared, and the largest by two workers as well. Each is a
process of its own, whose CPU seconds are those of all that it starts, and whose memory is the most that it held itself.

What two workers gain is measured on a machine that does nothing else, with as many articles as make the loading of the
models count for little: `python -m bench.archive_run --n-read 1500 --compared 5000`. With `--n-read 0` nothing is read:
`--n-read 0 --compared 2000 20000 100000` measures how an archive's comparison grows, for some hours.
"""

import argparse
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from bench.newsroom import stock_of, stories
from bench.parses import stanza_parser
from bench.tables import table
from bench.workload import articles_of, read_texts
from service.archive.comparing.comparison import compare_archive
from service.archive.encoding import encode
from service.archive.engine import TEXT, frame_of
from service.archive.run import ArchiveOptions, run_archive
from service.archive.steps import Steps, joined
from service.archive.workers import close_workers, open_workers
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare

ROOT = Path(__file__).parent.parent
_N_READ, _COMPARED = 150, (500, 1_500, 5_000)
_N_SOURCES = 89
# Articles whose rows are made at one time.
_TOGETHER = 500
# The process that measures is the parent of all whose own parents end before them.
_PR_SET_CHILD_SUBREAPER = 36
_CACHE = "PARSES"
_READ, _COLUMNS = "compare/read", {"article_id": TEXT, "analysis": TEXT}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: CPU seconds of all that it started, seconds by the clock, megabytes of its own."""

    name: str
    cpu: float
    seconds: float
    megabytes: int
    counts: dict[str, int]


def main() -> None:
    """Measure, print the report and keep it; or be one of the processes that are measured."""
    options = _options()
    if options.job is not None:
        print(json.dumps(_JOBS[options.job](options.folder, options.n)))
        return
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Once for all: what it takes is no part of anything.
        _taken("make", folder, max(options.n_read, *options.compared))
        read = [_taken(job, folder, options.n_read) for job in ("plain", "archive", "archive2") if options.n_read]
        compared = [_taken("compare", folder, n) for n in options.compared]
        compared.append(_taken("compare2", folder, max(options.compared)))
    others = f"The machine's load at the end was {os.getloadavg()[2]:.0f} on {os.cpu_count()} processors.\n"
    report = "\n".join((*_HEAD, others, *(_of_reading(read) if read else ()), *_of_comparing(compared)))
    options.output.write_text(report + "\n", encoding="utf-8")
    print(report)


def _taken(job: str, folder: Path, n: int) -> Taken:
    print(time.strftime("%H:%M:%S"), job, n, file=sys.stderr, flush=True)
    before, began = _cpu(), time.monotonic()
    command = [sys.executable, "-m", "bench.archive_run", "--job", job, "--folder", str(folder), "--n", str(n)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    seconds = time.monotonic() - began
    _wait_for_orphans()
    counts = json.loads(ran.stdout.splitlines()[-1])
    return Taken(job, _cpu() - before, seconds, counts.pop("megabytes"), counts)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _wait_for_orphans() -> None:
    """Readers end after the process that has started them."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def _make(folder: Path, n: int) -> dict[str, int]:
    """Write made articles: as they were sent, and as they are read."""
    parser = stanza_parser(Settings.from_environment().models, cache=_cache())
    texts = read_texts(ROOT.parent / "shared", ROOT / "seeds")
    stock = stock_of([read_article(article, parser) for article in articles_of(texts, min(_N_SOURCES, len(texts)))])
    reports = islice((report for story in stories(stock, seed=1) for report in story), n)
    steps = Steps(str(folder / "made"))
    with (folder / "sent.jsonl").open("w", encoding="utf-8") as sent:
        for number, some in enumerate(iter(lambda: list(islice(reports, _TOGETHER)), [])):
            rows = [(each.article.id, encode(each)) for each in some]
            steps.table(f"read/{number:04d}", partial(frame_of, rows, _COLUMNS))
            sent.writelines(f"{json.dumps(_sent(each))}\n" for each in some)
    return _held()


def _cache() -> Path | None:
    """Where the parses of the source articles may lie."""
    return Path(os.environ[_CACHE]) if _CACHE in os.environ else None


def _sent(report: ArticleAnalysis) -> dict[str, str | None]:
    article = report.article
    return {"id": article.id, "text": article.text, "outlet": article.outlet, "published_at": article.published_at}


def _plain(folder: Path, n: int) -> dict[str, int]:
    """Read one article after the other, then compare them."""
    parser = stanza_parser(Settings.from_environment().models)
    articles = [
        Article(sent["id"], sent["text"], outlet=sent["outlet"], published_at=sent["published_at"])
        for sent in _lines(folder, n)
    ]
    analysis = compare(tuple(read_article(article, parser) for article in articles))
    n_words = sum(len(article.text.split()) for article in articles)
    return {"words": n_words, "conflicts": len(analysis.conflicts), **_held()}


def _archive(folder: Path, n: int, n_workers: int = 1) -> dict[str, int]:
    """The same by the archive."""
    path = folder / f"{n}.jsonl"
    path.write_text("".join(f"{json.dumps(fields)}\n" for fields in _lines(folder, n)), "utf-8")
    settings, options = Settings.from_environment(), ArchiveOptions(n_workers=n_workers)
    report = run_archive(settings, str(path), str(folder / f"out-{n_workers}"), options, _ignore)
    return {"words": report.n_words, "conflicts": report.counts["conflicts"], **_held()}


def _ignore(_: str) -> None:
    """Progress is of no interest here."""


def _compare(folder: Path, n: int, n_workers: int = 1) -> dict[str, int]:
    """Compare what is read."""
    made, steps = Steps(str(folder / "made")), Steps(str(folder / f"compared-{n}-{n_workers}"))
    read = joined(made.of(f"read/{number:04d}") for number in range(-(-n // _TOGETHER)))
    found = steps.table(_READ, lambda: read.frame().limit(n))
    open_workers(n_workers)
    compared = compare_archive(steps, found)
    close_workers()
    counts = {name: getattr(compared, name).n_rows for name in ("articles", "quotations", "statements", "conflicts")}
    return {**counts, "workers": n_workers, "own_cpu": round(time.process_time()), **_held()}


def _lines(folder: Path, n: int) -> Iterator[dict[str, str]]:
    with (folder / "sent.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, n))


def _held() -> dict[str, int]:
    """The most memory that this process has held."""
    return {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def _of_reading(taken: Sequence[Taken]) -> Iterator[str]:
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


def _of_comparing(taken: Sequence[Taken]) -> Iterator[str]:
    counts = ("articles", "quotations", "statements", "conflicts", "workers")
    head = (*counts, "CPU s", "of these its own", "ms a quotation", "s by the clock", "MB")
    rows = [
        (
            *(f"{each.counts[name]:,}" for name in counts),
            f"{each.cpu:.1f}",
            f"{each.counts['own_cpu']:,}",
            f"{1000 * each.cpu / each.counts['quotations']:.2f}",
            f"{each.seconds:.1f}",
            f"{each.megabytes:,}",
        )
        for each in taken
    ]
    yield from ("## Comparing what is read", "", table(head, rows))


_JOBS: dict[str, Callable[[Path, int], dict[str, int]]] = {
    "make": _make,
    "plain": _plain,
    "archive": _archive,
    "archive2": partial(_archive, n_workers=2),
    "compare": _compare,
    "compare2": partial(_compare, n_workers=2),
}
_HEAD = (
    "# Archives",
    "",
    "Written by `python -m bench.archive_run`: what `quotes archive` takes from the start of the process to its end,",
    "with the loading of the models. CPU seconds are those of all processes, megabytes the most that the process",
    "itself held: readers have theirs beside it, and so have workers where there are two. Its own CPU seconds are",
    "those that workers do not share. All articles are made by `bench/newsroom.py`.",
    "",
)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n-read", type=int, default=_N_READ, help="articles that are read")
    parser.add_argument("--compared", type=int, nargs="+", default=_COMPARED, help="articles that are compared")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    parser.add_argument("--job", choices=sorted(_JOBS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--n", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
