"""Words of one meaning."""

import pytest

from service.linking.wording.synonyms import synonym_class


@pytest.mark.parametrize(
    ("word", "other"),
    [("petrol", "gas"), ("problem", "trouble"), ("problem", "problems"), ("transform", "transformed")],
)
def test_words_of_one_meaning_are_one(word: str, other: str):
    assert synonym_class(word) == synonym_class(other)


def test_a_denied_word_means_the_word_itself():
    """Whether a sentence is denied is for others to see; what it is about stays."""
    assert synonym_class("unfair") == synonym_class("fair")


@pytest.mark.parametrize(("word", "other"), [("petrol", "problem"), ("fine", "penalty"), ("under", "der")])
def test_words_of_two_meanings_are_two(word: str, other: str):
    assert synonym_class(word) != synonym_class(other)
