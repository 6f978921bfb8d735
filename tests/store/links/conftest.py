"""Limits that few articles go over."""

import pytest

from service.linking.conflicts import affiliation
from service.linking.speakers import name_graph
from service.linking.statements import blocking
from service.store.links import name_index, position_conflicts
from service.store.sql import batching


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so low that a handful of articles goes over them."""
    monkeypatch.setattr(blocking, "MAX_BLOCK_SIZE", 3)
    for module in (name_graph, name_index):
        monkeypatch.setattr(module, "MAX_FULLER", 1)
    for module in (affiliation, position_conflicts):
        monkeypatch.setattr(module, "MAX_POSITIONS", 3)
    monkeypatch.setattr(batching, "MAX_VALUES", 3)
