"""The best tree, against all trees of short sentences."""

from itertools import product

import numpy as np
import pytest

from service.parsing.nets.arborescence import best_tree

# torch takes seconds to load.
pytestmark = pytest.mark.slow


def all_trees(n_words: int) -> list[tuple[int, ...]]:
    """The heads of the words in each tree with one word under the root."""
    return [
        heads
        for heads in product(range(n_words + 1), repeat=n_words)
        if heads.count(0) == 1 and all(leads_to_root(heads, word) for word in range(1, n_words + 1))
    ]


def leads_to_root(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1] if word else 0
    return word == 0


@pytest.mark.parametrize("n_words", [1, 2, 3, 4, 5])
def test_no_tree_is_better(n_words: int):
    random = np.random.default_rng(n_words)
    trees = all_trees(n_words)
    for _ in range(60):
        scores = random.normal(size=(n_words + 1, n_words + 1))
        np.fill_diagonal(scores, -np.inf)
        totals = {heads: sum(scores[word, head] for word, head in enumerate(heads, start=1)) for heads in trees}
        assert tuple(best_tree(scores)) == max(totals, key=lambda heads: totals[heads])


def test_circles_in_circles_are_resolved():
    scores = np.full((6, 6), -9.0)
    np.fill_diagonal(scores, -np.inf)
    for word, head, score in [(1, 2, 9), (2, 1, 9), (3, 1, 8), (1, 3, 8.5), (4, 5, 7), (5, 4, 7), (4, 3, 1), (2, 0, 0)]:
        scores[word, head] = score
    assert best_tree(scores) == [2, 0, 1, 3, 4]
