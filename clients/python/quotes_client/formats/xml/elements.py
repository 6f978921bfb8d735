"""Elements of XML by their local names: standards change their namespaces with each version."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def local_name(element: Element) -> str:
    """The name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def all_of(element: Element, *names: str) -> Iterator[Element]:
    """The elements within it of these names, in the order of the document."""
    return (each for each in element.iter() if local_name(each) in names)


def first_of(element: Element | None, *names: str) -> Element | None:
    """The first of them; None if there is none."""
    return next(all_of(element, *names), None) if element is not None else None


def text_of(element: Element | None) -> str | None:
    """All words of an element with single blanks; None if there are none."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def attribute_of(element: Element | None, name: str) -> str | None:
    """Its attribute of this name; None if it has none."""
    return (element.get(name) or "").strip() or None if element is not None else None
