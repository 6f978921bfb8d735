"""Two wordings side by side."""

from hypothesis import given
from hypothesis import strategies as st

from service.domain.conflicts import DiffOp, DiffStep
from service.linking.wording.alignment import align, diff, is_repetitive
from service.linking.wording.tokens import words_of


def test_the_diff_shows_printed_words():
    left, right = words_of("We paid 30 Euros for it"), words_of("We paid 40 Euros for it")
    assert diff(left, right) == (
        DiffStep(DiffOp.EQUAL, "We paid", "We paid"),
        DiffStep(DiffOp.REPLACE, "30", "40"),
        DiffStep(DiffOp.EQUAL, "Euros for it", "Euros for it"),
    )


def test_spelling_and_contraction_are_no_difference():
    left, right = words_of("It isn’t the colour"), words_of("it is not the color")
    assert all(step.is_equal for step in align(left, right).steps)


def test_a_run_weighs_what_its_words_say():
    alignment = align(words_of("of the the copper mine"), words_of("of the a copper mine"))
    assert [" ".join(word.key for word in run) for run in alignment.equal_runs] == ["of the", "copper mine"]
    assert alignment.run_weights[0] < 1 < alignment.run_weights[1]
    assert alignment.shared_weight == sum(alignment.run_weights)


def test_a_contraction_is_copied_and_a_word_written_as_two_is_not():
    alignment = align(words_of("Healthcare is for sale"), words_of("Health care is for sale"))
    assert all(step.is_equal for step in alignment.steps)
    assert [" ".join(word.printed for word in run) for run in alignment.copied_runs] == ["is for sale"]
    alignment = align(words_of("It isn't for sale"), words_of("It is not for sale"))
    assert sum(map(len, alignment.copied_runs)) == 4
    assert sum(alignment.copied_weights) == alignment.shared_weight


def test_nothing_shares_nothing():
    assert align(words_of(""), words_of("a word")).shared_weight == 0
    assert align((), ()).run_weights == ()


@given(st.text(alphabet="ab c.", max_size=30), st.text(alphabet="ab c.", max_size=30))
def test_the_steps_give_back_both_wordings(text, other):
    left, right = words_of(text), words_of(other)
    steps = align(left, right).steps
    assert tuple(word for step in steps for word in step.left) == left
    assert tuple(word for step in steps for word in step.right) == right


def test_wordings_of_one_word_over_and_over_are_compared_from_both_ends():
    left, right = (
        words_of("We said " + "never " * 3000 + "again"),
        words_of("We said " + "never ever " * 1500 + "again"),
    )
    assert [step.op for step in align(left, right).steps] == [DiffOp.EQUAL, DiffOp.REPLACE, DiffOp.EQUAL]
    assert len(align(left, right).steps[0].left) == 3
    assert is_repetitive(left)


def test_a_wording_that_goes_on_is_compared_from_both_ends_too():
    shorter, longer = words_of("never " * 2000), words_of("never " * 3000)
    assert [step.op for step in align(shorter, longer).steps] == [DiffOp.EQUAL, DiffOp.INSERT]
    assert [step.op for step in align(longer, shorter).steps] == [DiffOp.EQUAL, DiffOp.DELETE]


def test_a_long_speech_repeats_itself_no_more_than_others():
    assert not is_repetitive(words_of("the mayor of the town said that it was not for the " * 12))
