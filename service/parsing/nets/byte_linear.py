"""Linear layers in whole numbers of eight bits: a fraction of the time of floats where the processor multiplies them.

Each column of the input has a step, which was measured on news when the net was trained, and each column of the weights
has one of its own (per-channel static quantization, as in Xiao et al. 2023, "SmoothQuant"): what a row becomes does not
depend on its neighbours. Larger numbers than were seen become the largest.
"""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

# Numbers from -127 to 127: with as many on both sides, 0 stays 0. Those of the input are counted from 128: processors
# multiply numbers without a sign by numbers with one.
_MOST, _ZERO = 127, 128
# The largest number of a weight, the first that adds up: a processor without VNNI adds two products in 16 bits, which
# hold 2 * 255 * 64.
_MOST_WEIGHTS = (127, 64)
# GELU is never less, and here 255 steps reach from it to the largest number.
_LEAST_GELU, _GELU_STEPS = -0.17, 255
# Rows are filled up to multiples of this: oneDNN compiles for each number of rows, which takes longer than to compute.
ROWS = 64


class MeasuredLinear(nn.Linear):
    """A linear layer that knows the largest number of each column of its input, without sign."""

    most: Tensor

    def __init__(self, n_inputs: int, n_outputs: int, *, bias: bool = True) -> None:
        super().__init__(n_inputs, n_outputs, bias=bias)
        self.register_buffer("most", torch.ones(n_inputs))


class FeedForward(nn.Module):
    """Two layers with a GELU between them; what comes out of that is measured as a whole."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.widened = MeasuredLinear(width, inner)
        self.narrowed = MeasuredLinear(inner, width)

    def forward(self, rows: Tensor) -> Tensor:
        """What the layers make of the rows, (…, width)."""
        found: Tensor = self.narrowed(gelu(self.widened(rows)))
        return found


class ByteLinear(nn.Module):
    """A linear layer that is quantized when it is made."""

    def __init__(self, linear: MeasuredLinear) -> None:
        super().__init__()
        steps = _steps(linear.most)
        self._per_step = 1 / steps
        self._weights = _Weights(linear, steps)

    def forward(self, rows: Tensor) -> Tensor:
        """What the layer makes of the rows, (…, width)."""
        found = self._weights.times(_numbers(rows, self._per_step), _ZERO)
        return _like(rows, found)


class ByteFeedForward(nn.Module):
    """Two layers that are quantized when they are made; what is between them stays in eight bits."""

    def __init__(self, feed: FeedForward) -> None:
        super().__init__()
        steps = _steps(feed.widened.most)
        self._per_step = 1 / steps
        self._step = (float(feed.narrowed.most.max()) - _LEAST_GELU) / _GELU_STEPS
        self._zero = round(-_LEAST_GELU / self._step)
        self._widened = _Weights(feed.widened, steps)
        self._narrowed = _Weights(feed.narrowed, torch.tensor(self._step))

    def forward(self, rows: Tensor) -> Tensor:
        """What the layers make of the rows, (…, width)."""
        inner = self._widened.gelu_times(_numbers(rows, self._per_step), self._step, self._zero)
        return _like(rows, self._narrowed.times(inner, self._zero))


class _Weights:
    """The weights of a layer whose input is counted in these steps, in the order in which oneDNN reads them."""

    def __init__(self, linear: nn.Linear, steps: Tensor, most: int | None = None) -> None:
        weights = linear.weight.detach().float() * steps
        self._scales = _steps(weights.abs().amax(1), most or largest_weight() or _MOST)
        numbers = (weights / self._scales.unsqueeze(1)).round().to(torch.int8)
        self._numbers = torch.ops.onednn.qlinear_prepack(numbers, None)
        self._zeros = torch.zeros(len(weights), dtype=torch.long)
        self._bias = None if linear.bias is None else linear.bias.detach().float()

    def times(self, numbers: Tensor, zero: int) -> Tensor:
        """The layer of these numbers, which are counted from `zero`, in float32."""
        return self._multiply(numbers, zero, 1.0, 0, torch.float32, "none", "")

    def gelu_times(self, numbers: Tensor, step: float, zero: int) -> Tensor:
        """The GELU of the layer, in such steps and counted from `zero`."""
        return self._multiply(numbers, _ZERO, step, zero, torch.uint8, "gelu", "none")

    def _multiply(self, numbers: Tensor, zero: int, *output: object) -> Tensor:
        step, counted_from, dtype, function, approximation = output
        found: Tensor = torch.ops.onednn.qlinear_pointwise(
            numbers, 1.0, zero, self._numbers, self._scales, self._zeros, self._bias,
            step, counted_from, dtype, function, [], approximation,
        )  # fmt: skip
        return found


def _steps(most: Tensor, n_steps: int = _MOST) -> Tensor:
    return (most.float() / n_steps).clamp(min=torch.finfo(torch.float32).tiny)


def _numbers(rows: Tensor, per_step: Tensor) -> Tensor:
    """The rows in steps, with as many rows more as fill up."""
    flat = rows.flatten(0, -2)
    found = torch.empty(len(flat) + -len(flat) % ROWS, flat.shape[1], dtype=torch.int8)
    found[: len(flat)] = (flat * per_step).clamp_(-_MOST, _MOST).round_()
    return found.view(torch.uint8).bitwise_xor_(_ZERO)


def _like(rows: Tensor, found: Tensor) -> Tensor:
    """What was found for the rows, without what filled up."""
    shape = rows.shape[:-1]
    return found[: shape.numel()].view(*shape, -1)


@cache
def largest_weight() -> int | None:
    """The largest number that weights are counted to here, 127 or 64; None where products of neither add up."""
    return next((most for most in _MOST_WEIGHTS if _adds_up(most)), None)


def _adds_up(most_weight: int) -> bool:
    """Whether this processor adds products of the largest numbers without loss."""
    ones = nn.Linear(_MOST, 1, bias=False)
    nn.init.ones_(ones.weight)
    numbers = torch.full((ROWS, _MOST), _ZERO + _MOST, dtype=torch.uint8)
    with torch.inference_mode():
        found = _Weights(ones, torch.tensor(1.0), most_weight).times(numbers, 0)
    return torch.allclose(found, torch.tensor(float((_ZERO + _MOST) * _MOST)))
