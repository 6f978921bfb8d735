"""A pretrained BERT as its package has it."""

import json
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from service.parsing.nets.encoder import Encoder
from service.parsing.nets.windows import pack
from tests.parsing.nets.small import KNOWN, PIECES, size
from tests.training.encoder.small import vocabulary
from training.encoder.pretrained import read_pieces, read_weights, take_over

pytestmark = pytest.mark.slow


def test_the_pieces_are_those_of_the_list(tmp_path: Path):
    assert read_pieces(vocabulary(tmp_path)).known == KNOWN


def test_a_pretrained_bert_is_computed_as_it_was(tmp_path: Path):
    """Layers 2 and 0 of three, compared with torch's own; no vector for shapes has been learned yet."""
    torch.manual_seed(1)
    layers = [nn.TransformerEncoderLayer(16, 2, 32, 0.0, "gelu", 1e-12, batch_first=True).eval() for _ in range(3)]
    weights = _bert_weights(layers)
    _write_weights(tmp_path / "model.safetensors", weights)
    encoder = Encoder(size(n_piece_layers=2)).eval()
    take_over(encoder, read_weights(tmp_path / "model.safetensors"), [2, 0])
    batch = pack([[["Ann", "Oslo", "."]]], PIECES)
    rows = weights["embeddings.word_embeddings.weight"][batch.pieces]
    rows = rows + weights["embeddings.position_embeddings.weight"][: rows.shape[1]]
    rows = rows + weights["embeddings.token_type_embeddings.weight"][0]
    rows = nn.functional.layer_norm(rows, (16,), eps=1e-12)
    expected = layers[0](layers[2](rows))
    # The first piece of each word: "Oslo" has two.
    torch.testing.assert_close(encoder(batch), expected[:, [0, 1, 2, 4, 5]], atol=1e-5, rtol=1e-4)


def _bert_weights(layers: list[nn.TransformerEncoderLayer]) -> dict[str, Tensor]:
    found = {
        "embeddings.word_embeddings.weight": torch.randn(len(KNOWN), 16),
        "embeddings.position_embeddings.weight": torch.randn(512, 16),
        "embeddings.token_type_embeddings.weight": torch.randn(2, 16),
        "embeddings.LayerNorm.weight": torch.ones(16),
        "embeddings.LayerNorm.bias": torch.zeros(16),
    }
    for number, layer in enumerate(layers):
        inputs = (layer.self_attn.in_proj_weight.chunk(3), layer.self_attn.in_proj_bias.chunk(3))
        parts = {
            "attention.output.dense": layer.self_attn.out_proj, "attention.output.LayerNorm": layer.norm1,
            "intermediate.dense": layer.linear1, "output.dense": layer.linear2, "output.LayerNorm": layer.norm2,
        }  # fmt: skip
        for side, weight, bias in zip(("query", "key", "value"), *inputs, strict=True):
            found[f"encoder.layer.{number}.attention.self.{side}.weight"] = weight
            found[f"encoder.layer.{number}.attention.self.{side}.bias"] = bias
        for name, part in parts.items():
            found[f"encoder.layer.{number}.{name}.weight"] = part.weight
            found[f"encoder.layer.{number}.{name}.bias"] = part.bias
    return {name: weight.detach().contiguous() for name, weight in found.items()}


def _write_weights(path: Path, weights: dict[str, Tensor]) -> None:
    """As safetensors writes them, with a tensor of numbers that is no weight."""
    header: dict[str, object] = {
        "__metadata__": {"format": "pt"},
        "embeddings.position_ids": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]},
    }
    content = bytes(8)
    for name, weight in weights.items():
        values = weight.numpy().tobytes()
        offsets = [len(content), len(content) + len(values)]
        header[name] = {"dtype": "F32", "shape": list(weight.shape), "data_offsets": offsets}
        content += values
    head = json.dumps(header).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + content)
