"""Long lists of values, cut into pieces that a statement can take."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Value = TypeVar("_Value")
# A database takes some ten thousand values in a statement; few hundred are as fast.
MAX_VALUES = 500


def batches(values: Iterable[_Value]) -> Iterator[tuple[_Value, ...]]:
    """The values in their order, some hundred at a time; none if there is none."""
    rest = iter(values)
    while chunk := tuple(islice(rest, MAX_VALUES)):
        yield chunk
