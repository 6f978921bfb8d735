"""What the service bears: `python -m bench.load`, or `make load`.

Eight clients ask the service, as it runs in production with two processes, for ten minutes: articles are submitted,
analysed and removed, lists and single resources read, conflicts and speakers judged. Kept in `load.md`. Ends with
status 1 where a request failed.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.load_report import Load, Tally, load_report
from bench.memory import watched_memory
from bench.newsroom import Stock, stock_of, stories
from bench.parses import stanza_parser
from bench.served import Served, served
from bench.visitors import Known, Visitor
from bench.workload import articles_of, read_texts
from quotes_client import Client, ClientError
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.quotations import ArticleAnalysis

ROOT = Path(__file__).parent.parent
_N_CLIENTS, _N_PROCESSES, _N_SOURCES = 8, 2, 20
_SAMPLE_SECONDS = 2.0
_BYTES_A_MEGABYTE = 1024**2


def main() -> None:
    """Ask, print the report and keep it."""
    options = _options()
    stock = _stock(options.shared)
    with served({"QUOTES_WORKERS": str(_N_PROCESSES)}) as service:
        load = _load(service, stock, 60 * options.minutes)
        if load.failed:
            print(service.log, file=sys.stderr)
    report = load_report(load)
    options.output.write_text(report, encoding="utf-8")
    print(report)
    sys.exit(bool(load.failed))


def _stock(shared: Path) -> Stock:
    parser = stanza_parser(Settings.from_environment().models)
    texts = read_texts(shared, ROOT / "seeds")
    return stock_of([read_article(article, parser) for article in articles_of(texts, min(_N_SOURCES, len(texts)))])


def _load(service: Served, stock: Stock, seconds: float) -> Load:
    known = Known()
    before = service.counted()
    deadline = time.monotonic() + seconds
    with watched_memory(service.process.pid, _SAMPLE_SECONDS) as memory, ThreadPoolExecutor(_N_CLIENTS) as threads:
        clients = [threads.submit(_visit, service, stock, known, seed, deadline) for seed in range(_N_CLIENTS)]
        tallies = tuple(client.result() for client in clients)
    size = sum(path.stat().st_size for path in service.folder.glob("quotes.sqlite*"))
    return Load(seconds, tallies, tuple(memory), service.counted() - before, size / _BYTES_A_MEGABYTE)


def _visit(service: Served, stock: Stock, known: Known, seed: int, deadline: float) -> Tally:
    tally = Tally()
    reports: Iterator[ArticleAnalysis] = (report for story in stories(stock, seed=seed) for report in story)
    with Client(service.url) as client:
        visitor = Visitor(client, reports, known, seed=seed)
        while time.monotonic() < deadline:
            name, act = visitor.choose()
            began = time.perf_counter()
            try:
                act()
            except ClientError as error:
                tally.failed[name, str(error)] += 1
            tally.milliseconds[name].append(1000 * (time.perf_counter() - began))
    return tally


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10, help="how long the clients ask")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the real articles")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
