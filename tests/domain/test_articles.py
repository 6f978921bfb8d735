"""Spans: pieces of an article, end exclusive."""

import pytest

from service.domain.articles import Article, Span

ARTICLE = Article("a", "Ann Lee spoke.")


def test_a_span_has_its_words_from_the_article():
    assert ARTICLE.span(4, 7) == Span(4, 7, "Lee")


def test_a_span_is_as_long_as_its_words():
    assert len(ARTICLE.span(4, 7)) == len("Lee")


@pytest.mark.parametrize(
    ("other", "is_inside"), [((4, 7), True), ((4, 6), True), ((3, 7), False), ((4, 8), False), ((8, 13), False)]
)
def test_a_span_contains_what_lies_between_its_ends(other: tuple[int, int], is_inside: bool):
    assert ARTICLE.span(4, 7).contains(ARTICLE.span(*other)) is is_inside


@pytest.mark.parametrize(
    ("other", "do_overlap"), [((6, 9), True), ((0, 5), True), ((0, 14), True), ((7, 9), False), ((0, 4), False)]
)
def test_spans_that_only_touch_do_not_overlap(other: tuple[int, int], do_overlap: bool):
    assert ARTICLE.span(4, 7).overlaps(ARTICLE.span(*other)) is do_overlap
    assert ARTICLE.span(*other).overlaps(ARTICLE.span(4, 7)) is do_overlap


def test_spans_sort_by_their_place():
    places = [ARTICLE.span(8, 13), ARTICLE.span(0, 7), ARTICLE.span(0, 3)]
    assert [span.text for span in sorted(places)] == ["Ann", "Ann Lee", "spoke"]
