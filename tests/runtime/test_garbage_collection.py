"""The collector of cyclic garbage after start."""

import gc

import pytest

from service.runtime.garbage_collection import freeze_gc


@pytest.fixture(autouse=True)
def as_before():
    """The collector of this process as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_what_is_there_at_start_is_never_looked_at_again():
    freeze_gc()
    assert gc.get_freeze_count() > 0


def test_many_values_may_come_and_go_between_collections():
    freeze_gc()
    assert gc.get_threshold()[0] > 10_000
