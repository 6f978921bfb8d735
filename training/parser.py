"""Train the dependency parser: `python -m training.parser --help`.

It learns from tags and lemmas as the pipeline predicts them and from text set as newspapers set it. Where a
parser is given to start from, its values are taken over; its pairwise scorers are pruned to the new width,
since they are what costs time when articles are read.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import torch
from stanza.models import parser as stanza_parser
from stanza.models.common.doc import DEPREL, HEAD
from stanza.models.common.pretrain import Pretrain
from stanza.models.depparse import scorer
from stanza.models.depparse.data import DataLoader
from stanza.models.depparse.trainer import GraphTrainer
from stanza.models.depparse.utils import predict_dataset
from stanza.models.lemma.trainer import Trainer as Lemmatizer
from stanza.models.pos.trainer import Trainer as Tagger
from stanza.models.pos.vocab import MultiVocab
from stanza.utils.conll import CoNLL

from training.command import begin, options_parser
from training.descent import descend, device
from training.newsprint import newsprint
from training.predicted import lemmatize, lemmatize_apart, retag
from training.pruning import take_over
from training.treebank import TREEBANK_NAME, read_treebank, write_treebank

# With this part of the words hidden, the starter's tagger is right on 95.6 % of its training part; on the
# development part, which it does not know, it is on 95.3 %.
TAG_NOISE = 0.02
# Copies of the training part, each with other marks and other noise in the tags.
N_COPIES = 2
DEV_BATCH_WORDS = 3000
ARGUMENTS = (
    "--shorthand en_press --no_xpos --no_ufeats --hidden_dim 200 --num_layers 2 --char_hidden_dim 64"
    " --char_emb_dim 32 --word_cutoff 7 --optim adam --beta2 0.98"
)

logger = logging.getLogger("training")


class ParserLearner:
    """Stanza's graph parser, its batches, and the labelled attachment score on predicted tags."""

    def __init__(self, arguments: dict[str, object], files: tuple[Path, Path], pretrain: Pretrain, start: Path) -> None:
        train, self._dev = files
        saved = torch.load(start, map_location="cpu", weights_only=True)
        vocab = MultiVocab.load_state_dict(saved["vocab"])
        self._train_loader = DataLoader(
            CoNLL.conll2doc(str(train)), arguments["batch_size"], arguments, pretrain, vocab=vocab
        )
        self._dev_loader = DataLoader(
            CoNLL.conll2doc(str(self._dev)), DEV_BATCH_WORDS, arguments, pretrain,
            vocab=vocab, evaluation=True, sort_during_eval=True,
        )  # fmt: skip
        self._trainer = GraphTrainer(args=arguments, vocab=vocab, pretrain=pretrain, device=arguments["device"])
        self.model = self._trainer.model
        take_over(self.model, saved["model"])

    def optimizers(self) -> Iterable[torch.optim.Optimizer]:
        """What takes the steps."""
        return tuple(self._trainer.optimizer.values())

    def batches(self) -> Iterator[object]:
        """One pass over the training part."""
        self._train_loader.reshuffle()
        return iter(self._train_loader)

    def update(self, batch: object) -> float:
        """Take one step."""
        loss, _ = self._trainer.update(batch)
        return float(loss)

    def score(self) -> float:
        """The labelled attachment score on the development part."""
        predictions = predict_dataset(self._trainer, self._dev_loader)
        document = self._dev_loader.doc
        document.set([HEAD, DEPREL], list(chain.from_iterable(predictions)))
        _, _, attachment = scorer.score(io.StringIO(f"{document:C}\n\n"), str(self._dev))
        return float(attachment)

    def save(self, path: Path) -> None:
        """Write the model as the pipeline loads it."""
        self._trainer.save(str(path))


def prepare(treebank: Path, models: Path, work: Path, pretrain: Pretrain) -> tuple[Path, Path]:
    """Write the training and development parts with predicted tags and lemmas, unless they lie there."""
    train, dev = work / "train.conllu", work / "dev.conllu"
    if train.exists() and dev.exists():
        return train, dev
    tagger = Tagger(model_file=str(models / "pos.pt"), pretrain=pretrain, device="cpu")
    copies = []
    gold = read_treebank(treebank / f"{TREEBANK_NAME}-train.conllu")
    for copy in range(N_COPIES):
        chance = random.Random(copy)
        part = work / f"train-{copy}.conllu"
        write_treebank(part, [newsprint(sentence, chance) for sentence in gold])
        accuracy = retag(part, tagger, pretrain, noise=TAG_NOISE)
        logger.info("training copy %d: tags %.4f", copy, accuracy)
        copies.append(lemmatize_apart(read_treebank(part), gold))
    write_treebank(dev, read_treebank(treebank / f"{TREEBANK_NAME}-dev.conllu"))
    accuracy = retag(dev, tagger, pretrain)
    logger.info("development part: tags %.4f", accuracy)
    lemmatizer = Lemmatizer(model_file=str(models / "lemma.pt"), args={})
    write_treebank(dev, lemmatize(read_treebank(dev), lemmatizer))
    write_treebank(train, chain.from_iterable(copies))
    return train, dev


def main() -> None:
    """Train, and leave the best parser at the output."""
    options = _options()
    start, pretrain, schedule = begin(options)
    files = prepare(options.treebank, options.models, options.work, pretrain)
    own = f"--batch_size {options.batch_words} --deep_biaff_hidden_dim {options.width}"
    own += f" --dropout {options.dropout} --word_dropout {options.word_dropout}"
    arguments = {**stanza_parser.parse_args(f"{ARGUMENTS} {own}".split()), "device": device()}
    descend(ParserLearner(arguments, files, pretrain, start), schedule, options.output)


def _options() -> argparse.Namespace:
    parser = options_parser(__doc__, starter="depparse.pt", n_steps=4200, rate=1e-3)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--work", type=Path, required=True, help="folder for the prepared files")
    parser.add_argument("--batch-words", type=int, default=1500)
    parser.add_argument("--width", type=int, default=100, help="of the pairwise scorers")
    parser.add_argument("--dropout", type=float, default=0.33)
    parser.add_argument("--word-dropout", type=float, default=0.25)
    return parser.parse_args()


if __name__ == "__main__":
    main()
