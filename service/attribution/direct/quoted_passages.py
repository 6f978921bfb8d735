"""Marked spans to the runs that are one quotation for certain."""

from collections.abc import Iterator, Sequence

from service.attribution.direct.context import QuotedPassage
from service.text.marked_spans import MarkedSpan


def find_passages(marks: Sequence[MarkedSpan], text: str) -> Iterator[QuotedPassage]:
    """One run for each marked span; spans that paragraphs carry on without closing the mark are one run."""
    waiting: list[MarkedSpan] = []
    for marked in marks:
        if waiting and not _carries_on(waiting[-1], marked, text):
            yield QuotedPassage(tuple(waiting))
            waiting = []
        waiting.append(marked)
    if waiting:
        yield QuotedPassage(tuple(waiting))


def _carries_on(before: MarkedSpan, marked: MarkedSpan, text: str) -> bool:
    """Whether the first span was never closed and the second opens the next paragraph."""
    return not before.is_closed and marked.paragraph == before.paragraph + 1 and opens_line(text, marked.outer.start)


def opens_line(text: str, offset: int) -> bool:
    """Whether nothing but blanks stands before the offset on its line."""
    # Letter by letter: a line may be the whole text.
    while offset > 0 and text[offset - 1] != "\n":
        offset -= 1
        if not text[offset].isspace():
            return False
    return True
