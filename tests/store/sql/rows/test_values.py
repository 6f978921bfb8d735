"""What several kinds of rows share."""

import json

from service.domain.articles import Span
from service.store.sql.rows.values import piece_of, span_of, span_values


def test_a_place_in_an_article_survives_json():
    span = Span(3, 6, "öße")
    assert span_of(json.loads(json.dumps(span_values(span)))) == span


def test_a_piece_that_the_database_cut_out_has_its_place():
    assert piece_of(3, "öße") == Span(3, 6, "öße")
