"""Words as pieces, and their shapes."""

from pathlib import Path

import pytest

from tests.training.encoder.small import KNOWN, PIECES, vocabulary
from training.encoder.pieces import Shape, read_pieces, shape

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
    assert [KNOWN[number] for number in PIECES.numbers(word)] == pieces


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


def test_pieces_are_numbered_by_the_lines_of_their_file(tmp_path: Path):
    assert read_pieces(vocabulary(tmp_path)).numbers("Oslo") == PIECES.numbers("Oslo")
