"""The models of a folder that has an encoder, from their files."""

from collections.abc import Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
from stanza.models.lemma.trainer import Trainer as Lemmatizer
from stanza.models.tokenization.model import Tokenizer
from stanza.models.tokenization.vocab import Vocab as LetterVocab

from service.errors import ModelError
from service.parsing.annotation import Annotation, Places
from service.parsing.nets.encoder import Size
from service.parsing.nets.ends import EndNet
from service.parsing.nets.multitask import Labels, MultitaskNet
from service.parsing.nets.pieces import Pieces
from service.parsing.nets.precision import Precision, fastest, set_precision
from service.parsing.nets.reading import TextReader
from service.parsing.reported.net import ReportedNet

ENCODER, REPORTED = "encoder.pt", "reported.pt"
_PIECES = "encoder.pieces.weight"


class EncoderModels:
    """The models of a folder: the encoder with all that is read off it, lemmas, and where sentences end.

    Raises ModelError if they cannot be loaded.
    """

    def __init__(self, folder: Path, precision: Precision | None = None) -> None:
        """Computes in the precision that is fastest here, unless another is given."""
        try:
            net, pieces, labels = load_net(folder / ENCODER)
            self.precision: str = precision or fastest(net.encoder.size)
            set_precision(net, Precision(self.precision))
            self._read = TextReader(net, pieces, labels, load_reported(folder / REPORTED))
            self._lemmas = Lemmatizer(args={}, model_file=str(folder / "lemma.pt"))
            self._ends = _ends(folder / "tokenize.pt")
        except (OSError, RuntimeError, KeyError, TypeError, ValueError, UnpicklingError) as error:
            raise ModelError(f"the models in {folder} cannot be loaded: {error}") from error

    def annotate(self, sentences: Sequence[Sequence[str]], places: Places | None = None) -> list[Annotation]:
        """See `Annotator.annotate`."""
        read = self._read(sentences, places)
        words = (word for sentence in sentences for word in sentence)
        lemmas = self._lemmas.predict_dict(zip(words, read.tags, strict=True))
        rows = zip(lemmas, read.tags, read.heads, read.relations, read.names, read.reported, strict=True)
        return [
            Annotation(lemma, tag, head - 1 if head else None, relation, name, reported)
            for lemma, tag, head, relation, name, reported in rows
        ]

    def end_odds(self, places: Sequence[tuple[str, int]]) -> list[float]:
        """See `Annotator.end_odds`."""
        return self._ends(places)


def load_net(path: Path) -> tuple[MultitaskNet, Pieces, Labels]:
    """The net from its file, ready to run, with the pieces and the labels that it counts."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    labels = Labels(**{kind: tuple(names) for kind, names in saved["labels"].items()})
    # Made with weights by chance: to make it without any ("meta"), torch imports its compiler, which takes a second.
    net = MultitaskNet(Size(**saved["size"]), labels)
    # The table of pieces, more than half of all, stays as it is: a piece's row is widened when it is read.
    weights = {name: row if name == _PIECES else row.float() for name, row in saved["model"].items()}
    net.load_state_dict(weights, assign=True)
    return net.eval(), Pieces(saved["pieces"]), labels


def load_reported(path: Path) -> ReportedNet | None:
    """The net that tells which words are reported, from its file; None where a folder has none."""
    if not path.is_file():
        return None
    saved = torch.load(path, map_location="cpu", weights_only=True)
    net = ReportedNet(**saved["size"])
    net.load_state_dict({name: row.float() for name, row in saved["model"].items()})
    return net.eval()


def _ends(path: Path) -> EndNet:
    saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    config = saved["config"]
    is_usual = config["hierarchical"] and config["hier_invtemp"] > 0 and config["rnn_layers"] == 1
    if not is_usual or config["conv_res"] is not None:
        raise ValueError("the tokenizer has other layers than Stanza gives one without being asked")
    net = Tokenizer(config, config["vocab_size"], config["emb_dim"], config["hidden_dim"], 0.0, 0.0)
    net.load_state_dict(saved["model"])
    return EndNet(net.eval(), LetterVocab.load_state_dict(saved["vocab"]))
