"""The parts in which an archive is looked at: each row is in one, and their number is bounded."""

from collections import Counter

from service.archive.comparing.parts import article_part, in_parts, n_parts_of
from service.archive.engine import INTEGER, TEXT, frame_of
from service.archive.steps import Steps

COLUMNS = {"article_id": TEXT}


def test_there_are_more_the_more_articles_there_are_but_not_too_many():
    assert [n_parts_of(n) for n in (0, 1_999, 2_000, 20_000, 10_000_000)] == [1, 1, 2, 11, 256]


def test_articles_are_in_parts_of_about_the_same_size():
    articles = frame_of([(f"a{place}",) for place in range(1_000)], COLUMNS)
    counted = Counter(articles.select(article_part(4).alias("part")).to_pydict()["part"])
    assert sorted(counted) == [0, 1, 2, 3]
    assert min(counted.values()) > 200


def test_a_step_in_parts_has_the_rows_of_each_apart(tmp_path):
    table = in_parts(Steps(str(tmp_path)), "some/step", 3, lambda part: frame_of([(part,)], {"n": INTEGER}))
    assert (table.parts, table.n_rows) == ((0, 1, 2), 3)
    assert table.frame([1]).to_pydict() == {"n": [1]}


def test_a_step_in_parts_may_be_apart_otherwise(tmp_path):
    rows = frame_of([("a",), ("b",)], COLUMNS)
    table = in_parts(Steps(str(tmp_path)), "some/step", 2, lambda _: rows, apart=article_part(1))
    assert (table.parts, table.n_rows) == ((0,), 4)
