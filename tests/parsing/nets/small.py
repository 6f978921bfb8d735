"""A net of two layers, sixteen wide, that knows nothing; a folder of models around it."""

from dataclasses import asdict
from pathlib import Path

import torch

from service.parsing.nets.byte_linear import MeasuredLinear
from service.parsing.nets.encoder import Size
from service.parsing.nets.loading import ENCODER
from service.parsing.nets.multitask import Labels, MultitaskNet
from service.parsing.nets.pieces import Pieces
from tests.parsing.tiny_models import save_lemmatizer, save_tokenizer

KNOWN = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ann", "lee", "spoke", "##n", "in", "os", "##lo", ".", "we", "‘")
PIECES = Pieces(KNOWN)
LABELS = Labels(
    ("O", "B-PERSON", "E-PERSON", "S-LOC", "S-PERSON"),
    ("ADP", "PRON", "PROPN", "PUNCT", "VERB"),
    ("case", "nsubj", "obl", "punct", "root"),
)


def size(*, n_layers: int = 2, n_piece_layers: int = 1) -> Size:
    """A net that learns in a second."""
    return Size(
        n_pieces=len(KNOWN), width=16, inner=32, n_attention_heads=2, n_layers=n_layers,
        n_piece_layers=n_piece_layers, dropout=0.0, arc_width=8, relation_width=8,
    )  # fmt: skip


def small_net() -> MultitaskNet:
    """A net of random weights, none of which is nothing."""
    torch.manual_seed(1)
    net = MultitaskNet(size(), LABELS, dropout=0.0)
    for part in (net.encoder.rest.weight, net.encoder.shapes.weight, net.trees.relations):
        torch.nn.init.normal_(part, std=0.3)
    for layer in net.modules():
        if isinstance(layer, MeasuredLinear):
            layer.most.fill_(4)
    return net.eval()


def build_encoder_models(folder: Path) -> Path:
    """A folder of models of the kind that comes with the package."""
    folder.mkdir(parents=True, exist_ok=True)
    net = small_net()
    weights = {name: weight.half() for name, weight in net.state_dict().items()}
    saved = {"size": asdict(net.encoder.size), "labels": asdict(LABELS), "pieces": KNOWN, "model": weights}
    torch.save(saved, folder / ENCODER)
    save_lemmatizer(folder / "lemma.pt", {"dict_only": True})
    save_tokenizer(folder / "tokenize.pt")
    return folder
