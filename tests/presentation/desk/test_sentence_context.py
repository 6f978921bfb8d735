"""The sentence around a place."""

from service.domain.articles import Span
from service.presentation.desk.sentence_context import sentence_around


def test_it_is_cut_where_sentences_end():
    text = "It rained. Ana Ruiz, mayor of Lima, left. She was ill."
    start, end = text.index("mayor"), text.index(", left")
    # As the store gives it: with offsets into the article, of which this is a piece.
    found = sentence_around(Span(1000, 1000 + len(text), text), Span(1000 + start, 1000 + end, text[start:end]))
    assert (found.before.strip(), found.exact, found.after) == ("Ana Ruiz,", "mayor of Lima", ", left.")


def test_a_long_one_is_cut_at_words():
    text = "word " * 100 + "mayor" + " more" * 100
    found = sentence_around(Span(0, len(text), text), Span(500, 505, "mayor"))
    assert found.before.startswith("…word")
    assert found.after.endswith("more…")
    assert len(found.before) <= 161
