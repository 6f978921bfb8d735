"""Places, and deadlines; who waits for them is tested in tests/application/test_capacity.py, too."""

import time

import pytest

from service.errors import BusyError, TimeLimitError
from service.readers.places import Deadline, Places


def test_a_place_is_taken_once():
    places = Places(1, patience=0)
    with places.taken():
        with pytest.raises(BusyError):
            places.take()
        assert places.n_waiting == 0
    with places.taken():
        pass


def test_a_deadline_passes():
    deadline = Deadline.after(0.01)
    deadline.check()
    time.sleep(0.02)
    assert deadline.seconds_left == 0
    with pytest.raises(TimeLimitError, match=r"longer than 0\.01 seconds"):
        deadline.check()
