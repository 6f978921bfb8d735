"""Sitemaps, also those for news; what they list has to be fetched."""

from xml.etree.ElementTree import Element

from quotes_client.formats.found import Findings, Found, Refused
from quotes_client.formats.times import iso_time
from quotes_client.formats.xml.elements import all_of, first_of, local_name, text_of
from quotes_client.submissions import Article


def sitemap_articles(place: str, root: Element) -> Findings:
    """The page of each entry; the sitemaps that an index lists are named, so that they can be asked for."""
    if local_name(root) == "sitemapindex":
        for listed in all_of(root, "loc"):
            yield Refused(f"{place} lists the sitemap {text_of(listed)}: give its address to read it.")
        return
    for number, entry in enumerate(all_of(root, "url"), 1):
        address = text_of(first_of(entry, "loc"))
        if address is None:
            yield Refused(f"{place}[{number}] has no address.")
        else:
            yield Found(f"{place} {address}", _article(entry, address))


def _article(entry: Element, address: str) -> Article:
    """With what a news sitemap says; when a page last changed is not when it was published."""
    news = first_of(entry, "news")
    return Article(
        url=address,
        title=text_of(first_of(news, "title")),
        outlet=text_of(first_of(news, "name")),
        published_at=iso_time(text_of(first_of(news, "publication_date"))),
    )
