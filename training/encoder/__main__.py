"""Fine-tune the encoder on names and trees: `python -m training.encoder --help`.

It begins with the layers of a pretrained encoder, whose weights and pieces lie in a folder, and goes on from its
checkpoint when it is started again.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import replace
from pathlib import Path

from service.parsing.nets.encoder import Size
from service.parsing.nets.loading import load_net
from service.parsing.nets.multitask import MultitaskNet
from training.descent import Schedule, descend, device, set_seed
from training.encoder.examples import labels_of, read_names
from training.encoder.learning import Course, EncoderLearner, Texts
from training.encoder.pretrained import read_pieces, read_weights, take_over
from training.encoder.raw import raw_sentences
from training.encoder.teaching import Teachers
from training.treebank import TREEBANK_NAME, read_treebank


def main() -> None:
    """Train, and leave the best net at the output."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    set_seed(options.seed, n_threads=options.threads)
    train, dev = (_texts(options.names, options.treebank, part) for part in ("train", "dev"))
    train = replace(train, raw=tuple(raw_sentences(options.articles)) if options.articles else ())
    pieces = read_pieces(options.pretrained / "vocab.txt")
    labels = labels_of(train.named, train.trees)
    size = Size(n_pieces=len(pieces), n_layers=len(options.layers), n_piece_layers=options.piece_layers)
    net = MultitaskNet(size, labels)
    if options.start:
        net.load_state_dict(load_net(options.start)[0].state_dict())
    else:
        take_over(net.encoder, read_weights(options.pretrained / "model.safetensors"), options.layers)
    course = Course(options.window, options.batch_windows, device(), _teachers(options))
    schedule = Schedule(options.steps, options.rate, evaluate_every=options.evaluate_every)
    descend(EncoderLearner(net, pieces, labels, (train, dev), course), schedule, options.output)


def _texts(names: Path, treebank: Path, part: str) -> Texts:
    return Texts(
        read_names(names / f"en_press.{part}.json"), read_treebank(treebank / f"{TREEBANK_NAME}-{part}.conllu")
    )


def _teachers(options: argparse.Namespace) -> Teachers | None:
    if not options.teacher:
        return None
    of_trees = load_net(options.teacher)[0].to(device())
    return Teachers(load_net(options.names_teacher)[0].to(device()) if options.names_teacher else of_trees, of_trees)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--pretrained", type=Path, required=True, help="folder of model.safetensors and vocab.txt")
    parser.add_argument("--names", type=Path, required=True, help="folder of the annotated articles")
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--start", type=Path, help="a net of the same size that was trained before, to go on from")
    parser.add_argument("--teacher", type=Path, help="a larger net that was trained before, to learn from as well")
    parser.add_argument("--names-teacher", type=Path, help="a net that teaches names in the teacher's place")
    parser.add_argument("--articles", type=Path, help="articles without annotation (JSON lines), for the teacher")
    parser.add_argument("--output", type=Path, required=True, help="where the best net goes")
    parser.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3], help="layers to begin with")
    parser.add_argument("--piece-layers", type=int, default=1, help="layers that read pieces, before those of words")
    parser.add_argument("--window", type=int, default=120, help="pieces")
    parser.add_argument("--batch-windows", type=int, default=16)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate")
    parser.add_argument("--evaluate-every", type=int, default=200, help="steps")
    parser.add_argument("--seed", type=int, default=1234)
    parser.add_argument("--threads", type=int, default=1, help="cores to use")
    options = parser.parse_args()
    if options.names_teacher and not options.teacher:
        parser.error("--names-teacher needs --teacher, which teaches tags and trees")
    return options


if __name__ == "__main__":
    main()
