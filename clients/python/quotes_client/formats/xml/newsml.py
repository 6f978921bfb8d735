"""News items in NewsML-G2 of IPTC, alone or several in a message."""

from xml.etree.ElementTree import Element

from quotes_client.formats.found import Findings, Found, Refused, UnreadableError
from quotes_client.formats.times import iso_time
from quotes_client.formats.xml.elements import all_of, attribute_of, first_of, local_name, text_of
from quotes_client.formats.xml.nitf import paragraphs_of
from quotes_client.submissions import Article

_TEXT = "text"
_WITHDRAWN = ("canceled", "withheld")


def newsml_articles(place: str, root: Element) -> Findings:
    """The articles of a message, or of the one item that the document is; pictures and packages are left out."""
    items = [root] if local_name(root) == "newsItem" else list(all_of(root, "newsItem"))
    if not items:
        raise UnreadableError("has no news items, only a package that refers to some")
    for item in items:
        name = attribute_of(item, "guid") or place
        try:
            yield Found(f"{place} {name}" if len(items) > 1 else place, _article(item))
        except UnreadableError as error:
            yield Refused(f"{place} {name} {error}." if len(items) > 1 else f"{place} {error}.", len(items) > 1)


def _article(item: Element) -> Article:
    about, content = first_of(item, "itemMeta"), first_of(item, "contentMeta")
    _check(about)
    text, html = _content(first_of(item, "contentSet"))
    if not (text or html):
        raise UnreadableError("has no text of its own")
    return Article(
        text,
        html,
        id=attribute_of(item, "guid"),
        title=text_of(first_of(content, "headline")) or text_of(first_of(about, "title")),
        outlet=_name(first_of(about, "provider")) or _name(first_of(content, "infoSource")),
        published_at=iso_time(text_of(first_of(about, "firstCreated")) or text_of(first_of(about, "versionCreated"))),
        authors=_authors(content),
        language=attribute_of(first_of(content, "language"), "tag"),
    )


def _check(about: Element | None) -> None:
    kind = _code(first_of(about, "itemClass"))
    if kind not in ("", _TEXT, "composite"):
        raise UnreadableError(f"is not a text but of the class {kind!r}")
    if _code(first_of(about, "pubStatus")) in _WITHDRAWN:
        raise UnreadableError("has been withdrawn by its publisher")


def _code(element: Element | None) -> str:
    """What stands after the colon in "ninat:text"."""
    return (attribute_of(element, "qcode") or "").rpartition(":")[2]


def _content(contents: Element | None) -> tuple[str | None, str | None]:
    """The text, or else the HTML, of the first of its forms that has either."""
    for each in contents if contents is not None else ():
        kind = each.get("contenttype", "")
        if local_name(each) == "inlineXML":
            return paragraphs_of(first_of(each, "body.content", "body") or each) or None, None
        if local_name(each) == "inlineData" and kind.startswith("text/"):
            text = (each.text or "").strip() or None
            return (None, text) if kind == "text/html" else (text, None)
    return None, None


def _authors(content: Element | None) -> tuple[str, ...] | None:
    creators = [_name(creator) for creator in all_of(content, "creator")] if content is not None else []
    byline = text_of(first_of(content, "by"))
    return tuple(name for name in [*creators, None if any(creators) else byline] if name) or None


def _name(element: Element | None) -> str | None:
    return text_of(first_of(element, "name")) or attribute_of(element, "literal")
