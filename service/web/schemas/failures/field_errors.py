"""What is wrong with which field of what was sent: marshmallow's tree of messages as a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# More help nobody, and a body has room for millions of mistakes.
_MOST = 20
_LONGEST_POINTER = 500


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field; `field` is a JSON pointer into the request's body."""

    field: str
    message: str


def field_errors(messages: object) -> tuple[FieldError, ...]:
    """The first messages with their pointers; `_schema` stands for the parent itself."""
    return tuple(islice(_all_errors(messages, ""), _MOST))


def _all_errors(messages: object, pointer: str) -> Iterator[FieldError]:
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from _all_errors(inner, pointer if key == "_schema" else f"{pointer}/{_escaped(str(key))}")
    elif isinstance(messages, list):
        for inner in messages:
            yield from _all_errors(inner, pointer)
    else:
        yield FieldError(pointer[:_LONGEST_POINTER], str(messages))


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
