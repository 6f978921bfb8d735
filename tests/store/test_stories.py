"""Real stories, read with the real models, in any order: the store holds what one comparison gives."""

import os
import random
from pathlib import Path

import pytest

from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from service.store.saved_analyses import reports as stored_reports
from service.store.sql.connection import Database
from tests.parsing.models import RememberingParser
from tests.rounds import rounds
from tests.store.contents import compared, stored

pytestmark = [pytest.mark.model, pytest.mark.no_cover]

ROOT = Path(__file__).parent.parent.parent
# Stories by several outlets, where the articles for development lie beside the repository.
STORIES = ROOT.parent / "shared" / "gold" / "dev"


@pytest.fixture(scope="module")
def stories() -> list[ArticleAnalysis]:
    """The seeds, and some of the stories for development."""
    paths = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted(STORIES.glob("*.txt"))[:: rounds(3, 1)]]
    return [read_article(Article(path.stem, path.read_text("utf-8")), RememberingParser()) for path in paths]


@pytest.fixture
def chance() -> random.Random:
    """Another one each time; QUOTES_TEST_SEED repeats it."""
    seed = int(os.environ.get("QUOTES_TEST_SEED", random.randrange(10**6)))
    print(f"QUOTES_TEST_SEED={seed}")
    return random.Random(seed)


def test_the_order_of_the_stories_does_not_matter(
    database: Database, repository, stories: list[ArticleAnalysis], chance: random.Random
):
    for report in chance.sample(stories, k=len(stories)):
        repository.save(report)
    assert stored(database) == compared(stories)
    for report in chance.sample(stories, k=len(stories) // 2):
        repository.forget(report.article.id)
        repository.save(report)
    assert stored(database) == compared(stories)


def test_what_was_read_is_kept_as_it_was(database: Database, repository, stories: list[ArticleAnalysis]):
    """So every figure of accuracy holds through the store."""
    for report in stories:
        repository.save(report)
    with database.reading() as connection:
        kept = {report.article.id: report for report in stored_reports(connection)}
    assert [kept[report.article.id].attributions for report in stories] == [one.attributions for one in stories]
    assert compare(tuple(kept[report.article.id] for report in stories)) == compare(tuple(stories))
