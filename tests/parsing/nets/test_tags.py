"""Parts of speech."""

from pathlib import Path

import pytest
import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.pos.trainer import Trainer

from service.parsing.nets.packing import Packing
from service.parsing.nets.tags import TagNet

# torch takes seconds to load.
pytestmark = pytest.mark.slow


def test_a_sentence_has_the_same_tags_alone_and_among_others(tiny_models: Path):
    vectors = Pretrain(str(tiny_models / "pretrain.pt"))
    trainer = Trainer(model_file=str(tiny_models / "pos.pt"), pretrain=vectors, device="cpu")
    net = TagNet(trainer.model.eval(), vectors)
    with torch.inference_mode():
        both = net(["Ann", "spoke", "Oslo", "spoke"], Packing([3, 1]))
        assert both == net(["Ann", "spoke", "Oslo"], Packing([3])) + net(["spoke"], Packing([1]))
    assert len(both) == 4
