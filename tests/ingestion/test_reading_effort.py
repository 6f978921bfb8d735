"""How much there is to read in texts; what is refused is tested with the submissions."""

from pathlib import Path

import pytest

from bench.densest import densest, measure, report
from service.application.dependencies import Limits
from service.errors import TooLargeError
from service.ingestion.reading_effort import check_article, check_total, check_total_effort, reading_effort
from tests.rough_parser import RoughParser

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("", 0),
        ("Two words.", 3),
        ("“Yes,” she said.", 11),
        ("The mayor’s aunt", 5),
        ("He said: 'No'", 8),
        ("«Oui»", 7),
        ("....", 4),
    ],
)
def test_quotation_marks_count_thrice(text: str, effort: int):
    assert reading_effort(text) == effort


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_a_request_may_be_full_of_news(path: Path):
    text = path.read_text("utf-8")
    check_article(text, "It", max_characters=len(text), index=None, field="text")
    check_total(len(text), len(text))
    # Of its characters, a few in a hundred are too many where every second sentence is quoted.
    check_total_effort(reading_effort(text), len(text) * 11 // 10)


def test_more_is_refused():
    with pytest.raises(TooLargeError, match="5 characters together"):
        check_total(5, 4)
    with pytest.raises(TooLargeError, match="limit is 20"):
        check_total_effort(21, 100)


@pytest.mark.parametrize("name", ["news", "names", "quoted letters", "a word 3,000 times"])
def test_the_densest_requests_are_as_long_as_is_accepted(name: str):
    limits = Limits(articles=5, characters=3_000, request_characters=5_000)
    texts = [each.text or "" for each in densest(name, limits)]
    effort = sum(map(reading_effort, texts))
    assert max(effort / 1_000, sum(map(len, texts)) / 5_000) == pytest.approx(0.95, abs=0.06)
    measured = measure(name, RoughParser(), limits)
    assert f"| {name} " in report([measured], 60)
