"""What speaks for and against one statement, each by itself."""

import inspect

import pytest

from service.linking.statements import evidence
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.evidence import EVIDENCE
from service.linking.statements.pairs import pair_of
from tests.linking.reports import report

WORDS = "The wells of the valley have been dry since the spring festival."


def pair(words, other_words, names=("Ana Pérez", "Ana Pérez"), days=(None, None)):
    reports = (
        report(id_, (name, said), published_at=day)
        for id_, name, said, day in zip("ab", names, (words, other_words), days, strict=True)
    )
    return pair_of(*(quotation for one in reports for quotation in comparable_quotations(one)))


def test_every_rule_explains_itself():
    assert [rule.__name__ for rule in EVIDENCE if not inspect.getdoc(rule)] == []


@pytest.mark.parametrize("rule", EVIDENCE, ids=lambda rule: rule.__name__)
def test_a_strength_is_the_same_whichever_is_named_first(rule):
    left, right = WORDS, "Ten wells in the valley are dry."
    assert rule(pair(left, right)) == pytest.approx(rule(pair(right, left)))


def test_the_same_speaker_speaks_for_another_against():
    same, other = pair(WORDS, WORDS), pair(WORDS, WORDS, names=("Ana Pérez", "Omar Said"))
    assert (evidence.same_speaker(same), evidence.other_speaker(same)) == (1.0, 0.0)
    assert (evidence.same_speaker(other), evidence.other_speaker(other)) == (0.0, 1.0)


def test_all_words_of_the_shorter_may_be_in_the_longer():
    assert evidence.shorter_is_contained(pair("The wells are dry.", f"{WORDS} The wells are dry.")) == pytest.approx(
        1.0
    )
    assert evidence.shorter_is_contained(pair("Our vineyards burnt.", WORDS)) < 0.5


def test_other_numbers_are_seen():
    assert evidence.other_numbers(pair("Ten wells burnt", "Six goats died")) > 0
    assert evidence.other_numbers(pair("Ten wells burnt", "Ten wells burnt")) == 0.0


def test_days_count_only_where_both_are_dated():
    assert evidence.days_apart(pair(WORDS, WORDS, days=("2026-01-01", None))) == 0.0
    near = evidence.days_apart(pair(WORDS, WORDS, days=("2026-01-01", "2026-01-02")))
    far = evidence.days_apart(pair(WORDS, WORDS, days=("2026-01-01", "2026-01-12")))
    assert near < far


@pytest.mark.parametrize("rule", evidence.DATED, ids=lambda rule: rule.__name__)
def test_what_dates_add_is_nothing_without_a_date(rule):
    words, names = ("glaciers", WORDS), ("Ana Pérez", "Omar Said")
    assert [rule(pair(*words, names, days)) for days in ((None, None), ("2026-01-01", None))] == [0.0, 0.0]


def test_one_day_is_not_any_two():
    assert evidence.of_one_day(pair(WORDS, WORDS, days=("2026-01-01", "2026-01-01"))) == 1.0
    assert evidence.of_one_day(pair(WORDS, WORDS, days=("2026-01-01", "2026-01-02"))) == 0.0


def test_the_shorter_a_quotation_of_a_stream_the_less_it_shows():
    days = ("2026-01-01", "2026-01-02")
    lengths = ("glaciers", "glaciers and orchards burn", WORDS)
    strengths = [evidence.dated_and_short(pair(words, WORDS, days=days)) for words in lengths]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] > strengths[-1] == 0.0


def test_in_a_stream_it_matters_whether_the_speaker_is_the_same():
    days = ("2026-01-01", "2026-01-02")
    assert evidence.dated_and_not_surely_one_speaker(pair(WORDS, WORDS, days=days)) == 0.0
    assert evidence.dated_and_not_surely_one_speaker(pair(WORDS, WORDS, ("Ana Pérez", "Omar Said"), days)) == 1.0
