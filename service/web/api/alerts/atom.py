"""Conflicts as an Atom feed (RFC 4287): made of values, and of nothing that the clock says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree as ET

from service.domain.archive import ConflictDetail
from service.domain.conflicts import Claim
from service.domain.times import iso_time

MEDIA_TYPE = "application/atom+xml"
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
# What no XML can hold; articles are not kept from printing it.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Of an empty feed: a time that is the same whenever it is read.
_NEVER = 0.0


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; `id` stays the same, `home` is where the service is, without a slash at its end."""

    id: str
    title: str
    home: str
    address: str
    following: str | None = None


def feed_xml(feed: Feed, conflicts: Sequence[ConflictDetail]) -> str:
    """The feed of these conflicts, in their order; each has the time of its last change."""
    root = ET.Element("feed", xmlns=_ATOM)
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", iso_time(max((conflict.changed_at for conflict in conflicts), default=_NEVER)))
    _text(ET.SubElement(root, "author"), "name", "Quotes")
    _link(root, "self", feed.address, MEDIA_TYPE)
    _link(root, "alternate", f"{feed.home}/desk/", "text/html")
    if feed.following is not None:
        _link(root, "next", feed.following, MEDIA_TYPE)
    for conflict in conflicts:
        _entry(root, feed.home, conflict)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, home: str, conflict: ConflictDetail) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", f"urn:quotes:conflict:{quote(conflict.id, safe='')}")
    _text(entry, "title", conflict.summary)
    _text(entry, "updated", iso_time(conflict.changed_at))
    _text(entry, "published", iso_time(conflict.found_at))
    _link(entry, "alternate", f"{home}/desk/conflicts/{quote(conflict.id, safe='')}", "text/html")
    for term in (conflict.kind, conflict.severity, conflict.class_, conflict.status):
        ET.SubElement(entry, "category", term=term)
    content = ET.SubElement(ET.SubElement(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    sides = ET.SubElement(content, "ul")
    outlets = {
        article.article_id: article.outlet or article.title or article.article_id for article in conflict.articles
    }
    for claim in conflict.claims:
        _text(sides, "li", _side(claim, outlets))


def _side(claim: Claim, outlets: dict[str, str]) -> str:
    named = dict.fromkeys(outlets.get(article_id, article_id) for article_id in claim.article_ids)
    return f"“{claim.value}”: {', '.join(named)}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_XML.sub("", text)


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    ET.SubElement(parent, "link", rel=relation, href=address, type=media_type)
