"""Where the words of a text stand among its quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.domain.articles import Span
from service.parsing.annotation import MarkPlace, Places
from service.text.marked_spans import MarkedSpan


def mark_places(words: Sequence[Span], marks: Sequence[MarkedSpan]) -> Places:
    """The place of each of these words, which stand in order; an address that holds marked words is inside."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    places = [MarkPlace.OUTSIDE] * len(words)
    for marked in marks:
        for span, place in ((marked.outer, MarkPlace.MARK), (marked.span, MarkPlace.INSIDE)):
            for number in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
                places[number] = place
    return places
