"""The value of a marked span, and its paragraph."""

from service.domain.articles import Span
from service.text.marked_spans import Paragraph, marked_span

TEXT = "a “ b ” c"
PARAGRAPH = Paragraph(TEXT, Span(0, 9, TEXT), 3)


def test_blanks_beside_the_marks_are_left_out():
    found = marked_span(PARAGRAPH, (2, 7), (3, 6), is_closed=True)
    assert found is not None
    assert (found.span.text, found.outer.text, found.paragraph) == ("b", "“ b ”", 3)


def test_words_are_needed():
    assert marked_span(PARAGRAPH, (2, 4), (3, 4), is_closed=True) is None


def test_the_characters_beside_an_offset():
    assert (PARAGRAPH.before(0), PARAGRAPH.before(1), PARAGRAPH.after(8), PARAGRAPH.after(9)) == ("", "a", "c", "")
