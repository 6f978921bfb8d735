"""Heads and relations."""

import pytest
import torch

from service.parsing.nets.trees import TreeHead
from tests.parsing.nets.small import small_net

# torch takes seconds to load.
pytestmark = pytest.mark.slow


@pytest.fixture(name="trees")
def fixture_trees() -> TreeHead:
    """Scorers of random weights."""
    return small_net().trees


def test_each_sentence_has_one_root(trees: TreeHead):
    with torch.inference_mode():
        heads, relations = trees(torch.randn(7, 16), [3, 4])
    assert (heads[:3].count(0), heads[3:].count(0)) == (1, 1)
    assert len(relations) == len(heads)


def test_a_sentence_has_the_same_tree_alone_and_among_others(trees: TreeHead):
    rows = torch.randn(7, 16)
    with torch.inference_mode():
        alone = trees(rows[3:], [4])
        heads, relations = trees(rows, [3, 4])
    assert (heads[3:], relations[3:]) == alone


def test_a_word_alone_is_the_root(trees: TreeHead):
    with torch.inference_mode():
        assert trees(torch.randn(1, 16), [1])[0] == [0]
