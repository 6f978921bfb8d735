"""Heads and relations."""

from pathlib import Path

import pytest
import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.depparse.trainer import Trainer

from service.parsing.nets.trees import TreeNet

# torch takes seconds to load.
pytestmark = pytest.mark.slow

WORDS, LEMMAS, TAGS = ("Ann", "spoke", "Oslo"), ("Ann", "speak", "Oslo"), ("PROPN", "VERB", "PROPN")


@pytest.fixture(name="net")
def fixture_net(tiny_models: Path) -> TreeNet:
    """A parser of random weights."""
    vectors = Pretrain(str(tiny_models / "pretrain.pt"))
    trainer = Trainer.load(str(tiny_models / "depparse.pt"), vectors, device="cpu")
    return TreeNet(trainer.model.eval(), vectors)


def test_each_sentence_has_one_root(net: TreeNet):
    with torch.inference_mode():
        heads, relations = net(WORDS * 2, LEMMAS * 2, TAGS * 2, [3, 3])
    assert (heads[:3].count(0), heads[3:].count(0)) == (1, 1)
    assert len(relations) == len(heads)


def test_a_sentence_has_the_same_tree_alone_and_among_others(net: TreeNet):
    with torch.inference_mode():
        alone = net(WORDS, LEMMAS, TAGS, [3])
        heads, relations = net(WORDS + WORDS[:1], LEMMAS + LEMMAS[:1], TAGS + TAGS[:1], [3, 1])
    assert (heads[:3], relations[:3]) == alone


def test_a_word_alone_is_the_root(net: TreeNet):
    with torch.inference_mode():
        assert net(WORDS[:1], LEMMAS[:1], TAGS[:1], [1])[0] == [0]
