"""Learn where "its" is meant as "it's": `python -m training.contractions --help`.

Writes `service/models/parsing/contractions.txt`. The treebank says of each "its" which it is; each "it's" shows besides
what stands around one. In news articles "its" is taken to be what it says.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import torch

from service.parsing.contractions import contraction_signs
from service.text.cleaning import clean
from service.text.paragraphs import find_paragraphs
from training.attribution.tables import MODELS, write_table
from training.treebank import TREEBANK_NAME, ends_in, raw_paragraphs, raw_text, read_treebank

_COMMENT = """\
How much each sign of an "its" (parsing/contractions.py) speaks for an "it's" without its apostrophe, in log odds.
Learnt from Universal Dependencies English EWT and GUM, and from articles of PolNeAR 1.0.0 train, in which each "its" is
taken for one: python -m training.contractions
"""
_ITS = re.compile(r"(?<![\w'’])(?:its|it(['’])s)(?!\w)", re.IGNORECASE)
# A sign that is met but once teaches nothing about other texts.
_LEAST_COUNT = 2
_LEAST_WEIGHT = 0.01
_N_STEPS = 100

# The signs of a word, whether it is a contraction, and how much it counts.
Example = tuple[tuple[str, ...], bool, float]


def main() -> None:
    """Learn the table and write it."""
    options = _options()
    torch.set_num_threads(1)
    examples = [*_treebank_examples(options.treebank / f"{TREEBANK_NAME}-train.conllu", options.whole)]
    examples += _article_examples(options.articles, options.n_articles)
    weights = _fit(examples, penalty=options.penalty)
    rows = sorted(weights.items(), key=lambda row: (-abs(row[1]), row[0]))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    write_table(options.output, _COMMENT, {sign: f"{weight:.2f}" for sign, weight in rows})
    print(f"{len(examples):,} words, {len(rows):,} signs kept: {options.output}")


def _treebank_examples(path: Path, whole: float) -> Iterator[Example]:
    """Each "its", and each "it's" at the weight `whole`: far fewer apostrophes are left out than written."""
    text = raw_text(path)
    ends = ends_in(text, (word.text for sentence in read_treebank(path) for word in sentence))
    for paragraph in raw_paragraphs(text):
        for found in _ITS.finditer(paragraph.text):
            is_split = paragraph.start + found.start() + len("it") in ends
            yield tuple(contraction_signs(paragraph.text, *found.span())), is_split, whole if found[1] else 1.0


def _article_examples(path: Path, n_articles: int) -> Iterator[Example]:
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, n_articles):
            for paragraph in find_paragraphs(clean(json.loads(line)["text"])):
                for found in _ITS.finditer(paragraph.text):
                    if not found[1]:
                        yield tuple(contraction_signs(paragraph.text, *found.span())), False, 1.0


def _fit(examples: Sequence[Example], *, penalty: float) -> dict[str, float]:
    """Logistic regression, with a penalty on the sum of the squares of the weights."""
    counts = Counter(sign for signs, _, _ in examples for sign in signs if "#" not in sign)
    numbers = {sign: number for number, sign in enumerate((s for s, n in counts.items() if n >= _LEAST_COUNT), start=1)}
    rows = torch.tensor([[numbers.get(sign, 0) for sign in signs] for signs, _, _ in examples])
    labels = torch.tensor([float(is_split) for _, is_split, _ in examples])
    importance = torch.tensor([weight for _, _, weight in examples])
    weights = torch.nn.EmbeddingBag(len(numbers) + 1, 1, mode="sum", padding_idx=0)
    torch.nn.init.zeros_(weights.weight)
    bias = torch.nn.Parameter(torch.zeros(()))
    optimizer = torch.optim.LBFGS([weights.weight, bias], max_iter=_N_STEPS)

    def loss() -> float:
        optimizer.zero_grad()
        logits = weights(rows).squeeze(1) + bias
        likelihood = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, importance, reduction="sum")
        total = likelihood + penalty * weights.weight.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return float(total.detach())

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    fitted = weights.weight.detach().squeeze(1).tolist()
    kept = {sign: fitted[number] for sign, number in numbers.items() if abs(fitted[number]) > _LEAST_WEIGHT}
    return {"always": bias.item(), **kept}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--treebank", type=Path, required=True, help="folder of the CoNLL-U files")
    parser.add_argument("--articles", type=Path, required=True, help="JSON lines with a `text` each")
    parser.add_argument("--n-articles", type=int, default=150)
    parser.add_argument("--whole", type=float, default=0.12, help="what an it's counts beside an its")
    parser.add_argument("--penalty", type=float, default=0.1)
    parser.add_argument("--output", type=Path, default=MODELS / "parsing" / "contractions.txt")
    return parser.parse_args()


if __name__ == "__main__":
    main()
