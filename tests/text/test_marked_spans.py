"""The value of a marked span, and its paragraph."""

from service.domain.articles import Span
from service.text.marked_spans import Paragraph, marked_span, span_around

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


def test_the_span_around_an_offset():
    marks = [found for at in (0, 4) if (found := marked_span(PARAGRAPH, (at, at + 3), (at, at + 3), is_closed=True))]
    assert [span_around(marks, offset) for offset in (0, 2, 3, 6, 7)] == [marks[0], marks[0], None, marks[1], None]
    assert span_around([], 0) is None
