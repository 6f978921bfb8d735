"""The numbers that a net computes with: whole ones of eight bits, or floats of 16 or 32 bits.

It is what the processor does fastest. What is read differs in few words (`bench/encoder.md`).
"""

from __future__ import annotations

import time
from enum import StrEnum
from functools import cache

import torch
from torch import nn

from service.parsing.nets.byte_linear import ByteLinear, is_exact
from service.parsing.nets.encoder import Size
from service.parsing.nets.multitask import MultitaskNet

# Words that are computed on trial, and how often: a tenth of a second in all.
_ROWS, _TRIALS = 128, 8
# A precision that is less exact must win clearly: so processes on one machine choose alike, whatever else it does.
_WINS = 0.85


class Precision(StrEnum):
    """The exact one first."""

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"
    INT8 = "int8"


@cache
def fastest(size: Size) -> Precision:
    """The precision for this processor, by trials of layers as large as those of the net; a process tries once."""
    known = [precision for precision in Precision if _is_known(precision)]
    trials = [_Trial(size, precision) for precision in known]
    # In turn, so that a busy moment does not hit one alone; the first trial prepares.
    seconds = [min(times[1:]) for times in zip(*([trial() for trial in trials] for _ in range(_TRIALS)), strict=True)]
    chosen = 0
    for number, needed in enumerate(seconds):
        if needed < _WINS * seconds[chosen]:
            chosen = number
    return known[chosen]


def set_precision(net: MultitaskNet, precision: Precision) -> None:
    """Have the net compute in this precision from now on; it cannot be trained any more.

    What is read off vectors of bfloat16 keeps its floats, for it takes little time; only the products of heads and
    dependents, which are many, are of 16 bits wherever the processor multiplies those.
    """
    _convert(net.encoder, precision)
    if precision == Precision.INT8:
        _convert(net.trees, precision)
    if precision != Precision.FLOAT32 and _is_known(Precision.BFLOAT16):
        net.trees.relations = nn.Parameter(net.trees.relations.bfloat16(), requires_grad=False)


def _convert(module: nn.Module, precision: Precision) -> None:
    if precision == Precision.BFLOAT16:
        module.bfloat16()
    elif precision == Precision.INT8:
        for name, part in module.named_children():
            if isinstance(part, nn.Linear):
                setattr(module, name, ByteLinear(part))
            else:
                _convert(part, precision)


def _is_known(precision: Precision) -> bool:
    """Whether the processor has instructions for it; without, it would be slow, or would not add up."""
    known = torch.cpu.get_capabilities()
    if precision == Precision.INT8:
        return bool(known.get("avx512_vnni") or known.get("avx_vnni")) and is_exact()
    return precision == Precision.FLOAT32 or bool(known.get("avx512_bf16") or known.get("amx_bf16"))


class _Trial:
    """Two layers, and the processor time of a call to them."""

    def __init__(self, size: Size, precision: Precision) -> None:
        self._layers = nn.Sequential(nn.Linear(size.width, size.inner), nn.Linear(size.inner, size.width))
        self._rows = torch.ones(_ROWS, size.width, dtype=torch.bfloat16 if precision == Precision.BFLOAT16 else None)
        _convert(self._layers, precision)

    def __call__(self) -> float:
        began = time.thread_time()
        with torch.inference_mode():
            self._layers(self._rows)
        return time.thread_time() - began
