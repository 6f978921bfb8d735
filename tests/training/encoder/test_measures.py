"""What a net reads, and how right that is."""

import pytest

from service.parsing.nets.reading import TextReader
from tests.parsing.nets.small import LABELS, PIECES, small_net
from tests.training.encoder.small import NAMED, TREES
from training.encoder.examples import Example, named_examples, tree_examples
from training.encoder.measures import names_measure, read_all, tree_measures

pytestmark = pytest.mark.slow


def _numbers(*tags: str) -> tuple[int, ...]:
    return tuple(LABELS.names.index(tag) for tag in tags)


def test_every_word_has_a_head_other_than_itself():
    examples = tree_examples(TREES, LABELS)
    found = read_all(TextReader(small_net(), PIECES, LABELS), examples, LABELS)
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
