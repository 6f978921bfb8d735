"""The encoder does not mind what lies beside a window.

`tests/training/encoder/test_pretrained.py` compares it with a BERT.
"""

import pytest
import torch

from service.parsing.nets.windows import pack
from tests.parsing.nets.small import PIECES, small_net

pytestmark = pytest.mark.slow

_WINDOW = [["Ann", "Lee", "spoke", "."], ["We", "spoke", "in", "Oslo", "."]]


def test_the_vectors_of_a_window_do_not_depend_on_its_batch():
    encoder = small_net().encoder
    with torch.inference_mode():
        alone = encoder(pack([_WINDOW], PIECES))
        beside = encoder(pack([[["Oslo"] * 9], _WINDOW], PIECES))
    assert alone.shape[1] == sum(map(len, _WINDOW)) + 2
    torch.testing.assert_close(beside[1, : alone.shape[1]], alone[0])


def test_the_shape_of_a_word_counts():
    encoder = small_net().encoder
    with torch.inference_mode():
        lower, title = encoder(pack([[["ann"]]], PIECES)), encoder(pack([[["Ann"]]], PIECES))
    assert not torch.allclose(lower, title)
