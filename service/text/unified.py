"""One reading of what can be written in several ways: letters with their marks as one character, and no soft hyphen or
zero-width space within a word. The text as it was sent stays what offsets refer to.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# What nobody sees: soft hyphen, zero-width space and joiners, word joiner, byte order mark.
_UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"
# Marks of the letter before them, in scripts whose letters have a form with the mark; vowels and ends of Hangul.
_MARKS = "[\u0300-\u036f\u0653-\u0655\u1161-\u1175\u11a8-\u11c2\u1ab0-\u1aff\u1dc0-\u1dff\u3099\u309a\ufe20-\ufe2f]"
# No letter of any language has thirty marks (Unicode's stream-safe format); to order more takes time.
_MOST_MARKS = 30
_PIECE = re.compile(rf"(?<=\w){_UNSEEN}+(?=\w)|(?<={_MARKS}){_UNSEEN}+(?=\w)|[^\n]{_MARKS}{{1,{_MOST_MARKS}}}")
# A look for one of these takes a fiftieth of the time: most texts that are not in ASCII have nothing but its quotation
# marks and some letters with marks of their own.
_SEVERAL_FORMS = re.compile(f"{_UNSEEN[:-1]}{_MARKS[1:]}")


@dataclass(frozen=True, slots=True)
class Unified:
    """A text in its one reading; for each of its characters, where what it stands for begins and ends as sent."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def sent(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text as sent of these in the reading."""
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]


def unified(text: str) -> str:
    """The reading alone."""
    if text.isascii() or _SEVERAL_FORMS.search(text) is None:
        return text
    return _PIECE.sub(lambda found: _read(found[0]), text)


def unified_text(text: str) -> Unified | None:
    """The reading with its offsets; None if it is the text itself."""
    if text.isascii() or unified(text) == text:
        return None
    pieces = list(_pieces(text))
    borders = [border for start, end, read in pieces for border in _borders(text, start, end, read)]
    read_text = "".join(read for _, _, read in pieces)
    return Unified(read_text, [*(start for start, _ in borders), len(text)], [end for _, end in borders])


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each piece begins and ends, and how it is read; what has one form is one piece."""
    position = 0
    for found in _PIECE.finditer(text):
        yield position, found.start(), text[position : found.start()]
        yield found.start(), found.end(), _read(found[0])
        position = found.end()
    yield position, len(text), text[position:]


def _borders(text: str, start: int, end: int, read: str) -> Iterator[tuple[int, int]]:
    if read == text[start:end]:
        return ((place, place + 1) for place in range(start, end))
    return ((start, end) for _ in read)


def _read(piece: str) -> str:
    return "" if re.fullmatch(f"{_UNSEEN}+", piece) else unicodedata.normalize("NFC", piece)
