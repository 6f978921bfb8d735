"""What `quotes archive` takes: `python -m bench.archive_run`, with the extra `archive`; kept in `archive_run.md`.

Made articles (`bench.newsroom`) are read by a plain loop in one process (`bench.plain_loop`), and by the command with
one worker and two. Then archives of several sizes that are read already are compared, at once in memory and by the
archive, the largest by two workers as well. Each is a process of its own, whose CPU seconds are those of all that it
starts, and whose memory is the most that it held itself.

What two workers gain is measured on a machine that does nothing else. What the models' loading counts for shows in two
sizes: `python -m bench.archive_run --n-read 300 1500 --compared 500`. With `--n-read 0` nothing is read:
`--n-read 0 --compared 2000 10000 30000` measures how an archive's comparison grows, for some hours. So does `--short`
with the reading of short articles: `--n-read 0 --compared 500 --short 2000 20000 100000`.
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
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import islice
from pathlib import Path

from bench.archive_report import Taken, keep, kept, report
from bench.memory import watched_memory
from bench.newsroom import N_QUOTATIONS, short, stock_of, stories
from bench.parses import stanza_parser
from bench.workload import articles_of, read_texts
from service.archive.comparing.comparison import compare_archive
from service.archive.encoding import decode, encode
from service.archive.engine import TEXT, Frame, col, frame_of
from service.archive.steps import Steps, Table
from service.archive.workers import close_workers, open_workers
from service.attribution.pipeline import read_article
from service.cli.archive import archive
from service.config.settings import Settings
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from service.runtime.garbage_collection import freeze_gc

ROOT = Path(__file__).parent.parent
_N_READ, _COMPARED = (50, 150), (500, 1_500, 5_000)
# Quotations of a short article, and the words of one at most.
_FEW, _WORDS = 2, 8
_SHORT = "short"
# Seconds between two looks at the memory of all processes.
_WATCHED = 1.0
_N_SOURCES = 89
# Articles whose rows are made at one time.
_TOGETHER = 500
# The process that measures is the parent of all whose own parents end before them.
_PR_SET_CHILD_SUBREAPER = 36
_CACHE, _SENT = "PARSES", "sent.jsonl"
_READ, _COLUMNS = "compare/read", {"article_id": TEXT, "analysis": TEXT}


def main() -> None:
    """Measure, print the report and keep it; or be one of the processes that are measured."""
    options = _options()
    if options.job is not None:
        print(json.dumps(_JOBS[options.job](options.folder, options.n)))
        return
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    with nullcontext(options.folder) if options.folder is not None else tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _made("make", folder, max(*options.n_read, *options.compared))
        if options.short:
            _made("make_short", folder / _SHORT, max(options.short))
        jobs = [(job, folder, n) for n in options.n_read if n for job in ("plain", "archive", "archive2")]
        jobs += [("short", folder / _SHORT, n) for n in options.short]
        jobs += [(job, folder, n) for n in options.compared for job in ("at_once", "compare")]
        for job in (*jobs, ("compare2", folder, max(options.compared))):
            keep(options.output.with_suffix(".jsonl"), _taken(*job))
    written = report(kept(options.output.with_suffix(".jsonl")))
    options.output.write_text(written, encoding="utf-8")
    print(written)


def _made(job: str, folder: Path, n: int) -> None:
    """Once for all: what it takes is no part of anything."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / _SENT).exists():
        _taken(job, folder, n)


def _taken(job: str, folder: Path, n: int) -> Taken:
    print(time.strftime("%H:%M:%S"), job, n, file=sys.stderr, flush=True)
    before, began = _cpu(), time.monotonic()
    own = ["bench.archive_run", "--job", job, "--folder", str(folder), "--n", str(n)]
    module = ["bench.plain_loop", str(folder / _SENT), str(n)] if job == "plain" else own
    process = subprocess.Popen([sys.executable, "-m", *module], stdout=subprocess.PIPE, text=True)
    with watched_memory(process.pid, _WATCHED) as samples:
        answer, _ = process.communicate()
    seconds = time.monotonic() - began
    if process.returncode:
        sys.exit(f"{job} {n} ended with {process.returncode}.")
    _wait_for_orphans()
    counts = json.loads(answer.splitlines()[-1])
    most = round(max((sample.megabytes for sample in samples), default=0.0))
    taken = Taken(job, n, _cpu() - before, seconds, counts.pop("megabytes"), counts, os.getloadavg()[1], most)
    print(taken, file=sys.stderr, flush=True)
    return taken


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


