"""Texts, read in windows and batches."""

import pytest
import torch

from service.parsing.nets.reading import TextReader
from tests.parsing.nets.small import LABELS, PIECES, small_net

pytestmark = pytest.mark.slow

_SENTENCES = [["Ann", "Lee", "spoke", "."], ["Oslo"], ["We", "spoke", "in", "Oslo", "."]]


@pytest.fixture(name="reader")
def fixture_reader() -> TextReader:
    """Reads with random weights."""
    return TextReader(small_net(), PIECES, LABELS)


def test_each_word_is_read(reader: TextReader):
    with torch.inference_mode():
        found = reader(_SENTENCES)
    assert {len(column) for column in (found.tags, found.heads, found.relations, found.names)} == {10}
    assert found.heads[4] == 0
    assert {*found.tags} <= {*LABELS.tags}
    assert {*found.relations} <= {*LABELS.relations}
    assert {*found.names} <= {*LABELS.names}


def test_vectors_stand_where_their_words_do(reader: TextReader):
    """Though windows are read by size: long sentences have a window of their own."""
    long = ["Oslo", "in"] * 40
    with torch.inference_mode():
        rows = reader.rows([long, ["Ann"], long])
        torch.testing.assert_close(rows[80:81], reader.rows([["Ann"]]))
        torch.testing.assert_close(rows[81:], reader.rows([long]))


def test_a_long_text_is_read_in_parts(reader: TextReader):
    sentences = [["We", "spoke", "in", "Oslo", "."]] * 700
    with torch.inference_mode():
        assert len(reader(sentences).heads) == 3500


def test_a_text_without_words_says_nothing(reader: TextReader):
    assert reader([]).tags == []
