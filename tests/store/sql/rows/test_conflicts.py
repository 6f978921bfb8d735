"""Conflicts and their rows."""

import json

import pytest

from service.domain.archive import StoredConflict
from service.store.sql.rows.conflicts import conflict_of, conflict_values
from service.store.sql.tables import ConflictRow


@pytest.mark.parametrize("index", [0, 1])
def test_a_row_is_the_conflict(analysis, index: int):
    """One over words, with their differences, and one over positions."""
    conflict = StoredConflict.of(analysis.conflicts[index], found_at=1.0, changed_at=2.0, assignee="Ana")
    values = json.loads(json.dumps(conflict_values(conflict)))
    assert values["rank"] == conflict.severity.rank
    assert conflict_of(ConflictRow(**values)) == conflict
