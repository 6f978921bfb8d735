"""Words as pieces, and their shapes."""

import pytest

from service.parsing.nets.pieces import Shape, shape
from tests.parsing.nets.small import KNOWN, PIECES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Oslo", ["os", "##lo"]),
        ("Ann", ["ann"]),
        ("ÅNN", ["ann"]),
        ("in.", ["in", "."]),
        ("inn", ["in", "##n"]),
        ("xyz", ["[UNK]"]),
        ("Ann-Lee", ["ann", "[UNK]", "lee"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_its_longest_known_parts(word: str, pieces: list[str]):
    assert [KNOWN[number] for number in PIECES.of(word)[0]] == pieces


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("spoke", Shape.LOWER), ("Ann", Shape.TITLE), ("A", Shape.LETTER), ("A.", Shape.LETTER),
        ("NATO", Shape.CAPITALS), ("McLee", Shape.MIXED), ("iPhone", Shape.MIXED),
        ("G7", Shape.DIGITS), ("—", Shape.NONE),
    ],
)  # fmt: skip
def test_the_shape_of_a_word(word: str, expected: Shape):
    assert shape(word) == expected


def test_of_an_endless_word_the_beginning_is_read():
    assert PIECES.of("in." * 20) == PIECES.of("in." * 500)
