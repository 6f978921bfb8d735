"""One name, one kind."""

import pytest
import torch

from service.parsing.nets.name_kinds import KindsOfNames

pytestmark = pytest.mark.slow

_TAGS = ("O", "B-LOC", "B-PERSON", "E-LOC", "E-PERSON", "S-LOC", "S-PERSON")


def _scores(*rows: dict[str, float]) -> torch.Tensor:
    return torch.tensor([[row.get(tag, -9.0) for tag in _TAGS] for row in rows]).log_softmax(1)


def test_a_name_has_the_kind_that_is_likelier_over_its_mentions():
    sentences = [["Lee", "spoke"], ["Lee"], ["Lee"]]
    sure, unsure = {"S-PERSON": 5.0}, {"S-LOC": 1.0, "S-PERSON": 0.0}
    scores = _scores(sure, {"O": 9.0}, unsure, unsure)
    found = KindsOfNames(_TAGS)(sentences, ["S-PERSON", "O", "S-LOC", "S-LOC"], scores)
    assert found == ["S-PERSON", "O", "S-PERSON", "S-PERSON"]


def test_a_mention_far_away_does_not_count():
    sentences = [["Lee"], *[["so"]] * 15, ["Lee"], ["Lee"]]
    tags = ["S-PERSON", *["O"] * 15, "S-LOC", "S-LOC"]
    scores = _scores({"S-PERSON": 5.0}, *[{"O": 9.0}] * 15, *[{"S-LOC": 1.0}] * 2)
    assert KindsOfNames(_TAGS)(sentences, tags, scores) == tags


def test_all_words_of_a_name_change():
    sentences = [["Ann", "Lee"], ["Ann", "Lee"], ["Oslo"]]
    sure = [{"B-PERSON": 5.0}, {"E-PERSON": 5.0}]
    unsure = [{"B-LOC": 1.0, "B-PERSON": 0.5}, {"E-LOC": 1.0, "E-PERSON": 0.5}]
    tags = ["B-PERSON", "E-PERSON", "B-LOC", "E-LOC", "S-LOC"]
    found = KindsOfNames(_TAGS)(sentences, tags, _scores(*sure, *unsure, {"S-LOC": 1.0}))
    assert found == ["B-PERSON", "E-PERSON", "B-PERSON", "E-PERSON", "S-LOC"]


def test_a_full_name_has_the_kind_of_its_last_word():
    """Where that is a person's, but not where it is a place's: many bodies end with a place."""
    sentences = [["Ann", "Lee"], ["Lee"], ["Lee"]]
    unsure = [{"B-LOC": 1.0, "B-PERSON": 0.5}, {"E-LOC": 1.0, "E-PERSON": 0.5}]
    scores = _scores(*unsure, {"S-PERSON": 5.0}, {"S-PERSON": 5.0})
    tags = ["B-LOC", "E-LOC", "S-PERSON", "S-PERSON"]
    assert KindsOfNames(_TAGS)(sentences, tags, scores) == ["B-PERSON", "E-PERSON", "S-PERSON", "S-PERSON"]
    sure = [{"B-PERSON": 1.0, "B-LOC": 0.5}, {"E-PERSON": 1.0, "E-LOC": 0.5}]
    tags = ["B-PERSON", "E-PERSON", "S-LOC"]
    found = KindsOfNames(_TAGS)([["Ann", "Lee"], ["Lee"]], tags, _scores(*sure, {"S-LOC": 5.0}))
    assert found[:2] == ["B-PERSON", "E-PERSON"]


def test_a_surname_has_the_kind_of_the_full_name():
    sentences = [["Ann", "Lee"], ["Lee"]]
    sure = [{"B-PERSON": 5.0}, {"E-PERSON": 5.0}]
    tags = ["B-PERSON", "E-PERSON", "S-LOC"]
    found = KindsOfNames(_TAGS)(sentences, tags, _scores(*sure, {"S-LOC": 1.0, "S-PERSON": 0.5}))
    assert found == ["B-PERSON", "E-PERSON", "S-PERSON"]


def test_a_kind_that_has_no_such_tag_is_never_likely():
    """Of these tags, none begins a place."""
    tags = ("O", "B-PERSON", "E-PERSON", "S-LOC", "S-PERSON")
    scores = torch.zeros(3, 5).log_softmax(1)
    found = KindsOfNames(tags)([["Ann", "Lee"], ["Oslo"]], ["B-PERSON", "E-PERSON", "S-LOC"], scores)
    assert found == ["B-PERSON", "E-PERSON", "S-LOC"]
