"""Reporting verbs and how surely each is a cue."""

import pytest

from service.attribution.vocabulary.reporting_verbs import reporting_verbs, verb_lemma
from tests.attribution.parses import parsed


@pytest.mark.parametrize("verb", ["say", "tell", "add", "warn", "write"])
def test_verbs_of_saying_are_likely_cues(verb: str):
    assert reporting_verbs()[verb] > 0.5


def test_likelihoods_are_probabilities():
    assert all(0 <= share <= 1 for share in reporting_verbs().values())


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("adding", "add"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("argued", "argue"),
        ("ate", "ate"),
        ("Told", "tell"),
    ],
)
def test_forms_of_a_verb_whatever_the_parser_says(word: str, lemma: str):
    assert verb_lemma(parsed(f"{word}/root"), 0) == lemma
