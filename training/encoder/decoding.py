"""What a reader finds in windows: the best names, tags and trees, and how right they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from service.parsing.nets.arborescence import best_tree
from service.parsing.nets.names import best_paths
from service.parsing.nets.packing import Packing
from training.encoder.examples import Example, Labels, Window, pack
from training.encoder.pieces import Pieces
from training.encoder.reader import Reader

_WINDOWS_AT_ONCE = 16
_NEVER = -1e4
_OPEN, _CLOSED = frozenset("BI"), frozenset("OES")


class NamePaths:
    """The best sequences of tags that make whole names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._steps = torch.tensor([[0.0 if _follows(a, b) else _NEVER for b in names] for a in names])
        self._starts = torch.tensor([0.0 if _follows("O", name) else _NEVER for name in names])
        self._ends = torch.tensor([0.0 if _follows(name, "O") else _NEVER for name in names])

    def __call__(self, scores: Tensor, lengths: Sequence[int]) -> list[int]:
        """The numbers of the tags of all words; `scores` (words, tags) sentence after sentence."""
        sentences = Packing(lengths)
        ends = torch.tensor(lengths).cumsum(0) - 1
        scores = scores.float().clone()
        scores[ends] += self._ends
        scores[ends + 1 - torch.tensor(lengths)] += self._starts
        packed = best_paths(sentences.pack(scores).data, self._steps, sentences.batch_sizes.tolist())
        found: list[int] = sentences.unpack(packed).tolist()
        return found


def read(reader: Reader, windows: Sequence[Window], pieces: Pieces, paths: NamePaths) -> list[Example]:
    """The sentences of the windows as the reader annotates them."""
    device = next(reader.parameters()).device
    batch = pack([[example.words for example in window] for window in windows], pieces).to(device)
    sentences = [example.words for window in windows for example in window]
    lengths = [len(words) for words in sentences]
    rows = reader.rows(batch)
    names = paths(reader.names(rows).cpu(), lengths)
    tags = reader.tags(rows).argmax(1).tolist()
    scores = reader.trees.arc_scores(rows, lengths).double().cpu()
    heads = [head for words, of_sentence in zip(sentences, scores, strict=True) for head in _tree(words, of_sentence)]
    relations = reader.trees.relation_scores(rows, lengths, torch.tensor(heads, device=device)).argmax(1).tolist()
    found = []
    start = 0
    for words in sentences:
        part = slice(start, start + len(words))
        numbers = (tuple(column[part]) for column in (names, tags, heads, relations))
        found.append(Example(words, *numbers))
        start += len(words)
    return found


def read_all(reader: Reader, windows: Sequence[Window], pieces: Pieces, labels: Labels) -> list[Example]:
    """The sentences of any number of windows, in their order."""
    paths = NamePaths(labels.names)
    with torch.inference_mode():
        return [
            example
            for start in range(0, len(windows), _WINDOWS_AT_ONCE)
            for example in read(reader, windows[start : start + _WINDOWS_AT_ONCE], pieces, paths)
        ]


def names_measure(found: Iterable[Example], gold: Iterable[Example], labels: Labels, kind: str = "") -> float:
    """The F measure of whole names, of one kind or all."""
    spans = [{span for span in _spans(examples, labels) if not kind or span[3] == kind} for examples in (found, gold)]
    return 2 * len(spans[0] & spans[1]) / max(sum(map(len, spans)), 1)


def tree_measures(found: Iterable[Example], gold: Iterable[Example]) -> tuple[float, float, float]:
    """The parts of the words with the right tag, with the right head, and with the right head and relation."""
    right = [0, 0, 0]
    n_words = 0
    for example, annotated in zip(found, gold, strict=True):
        n_words += len(annotated.words)
        arcs = [ours == theirs for ours, theirs in zip(example.heads, annotated.heads, strict=True)]
        relations = [ours == theirs for ours, theirs in zip(example.relations, annotated.relations, strict=True)]
        right[0] += sum(ours == theirs for ours, theirs in zip(example.tags, annotated.tags, strict=True))
        right[1] += sum(arcs)
        right[2] += sum(arc and relation for arc, relation in zip(arcs, relations, strict=True))
    tags, heads, labelled = (count / max(n_words, 1) for count in right)
    return tags, heads, labelled


def _follows(before: str, after: str) -> bool:
    """Whether the second tag may stand behind the first."""
    if before[0] in _CLOSED:
        return after[0] not in "IE"
    return after[0] in "IE" and before[2:] == after[2:]


def _tree(words: Sequence[str], scores: Tensor) -> list[int]:
    size = len(words) + 1
    table = torch.full((size, size), -torch.inf, dtype=torch.double)
    table[1:] = scores[: size - 1, :size]
    return best_tree(table.fill_diagonal_(-torch.inf).numpy())


def _spans(examples: Iterable[Example], labels: Labels) -> Iterable[tuple[int, int, int, str]]:
    for number, example in enumerate(examples):
        start = 0
        for place, name in enumerate(labels.names[tag] for tag in example.names):
            if name[0] in "BS":
                start = place
            if name[0] in "ES":
                yield number, start, place, name[2:]
