"""Where the sentence around a place begins and ends by its look: for the eye, where no parser is at hand."""

import re

# A new sentence begins with a capital, a number or a mark; an initial before it ("J. Doe") ends none.
_END = re.compile(r"(?:(?<=[a-z)\d][.!?…])([”’\"')]*)\s+(?=[“‘\"'(A-Z0-9])|\n)")


def sentence_bounds(text: str, start: int, end: int, *, most: int | None = None) -> tuple[int, int]:
    """The bounds of the sentence, or line, of the place; `most` code points beyond it at most, cut at a space."""
    first = 0 if most is None else max(0, start - most)
    last = len(text) if most is None else min(len(text), end + most)
    ends = [found.end() for found in _END.finditer(text, first, start)]
    following = _END.search(text, end, last)
    begin = ends[-1] if ends else _after_space(text, first, start)
    # Closing marks belong to the sentence that they end.
    stop = max(following.start(), following.end(1)) if following else _before_space(text, end, last)
    return begin, stop


def _after_space(text: str, first: int, start: int) -> int:
    """Not within a word."""
    if first == 0 or text[first - 1].isspace():
        return first
    space = text.find(" ", first, start)
    return start if space < 0 else space + 1


def _before_space(text: str, end: int, last: int) -> int:
    if last == len(text) or text[last].isspace():
        return last
    space = text.rfind(" ", end, last)
    return end if space < 0 else space
