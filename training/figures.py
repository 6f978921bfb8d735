"""What the models can do: `python -m training.figures --models service/models/en …`.

Prints the lines of `MODEL_CARD.md`: the size of each file; the CoNLL 2018 scores of the service's parser on the raw
text of a treebank file; the names that the models find on the words of an annotated file. `bench.speed` measures speed.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from stanza.models.common.utils import ud_scores

from service.domain.articles import Sentence as ParsedSentence
from service.parsing.annotation import Annotator
from service.parsing.nets.names import name_spans
from service.parsing.parser import Parser
from service.parsing.stanza_parser import StanzaParser, load_annotator
from training.encoder.examples import NamedSentence, read_names
from training.treebank import TREEBANK_NAME, Sentence, Word, conllu, raw_paragraphs, raw_text, read_treebank

SCORES = ("Tokens", "Sentences", "UPOS", "Lemmas", "UAS", "LAS")

_Span = tuple[int, int, str]


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


def names_scores(models: Annotator, gold: Sequence[NamedSentence]) -> dict[str, float]:
    """The F measure, in per cent, over all names and for each kind, on the annotated sentences' own words."""
    with torch.inference_mode():
        annotations = models.annotate([[word for word, _ in sentence] for sentence in gold])
    found = {*name_spans([annotation.entity for annotation in annotations])}
    annotated = {*name_spans([tag for sentence in gold for _, tag in sentence])}
    kinds = sorted({kind for _, _, kind in annotated})
    return {"all": _f_measure(found, annotated)} | {
        kind: _f_measure(*({span for span in spans if span[2] == kind} for spans in (found, annotated)))
        for kind in kinds
    }


def _f_measure(found: set[_Span], annotated: set[_Span]) -> float:
    return 200 * len(found & annotated) / max(len(found) + len(annotated), 1)


def main() -> None:
    """Measure what is asked for and print it as lines of Markdown."""
    options = _options()
    torch.set_num_threads(1)
    for path in sorted(options.models.glob("*.pt")):
        print(f"- {path.name}: {path.stat().st_size / 1e6:.1f} MB")
    if options.treebank:
        gold = options.treebank / f"{TREEBANK_NAME}-{options.part}.conllu"
        _tell(gold, treebank_scores(StanzaParser(options.models), gold))
    if options.names:
        gold = options.names / f"en_press.{options.part}.json"
        _tell(gold, names_scores(load_annotator(options.models), read_names(gold)))


def _tell(gold: Path, scores: Mapping[str, float]) -> None:
    print(f"- {gold.name}:", ", ".join(f"{name} {value:.2f}" for name, value in scores.items()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True, help="folder of all models")
    parser.add_argument("--treebank", type=Path, help="folder of the CoNLL-U files")
    parser.add_argument("--names", type=Path, help="folder of the articles with names")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    return parser.parse_args()


if __name__ == "__main__":
    main()
