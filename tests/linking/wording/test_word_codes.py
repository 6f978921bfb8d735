"""Words as codes of one character each."""

from difflib import SequenceMatcher

import pytest

from service.linking.wording.tokens import COMMON, RARE, SMALL, keys_in, words_of
from service.linking.wording.word_codes import codes_of, longest_common_run, shared_codes

WORDS = "The wells of the valley don't give water since the festival"
OTHER = "Since the festival the wells of the valley do not give us any water"


def codes(text):
    return codes_of(keys_in(words_of(text)))


def test_spellings_of_a_word_have_one_code_and_other_words_another():
    assert codes("colour WELLS") == codes("color wells")
    assert len(set(codes("the wells of Lima"))) == 4


def test_a_contraction_has_two_codes():
    assert codes("don't") == codes("do not")


@pytest.mark.parametrize(("text", "other"), [(WORDS, OTHER), (OTHER, WORDS), (WORDS, WORDS), (WORDS, ""), ("", "")])
def test_the_longest_run_is_that_of_the_words(text, other):
    keys, others = (keys_in(words_of(each)) for each in (text, other))
    expected = SequenceMatcher(None, keys, others, autojunk=False).find_longest_match().size
    assert longest_common_run(codes(text), codes(other)) == expected


def test_what_is_shared_is_counted_as_often_as_both_have_it_and_weighed():
    assert shared_codes(codes("the wells, the vineyard"), codes("a wells the the")) == (3, RARE + 2 * SMALL)
    assert shared_codes(codes("costs"), codes("the costs")) == (1, COMMON)
    assert shared_codes(codes("wells"), codes("vineyards")) == (0, 0.0)


def test_codes_take_two_bytes():
    assert len(codes(WORDS).encode("utf-16-le")) == 2 * len(codes(WORDS))


def test_half_a_character_has_a_code():
    assert len(codes_of(("\ud800",))) == 1
