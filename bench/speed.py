"""How fast the service is: `python -m bench.speed`, or `make speed`.

Words a CPU second on one core from text to attributions, over the development articles of `shared/polnear` where that
is there, over the seeds where not; what each stage takes; how time and memory grow; and what two processes do side by
side. Kept in `speed.md`.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from bench.parses import stanza_parser
from bench.side_by_side import Work, seconds_side_by_side
from bench.speed_report import Loading, speed_report
from bench.workload import Batch, articles_of, long_article, measure_batch, peak_megabytes, read_texts
from service.application.rehearsal import rehearse
from service.config.settings import Settings
from service.domain.articles import Article
from service.parsing.parser import Parser
from service.runtime.garbage_collection import freeze_gc

ROOT = Path(__file__).parent.parent
_N_DEVELOPMENT = 84
# A shared machine is faster at one moment and slower at the next.
_N_ROUNDS = 3
_ARTICLES, _WORDS = (1, 10, 100), (1_000, 10_000)
_SPACY = ROOT / "build" / "peers" / "spacy"
_MEGABYTE = 1_000_000
# With --full: many minutes.
_MORE_ARTICLES, _MORE_WORDS = (1_000,), (100_000,)


def main() -> None:
    """Measure, print the report and keep it."""
    options = _options()
    texts = read_texts(options.shared, ROOT / "seeds")
    _tell("loading the models")
    parser, loading = _load()
    n_articles = _N_DEVELOPMENT if options.shared.is_dir() else len(texts)
    articles = articles_of(texts, n_articles)
    # Once it has been made, it is measured every time.
    is_spacy_there = options.shared.is_dir() and (options.full or _SPACY.exists())
    one_by_one, spacy_speed = _speeds(articles, options.shared if is_spacy_there else None)
    growth = list(_growth(texts, parser, is_full=options.full))
    report = speed_report(loading, one_by_one, growth, list(_wall_speeds(articles)), spacy_speed)
    options.output.write_text(report, encoding="utf-8")
    print(report)


def _speeds(articles: Sequence[Article], shared: Path | None) -> tuple[Batch, float | None]:
    """Our best round, and spaCy's best speed in words a CPU second; None without the folder that it is taught from.

    Rounds alternate, each in a process of its own.
    """
    batches, spacy_speeds = [], []
    for number in range(1, _N_ROUNDS + 1):
        _tell(f"reading {len(articles)} articles one by one, round {number} of {_N_ROUNDS}")
        with get_context("spawn").Pool(1) as pool:
            batches.append(pool.apply(_read_one_by_one, (articles,)))
        if shared is not None:
            spacy_speeds.append(_spacy_speed(articles, shared))
    return min(batches, key=lambda batch: batch.total_seconds), max(spacy_speeds, default=None)


def _read_one_by_one(articles: Sequence[Article]) -> Batch:
    parser, _ = _load()
    return measure_batch(f"{len(articles)} articles", articles, parser, apart=True)


def _load() -> tuple[Parser, Loading]:
    """The parser, with the time that its import and its models took; it is as ready as that of the service."""
    began = time.perf_counter()
    models = Settings.from_environment().models
    parser = stanza_parser(models)
    on_disk = sum(path.stat().st_size for path in models.rglob("*") if path.is_file())
    loading = Loading(time.perf_counter() - began, peak_megabytes(), on_disk / _MEGABYTE)
    rehearse(parser)
    freeze_gc()
    return parser, loading


def _spacy_speed(articles: Sequence[Article], shared: Path) -> float:
    """Words a CPU second."""
    # Imported here, since it takes torch with it, whose time belongs to the loading that is measured.
    from bench.peers.spacy_speed import spacy_seconds

    _tell("reading the same articles with spaCy")
    texts = [article.text for article in articles]
    return sum(len(text.split()) for text in texts) / spacy_seconds(texts, shared, _SPACY)


def _growth(texts: tuple[str, ...], parser: Parser, *, is_full: bool) -> Iterator[Batch]:
    for n_words in _WORDS + _MORE_WORDS * is_full:
        _tell(f"reading one article of {n_words:,} words")
        yield measure_batch(f"one article of {n_words:,} words", [long_article(texts, n_words)], parser)
    for n_articles in _ARTICLES + _MORE_ARTICLES * is_full:
        name = f"{n_articles:,} articles together" if n_articles > 1 else "one article"
        _tell(f"reading {name}")
        yield measure_batch(name, articles_of(texts, n_articles), parser)


def _wall_speeds(articles: Sequence[Article]) -> Iterator[float]:
    """Words a second by the clock, of one process and of two that read the same articles side by side."""
    n_words = sum(len(article.text.split()) for article in articles)
    for n_processes in (1, 2):
        _tell(f"reading {len(articles)} articles in each of {n_processes} processes")
        yield n_processes * n_words / seconds_side_by_side(partial(_reading, articles), n_processes)


def _reading(articles: Sequence[Article]) -> Work:
    parser, _ = _load()
    return partial(measure_batch, "side by side", articles, parser, apart=True)


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of the articles")
    parser.add_argument("--full", action="store_true", help="spaCy, 1,000 articles and one of 100,000 words, too")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_suffix(".md"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
