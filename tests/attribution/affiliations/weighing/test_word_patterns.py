"""What stands between a mention and a noun, in short."""

import pytest

from service.attribution.affiliations.weighing.word_patterns import (
    n_steps,
    noun_class,
    parse_path,
    pattern_between,
    word_symbol,
)
from tests.attribution.parses import parsed, word_of

APPOSITION = "Ann_Lee/nsubj/said/PERSON , a young/amod/nurse nurse/appos/Ann , said/root so/advmod/said ."
TITLE = "the mayor/nsubj/said of Delta/nmod/mayor/LOC Ann_Lee/flat/mayor/PERSON said/root so/advmod/said ."


@pytest.mark.parametrize(
    ("notation", "noun", "pattern"),
    [
        (APPOSITION, "nurse", "after:,"),
        (TITLE, "mayor", "before:PP"),
        (
            "Ann_Lee/nsubj/left/PERSON , managing/acl/director/VERB director/appos/Ann , left/root .",
            "director",
            "after:,",
        ),
        ("nurse/nmod/Ann ( retd/amod/Ann/VERB ) Ann_Lee/nsubj/left/PERSON left/root .", "nurse", "before:"),
        ("Ann_Lee/nsubj/nurse/PERSON is/cop/nurse a nurse/root//NOUN .", "nurse", "after:is"),
        ("Ann_Lee/nsubj/one/PERSON is/cop/one one/root//NUM of the nurses/nmod/one .", "nurses", "after:is one"),
    ],
)
def test_words_between_a_name_and_a_noun(notation: str, noun: str, pattern: str):
    parse = parsed(notation)
    name = word_of(parse, "Ann")
    assert pattern_between(parse, range(name, name + 2), word_of(parse, noun)) == pattern


def test_a_noun_of_the_mention_stands_inside():
    parse = parsed(TITLE)
    assert pattern_between(parse, range(0, 4), word_of(parse, "mayor")) == "inside"


def test_path_climbs_and_descends():
    parse = parsed(APPOSITION)
    assert parse_path(parse, word_of(parse, "nurse"), word_of(parse, "Ann")) == "appos||"
    assert parse_path(parse, word_of(parse, "so"), word_of(parse, "Ann")) == "advmod|nsubj|VERB"


def test_steps_are_counted_up_and_down():
    parse = parsed(APPOSITION)
    assert n_steps(parse, word_of(parse, "Ann"), word_of(parse, "Ann")) == 0
    assert n_steps(parse, word_of(parse, "nurse"), word_of(parse, "Ann")) == 1
    assert n_steps(parse, word_of(parse, "so"), word_of(parse, "young")) == 4


def test_path_between_two_sentences_has_no_name():
    parse = parsed("Go/root .\nStay/root .")
    assert parse_path(parse, word_of(parse, "Go"), word_of(parse, "Stay")) == ""
    assert n_steps(parse, word_of(parse, "Go"), word_of(parse, "Stay")) == 5


def test_a_long_path_has_no_name_and_no_more_steps():
    parse = parsed("t/nmod/u u/nmod/v v/nmod/w w/nmod/x x/nmod/y y/nmod/z z/root//NOUN")
    assert parse_path(parse, 1, 6) == "nmod>nmod>nmod>nmod>nmod||"
    assert parse_path(parse, 0, 6) == ""
    assert n_steps(parse, 1, 6) == n_steps(parse, 0, 6) == 5


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("nurse/root//NOUN", "role"),
        ("crowd/root//NOUN", "group"),
        ("ministry/root//NOUN", "organization"),
        ("yodeller/root//NOUN", "doer"),
        ("table/root//NOUN", ""),
    ],
)
def test_class_of_a_noun(notation: str, expected: str):
    assert noun_class(parsed(notation), 0) == expected


def test_symbols_keep_small_words_and_kinds():
    parse = parsed("Ann/nsubj/named/PERSON named/root the nurse/obj/named and ran/conj/named/VERB there/advmod/ran .")
    symbols = [word_symbol(parse, word) for word in range(len(parse))]
    assert symbols == ["PERSON", "VERB", "the", "role", "and", "VERB", "ADV", "."]
