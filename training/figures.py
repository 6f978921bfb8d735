"""What the models can do, measured from raw text: `python -m training.figures --models service/models/en …`.

Prints the lines of `MODEL_CARD.md`: the CoNLL 2018 scores on a treebank file, names on an annotated file,
words a CPU second on plain articles, and the size of each file.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import stanza
import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import ud_scores
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer as NameTagger
from stanza.utils.datasets import conllu_to_text

from training.names import named_spans
from training.treebank import TREEBANK_NAME

PROCESSORS = ("tokenize", "pos", "lemma", "depparse", "ner")
WITH_VECTORS = ("pos", "depparse", "ner")
SCORES = ("Tokens", "Sentences", "Words", "UPOS", "Lemmas", "UAS", "LAS")
N_SPEED_ARTICLES = 24


def pipeline(models: Path, replaced: Mapping[str, Path], processors: Sequence[str]) -> stanza.Pipeline:
    """Stanza over a folder of models, some of them replaced by other files."""
    paths = {f"{name}_model_path": str(replaced.get(name, models / f"{name}.pt")) for name in processors}
    vectors = {f"{name}_pretrain_path": str(models / "pretrain.pt") for name in processors if name in WITH_VECTORS}
    return stanza.Pipeline(
        "en", dir=str(models), processors=",".join(processors), download_method=None,
        allow_unknown_language=True, use_gpu=False, logging_level="ERROR", **paths, **vectors,
    )  # fmt: skip


def treebank_scores(parse: stanza.Pipeline, gold: Path) -> dict[str, float]:
    """The CoNLL 2018 F measures, in per cent, of a parse of the file's plain text."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        conllu_to_text.main([str(gold), str(plain)])
        document = parse(plain.read_text(encoding="utf-8"))
    _restore_long_words(document)
    scores = ud_scores(str(gold), io.StringIO(f"{document:C}\n\n"))
    return {name: 100 * scores[name].f1 for name in SCORES}


def _restore_long_words(document: stanza.Document) -> None:
    """Stanza gives a very long word back as <UNK>, over which the scorer stumbles."""
    for sentence in document.sentences:
        for word in sentence.words:
            if word.text == "<UNK>":
                word.text = document.text[word.start_char : word.end_char]


def names_scores(model: Path, vectors: Path, gold: Path) -> dict[str, float]:
    """The F measure, in per cent, over all names and for each kind, on the file's own words."""
    pretrain = Pretrain(str(vectors))
    tagger = NameTagger(model_file=str(model), pretrain=pretrain, device="cpu")
    articles = Document(json.loads(gold.read_text(encoding="utf-8")))
    loader = DataLoader(articles, 64, tagger.args, pretrain, vocab=tagger.vocab, evaluation=True)
    found, annotated = named_spans(tagger, loader)
    scores = {"all": _f_measure(found, annotated)}
    for kind in sorted({span[3] for span in annotated}):
        scores[kind] = _f_measure(
            {span for span in found if span[3] == kind}, {span for span in annotated if span[3] == kind}
        )
    return scores


def speeds(parse: stanza.Pipeline, texts: Sequence[str]) -> dict[str, float]:
    """Words a CPU second of each processor, article by article."""
    seconds = dict.fromkeys(parse.processors, 0.0)
    n_words = 0
    for text in texts:
        document = Document([], text=text)
        for name, processor in parse.processors.items():
            started = time.process_time()
            document = processor.process(document)
            seconds[name] += time.process_time() - started
        n_words += document.num_words
    return {name: n_words / spent for name, spent in seconds.items()}


def _f_measure(found: set[tuple[int, int, int, str]], annotated: set[tuple[int, int, int, str]]) -> float:
    return 200 * len(found & annotated) / max(len(found) + len(annotated), 1)


def main() -> None:
    """Measure what is asked for and print it as lines of Markdown."""
    options = _options()
    logging.getLogger("stanza").setLevel(logging.ERROR)
    torch.set_num_threads(1)
    replaced = {name: path for name in PROCESSORS if (path := getattr(options, name))}
    for name in (*PROCESSORS, "pretrain"):
        path = replaced.get(name, options.models / f"{name}.pt")
        print(f"- {name}.pt: {path.stat().st_size / 1e6:.1f} MB")
    if options.treebank:
        gold = options.treebank / f"{TREEBANK_NAME}-{options.part}.conllu"
        scores = treebank_scores(pipeline(options.models, replaced, PROCESSORS[:-1]), gold)
        print(f"- {gold.name}:", ", ".join(f"{name} {value:.2f}" for name, value in scores.items()))
    if options.names:
        gold = options.names / f"en_press.{options.part}.json"
        model = replaced.get("ner", options.models / "ner.pt")
        scores = names_scores(model, options.models / "pretrain.pt", gold)
        print(f"- {gold.name}:", ", ".join(f"{name} {value:.2f}" for name, value in scores.items()))
    if options.articles:
        lines = options.articles.read_text(encoding="utf-8").splitlines()[:N_SPEED_ARTICLES]
        texts = [json.loads(line)["text"] for line in lines]
        rates = speeds(pipeline(options.models, replaced, PROCESSORS), texts)
        print("- words a CPU second:", ", ".join(f"{name} {rate:,.0f}" for name, rate in rates.items()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, help="folder of all models")
    for name in PROCESSORS:
        parser.add_argument(f"--{name}", type=Path, help=f"a file to measure instead of {name}.pt of the folder")
    parser.add_argument("--treebank", type=Path, help="folder of the CoNLL-U files")
    parser.add_argument("--names", type=Path, help="folder of the articles with names")
    parser.add_argument("--articles", type=Path, help="JSON lines with a `text` each, for the speed")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    return parser.parse_args()


if __name__ == "__main__":
    main()
