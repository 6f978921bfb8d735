"""Articles and their rows."""

import json
from dataclasses import replace

import pytest

from service.domain.articles import Article, MetadataSource, MetadataSources
from service.domain.limits import LimitName, ReachedLimit
from service.store.sql.rows.articles import (
    article_of,
    article_values,
    content_values,
    limit_values,
    linked_article_of,
    outlet_only,
    published_time,
    stored_article_of,
)
from service.store.sql.tables import ArticleRow
from tests.linking.reports import report

ARTICLE = Article(
    *("a", "It rains.", "Rain", "The Post", "https://post.example/1", "2024-05-01", ("Mara Lind",), "en-GB"),
    MetadataSources(title=MetadataSource.JSON_LD, authors=MetadataSource.REQUEST),
)


def test_a_row_is_the_article():
    assert article_of(ArticleRow(**article_values(ARTICLE))) == ARTICLE


def test_an_article_is_known_by_what_it_was_before_it_had_authors():
    assert content_values(ARTICLE) == content_values(replace(ARTICLE, authors=(), language=None))


@pytest.mark.parametrize(
    ("published_at", "seconds"),
    [(None, None), ("1970-01-02", 86_400), ("1970-01-01T02:00:00+02:00", 0), ("1970-01-01T00:00:01", 1)],
)
def test_times_without_a_zone_are_of_utc(published_at: str | None, seconds: float | None):
    assert published_time(replace(ARTICLE, published_at=published_at)) == seconds


def test_quotations_have_the_merged_speakers_each_once():
    analysed = report("a", ("Ana Pérez", "We wait for rain."), ("Omar Said", "The sea is calm."))
    first, second = analysed.attributions
    ids = (first.speaker_id, second.speaker_id)
    joint = replace(first, speaker_ids=ids, via=ids)
    found = linked_article_of(replace(analysed, attributions=(joint,)), 1.0, {}, dict.fromkeys(ids, "s1"), ())
    (quotation,) = found.quotations
    attribution = quotation.attribution
    assert (attribution.speaker_id, attribution.speaker_ids, attribution.via) == ("s1", ("s1",), ("s1",))


def test_conflicts_need_no_text():
    assert outlet_only("a", "The Post") == Article("a", "", outlet="The Post")


def test_a_row_tells_the_bounds_that_were_reached():
    limits = ReachedLimit(LimitName.PEOPLE, 100, "a"), ReachedLimit(LimitName.REPETITION, 20_000, "a")
    row = ArticleRow(**article_values(ARTICLE), received_at=1.0, limits=json.loads(json.dumps(limit_values(limits))))
    assert stored_article_of(row, (), ()).limits == limits
