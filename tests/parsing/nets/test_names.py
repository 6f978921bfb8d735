"""Tags of names: the best path over all words of a sentence."""

from itertools import pairwise, product
from pathlib import Path

import pytest
import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.ner.trainer import Trainer

from service.parsing.nets.names import NameNet, best_paths
from service.parsing.nets.packing import Packing

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


def test_a_sentence_has_the_same_names_alone_and_among_others(tiny_models: Path):
    vectors = Pretrain(str(tiny_models / "pretrain.pt"))
    net = NameNet(Trainer(model_file=str(tiny_models / "ner.pt"), pretrain=vectors, device="cpu").model.eval(), vectors)
    with torch.inference_mode():
        both = net(["Ann", "spoke", "Oslo", "spoke"], Packing([3, 1]))
        assert both == net(["Ann", "spoke", "Oslo"], Packing([3])) + net(["spoke"], Packing([1]))
    assert set(both) <= {"O", "S-PERSON", "S-GPE"}
