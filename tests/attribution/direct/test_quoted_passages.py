"""Marked spans that are one quotation for certain."""

import pytest

from service.attribution.direct.quoted_passages import find_passages, opens_line
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs


def passages(text: str) -> list[list[str]]:
    marks = find_marks(text, find_paragraphs(text))
    return [[marked.span.text for marked in passage.marks] for passage in find_passages(marks, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nobody spoke.", [], id="no marks"),
        pytest.param("“We won,” she said, “by far.”", [["We won,"], ["by far."]], id="parted by the clause"),
        pytest.param("“We won.\n\n“They lost.”", [["We won.", "They lost."]], id="carried on"),
        pytest.param("“One.\n\n“Two.\n\n“Three.”", [["One.", "Two.", "Three."]], id="carried on twice"),
        pytest.param("“We won.”\n\n“They lost.”", [["We won."], ["They lost."]], id="closed before"),
        pytest.param("“We won.\n\nLee said: “They lost.”", [["We won."], ["They lost."]], id="somebody else goes on"),
        pytest.param("“We won.\n\nNothing.\n\n“They lost.”", [["We won."], ["They lost."]], id="a paragraph between"),
    ],
)
def test_runs(text: str, expected: list[list[str]]):
    assert passages(text) == expected


def test_a_run_reaches_from_its_first_mark_to_its_last():
    text = "So: “We won.\n\n“They lost.” Yes."
    (passage,) = find_passages(find_marks(text, find_paragraphs(text)), text)
    assert text[passage.start : passage.end] == "“We won.\n\n“They lost.”"


@pytest.mark.parametrize(("offset", "opens"), [(0, True), (2, True), (3, False), (7, True), (6, True), (9, False)])
def test_a_line_is_opened_by_what_has_nothing_but_blanks_before_it(offset: int, opens: bool):
    assert opens_line("  abc\n ef.", offset) is opens
