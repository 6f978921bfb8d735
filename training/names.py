"""Train the name tagger: `python -m training.names --help`.

It goes on from a trained one. Its word vectors stay as they are; everything else learns.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer
from stanza.models.ner.utils import decode_from_bioes

from training.command import begin, options_parser
from training.descent import descend, device

# The number of the sentence, the first word, the last, and the kind.
NamedSpan = tuple[int, int, int, str]


class NamesLearner:
    """Stanza's name tagger, its batches, and the F measure of whole names."""

    def __init__(self, arguments: dict[str, object], files: tuple[Path, Path], pretrain: Pretrain, start: Path) -> None:
        self._trainer = Trainer(model_file=str(start), pretrain=pretrain, args=arguments, device=arguments["device"])
        self.model = self._trainer.model
        self._train, self._dev = (
            DataLoader(
                Document(json.loads(file.read_text(encoding="utf-8"))), arguments["batch_size"],
                self._trainer.args, pretrain, vocab=self._trainer.vocab, evaluation=file == files[1],
            )
            for file in files
        )  # fmt: skip

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""
        return (self._trainer.optimizer,)

    def batches(self) -> Iterator[object]:
        """One pass over the training part."""
        self._train.reshuffle()
        return iter(self._train)

    def update(self, batch: object) -> float:
        """Take one step."""
        return float(self._trainer.update(batch))

    def score(self) -> float:
        """The F measure of whole names on the development part."""
        return names_score(self._trainer, self._dev)

    def save(self, path: Path) -> None:
        """Write the model as the pipeline loads it."""
        self._trainer.save(str(path))


def names_score(trainer: Trainer, loader: DataLoader) -> float:
    """The F measure over all kinds of names."""
    found, gold = named_spans(trainer, loader)
    return 2 * len(found & gold) / max(len(found) + len(gold), 1)


def named_spans(trainer: Trainer, loader: DataLoader) -> tuple[set[NamedSpan], set[NamedSpan]]:
    """The names that the tagger finds and the ones annotated."""
    with torch.no_grad():
        found = [tags for batch in loader for tags in trainer.predict(batch)]
    gold = [[tag[0] for tag in tags] for tags in loader.tags]
    return _spans(found), _spans(gold)


def _spans(sentences: Iterable[list[str]]) -> set[NamedSpan]:
    return {
        (index, span["start"], span["end"], span["type"])
        for index, tags in enumerate(sentences)
        for span in decode_from_bioes(tags)
    }


def main() -> None:
    """Train, and leave the best name tagger at the output."""
    options = _options()
    start, pretrain, schedule = begin(options)
    arguments: dict[str, object] = {
        "batch_size": options.batch_sentences,
        "dropout": options.dropout,
        "word_dropout": options.word_dropout,
        "optim": "adam",
        "lr": options.rate,
        "device": device(),
    }
    files = (options.names / "en_press.train.json", options.names / "en_press.dev.json")
    descend(NamesLearner(arguments, files, pretrain, start), schedule, options.output)


def _options() -> argparse.Namespace:
    parser = options_parser(__doc__, starter="ner.pt", n_steps=5000, rate=1e-3)
    parser.add_argument("--names", type=Path, required=True, help="folder of the annotated articles")
    parser.add_argument("--batch-sentences", type=int, default=32)
    parser.add_argument("--dropout", type=float, default=0.5)
    parser.add_argument("--word-dropout", type=float, default=0.02)
    return parser.parse_args()


if __name__ == "__main__":
    main()
