"""The sentence around a place."""

import pytest

from service.domain.articles import Span
from service.presentation.sentence_context import sentence_around


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. Ana Ruiz, [mayor of Lima], left. She was ill.", "Ana Ruiz, mayor of Lima, left."),
        ("A headline\nAna Ruiz, [mayor]\nThe rest", "Ana Ruiz, mayor"),
        ("[The mayor] left.", "The mayor left."),
        ("“It rains.” The [mayor] said “so.” He left.", "The mayor said “so.”"),
        ("The U.S. [mayor] left at 5 p.m. and slept.", "The U.S. mayor left at 5 p.m. and slept."),
    ],
)
def test_it_is_cut_where_sentences_end(text: str, sentence: str):
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    # As the store gives it: with offsets into the article, of which this is a piece.
    found = sentence_around(Span(1000, 1000 + len(plain), plain), Span(1000 + start, 1000 + end, plain[start:end]))
    assert f"{found.before}{found.exact}{found.after}".strip() == sentence
    assert found.exact == plain[start:end]


def test_a_long_one_is_cut_at_words():
    text = "word " * 100 + "mayor" + " more" * 100
    found = sentence_around(Span(0, len(text), text), Span(500, 505, "mayor"))
    assert found.before.startswith("…word")
    assert found.after.endswith("more…")
    assert len(found.before) <= 161
