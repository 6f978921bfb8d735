"""Clean text to the spans between quotation marks, paragraph by paragraph.

Double marks of any kind count everywhere, single ones outside them; apostrophes are not marks. A mark that is never
closed is closed at its paragraph's end: the next paragraph may carry the quotation on, with a mark of its own or
without.
"""

from collections.abc import Sequence

from service.domain.articles import Span
from service.text.double_marks import closed_from_start, double_marked, has_double_marks, opens_double
from service.text.marked_spans import MarkedSpan, Paragraph, marked_span, span_around
from service.text.single_marks import opens_single, single_marked

# Paragraphs without a mark that may stand between one that opens a quotation and one that closes it.
_MOST_UNMARKED = 3


def find_marks(text: str, paragraphs: Sequence[Span]) -> tuple[MarkedSpan, ...]:
    """The marked spans of the text in order; none holds another, and none is empty."""
    found = [_marked(text, paragraphs, index) for index in range(len(paragraphs))]
    for index, marks in enumerate(found):
        if marks and not marks[-1].is_closed and opens_double(text, marks[-1].outer.start):
            following = enumerate(paragraphs[index + 1 : index + 2 + _MOST_UNMARKED], index + 1)
            _carry_on(found, [Paragraph(text, span, number) for number, span in following])
    return tuple(sorted((marked for marks in found for marked in marks), key=lambda marked: marked.span.start))


def _marked(text: str, paragraphs: Sequence[Span], index: int) -> list[MarkedSpan]:
    span = paragraphs[index]
    following = paragraphs[index + 1].start if index + 1 < len(paragraphs) else None
    is_carried_on = following is not None and opens_double(text, following)
    doubles = list(double_marked(Paragraph(text, span, index, is_carried_on)))
    goes_on = following is not None and opens_single(text, following)
    singles = list(single_marked(Paragraph(text, span, index, goes_on), doubles))
    return [each for each in doubles if not _is_within(each, singles)] + singles


def _is_within(marked: MarkedSpan, singles: Sequence[MarkedSpan]) -> bool:
    around = span_around(singles, marked.outer.start)
    return around is not None and around.outer.contains(marked.outer)


def _carry_on(found: list[list[MarkedSpan]], following: Sequence[Paragraph]) -> None:
    """Takes in the paragraphs without a mark up to the one that closes the quotation; nothing where none does."""
    unmarked: list[MarkedSpan] = []
    for paragraph in following:
        closed = closed_from_start(paragraph)
        if closed is not None:
            others = (each for each in found[paragraph.index] if each.outer.start >= closed.outer.end)
            found[paragraph.index] = [closed, *others]
            for each in unmarked:
                found[each.paragraph] = [each]
            return
        borders = (paragraph.start, paragraph.end)
        whole = marked_span(paragraph, borders, borders, is_closed=False)
        if whole is None or has_double_marks(paragraph):
            return
        unmarked.append(whole)
