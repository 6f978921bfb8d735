"""Each layer knows how large the numbers are that it meets."""

import pytest
import torch

from service.parsing.nets.byte_linear import FeedForward, MeasuredLinear
from service.parsing.nets.reading import TextReader
from tests.parsing.nets.small import LABELS, PIECES, small_net
from training.encoder.ranges import measure_ranges

pytestmark = pytest.mark.slow


def test_the_largest_numbers_of_each_column_are_kept():
    net = small_net()
    seen: list[torch.Tensor] = []
    measure_ranges(net, TextReader(net, PIECES, LABELS), [["Ann", "spoke", "."], ["We", "spoke", "in", "Oslo", "."]])
    first = net.encoder.layers[0].attention
    first.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.inference_mode():
        TextReader(net, PIECES, LABELS)([["Ann", "spoke", "."], ["We", "spoke", "in", "Oslo", "."]])
    torch.testing.assert_close(first.most, seen[0].abs().flatten(0, -2).amax(0))


def test_what_is_behind_a_gelu_has_one_range():
    net = small_net()
    measure_ranges(net, TextReader(net, PIECES, LABELS), [["Ann", "spoke", "."]])
    for feed in (part for part in net.modules() if isinstance(part, FeedForward)):
        assert len(feed.narrowed.most.unique()) == 1
    assert not [part for part in net.modules() if isinstance(part, MeasuredLinear) and part.most.eq(1).all()]
