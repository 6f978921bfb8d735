"""News of our own, cut, doubled and shuffled, read without an exception: `python -m bench.mutations 100000`.

It reads with the models, or, with `--rough`, with the parser of the tests, which is fifty times as fast; what raises is
printed with its number, and the count is kept in `mutations.md`, a row for each run.
"""

import random
import re
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.hostile import TEXTS, shape
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.linking.analysis import compare
from service.parsing.parser import Parser

_SEEDS = Path(__file__).parent.parent / "seeds"
_REPORT = Path(__file__).with_suffix(".md")
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
# Letters of a text before it is mutated: an exception needs no more, and a hundred thousand texts are read sooner.
_LONGEST = 300
_MARKS = (
    *"“”‘’\"'„«»()[]—–-:;,.?!…",
    "’s",
    "\n",
    "\n\n",
    " ",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u0301",
    "😀",
    "新聞",
    "قال",
)
_WORDS = (
    "said",
    "according",
    "to",
    "according to",
    "told",
    "who",
    "that",
    "she",
    "they",
    "Ann Lee",
    "its",
    "Mr.",
    "not",
)

# The first number, the one after the last, the parser, and how many raised.
Run = tuple[int, int, str, int]
_PAGE = """\
# Mutated news

Written by `python -m bench.mutations`: texts that were cut, doubled and shuffled, each by its number, are read with the
parser of the tests ("rough") or with the models, and compared with their own first halves.

| from | to | parser | raised |
| ---: | ---: | --- | ---: |
{rows}

{n_read:,} were read, and {n_raised} raised.
"""

Pieces = list[str]


def _cut(pieces: Pieces, chance: random.Random) -> Pieces:
    start, end = sorted(chance.choices(range(len(pieces) + 1), k=2))
    return pieces[:start] + pieces[end:]


def _double(pieces: Pieces, chance: random.Random) -> Pieces:
    start = chance.randrange(len(pieces) + 1)
    return pieces[:start] + pieces[start : start + chance.randrange(1, 8)] * chance.randrange(2, 5) + pieces[start:]


def _shuffle(pieces: Pieces, chance: random.Random) -> Pieces:
    start = chance.randrange(len(pieces) + 1)
    middle = pieces[start : start + chance.randrange(2, 20)]
    chance.shuffle(middle)
    return pieces[:start] + middle + pieces[start + len(middle) :]


def _insert(pieces: Pieces, chance: random.Random) -> Pieces:
    start = chance.randrange(len(pieces) + 1)
    return pieces[:start] + chance.choices((*_MARKS, *_WORDS), k=chance.randrange(1, 4)) + pieces[start:]


def _recase(pieces: Pieces, chance: random.Random) -> Pieces:
    change: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title))
    return [change(piece) if chance.random() < 0.2 else piece for piece in pieces]


def _end(pieces: Pieces, chance: random.Random) -> Pieces:
    return pieces[: chance.randrange(len(pieces) + 1)]


_MUTATIONS = (_cut, _double, _shuffle, _insert, _insert, _recase, _end)


@cache
def news() -> tuple[str, ...]:
    """Stretches of the seeds, and of the hostile shapes."""
    seeds = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    stretches = [text[start : start + _LONGEST] for text in seeds for start in range(0, len(text), _LONGEST)]
    return (*stretches, *(shape(name, _LONGEST) for name in TEXTS))


def mutated(number: int) -> str:
    """The mutation of this number."""
    chance = random.Random(number)
    pieces = _PIECE.findall(chance.choice(news()))
    for _ in range(chance.randrange(1, 6)):
        pieces = chance.choice(_MUTATIONS)(pieces, chance)
    return "".join(pieces)


def read_everything(text: str, parser: Parser) -> None:
    """Read the text, its attitudes too, and compare it with its own first half."""
    report = read_article(Article("a", text), parser, attitudes=True)
    other = read_article(Article("b", text[: len(text) // 2]), parser)
    for one in (report, other):
        for attribution in one.attributions:
            for part in attribution.quotation.parts:
                assert one.article.text[part.start : part.end] == part.text
    compare((report, other))


def main(arguments: Sequence[str]) -> int:
    """Read as many as asked for, from 0 or from the second number on; 1 if one raised."""
    numbers = [int(each) for each in arguments if each.isdigit()]
    start, stop = (0, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
    is_rough = "--rough" in arguments
    parser = _parser(is_rough=is_rough)
    n_raised = sum(not _is_answered(number, parser) for number in range(start, stop))
    print(f"{stop - start} mutations read, {n_raised} raised")
    before = _REPORT.read_text("utf-8") if _REPORT.exists() else ""
    _REPORT.write_text(with_run(before, (start, stop, "rough" if is_rough else "models", n_raised)), "utf-8")
    return int(n_raised > 0)


def with_run(report: str, run: Run) -> str:
    """The report with this run, in the place of an earlier one of its numbers and parser; runs in a row are one."""
    rows = (row.strip("| ").split(" | ") for row in report.splitlines() if row.startswith("| ") and row[2].isdigit())
    runs = {(int(start), int(stop), parser): int(n_raised) for start, stop, parser, n_raised in rows}
    runs[run[:3]] = run[3]
    joined = list(_joined(sorted((parser, start, stop, n_raised) for (start, stop, parser), n_raised in runs.items())))
    lines = [f"| {start} | {stop} | {parser} | {n_raised} |" for parser, start, stop, n_raised in joined]
    n_read = sum(stop - start for _, start, stop, _ in joined)
    return _PAGE.format(rows="\n".join(lines), n_read=n_read, n_raised=sum(n_raised for *_, n_raised in joined))


def _joined(runs: Sequence[tuple[str, int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """The sorted runs; where one begins at the end of another with the same parser, both as one."""
    parser, start, stop, n_raised = runs[0]
    for following, first, last, n_more in runs[1:]:
        if (following, first) == (parser, stop):
            stop, n_raised = last, n_raised + n_more
        else:
            yield parser, start, stop, n_raised
            parser, start, stop, n_raised = following, first, last, n_more
    yield parser, start, stop, n_raised


def _is_answered(number: int, parser: Parser) -> bool:
    try:
        read_everything(mutated(number), parser)
    except Exception:  # noqa: BLE001 - whatever it raises, it must be known
        print(f"mutation {number}:\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        return False
    return True


def _parser(*, is_rough: bool) -> Parser:
    if is_rough:
        from tests.rough_parser import RoughParser

        return RoughParser()
    from bench.parses import stanza_parser
    from service.version import MODELS

    return stanza_parser(MODELS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
