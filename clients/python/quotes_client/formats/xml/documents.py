"""XML by its root: feeds, sitemaps, NITF and NewsML-G2; other kinds are refused."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from quotes_client.formats.found import Findings, Found, UnreadableError
from quotes_client.formats.xml.elements import local_name
from quotes_client.formats.xml.feeds import feed_articles
from quotes_client.formats.xml.newsml import newsml_articles
from quotes_client.formats.xml.nitf import nitf_article
from quotes_client.formats.xml.sitemaps import sitemap_articles

_FEEDS = frozenset({"rss", "feed", "RDF"})
_SITEMAPS = frozenset({"urlset", "sitemapindex"})
_NEWSML = frozenset({"newsItem", "newsMessage", "packageItem"})


def xml_articles(place: str, content: bytes) -> Findings:
    """The articles of a document. Raises UnreadableError if it has none, or is of a kind that is not known."""
    if b"<!ENTITY" in content:
        raise UnreadableError("defines entities of its own, which are not read")
    start = content.lstrip()[:200]
    if b"<rss" in start or b"<feed" in start:
        # Feeds are often not well formed; their reader minds that least.
        return feed_articles(place, content)
    return _articles(place, content, _root(content))


def _articles(place: str, content: bytes, root: Element) -> Findings:
    name = local_name(root)
    if name in _FEEDS:
        return feed_articles(place, content)
    if name in _SITEMAPS:
        return sitemap_articles(place, root)
    if name in _NEWSML:
        return newsml_articles(place, root)
    if name == "nitf":
        return iter((Found(place, nitf_article(root)),))
    raise UnreadableError(f"is XML of a kind that is not read: <{name}>")


def _root(content: bytes) -> Element:
    try:
        return ElementTree.fromstring(content)
    # LookupError: an encoding that nobody knows.
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise UnreadableError(f"is not well-formed XML: {error}") from error
