"""The numbers that a net computes with."""

from collections.abc import Iterator, Mapping

import pytest
import torch
from torch import nn

from service.parsing.nets import precision as precisions
from service.parsing.nets.byte_linear import ByteFeedForward, ByteLinear, largest_weight
from service.parsing.nets.precision import Precision, fastest, set_precision
from service.parsing.nets.reading import TextReader
from tests.parsing.nets.small import LABELS, PIECES, size, small_net

# torch takes seconds to load.
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _tries_again() -> Iterator[None]:
    fastest.cache_clear()
    yield
    fastest.cache_clear()


def processor(monkeypatch: pytest.MonkeyPatch, seconds: Mapping[Precision, float], *, most: int | None = 127) -> None:
    """One that knows all precisions, and takes this time in each."""

    class Trial:
        def __init__(self, _: object, precision: Precision) -> None:
            self._seconds = seconds[precision]

        def __call__(self) -> float:
            return self._seconds

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True})
    monkeypatch.setattr(precisions, "largest_weight", lambda: most)
    monkeypatch.setattr(precisions, "_Trial", Trial)


@pytest.mark.parametrize(
    ("seconds", "chosen"),
    [
        ((4, 1), Precision.INT8),
        ((1, 4), Precision.FLOAT32),
        ((4, 3.9), Precision.FLOAT32),
    ],
)
def test_the_fastest_is_chosen_if_it_wins_clearly(
    monkeypatch: pytest.MonkeyPatch, seconds: tuple[float, ...], chosen: Precision
):
    processor(monkeypatch, dict(zip(Precision, seconds, strict=True)))
    assert fastest(size()) == chosen


def test_eight_bits_that_do_not_add_up_are_not_used(monkeypatch: pytest.MonkeyPatch):
    processor(monkeypatch, dict(zip(Precision, (4, 1), strict=True)), most=None)
    assert fastest(size()) == Precision.FLOAT32


def test_a_processor_without_instructions_takes_floats(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(torch.cpu, "get_capabilities", dict)
    assert fastest(size()) == Precision.FLOAT32


def test_this_processor_has_one():
    assert fastest(size()) in Precision


@pytest.mark.parametrize("precision", Precision)
def test_a_net_reads_in_any(precision: Precision):
    if precision == Precision.INT8 and largest_weight() is None:
        pytest.skip("the processor does not add up products of bytes")
    sentences = [["Ann", "Lee", "spoke", "."], ["We", "spoke", "in", "Oslo", "."]]
    net = small_net()
    with torch.inference_mode():
        exact = TextReader(net, PIECES, LABELS).rows(sentences)
        set_precision(net, precision)
        rows = TextReader(net, PIECES, LABELS).rows(sentences)
        assert len(TextReader(net, PIECES, LABELS)(sentences).heads) == 9
    assert (rows - exact).std() < 0.05 * exact.std()


def test_all_large_layers_are_quantized():
    net = small_net()
    set_precision(net, Precision.INT8)
    for part, n_layers, n_pairs in ((net.encoder, 5, 2), (net.trees, 2, 0)):
        assert not [layer for layer in part.modules() if isinstance(layer, nn.Linear)]
        assert len([layer for layer in part.modules() if isinstance(layer, ByteLinear)]) == n_layers
        assert len([layer for layer in part.modules() if isinstance(layer, ByteFeedForward)]) == n_pairs
