"""What stands between two quotation marks, as a value."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.articles import Span


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """What stands between an opening and a closing mark; `outer` takes in the marks themselves."""

    span: Span
    outer: Span
    paragraph: int
    is_closed: bool
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph whose marks are read; `goes_on` where the next one opens with a mark, too."""

    text: str
    span: Span
    index: int
    goes_on: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.span.end

    def before(self, offset: int) -> str:
        """The character before the offset; empty where the paragraph begins."""
        return self.text[offset - 1] if offset > self.start else ""

    def after(self, offset: int) -> str:
        """The character at the offset; empty where the paragraph ends."""
        return self.text[offset] if offset < self.end else ""


def marked_span(
    paragraph: Paragraph, outer: tuple[int, int], inner: tuple[int, int], *, is_closed: bool, is_single: bool = False
) -> MarkedSpan | None:
    """The span with these borders, blanks at its ends left out; None if it has neither letter nor digit."""
    text = paragraph.text[slice(*inner)]
    if not any(character.isalnum() for character in text):
        return None
    start = inner[0] + len(text) - len(text.lstrip())
    stripped = text.strip()
    return MarkedSpan(
        span=Span(start, start + len(stripped), stripped),
        outer=Span(*outer, paragraph.text[slice(*outer)]),
        paragraph=paragraph.index,
        is_closed=is_closed,
        is_single=is_single,
    )


def span_around(marks: Sequence[MarkedSpan], offset: int) -> MarkedSpan | None:
    """The one that holds the offset, its marks included, of spans that are in order and apart; None if none does."""
    index = bisect_right(marks, offset, key=_start) - 1
    return marks[index] if index >= 0 and offset < marks[index].outer.end else None


def _start(marked: MarkedSpan) -> int:
    return marked.outer.start
