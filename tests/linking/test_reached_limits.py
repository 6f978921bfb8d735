"""Which bounds a comparison has reached."""

from dataclasses import replace

from service.domain.limits import LimitName, ReachedLimit
from service.linking.analysis import compare
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.statements.blocking import MAX_BLOCK_SIZE
from service.linking.statements.statements import MOST_HELD_TOGETHER
from service.linking.wording.alignment import MOST_EQUAL_PAIRS
from tests.linking.reports import report

ANA = "Ana Pérez"
WORDS = "The wells of the valley have been dry since the spring festival"


def limits(*reports):
    return compare(reports).limits


def test_ordinary_reports_reach_none():
    assert limits(report("a", (ANA, WORDS, ("mayor", "Lima"))), report("b", (ANA, WORDS * 10))) == ()


def test_those_of_an_article_are_told_with_those_of_the_comparison():
    reached = ReachedLimit(LimitName.PEOPLE, 100, "a")
    assert limits(replace(report("a", (ANA, WORDS)), limits=(reached,)), report("b", (ANA, "never " * 300))) == (
        reached,
        ReachedLimit(LimitName.REPETITION, MOST_EQUAL_PAIRS, "b"),
    )


def test_a_word_in_too_many_wordings():
    many = [(f"Voice {number}", f"Number {number}: the ferry sank.") for number in range(MAX_BLOCK_SIZE + 1)]
    assert ReachedLimit(LimitName.COMMON_WORDS, MAX_BLOCK_SIZE) in limits(report("a", *many))
    assert limits(report("a", *many[:20])) == ()


def test_too_many_wordings_of_one_statement():
    many = [report(f"a{number}", (ANA, f"{WORDS} of {number}.")) for number in range(MOST_HELD_TOGETHER + 1)]
    assert limits(*many) == (ReachedLimit(LimitName.VERSIONS, MOST_HELD_TOGETHER),)
    assert limits(*many[1:]) == ()


def test_too_many_positions_of_one_speaker():
    many = [(f"chair {number}", f"Board {number}") for number in range(MAX_POSITIONS + 1)]
    assert limits(report("a", (ANA, WORDS, *many))) == (ReachedLimit(LimitName.COMPARED_POSITIONS, MAX_POSITIONS),)
    assert limits(report("a", (ANA, WORDS, *many[1:]))) == ()
