"""Linear layers in whole numbers of eight bits: a quarter of the time of floats where the processor multiplies them.

Each column of the weights has its scale, and so has each row of the input when it comes: what a word's row becomes does
not depend on its neighbours, as it would with one scale for all of them, which torch's own dynamic layers take.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

# Numbers from -127 to 127: with as many on both sides, 0 stays 0. Those of the input are counted from 128: processors
# multiply numbers without a sign by numbers with one.
_MOST, _ZERO = 127, 128


class ByteLinear(nn.Module):
    """A linear layer that is quantized when it is made."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weights = linear.weight.detach().float()
        self._scales = (weights.abs().amax(1) / _MOST).clamp(min=torch.finfo(torch.float32).tiny)
        numbers = (weights / self._scales.unsqueeze(1)).round().to(torch.int8)
        # In the order in which oneDNN reads them.
        self._numbers = torch.ops.onednn.qlinear_prepack(numbers, None)
        self._zeros = torch.zeros(len(weights), dtype=torch.long)
        self._bias = None if linear.bias is None else linear.bias.detach().float()

    def forward(self, rows: Tensor) -> Tensor:
        """What the layer makes of the rows, (…, width)."""
        most = torch.maximum(rows.amax(-1, keepdim=True), rows.amin(-1, keepdim=True).neg_())
        steps = (most / _MOST).clamp_(min=torch.finfo(torch.float32).tiny)
        numbers = (rows / steps).round_().to(torch.int8).view(torch.uint8).bitwise_xor_(_ZERO)
        found: Tensor = torch.ops.onednn.qlinear_pointwise(
            numbers, 1.0, _ZERO, self._numbers, self._scales, self._zeros, None, 1.0, 0, torch.float32, "none", [], ""
        )
        # In place, and one after the other: at once, by `addcmul`, it takes three times as long.
        found *= steps
        if self._bias is not None:
            found += self._bias
        return found


def is_exact() -> bool:
    """Whether products of large numbers add up: processors without VNNI add them in 16 bits, which overflow."""
    ones = nn.Linear(_MOST, 1, bias=False)
    nn.init.ones_(ones.weight)
    with torch.inference_mode():
        return float(ByteLinear(ones)(torch.ones(1, _MOST))) == _MOST
