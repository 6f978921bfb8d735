"""Values of the domain as JSON, in files between two steps: field by field, without the fields' names."""

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

# ruff: noqa: ANN401 - values of any type are encoded

_Value = TypeVar("_Value")


def encode(value: object) -> str:
    """The value as text; `decode` with its type gives it back."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[_Value], text: str) -> _Value:
    """The value of this type that `encode` made the text of."""
    value: _Value = _maker(cast(Hashable, kind))(json.loads(text))
    return value


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, name)) for name in _names(cast(Hashable, type(value)))]
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of this type out of JSON."""
    if is_dataclass(hint):
        return _dataclass_maker(hint)
    if get_origin(hint) is tuple:
        each = _maker(get_args(hint)[0])
        return lambda values: tuple(map(each, values))
    if isinstance(hint, UnionType):
        (inner,) = (_maker(one) for one in get_args(hint) if one is not NoneType)
        return lambda value: None if value is None else inner(value)
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else lambda value: value


def _dataclass_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = tuple(_maker(hints[name]) for name in _names(kind))
    return lambda values: kind(*(make(value) for make, value in zip(makers, values, strict=True)))
