"""The article inside an HTML page, and what the page says about it; the one file that knows trafilatura."""

import re
from codecs import lookup
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement
from trafilatura import extract, extract_metadata
from trafilatura.settings import use_config
from trafilatura.utils import load_html

from service.domain.articles import MetadataSources
from service.ingestion.metadata import Metadata
from service.ingestion.page_metadata import page_metadata
from service.ingestion.plain_values import plain_authors, plain_date, plain_text
from service.ingestion.quoted_elements import mark_quotations

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


@dataclass(frozen=True, slots=True)
class Page:
    """The text of the article in a page, empty if there is none, and what the page says about it."""

    text: str
    metadata: Metadata = field(default=Metadata())
    sources: MetadataSources = field(default=MetadataSources())


def read_page(html: str, *, address: str | None = None) -> Page:
    """The article in this page, a blank line between its paragraphs; `address` is where the page stands, if known."""
    tree = load_html(_page(html))
    if tree is None:
        return Page("")
    found, sources = page_metadata(tree, lambda: _visible_metadata(tree), address=address)
    mark_quotations(tree)
    text = extract(tree, include_comments=False, config=_CONFIG) or ""
    return Page("\n\n".join(line for line in text.splitlines() if line.strip()), found, sources)


def _visible_metadata(tree: HtmlElement) -> Metadata:
    """The headline, the byline and the date that a reader of the page sees."""
    # A search of the whole text takes the year of a copyright for a date; no date is better than a wrong one.
    seen = extract_metadata(tree, date_config={"original_date": True, "extensive_search": False})
    return Metadata(
        title=plain_text(seen.title), published_at=plain_date(seen.date), authors=plain_authors(seen.author)
    )


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
