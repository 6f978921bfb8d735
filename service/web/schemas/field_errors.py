"""What is wrong with which field of what was sent: marshmallow's tree of messages as a list."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `field` is a JSON pointer into the request's body."""

    field: str
    message: str


def field_errors(messages: object, pointer: str) -> Iterator[FieldError]:
    """The messages with pointers that begin like this one; `_schema` stands for the parent itself."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from field_errors(inner, pointer if key == "_schema" else f"{pointer}/{_escaped(str(key))}")
    elif isinstance(messages, list):
        for inner in messages:
            yield from field_errors(inner, pointer)
    else:
        yield FieldError(pointer, str(messages))


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
