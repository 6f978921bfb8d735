"""What a page says about its article as data: JSON-LD in a script, or microdata in the elements themselves."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from service.ingestion.metadata import Metadata
from service.ingestion.plain_values import plain_address, plain_authors, plain_date, plain_language, plain_text

# ruff: noqa: ANN401 - pages write any JSON

_Node = Mapping[str, Any]
# Types of schema.org that are a report, besides all that end in "Article". A page may have a film alone.
_REPORT_TYPES = frozenset({"blogposting", "liveblogposting", "report", "socialmediaposting"})
_FILM = "videoobject"
# Where the article stands in its script. Other properties hold other articles: what to read next, what is updated.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
# No page has a tenth of that.
_DEEPEST, _MOST_NODES = 5, 2000


def json_ld_metadata(tree: HtmlElement) -> Metadata:
    """What the page's JSON-LD says about its article: of several, the first; where there is none, of its film."""
    nodes = list(islice((node for block in _blocks(tree) for node in _nodes(block)), _MOST_NODES))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    return _metadata(_chosen(nodes), by_id)


def microdata_metadata(tree: HtmlElement) -> Metadata:
    """What the page's elements say with `itemprop`, likewise."""
    scopes = islice((each for each in tree.iter() if each.get("itemscope") is not None), _MOST_NODES)
    return _metadata(_chosen([_properties(scope) for scope in scopes if _is_story(scope)]), {})


def _is_story(scope: HtmlElement) -> bool:
    types = _types({"@type": scope.get("itemtype")})
    return any(_is_report(type_) or type_ == _FILM for type_ in types)


def _metadata(node: _Node, by_id: Mapping[str, _Node]) -> Metadata:
    return Metadata(
        title=_name(node.get("headline"), by_id) or _name(node.get("name"), by_id),
        outlet=_name(node.get("publisher"), by_id),
        published_at=_first(plain_date(node.get(name)) for name in ("datePublished", "uploadDate", "dateCreated")),
        authors=_authors(node, by_id),
        url=_address(node),
        language=_language(node.get("inLanguage")),
    )


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iterfind(".//script[@type]"):
        if script.get("type").partition(";")[0].strip().casefold() == "application/ld+json":
            # Not JSON, or deeper than Python reads: the page says it elsewhere, or nowhere.
            with suppress(ValueError, RecursionError):
                yield json.loads(script.text or "", strict=False)


def _nodes(value: Any, depth: int = 0) -> Iterator[_Node]:
    """The objects of a script that may be the page's article, or what it refers to by an id."""
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        if depth < _DEEPEST:
            for name in _INSIDE:
                yield from _nodes(value.get(name), depth + 1)


def _chosen(nodes: list[_Node]) -> _Node:
    reports = (node for node in nodes if any(map(_is_report, _types(node))))
    films = (node for node in nodes if _FILM in _types(node))
    return next(reports, None) or next(films, None) or {}


def _is_report(type_: str) -> bool:
    return type_.endswith("article") or type_ in _REPORT_TYPES


def _types(node: _Node) -> list[str]:
    """Its types without the address of their vocabulary."""
    return [str(type_).rpartition("/")[2].casefold() for type_ in _several(node.get("@type"))]


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _resolved(value: Any, by_id: Mapping[str, _Node]) -> Any:
    """What an object stands for that has nothing but the id of another."""
    return by_id.get(str(value.get("@id")), value) if isinstance(value, dict) and "name" not in value else value


def _name(value: Any, by_id: Mapping[str, _Node]) -> str | None:
    """The name of the first that has one; an address is not a name."""
    for each in _several(value):
        meant = _resolved(each, by_id)
        names = _several(meant.get("name")) if isinstance(meant, dict) else [meant]
        name = _first(map(plain_text, names))
        if name and not name.startswith(("http://", "https://")):
            return name
    return None


def _authors(node: _Node, by_id: Mapping[str, _Node]) -> tuple[str, ...]:
    """The people; an agency or outlet where there are none."""
    authors = [_resolved(author, by_id) for author in _several(node.get("author"))]
    people = [author for author in authors if not isinstance(author, dict) or "organization" not in _kind(author)]
    return plain_authors(*(_full_name(author, by_id) for author in people or authors))


def _kind(author: _Node) -> str:
    return " ".join(_types(author))


def _full_name(author: Any, by_id: Mapping[str, _Node]) -> str | None:
    name = _name(author, by_id)
    if name is None and isinstance(author, dict):
        name = plain_text(f"{author.get('givenName', '')} {author.get('familyName', '')}")
    return name


def _address(node: _Node) -> str | None:
    page = node.get("mainEntityOfPage")
    of_page = (page.get("@id"), page.get("url")) if isinstance(page, dict) else (page,)
    return _first(plain_address(value) for value in (node.get("url"), *of_page, node.get("@id")))


def _language(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return _first(plain_language(each) for each in _several(value))


def _properties(scope: HtmlElement) -> dict[str, Any]:
    """The properties of an item, those of other items within it under their own."""
    found: dict[str, Any] = {"@type": scope.get("itemtype")}
    for element in islice(scope.iterfind(".//*[@itemprop]"), _MOST_NODES):
        if _owner(element) is scope:
            for name in (element.get("itemprop") or "").split():
                _add(found, name, _value(element))
    return found


def _owner(element: HtmlElement) -> HtmlElement | None:
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)


def _add(found: dict[str, Any], name: str, value: Any) -> None:
    found[name] = [*_several(found[name]), value] if name in found else value


def _value(element: HtmlElement) -> Any:
    if element.get("itemscope") is not None:
        inner = _properties(element)
        return inner if "name" in inner else {**inner, "name": element.text_content()}
    for attribute in ("content", "datetime", "href"):
        # The text of a link is a name; only a link that says nothing else is an address.
        if element.get(attribute) and not (attribute == "href" and element.get("itemprop") != "url"):
            return element.get(attribute)
    return element.text_content()
