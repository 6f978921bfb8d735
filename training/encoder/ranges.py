"""How large the numbers are that the layers of a net meet, so that they can be counted in steps of eight bits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from service.parsing.nets.byte_linear import FeedForward, MeasuredLinear
from service.parsing.nets.multitask import MultitaskNet
from service.parsing.nets.reading import TextReader
from service.parsing.nets.windows import Words

# Of the numbers behind a GELU, which share one step, one in 100,000 may be larger: the steps are finer for the others.
_SHARE = 0.99999
# Of those numbers, one in 11 is looked at.
_EVERY = 11


def measure_ranges(net: MultitaskNet, read: TextReader, sentences: Sequence[Words]) -> None:
    """Have each layer know how large the numbers are that it meets when `read` reads the sentences with the net."""
    inner = [part.narrowed for part in net.modules() if isinstance(part, FeedForward)]
    layers = [part for part in net.modules() if isinstance(part, MeasuredLinear) and part not in inner]
    seen: dict[nn.Module, list[Tensor]] = {layer: [] for layer in inner}
    for layer in layers:
        layer.most.zero_()
    hooks = [layer.register_forward_pre_hook(_follow) for layer in layers]
    hooks += [layer.register_forward_pre_hook(_keep_in(seen)) for layer in inner]
    with torch.inference_mode():
        read(sentences)
    for hook in hooks:
        hook.remove()
    for layer in inner:
        layer.most.fill_(torch.cat(seen[layer]).quantile(_SHARE))


def _follow(layer: nn.Module, inputs: tuple[Tensor]) -> None:
    if isinstance(layer, MeasuredLinear):
        torch.maximum(layer.most, inputs[0].abs().flatten(0, -2).amax(0), out=layer.most)


def _keep_in(seen: dict[nn.Module, list[Tensor]]) -> Callable[[nn.Module, tuple[Tensor]], None]:
    def keep(layer: nn.Module, inputs: tuple[Tensor]) -> None:
        seen[layer].append(inputs[0].flatten()[::_EVERY].clone())

    return keep
