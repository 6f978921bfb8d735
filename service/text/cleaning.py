"""Article text to clean text, one code point for one, so that offsets hold.

Curly marks stay: they tell opening from closing. What is changed here would mislead a parser: blanks that
are not blanks, control characters, halves of surrogate pairs, characters that are still written as HTML writes them
(&ldquo;), its tags, and marks behind a backslash, as JSON writes them.
"""

import re
from html import unescape

# Tabs, no-break and other odd blanks, zero-width characters, the soft hyphen, the byte order mark.
_BLANKS = re.compile("[\t\v\f\r\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff]")
# Quotation marks of other widths and ornaments.
_MARKS = dict(zip("＂＇〝〞〟❝❞❛❜", "\"'“””“”‘’", strict=True))
_ODD_MARK = re.compile(f"[{''.join(_MARKS)}]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BLANK_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0);")
# A tag with its attributes stands outside the text: <tweet author="lee">.
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ESCAPED = re.compile(r"\\([\"'])")
# Control characters but for line ends (Cc), and lone surrogates (Cs), which no encoder takes.
_UNREADABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PARAGRAPH_ENDS = re.compile("[\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """The text with every odd blank as a blank; as long as the text itself, code point by code point."""
    text = _PARAGRAPH_ENDS.sub("\n", _BLANKS.sub(" ", text))
    text = _ODD_MARK.sub(lambda found: _MARKS[found[0]], text)
    if "<" in text:
        text = _TAG.sub(lambda found: " " * len(found[0]), text)
    if "&" in text:
        text = _BLANK_ENTITY.sub(lambda found: " " * len(found[0]), text)
        text = _ENTITY.sub(_in_place, text)
    if "\\" in text:
        text = _ESCAPED.sub(_in_place, text)
    return _UNREADABLE.sub(" ", text)


def _in_place(found: re.Match[str]) -> str:
    """The character that is meant, with blanks on its outer side: before a word on the left, else on the right."""
    meant = found[1] if found.re is _ESCAPED else _BLANKS.sub(" ", unescape(found[0]))
    if len(meant) != 1 or _UNREADABLE.match(meant):
        return found[0]
    follows_word = found.start() > 0 and not found.string[found.start() - 1].isspace()
    blanks = " " * (len(found[0]) - 1)
    return meant + blanks if follows_word else blanks + meant
