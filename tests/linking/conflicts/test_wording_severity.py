"""Where two wordings differ, and how gravely."""

import pytest

from service.domain.conflicts import ConflictClass, Severity
from service.linking.conflicts.wording_severity import wording_changes
from service.linking.wording.tokens import Word, words_of

HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
CASES = [
    ("The law was not passed in May", "The law was passed in May", HIGH),
    ("We can pay for all of it", "We can't pay for all of it", HIGH),
    ("It was a fair trial for all of us", "It was an unfair trial for all of us", HIGH),
    ("Prices have increased since the spring", "Prices have fallen since the spring", HIGH),
    ("Nobody will lose their job in May", "Somebody will lose their job in May", HIGH),
    ("We need 30 per cent of it", "We need 40 percent of it", HIGH),
    ("We met Okoro in the town hall", "We met Adeyemi in the town hall", HIGH),
    ("The next problem now is bread prices", "The next issue now is bread prices", MEDIUM),
    ("We will repair the old bridge", "We will repair the old wooden bridge", MEDIUM),
    ("They have been there with us", "They had been there with us", LOW),
    ("Everyone deserves justice in this country", "Everyone deserves the justice in these countries", LOW),
    ("This verdict is not just", "An unjust verdict has been spoken", MEDIUM),
    # No difference: typography, spelling, excerpts, ellipses, glosses, the reporting clause.
    ("It’s the colour of money", "It is the color of money", None),
    ("We need 30 per cent now.", "we need 30% now", None),
    ("We meet at 6 p.m. on the 11th day", "We meet at 6:00 p.m. on the eleventh day", None),
    ("We meet on the 22nd of May", "We meet on the 23rd of May", HIGH),
    ("I pay for no f***ing wall", "I pay for no fucking wall", None),
    ("so (tourists) stay away", "so people stay away", None),
    ("the [village] school is gone", "the school is gone", None),
    ("It rained. Trees fell. The road is closed,", "It rained … The road is closed.", None),
    ("It rained. Trees fell. The road is closed,", "It rained. The road is closed.", None),
    ("They really did not want to leave", "to leave", None),
    ("We leave at once. They stay behind.", "We leave at once. Nobody saw it coming.", None),
    ("Trees fell. We leave at once.", "Nobody saw it coming. We leave at once.", None),
    ("victims of a murderous act", "a raw murderous act", MEDIUM),
    ("", "We leave", None),
]


def _severity(left: tuple[Word, ...], right: tuple[Word, ...]) -> Severity | None:
    changes = wording_changes(left, right)
    return changes.severity if changes.steps else None


@pytest.mark.parametrize(("text", "other", "expected"), CASES)
def test_severity_from_both_sides(text, other, expected):
    left, right = words_of(text), words_of(other)
    assert _severity(left, right) == expected
    assert _severity(right, left) == expected


def test_words_left_out_at_the_reporting_clause_are_no_difference():
    broken = words_of("We leave") + words_of("because of the rain", follows_gap=True)
    assert _severity(words_of("We leave tonight, and only because of the rain"), broken) is None


def test_another_piece_before_what_both_print_is_no_difference():
    pieces = words_of("a robbery") + words_of("a disaster for the town", follows_gap=True)
    assert _severity(words_of("This plan is a disaster for the town"), pieces) is None


def test_a_small_word_that_is_the_same_by_chance_holds_no_pieces_together():
    pieces = words_of("a robbery") + words_of("a disaster for the town", follows_gap=True)
    assert _severity(words_of("I like a good plan, but this here is a disaster for the town"), pieces) is None


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("The law was not passed in May", "The law was passed in May", ConflictClass.NEGATION),
        ("We need 30 per cent of it", "We need 40 percent of it", ConflictClass.NUMBER),
        ("We met Okoro in the town hall", "We met Adeyemi in the town hall", ConflictClass.NAME),
        ("We may repair the bridge", "We will repair the bridge", ConflictClass.MODALITY),
        ("Many of us will repair the bridge", "Some of us will repair the bridge", ConflictClass.STRENGTH),
        ("Prices have increased since the spring", "Prices have decreased since the spring", ConflictClass.NEGATION),
        ("We will repair the old bridge", "We will repair the old wooden bridge", ConflictClass.CUT),
        ("The next problem now is bread", "The next issue now is bread", ConflictClass.WORDS),
        ("They have been there with us", "They had been there with us", ConflictClass.GRAMMAR),
    ],
)
def test_what_the_gravest_change_is(text, other, expected):
    assert wording_changes(words_of(text), words_of(other)).class_ is expected
