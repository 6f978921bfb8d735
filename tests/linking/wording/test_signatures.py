"""What a quotation means, in short."""

import pytest

from service.linking.wording.signatures import shared, signature_of
from service.linking.wording.tokens import COMMON, words_of


def signature(text):
    return signature_of(words_of(text))


def shared_of(text, other):
    return shared(signature(text), signature(other))


def test_function_words_mean_nothing():
    assert signature("it is what it is").senses == {}
    assert signature("it is what it is").small == pytest.approx(signature("it is what it is").weight)


def test_forms_and_synonyms_of_a_word_are_shared_and_count_as_the_commoner_one():
    vocabulary, content = shared_of("petrol costs", "the cost of gas")
    assert vocabulary == content == pytest.approx(2 * COMMON)


def test_names_are_vocabulary_but_no_content():
    vocabulary, content = shared_of("we met Pérez", "we saw Pérez")
    assert vocabulary > content == 0


def test_a_word_counts_as_often_as_it_is_in_both():
    once, twice = shared_of("wells", "wells and wells")[0], shared_of("wells, wells", "wells and wells")[0]
    assert twice == pytest.approx(2 * once)


def test_which_is_named_first_does_not_matter():
    assert shared_of("dry wells in Lima", "wells near Lima") == shared_of("wells near Lima", "dry wells in Lima")
