"""How often the comparison is right over an archive: labelled pairs of quotations, and what it makes of them.

A story of some articles shows whether reports of one statement are found; a year's politics shows what is taken for
one and is two: the same people speak of the same matters every day. `archive_pairs.csv` names pairs of quotations of
US news by article and offsets, each labelled by a reader. 1,249 of them were drawn at random, by hashes of their
places, from the 18,174 that are compared, in six lots by their score: nearly all that are linked, and fewer the less
alike they are. The readers saw no score and not what the service finds. Pairs that could not be decided are left out,
56 of the last 1,050; of 90 pairs that two readers labelled, 83 have one label. `stands_for` is how many pairs of the
archive each is a sample of. The other 560 were drawn from what an earlier comparison linked and from its near misses;
they stand for none. All teach: `training.linking` measures by folds over the articles and keeps that in `archive.md`.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.tables import percent, table
from bench.workload import read_news
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.linking.statements.comparable import ComparableQuotation, comparable_quotations
from service.linking.statements.duplicates import Duplicates
from service.linking.statements.matching import match_of
from service.linking.time_window import may_be_one
from service.parsing.parser import Parser

ARCHIVE_PAIRS, ARCHIVE_REPORT = (Path(__file__).with_name(name) for name in ("archive_pairs.csv", "archive.md"))
# A quotation is the labelled one where so much of either is in the other: its ends may be found otherwise one day.
_COVERED = 0.8
# An article's number in the archive, and where the quotation begins and ends.
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two quotations of two articles, and whether they report one statement."""

    first: Place
    second: Place
    stands_for: float
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


def read_pairs(path: Path) -> Iterator[LabelledPair]:
    """The labelled pairs of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            first = int(row["first"]), int(row["start"]), int(row["end"])
            second = int(row["second"]), int(row["other_start"]), int(row["other_end"])
            yield LabelledPair(first, second, float(row["stands_for"]), row["is_same"] == "1")


def share_of(pairs: Iterable[LabelledPair], passages: Mapping[Place, ComparableQuotation]) -> Share:
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


def quotations_at(places: Collection[Place], shared: Path, parser: Parser) -> dict[Place, ComparableQuotation]:
    """The quotations at these places of the archive, of those that the service finds."""
    news = read_news(shared)
    found: dict[Place, ComparableQuotation] = {}
    for number in sorted({place[0] for place in places}):
        article = Article(str(number), news[number].text, published_at=news[number].published_at)
        passages = comparable_quotations(read_article(article, parser))
        for place in sorted(place for place in places if place[0] == number):
            if near := quotation_at(place, passages):
                found[place] = near
    return found


def quotation_at(place: Place, passages: Iterable[ComparableQuotation]) -> ComparableQuotation | None:
    """The quotation of this article that begins and ends there, or nearly."""
    _, start, end = place
    near = [
        (abs(first - start) + abs(last - end), passage.id, passage)
        for passage in passages
        for first, last in [(passage.quotation.parts[0].start, passage.quotation.parts[-1].end)]
        if min(end, last) - max(start, first) >= _COVERED * max(end - start, last - first)
    ]
    return min(near)[-1] if near else None


def archive_report(share: Share, *, n_pairs: int, n_lost: int) -> str:
    """The report of what is made of the pairs that stand for others."""
    head = ("pairs of the archive", "linked, right", "linked, wrong", "missed", "precision", "recall")
    counts = (f"{round(each):,}" for each in (share.right, share.wrong, share.missed))
    row = ("estimated", *counts, percent(share.precision), percent(share.recall))
    summary = f"{n_pairs:,} labelled pairs; of {n_lost} more the reader of articles finds a quotation otherwise today."
    return "\n".join((*_HEAD, summary, "", table(head, [row])))


_HEAD = (
    "# Statements over an archive",
    "",
    "Written by `python -m training.linking`: pairs of quotations of two articles, out of 924 of US politics in one",
    "year, that share enough words to be looked at. What a statement is, and how the pairs were drawn: `archive.py`.",
    "The pairs of each fifth of the articles are judged with weights that those of the other four taught.",
    "",
)
