"""What a file or an answer holds, by its beginning where that is plain, else by its name or kind."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

from quotes_client.formats.csv_articles import csv_articles
from quotes_client.formats.encodings import decoded
from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.formats.json_articles import json_document, json_lines
from quotes_client.formats.mail import mail_article
from quotes_client.formats.records import FieldMap
from quotes_client.formats.xml.documents import xml_articles
from quotes_client.submissions import Article


class Kind(Enum):
    """The formats that a whole content is looked at for."""

    TEXT = "text"
    PAGE = "page"
    XML = "xml"
    JSON = "json"
    LINES = "lines"
    CSV = "csv"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes from somewhere: `place` says where, `kind` what they seem to be, `charset` what their server says.

    The article of a text or page has the `id` and `url`, if there are any.
    """

    place: str
    content: bytes
    kind: Kind
    charset: str | None = None
    id: str | None = None
    url: str | None = None


def articles_in(given: Content, names: FieldMap) -> Findings:
    """The articles in there, and what is not one."""
    try:
        yield from _articles(given, _kind_of(given), names)
    except UnreadableError as error:
        yield Refused(f"{given.place} {error}.")


def _articles(given: Content, kind: Kind, names: FieldMap) -> Findings:
    match kind:
        case Kind.XML:
            yield from xml_articles(given.place, given.content)
        case Kind.LINES:
            yield from json_lines(given.place, given.content.splitlines(), names)
        case Kind.MAIL:
            yield Found(given.place, mail_article(given.content))
        case Kind.JSON:
            yield from json_document(given.place, decoded(given.content, charset=given.charset), names)
        case Kind.CSV:
            yield from csv_articles(given.place, decoded(given.content, charset=given.charset), names)
        case _:
            yield Found(given.place, _article(given, is_page=kind is Kind.PAGE))


def _article(given: Content, *, is_page: bool) -> Article:
    text = decoded(given.content, charset=given.charset)
    if not text.strip():
        raise UnreadableError("is empty")
    article = Article(html=text) if is_page else Article(text)
    return replace(article, id=given.id, url=given.url)


def _kind_of(given: Content) -> Kind:
    """Markup is known by its beginning, whatever its name is: it must not be taken for a text."""
    start = given.content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if given.kind is Kind.MAIL:
        return Kind.MAIL
    if start.startswith(b"<"):
        return _kind_of_markup(start.lower(), given.kind)
    if given.kind in (Kind.TEXT, Kind.JSON, Kind.XML) and start[:1] in (b"{", b"["):
        return _kind_of_json(given)
    return given.kind


def _kind_of_markup(start: bytes, kind: Kind) -> Kind:
    if b"<html" in start or b"<!doctype html" in start:
        return Kind.PAGE
    is_document = start.startswith((b"<?xml", b"<rss", b"<feed", b"<nitf", b"<urlset", b"<news", b"<sitemapindex"))
    # A page may begin with any element; a text does not.
    return kind if kind is Kind.PAGE and not is_document else Kind.XML


def _kind_of_json(given: Content) -> Kind:
    with suppress(ValueError, RecursionError):
        json.loads(given.content)
        return Kind.JSON
    with suppress(ValueError, RecursionError):
        json.loads(given.content.lstrip().partition(b"\n")[0])
        return Kind.LINES
    return given.kind
