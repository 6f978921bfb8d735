"""The article inside an HTML page; the one file that knows trafilatura."""

import re
from codecs import lookup
from contextlib import suppress
from html import unescape

from trafilatura import extract
from trafilatura.settings import use_config

# What an XML library does not take: NUL and other controls, halves of surrogate pairs, noncharacters.
_UNREADABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), " ")
# Where the HTML standard looks for the charset that a page declares.
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_WITHIN = 1024
# What pages call so is, by the same standard, this: it has the curly quotation marks.
_BY_NAME = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]+;?")

_CONFIG = use_config()
# Below these sizes trafilatura falls back to a rougher extraction, which breaks paragraphs at links and
# italics. A brief of two sentences is an article too.
_CONFIG["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
_CONFIG["DEFAULT"]["MIN_OUTPUT_SIZE"] = "1"


def article_text(html: str) -> str:
    """The text of the article in this page, a blank line between paragraphs; empty if there is none."""
    text = extract(_page(html), include_comments=False, config=_CONFIG) or ""
    return "\n\n".join(line for line in text.splitlines() if line.strip())


def decoded(body: bytes, charset: str | None) -> str:
    """The text of a page, by the charset that its server tells, that the page tells, or that most pages have."""
    declared = _CHARSET.search(body, 0, _CHARSET_WITHIN)
    for name in (charset, declared[1].decode("ascii") if declared is not None else None, "utf-8"):
        # No such charset, or one that is not of text, or bytes that do not fit it.
        with suppress(LookupError, ValueError):
            if name is not None:
                return body.decode(_BY_NAME.get(lookup(name).name, name))
    return body.decode("cp1252", "replace")


def _page(html: str) -> str:
    """The HTML without characters that would make all of it unreadable; a fragment becomes a page."""
    readable = _REFERENCE.sub(_readable_reference, html.translate(_UNREADABLE))
    return readable if "<html" in readable.casefold() else f"<html><body>{readable}</body></html>"


def _readable_reference(reference: re.Match[str]) -> str:
    return reference[0] if unescape(reference[0]) else " "
