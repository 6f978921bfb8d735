"""What the store adds to values."""

from dataclasses import replace

from service.domain.archive import StoredConflict
from service.domain.conflicts import Conflict, ConflictKind, Severity, Status

CONFLICT = Conflict("c", ConflictKind.SPEAKER, Severity.HIGH, "s", None, "Two speakers.", ())


def test_a_stored_conflict_says_what_the_conflict_says_and_when():
    stored = StoredConflict.of(CONFLICT, found_at=1.0, changed_at=2.0)
    assert (stored.id, stored.summary, stored.status) == (CONFLICT.id, CONFLICT.summary, CONFLICT.status)
    assert (stored.found_at, stored.changed_at) == (1.0, 2.0)


def test_what_an_editor_decided_is_nothing_that_a_conflict_says():
    stored = StoredConflict.of(replace(CONFLICT, status=Status.DISMISSED), found_at=1.0, changed_at=2.0)
    assert stored.says(CONFLICT)
    assert not stored.says(replace(CONFLICT, summary="Three speakers."))
