"""What a page's head says about its article: Open Graph, the names that other programs read, links and attributes."""

from collections.abc import Iterable, Mapping

from lxml.html import HtmlElement

from service.ingestion.metadata import Metadata
from service.ingestion.plain_values import plain_address, plain_authors, plain_date, plain_language, plain_text

_MOST_TAGS = 1000
# What each field is called, the most common name first.
_TITLES = (
    "headline",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "twitter:title",
)
_OUTLETS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name")
_DATES = (
    *("article:published_time", "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued"),
    *("dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date"),
    *("citation_publication_date", "article.published"),
)
_AUTHORS = ("author", "byl", "byline", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "language")

# The contents of the tags of each name, in small letters.
Tags = Mapping[str, list[str]]


def open_graph_metadata(tags: Tags, base: str | None) -> Metadata:
    """What social networks read."""
    return Metadata(
        title=plain_text(_first(tags, ("og:title",))),
        outlet=plain_text(_first(tags, ("og:site_name",))),
        published_at=_date(tags, ("article:published_time", "og:published_time", "og:article:published_time")),
        authors=plain_authors(*_all(tags, ("article:author", "og:article:author", "og:author"))),
        url=plain_address(_first(tags, ("og:url",)), base),
        language=plain_language(_first(tags, ("og:locale",))),
    )


def head_metadata(tree: HtmlElement, tags: Tags, base: str | None) -> Metadata:
    """What search engines and archives read."""
    return Metadata(
        title=plain_text(_first(tags, _TITLES)),
        outlet=plain_text(_first(tags, _OUTLETS)),
        published_at=_date(tags, _DATES),
        authors=plain_authors(*_all(tags, _AUTHORS)),
        url=_canonical(tree, base),
        language=plain_language(tree.get("lang")) or plain_language(_first(tags, _LANGUAGES)),
    )


def tags_of(tree: HtmlElement) -> Tags:
    """The page's meta tags, wherever they stand: a repaired page may have them in its body."""
    tags: dict[str, list[str]] = {}
    for number, element in enumerate(tree.iter("meta")):
        if number == _MOST_TAGS:
            break
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().casefold(), []).append(content)
    return tags


def _canonical(tree: HtmlElement, base: str | None) -> str | None:
    links = (link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").casefold().split())
    return next((address for link in links if (address := plain_address(link.get("href"), base))), None)


def _all(tags: Tags, names: Iterable[str]) -> list[str]:
    """The contents of the first name that is there."""
    return next((tags[name] for name in names if name in tags), [])


def _first(tags: Tags, names: Iterable[str]) -> str | None:
    return next(iter(_all(tags, names)), None)


def _date(tags: Tags, names: Iterable[str]) -> str | None:
    return next((date for name in names for text in tags.get(name, []) if (date := plain_date(text))), None)
