"""Linear layers in eight bits."""

import subprocess
import sys

import pytest
import torch
from torch.nn.functional import gelu

from service.parsing.nets.byte_linear import ByteFeedForward, ByteLinear, FeedForward, MeasuredLinear, largest_weight

# torch takes seconds to load.
pytestmark = pytest.mark.slow
# Elsewhere sums overflow, and the service does not use eight bits.
where_exact = pytest.mark.skipif(largest_weight() is None, reason="the processor does not add up products of bytes")


@where_exact
@pytest.mark.parametrize("has_bias", [True, False])
def test_it_computes_about_what_the_layer_does(has_bias: bool):
    layer, rows = MeasuredLinear(384, 64, bias=has_bias), _rows(3, 5, 384)
    layer.most = rows.abs().amax((0, 1))
    with torch.inference_mode():
        error = ByteLinear(layer)(rows) - layer(rows)
        assert error.std() < 0.02 * layer(rows).std()


@where_exact
def test_a_column_of_large_numbers_does_not_make_the_others_coarse():
    layer, rows = MeasuredLinear(384, 64), _rows(50, 384)
    rows[:, 7] *= 1000
    layer.weight.data[:, 7] /= 1000
    layer.most = rows.abs().amax(0)
    with torch.inference_mode():
        error = ByteLinear(layer)(rows) - layer(rows)
        assert error.std() < 0.02 * layer(rows).std()


@where_exact
def test_two_layers_with_a_gelu_between_them():
    feed, rows = FeedForward(64, 256), _rows(70, 64)
    feed.widened.most = rows.abs().amax(0)
    with torch.inference_mode():
        feed.narrowed.most.fill_(gelu(feed.widened(rows)).max())
        error = ByteFeedForward(feed)(rows) - feed(rows)
        assert error.std() < 0.03 * feed(rows).std()


def test_larger_numbers_than_were_seen_become_the_largest():
    layer = MeasuredLinear(16, 8)
    with torch.inference_mode():
        assert ByteLinear(layer)(torch.full((1, 16), 1e6)).equal(ByteLinear(layer)(torch.ones(1, 16)))


def test_a_row_does_not_depend_on_its_neighbours():
    layer, rows = ByteLinear(MeasuredLinear(16, 8)), _rows(3, 16)
    with torch.inference_mode():
        alone = layer(rows[:1])
        rows[1:] *= 1000
        assert layer(rows)[:1].equal(alone)


def test_a_row_of_nothing_gives_the_bias():
    layer = MeasuredLinear(16, 8)
    with torch.inference_mode():
        torch.testing.assert_close(ByteLinear(layer)(torch.zeros(1, 16)).squeeze(0), layer.bias)


def _rows(*shape: int) -> torch.Tensor:
    torch.manual_seed(1)
    return torch.randn(shape)


def test_large_numbers_add_up():
    """With weights of eight bits where the processor has VNNI, else with weights of seven."""
    known = torch.cpu.get_capabilities()
    most = 127 if known.get("avx512_vnni") else 64 if known.get("avx2") and not known.get("avx_vnni") else None
    if most is None:
        pytest.skip("what this processor does is not known beforehand")
    assert largest_weight() == most
    ones = MeasuredLinear(384, 1, bias=False)
    torch.nn.init.ones_(ones.weight)
    with torch.inference_mode():
        assert float(ByteLinear(ones)(torch.ones(1, 384))) == pytest.approx(384)


SHAPES = """
import torch
from bench.workload import peak_megabytes
from service.parsing.nets.byte_linear import ByteLinear, MeasuredLinear
layer = ByteLinear(MeasuredLinear(384, 1536))
with torch.inference_mode():
    layer(torch.ones(5, 384))
    before = peak_megabytes()
    for n_rows in range(10, 300):
        layer(torch.ones(n_rows, 384))
print(peak_megabytes() - before)
"""


def test_memory_does_not_grow_with_the_shapes_of_input():
    ran = subprocess.run([sys.executable, "-c", SHAPES], capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 60
