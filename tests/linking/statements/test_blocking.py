"""Pairs worth comparing."""

from service.linking.statements.blocking import candidate_pairs
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from tests.linking.reports import report


def n_pairs(*variants):
    reports = [report(f"a{place}", variant) for place, variant in enumerate(variants)]
    return len(
        list(candidate_pairs(duplicates_of(passage for one in reports for passage in comparable_quotations(one))))
    )


def test_a_run_of_words_makes_a_pair():
    assert n_pairs(("Ana", "it is a huge risk"), ("Omar", "surely a huge risk")) == 1


def test_two_rare_words_make_a_pair():
    assert n_pairs(("Ana", "glaciers without meltwater"), ("Omar", "no meltwater under glaciers")) == 1


def test_two_words_and_the_speaker_make_a_pair():
    assert n_pairs(("Ana", "we want a new bridge"), ("Ana", "the bridge is new and long")) == 1
    assert n_pairs(("Ana", "we want a new bridge"), ("Omar", "the bridge is new and long")) == 0


def test_two_short_sentences_of_the_same_content_make_a_pair():
    assert n_pairs(("Ana", "I will resign."), ("Omar", "We wait. I will not resign.")) == 1


def test_one_word_and_the_speaker_make_none():
    """However many keys stand for the word: by itself, beside the first name, beside the last."""
    assert n_pairs(("Ana Pérez", "all of the glacier melts"), ("Ana Pérez", "some of a glacier grows")) == 0


def test_the_one_rare_word_of_a_fragment_makes_a_pair():
    """Whichever comes first, whoever says it; a word that is common makes none."""
    longer = "Whoever closes a hospital at night is an arsonist, and shall pay for it."
    assert n_pairs(("Ana", "an arsonist"), ("Omar", longer)) == n_pairs(("Omar", longer), ("Ana", "an arsonist")) == 1
    assert n_pairs(("Ana", "at night"), ("Omar", longer)) == 0


def test_the_one_common_word_of_a_fragment_makes_a_pair_by_the_speaker():
    longer = "I think she dishonoured herself and her whole family."
    pairs = [("Ana Pérez", "her family"), ("Pérez", longer)]
    assert n_pairs(*pairs) == n_pairs(*pairs[::-1]) == 1
    assert n_pairs(pairs[0], ("Omar Said", longer)) == n_pairs((None, "her family"), pairs[1]) == 0


def test_a_word_of_the_same_meaning_is_the_same_word():
    assert n_pairs(("Ana", "an unfair decision"), ("Ana", "the decision is not fair")) == 1


def test_the_same_single_word_makes_a_pair():
    assert n_pairs(("Ana", "hopeful"), ("Omar", "hopeful")) == 1


def test_small_words_make_none():
    assert n_pairs(("Ana", "it is what it is"), ("Omar", "it is what it is")) == 0


def test_a_word_that_everybody_uses_makes_none():
    variants = [(f"Speaker{letter}", f"glacier {letter}") for letter in map(chr, range(0x4E00, 0x4E00 + 201))]
    assert n_pairs(*variants) == 0
