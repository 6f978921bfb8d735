"""What is read off a reader's vectors."""

import pytest
import torch

from tests.training.encoder.small import LABELS, NAMED, PIECES, TREES, reader
from training.encoder.decoding import NamePaths, names_measure, read_all, tree_measures
from training.encoder.examples import Example, named_examples, tree_examples, windows

pytestmark = pytest.mark.slow


def _numbers(*tags: str) -> tuple[int, ...]:
    return tuple(LABELS.names.index(tag) for tag in tags)


def test_only_whole_names_are_found():
    """The likeliest tag of each word would begin a name and end none."""
    names = LABELS.names
    scores = torch.zeros(3, len(names))
    scores[0, names.index("B-PERSON")] = 3.0
    scores[1, names.index("O")] = 2.0
    scores[2, names.index("E-PERSON")] = 1.0
    found = NamePaths(names)(scores, [2, 1])
    assert [names[number] for number in found] in (["B-PERSON", "E-PERSON", "O"], ["S-PERSON", "O", "O"])


def test_every_word_has_a_head_other_than_itself():
    torch.manual_seed(1)
    examples = tree_examples(TREES, LABELS)
    net = reader().eval()
    found = read_all(net, [*windows(examples, PIECES, 6)], PIECES, LABELS)
    assert [example.words for example in found] == [example.words for example in examples]
    for example in found:
        assert example.heads.count(0) == 1
        assert all(head != place for place, head in enumerate(example.heads, start=1))


def test_names_count_as_found_whole():
    gold = named_examples(NAMED, LABELS)
    found = [Example(gold[0].words, names=_numbers("S-PERSON", "O", "O", "O")), *gold[1:]]
    assert names_measure(gold, gold, LABELS) == 1
    assert names_measure(found, gold, LABELS) == pytest.approx(2 * 3 / 8)
    assert names_measure(found, gold, LABELS, "LOC") == 1


def test_tags_heads_and_relations_are_counted_by_word():
    gold = tree_examples(TREES, LABELS)
    wrong = Example(gold[0].words, tags=gold[0].tags, heads=(3, 0, 2), relations=gold[0].relations)
    assert tree_measures([wrong, gold[1]], gold) == (1, 7 / 8, 7 / 8)
