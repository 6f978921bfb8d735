"""The numbers that a net computes with: whole ones of eight bits, or floats of 32.

It is what the processor does fastest. What is read differs in few words (`bench/encoder.md`).
"""

from __future__ import annotations

import time
from enum import StrEnum
from functools import cache

import torch
from torch import nn

from service.parsing.nets.byte_linear import (
    ByteFeedForward,
    ByteLinear,
    FeedForward,
    MeasuredLinear,
    largest_weight,
)
from service.parsing.nets.encoder import Size
from service.parsing.nets.multitask import MultitaskNet

# Words that are computed on trial, and how often: a tenth of a second in all.
_ROWS, _TRIALS = 128, 8
# A precision that is less exact must win clearly: so processes on one machine choose alike, whatever else it does.
_WINS = 0.85


class Precision(StrEnum):
    """The exact one first."""

    FLOAT32 = "float32"
    INT8 = "int8"


@cache
def fastest(size: Size) -> Precision:
    """The precision for this processor, by trials of layers as large as those of the net; a process tries once."""
    if not _multiplies_bytes():
        return Precision.FLOAT32
    trials = [_Trial(size, precision) for precision in Precision]
    # In turn, so that a busy moment does not hit one alone; the first trial prepares.
    rounds = zip(*([trial() for trial in trials] for _ in range(_TRIALS)), strict=True)
    exact, coarse = (min(seconds[1:]) for seconds in rounds)
    return Precision.INT8 if coarse < _WINS * exact else Precision.FLOAT32


def set_precision(net: MultitaskNet, precision: Precision) -> None:
    """Have the net compute in this precision from now on; it cannot be trained any more.

    Names and tags keep their floats, for they take little time. The products of heads and dependents, which are many,
    become floats of 16 bits where the processor multiplies those.
    """
    if precision == Precision.INT8:
        _quantize(net.encoder)
        _quantize(net.trees)
        if torch.cpu.get_capabilities().get("avx512_bf16"):
            net.trees.relations = nn.Parameter(net.trees.relations.bfloat16(), requires_grad=False)


def _quantize(module: nn.Module) -> None:
    for name, part in module.named_children():
        if isinstance(part, MeasuredLinear):
            setattr(module, name, ByteLinear(part))
        elif isinstance(part, FeedForward):
            setattr(module, name, ByteFeedForward(part))
        else:
            _quantize(part)


def _multiplies_bytes() -> bool:
    """Whether the processor has instructions for it; without, it would be slow, or would not add up."""
    return bool(torch.cpu.get_capabilities().get("avx2")) and largest_weight() is not None


class _Trial:
    """Layers as large as those of the net, and the processor time of a call to them."""

    def __init__(self, size: Size, precision: Precision) -> None:
        self._layers = nn.Sequential(FeedForward(size.width, size.inner))
        self._rows = torch.ones(_ROWS, size.width)
        if precision == Precision.INT8:
            _quantize(self._layers)

    def __call__(self) -> float:
        began = time.thread_time()
        with torch.inference_mode():
            self._layers(self._rows)
        return time.thread_time() - began
