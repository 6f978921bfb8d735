"""Two wordings aligned, as they are printed."""

import pytest

from service.presentation.printed_words import printed_diff


def _steps(text: str, other: str) -> list[tuple[str, str, str]]:
    return [(step.op.value, step.a, step.b) for step in printed_diff(text, other)]


def test_changes_are_shown_word_by_word():
    assert _steps("We will build, before May.", "We will not build until May") == [
        ("equal", "We will", "We will"),
        ("insert", "", "not"),
        ("equal", "build,", "build"),
        ("replace", "before", "until"),
        ("equal", "May.", "May"),
    ]


def test_no_words_have_no_steps():
    assert _steps("", "") == []


def test_spelling_and_numbers_written_out_are_no_change():
    ours = "We organised 2,000 coloured lights around the centre, and don’t stop."
    theirs = "We organized two\nthousand colored lights around the center and do not stop."
    assert {op for op, _, _ in _steps(ours, theirs)} == {"equal"}


@pytest.mark.parametrize(
    "text",
    [
        "He said: ‘Wait’ (for a [long] time) … and left – “now”!",
        "…twenty-one per cent, 2.5 million on @quotes’s U.N. list",
        "  $3 million\tor\u00a0two\nhundred…",
    ],
)
def test_nothing_printed_is_lost(text: str):
    for other in ("", "Wait and on the list", text.upper()):
        left = "".join(a for _, a, _ in _steps(text, other))
        assert left.replace(" ", "") == text.strip().replace(" ", "") or "".join(left.split()) == "".join(text.split())


def test_marks_stay_with_their_words():
    """An opening mark belongs to the word after it, a closing one to the word before."""
    assert _steps("They “wait” here", "They here") == [
        ("equal", "They", "They"),
        ("delete", "“wait”", ""),
        ("equal", "here", "here"),
    ]
