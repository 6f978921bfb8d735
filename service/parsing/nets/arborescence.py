"""The best tree over the words of a sentence, from the scores of all arcs (Chu and Liu 1965, Edmonds 1967)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


def best_tree(scores: Scores) -> list[int]:
    """The head of each word, counted from 1 and 0 for the root, in the best tree with one word under the root.

    `scores` (words and root, words and root) rate the column as head of the row; the root is first,
    and no word is its own head. With the word under the root for which that costs least, and the best other head for
    each other word, no tree is better; only where these heads go round in a circle, a tree is searched for.
    """
    inner = scores[1:, 1:]
    heads = inner.argmax(1) + 1
    heads[(scores[1:, 0] - inner.max(1)).argmax()] = 0
    if _circle([0, *heads.tolist()]):
        heads = _best_arborescence(_with_one_root(scores))[1:]
    tree: list[int] = heads.tolist()
    return tree


def _with_one_root(scores: Scores) -> Scores:
    """The scores with arcs from the root so dear that one is taken."""
    finite = scores[np.isfinite(scores)]
    dear = scores.copy()
    dear[:, 0] -= len(scores) * (finite.max() - finite.min() + 1)
    return dear


def _best_arborescence(scores: Scores) -> Heads:
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads.tolist())
    if not circle:
        return heads
    # The circle becomes one node, the last; what enters it takes the place of one of its own arcs.
    inside = np.array(circle)
    is_outside = np.ones(len(heads), dtype=bool)
    is_outside[inside] = False
    outside = is_outside.nonzero()[0]
    entering = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(outside, inside)]
    n = len(outside)
    smaller = np.full((n + 1, n + 1), -np.inf)
    smaller[:n, :n] = scores[np.ix_(outside, outside)]
    smaller[n, :n], smaller[:n, n] = entering.max(0), leaving.max(1)
    found = _best_arborescence(smaller)
    heads[outside] = np.where(found[:n] < n, outside[np.minimum(found[:n], n - 1)], inside[leaving.argmax(1)])
    heads[inside[entering[:, found[n]].argmax()]] = outside[found[n]]
    return heads


def _circle(heads: Sequence[int]) -> list[int]:
    """Nodes whose heads go round in a circle, the first such found; none if all lead to the root, node 0."""
    # From which node each was reached first; those from earlier nodes lead to the root.
    reached_from = [0] + [-1] * (len(heads) - 1)
    for start in range(1, len(heads)):
        node = start
        while reached_from[node] < 0:
            reached_from[node] = start
            node = heads[node]
        if reached_from[node] == start:
            circle = [node]
            while (following := heads[circle[-1]]) != node:
                circle.append(following)
            return circle
    return []
