"""RSS and Atom; the one file that knows feedparser."""

from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.submissions import Article

_Entry = Mapping[str, Any]
# The kind that the library takes it for, whatever its file or server says.
_AS_XML = {"content-type": "application/xml"}


def feed_articles(place: str, content: bytes) -> Findings:
    """The article of each entry: its content or, where there is only a summary, its address to fetch.

    Raises UnreadableError if it is not a feed.
    """
    # Only now: it takes a while to load, and most archives have no feeds.
    import feedparser

    feed = feedparser.parse(content, response_headers=_AS_XML)
    if not feed.version or not feed.entries:
        raise UnreadableError("is not a feed with entries that can be read")
    for number, entry in enumerate(feed.entries, 1):
        entry_place = f"{place} {entry.get('link') or entry.get('id') or number}"
        article = _article(entry, _outlet(entry, feed.feed))
        yield Found(entry_place, article) if article else Refused(f"{entry_place} has neither text nor address.")


def minutes_between(content: bytes) -> float:
    """How many minutes a feed wants to be left alone between two requests; 0 if it does not say."""
    import feedparser

    minutes = str(feedparser.parse(content, response_headers=_AS_XML).feed.get("ttl", ""))
    return float(minutes) if minutes.isdecimal() else 0.0


def _article(entry: _Entry, outlet: str | None) -> Article | None:
    html, text = _content(entry)
    url = entry.get("link") or None
    if not (html or text or url):
        return None
    return Article(
        text=text,
        html=html,
        url=url,
        title=entry.get("title") or None,
        outlet=outlet,
        published_at=_published_at(entry),
        authors=tuple(name for each in entry.get("authors", ()) if (name := each.get("name"))) or None,
    )


def _content(entry: _Entry) -> tuple[str | None, str | None]:
    """Its HTML, or else its text; a summary only of an entry without an address."""
    summaries = [] if entry.get("link") else [entry.get("summary_detail", {})]
    for content in [*entry.get("content", ()), *summaries]:
        value = (content.get("value") or "").strip()
        if value:
            return (None, value) if content.get("type") == "text/plain" else (value, None)
    return None, None


def _outlet(entry: _Entry, feed: _Entry) -> str | None:
    """Where an entry comes from another feed, that one."""
    return (entry.get("source") or {}).get("title") or feed.get("title") or None


def _published_at(entry: _Entry) -> str | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(timegm(moment), UTC).isoformat() if moment else None
