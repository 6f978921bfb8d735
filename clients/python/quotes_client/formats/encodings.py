"""Bytes to text: by the mark of their order, by what they declare, as UTF-8, or by their likeness to texts."""

import codecs
import re
from contextlib import suppress

from charset_normalizer import from_bytes

from quotes_client.formats.found import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # Before the marks of UTF-16, with which they begin.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARED_WITHIN = 1024
# As browsers read what pages call so: with curly quotation marks.
_WESTERN = "cp1252"
_BY_NAME = {"iso8859-1": _WESTERN, "ascii": _WESTERN}
# As much as tells encodings apart.
_SAMPLE = 100_000


def decoded(content: bytes, *, charset: str | None = None) -> str:
    """The text of these bytes; `charset` is what their server or mail says. Raises UnreadableError if they are none."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            with suppress(UnicodeDecodeError):
                return content.decode(encoding)
    if b"\0" in content:
        raise UnreadableError("is not a text")
    declared = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    names = (charset, declared[1].decode("ascii") if declared is not None else None, "utf-8")
    for name in names:
        # No such encoding, or one that is not of text, or bytes that do not fit it.
        with suppress(LookupError, ValueError):
            if name is not None:
                return content.decode(_BY_NAME.get(codecs.lookup(name).name, name))
    return _by_likeness(content)


def _by_likeness(content: bytes) -> str:
    matches = from_bytes(content[:_SAMPLE])
    # Where it may be, it is: of texts with accents and curly marks, the encodings of Windows read much alike.
    names = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    best = matches.best()
    if best is None:
        raise UnreadableError("is not a text in an encoding that is known")
    name = _WESTERN if _WESTERN in names else _BY_NAME.get(best.encoding, best.encoding)
    return content.decode(name, "replace")
