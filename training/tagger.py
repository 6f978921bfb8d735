"""Train the part-of-speech tagger: `python -m training.tagger --help`.

It goes on from a trained tagger, on text set as newspapers set it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.pos.data import Dataset
from stanza.models.pos.trainer import Trainer
from stanza.utils.conll import CoNLL

from training.command import begin, options_parser
from training.descent import descend, device
from training.newsprint import newsprint
from training.predicted import predicted_tags
from training.treebank import TREEBANK_NAME, Sentence, read_treebank, write_treebank

# Copies of the training part, each with other marks.
N_COPIES = 2


class TaggerLearner:
    """Stanza's tagger, its batches, and the part of the words tagged right."""

    def __init__(self, arguments: dict[str, object], files: tuple[Path, Path], pretrain: Pretrain, start: Path) -> None:
        train, self._dev = files
        self._gold: tuple[Sentence, ...] = read_treebank(self._dev)
        self._pretrain = pretrain
        self._trainer = Trainer(model_file=str(start), pretrain=pretrain, args=arguments, device=arguments["device"])
        self.model = self._trainer.model
        dataset = Dataset(
            CoNLL.conll2doc(str(train)),
            self._trainer.args,
            pretrain,
            vocab=self._trainer.vocab,
            evaluation=False,
        )
        self._loader = dataset.to_loader(batch_size=arguments["batch_size"], shuffle=True)

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""
        return tuple(self._trainer.optimizers.values())

    def batches(self) -> Iterator[object]:
        """One pass over the training part."""
        return iter(self._loader)

    def update(self, batch: object) -> float:
        """Take one step."""
        return float(self._trainer.update(batch))

    def score(self) -> float:
        """The part of the development part that is tagged right."""
        tags = predicted_tags(self._dev, self._trainer, self._pretrain)
        n_right = sum(
            word.pos == tag
            for sentence, row in zip(self._gold, tags, strict=True)
            for word, tag in zip(sentence, row, strict=True)
        )
        return n_right / sum(map(len, self._gold))

    def save(self, path: Path) -> None:
        """Write the model as the pipeline loads it."""
        self._trainer.save(str(path))


def prepare(treebank: Path, work: Path) -> tuple[Path, Path]:
    """Write the training part in several settings, and the development part as it is."""
    train, dev = work / "train.conllu", work / "dev.conllu"
    gold = read_treebank(treebank / f"{TREEBANK_NAME}-train.conllu")
    copies = (map(newsprint, gold, [random.Random(copy)] * len(gold)) for copy in range(N_COPIES))
    write_treebank(train, chain.from_iterable(copies))
    write_treebank(dev, read_treebank(treebank / f"{TREEBANK_NAME}-dev.conllu"))
    return train, dev


def main() -> None:
    """Train, and leave the best tagger at the output."""
    options = _options()
    start, pretrain, schedule = begin(options)
    arguments: dict[str, object] = {
        "batch_size": options.batch_sentences,
        "dropout": options.dropout,
        "word_dropout": options.word_dropout,
        "device": device(),
    }
    files = prepare(options.treebank, options.work)
    descend(TaggerLearner(arguments, files, pretrain, start), schedule, options.output)


def _options() -> argparse.Namespace:
    parser = options_parser(__doc__, starter="pos.pt", n_steps=4000, rate=2e-3)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--work", type=Path, required=True, help="folder for the prepared files")
    parser.add_argument("--batch-sentences", type=int, default=100)
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--word-dropout", type=float, default=0.2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
