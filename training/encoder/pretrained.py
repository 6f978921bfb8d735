"""A BERT-like encoder as its package has it: its pieces, and its weights (safetensors), taken over layer by layer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from service.parsing.nets.encoder import Encoder
from service.parsing.nets.pieces import Pieces

_TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
_OURS = {
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "feed.widened": "intermediate.dense",
    "feed.narrowed": "output.dense",
    "fed_norm": "output.LayerNorm",
}


def read_pieces(path: Path) -> Pieces:
    """The pieces of a vocabulary file, one a line."""
    return Pieces(path.read_text(encoding="utf-8").splitlines())


def read_weights(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file whose types are known here, by name."""
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    return {
        name: _tensor(content[start + entry["data_offsets"][0] : start + entry["data_offsets"][1]], entry)
        for name, entry in header.items()
        if entry["dtype"] in _TYPES
    }


def take_over(encoder: Encoder, weights: dict[str, Tensor], layers: Sequence[int]) -> None:
    """Give the encoder's layers the weights of these layers of a BERT; shapes say nothing yet."""
    types = weights["embeddings.token_type_embeddings.weight"]
    ours = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"] + types[0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "shapes.weight": torch.zeros_like(encoder.shapes.weight),
        "rest.weight": torch.zeros_like(encoder.rest.weight),
    }
    for number, origin in enumerate(layers):
        ours.update({f"layers.{number}.{name}": weight for name, weight in _layer(weights, origin).items()})
    # How large the numbers are is measured when the net has learned.
    encoder.load_state_dict({**encoder.state_dict(), **ours})


def _layer(weights: dict[str, Tensor], number: int) -> dict[str, Tensor]:
    prefix = f"encoder.layer.{number}"
    found = {}
    for part in ("weight", "bias"):
        sides = [weights[f"{prefix}.attention.self.{side}.{part}"] for side in ("query", "key", "value")]
        found[f"attention.{part}"] = torch.cat(sides)
        found.update({f"{name}.{part}": weights[f"{prefix}.{theirs}.{part}"] for name, theirs in _OURS.items()})
    return found


def _tensor(content: bytes, entry: dict[str, Any]) -> Tensor:
    flat = torch.frombuffer(bytearray(content), dtype=_TYPES[entry["dtype"]])
    return flat.view(entry["shape"]).float()
