"""What a page says about its article: each field from the best source that has it."""

from collections.abc import Callable
from dataclasses import replace

from lxml.html import HtmlElement

from service.domain.articles import MetadataSource, MetadataSources
from service.ingestion.head_metadata import head_metadata, open_graph_metadata, tags_of
from service.ingestion.metadata import Metadata, combined
from service.ingestion.plain_values import host_of
from service.ingestion.structured_data import json_ld_metadata, microdata_metadata

# What a reader of the page sees: asked only where the markup does not say all.
Visible = Callable[[], Metadata]

_JSON_LD, _MICRODATA, _PAGE = MetadataSource.JSON_LD, MetadataSource.MICRODATA, MetadataSource.PAGE
_OPEN_GRAPH, _META, _ADDRESS = MetadataSource.OPEN_GRAPH, MetadataSource.META, MetadataSource.ADDRESS
_ORDER = {
    # A headline without the site's name, which titles for networks and windows often carry.
    "title": (_JSON_LD, _MICRODATA, _OPEN_GRAPH, _META, _PAGE),
    # The site as it calls itself; a publisher may be the company behind it.
    "outlet": (_OPEN_GRAPH, _JSON_LD, _MICRODATA, _META, _ADDRESS),
    "published_at": (_JSON_LD, _OPEN_GRAPH, _MICRODATA, _META, _PAGE),
    "authors": (_JSON_LD, _MICRODATA, _OPEN_GRAPH, _META, _PAGE),
    "url": (_META, _OPEN_GRAPH, _JSON_LD, _MICRODATA),
    "language": (_META, _JSON_LD, _MICRODATA, _OPEN_GRAPH),
}
# Between a headline and the name of the site.
_DASHES = " |-–—·•:»"
_SHOWN = ("title", "published_at", "authors")


def page_metadata(tree: HtmlElement, visible: Visible, *, address: str | None) -> tuple[Metadata, MetadataSources]:
    """What the page says, and where; `address` is where it was found, if that is known."""
    tags = tags_of(tree)
    known = {
        _JSON_LD: json_ld_metadata(tree),
        _MICRODATA: microdata_metadata(tree),
        _OPEN_GRAPH: open_graph_metadata(tags, address),
        _META: head_metadata(tree, tags, address),
    }
    known[_META] = replace(known[_META], url=_own_address(known, address))
    found, sources = combined(known, _ORDER)
    known[_ADDRESS] = Metadata(outlet=host_of(found.url or address))
    if not all(getattr(found, name) for name in _SHOWN):
        known[_PAGE] = visible()
    found, sources = combined(_without_outlet(known, found.outlet or known[_ADDRESS].outlet), _ORDER)
    return replace(found, title=_without_site(found.title, found.outlet)), sources


def _without_outlet(known: dict[MetadataSource, Metadata], outlet: str | None) -> dict[MetadataSource, Metadata]:
    """The same without the outlet among the authors, where pages put it that name nobody."""
    return {
        source: replace(each, authors=tuple(name for name in each.authors if name != outlet))
        for source, each in known.items()
    }


def _own_address(known: dict[MetadataSource, Metadata], address: str | None) -> str | None:
    """The canonical address, but not that of another site: of a syndicated copy it would be the original's."""
    canonical = known[_META].url
    own = known[_OPEN_GRAPH].url or known[_JSON_LD].url or known[_MICRODATA].url or address
    is_elsewhere = canonical and own and not _same_site(canonical, own)
    return None if is_elsewhere else canonical


def _same_site(first: str, second: str) -> bool:
    """Whether two addresses are of one site, whatever subdomains show it."""
    hosts = sorted(((host_of(first) or "").split("."), (host_of(second) or "").split(".")), key=len)
    return hosts[1][-len(hosts[0]) :] == hosts[0]


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """The headline of “Bridge opens - The Example Times”."""
    if title is None or not outlet:
        return title
    headline = title.removesuffix(outlet)
    bare = headline.rstrip(_DASHES)
    return bare if headline != title and bare and bare != headline.rstrip() else title
