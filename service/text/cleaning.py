"""Article text to clean text, one code point for one, so that offsets hold.

Curly marks stay: they tell opening from closing. What is changed here would mislead a parser: blanks that
are not blanks, control characters, halves of surrogate pairs, characters that are still written as HTML writes them
(&ldquo;) and marks behind a backslash, as JSON writes them.
"""

import re
import unicodedata
from html import unescape

# Tabs, no-break and other odd blanks, zero-width characters, the soft hyphen, the byte order mark.
_BLANKS = re.compile("[\t\v\f\r\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BLANK_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#x[aA]0);")
_ESCAPED = re.compile(r"\\([\"'])")
# What is in a word and no letter of it: a soft hyphen, a zero-width blank; an accent that stands behind its letter.
_INVISIBLE = re.compile("(?<=[^\\W_])[\u00ad\u200b-\u200d\u2060\ufeff]+(?=[^\\W_])")
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
# Takes their place, as a letter that words are read without.
FILLER = "\uffa0"
_PARAGRAPH_ENDS = re.compile("[\u0085\u2028\u2029]")


def clean(text: str) -> str:
    """The text with every odd blank as a blank; as long as the text itself, code point by code point.

    Letters are composed with their accents (NFC); fillers make up for what that, and what is invisible, leaves out.
    """
    if not text.isascii():
        text = _INVISIBLE.sub(lambda found: FILLER * len(found[0]), text)
        text = _DECOMPOSED.sub(_composed, text)
    text = _PARAGRAPH_ENDS.sub("\n", _BLANKS.sub(" ", text))
    if "&" in text:
        text = _BLANK_ENTITY.sub(lambda found: " " * len(found[0]), text)
        text = _ENTITY.sub(_in_place, text)
    if "\\" in text:
        text = _ESCAPED.sub(_in_place, text)
    if text.isprintable():
        return text
    return "".join(character if _is_readable(character) else " " for character in text)


def plain(text: str) -> str:
    """Words as a reader sees them: letters composed with their accents (NFC), and nothing that is invisible in them."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each) != "Cf")


def _is_readable(character: str) -> bool:
    # Cc: control; Cs: a lone surrogate, which no encoder takes.
    return character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0]).ljust(len(found[0]), FILLER)


def _in_place(found: re.Match[str]) -> str:
    """The character that is meant, with blanks on its outer side: before a word on the left, else on the right."""
    meant = found[1] if found.re is _ESCAPED else _BLANKS.sub(" ", unescape(found[0]))
    if len(meant) != 1 or not _is_readable(meant):
        return found[0]
    follows_word = found.start() > 0 and not found.string[found.start() - 1].isspace()
    blanks = " " * (len(found[0]) - 1)
    return meant + blanks if follows_word else blanks + meant
