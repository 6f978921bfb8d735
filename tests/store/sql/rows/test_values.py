"""What several kinds of rows share."""

import json

import pytest

from service.domain.articles import ArticleField, Span
from service.store.sql.rows.values import piece_of, span_of, span_values


@pytest.mark.parametrize("field", ArticleField)
def test_a_place_in_an_article_survives_json(field: ArticleField):
    span = Span(3, 6, "öße", field)
    assert span_of(json.loads(json.dumps(span_values(span)))) == span


def test_a_piece_that_the_database_cut_out_has_its_place():
    assert piece_of(3, "öße", "title") == Span(3, 6, "öße", ArticleField.TITLE)


def test_a_place_that_was_stored_before_titles_were_read_is_in_the_text():
    assert span_of([3, 6, "öße"]) == Span(3, 6, "öße")
