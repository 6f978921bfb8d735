"""Words that say the contrary of others, or more or less of the same."""

import pytest

from service.linking.conflicts.opposites import changes_degree, says_contrary
from service.linking.wording.alignment import align
from service.linking.wording.tokens import words_of


def change(text: str, other: str):
    """The one step in which the two differ."""
    (step,) = [step for step in align(words_of(text), words_of(other)).steps if not step.is_equal]
    return step


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("prices rose in May", "prices fell in May", True),
        ("the best price in May", "the worst price in May", True),
        ("the best price in May", "the finest price in May", False),
        ("prices rose in May", "prices in May", False),
        ("we win in May", "we may be about to lose it in May", False),
    ],
)
def test_whether_a_contrary_stands_for_a_word(text: str, other: str, expected: bool):
    assert says_contrary(change(text, other)) is expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("many of us", "some of us", True),
        ("we are very sad", "we are sad", True),
        ("the old bridge", "the new bridge", False),
    ],
)
def test_whether_only_the_degree_changes(text: str, other: str, expected: bool):
    assert changes_degree(change(text, other)) is expected