def _make(folder: Path, n: int, n_words: int = sys.maxsize, n_quotations: int = N_QUOTATIONS) -> dict[str, int]:
    """Write made articles with this number of quotations and of words in one at most: as sent, and as read."""
    parser = stanza_parser(Settings.from_environment().models, cache=_cache())
    texts = read_texts(ROOT.parent / "shared", ROOT / "seeds")
    stock = stock_of([read_article(article, parser) for article in articles_of(texts, min(_N_SOURCES, len(texts)))])
    made = stories(short(stock, n_words), seed=1, n_quotations=n_quotations)
    reports = islice((report for story in made for report in story), n)
    steps = Steps(str(folder / "made"))
    with (folder / _SENT).open("w", encoding="utf-8") as sent:
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


def _archive(folder: Path, n: int, n_workers: int = 1) -> dict[str, int]:
    """The command, in this process."""
    sent = folder / f"{n}.jsonl"
    sent.write_text("".join(f"{json.dumps(fields)}\n" for fields in _lines(folder, n)), "utf-8")
    with _scratch(folder) as output:
        arguments = [str(sent), output, "--workers", str(n_workers)]
        archive.main(arguments, prog_name="archive", standalone_mode=False)
        held, steps = _held(), Steps(output)
        words = steps.parts("read").frame().agg(col("n_words").sum()).to_pydict()["n_words"][0]
        return {"words": words, **{name: steps.of(name).n_rows for name in ("quotations", "conflicts")}, **held}


def _compare(folder: Path, n: int, n_workers: int = 1) -> dict[str, int]:
    """Compare what is read."""
    freeze_gc()
    with _scratch(folder) as output:
        steps = Steps(output)
        found = steps.table(_READ, *_read(folder, n))
        open_workers(n_workers)
        compared = compare_archive(steps, found)
        close_workers()
    counts = {name: getattr(compared, name).n_rows for name in ("articles", "quotations", "statements", "conflicts")}
    return {**counts, "workers": n_workers, "own_cpu": round(time.process_time()), **_held()}


def _compare_at_once(folder: Path, n: int) -> dict[str, int]:
    """The same without the archive: all in memory, in one comparison."""
    freeze_gc()
    some = (make().to_pydict()["analysis"] for make in _read(folder, n))
    analysis = compare(tuple(decode(ArticleAnalysis, each) for analyses in some for each in analyses))
    counts = {name: len(getattr(analysis, name)) for name in ("articles", "statements", "conflicts")}
    return {**counts, "quotations": len(analysis.attributions), "own_cpu": round(time.process_time()), **_held()}


def _read(folder: Path, n: int) -> Iterator[Callable[[], Frame]]:
    """The first articles, as they are read; always the same."""
    made = Steps(str(folder / "made"))
    for number, start in enumerate(range(0, n, _TOGETHER)):
        table = made.of(f"read/{number:04d}")
        yield partial(_first, table, n - start)


def _first(table: Table, n: int) -> Frame:
    return table.frame() if n >= table.n_rows else table.frame().limit(n)


def _scratch(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """For what is written and measured no more."""
    return tempfile.TemporaryDirectory(dir=folder)


def _lines(folder: Path, n: int) -> Iterator[dict[str, str]]:
    with (folder / _SENT).open(encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, n))


def _held() -> dict[str, int]:
    """The most memory that this process has held."""
    return {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


_JOBS: dict[str, Callable[[Path, int], dict[str, int]]] = {
    "make": _make,
    "make_short": partial(_make, n_words=_WORDS, n_quotations=_FEW),
    "short": partial(_archive, n_workers=2),
    "archive": _archive,
    "archive2": partial(_archive, n_workers=2),
    "compare": _compare,
    "compare2": partial(_compare, n_workers=2),
    "at_once": _compare_at_once,
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n-read", type=int, nargs="+", default=_N_READ, help="articles that are read")
    parser.add_argument("--short", type=int, nargs="+", default=(), help="short articles that are read")
    parser.add_argument("--compared", type=int, nargs="+", default=_COMPARED, help="articles that are compared")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    parser.add_argument("--job", choices=sorted(_JOBS), help=argparse.SUPPRESS)
    parser.add_argument(
        "--folder", type=Path, help="where the made articles lie, or will lie: made once for several runs"
    )
    parser.add_argument("--n", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
