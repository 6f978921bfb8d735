"""Archives for the tests: articles that are read already, and what one comparison of all at once finds in them."""

import json
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from bench.newsroom import stock_of, stories
from service.archive.comparing.comparison import Compared, compare_archive
from service.archive.encoding import encode
from service.archive.engine import TEXT, frame_of
from service.archive.steps import Steps
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from service.web.page.documents import analysis_json
from tests.linking.reports import report, titled, with_background
from tests.parsing.models import RememberingParser
from tests.rough_parser import RoughParser

SEEDS = Path(__file__).parents[2] / "seeds"
STORIES = SEEDS.parent / ".." / "shared" / "gold" / "stories"
TABLES = ("articles", "quotations", "speakers", "statements", "conflicts", "limits")
WORDS = "The wells of the valley have been dry since the spring festival."
# A conflict of each kind; names in short and full; a date that is missing.
REPORTS = (
    report("a", ("Ana Pérez", WORDS, ("director", "Food Fund")), ("Omar Said", "We wait for rain.")),
    report("b", ("Pérez", WORDS.replace("dry", "not dry"), ("owner", "Food Fund")), published_at="2024-06-01"),
    report("c", ("Omar Said", WORDS), published_at="2024-06-02"),
    report("d", ("Omar Said", WORDS.replace("valley", "town")), published_at="2024-08-02"),
    report("e", ("", "wells of the valley"), ("nurse", "Nobody has asked us about the festival.")),
    # Of one event.
    *(
        with_background(report(name, (None, said), published_at=day))
        for name, said, day in [("g", "The well is dry.", "2024-09-01"), ("h", "The well is not dry.", "2024-09-02")]
    ),
    # Words that are another's in the others' texts, in a title.
    titled(report("f", ("Ana Pérez", "We count six wells.")), "Ana Pérez", WORDS, ("chair", "Food Fund")),
)


@cache
def newsroom(n_articles: int) -> tuple[ArticleAnalysis, ...]:
    """So many articles, made from what is said in the seeds; some of them report the same."""
    texts = [Article(path.stem, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    stock = stock_of([read_article(article, RoughParser()) for article in texts])
    return tuple(islice((one for story in stories(stock, seed=3) for one in story), n_articles))


def real_stories(n_stories: int) -> tuple[ArticleAnalysis, ...]:
    """Real stories by several outlets, read with the real models."""
    folders = sorted(STORIES.glob("*/"))[:n_stories]
    if not folders:
        pytest.skip("the labelled stories are not beside the repository")
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    articles = (Article(f"{path.parent.name}-{path.stem}", path.read_text("utf-8")) for path in paths)
    return tuple(read_article(article, RememberingParser()) for article in articles)


def begun(folder: Path, reports: Sequence[ArticleAnalysis]) -> Steps:
    """A run whose articles are read."""
    steps = Steps(str(folder))
    columns = {"article_id": TEXT, "analysis": TEXT}
    steps.table("compare/read", lambda: frame_of([(each.article.id, encode(each)) for each in reports], columns))
    return steps


def archived(folder: Path, reports: Sequence[ArticleAnalysis]) -> dict[str, Any]:
    """The tables of an archive of these articles, each row by its id, in the fields of the contract."""
    steps = begun(folder, reports)
    return rows(compare_archive(steps, steps.done("compare/read")))


def rows(compared: Compared) -> dict[str, Any]:
    """The rows of the tables by their ids."""
    return {name: by_id(getattr(compared, name).frame().to_pylist()) for name in TABLES}


def at_once(reports: Sequence[ArticleAnalysis]) -> dict[str, Any]:
    """The same by one comparison of all articles in one process, as the API would answer it."""
    answer = json.loads(analysis_json(compare(tuple(reports))))
    return {name: by_id(answer[name]) for name in TABLES}


def by_id(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The rows by their ids; limits, which have none, by all that they say."""
    return {row.get("id") or repr(sorted(row.items())): row for row in rows}


def by_the_contract(tables: dict[str, Any]) -> dict[str, Any]:
    """The tables without the columns that the contract does not have."""
    beyond = {"statements": ("n_reports",)}
    return {
        name: {id_: {key: row[key] for key in row if key not in beyond.get(name, ())} for id_, row in found.items()}
        for name, found in tables.items()
    }
