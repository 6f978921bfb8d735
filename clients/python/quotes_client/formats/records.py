"""Records of JSON and CSV to articles: their fields are ours, or are called otherwise and mapped."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from quotes_client.formats.found import UnreadableError
from quotes_client.submissions import Article

# ruff: noqa: ANN401 - records are of any JSON

FIELDS = tuple(sorted(field.name for field in fields(Article)))
CONTENTS = ("text", "html", "url")


@dataclass(frozen=True, slots=True)
class FieldMap:
    """What fields are called in records, by our names for them; with any, fields of other names are ignored."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, options: tuple[str, ...]) -> "FieldMap":
        """The map of `headline=title`, `story.body=text`; raises ValueError with one sentence."""
        names = {}
        for option in options:
            theirs, _, ours = option.partition("=")
            if not theirs or ours not in FIELDS:
                raise ValueError(f"{option!r} is not NAME=FIELD; the fields are {', '.join(FIELDS)}.")
            names[ours] = theirs
        return cls(names)

    def article(self, record: object) -> Article:
        """The article of a record. Raises UnreadableError if it is none."""
        if not isinstance(record, dict):
            raise UnreadableError("is not an article but a list or a single value")
        known = {name: _value(record, self.names.get(name, name)) for name in FIELDS}
        given = {name: value for name, value in known.items() if value not in (None, "")}
        if not self.names and not record.keys() <= set(FIELDS):
            raise UnreadableError(
                f"is not an article: the fields are {', '.join(FIELDS)}; others need --map NAME=FIELD"
            )
        if not any(given.get(name) for name in CONTENTS):
            raise UnreadableError("has no text, html or url")
        if "authors" in given:
            given["authors"] = _authors(given["authors"])
        return Article(**given)


def _value(record: Mapping[str, Any], name: str) -> Any:
    """The field of that name, or of that path from object to object."""
    if name in record:
        return record[name]
    value: Any = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _authors(value: Any) -> tuple[str, ...]:
    """Those of a list, or of a cell in which semicolons part them."""
    names = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else [value]
    return tuple(name.strip() if isinstance(name, str) else name for name in names)
