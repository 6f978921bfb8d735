"""The spans between double quotation marks of one paragraph, whatever their kind.

Typists take one mark for the other, set it twice or forget it. Where a mark stands then tells what it is for: behind a
blank it opens, behind a word it closes.
"""

import re
from collections.abc import Iterator, Sequence

from service.text.forgotten_marks import reporting_clause
from service.text.marked_spans import MarkedSpan, Paragraph, marked_span

# Two single marks behind a stop are meant as one double mark: “We won,’’ she said. Of three, the one inside is single.
_DOUBLE = re.compile(r"``|(?<!\S)''|''(?!')|(?<=[,.?!…])’’(?!\w)|[“”„‟\"«»「」『』]")
_OPENING_ONLY = frozenset(["“", "„", "‟", "``", "「", "『"])
_CARRIED_ON = re.compile(r"''|[“„‟「『\"]")
_CLOSING_ONLY = frozenset(["”", "’’", "」", "』"])
# One sign for both: "We won," and ''We won.''
_STRAIGHT = frozenset(['"', "''"])
_BEFORE_OPENING, _AFTER_CLOSING = frozenset('([{—–:“„"'), frozenset('.,;:!?)]—–-…”"')
_INCHES = re.compile(r"(?<=\d)(?:\"|'')")
# Marks set twice: ““We won,”” she said.
_DOUBLED = re.compile(r"\s*[“„‟\"]([^“”„‟\"]*)[”“\"]\s*")
_SINGLE = frozenset("‘'’")
_SINGLE_CLOSING = re.compile(r"(?<=\S)['’](?!\w)")
# Marks behind an opening one among which the one that closes it is looked for, and characters before it among which an
# inner quotation is. Quotations of newspapers have less inside; to look through a whole paragraph for each would take
# time that grows with its square.
MOST_INSIDE, _LONGEST_INSIDE = 100, 2_000

Sign = re.Match[str]


def double_marked(paragraph: Paragraph) -> Iterator[MarkedSpan]:
    """The spans in order; none holds another."""
    signs = list(_signs(paragraph))
    position = 0
    while position < len(signs):
        opening = signs[position]
        position += 1
        if not _opens(paragraph, opening, signs[position] if position < len(signs) else None):
            is_first = position == 1 and _closes_opened_nowhere(paragraph, opening)
            found = _from_start(paragraph, opening) if is_first else None
            if found is not None:
                yield found
            continue
        closing = _closing_after(paragraph, signs, position)
        is_forgotten = closing is None and _is_forgotten(paragraph, signs, position)
        if is_forgotten:
            found = _closed_by_clause(paragraph, signs, position)
        else:
            found = _between(paragraph, opening, None if closing is None else signs[closing])
        if found is not None:
            yield found
        if closing is not None:
            position = closing + 1
        elif not is_forgotten:
            return


def _signs(paragraph: Paragraph) -> Iterator[Sign]:
    is_open = False
    for sign in _DOUBLE.finditer(paragraph.text, paragraph.start, paragraph.end):
        if not is_open and _INCHES.match(paragraph.text, sign.start()):
            continue
        is_open = not is_open
        yield sign


def _stands_at_start(paragraph: Paragraph, sign: Sign) -> bool:
    """Whether a word follows, and a blank or a bracket stands before."""
    before, after = paragraph.before(sign.start()), paragraph.after(sign.end())
    return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _stands_at_end(paragraph: Paragraph, sign: Sign) -> bool:
    """Whether a word or a stop stands before, and none follows."""
    before, after = paragraph.before(sign.start()), paragraph.after(sign.end())
    is_behind = bool(before) and not before.isspace() and before not in _BEFORE_OPENING
    return is_behind and (not after or after.isspace() or after in _AFTER_CLOSING)


def _opens(paragraph: Paragraph, sign: Sign, following: Sign | None) -> bool:
    """Whether a mark opens where none is open; `following` is the next one."""
    before, after = paragraph.before(sign.start()), paragraph.after(sign.end())
    is_apart = not before or before.isspace() or before in _BEFORE_OPENING
    if sign.group() in _CLOSING_ONLY:
        # As some typists set it: ”We won,“ she said.
        return sign.group() == "”" and is_apart and following is not None
    if sign.group() in _STRAIGHT and after.isspace():
        # A straight mark before a blank closes what was never opened, unless all marks stand apart: " We won, " …
        return is_apart and following is not None and paragraph.before(following.start()).isspace()
    return not (sign.group() == "“" and _stands_at_end(paragraph, sign))


def _closes_opened_nowhere(paragraph: Paragraph, sign: Sign) -> bool:
    """Whether the mark ends words that a reporting clause follows, though no mark opened them: We won,” she said."""
    return (sign.group() == "”" or sign.group() in _STRAIGHT) and "," in (
        paragraph.before(sign.start()),
        paragraph.after(sign.end()),
    )


def opens_double(text: str, offset: int) -> bool:
    """Whether a mark stands there that a paragraph may leave open, and the next one opens with."""
    return _CARRIED_ON.match(text, offset) is not None


def has_double_marks(paragraph: Paragraph) -> bool:
    """Whether the paragraph has a double mark of any kind."""
    return _DOUBLE.search(paragraph.text, paragraph.start, paragraph.end) is not None


