"""What is known of a word alone, computed once."""

import pytest
import torch

from service.parsing.nets.word_rows import WordRows

# torch takes seconds to load.
pytestmark = pytest.mark.slow


class Lengths:
    """A row of one number for each word, its length; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, words: list[str]) -> torch.Tensor:
        """The lengths of the words."""
        self.asked.extend(words)
        return torch.tensor([[float(len(word))] for word in words])


@pytest.fixture(name="lengths")
def fixture_lengths() -> Lengths:
    return Lengths()


def test_a_word_is_computed_once(lengths: Lengths):
    rows = WordRows(lengths, 1, capacity=3)
    assert rows(["a", "bb", "a"]).tolist() == [[1.0], [2.0], [1.0]]
    assert rows(["bb", "ccc"]).tolist() == [[2.0], [3.0]]
    assert lengths.asked == ["a", "bb", "ccc"]


def test_a_full_memory_begins_anew(lengths: Lengths):
    rows = WordRows(lengths, 1, capacity=3)
    rows(["a", "bb", "ccc"])
    assert rows(["dddd", "bb"]).tolist() == [[4.0], [2.0]]
    assert lengths.asked[3:] == ["dddd", "bb"]
