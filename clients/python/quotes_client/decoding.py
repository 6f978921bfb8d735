"""JSON to the dataclasses of the answers, by their types."""

from collections.abc import Callable
from dataclasses import is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

# ruff: noqa: ANN401 - values of JSON are of any type until they are decoded

_T = TypeVar("_T")


def decode(kind: type[_T], value: Any) -> _T:
    """The value as this dataclass; fields that it does not know are left out, for answers may gain some.

    Raises ValueError if the value is not of this kind.
    """
    try:
        decoded: _T = _decoder(kind)(value)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{kind.__name__} is not like that: {error}") from error
    return decoded


def _decoder(kind: Any) -> Callable[[Any], Any]:
    if isinstance(kind, type) and is_dataclass(kind):
        decoders = {name: _decoder(inner) for name, inner in get_type_hints(kind).items()}
        # A field that Python keeps for itself has a line after its name ("class_").
        return lambda value: kind(**{name: read(value[name.removesuffix("_")]) for name, read in decoders.items()})
    if get_origin(kind) is tuple:
        decode_one = _decoder(get_args(kind)[0])
        return lambda value: tuple(map(decode_one, value))
    if get_origin(kind) is UnionType:
        (inner,) = (each for each in get_args(kind) if each is not NoneType)
        decode_inner = _decoder(inner)
        return lambda value: None if value is None else decode_inner(value)
    return kind if issubclass(kind, Enum) else lambda value: _plain(kind, value)


def _plain(kind: type, value: Any) -> Any:
    # JSON writes a whole float like an int.
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not of type {kind.__name__}")
    return value
