"""Clean text to its paragraphs. A line is a paragraph, unless it only goes on where the line before broke off."""

import re
from functools import cache

from service.domain.articles import Span
from service.lexicon import lines

_LINE = re.compile(r"[^\n]+")
_ENDS_OPEN = re.compile(r"[\w,;(\-–—]")
_GOES_ON = re.compile(r"[a-z]")
# A line of ordinary prose; shorter ones (headings, captions, list entries) are never joined to the next.
_SHORTEST_WRAPPED_LINE = 40


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a clean text, blanks around them left out, page furniture too."""
    # Offsets, not their text: a paragraph of many lines would be copied with each line.
    borders: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = _stripped(text, match.start(), match.end())
        if line[0] == line[1]:
            continue
        if borders and _is_wrapped(text, borders[-1], line):
            line = (borders.pop()[0], line[1])
        borders.append(line)
    paragraphs = (Span(start, end, text[start:end]) for start, end in borders)
    return tuple(span for span in paragraphs if not is_furniture(span.text))


def first_line(text: str) -> str:
    """The first line that is no page furniture, by which an article without a title is called; empty if none is."""
    lines_of_text = (line.strip() for line in text.splitlines())
    return next((line for line in lines_of_text if line and not is_furniture(line)), "")


def is_furniture(line: str) -> bool:
    """Whether the line belongs to the web page and not to the article ("Advertisement")."""
    return _furniture().fullmatch(line.casefold()) is not None


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lines("documents/page_furniture")))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())


def _is_wrapped(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
    between = text[before[1] : line[0]]
    return (
        between.count("\n") == 1
        and before[1] - before[0] >= _SHORTEST_WRAPPED_LINE
        and _ENDS_OPEN.match(text, before[1] - 1) is not None
        and _GOES_ON.match(text, line[0]) is not None
    )
