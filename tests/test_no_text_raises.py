"""Whatever the text, it is answered: news of our own, cut, doubled and shuffled, and any characters in any order.

The parser is a rough one, whose trees are worse than any model's. `python -m bench.mutations` reads a hundred thousand.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.mutations import mutated, news, read_everything, with_run
from tests.rough_parser import RoughParser
from tests.rounds import rounds

PARSER = RoughParser()
SHARDS, N_MUTATIONS = 4, rounds(800, 2_000)


@given(st.integers(min_value=0))
@settings(max_examples=150, deadline=None)
def test_mutated_news_is_answered(number: int):
    read_everything(mutated(number), PARSER)


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered(text: str):
    read_everything(text, PARSER)


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("shard", range(SHARDS))
def test_many_mutations_are_answered(shard: int):
    for number in range(shard, N_MUTATIONS, SHARDS):
        read_everything(mutated(number), PARSER)


@pytest.mark.parametrize("end", ["according", "according to", "“", "said", "“We won,", "Ann Lee (", "its", "’s", "-"])
def test_a_text_may_end_anywhere(end: str):
    for start in ("", "Ann Lee said ", "“We won,” "):
        read_everything(f"{start}{end}", PARSER)


def test_every_number_gives_the_same_text_again():
    assert mutated(7) == mutated(7)
    assert len({mutated(number) for number in range(50)}) > 40
    assert news()


def test_the_report_has_each_run_once():
    report = ""
    for run in ((12, 20, "rough", 1), (0, 10, "rough", 2), (0, 5, "models", 0), (0, 10, "rough", 0)):
        report = with_run(report, run)
    assert "| 0 | 5 | models | 0 |\n| 0 | 10 | rough | 0 |\n| 12 | 20 | rough | 1 |\n" in report
    assert "23 were read, and 1 raised." in report


def test_runs_in_a_row_are_one_in_the_report():
    report = ""
    for run in ((0, 10, "models", 0), (10, 20, "models", 1), (20, 30, "rough", 0), (20, 40, "models", 0)):
        report = with_run(report, run)
    assert "| 0 | 40 | models | 1 |\n| 20 | 30 | rough | 0 |\n" in report
    assert "50 were read, and 1 raised." in report
