"""Places, those who wait for one, and the deadline of each caller."""

from threading import Event, Thread
from time import sleep

import pytest

from service.application.capacity import Capacity, Deadline
from service.errors import BusyError, TimeLimitError


class _Work:
    """Goes on until it may end; tells that it has begun."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = Event(), Event()

    def __call__(self, deadline: Deadline) -> str:
        self.has_begun.set()
        assert self.may_end.wait(10)
        deadline.check()
        return "done"


def _at_once(deadline: Deadline) -> str:
    return "done"


def _running(capacity: Capacity, work: _Work) -> Thread:
    thread = Thread(target=capacity.run, args=(work,))
    thread.start()
    assert work.has_begun.wait(10)
    return thread


def test_as_many_wait_as_there_are_places_and_no_more():
    capacity, work = Capacity(1, patience=10, seconds=10), _Work()
    first, second = _running(capacity, work), Thread(target=capacity.run, args=(_at_once,))
    second.start()
    while not capacity.n_waiting:
        sleep(0.01)
    with pytest.raises(BusyError):
        capacity.run(_at_once)
    work.may_end.set()
    for thread in (first, second):
        thread.join()
    assert (capacity.run(_at_once), capacity.n_waiting) == ("done", 0)


def test_a_caller_waits_no_longer_than_its_patience_and_may_come_again():
    capacity, work = Capacity(1, patience=0, seconds=10), _Work()
    thread = _running(capacity, work)
    with pytest.raises(BusyError):
        capacity.run(_at_once)
    work.may_end.set()
    thread.join()
    assert capacity.run(_at_once) == "done"


def test_a_place_is_free_again_before_its_caller_has_the_answer():
    capacity = Capacity(1, patience=0, seconds=10)
    assert {capacity.run(_at_once) for _ in range(200)} == {"done"}


def test_work_that_fails_gives_its_place_back():
    capacity = Capacity(1, patience=0, seconds=10)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            capacity.run(lambda _: 1 / 0)


def test_work_past_its_deadline_keeps_its_place_until_it_ends():
    capacity, work = Capacity(1, patience=0, seconds=0.05), _Work()
    with pytest.raises(TimeLimitError, match="longer than"):
        capacity.run(work)
    with pytest.raises(BusyError):
        capacity.run(_at_once)
    work.may_end.set()
    capacity.close()


def test_a_deadline_is_checked_where_work_can_stop():
    Deadline.after(10).check()
    with pytest.raises(TimeLimitError):
        Deadline.after(0).check()
