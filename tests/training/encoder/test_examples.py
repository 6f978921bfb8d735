"""Annotated sentences, and windows of them."""

import json
import random
from pathlib import Path

import pytest

from tests.parsing.nets.small import LABELS, PIECES
from tests.training.encoder.small import NAMED, TREES
from training.encoder.examples import example_windows, named_examples, read_names, tree_examples
from training.encoder.raw import raw_sentences

pytestmark = pytest.mark.slow


def test_names_are_read_as_stanza_has_them(tmp_path: Path):
    path = tmp_path / "names.json"
    rows = [[{"text": word, "ner": tag} for word, tag in sentence] for sentence in NAMED]
    path.write_text(json.dumps([*rows, []]), encoding="utf-8")
    assert read_names(path) == NAMED


def test_windows_hold_whole_sentences():
    examples = named_examples(NAMED, LABELS)
    assert [len(window) for window in example_windows(examples, PIECES, 10)] == [2, 1]
    assert [len(window) for window in example_windows(examples, PIECES, 3)] == [1, 1, 1]


def test_trees_are_set_as_newspapers_set_them():
    """By chance, and without another number of words."""
    examples = tree_examples(TREES, LABELS, random.Random(1))
    assert [example.heads for example in examples] == [(2, 0, 2), (2, 0, 4, 2, 2)]


def test_articles_without_annotation_give_sentences(tmp_path: Path):
    path = tmp_path / "articles.jsonl"
    texts = ("“We are ready,” Ann Lee said. We spoke.\n\nIn Oslo", "word " * 300)
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert list(raw_sentences(path)) == [
        ("“", "We", "are", "ready", ",", "”", "Ann", "Lee", "said", "."),
        ("We", "spoke", "."),
        ("In", "Oslo"),
    ]
