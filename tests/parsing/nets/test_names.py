"""Tags of names: the best path over all words of a sentence."""

from itertools import pairwise, product

import pytest
import torch

from service.parsing.nets.names import NamePaths, best_paths, name_spans
from service.parsing.nets.packing import Packing
from tests.parsing.nets.small import LABELS

# torch takes seconds to load.
pytestmark = pytest.mark.slow


def total(path: tuple[int, ...], rows: torch.Tensor, transitions: torch.Tensor) -> float:
    steps = sum(float(transitions[a, b]) for a, b in pairwise(path))
    return sum(float(rows[place, tag]) for place, tag in enumerate(path)) + steps


def test_no_path_of_tags_has_a_higher_sum():
    torch.manual_seed(1)
    lengths, n_tags = [3, 1, 4], 3
    scores, transitions = torch.randn(sum(lengths), n_tags), torch.randn(n_tags, n_tags)
    packing = Packing(lengths)
    found = packing.unpack(best_paths(packing.pack(scores).data, transitions, packing.batch_sizes.tolist())).tolist()
    start = 0
    for length in lengths:
        rows = scores[start : start + length]
        best = max(product(range(n_tags), repeat=length), key=lambda path: total(path, rows, transitions))
        assert tuple(found[start : start + length]) == best
        start += length


def test_only_whole_names_are_found():
    """The likeliest tag of each word would begin a name and end none."""
    tags = LABELS.names
    scores = torch.zeros(3, len(tags))
    scores[0, tags.index("B-PERSON")] = 3.0
    scores[1, tags.index("O")] = 2.0
    scores[2, tags.index("E-PERSON")] = 1.0
    found = NamePaths(tags)(scores, [2, 1])
    assert [tags[number] for number in found] in (["B-PERSON", "E-PERSON", "O"], ["S-PERSON", "O", "O"])


def test_names_are_told_by_their_ends():
    tags = ["O", "B-PERSON", "I-PERSON", "E-PERSON", "S-LOC", "O"]
    assert [*name_spans(tags)] == [(1, 3, "PERSON"), (4, 4, "LOC")]
