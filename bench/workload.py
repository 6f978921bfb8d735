"""Articles to measure speed on, and the measurement of one batch of them."""

import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.polnear import LabelledArticle, read_labelled
from bench.stopwatch import Stopwatch, TimedParser, timed_models
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.linking.analysis import compare
from service.parsing.parser import Parser

_STATUS, _CLEAR = (Path("/proc/self") / name for name in ("status", "clear_refs"))
_KILOBYTES_A_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch of articles took; `peak_mb` is the most memory that the process held meanwhile."""

    name: str
    n_words: int
    seconds: dict[str, float]
    peak_mb: float

    @property
    def total_seconds(self) -> float:
        """CPU seconds of all stages."""
        return sum(self.seconds.values())

    @property
    def speed(self) -> float:
        """Words a CPU second, from text to attributions and comparison."""
        return self.n_words / self.total_seconds if self.total_seconds else 0.0


def read_news(shared: Path) -> tuple[LabelledArticle, ...]:
    """The development articles, then the training articles."""
    parts = (shared / "polnear" / name for name in ("dev.jsonl", "train.jsonl"))
    return tuple(article for part in parts for article in read_labelled(part))


def read_texts(shared: Path, seeds: Path) -> tuple[str, ...]:
    """The texts of the development articles, then of the training articles; those of the seeds where there are none."""
    if shared.is_dir():
        return tuple(article.text for article in read_news(shared))
    return tuple(path.read_text("utf-8") for path in sorted(seeds.glob("*.txt")))


def articles_of(texts: Sequence[str], n_articles: int) -> tuple[Article, ...]:
    """As many articles; the texts repeat if there are too few."""
    return tuple(Article(str(number), text) for number, text in enumerate(islice(cycle(texts), n_articles)))


def long_article(texts: Sequence[str], n_words: int) -> Article:
    """One article of about this many words."""
    return Article("long", "\n\n".join(_up_to(texts, n_words)))


def _up_to(texts: Sequence[str], n_words: int) -> Iterator[str]:
    left = n_words
    for paragraph in (line for text in cycle(texts) for line in text.split("\n")):
        yield paragraph
        left -= len(paragraph.split())
        if left <= 0:
            return


def measure_batch(name: str, articles: Sequence[Article], parser: Parser, *, apart: bool = False) -> Batch:
    """Read the articles and compare them, each with itself where they are to stay apart."""
    _forget_peak()
    watch = Stopwatch()
    timed = TimedParser(parser, watch)
    groups = [[article] for article in articles] if apart else [articles]
    with timed_models(watch):
        for group in groups:
            with watch.stage("attribution"):
                reports = tuple(read_article(article, timed) for article in group)
            with watch.stage("comparison"):
                compare(reports)
    return Batch(name, sum(len(article.text.split()) for article in articles), dict(watch.seconds), peak_megabytes())


def peak_megabytes() -> float:
    """The most memory that this process has held, since `_forget_peak` where the system can do that."""
    if _STATUS.exists():
        peak = next(line for line in _STATUS.read_text("utf-8").splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / _KILOBYTES_A_MEGABYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES_A_MEGABYTE


def _forget_peak() -> None:
    """Reset the peak: Linux does so when a 5 is written here."""
    if _CLEAR.exists():
        _CLEAR.write_text("5", "utf-8")
