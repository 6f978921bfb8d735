"""What all answers share: the schema that theirs are made from, and fields that are always there."""

from enum import StrEnum
from typing import Any

from marshmallow import EXCLUDE, Schema, fields

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
