"""Clean text to its paragraphs. A line is a paragraph, unless it only goes on where the line before broke off."""

import re

from service.domain.articles import Span
from service.lexicon import lines

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ENDS_OPEN = re.compile(r"[\w,;(\-–—]$")
_GOES_ON = re.compile(r"[a-z]")
# A line of ordinary prose; shorter ones (headings, captions, list entries) are never joined to the next.
_SHORTEST_WRAPPED_LINE = 40


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a clean text, blanks around them left out, page furniture too."""
    paragraphs: list[Span] = []
    for match in _LINE.finditer(text):
        span = _stripped(text, match.start(), match.end())
        if paragraphs and _is_wrapped(text, paragraphs[-1], span):
            span = _stripped(text, paragraphs.pop().start, span.end)
        paragraphs.append(span)
    return tuple(span for span in paragraphs if not is_furniture(span.text))


def is_furniture(line: str) -> bool:
    """Whether the line belongs to the web page and not to the article ("Advertisement")."""
    folded = line.casefold()
    return any(re.fullmatch(pattern, folded) for pattern in lines("documents/page_furniture"))


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()), inner.strip())


def _is_wrapped(text: str, before: Span, line: Span) -> bool:
    between = text[before.end : line.start]
    return (
        between.count("\n") == 1
        and len(before) >= _SHORTEST_WRAPPED_LINE
        and _ENDS_OPEN.search(before.text) is not None
        and _GOES_ON.match(line.text) is not None
    )
