"""How often the comparison is right over an archive: `python -m bench.archive`, with the labelled articles at hand.

A story of some articles shows whether reports of one statement are found; a year's politics shows what is taken for
one and is two: the same people speak of the same matters every day. `archive_pairs.csv` names pairs of quotations of
US news by article and offsets, each labelled by a reader. 582 of them were drawn at random, by hashes of their places,
from the pairs that were compared, in five lots by their score; the reader saw no score, and pairs that could not be
decided are left out. `stands_for` is how many pairs of the archive each is a sample of. 382 of them teach what dates
show (`training.linking`, which tries it by folds over these); the 200 that do not, drawn later from those that nobody
had labelled, are counted here. The other 560 were drawn from what an earlier comparison linked and from its near
misses; they stand for none, and teach all weights. Kept in `archive.md`.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.options import measuring_options
from bench.parses import stanza_parser
from bench.tables import percent, table
from bench.workload import read_news
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.articles import Article
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import match_of
from service.linking.time_window import may_be_one
from service.parsing.parser import Parser

_PAIRS = Path(__file__).with_name("archive_pairs.csv")
# An article's number in the archive, and where the quotation begins and ends.
_Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two quotations of two articles, and whether they report one statement."""

    first: _Place
    second: _Place
    stands_for: float
    teaches: bool
    is_same: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the archive's pairs are linked and right, linked and wrong, the same and not linked."""

    right: float
    wrong: float
    missed: float

    @property
    def precision(self) -> float | None:
        """Of the linked pairs, those that are right; None if none is linked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of the pairs of one statement, those that are linked; None if there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def main() -> None:
    """Read the articles, judge the pairs, print the report and keep it."""
    options = measuring_options(__doc__, Path(__file__).with_suffix(".md"))
    pairs = tuple(pair for pair in read_pairs(_PAIRS) if not pair.teaches)
    parser = stanza_parser(Settings.from_environment().models, cache=options.cache)
    places = {place for pair in pairs for place in (pair.first, pair.second)}
    passages = quotations_at(places, options.shared, parser)
    found = [pair for pair in pairs if pair.first in passages and pair.second in passages]
    report = _report(share_of(found, passages), n_pairs=len(found), n_lost=len(pairs) - len(found))
    options.output.write_text(report, encoding="utf-8")
    print(report)


def read_pairs(path: Path) -> Iterator[LabelledPair]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            first = int(row["first"]), int(row["start"]), int(row["end"])
            second = int(row["second"]), int(row["other_start"]), int(row["other_end"])
            yield LabelledPair(first, second, float(row["stands_for"]), row["teaches"] == "1", row["is_same"] == "1")


def share_of(pairs: Iterable[LabelledPair], passages: Mapping[_Place, ComparableQuotation]) -> Share:
    """What the comparison makes of these pairs."""
    right = wrong = missed = 0.0
    for pair in pairs:
        first, second = (passages[place] for place in (pair.first, pair.second))
        versions = (Duplicates(one.content, (one,)) for one in (first, second))
        if may_be_one(first.day, second.day) and match_of(*versions) is not None:
            right += pair.stands_for * pair.is_same
            wrong += pair.stands_for * (not pair.is_same)
        else:
            missed += pair.stands_for * pair.is_same
    return Share(right, wrong, missed)


def quotations_at(places: Collection[_Place], shared: Path, parser: Parser) -> dict[_Place, ComparableQuotation]:
    """The quotations at these places of the archive, of those that the service finds."""
    news = read_news(shared)
    found: dict[_Place, ComparableQuotation] = {}
    for number in sorted({place[0] for place in places}):
        article = Article(str(number), news[number].text, published_at=news[number].published_at)
        for passage in comparable_quotations(read_article(article, parser)):
            parts = passage.quotation.parts
            found[number, parts[0].start, parts[-1].end] = passage
    return {place: found[place] for place in places if place in found}


def _report(share: Share, *, n_pairs: int, n_lost: int) -> str:
    head = ("pairs of the archive", "linked, right", "linked, wrong", "missed", "precision", "recall")
    counts = (f"{round(each):,}" for each in (share.right, share.wrong, share.missed))
    row = ("estimated", *counts, percent(share.precision), percent(share.recall))
    summary = f"{n_pairs} labelled pairs; of {n_lost} more the reader of articles finds a quotation otherwise today."
    return "\n".join((*_HEAD, summary, "", table(head, [row])))


_HEAD = (
    "# Statements over an archive",
    "",
    "Written by `python -m bench.archive`: pairs of quotations of two articles, out of 924 of US politics in one year,",
    "that share enough words to be looked at. What a statement is, and how the pairs were drawn: `archive.py`. The",
    "weights never saw the pairs that are counted here: a sample of those that nobody had labelled before.",
    "",
)


if __name__ == "__main__":
    main()
