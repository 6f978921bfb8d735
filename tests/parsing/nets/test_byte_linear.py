"""Linear layers in eight bits."""

import subprocess
import sys

import pytest
import torch
from torch import nn

from service.parsing.nets.byte_linear import ByteLinear, is_exact

# torch takes seconds to load.
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("has_bias", [True, False])
def test_it_computes_about_what_the_layer_does(has_bias: bool):
    torch.manual_seed(1)
    layer = nn.Linear(384, 64, bias=has_bias)
    rows = torch.randn(3, 5, 384)
    with torch.inference_mode():
        error = ByteLinear(layer)(rows) - layer(rows)
        assert error.std() < 0.02 * layer(rows).std()


def test_a_row_does_not_depend_on_its_neighbours():
    """A large number beside it would make its steps coarse, if all rows had the same."""
    torch.manual_seed(1)
    layer = ByteLinear(nn.Linear(16, 8))
    rows = torch.randn(3, 16)
    with torch.inference_mode():
        alone = layer(rows[:1])
        rows[1:] *= 1000
        assert layer(rows)[:1].equal(alone)


def test_a_row_of_nothing_gives_the_bias():
    layer = nn.Linear(16, 8)
    with torch.inference_mode():
        torch.testing.assert_close(ByteLinear(layer)(torch.zeros(1, 16)).squeeze(0), layer.bias)


def test_large_numbers_add_up_where_the_processor_multiplies_bytes():
    """Where it cannot, the answer is no, and eight bits are not used."""
    known = torch.cpu.get_capabilities()
    assert is_exact() or not known.get("avx512_vnni")


SHAPES = """
import torch
from bench.workload import peak_megabytes
from service.parsing.nets.byte_linear import ByteLinear
layer = ByteLinear(torch.nn.Linear(384, 1536))
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
