"""The spans between single quotation marks of one paragraph, outside double ones; apostrophes are not marks."""

import re
from collections.abc import Iterator, Sequence

from service.text.marked_spans import MarkedSpan, Paragraph, marked_span, span_around

_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:“\"]))(?:[‘'‛‚‹]|`(?!`))(?=\S)")
_FIRST = re.compile(r"(?:[‘'‛‚‹]|`(?!`))(?=\S)")
_CLOSING = re.compile(r"(?<=\S)['’](?!\w)")
# Marks that close otherwise: ‚We won,‘ as Germans set them, ‹We won,› as the Swiss do.
_OTHER_CLOSING = {"‚": re.compile(r"(?<=\S)[‘’'](?!\w)"), "‹": re.compile(r"(?<=\S)›")}
# "the protesters' demand", "Jones’ car": an apostrophe where a letter s stands before it and a word follows.
_POSSESSIVE = re.compile(r"(?<=[sS])['’](?=\s+[a-zà-ÿ])")
# 'em, 'til, '90s: an apostrophe that stands for letters left out.
_ELISION = re.compile(r"[‘'’](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


def single_marked(paragraph: Paragraph, doubles: Sequence[MarkedSpan]) -> Iterator[MarkedSpan]:
    """The spans in order; the last one is not closed where the next paragraph carries it on."""
    position = paragraph.start
    while (opening := _next(paragraph, position)) is not None:
        position = opening.end()
        if _ELISION.match(paragraph.text, opening.start()) or _is_inside(doubles, opening.start()):
            continue
        closing = _closing_after(paragraph, opening, doubles)
        if closing is None and not _is_carried_on(paragraph, opening):
            continue
        end = (paragraph.end, paragraph.end) if closing is None else closing.span()
        found = marked_span(
            paragraph,
            (opening.start(), end[1]),
            (opening.end(), end[0]),
            is_closed=closing is not None,
            is_single=True,
        )
        if found is not None:
            yield found
        position = end[1]


def opens_single(text: str, paragraph_start: int) -> bool:
    """Whether the paragraph opens with a single mark."""
    return _FIRST.match(text, paragraph_start) is not None and _ELISION.match(text, paragraph_start) is None


def _next(paragraph: Paragraph, position: int) -> re.Match[str] | None:
    if position == paragraph.start and (first := _FIRST.match(paragraph.text, position)) is not None:
        return first
    return _OPENING.search(paragraph.text, position, paragraph.end)


def _is_carried_on(paragraph: Paragraph, opening: re.Match[str]) -> bool:
    """Whether the paragraph opens with the mark, or a colon leads to it, and the next one opens with another."""
    if not paragraph.goes_on:
        return False
    before = paragraph.text[paragraph.start : opening.start()].rstrip()
    return not before or before[-1] in ":,"


def _closing_after(paragraph: Paragraph, opening: re.Match[str], doubles: Sequence[MarkedSpan]) -> re.Match[str] | None:
    """The closing mark; a possessive counts only where no better one stands before the next opening."""
    openings = _OPENING.finditer(paragraph.text, opening.end(), paragraph.end)
    others = (sign.start() for sign in openings if not _ELISION.match(paragraph.text, sign.start()))
    limit = next(others, paragraph.end)
    last: re.Match[str] | None = None
    for sign in _OTHER_CLOSING.get(opening.group(), _CLOSING).finditer(paragraph.text, opening.end(), limit):
        if _is_inside(doubles, sign.start()):
            return None
        if not _POSSESSIVE.match(paragraph.text, sign.start()):
            return sign
        last = sign
    return None if _is_carried_on(paragraph, opening) else last


def _is_inside(doubles: Sequence[MarkedSpan], offset: int) -> bool:
    return span_around(doubles, offset) is not None
