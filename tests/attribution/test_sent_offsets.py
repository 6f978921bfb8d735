"""The same text in several ways of writing its letters is read alike, and every span is a slice of what was sent."""

import unicodedata

import pytest

from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.linking.analysis import compare
from tests.rough_parser import RoughParser

TEXT = "“The cathédrale won,” Émile Özdemir said. “We lost it,” Özdemir said."
WAYS = {
    "composed": TEXT,
    "decomposed": unicodedata.normalize("NFD", TEXT),
    "soft hyphens": TEXT.replace("zde", "z\u00adde").replace("thé", "th\u00adé"),
    "zero-width spaces": TEXT.replace("mil", "mi\u200bl").replace("zde", "z\u200bde"),
}


def read(text: str, article_id: str = "a") -> ArticleAnalysis:
    return read_article(Article(article_id, text), RoughParser())


@pytest.mark.parametrize("way", WAYS)
def test_every_way_is_read_alike(way: str):
    found, expected = read(WAYS[way]), read(TEXT)
    assert [speaker.name for speaker in found.speakers] == [speaker.name for speaker in expected.speakers]
    assert len(found.attributions) == len(expected.attributions) > 0
    for attribution in found.attributions:
        spans = [*attribution.quotation.parts, attribution.mention, attribution.cue]
        assert all(WAYS[way][span.start : span.end] == span.text for span in spans if span is not None)


def test_one_person_in_all_ways_and_no_difference_in_the_words():
    analysis = compare(tuple(read(text, way) for way, text in WAYS.items()))
    assert [speaker.name for speaker in analysis.speakers] == ["Émile Özdemir"]
    assert not analysis.conflicts
