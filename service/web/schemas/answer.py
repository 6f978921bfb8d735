"""What all answers share: the schema that theirs are made from, and fields that are always there."""

from enum import StrEnum
from typing import Any

from marshmallow import EXCLUDE, Schema, fields, post_dump

from service.domain.times import iso_time

_NEXT = "Send it as `cursor` for the next page; null on the last one. The Link header has the complete address."

# ruff: noqa: ANN401 - `more` are marshmallow's own options, which are of many types


class AnswerSchema(Schema):
    """An answer may gain fields: its contract does not say that there are no others."""

    class Meta:  # noqa: D106 - marshmallow's options
        unknown = EXCLUDE


def string(description: str, **more: Any) -> fields.String:
    """A text."""
    return fields.String(required=True, metadata={"description": description}, **more)


def strings(description: str, **more: Any) -> fields.List[str]:
    """A list of texts."""
    return fields.List(fields.String(), required=True, metadata={"description": description}, **more)


def integer(description: str, **more: Any) -> fields.Integer:
    """A whole number."""
    return fields.Integer(required=True, metadata={"description": description}, **more)


def choice(names: type[StrEnum], description: str, **more: Any) -> fields.Enum[StrEnum]:
    """One of the names."""
    return fields.Enum(names, by_value=True, required=True, metadata={"description": description}, **more)


def several(schema: type[Schema], description: str, **more: Any) -> fields.List[Any]:
    """A list of what the schema describes."""
    return fields.List(fields.Nested(schema), required=True, metadata={"description": description}, **more)


def moment(name: str, description: str, *, allow_none: bool = False) -> fields.Function:
    """The attribute of this name, in seconds since 1970, as a time of ISO 8601."""

    def time(value: object) -> str | None:
        seconds = getattr(value, name)
        return iso_time(seconds) if seconds is not None else None

    type_ = ["string", "null"] if allow_none else "string"
    return fields.Function(
        time, required=True, metadata={"description": description, "type": type_, "format": "date-time"}
    )


class _PageSchema(AnswerSchema):
    total = fields.Integer(
        metadata={"description": "How many the whole list has, up to 100,000; only where `total=true` asks for it."}
    )

    @post_dump
    def _without_null(self, page: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {name: value for name, value in page.items() if name != "total" or value is not None}


def page(schema: type[AnswerSchema], name: str, described: str) -> type[Schema]:
    """Some of a list of what the schema describes, under this name."""
    items = several(schema, described, attribute="items")
    after = string(_NEXT, attribute="cursor", allow_none=True)
    shown = _PageSchema.from_dict({name: items, "next": after}, name=f"{name.capitalize()}PageSchema")
    shown.__doc__ = f"{described} One page of them."
    return shown
