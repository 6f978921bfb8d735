"""Article text to clean text, one code point for one, so that offsets hold.

Curly marks stay: they tell opening from closing. What is changed here would mislead a parser: blanks that
are not blanks, control characters, halves of surrogate pairs.
"""

import re
import unicodedata

# Tabs, no-break and other odd blanks, zero-width characters, the soft hyphen, the byte order mark.
_BLANKS = re.compile("[\t\v\f\r\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff]")
_PARAGRAPH_ENDS = re.compile("[\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """The text with every odd blank as a blank; as long as the text itself, code point by code point."""
    text = _PARAGRAPH_ENDS.sub("\n", _BLANKS.sub(" ", text))
    if text.isprintable():
        return text
    return "".join(character if _is_readable(character) else " " for character in text)


def _is_readable(character: str) -> bool:
    # Cc: control; Cs: a lone surrogate, which no encoder takes.
    return character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
