"""Single marks of one paragraph: kinds, apostrophes, and what the next paragraph carries on."""

import pytest

from service.domain.articles import Span
from service.text.marked_spans import Paragraph
from service.text.single_marks import opens_single, single_marked


def inside(text: str, *, goes_on: bool = False) -> list[str]:
    return [marked.span.text for marked in single_marked(Paragraph(text, Span(0, len(text), text), 0, goes_on), ())]


@pytest.mark.parametrize(
    "text",
    ["‘We won,’ she said.", "'We won,' she said.", "`We won,' she said.", "‚We won,‘ she said.", "‹We won,› so."],
)
def test_every_kind_of_mark(text: str):
    assert inside(text) == ["We won,"]


@pytest.mark.parametrize("text", ["‘Tis the season.", "``We won,'' she said.", "the teams’ win", "‘We won."])
def test_what_is_no_quotation(text: str):
    assert inside(text) == []


def test_letters_that_are_left_out_open_nothing():
    assert inside("‘Let the ‘90s go,’ she said.") == ["Let the ‘90s go,"]


def test_an_open_one_goes_on_in_the_next_paragraph():
    (marked,) = single_marked(Paragraph("‘We won the teams’ cup.", Span(0, 23, ""), 0, goes_on=True), ())
    assert (marked.span.text, marked.is_closed) == ("We won the teams’ cup.", False)
    assert inside("She said: ‘We won.", goes_on=True) == ["We won."]
    assert inside("It was the ‘summer of love.", goes_on=True) == []


def test_paragraphs_that_open_with_a_single_mark():
    assert opens_single("‘We won", 0)
    assert not opens_single("’Tis so", 0)
    assert not opens_single("We won", 0)
