"""Bounds that an answer has reached."""

import re
from pathlib import Path

import pytest

from service.attribution.affiliations.affiliations import MOST_POSITIONS
from service.attribution.coreference.entities import MOST_PEOPLE
from service.domain.limits import LimitName, ReachedLimit
from service.linking.conflicts.affiliation import MAX_POSITIONS
from service.linking.statements.blocking import MAX_BLOCK_SIZE
from service.linking.statements.statements import MOST_HELD_TOGETHER
from service.linking.wording.alignment import MOST_EQUAL_PAIRS
from service.parsing.parser import LONGEST_SENTENCE
from service.text.double_marks import MOST_INSIDE

BOUNDS = {
    LimitName.PEOPLE: MOST_PEOPLE,
    LimitName.MARKS: MOST_INSIDE,
    LimitName.SENTENCE: LONGEST_SENTENCE,
    LimitName.POSITIONS: MOST_POSITIONS,
    LimitName.REPETITION: MOST_EQUAL_PAIRS,
    LimitName.COMMON_WORDS: MAX_BLOCK_SIZE,
    LimitName.VERSIONS: MOST_HELD_TOGETHER,
    LimitName.COMPARED_POSITIONS: MAX_POSITIONS,
}


@pytest.mark.parametrize("name", LimitName)
def test_each_says_its_bound_and_what_it_means(name: LimitName):
    meaning = ReachedLimit(name, 12_345).meaning
    assert "12345" in meaning.replace(",", "")
    assert meaning.endswith(".")


def test_the_documentation_has_all_bounds():
    text = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")
    documented = dict(re.findall(r"^\| `(\w+)` \| ([\d,]+) ", text, re.MULTILINE))
    assert {name: f"{bound:,}" for name, bound in BOUNDS.items()} == documented
