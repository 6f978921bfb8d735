"""Connected components of a graph of any size, on one machine: two numbers for each edge are all that is held."""

from typing import Any

import numpy as np

from service.archive.engine import Frame, daft

Numbers = Any
"""An array of whole numbers."""


def component_of(first: Numbers, second: Numbers) -> tuple[Numbers, Numbers]:
    """The nodes of these edges, sorted, and for each the smallest node that can be reached from it."""
    nodes, ends = np.unique(np.concatenate((first, second)), return_inverse=True)
    one, other = ends[: len(first)], ends[len(first) :]
    label = np.arange(len(nodes))
    while True:
        before = label.copy()
        # Along each edge the smaller label; then each node's label is that of its label, until these are their own.
        np.minimum.at(label, one, before[other])
        np.minimum.at(label, other, before[one])
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return nodes, nodes[label]


def components(edges: Frame) -> Frame:
    """For each node (`node`) of edges from `first` to `second` its component (`component`)."""
    held = edges.select("first", "second").to_arrow()
    nodes, labels = component_of(*(held.column(name).to_numpy() for name in ("first", "second")))
    return daft.from_pydict({"node": nodes, "component": labels})
