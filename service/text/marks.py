"""Clean text to the spans between quotation marks, paragraph by paragraph.

Double marks of any kind count everywhere, single ones outside them; apostrophes are not marks. A mark that is never
closed is closed at its paragraph's end: the next paragraph may carry the quotation on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain.articles import Span

_DOUBLE = re.compile(r"``|''|[“”„‟\"«»「」『』]")
_OPENING_ONLY = frozenset(["“", "„", "‟", "``", "「", "『"])
_CLOSING_ONLY = frozenset(["”", "''", "」", "』"])
_SINGLE_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–:“\"]))[‘'‛‚](?=\S)")
_SINGLE_CLOSING = re.compile(r"(?<=\S)['’](?!\w)")
# "the protesters' demand", "Jones’ car": an apostrophe where a letter s stands before it and a word follows.
_POSSESSIVE = re.compile(r"(?<=[sS])['’](?=\s+[a-zà-ÿ])")
# 'em, 'til, '90s: an apostrophe that stands for letters left out.
_ELISION = re.compile(r"[‘'’](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_INCHES = re.compile(r"(?<=\d)\"")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """What stands between an opening and a closing mark; `outer` takes in the marks themselves."""

    span: Span
    outer: Span
    paragraph: int
    is_closed: bool
    is_single: bool = False


def find_marks(text: str, paragraphs: Sequence[Span]) -> tuple[MarkedSpan, ...]:
    """The marked spans of the text in order; none holds another, and none is empty."""
    found: list[MarkedSpan] = []
    for index, paragraph in enumerate(paragraphs):
        doubles = list(_double_marked(text, paragraph, index))
        singles = list(_single_marked(text, paragraph, index, doubles))
        found += [marked for marked in doubles if not _inside(singles, marked.outer.start)]
        found += singles
    return tuple(sorted(found, key=lambda marked: marked.span.start))


def _double_marked(text: str, paragraph: Span, index: int) -> Iterator[MarkedSpan]:
    signs = list(_signs(text, paragraph))
    position = 0
    while position < len(signs):
        opening = signs[position]
        position += 1
        if _opens_backwards(text, paragraph, opening):
            closing = position if position < len(signs) else None
            if closing is None:
                continue
        elif not _may_open(opening.group(), text, opening.end(), paragraph.end):
            if position == 1 and _closes_opened_nowhere(text, opening):
                yield from _from_paragraph_start(text, paragraph, index, opening)
            continue
        else:
            closing = _closing_after(text, signs, position, opening)
        marked = _marked(text, paragraph, index, (opening, None if closing is None else signs[closing]))
        if marked is not None:
            yield marked
        position = len(signs) if closing is None else closing + 1


def _signs(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    is_open = False
    for sign in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if not is_open and _INCHES.match(text, sign.start()):
            continue
        is_open = not is_open
        yield sign


def _may_open(sign: str, text: str, end: int, paragraph_end: int) -> bool:
    if sign in _CLOSING_ONLY:
        return False
    # A straight mark before a blank closes something that was never opened.
    return not (sign == '"' and end < paragraph_end and text[end].isspace())


def _opens_backwards(text: str, paragraph: Span, sign: re.Match[str]) -> bool:
    """Whether a mark that closes stands where one should open, as some typists set it: ”We won,“ she said."""
    before = text[max(paragraph.start, sign.start() - 1) : sign.start()]
    return sign.group() == "”" and (not before or before.isspace() or before in "([—–")


def _closes_opened_nowhere(text: str, sign: re.Match[str]) -> bool:
    """Whether the mark ends words that a reporting clause follows, though no mark opened them: We won,” she said."""
    return sign.group() in '”"' and "," in (text[sign.start() - 1], text[sign.end() : sign.end() + 1])


def _from_paragraph_start(text: str, paragraph: Span, index: int, closing: re.Match[str]) -> Iterator[MarkedSpan]:
    inner = text[paragraph.start : closing.start()].rstrip()
    if any(character.isalnum() for character in inner):
        end = paragraph.start + len(inner)
        yield MarkedSpan(
            span=Span(paragraph.start, end, inner),
            outer=Span(paragraph.start, closing.end(), text[paragraph.start : closing.end()]),
            paragraph=index,
            is_closed=True,
        )


def _closing_after(text: str, signs: list[re.Match[str]], position: int, opening: re.Match[str]) -> int | None:
    """The index of the sign that closes `opening`, past quotations inside it; None if the paragraph ends first."""
    first: int | None = None
    depth = 0
    for index in range(position, len(signs)):
        if signs[index].group() == opening.group() and opening.group() in _OPENING_ONLY:
            depth += 1
        elif _may_close(signs[index].group(), opening.group()) and not _closes_inner(text, signs, index, opening):
            first = index if first is None else first
            if depth == 0:
                return index
            depth -= 1
    # More marks are opened than closed: the writer forgot one, and the first that closes is meant for the first.
    return first


def _may_close(sign: str, opening: str) -> bool:
    if opening == "«":
        return sign == "»"
    if opening == "»":
        return sign == "«"
    if opening == "„":
        return sign in "“”‟\"''"
    return sign not in _OPENING_ONLY and sign not in "«»"


def _closes_inner(text: str, signs: list[re.Match[str]], index: int, opening: re.Match[str]) -> bool:
    """Whether the sign ends an inner quotation that a single mark opened: another closing mark follows."""
    if index + 1 >= len(signs) or signs[index + 1].group() not in _CLOSING_ONLY:
        return False
    inside = text[opening.end() : signs[index].start()]
    return inside.count("‘") > len(_SINGLE_CLOSING.findall(inside))


def _marked(
    text: str, paragraph: Span, index: int, signs: tuple[re.Match[str], re.Match[str] | None]
) -> MarkedSpan | None:
    opening, closing = signs
    end = paragraph.end if closing is None else closing.start()
    outer_end = paragraph.end if closing is None else closing.end()
    inner = text[opening.end() : end]
    if not any(character.isalnum() for character in inner):
        return None
    start = opening.end() + len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    return MarkedSpan(
        span=Span(start, end, text[start:end]),
        outer=Span(opening.start(), outer_end, text[opening.start() : outer_end]),
        paragraph=index,
        is_closed=closing is not None,
        is_single=opening.group() in "‘'‛‚",
    )


def _single_marked(text: str, paragraph: Span, index: int, doubles: Sequence[MarkedSpan]) -> Iterator[MarkedSpan]:
    position = paragraph.start
    while (opening := _next_single(text, position, paragraph)) is not None:
        position = opening.end()
        if _ELISION.match(text, opening.start()) or _inside(doubles, opening.start()):
            continue
        closing = _single_closing(text, opening.end(), paragraph, doubles)
        if closing is None:
            continue
        marked = _marked(text, paragraph, index, (opening, closing))
        if marked is not None:
            yield marked
        position = closing.end()


def _next_single(text: str, position: int, paragraph: Span) -> re.Match[str] | None:
    if position == paragraph.start and text[position : position + 1] in ("‘", "'"):
        return re.compile(r"[‘'](?=\S)").match(text, position)
    return _SINGLE_OPENING.search(text, position, paragraph.end)


def _single_closing(text: str, start: int, paragraph: Span, doubles: Sequence[MarkedSpan]) -> re.Match[str] | None:
    """The closing mark; a possessive counts only where no better one stands before the next opening."""
    limit = paragraph.end
    following = _SINGLE_OPENING.search(text, start, limit)
    if following is not None:
        limit = following.start()
    last: re.Match[str] | None = None
    for sign in _SINGLE_CLOSING.finditer(text, start, limit):
        if _inside(doubles, sign.start()):
            return None
        last = sign
        if not _POSSESSIVE.match(text, sign.start()):
            return sign
    return last


def _inside(doubles: Sequence[MarkedSpan], offset: int) -> bool:
    return any(marked.outer.start <= offset < marked.outer.end for marked in doubles)
