"""Long lists, cut into pieces."""

import pytest

from service.store.sql import batching


def test_values_keep_their_order(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batching, "MAX_VALUES", 2)
    assert list(batching.batches(iter("abcde"))) == [("a", "b"), ("c", "d"), ("e",)]


def test_nothing_makes_no_piece():
    assert list(batching.batches([])) == []
