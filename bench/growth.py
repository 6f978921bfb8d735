"""How the CPU time of reading grows with the length of hostile texts: `python -m bench.growth` writes bench/growth.md.

The exponent k of n^k is what a line through the logarithms of length and time rises by.
"""

import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.hostile import PAGES, TEXTS, page, shape
from bench.parses import stanza_parser
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.ingestion.html_extraction import read_page
from service.linking.analysis import compare
from service.parsing.parser import Parser
from service.version import MODELS

SIZES = (1_000, 3_000, 10_000, 30_000)
STEEPEST = 1.3
# Times under this many seconds are as good as the same: a start, a cache, another process.
LEAST_SECONDS = 0.05
_REPORT = Path(__file__).with_suffix(".md")

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Growth:
    """The CPU seconds that each length of a shape took."""

    name: str
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """How steeply the time grows with the length."""
        return exponent(self.sizes, self.seconds)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the line through the logarithms, by least squares; of times too short to be measured, 0."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(LEAST_SECONDS, each)) for each in seconds]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - x_mean) ** 2 for x in xs)


def grow(name: str, parser: Parser, sizes: Sequence[int] = SIZES, clock: Clock = time.process_time) -> Growth:
    """Reads the shape in each length, and compares what was read with its copy under another id."""
    seconds = []
    for size in sizes:
        sent = page(name, size) if name in PAGES else shape(name, size)
        start = clock()
        text = read_page(sent).text if name in PAGES else sent
        report = read_article(Article("a", text), parser)
        compare((report, _copy_of(report, "b")))
        seconds.append(clock() - start)
    return Growth(name, tuple(sizes), tuple(seconds))


def _copy_of(report: ArticleAnalysis, article_id: str) -> ArticleAnalysis:
    """What reading the same text under another id finds."""
    return ArticleAnalysis(
        replace(report.article, id=article_id),
        tuple(
            replace(
                each, quotation=replace(each.quotation, id=f"{article_id} {each.quotation.id}", article_id=article_id)
            )
            for each in report.attributions
        ),
        tuple(
            replace(each, affiliations=tuple(replace(one, article_id=article_id) for one in each.affiliations))
            for each in report.speakers
        ),
    )


def table(grown: Sequence[Growth]) -> str:
    """The report."""
    sizes = grown[0].sizes
    lines = [
        "# How reading grows with hostile texts",
        "",
        f"CPU seconds of one core for texts and pages of {len(grown)} invented shapes (bench/hostile.py): extracted",
        "from HTML, parsed, attributed, and compared with a copy. The exponent is that of the best line",
        f"through the logarithms; times under {LEAST_SECONDS} s count as {LEAST_SECONDS} s. The limit is {STEEPEST}.",
        "",
        f"| shape | {' | '.join(f'{size:,}' for size in sizes)} | exponent |",
        f"| --- |{' ---: |' * len(sizes)} ---: |",
    ]
    for each in sorted(grown, key=lambda growth: -growth.exponent):
        times = " | ".join(f"{seconds:.2f}" for seconds in each.seconds)
        lines.append(f"| {each.name} | {times} | {each.exponent:.2f} |")
    steepest = max(grown, key=lambda growth: growth.exponent)
    lines += ["", f"The steepest is {steepest.name}, with {steepest.exponent:.2f}.", ""]
    return "\n".join(lines)


def main() -> int:
    """Measure all shapes and write the report; 1 if one grows too fast."""
    parser = stanza_parser(MODELS)
    grow("names", parser, (500,))
    grown = []
    for name in (*TEXTS, *PAGES):
        grown.append(grow(name, parser))
        print(f"{name}: {grown[-1].exponent:.2f}", file=sys.stderr, flush=True)
    _REPORT.write_text(table(grown), "utf-8")
    return int(any(each.exponent > STEEPEST for each in grown))


if __name__ == "__main__":
    sys.exit(main())