def n_double_marks(text: str) -> int:
    """How many double marks of any kind the text has."""
    return sum(1 for _ in _DOUBLE.finditer(text))


def closed_from_start(paragraph: Paragraph) -> MarkedSpan | None:
    """The words up to the first mark, where that one closes what an earlier paragraph opened."""
    first = _DOUBLE.search(paragraph.text, paragraph.start, paragraph.end)
    if first is None or first.group() not in {"”", *_STRAIGHT} or not _stands_at_end(paragraph, first):
        return None
    return _from_start(paragraph, first)


def _from_start(paragraph: Paragraph, closing: Sign) -> MarkedSpan | None:
    # A single mark may have opened what a double one closes.
    start = paragraph.start + (paragraph.after(paragraph.start) in _SINGLE)
    return marked_span(paragraph, (paragraph.start, closing.end()), (start, closing.start()), is_closed=True)


def _closing_after(paragraph: Paragraph, signs: Sequence[Sign], position: int) -> int | None:
    """The index of the sign that closes the one before `position`, past quotations inside it; None if none does."""
    opening, depth = signs[position - 1], 0
    first: int | None = None
    for index in range(position, min(len(signs), position + MOST_INSIDE)):
        sign = signs[index]
        if _opens_inner(paragraph, sign, opening):
            depth += 1
        elif _may_close(paragraph, sign, opening) and not _closes_inner(paragraph, signs, index, opening):
            first = index if first is None else first
            if depth == 0:
                return index
            depth -= 1
    # More marks are opened than closed. Of curly ones the last one opened is closed; a straight one may do either.
    is_straight = opening.group() in _STRAIGHT and first is not None
    return position if is_straight and not _is_forgotten(paragraph, signs, position) else None


def _opens_inner(paragraph: Paragraph, sign: Sign, opening: Sign) -> bool:
    if sign.group() != opening.group():
        return False
    if opening.group() in _STRAIGHT:
        return _stands_at_start(paragraph, sign)
    return opening.group() in _OPENING_ONLY and not _only_closes(paragraph, sign)


def _may_close(paragraph: Paragraph, sign: Sign, opening: Sign) -> bool:
    if opening.group() in "«»":
        return sign.group() in "«»" and sign.group() != opening.group()
    if opening.group() == "„":
        return sign.group() in "“”‟\"''"
    if sign.group() == "“" and _only_closes(paragraph, sign):
        return True
    return sign.group() not in _OPENING_ONLY and sign.group() not in "«»"


def _only_closes(paragraph: Paragraph, sign: Sign) -> bool:
    """Whether a mark inside quoted words opens nothing, since no word follows: “We won. “"""
    after = paragraph.after(sign.end())
    return _stands_at_end(paragraph, sign) or not after or after.isspace()


def _closes_inner(paragraph: Paragraph, signs: Sequence[Sign], index: int, opening: Sign) -> bool:
    """Whether the sign ends an inner quotation that a single mark opened: another closing mark follows."""
    if index + 1 >= len(signs) or signs[index + 1].group() not in _CLOSING_ONLY:
        return False
    if signs[index].start() - opening.end() > _LONGEST_INSIDE:
        return False
    inside = paragraph.text[opening.end() : signs[index].start()]
    return inside.count("‘") > len(_SINGLE_CLOSING.findall(inside))


def _is_forgotten(paragraph: Paragraph, signs: Sequence[Sign], position: int) -> bool:
    """Whether the mark that should close is missing: another one opens first, or a reporting clause follows."""
    opening, is_last = signs[position - 1], position >= len(signs)
    if is_last and paragraph.goes_on:
        return False
    if _clause_after(paragraph, signs, position) is not None:
        return True
    return opening.group() not in _STRAIGHT and not is_last and not paragraph.goes_on


def _clause_after(paragraph: Paragraph, signs: Sequence[Sign], position: int) -> int | None:
    stop = signs[position].start() if position < len(signs) else paragraph.end
    return reporting_clause(paragraph, signs[position - 1].end(), stop)


def _closed_by_clause(paragraph: Paragraph, signs: Sequence[Sign], position: int) -> MarkedSpan | None:
    """The words before the reporting clause; without one, the sentence before the next mark that opens, or nothing."""
    end, opening = _clause_after(paragraph, signs, position), signs[position - 1]
    if end is None and position < len(signs):
        # Of a clause that is on no list, the words would be lost: “We won, she shares. “We did.”
        words = paragraph.text[opening.end() : signs[position].start()].rstrip()
        end = opening.end() + len(words) if words[-1:] in tuple(".?!…") else None
    if end is None:
        return None
    return marked_span(paragraph, (opening.start(), end), (opening.end(), end), is_closed=True)


def _between(paragraph: Paragraph, opening: Sign, closing: Sign | None) -> MarkedSpan | None:
    """The span between the marks; where a second pair stands right inside the first, between those."""
    inner = (opening.end(), paragraph.end if closing is None else closing.start())
    outer = (opening.start(), paragraph.end if closing is None else closing.end())
    doubled = _DOUBLED.fullmatch(paragraph.text, *inner)
    if doubled is not None and closing is not None:
        inner = doubled.span(1)
    return marked_span(paragraph, outer, inner, is_closed=closing is not None)
