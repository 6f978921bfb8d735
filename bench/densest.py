"""What the requests cost that take longest of all that are accepted: `python -m bench.densest`. Kept in `densest.md`.

Twenty articles of one hostile shape, together as dense and as long as one request may be; in this process, on one core.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.hostile import TEXTS, shape
from bench.parses import stanza_parser
from bench.tables import table
from service.application.dependencies import Limits
from service.application.reading import Reading
from service.config.settings import Settings
from service.domain.queries import AnalysisOptions
from service.errors import TooLargeError
from service.ingestion.article_metadata import ANY_LANGUAGE
from service.ingestion.submissions import FETCH, Submission, articles_of
from service.parsing.parser import Parser
from service.readers.places import Deadline
from service.version import MODELS

_REPORT = Path(__file__).with_suffix(".md")
_SEEDS = Path(__file__).parent.parent / "seeds"
_ORDINARY = "news"
# Those that take longest for each word or mark that is counted, and what is compared at most.
SHAPES = (
    _ORDINARY,
    "names",
    "titles before names",
    "tiny quotations",
    "speakers",
    "quoted letters",
    "opening marks",
    "one cue",
    "a word 3,000 times",
)
_HEAD = ("20 articles of", "characters", "CPU seconds", "quotations")
_PAGE = """\
# The densest requests

Written by `python -m bench.densest`: twenty articles of one hostile shape, together as long and as dense as a request
may be by default, read and compared on one core. A request has {seconds} seconds. Times are those of a machine that
does other work, too.

{rows}
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A request, and what it took."""

    name: str
    n_characters: int
    seconds: float
    n_quotations: int


def densest(name: str, limits: Limits) -> tuple[Submission, ...]:
    """As many characters of this shape as a request is accepted with, within two per cent."""
    accepted, refused = 1, limits.request_characters // limits.articles + 1
    while refused - accepted > accepted // 50:
        middle = (accepted + refused) // 2
        if _is_accepted(_request(name, middle, limits.articles), limits):
            accepted = middle
        else:
            refused = middle
    return _request(name, accepted, limits.articles)


def measure(name: str, parser: Parser, limits: Limits) -> Measured:
    """Reads and compares the densest request of this shape."""
    submissions = densest(name, limits)
    began = time.process_time()
    analysis = Reading(parser, limits, FETCH).analyse_submissions(
        submissions, options=AnalysisOptions(), deadline=Deadline.after(1_000_000)
    )
    seconds = time.process_time() - began
    return Measured(name, sum(len(each.text or "") for each in submissions), seconds, len(analysis.attributions))


def report(measured: Iterable[Measured], seconds: int) -> str:
    """The page."""
    rows = [(one.name, f"{one.n_characters:,}", f"{one.seconds:.1f}", f"{one.n_quotations:,}") for one in measured]
    return _PAGE.format(rows=table(_HEAD, rows).rstrip("\n"), seconds=seconds)


def main(names: Sequence[str]) -> None:
    """Measure these shapes, or those that take longest; keep the report of the latter."""
    settings = Settings()
    limits = Limits(settings.max_articles, settings.max_characters, settings.max_request_characters)
    parser = stanza_parser(MODELS)
    measured = []
    for name in names or SHAPES:
        measured.append(measure(name, parser, limits))
        print(measured[-1], flush=True)
    if not names:
        _REPORT.write_text(report(measured, settings.seconds), "utf-8")


def _request(name: str, n_characters: int, n_articles: int) -> tuple[Submission, ...]:
    return tuple(
        Submission(str(number), text, language=ANY_LANGUAGE)
        for number, text in enumerate(_texts(name, n_characters, n_articles))
    )


def _texts(name: str, n_characters: int, n_articles: int) -> Iterator[str]:
    """Texts of the same shape; where its pieces differ, those of one text are not those of another."""
    if name in TEXTS:
        whole = shape(name, n_characters * n_articles)
    elif name == _ORDINARY:
        whole = "\n\n".join(path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt")))
        whole *= 1 + n_characters * n_articles // len(whole)
    else:
        whole = (f"“{'never ' * 3000}” said Ana Ruiz.\n\n" * 2 * n_articles)[: n_characters * n_articles]
    for number in range(n_articles):
        yield whole[number * n_characters : (number + 1) * n_characters]


def _is_accepted(submissions: Sequence[Submission], limits: Limits) -> bool:
    try:
        articles_of(submissions, max_characters=limits.characters, max_total=limits.request_characters)
    except TooLargeError:
        return False
    return True


if __name__ == "__main__":
    main(sys.argv[1:])
