"""Functions over rows are carried out by processes, or by this one; a process that dies is replaced."""

import gc
import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from service.archive.engine import INTEGER, TEXT, frame_of, made
from service.archive.workers import carried_out, close_workers, open_workers

pytestmark = pytest.mark.slow


def process(name: str):
    """The process that is asked, which dies of a name the first time it hears it."""
    path = Path(name)
    if path.is_absolute() and not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    yield os.getpid(), name


def poison(_: str):
    os.kill(os.getpid(), signal.SIGKILL)


def shared(module: str):
    """Whether this module was there before anything was carried out, and is no garbage."""
    yield (not any(one is vars(sys.modules[module]) for one in gc.get_objects()),)


@pytest.fixture(autouse=True)
def two():
    open_workers(2)
    yield
    close_workers()


def test_processes_carry_functions_out():
    frame = frame_of([(str(number),) for number in range(600)], {"name": TEXT})
    rows = made(frame, process, ["name"], {"process": INTEGER, "name": TEXT}).to_pydict()
    assert os.getpid() not in rows["process"]
    assert sorted(rows["name"], key=int) == [str(number) for number in range(600)]


def test_a_process_that_dies_is_replaced(tmp_path):
    ((row,),) = carried_out(process, [[str(tmp_path / "died")]])
    assert row[1] == str(tmp_path / "died")


def test_processes_share_what_is_imported():
    (((is_shared,),),) = carried_out(shared, [["service.linking.analysis"]])
    assert is_shared


def test_what_ends_every_process_ends_the_run():
    with pytest.raises(BrokenProcessPool):
        carried_out(poison, [["a"]])


def test_a_function_within_another_is_carried_out_here():
    def own(_: int):
        yield (os.getpid(),)

    assert carried_out(own, [[1]]) == [[(os.getpid(),)]]


def test_without_workers_it_is_this_process():
    open_workers(1)
    assert carried_out(process, [["a"]]) == [[(os.getpid(), "a")]]


DRIVER = """
from service.archive.workers import carried_out, open_workers
from tests.archive.test_workers import process

open_workers(2)
print(carried_out(process, [["a"]])[0][0][0], flush=True)
input()
"""


def test_processes_end_with_the_one_that_asks():
    with subprocess.Popen(
        [sys.executable, "-c", DRIVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as driver:
        worker = int(driver.stdout.readline())
        assert Path(f"/proc/{worker}").exists()
        driver.kill()
    deadline = time.monotonic() + 20
    while Path(f"/proc/{worker}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()
