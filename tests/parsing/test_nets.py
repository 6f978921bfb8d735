"""Our way of running Stanza's nets answers as Stanza does."""

from itertools import pairwise, product
from pathlib import Path

import pytest
import torch

from service.config.settings import Settings
from service.parsing.nets.loading import load_plain_models
from service.parsing.nets.names import best_paths
from service.parsing.nets.packing import Packing
from service.parsing.nets.word_rows import WordRows
from service.parsing.sentence_breaks import split_sentences
from service.parsing.stanza_pipeline import PipelineModels

SEED = Path(__file__).parent.parent.parent / "seeds"


def test_packed_rows_come_back_as_they_stood():
    rows = torch.arange(9).unsqueeze(1)
    packing = Packing([2, 4, 3])
    packed = packing.pack(rows)
    assert packed.data.squeeze(1).tolist() == [2, 6, 0, 3, 7, 1, 4, 8, 5]
    assert packed.batch_sizes.tolist() == [3, 3, 2, 1]
    assert packing.unpack(packed.data).equal(rows)
    assert packing.unsort(torch.tensor([[4], [3], [2]])).squeeze(1).tolist() == [2, 4, 3]


def test_a_word_is_computed_once_until_the_memory_is_full(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("service.parsing.nets.word_rows._CAPACITY", 3)
    computed: list[str] = []

    def compute(words: list[str]) -> torch.Tensor:
        computed.extend(words)
        return torch.tensor([[float(len(word))] for word in words])

    rows = WordRows(compute, 1)
    assert rows(["a", "bb", "a"]).tolist() == [[1.0], [2.0], [1.0]]
    assert rows(["bb", "ccc"]).tolist() == [[2.0], [3.0]]
    assert computed == ["a", "bb", "ccc"]
    assert rows(["dddd", "bb"]).tolist() == [[4.0], [2.0]]
    assert computed[3:] == ["dddd", "bb"]


def test_no_path_of_tags_has_a_higher_sum():
    torch.manual_seed(1)
    lengths, n_tags = [3, 1, 4], 3
    scores, transitions = torch.randn(sum(lengths), n_tags), torch.randn(n_tags, n_tags)
    packing = Packing(lengths)
    found = packing.unpack(best_paths(packing.pack(scores).data, transitions, packing.batch_sizes.tolist())).tolist()
    start = 0
    for length in lengths:
        rows = scores[start : start + length]
        best = max(product(range(n_tags), repeat=length), key=lambda path: _total(path, rows, transitions))
        assert tuple(found[start : start + length]) == best
        start += length


def _total(path: tuple[int, ...], rows: torch.Tensor, transitions: torch.Tensor) -> float:
    steps = sum(float(transitions[a, b]) for a, b in pairwise(path))
    return sum(float(rows[place, tag]) for place, tag in enumerate(path)) + steps


@pytest.mark.model
def test_the_nets_answer_as_stanza_does():
    folder = Settings().models
    paragraphs = next(iter(sorted(SEED.glob("*.txt")))).read_text("utf-8").split("\n")
    found = split_sentences(paragraphs, lambda places: [0.0] * len(places))
    sentences = [
        [text[start:end] for start, end in words]
        for text, of_paragraph in zip(paragraphs, found, strict=True)
        for words in of_paragraph
    ]
    ours = load_plain_models(folder)
    assert ours is not None
    with torch.inference_mode():
        assert ours.annotate(sentences) == PipelineModels(folder).annotate(sentences)
