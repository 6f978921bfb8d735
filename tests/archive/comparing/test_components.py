"""Connected components, compared with those that a walk finds."""

import random

import numpy as np
import pytest

from service.archive.comparing.components import component_of, components
from service.archive.engine import INTEGER, frame_of


def walked(edges: list[tuple[int, int]]) -> dict[int, int]:
    """The smallest node that can be reached from each."""
    beside: dict[int, set[int]] = {}
    for one, other in edges:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    found = {}
    for node in beside:
        reached, edge = {node}, {node}
        while edge:
            edge = {other for one in edge for other in beside[one]} - reached
            reached |= edge
        found[node] = min(reached)
    return found


@pytest.mark.parametrize("n_edges", [0, 1, 30, 60, 120])
def test_components_are_those_of_a_walk(n_edges):
    chance = random.Random(n_edges)
    edges = [(chance.randrange(2**48), chance.randrange(2**48)) for _ in range(5)]
    nodes = [one for edge in edges for one in edge] + [chance.randrange(2**48) for _ in range(90)]
    edges = [(chance.choice(nodes), chance.choice(nodes)) for _ in range(n_edges)]
    first, second = (np.array([edge[end] for edge in edges], dtype=np.int64) for end in (0, 1))
    found, labels = component_of(first, second)
    assert dict(zip(found.tolist(), labels.tolist(), strict=True)) == walked(edges)


def test_a_long_chain_is_one_component():
    chain = np.arange(5000)
    order = np.random.default_rng(1).permutation(5000)
    _, labels = component_of(order[chain[:-1]], order[chain[1:]])
    assert set(labels.tolist()) == {0}


def test_they_are_a_frame():
    frame = components(frame_of([(3, 5), (5, 9), (4, 8)], {"first": INTEGER, "second": INTEGER}))
    assert dict(zip(*frame.to_pydict().values(), strict=True)) == {3: 3, 5: 3, 9: 3, 4: 4, 8: 4}
