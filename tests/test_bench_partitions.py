"""The measurement of partitions: what is drawn is like what was made, and both layouts answer the same."""

import sys
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import create_engine, make_url, text

from bench import partitions
from bench.newsroom import Stock, stock_of
from bench.partitions import months
from bench.postings import Measured, postings
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from tests.archive.archives import SEEDS
from tests.rough_parser import RoughParser

# Keys of eight quotations: of two in each the first is new; in the second half, one in three.
EPOCH = date(1970, 1, 1).toordinal()
QUOTATIONS = [(1, 2), (3, 1), (4, 1), (5, 2), (6, 1, 2), (7, 1, 2), (8, 1, 2), (9, 1, 2)]


@pytest.fixture(scope="module")
def stock() -> Stock:
    """Of the seeds."""
    texts = [Article(path.stem, path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    return stock_of([read_article(article, RoughParser()) for article in texts])


@pytest.fixture
def url(postgresql_url: str) -> str:
    """Of an empty database."""
    server = make_url(postgresql_url).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS partitions WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE partitions"))
    engine.dispose()
    return server.set(drivername="postgresql", database="partitions").render_as_string(hide_password=False)


def test_new_keys_become_fewer_by_the_power_that_was_measured():
    measured = Measured.of(QUOTATIONS, [10, 10, 11, 11, 12, 12, 13, 13])
    # Two in four of the third and the fourth quotation, and four in twelve of the second half.
    assert measured.new_share(6) == pytest.approx(1 / 3)
    assert measured.new_share(3) == pytest.approx(1 / 2)
    assert measured.new_share(12) == pytest.approx(2 / 9)


def test_what_is_drawn_follows_what_was_made():
    measured = Measured.of(QUOTATIONS, [10, 10, 11, 11, 12, 12, 13, 13])
    first, *drawn = postings(measured, 5_000)
    assert list(first.keys) == list(chain.from_iterable(QUOTATIONS))
    assert list(first.versions) == list(np.repeat(range(1, 9), [2, 2, 2, 2, 3, 3, 3, 3]))
    (rows,) = drawn
    assert {*rows.versions} == {*range(9, 5_001)}
    assert len({*zip(rows.versions, rows.keys, strict=True)}) == len(rows.keys)
    assert rows.days[0] == 14
    assert rows.days[-1] == measured.day(4_999) == 10 + 4_999 // 2
    assert np.mean(rows.keys == 1) > 4 * np.mean(rows.keys == 9) > 0


def test_months_reach_over_the_year():
    first, last = (date(*each).toordinal() - EPOCH for each in ((2019, 11, 30), (2020, 2, 1)))
    starts = [date.fromordinal(EPOCH + each).isoformat() for each in months(first, last)]
    assert starts == ["2019-11-01", "2019-12-01", "2020-01-01", "2020-02-01", "2020-03-01"]
    assert len(months(first, first)) == 2


def test_each_layout_answers_the_same(stock: Stock, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    output = tmp_path / "partitions.md"
    monkeypatch.setattr(partitions, "stock_from", lambda shared: stock)
    arguments = ["partitions", url, "--made", "300", "--sizes", "600", "--output", str(output)]
    monkeypatch.setattr(sys, "argv", arguments)
    partitions.main()
    rows = [line.split("|") for line in output.read_text("utf-8").splitlines() if line.startswith(("| plain", "| by"))]
    assert len(rows) == 8
    plain, by_month = ([row[-2].strip() for row in rows[place::2]][1:] for place in (0, 1))
    assert plain == by_month
    assert all(int(n) for n in plain)
