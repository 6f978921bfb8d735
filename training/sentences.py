"""Learn where sentences end: `python -m training.sentences --help`.

Writes `service/models/parsing/sentence_breaks.txt`. The treebank has labels for the web, where many a line ends without
a mark. News articles have none: for them Stanza's tokenizer splits, mended where nothing ends a sentence.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import stanza
import torch

from service.parsing.sentence_breaks import Passage
from service.text.cleaning import clean
from service.text.paragraphs import find_paragraphs
from training.attribution.tables import MODELS, write_table
from training.mending import mended_sentences
from training.treebank import TREEBANK_NAME, ends_in, raw_paragraphs, raw_text, read_treebank

_COMMENT = """\
How much each sign of a place between two words (parsing/sentence_breaks.py) speaks for a sentence's end there, in log
odds. Learnt from Universal Dependencies English EWT and GUM, and from articles of PolNeAR 1.0.0 train as Stanza's
tokenizer splits them: python -m training.sentences
"""
# A sign that is met less often teaches nothing about other texts.
_LEAST_COUNT = 3
_LEAST_WEIGHT = 0.1
# The table would rather split once too often: the odds at which it splits are a little below even.
_LENIENCE = 0.25

# The signs of a place where a sentence can end, and whether one ends there.
Example = tuple[tuple[str, ...], bool]


def main() -> None:
    """Learn the table and write it."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    examples = [*_treebank_examples(options.treebank / f"{TREEBANK_NAME}-train.conllu")]
    examples += _article_examples(options.articles, options.models, options.n_articles)
    weights = _fit(examples, n_epochs=options.epochs, penalty=options.penalty)
    rows = sorted(weights.items(), key=lambda row: (-abs(row[1]), row[0]))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    write_table(options.output, _COMMENT, {sign: f"{weight:.2f}" for sign, weight in rows})
    print(f"{len(examples):,} places, {len(rows):,} signs kept: {options.output}")


def _treebank_examples(path: Path) -> Iterator[Example]:
    text = raw_text(path)
    ends = ends_in(text, ("".join(word.text for word in sentence) for sentence in read_treebank(path)))
    for paragraph in raw_paragraphs(text):
        yield from _examples(paragraph.text, paragraph.start, ends)


def _article_examples(path: Path, models: Path, n_articles: int) -> Iterator[Example]:
    split = stanza.Pipeline(
        "en", dir=str(models), processors="tokenize", tokenize_model_path=str(models / "tokenize.pt"),
        download_method=None, allow_unknown_language=True, use_gpu=False, logging_level="ERROR",
    )  # fmt: skip
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, n_articles):
            text = clean(json.loads(line)["text"])
            for paragraph in find_paragraphs(text):
                document = split(paragraph.text.replace("\n", " "))
                sentences = mended_sentences([each.to_dict() for each in document.sentences], document.text)
                ends = {paragraph.start + sentence[-1]["end_char"] for sentence in sentences}
                yield from _examples(paragraph.text, paragraph.start, ends)


def _examples(text: str, start: int, sentence_ends: set[int]) -> Iterator[Example]:
    """The places of a paragraph that begins at the offset `start`, from which the ends are not counted."""
    passage = Passage(text)
    is_end = [start + end in sentence_ends for _, end in passage.words]
    ends = [place for place, ended in enumerate(is_end, start=1) if ended]
    for place, length, is_quoted in passage.walk(ends):
        yield tuple(passage.signs(place, length, is_quoted)), is_end[place]


def _fit(examples: Sequence[Example], *, n_epochs: int, penalty: float) -> dict[str, float]:
    """Logistic regression; `penalty` on the sum of the weights' sizes takes most signs out."""
    counts = Counter(sign for signs, _ in examples for sign in signs if "#" not in sign)
    numbers = {sign: number for number, sign in enumerate((s for s, n in counts.items() if n >= _LEAST_COUNT), start=1)}
    most = max(len(signs) for signs, _ in examples)
    rows = torch.tensor([[numbers.get(sign, 0) for sign in signs] + [0] * (most - len(signs)) for signs, _ in examples])
    labels = torch.tensor([float(is_end) for _, is_end in examples])
    weights = torch.nn.EmbeddingBag(len(numbers) + 1, 1, mode="sum", padding_idx=0)
    torch.nn.init.zeros_(weights.weight)
    bias = torch.nn.Parameter(torch.zeros(()))
    optimizer = torch.optim.Adam([weights.weight, bias], lr=0.05)
    falling = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.8)
    for _ in range(n_epochs):
        for batch in torch.split(torch.randperm(len(labels)), 4096):
            logits = weights(rows[batch]).squeeze(1) + bias
            likelihood = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels[batch])
            optimizer.zero_grad()
            (likelihood + penalty * weights.weight.abs().sum()).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        falling.step()
    fitted = weights.weight.detach().squeeze(1).tolist()
    kept = {sign: fitted[number] for sign, number in numbers.items() if abs(fitted[number]) > _LEAST_WEIGHT}
    return {"always": bias.item() + _LENIENCE, **kept}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--articles", type=Path, required=True, help="JSON lines with a `text` each")
    parser.add_argument("--models", type=Path, required=True, help="folder with the tokenizer that splits the articles")
    parser.add_argument("--n-articles", type=int, default=150)
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--penalty", type=float, default=5e-6)
    parser.add_argument("--seed", type=int, default=1234)
    parser.add_argument("--output", type=Path, default=MODELS / "parsing" / "sentence_breaks.txt")
    return parser.parse_args()


if __name__ == "__main__":
    main()
