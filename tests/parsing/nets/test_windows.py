"""Sentences in windows, windows in batches."""

import pytest
import torch

from service.parsing.nets.windows import LONGEST_WINDOW, batches, n_pieces, pack, windows
from tests.parsing.nets.small import PIECES

pytestmark = pytest.mark.slow


def test_neighbours_share_a_window_while_they_fit():
    assert [*windows([3, 2, 9, 1, 1, 1], 5)] == [range(2), range(2, 3), range(3, 6)]
    assert [*windows([], 5)] == []


def test_windows_of_like_sizes_are_read_together():
    found = [*batches([9, 2, 8, 3, 2, 50], 16)]
    assert found == [[1, 4, 3], [2], [0], [5]]


def test_a_window_is_packed_with_marks_at_both_ends():
    batch = pack([[["Ann"], ["Oslo", "."]], [["."]]], PIECES)
    assert batch.pieces[0].tolist() == [2, 5, 10, 11, 12, 3]
    assert batch.words[0].tolist() == [0, 1, 2, 2, 3, 4]
    assert batch.is_piece.sum(1).tolist() == [6, 3]
    assert batch.is_word.sum(1).tolist() == [5, 3]


def test_the_rows_of_words_are_told_from_those_of_marks():
    batch = pack([[["Ann"], ["Oslo", "."]], [["."]]], PIECES)
    places = torch.arange(10).view(2, 5, 1)
    assert batch.rows_of_words(places).squeeze(1).tolist() == [1, 2, 3, 6]


def test_an_endless_sentence_of_long_words_fits_into_a_window():
    """Of each word as many pieces are read as fit for all."""
    sentence = ["Oslo." * 12] * 249 + ["Ann"]
    assert n_pieces(sentence, PIECES) == 249 * 36 + 1
    batch = pack([[sentence]], PIECES)
    assert batch.pieces.shape[1] == 249 * 2 + 1 + 2 <= LONGEST_WINDOW + 2
    assert batch.is_word.sum() == 252
