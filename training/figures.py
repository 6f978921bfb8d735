"""What the models can do: `python -m training.figures --models service/models/en …`.

Prints the lines of `MODEL_CARD.md`: the size of each file; the CoNLL 2018 scores of the service's parser on the raw
text of a treebank file; the names that the name tagger finds in an annotated file. `bench.speed` measures speed.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import ud_scores
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer as NameTagger

from service.domain.articles import Sentence as ParsedSentence
from service.parsing.parser import Parser
from service.parsing.stanza_parser import StanzaParser
from training.names import named_spans
from training.treebank import TREEBANK_NAME, Sentence, Word, conllu, raw_paragraphs, raw_text, read_treebank

PROCESSORS = ("tokenize", "pos", "lemma", "depparse", "ner")
FILES = (*PROCESSORS, "pretrain")
SCORES = ("Tokens", "Sentences", "UPOS", "Lemmas", "UAS", "LAS")


@contextmanager
def models_folder(models: Path, replaced: Mapping[str, Path]) -> Iterator[Path]:
    """While it lasts, a folder of the models, some of them replaced by other files."""
    with tempfile.TemporaryDirectory() as folder:
        for name in FILES:
            (Path(folder) / f"{name}.pt").symlink_to(_file(models, replaced, name).absolute())
        (Path(folder) / "resources.json").write_text("{}", encoding="utf-8")
        yield Path(folder)


def treebank_scores(parser: Parser, gold: Path) -> dict[str, float]:
    """The CoNLL 2018 F measures, in per cent, of a parse of the file's raw text.

    The service's lemmas are in lower case: they are measured against the file's in lower case.
    """
    text = raw_text(gold)
    found = map(_treebank_sentence, parser.parse(text, raw_paragraphs(text)))
    folded = (tuple(replace(word, lemma=word.lemma.casefold()) for word in words) for words in read_treebank(gold))
    scores = ud_scores(io.StringIO(conllu(folded)), io.StringIO(conllu(found)))
    return {name: 100 * scores[name].f1 for name in SCORES}


def _treebank_sentence(sentence: ParsedSentence) -> Sentence:
    return tuple(
        Word(
            text="".join(token.span.text.split()),
            lemma=token.lemma,
            pos=token.pos,
            head=0 if token.head is None else token.head + 1,
            relation=token.relation,
            has_space_after=True,
        )
        for token in sentence.tokens
    )


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


def _f_measure(found: set[tuple[int, int, int, str]], annotated: set[tuple[int, int, int, str]]) -> float:
    return 200 * len(found & annotated) / max(len(found) + len(annotated), 1)


def main() -> None:
    """Measure what is asked for and print it as lines of Markdown."""
    options = _options()
    logging.getLogger("stanza").setLevel(logging.ERROR)
    torch.set_num_threads(1)
    replaced = {name: path for name in PROCESSORS if (path := getattr(options, name))}
    for name in FILES:
        print(f"- {name}.pt: {_file(options.models, replaced, name).stat().st_size / 1e6:.1f} MB")
    if options.treebank:
        gold = options.treebank / f"{TREEBANK_NAME}-{options.part}.conllu"
        with models_folder(options.models, replaced) as folder:
            _tell(gold, treebank_scores(StanzaParser(folder), gold))
    if options.names:
        gold = options.names / f"en_press.{options.part}.json"
        _tell(gold, names_scores(_file(options.models, replaced, "ner"), options.models / "pretrain.pt", gold))


def _file(models: Path, replaced: Mapping[str, Path], name: str) -> Path:
    return replaced.get(name, models / f"{name}.pt")


def _tell(gold: Path, scores: Mapping[str, float]) -> None:
    print(f"- {gold.name}:", ", ".join(f"{name} {value:.2f}" for name, value in scores.items()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, help="folder of all models")
    for name in PROCESSORS:
        parser.add_argument(f"--{name}", type=Path, help=f"a file to measure instead of {name}.pt of the folder")
    parser.add_argument("--treebank", type=Path, help="folder of the CoNLL-U files")
    parser.add_argument("--names", type=Path, help="folder of the articles with names")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    return parser.parse_args()


if __name__ == "__main__":
    main()
