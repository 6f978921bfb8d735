"""One key for the spellings of a word."""

import pytest

from service.linking.wording.spelling import is_negation, key, stem, without_negative_prefix
from service.linking.wording.synonyms import synonym_class


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Organisation", "organization"),
        ("colour", "color"),
        ("centre", "center"),
        ("travelling", "traveling"),
        ("defence", "defense"),
        ("U.S.", "USA"),
        ("Twelve", "12"),
        ("1,000", "1000"),
        ("don’t", "don't"),
        ("Müller", "Muller"),
        ("Russia’s", "Russia"),
        ("analyse", "analyze"),
    ],
)
def test_spellings_of_one_word_share_a_key(word, other):
    assert key(word) == key(other)


@pytest.mark.parametrize(("word", "other"), [("rise", "rize"), ("their", "there"), ("30", "40")])
def test_other_words_do_not(word, other):
    assert key(word) != key(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("isn’t", "is not"), ("cannot", "can not"), ("we're", "we are"), ("It's", "it is"), ("dog's", "dog")],
)
def test_contractions_are_spelt_out(word, expected):
    assert key(word) == expected


@pytest.mark.parametrize(
    ("word", "other"), [("transform", "transformation"), ("runs", "run"), ("historic", "historically")]
)
def test_forms_of_a_word_share_a_stem(word, other):
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("form", "expected"), [("not", True), ("is not", True), ("notable", False)])
def test_negations(form, expected):
    assert is_negation(form) is expected


def test_a_negative_prefix_needs_a_word_behind_it():
    assert without_negative_prefix("unfair") == "fair"
    assert without_negative_prefix("unit") is None


@pytest.mark.parametrize(
    ("word", "other"),
    [("doctor", "physician"), ("unfair", "fair"), ("salaries", "wage"), ("harbor", "harbor")],
)
def test_words_of_one_meaning_share_a_sense(word, other):
    assert synonym_class(word) == synonym_class(other)


@pytest.mark.parametrize("masked", ["f***ing", "F**king", "f------"])
def test_a_masked_word_is_the_word(masked):
    assert (key(masked) == "fucking") is ("*" in masked)
