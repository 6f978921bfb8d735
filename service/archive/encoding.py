"""Values of the domain as JSON, in files between two steps: field by field, without the fields' names."""

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

# ruff: noqa: ANN401 - values of any type are encoded

_Value = TypeVar("_Value")
# Most values of an article are of these, and of StrEnums: JSON takes them as they are.
_PLAIN = frozenset({str, int, float, bool, NoneType})


def encode(value: object) -> str:
    """The value as text; `decode` with its type gives it back."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[_Value], text: str) -> _Value:
    """The value of this type, a dataclass, that `encode` made the text of."""
    value: _Value = _dataclass_maker(cast(Hashable, kind))(json.loads(text))
    return value


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(each) for each in value]
    values_of = _values_of(cast(Hashable, kind))
    return value if values_of is None else [_plain(each) for each in values_of(value)]


@cache
def _values_of(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What takes the values of all fields; None if it has none."""
    if not is_dataclass(kind):
        return None
    names = _names(cast(Hashable, kind))
    assert len(names) > 1, "the value of a single field would come without a tuple"
    return attrgetter(*names)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(hint: Any) -> Callable[[Any], Any] | None:
    """What makes a value of this type out of JSON; None if it is one already."""
    if is_dataclass(hint):
        return _dataclass_maker(cast(Hashable, hint))
    if get_origin(hint) is tuple:
        each = _maker(get_args(hint)[0])
        return tuple if each is None else partial(_each_made, each)
    if isinstance(hint, UnionType):
        (inner,) = (_maker(one) for one in get_args(hint) if one is not NoneType)
        return None if inner is None else partial(_some_made, inner)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(member): member for member in hint}.__getitem__
    return None


def _each_made(make: Callable[[Any], Any], values: list[Any]) -> tuple[Any, ...]:
    return tuple([make(value) for value in values])


def _some_made(make: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else make(value)


@cache
def _dataclass_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = [(place, _maker(hints[name])) for place, name in enumerate(_names(kind))]
    changed = [(place, make) for place, make in makers if make is not None]

    def maker(values: list[Any]) -> Any:
        for place, make in changed:
            values[place] = make(values[place])
        return kind(*values)

    return maker
