"""What is known about an article, in one form: an outlet is the same however its name was typed; pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields

from service.domain.articles import MetadataSource, MetadataSources

# Soft hyphens, zero-width characters, marks of direction: nobody sees them.
_INVISIBLE = "Cf"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one source says about an article."""

    title: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None


_FIELDS = tuple(field.name for field in fields(Metadata))


def combined(
    known: Mapping[MetadataSource, Metadata], order: Mapping[str, tuple[MetadataSource, ...]]
) -> tuple[Metadata, MetadataSources]:
    """Each field from the first source in its order that has it, and which one that is."""
    values, sources = {}, {}
    for name in _FIELDS:
        having = (source for source in order[name] if source in known and getattr(known[source], name))
        source = next(having, None)
        if source is not None:
            values[name], sources[name] = getattr(known[source], name), source
    return Metadata(**values), MetadataSources(**sources)


def plain_name(name: str | None) -> str | None:
    """The name composed (NFC), with single blanks and nothing invisible; None if nothing is left."""
    if name is None:
        return None
    seen = "".join([character for character in name if unicodedata.category(character) != _INVISIBLE])
    return " ".join(unicodedata.normalize("NFC", seen).split()) or None
