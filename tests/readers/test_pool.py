"""Readers that work, hang, eat memory and die; their processes are real."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from threading import Thread

import pytest

from service.errors import ArticleError, BusyError, MemoryLimitError, ModelError, TimeLimitError
from service.readers.pool import ReaderLimits, ReaderPool
from service.readers.processes import Reader, ReaderError
from tests.readers import work

pytestmark = pytest.mark.slow

COMMAND = [sys.executable, "-m", "tests.readers.work"]
SECONDS = 60


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def lives(pid: int) -> bool:
    """Whether a process is there, and no zombie."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


@pytest.fixture
def seconds() -> list[float]:
    return []


@pytest.fixture
def pool(seconds) -> Iterator[ReaderPool]:
    """With one reader, which may take a second."""
    made = ReaderPool(COMMAND, ReaderLimits(1, 60, 300, patience=0.1), observe=seconds.append)
    made.wait()
    yield made
    made.close()


@pytest.fixture
def hurried(pool) -> ReaderPool:
    """The same, when its reader is there: a new process may take its time on a busy machine."""
    pool.limits = ReaderLimits(1, 1.5, 300)
    return pool


def test_work_is_done_elsewhere_and_measured(pool, seconds):
    assert (pool.run(work.double), seconds) == (14, [0.5])
    first, second = (pool.run(work.process) for _ in range(2))
    assert first == second != os.getpid()


def test_the_precision_of_the_models_is_told_once_they_are_loaded(pool):
    pool.wait()
    assert pool.precision == "int8"


def test_what_work_raises_is_raised(pool):
    with pytest.raises(ArticleError, match="no text") as raised:
        pool.run(work.refuse)
    assert (raised.value.index, raised.value.field) == (7, "text")
    with pytest.raises(ReaderError, match=r"(?s)work\.py.*nobody foresaw this"):
        pool.run(work.fail)
    assert pool.run(work.double) == 14


def test_work_past_its_time_is_ended_and_its_place_is_free(hurried):
    before = hurried.run(work.process)
    started = time.monotonic()
    with pytest.raises(TimeLimitError):
        hurried.run(work.hang)
    assert time.monotonic() - started < 2.5
    after = hurried.run(work.process)
    assert after != before
    wait_until(lambda: not lives(before))


def test_work_that_eats_memory_is_ended(pool):
    before = pool.run(work.process)
    with pytest.raises(MemoryLimitError, match="300 MB"):
        pool.run(partial(_eat, 400))
    assert pool.run(work.process) != before


def test_a_reader_that_holds_much_is_not_kept(pool, monkeypatch):
    before = pool.run(work.process)
    monkeypatch.setattr(Reader, "megabytes", 200)
    assert pool.run(work.process) == before
    assert pool.run(work.process) != before


def test_a_reader_that_dies_is_replaced(pool):
    with pytest.raises(ReaderError, match="ended by itself"):
        pool.run(work.die)
    pid = pool.run(work.process)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not lives(pid))
    assert pool.run(work.double) == 14


def test_who_finds_no_place_hears_so(pool):
    def is_busy() -> bool:
        try:
            return pool.run(work.double) != 14
        except BusyError:
            return True

    thread = Thread(target=pool.run, args=(work.doze,))
    thread.start()
    wait_until(is_busy)
    thread.join()
    assert not is_busy()


def test_without_models_there_are_no_readers():
    pool = ReaderPool([*COMMAND, "broken"], ReaderLimits(1, 60, 300))
    with pytest.raises(ModelError, match="There are no models"):
        pool.run(work.double)
    with pytest.raises(ModelError):
        pool.wait()
    assert not pool.is_ready()
    assert pool.precision is None


def test_a_template_that_ends_is_started_again(pool):
    pool.limits = replace(pool.limits, pause=0)
    reader, template = pool.run(work.process), pool.run(work.parent)
    assert pool.is_ready()
    os.kill(template, signal.SIGKILL)
    wait_until(lambda: not lives(reader))
    wait_until(pool.is_ready)
    assert pool.run(work.double) == 14


def test_readers_end_with_the_process_that_asked_for_them():
    """However that ends, and whatever they do."""
    program = (
        "import sys, time; from threading import Thread; from tests.readers import work\n"
        "from service.readers.pool import ReaderLimits, ReaderPool\n"
        f"pool = ReaderPool({COMMAND!r}, ReaderLimits(1, 60, 300))\n"
        "print(pool.run(work.process), pool.run(work.parent), flush=True)\n"
        "pool.run(work.hang)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        reader, template = map(int, owner.stdout.readline().split())
        time.sleep(0.2)
        owner.kill()
    wait_until(lambda: not lives(reader) and not lives(template))


def _eat(megabytes: int, _: int, **more: object) -> int:
    return work.eat(megabytes, **more)  # type: ignore[arg-type]
