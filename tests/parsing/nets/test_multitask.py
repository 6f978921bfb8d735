"""All tasks are read off one vector a word."""

import pytest
import torch

from service.parsing.nets.windows import pack
from tests.parsing.nets.small import LABELS, PIECES, small_net

pytestmark = pytest.mark.slow


def test_each_word_has_one_vector_and_a_score_for_each_label():
    net = small_net()
    with torch.inference_mode():
        rows = net.rows(pack([[["Ann"], ["Oslo", "."]], [["."]]], PIECES))
        assert rows.shape == (4, 16)
        assert net.names(rows).shape == (4, len(LABELS.names))
        assert net.tags(rows).shape == (4, len(LABELS.tags))
