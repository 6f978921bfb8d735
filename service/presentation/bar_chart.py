"""Bars of a plot, ready to be drawn: how long each is, part by part, in hundredths of the picture's width."""

from collections.abc import Sequence
from dataclasses import dataclass

# The height of each, in pixels; the labels stand above the bars, so that long names have room.
ROW = 44
# What is there at all can be seen.
_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: the whole, and within it the parts that are contradicted and corrected."""

    label: str
    count: int
    top: int
    width: float
    contradicted: float
    corrected: float


def bars(figures: Sequence[tuple[str, int, int, int]]) -> tuple[Bar, ...]:
    """The bars of these labels and numbers: how many quotations, contradicted and corrected."""
    most = max((max(numbers) for _, *numbers in figures), default=0) or 1
    return tuple(
        Bar(label, count, index * ROW, *(_length(number, most) for number in (count, contradicted, corrected)))
        for index, (label, count, contradicted, corrected) in enumerate(figures)
    )


def _length(number: int, most: int) -> float:
    return max(_LEAST, round(100 * number / most, 1)) if number else 0
