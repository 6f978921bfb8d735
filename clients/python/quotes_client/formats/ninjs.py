"""News items in JSON, as IPTC's ninjs has them, from version 1 to 3."""

from collections.abc import Mapping
from typing import Any

from quotes_client.formats.found import UnreadableError
from quotes_client.submissions import Article

# ruff: noqa: ANN401 - any JSON

# Each is required by a version of the standard, or by none but found in no other format.
_ITS_OWN = ("bodies", "headlines", "body_html", "body_text", "body_xhtml", "representationtype", "pubstatus")
_HTML = ("text/html", "application/xhtml+xml")
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})


def is_news_item(record: Any) -> bool:
    """Whether this is an item of ninjs: it has an address of its own, and fields that others do not have."""
    return isinstance(record, dict) and "uri" in record and any(name in record for name in _ITS_OWN)


def ninjs_article(item: Mapping[str, Any]) -> Article:
    """The article of an item. Raises UnreadableError if it is a picture, or withdrawn."""
    if item.get("type", "text") not in ("text", "article", "story"):
        raise UnreadableError(f"is not a text but of the type {item['type']!r}")
    if item.get("pubstatus") in _WITHDRAWN:
        raise UnreadableError("has been withdrawn by its publisher")
    html, text = _body(item)
    if not (html or text):
        raise UnreadableError("has no text")
    return Article(
        text=None if html else text,
        html=html,
        id=_string(item.get("uri")),
        title=_string(item.get("headline")) or _value_of(item.get("headlines")),
        outlet=_outlet(item),
        published_at=_date(item),
        authors=_authors(item),
        language=_string(item.get("language")),
    )


def _body(item: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Its HTML and its text, each if it has one."""
    bodies = [body for body in _list(item.get("bodies")) if isinstance(body, dict)]
    html = next((body.get("value") for body in bodies if body.get("contenttype") in _HTML), None)
    text = next((body.get("value") for body in bodies if body.get("contenttype") not in _HTML), None)
    html = html or item.get("body_html") or item.get("body_xhtml")
    return _string(html), _string(text or item.get("body_text"))


def _date(item: Mapping[str, Any]) -> str | None:
    names = ("firstcreated", "contentcreated", "versioncreated")
    return next((date for name in names if (date := _string(item.get(name)))), None)


def _outlet(item: Mapping[str, Any]) -> str | None:
    sources = [source for source in _list(item.get("infosources")) if isinstance(source, dict)]
    return next((name for source in sources if (name := _string(source.get("name")))), None) or next(
        (name for key in ("source", "provider", "copyrightholder") if (name := _string(item.get(key)))), None
    )


def _authors(item: Mapping[str, Any]) -> tuple[str, ...] | None:
    byline = _string(item.get("byline"))
    people = [by.get("byline") or by.get("name") for by in _list(item.get("by")) if isinstance(by, dict)]
    names = tuple(name for name in (byline, *map(_string, people)) if name)
    return names or None


def _value_of(values: Any) -> str | None:
    """The first of several versions, such as headlines for a screen and for a watch."""
    return next((_string(value.get("value")) for value in _list(values) if isinstance(value, dict)), None)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
